"""What a feed showed last time: the hashes by which its entries are known again.

Plain values; how they are made is the business of `bot.feeds`, where they are kept that of the store.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class EntryHashes:
    """Signed 64-bit hashes, each of its own kind: a guid never has the hash of a link."""

    primary: int
    """Of the guid; of the link where there is none; of the text where there is neither."""
    link: int | None
    title: int | None
    """Of title and summary together."""

    @property
    def known(self) -> frozenset[int]:
        """What is to be remembered of an entry."""
        if self.link is None or self.title is None:
            return frozenset(h for h in (self.primary, self.link, self.title) if h is not None)
        return frozenset((self.primary, self.link, self.title))


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry as the feed showed it last."""

    hashes: EntryHashes
    """By itself."""
    content: int
    """A signed 64-bit hash of all its text."""
    fingerprint: int | None = None
    edits: int = 0
    moment: datetime | None = None
    """Its own date."""
