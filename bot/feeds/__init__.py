"""Feeds become entries: fetching, parsing, telling entries apart, when to ask again. Knows no shows, Discord or SQL."""
