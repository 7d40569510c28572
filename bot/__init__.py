"""Cliffhanger: feeds become entries, entries become claims about shows, claims become stories and a status, stories
become posts. docs/architecture.md is the map of the rooms.
"""

__version__ = "0.1.0"
