"""How much of a feed is taken. Pure; knows nothing of feed formats."""

from __future__ import annotations

from collections.abc import Iterable

from bot.feeds.clean import EARLIEST
from bot.feeds.parsed import ParsedEntry

MOST_ENTRIES = 500
LONGEST_TITLE = 500
LONGEST_SUMMARY = 20_000
LONGEST_CONTENT = 60_000
MOST_TAGS = 50
LONGEST_TAG = 100


def newest(entries: Iterable[ParsedEntry]) -> tuple[ParsedEntry, ...]:
    """The entries that say anything, in their order; of more than `MOST_ENTRIES`, the newest."""
    kept = [entry for entry in entries if entry.title or entry.summary or entry.content or entry.link]
    if len(kept) <= MOST_ENTRIES:
        return tuple(kept)
    # Some feeds go back to the beginning and begin with it; undated ones keep the feed's order, newest first.
    by_age = sorted(range(len(kept)), key=lambda index: kept[index].published or kept[index].updated or EARLIEST)
    dated = any(entry.published or entry.updated for entry in kept)
    wanted = sorted(by_age[-MOST_ENTRIES:]) if dated else range(MOST_ENTRIES)
    return tuple(kept[index] for index in wanted)
