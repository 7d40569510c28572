"""A source: one feed that is watched, how far its word is trusted, and in which servers it is heard.

Knows nothing of how a feed is fetched or parsed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType

GuildId = NewType("GuildId", int)
"""A Discord snowflake."""
SourceId = NewType("SourceId", int)

Scope = NewType("Scope", int)
"""Where something is seen: `EVERYONE`, or one server's guild id (one server cannot speak for another)."""
EVERYONE = Scope(0)


def scope_of(guild: GuildId) -> Scope:
    """The scope of one server alone."""
    return Scope(int(guild))


class Tier(StrEnum):
    """How far a source's word carries; the order is from most to least trusted."""

    PRESS_RELEASE = "press_release"
    """The network's or studio's own words."""
    TRADE = "trade"
    OUTLET = "outlet"
    SPECULATIVE = "speculative"
    """Never moves a fate by itself."""

    @property
    def rank(self) -> int:
        """0 for the most trusted."""
        return list(Tier).index(self)


@dataclass(frozen=True, slots=True)
class Validators:
    """What a conditional GET sends back, byte for byte as received (RFC 9110 section 13.1)."""

    etag: str | None = None
    last_modified: str | None = None


class Reason(StrEnum):
    """Why the next poll is when it is."""

    USUAL = "usual"
    QUIET = "quiet"
    """The feed brings something new so seldom."""
    FRESH = "fresh"
    """The server said that its answer is fresh so long (max-age, Expires)."""
    TTL = "ttl"
    """The feed asked for a longer pause (`<ttl>`, `sy:updatePeriod`)."""
    SKIPPED = "skipped"
    """The feed asked not to be polled at that hour or on that day (`<skipHours>`, `<skipDays>`)."""
    FAILED = "failed"
    RETRY_AFTER = "retry_after"
    """The server asked for a longer pause."""
    POSTPONED = "postponed"
    """It was not its turn: the website rests, or other feeds of it were first."""
    GONE = "gone"
    """It is not asked again."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How often a feed wants to be asked, and how often it is worth it; as it was when it last brought other bytes."""

    ttl: timedelta | None = None
    """`<ttl>` (RSS 2.0), or `sy:updatePeriod` through `sy:updateFrequency` (RSS 1.0 syndication module)."""
    gap: timedelta | None = None
    """How far apart its newest entries are; None where it has no dates."""
    skip_hours: frozenset[int] = frozenset()
    """Hours, GMT, in which it asks not to be polled (RSS 2.0 `<skipHours>`)."""
    skip_days: frozenset[int] = frozenset()
    """Days of the week, 0 being Monday, on which it asks not to be polled (RSS 2.0 `<skipDays>`)."""


@dataclass(frozen=True, slots=True)
class Move:
    """Where a feed has moved by its own word (301, 308), believed only when it has said so for a while."""

    to: str | None = None
    """Where permanent redirects lead at present."""
    since: datetime | None = None
    """From when on they have led there, without a break."""
    settled: str | None = None
    """Where the feed is asked instead of its URL, now that the move is believed."""


@dataclass(frozen=True, slots=True)
class Source:
    """A feed that is watched, with its schedule and health as they are stored."""

    id: SourceId
    url: str
    name: str
    """The outlet as a card names it."""
    tier: Tier
    public: bool
    """Whether its news are for everyone (a default source), or only for the servers that added it."""
    next_at: datetime
    """Schedule, lease, back-off and fence at once: the next poll; a claim pushes it forward."""
    validators: Validators = Validators()
    body_hash: bytes | None = None
    first_polled: datetime | None = None
    """When its first fetch was stored; None until then, and that first fetch is silent."""
    last_polled: datetime | None = None
    last_changed: datetime | None = None
    failures: int = 0
    """Failed polls in a row."""
    error: str | None = None
    """What went wrong at the last poll, in words for an admin; None when it went well."""
    stopped: bool = False
    """The feed said 410 Gone: it is not asked again until someone adds it anew."""
    reason: Reason = Reason.USUAL
    """Why the next poll is when it is."""
    polls: int = 0
    """Answers that brought the feed or said that it is unchanged."""
    pace: Pace = Pace()
    move: Move = Move()
    hub: str = ""
    """Where the feed says that it can be pushed from (WebSub); kept for the day when it can be."""

    @property
    def address(self) -> str:
        """Where the feed is asked."""
        return self.move.settled or self.url
