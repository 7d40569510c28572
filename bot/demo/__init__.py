"""The demo: a sample newsroom whose news come out by a clock of its own, and the terminal that plays it."""
