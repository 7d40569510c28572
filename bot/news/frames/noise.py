"""Tells a headline of no news by its form: a review, a recap, a quiz, a list. Knows nothing of shows."""

from __future__ import annotations

from bot.model.entry import Entry
from bot.news.frames.marks import Marked
from bot.news.lexicon.needs import Ways
from bot.news.lexicon.noise import HEADLINES, TAGS

_NAMES = tuple(HEADLINES)
_WAYS = Ways(list(HEADLINES.values()))


def noise_of(entry: Entry, title: Marked) -> str:
    """What a headline is that tells no news; empty where it may tell some."""
    text = title.small
    for number, patterns in _WAYS.that_may_match(text, range(len(_NAMES))):
        if any(pattern.search(text) for pattern in patterns):
            return _NAMES[number]
    for tag in entry.tags[:40]:
        if TAGS.match(tag.strip()):
            return f"tagged {tag.strip()}"
    return ""
