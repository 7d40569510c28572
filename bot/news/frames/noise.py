"""Tells a headline of no news by its form: a review, a recap, a quiz, a list. Knows nothing of shows."""

from __future__ import annotations

from bot.model.entry import Entry
from bot.news.frames.marks import Marked
from bot.news.lexicon.noise import HEADLINES, TAGS


def noise_of(entry: Entry, title: Marked) -> str:
    """What a headline is that tells no news; empty where it may tell some."""
    for name, pattern in HEADLINES.items():
        if pattern.search(title.text):
            return name
    for tag in entry.tags[:40]:
        if TAGS.match(tag.strip()):
            return f"tagged {tag.strip()}"
    return ""
