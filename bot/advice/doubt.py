"""Tells which readings are in doubt, and about which shows: only there a second opinion is asked for.

Pure, and a question of the reading alone. There is a doubt where

- the entry says two things of one show that cannot both be so (renewed and cancelled; ended and renewed),
- it is about three shows or more, something fateful happened, and at least half of them came away with nothing: a
  round-up that did not split,
- something fateful was read and held back, because it was of another show's sentence or beside other news, and a show
  that the entry is about has no claim at all.

A headline that was told to be no news (a review, a list) leaves none. Knows no network and no prompt.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bot.model.claim import FATEFUL, Kind
from bot.model.reading import Reading, Trace
from bot.model.show import ShowId
from bot.news.lexicon.rules import RULES

ROUND_UP = 3
"""Shows of which an entry that is about so many is a round-up."""

_GOES_ON = frozenset({Kind.RENEWED, Kind.REVIVED})
_CONTRADICTS: Mapping[Kind, frozenset[Kind]] = MappingProxyType(
    {
        Kind.CANCELLED: _GOES_ON | {Kind.FINAL_SEASON, Kind.ENDED},
        Kind.ENDED: _GOES_ON,
    }
)
"""What cannot be so beside a cancellation (which is against the plan) and beside an end."""
_DROPPED = re.compile(r"(?P<show>\S+): (?P<kind>\w+)\b.* \(held back\)")
_NO_SHOW = "held back: no show is named"
_FATEFUL_RULES = frozenset(rule.name for rule in RULES if rule.kind in FATEFUL)


@dataclass(frozen=True, slots=True)
class Doubt:
    """What a reading leaves open."""

    why: str
    """In words, for the trace."""
    shows: tuple[ShowId, ...]
    """Whom it concerns, in the order of the entry's subjects; not empty."""


def doubt_of(reading: Reading) -> Doubt | None:
    """What a reading leaves open; None for the many that leave nothing."""
    if len(reading.subjects) == 0 or any(trace.step == "noise" for trace in reading.trace):
        return None
    if torn := [show for show in reading.subjects if _contradictory(reading, show)]:
        return Doubt("what it says of a show cannot all be so", tuple(torn))
    claimed = {claim.show for claim in reading.claims if not claim.background}
    silent = tuple(show for show in reading.subjects if show not in claimed)
    if not silent:
        return None
    many = len(reading.subjects) >= ROUND_UP and 2 * len(silent) >= len(reading.subjects)
    if many and reading.main in FATEFUL:
        return Doubt("a round-up that did not split", silent)
    if any(_is_held_back(trace, silent) for trace in reading.trace):
        return Doubt("something fateful was held back", silent)
    return None


def _contradictory(reading: Reading, show: ShowId) -> bool:
    kinds = {claim.kind for claim in reading.claims if claim.show == show and not claim.background}
    return any(kinds & _CONTRADICTS.get(kind, frozenset()) for kind in kinds)


def _is_held_back(trace: Trace, silent: Collection[ShowId]) -> bool:
    """Whether a trace tells of something fateful that one of these shows may have lost."""
    if trace.step != "sentences":
        return False
    if trace.outcome == _NO_SHOW:
        return trace.rule in _FATEFUL_RULES
    dropped = _DROPPED.fullmatch(trace.outcome)
    return dropped is not None and dropped["show"] in silent and dropped["kind"] in FATEFUL
