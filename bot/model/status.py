"""A status: what is known of a show at a moment, replayed from its claims. Knows nothing of how it is shown.

Fate and calendar are two facts, never one word: the fate is moved by decisions, the calendar by dates and filming.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.model.claim import Certainty, Claim
from bot.model.show import ShowId


class Fate(StrEnum):
    """What has been decided about a show's future."""

    UNKNOWN = "unknown"
    IN_DEVELOPMENT = "in_development"
    """Ordered, not yet aired."""
    AWAITING_DECISION = "awaiting_decision"
    """A season is out and nothing is decided."""
    RENEWED = "renewed"
    FINAL_SEASON = "final_season"
    ENDING_WITH_FILM = "ending_with_film"
    CANCELLED = "cancelled"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class FateChange:
    """One step of a show's timeline."""

    fate: Fate
    season: int | None
    at: datetime
    claim: Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """A release that is dated: a season, a part, a film."""

    when: str
    """EDTF."""
    season: int | None
    film: bool
    claim: Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What is known of a show as of a moment."""

    show: ShowId
    as_of: datetime
    fate: Fate = Fate.UNKNOWN
    season: int | None = None
    """The coming season the fate speaks of."""
    certainty: Certainty | None = None
    """That of the claim that set the fate; None while nothing is decided."""
    cause: Claim | None = None
    """The claim that set the fate."""
    disputed: bool = False
    """Two trusted claims contradict each other; `against` is the one that lost."""
    against: Claim | None = None
    next: Release | None = None
    """The next release that holds at `as_of`."""
    lapsed: Release | None = None
    """A planned release whose window passed with no word that it came."""
    production: Claim | None = None
    """The newest word on filming: begun, wrapped or halted."""
    changes: tuple[FateChange, ...] = ()
    """Oldest first."""
    hopes: tuple[Claim, ...] = ()
    """Hints and rumours that have not faded, newest first; they never move the fate."""
