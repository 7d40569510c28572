"""The words the reader knows: dates, certainty, kinds and common words. Tables and small parsers; no show is named."""
