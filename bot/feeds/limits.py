"""How much of a feed is taken. Pure; knows nothing of feed formats."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.feeds.clean import EARLIEST
from bot.feeds.parsed import ParsedEntry

MOST_ENTRIES = 500
MOST_BEYOND = 2_000
"""Entries beyond those that are still remembered."""
LONGEST_TITLE = 500
LONGEST_SUMMARY = 20_000
LONGEST_CONTENT = 60_000
MOST_TAGS = 50
LONGEST_TAG = 100


def newest(entries: Iterable[ParsedEntry]) -> tuple[tuple[ParsedEntry, ...], tuple[ParsedEntry, ...]]:
    """The entries that say anything, in their order; of more than `MOST_ENTRIES` the newest, and then the others."""
    told = [entry for entry in entries if entry.title or entry.summary or entry.content or entry.link]
    if len(told) <= MOST_ENTRIES:
        return tuple(told), ()
    moments = _moments(told)
    # Some feeds go back to the beginning and begin with it; where there are no dates the first are the newest.
    by_age = sorted(range(len(told)), key=lambda index: (moments[index], -index), reverse=True)
    taken = frozenset(by_age[:MOST_ENTRIES])
    return (
        tuple(entry for index, entry in enumerate(told) if index in taken),
        tuple(told[index] for index in sorted(by_age[MOST_ENTRIES : MOST_ENTRIES + MOST_BEYOND])),
    )


def _moments(entries: Sequence[ParsedEntry]) -> list[datetime]:
    """When each was published; one without a date stands among those that were when its neighbours were."""
    moments = [entry.published or entry.updated for entry in entries]
    following = next((moment for moment in moments if moment is not None), EARLIEST)
    filled = []
    for moment in moments:
        following = moment or following
        filled.append(following)
    return filled
