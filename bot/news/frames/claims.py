"""Makes claims of sayings: one a (show, kind, season). Knows nothing of stories, storage or status."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.model.claim import Claim, Kind
from bot.model.entry import Entry
from bot.model.show import ShowId
from bot.news.frames.dated import day_of
from bot.news.frames.frame import Frame
from bot.news.frames.said import SEASONED, Said


def to_claims(entry: Entry, said: Sequence[Said]) -> tuple[Claim, ...]:
    """One claim a (show, kind, season), from the first that says it, completed by what others add."""
    claims: dict[tuple[ShowId, Kind, int | None], Claim] = {}
    for one in said:
        season = one.season if one.kind in SEASONED else None
        key = (one.show, one.kind, season)
        claim = claim_of(entry, one)
        known = claims.get(key)
        claims[key] = claim if known is None else _better(known, claim)
    return tuple(claims.values())


def claim_of(entry: Entry, one: Said) -> Claim:
    """What one saying claims, as of the entry's day."""
    return Claim(
        show=one.show,
        kind=one.kind,
        certainty=one.certainty,
        happened=entry.published,
        season=one.season,
        when=one.when,
        by=_by(one.frame),
        slot=one.slot,
        sentence=one.frame.words,
        rule=one.frame.rule.name,
        entry=entry.id,
        outlet=entry.outlet,
        tier=entry.tier,
        url=entry.url,
    )


def _better(known: Claim, other: Claim) -> Claim:
    """The first claim, with a closer date or a name that a later one adds."""
    when = known.when
    if other.when is not None:
        if when is None:
            when = other.when
        elif (ours := day_of(when)) and (theirs := day_of(other.when)):
            inside = ours.start <= theirs.start and theirs.end <= ours.end
            closer = inside and theirs != ours
            # "This summer" and then 7 September: a time of the year is said loosely.
            loose = not ours.is_day and theirs.is_day and ours.text[5:7] in {"21", "22", "23", "24"}
            when = other.when if closer or loose else when
    return replace(
        known, when=when, slot=known.slot or other.slot, by=known.by or other.by, season=known.season or other.season
    )


def _by(frame: Frame) -> str | None:
    networks = frame.marked.networks
    return networks[0] if networks else None
