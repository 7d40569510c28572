"""What the headline is about, and which sayings hold beside it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.model.claim import Claim, Kind
from bot.news.frames.claims import Said
from bot.news.lexicon.noise import WEAK
from bot.news.sentences import Place

_OVER = {
    Kind.FINAL_SEASON: frozenset({Kind.RENEWED}),
    Kind.REVIVED: frozenset({Kind.RENEWED, Kind.CANCELLED, Kind.ENDED, Kind.FINAL_SEASON}),
    Kind.FILM: frozenset({Kind.CANCELLED, Kind.FINAL_SEASON, Kind.ENDED, Kind.RENEWED}),
    Kind.SPIN_OFF: frozenset({Kind.ORDERED, Kind.REVIVED}),
    Kind.DATE_MOVED: frozenset({Kind.DATE_SET}),
}
"""Of two kinds in one headline, which is the news."""
_FATES = frozenset(
    {Kind.ORDERED, Kind.RENEWED, Kind.FINAL_SEASON, Kind.FILM, Kind.CANCELLED, Kind.ENDED, Kind.REVIVED, Kind.SPIN_OFF}
)
_ASIDE = frozenset({"final season named"})
_EARLY = (Place.SUMMARY, Place.LEAD, Place.ITEM)


def settle(said: Sequence[Said], *, noise: str) -> list[Said]:
    """The sayings that hold, put beside each other."""
    kept = list(said)
    if noise and noise not in WEAK:
        return []
    if noise:
        in_title = [one for one in kept if one.frame.marked.sentence.place is Place.TITLE and one.kind in _FATES and one.frame.rule.name not in _ASIDE]
        if not in_title:
            return []
    kinds = {(one.show, one.kind) for one in kept}

    def drop(one: Said) -> bool:
        place = one.frame.marked.sentence.place
        has = lambda kind: (one.show, kind) in kinds  # noqa: E731
        if one.kind is Kind.RENEWED and has(Kind.REVIVED):
            return True
        if one.kind is Kind.CANCELLED and (has(Kind.FILM) or has(Kind.REVIVED)):
            return True
        if one.kind is Kind.TALK:
            if one.frame.rule.name == "talks":
                return False
            return any(has(kind) for kind in _FATES) or place is Place.BODY
        if one.kind is Kind.ORDERED and (has(Kind.SPIN_OFF) or has(Kind.RENEWED)):
            return True
        if one.kind is Kind.DATE_SET and has(Kind.DATE_MOVED) and one.season in {
            o.season for o in kept if o.kind is Kind.DATE_MOVED and o.show == one.show
        }:
            return True
        return False

    return [one for one in kept if not drop(one)]


def _order(one: Said) -> int:
    """Where a saying stands in its headline; of a date where the date does."""
    return one.frame.end if one.kind is Kind.DATE_SET else one.frame.trigger


def main_kind(said: Sequence[Said], claims: Sequence[Claim]) -> Kind | None:
    """What the headline is about; where it says nothing itself, what the first sentences say."""
    if not claims:
        return None
    title = [one for one in said if one.frame.marked.sentence.place is Place.TITLE]
    spoken = [one for one in title if one.frame.rule.name not in _ASIDE] or title
    if not spoken:
        spoken = [one for one in said if one.frame.marked.sentence.place in _EARLY and one.frame.rule.name not in _ASIDE]
    if not spoken:
        spoken = list(said)
    if not spoken:
        return None
    spoken.sort(key=lambda one: (one.frame.marked.number, one.kind is Kind.TALK, _order(one)))
    first = spoken[0].kind
    same = {one.kind for one in title or spoken if one.frame.marked is spoken[0].frame.marked}
    changed = True
    while changed:
        changed = False
        for kind in same:
            if first in _OVER.get(kind, ()):
                first, changed = kind, True
    return first
