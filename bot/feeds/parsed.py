"""What parsing gives: a feed with its entries, cleaned and bounded, or why there is none. Plain values that can be sent
from process to process. Knows nothing of how they are made.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedEntry:
    """One item of a feed. Texts may be plain or HTML, the latter sanitised but for the title."""

    guid: str = ""
    """As the feed gives it, not made absolute; empty when it gives none."""
    link: str = ""
    """Absolute, http or https; empty when the feed gave none that is."""
    title: str = ""
    summary: str = ""
    content: str = ""
    """Empty when it is the summary once more."""
    published: datetime | None = None
    """Aware, UTC, never in the future."""
    updated: datetime | None = None
    tags: tuple[str, ...] = ()
    image: str = ""
    """Absolute, http or https; empty when the feed gave none."""
    fingerprint: int | None = None
    """A signed 64-bit hash of the entry as it was served; None where the feed could not be taken apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedFeed:
    """A feed as it was served."""

    title: str
    entries: tuple[ParsedEntry, ...]
    """In the feed's order."""
    beyond: tuple[ParsedEntry, ...] = ()
    """Those of a very long feed that are not taken, in its order: they are remembered, or they would be news when newer
    ones go.
    """
    ttl: timedelta | None = None
    """How long the feed says it need not be asked again (`<ttl>`, or the syndication module's update period)."""
    skip_hours: frozenset[int] = frozenset()
    """Hours of the day, GMT, in which it asks not to be polled (RSS 2.0 `<skipHours>`)."""
    skip_days: frozenset[int] = frozenset()
    """Days of the week on which it asks not to be polled, Monday being 0 (RSS 2.0 `<skipDays>`)."""
    hub: str = ""
    """Where it says that it can be pushed from (WebSub); empty where it does not. Nothing is done with it."""
    stripped: tuple[int, ...] = ()
    """Fingerprints of the entries that were left out because they were known, in the feed's order."""


class Flaw(StrEnum):
    """Why bytes are no feed."""

    EMPTY = "empty"
    WEB_PAGE = "web_page"
    TRUNCATED = "truncated"
    NESTED = "nested"
    OTHER = "other"
    """XML, JSON or anything else that is not a feed."""
    SLOW = "slow"
    CRASHED = "crashed"


@dataclass(frozen=True, slots=True)
class NotAFeed:
    """Why there is no feed in these bytes, with words for an admin."""

    flaw: Flaw
    message: str
    offers: tuple[str, ...] = ()
    """Feeds that a web page offers instead."""
