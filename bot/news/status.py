"""What is known of a show at a moment: a pure replay of its claims, the same for any order in which they arrived.

Puts together the fate (`fates`), the calendar (`releases`), the newest word on filming and what is only hoped for.
Knows no storage and no clock: the moment is an argument.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.model.claim import Certainty, Claim, Kind
from bot.model.show import ShowId
from bot.model.status import Fate, Status
from bot.news.background import with_background
from bot.news.evidence import in_order, is_trusted
from bot.news.fates import Fates, replay_fates
from bot.news.releases import next_and_lapsed, replay_releases
from bot.news.seasons import season_given_up as named_as_given_up

RUMOUR_FADES, HOPE_FADES, HINT_FADES = timedelta(days=45), timedelta(days=60), timedelta(days=120)
"""How long a rumour, someone's hope, and a hint at something definite are worth showing."""

_FILMING = frozenset({Kind.FILMING_START, Kind.FILMING_WRAP, Kind.HALT})
_DATES = frozenset({Kind.DATE_SET, Kind.DATE_MOVED})
_SETTLED_BY_A_FATE = frozenset(
    {
        Kind.TALK, Kind.ORDERED, Kind.RENEWED, Kind.FINAL_SEASON, Kind.FILM, Kind.CANCELLED, Kind.ENDED, Kind.REVIVED,
    }
)  # fmt: skip
"""Hopes and rumours that mean nothing any more once a decision followed them."""


def replay(show: ShowId, claims: Sequence[Claim], as_of: datetime) -> Status:
    """The status of a show as of a moment (aware, UTC), from the claims made until then.

    What was told in passing of an earlier time fills gaps of the fate and its season only (`background`).
    """
    known = in_order(claim for claim in claims if claim.show == show and claim.happened <= as_of)
    evidence = [claim for claim in known if not claim.background]
    trusted = [claim for claim in evidence if is_trusted(claim)]
    old = [claim for claim in known if claim.background and is_trusted(claim)]
    fates = with_background(replay_fates(trusted, as_of), trusted, old, as_of)
    coming, lapsed = next_and_lapsed(replay_releases(trusted, fates), as_of)
    return Status(
        show=show,
        as_of=as_of,
        fate=fates.fate,
        season=fates.season,
        certainty=fates.cause.certainty if fates.cause is not None and fates.is_decided else None,
        cause=fates.cause,
        disputed=fates.against is not None,
        against=fates.against,
        next=coming,
        lapsed=lapsed,
        production=_production(trusted, fates),
        changes=tuple(fates.changes),
        hopes=_hopes(evidence, trusted, fates, as_of),
    )


def season_given_up(status: Status, claims: Sequence[Claim]) -> int | None:
    """The season that will not come, where the evidence names one: "ending with a film, not a season 4".

    It is the one that the news of the film or of the cancellation names, else the last one that was hoped for before.
    """
    since = status.changes[-1].at if status.changes else None
    kind = {Fate.ENDING_WITH_FILM: Kind.FILM, Fate.CANCELLED: Kind.CANCELLED}.get(status.fate)
    if kind is None or since is None:
        return None
    evidence = in_order(claim for claim in claims if claim.show == status.show and claim.happened <= status.as_of)
    told = [claim for claim in evidence if claim.kind is kind and claim.happened >= since and is_trusted(claim)]
    named = [season for claim in told if (season := claim.season or named_as_given_up(claim.sentence)) is not None]
    if named:
        return named[0]
    out = max((claim.season or 0 for claim in evidence if claim.kind is Kind.RELEASED and is_trusted(claim)), default=0)
    hoped = [
        claim.season
        for claim in evidence
        if claim.kind is Kind.TALK and claim.season is not None and claim.happened <= since and claim.season > out
    ]
    return hoped[-1] if hoped and kind is Kind.FILM else None


def _production(trusted: Sequence[Claim], fates: Fates) -> Claim | None:
    """The newest word on filming, unless what was filmed is out or will not come."""
    newest = next((claim for claim in reversed(trusted) if claim.kind in _FILMING), None)
    if newest is None or fates.fate is Fate.ENDED:
        return None
    if fates.fate is Fate.CANCELLED and fates.changes[-1].at >= newest.happened:
        return None
    later = [claim for claim in trusted if claim.kind is Kind.RELEASED and claim.happened >= newest.happened]
    if any(newest.season is None or claim.season is None or claim.season >= newest.season for claim in later):
        return None
    return newest


def _hopes(evidence: Sequence[Claim], trusted: Sequence[Claim], fates: Fates, as_of: datetime) -> tuple[Claim, ...]:
    """What is hinted or rumoured, has not faded and is not settled; of the same thing said again the newest."""
    decided = fates.changes[-1].at if fates.changes and fates.is_decided else None
    dated = max((claim.happened for claim in trusted if claim.kind in _DATES), default=None)
    hopes: dict[tuple[object, ...], Claim] = {}
    for claim in reversed(evidence):
        fades = _fades_after(claim)
        if fades is None or as_of - claim.happened > fades:
            continue
        settled = decided if claim.kind in _SETTLED_BY_A_FATE else dated if claim.kind in _DATES else None
        if settled is not None and claim.happened <= settled:
            continue
        hopes.setdefault((claim.kind, claim.season, claim.slot), claim)
    return tuple(hopes.values())


def _fades_after(claim: Claim) -> timedelta | None:
    """How long a claim is worth showing as a hope; None for one that is no hope."""
    if claim.certainty is Certainty.RUMOUR:
        return RUMOUR_FADES
    if claim.kind is Kind.TALK:
        return HOPE_FADES
    return HINT_FADES if claim.certainty is Certainty.HINTED else None
