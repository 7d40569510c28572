"""What the headline is about, and which sayings hold beside it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from bot.model.claim import Claim, Kind
from bot.model.show import ShowId
from bot.news.frames.said import Said
from bot.news.lexicon.noise import WEAK
from bot.news.sentences import Place

_OVER = {
    Kind.FINAL_SEASON: frozenset({Kind.RENEWED}),
    Kind.REVIVED: frozenset({Kind.RENEWED, Kind.CANCELLED, Kind.ENDED, Kind.FINAL_SEASON}),
    Kind.FILM: frozenset({Kind.CANCELLED, Kind.FINAL_SEASON, Kind.ENDED, Kind.RENEWED}),
    Kind.SPIN_OFF: frozenset({Kind.ORDERED, Kind.REVIVED}),
    Kind.DATE_MOVED: frozenset({Kind.DATE_SET}),
    Kind.ENDED: frozenset({Kind.FINAL_SEASON}),
    Kind.CANCELLED: frozenset({Kind.ENDED}),
}
"""Of two kinds in one headline, which is the news."""
_FATES = frozenset(
    {Kind.ORDERED, Kind.RENEWED, Kind.FINAL_SEASON, Kind.FILM, Kind.CANCELLED, Kind.ENDED, Kind.REVIVED, Kind.SPIN_OFF}
)
_GOES_ON = frozenset({Kind.RENEWED, Kind.FINAL_SEASON, Kind.FILM, Kind.REVIVED})
_ASIDE = frozenset({"final season named"})
_EARLY = (Place.SUMMARY, Place.LEAD, Place.ITEM)


def settle(said: Sequence[Said], *, noise: str) -> list[Said]:
    """The sayings that hold, put beside each other."""
    kept = list(said)
    if noise and noise not in WEAK:
        return []
    if noise:
        in_title = [
            one
            for one in kept
            if one.frame.marked.sentence.place is Place.TITLE
            and one.kind in _FATES
            and one.frame.rule.name not in _ASIDE
        ]
        if not in_title:
            return []
    kept = _by_the_headline(kept)
    kept = _with_moved_dates(kept)
    kinds = {(one.show, one.kind) for one in kept}
    return [one for one in kept if not _outdone(one, kept, kinds)]


def _by_the_headline(said: list[Said]) -> list[Said]:
    """What the headline says outweighs what the text repeats: a wrong "cancelled" is the worst that can be said."""
    title = [one for one in said if one.frame.marked.sentence.place is Place.TITLE]
    good = {one.show for one in title if one.kind in _GOES_ON}
    denied = {one.show for one in title if one.frame.rule.name == "denied"}
    return [
        one
        for one in said
        if one in title
        or not ((one.kind is Kind.CANCELLED and one.show in good) or (one.kind in _FATES and one.show in denied))
    ]


def _with_moved_dates(said: list[Said]) -> list[Said]:
    """A move without a new date takes the one that another sentence sets."""
    done = []
    for one in said:
        if one.kind is Kind.DATE_MOVED and one.when is None:
            dates = [
                o.when
                for o in said
                if o.kind in (Kind.DATE_SET, Kind.DATE_MOVED)
                and o.show == one.show
                and o.when is not None
                and o.season in (one.season, None)
            ]
            done.append(replace(one, when=dates[0]) if dates else one)
        else:
            done.append(one)
    return done


def _outdone(one: Said, kept: Sequence[Said], kinds: Collection[tuple[ShowId, Kind]]) -> bool:
    """Whether another saying of the same show makes this one void."""
    others = [
        o for o in kept if o.show == one.show and not (o.kind is Kind.REVIVED and o.frame.rule.name == _WEAK_RETURN)
    ]
    beside = {o.kind for o in others if o.frame.marked is one.frame.marked}
    if one.frame.rule.name == _WEAK_RETURN:
        return any((one.show, kind) in kinds for kind in (Kind.FILM, Kind.RENEWED, Kind.SPIN_OFF))
    if one.kind is Kind.DATE_SET:
        moved = {o.season for o in others if o.kind is Kind.DATE_MOVED}
        return one.season in moved or None in moved
    if one.kind is Kind.CANCELLED and (one.show, Kind.REVIVED) in kinds:
        return True
    if one.kind is Kind.TALK:
        if one.frame.rule.name == "talks":
            return bool(beside & {Kind.CAST, Kind.CREW})
        return one.frame.marked.sentence.place is Place.BODY or any(o.kind in _FATES for o in others)
    anywhere = {o.kind for o in others}
    groups, by = _VOID_BY.get(one.kind, ((), frozenset()))
    return bool(beside & by) or any(group <= anywhere for group in groups)


_WEAK_RETURN = "comes back"
_VOID_BY: Mapping[Kind, tuple[Collection[frozenset[Kind]], frozenset[Kind]]] = {
    Kind.RENEWED: ((frozenset({Kind.REVIVED}),), frozenset({Kind.SPIN_OFF})),
    Kind.CANCELLED: ((frozenset({Kind.FILM}),), frozenset()),
    Kind.ENDED: ((), frozenset({Kind.CANCELLED})),
    Kind.FILM: ((frozenset({Kind.ENDED, Kind.RELEASED}),), frozenset()),
    Kind.ORDERED: ((frozenset({Kind.SPIN_OFF}), frozenset({Kind.RENEWED})), frozenset()),
}
"""By kind: the kinds that void it where the entry says all of a group, and those that do in the same sentence."""


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
        spoken = [
            one for one in said if one.frame.marked.sentence.place in _EARLY and one.frame.rule.name not in _ASIDE
        ]
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
