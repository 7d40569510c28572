"""What old news told in passing adds to a fate: weak evidence, used only where nothing newer or more certain speaks.

It may give a fate to a show of which nothing was decided first-hand, and a number to a season that was decided without
one; it undoes, disputes and dates nothing. Knows nothing of how such claims are read, storage or the clock.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.model.claim import Claim, Kind
from bot.model.status import Fate
from bot.news.evidence import in_order
from bot.news.fates import SETTLING, Fates, replay_fates

STALE = timedelta(days=730)
"""A season decided longer ago than that, and told of only in passing, may well be out by now."""

_TO_COME = frozenset({Fate.RENEWED, Fate.FINAL_SEASON, Fate.IN_DEVELOPMENT, Fate.ENDING_WITH_FILM})
_SEASONS = frozenset({Kind.RENEWED, Kind.FINAL_SEASON, Kind.REVIVED})
_NO_SIGNS_OF_LIFE = frozenset({Kind.TALK, Kind.SPIN_OFF})
"""First-hand news that a show which was cancelled or is over may well make later on; any other speaks against it."""


def with_background(first_hand: Fates, trusted: Sequence[Claim], old: Sequence[Claim], as_of: datetime) -> Fates:
    """The fate with what background claims may add.

    `trusted` are the first-hand claims that `first_hand` was replayed from, `old` the trusted background ones; any
    order. `first_hand` may get a season, and is else left as it is.
    """
    if not old:
        return first_hand
    if first_hand.is_decided:
        if first_hand.season is None:
            first_hand.season = _season(first_hand, old)
        return first_hand
    both = replay_fates(in_order([*trusted, *old]), as_of)
    cause = both.cause
    if (
        cause is None
        or not both.is_decided
        or not cause.background
        or _says_otherwise(both, cause, first_hand, trusted)
    ):
        return first_hand
    if both.fate in _TO_COME and as_of - cause.happened > STALE:
        return first_hand
    both.against = None
    return both


def _season(fates: Fates, old: Sequence[Claim]) -> int | None:
    """The number of the decided season, where old news of just then, or of later, names one and only one."""
    if fates.since is None or fates.fate not in (Fate.RENEWED, Fate.FINAL_SEASON):
        return None
    numbers = {
        claim.season
        for claim in old
        if claim.kind in _SEASONS and (claim.season or 0) > fates.out and claim.happened >= fates.since - SETTLING
    }
    return numbers.pop() if len(numbers) == 1 else None


def _says_otherwise(both: Fates, cause: Claim, first_hand: Fates, trusted: Sequence[Claim]) -> bool:
    """Whether first-hand news that came later speaks against what the background would decide."""
    later = [claim for claim in trusted if claim.happened > cause.happened and claim.kind not in _NO_SIGNS_OF_LIFE]
    if both.fate not in _TO_COME:
        return bool(later)
    if both.season is not None:
        further = any((claim.season or 0) > both.season for claim in later)
        return further or both.season <= both.out
    return first_hand.since is not None and cause.happened < first_hand.since
