"""A source: one feed that is watched, how far its word is trusted, and in which servers it is heard.

Knows nothing of how a feed is fetched or parsed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
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
