"""Reading the news: pure functions from an entry to claims, stories and a status. Knows no I/O, clock or Discord."""
