"""A claim: what one entry says happened to one show, how certain it is and who stands behind it.

Claims are the evidence: append-only, each with the sentence and the rule that made it. Knows nothing of what follows
from them (that is the status).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.model.entry import EntryId
from bot.model.show import ShowId
from bot.model.source import Tier


class Kind(StrEnum):
    """What happened. The values are stored and printed; docs/reading.md tells what each one means."""

    ORDERED = "ordered"
    RENEWED = "renewed"
    FINAL_SEASON = "final_season"
    FILM = "film"
    CANCELLED = "cancelled"
    ENDED = "ended"
    REVIVED = "revived"
    SPIN_OFF = "spin_off"
    FILMING_START = "filming_start"
    FILMING_WRAP = "filming_wrap"
    HALT = "halt"
    DATE_SET = "date_set"
    DATE_MOVED = "date_moved"
    TRAILER = "trailer"
    RELEASED = "released"
    CAST = "cast"
    CREW = "crew"
    TALK = "talk"


FATEFUL = frozenset(
    {Kind.ORDERED, Kind.RENEWED, Kind.FINAL_SEASON, Kind.FILM, Kind.CANCELLED, Kind.ENDED, Kind.REVIVED, Kind.RELEASED}
)
"""The kinds that may move a fate."""


class Certainty(StrEnum):
    """Who stands behind a claim; the order is from most to least certain."""

    OFFICIAL = "official"
    REPORTED = "reported"
    HINTED = "hinted"
    RUMOUR = "rumour"

    @property
    def rank(self) -> int:
        """0 for the most certain."""
        return list(Certainty).index(self)

    @property
    def moves_fate(self) -> bool:
        """Hopes and rumours never move a fate."""
        return self in (Certainty.OFFICIAL, Certainty.REPORTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One statement about one show. At most one a (show, kind, season) in an entry."""

    show: ShowId
    kind: Kind
    certainty: Certainty
    happened: datetime
    """When what is claimed happened or was said: the entry's date, or an earlier one for background. Aware, UTC."""
    season: int | None = None
    when: str | None = None
    """The date it speaks of (release, filming), EDTF level 1, as precise as the entry is; see `bot.model.when`."""
    by: str | None = None
    """Who stands behind it, as a card may name them: "Netflix", "Alice Oseman"."""
    slot: str = ""
    """What tells one happening of this kind from the next: a person, a date, a trailer's number."""
    background: bool = False
    """Old news that the entry repeats: evidence at its own date, never this entry's story."""
    sentence: str = ""
    """The sentence it was read from."""
    rule: str = ""
    """The name of the rule that read it."""
    entry: EntryId = EntryId(0)
    outlet: str = ""
    tier: Tier = Tier.OUTLET
    url: str = ""
