"""An entry: one item of a feed, cleaned and bounded, as the reader reads it. Knows nothing of shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from bot.model.source import SourceId, Tier

EntryId = NewType("EntryId", int)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One news item. Texts may be plain or HTML; the reader strips markup, and whoever shows them escapes them."""

    id: EntryId = EntryId(0)
    """0 until it is stored."""
    source: SourceId = SourceId(0)
    outlet: str
    tier: Tier
    url: str
    """Absolute, http or https; empty when the feed gave none."""
    title: str
    published: datetime
    """Aware, UTC; never later than the moment it was first seen."""
    summary: str = ""
    content: str = ""
    tags: tuple[str, ...] = ()
    image: str = ""
    """Absolute, http or https; empty when the feed gave none."""
    primary: int | None = None
    """The hash by which its source knows it again (`bot.feeds.identity`); None for one that no feed brought."""
