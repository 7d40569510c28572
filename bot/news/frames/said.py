"""What a frame says of one show: a claim in the making. Knows no text."""

from __future__ import annotations

from dataclasses import dataclass

from bot.model.claim import Certainty, Kind
from bot.model.show import ShowId
from bot.news.frames.frame import Frame

SEASONED = frozenset(
    {
        Kind.RENEWED, Kind.FINAL_SEASON, Kind.FILMING_START, Kind.FILMING_WRAP, Kind.DATE_SET, Kind.DATE_MOVED,
        Kind.TRAILER, Kind.RELEASED,
    }
)  # fmt: skip
"""The kinds that are told of one season."""
NUMBERED = SEASONED | {Kind.REVIVED, Kind.CANCELLED, Kind.HALT, Kind.TALK}
"""The kinds that may name a season: those, and what is saved, is on hold, will not come, is hoped for."""
DATED = frozenset({Kind.DATE_SET, Kind.DATE_MOVED, Kind.FILMING_START, Kind.FILMING_WRAP, Kind.RELEASED, Kind.ENDED})
"""The kinds that have a date."""
DECISIONS = frozenset(
    {Kind.ORDERED, Kind.RENEWED, Kind.FINAL_SEASON, Kind.FILM, Kind.CANCELLED, Kind.ENDED, Kind.REVIVED, Kind.SPIN_OFF}
)
"""The kinds that someone decides."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one frame says of one show: a claim in the making."""

    show: ShowId
    kind: Kind
    season: int | None
    when: str | None
    certainty: Certainty
    frame: Frame
    explicit: bool
    """The show is named in the frame's own sentence."""
    slot: str = ""
    why: str = ""


ASIDE = frozenset({"final season named"})
"""Rules that read what a sentence says by the way: no headline is about it, and no show is a subject for it."""
