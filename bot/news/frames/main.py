"""What the headline is about, and which sayings hold beside it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from bot.model.claim import Claim, Kind
from bot.model.show import ShowId
from bot.news.frames.said import ASIDE, Said
from bot.news.lexicon.noise import WEAK
from bot.news.sentences import Place

_OVER = {
    Kind.FINAL_SEASON: frozenset({Kind.RENEWED}),
    Kind.REVIVED: frozenset({Kind.RENEWED, Kind.CANCELLED, Kind.ENDED, Kind.FINAL_SEASON}),
    Kind.FILM: frozenset({Kind.CANCELLED, Kind.FINAL_SEASON, Kind.ENDED, Kind.RENEWED, Kind.ORDERED}),
    Kind.SPIN_OFF: frozenset({Kind.ORDERED, Kind.REVIVED}),
    Kind.DATE_MOVED: frozenset({Kind.DATE_SET}),
    Kind.ENDED: frozenset({Kind.FINAL_SEASON}),
    Kind.CANCELLED: frozenset({Kind.ENDED, Kind.FINAL_SEASON}),
}
"""Of two kinds in one headline, which is the news."""
_FATES = frozenset(
    {Kind.ORDERED, Kind.RENEWED, Kind.FINAL_SEASON, Kind.FILM, Kind.CANCELLED, Kind.ENDED, Kind.REVIVED, Kind.SPIN_OFF}
)
_GUIDES_TELL = frozenset({Kind.RENEWED, Kind.DATE_SET, Kind.DATE_MOVED})
"""What a guide to a coming season may tell right below its headline."""
_PEOPLE_NEWS = frozenset({Kind.CAST, Kind.CREW, Kind.HALT, Kind.TALK})
_OF_PEOPLE = frozenset({"interview", "gossip", "awards", "ratings", "industry"})
"""Headlines of people that may tell of coming and going, or of the future: "Emmy winner joins …"."""
_NEED_A_HEADLINE = frozenset({Kind.CANCELLED, Kind.ENDED})
"""The news of an end stands at the top; further down it is what happened before."""


def _is_late(one: Said, said: Sequence[Said]) -> bool:
    """Whether a saying stands in the text only, of a show that the headline names for something else."""
    top = (Place.TITLE, Place.SUMMARY)
    return one.frame.marked.sentence.place not in top and not any(
        o.kind is one.kind and o.show == one.show and o.frame.marked.sentence.place in top for o in said
    )


_MOVES = frozenset({Kind.FILMING_START, Kind.FILMING_WRAP, Kind.RELEASED, Kind.TRAILER})
_GOES_ON = frozenset({Kind.RENEWED, Kind.FINAL_SEASON, Kind.FILM, Kind.REVIVED})
_FILMING = frozenset({Kind.FILMING_START, Kind.FILMING_WRAP, Kind.HALT, Kind.DATE_MOVED})
_GUIDE = re.compile(r"\b(?:everything|all|what)\s(?:you|we|to)\b", re.IGNORECASE)
_EARLY = (Place.SUMMARY, Place.LEAD, Place.ITEM)


def _is_early(one: Said) -> bool:
    return one.frame.marked.sentence.place in _EARLY


def _before_the_guide(one: Said) -> bool:
    """As in "Filming wraps, everything we know about season 3": the news stands first."""
    guide = _GUIDE.search(one.frame.marked.text)
    return one.kind in _FILMING and guide is not None and one.frame.end <= guide.start()


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
            and one.kind in (_FATES | _PEOPLE_NEWS if noise in _OF_PEOPLE else _FATES)
            and one.frame.rule.name not in ASIDE
        ]
        if noise == "guide" and not in_title:
            in_title = [
                one for one in kept if one.frame.marked.sentence.place is Place.TITLE and _before_the_guide(one)
            ]
            kept = [one for one in kept if one in in_title or _is_early(one)] if in_title else kept
        if noise == "guide" and not in_title:
            kept = [one for one in kept if one.kind in _GUIDES_TELL and _is_early(one)]
            in_title = kept
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
    named = {mention.show for one in said for mention in one.frame.marked.titles if one in title}
    moving = {one.show for one in title if one.kind in _MOVES}
    denied = {one.show for one in title if one.frame.rule.name == "denied"}
    return [
        one
        for one in said
        if one in title
        or (
            not (one.frame.rule.name == "spin-off named" and not _tells_whose(one, title))
            and not (one.kind in _NEED_A_HEADLINE and _is_late(one, said) and one.show in named)
            and not (one.kind is Kind.HALT and one.show in moving)
            and not (
                (one.kind is Kind.CANCELLED and one.show in good)
                or (one.kind in _FATES - {Kind.RENEWED, Kind.ORDERED} and one.show in denied)
            )
        )
    ]


def _tells_whose(one: Said, title: Sequence[Said]) -> bool:
    """As in "CBS orders Hawk", then "The Kingfisher offshoot follows": the teaser tells of which show it is one."""
    place = one.frame.marked.sentence.place
    new = any(o.kind is Kind.ORDERED and o.show != one.show for o in title)
    return place is Place.TITLE or (place is Place.SUMMARY and new)


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
    if one.frame.rule.name == _BARE_RETURN:
        # "It will be back" is news by itself where a headline says no more than that.
        return one.frame.marked.sentence.place is not Place.TITLE or bool({o.kind for o in others} - _BESIDE_A_RETURN)
    if one.frame.rule.name == _WEAK_RETURN:
        return any((one.show, kind) in kinds for kind in (Kind.FILM, Kind.RENEWED, Kind.SPIN_OFF))
    if one.kind is Kind.DATE_SET:
        moved = {o.season for o in others if o.kind is Kind.DATE_MOVED}
        # "Announces a spin-off for 2027": the day is the spin-off's.
        return one.season in moved or None in moved or (Kind.SPIN_OFF in beside and not beside & _OWN_DATE)
    if (
        one.kind is Kind.FINAL_SEASON
        and one.season is None
        and any(o.frame.rule.name == _ENDS_WITH_FILM for o in others)
    ):
        return True
    if one.kind is Kind.RELEASED and any(
        o.frame.rule.name == "is over" and o.frame.marked is one.frame.marked for o in others
    ):
        # "The last episode is out" is an end.
        return True
    if one.kind is Kind.CANCELLED and (one.show, Kind.REVIVED) in kinds:
        return True
    if _ends_by_plan(one, others):
        return True
    if one.kind is Kind.TALK:
        return _talk_is_outdone(one, others)
    if _is_taken_back(one, others):
        return True
    anywhere = {o.kind for o in others}
    groups, by = _VOID_BY.get(one.kind, ((), frozenset()))
    return bool(beside & by) or any(group <= anywhere for group in groups)


def _ends_by_plan(one: Said, others: Sequence[Said]) -> bool:
    """Whether what sounds like a cancellation or an end is a last season still to come."""
    if one.kind is Kind.CANCELLED and _CALLS_TIME.match(
        one.frame.marked.text[max(0, one.frame.trigger - 8) :].lstrip()[:40]
    ):
        # "Calls time on it: the next series is the last" is an end by plan.
        return any(o.kind is Kind.FINAL_SEASON and o.frame.marked.sentence.place in _TOP for o in others)
    return one.kind is Kind.ENDED and any(_is_to_end(o) for o in others if o.frame.marked is not one.frame.marked)


def _is_to_end(one: Said) -> bool:
    """As in "Its fifth series will be its last": whatever says goodbye in the headline is not over yet."""
    at_the_top = one.frame.marked.sentence.place in _TOP
    return one.kind is Kind.FINAL_SEASON and at_the_top and _WILL_BE_LAST.search(one.frame.words) is not None


def _talk_is_outdone(one: Said, others: Sequence[Said]) -> bool:
    """Talk is news where nothing is decided, and beside an end for what may come after it."""
    rule, marked = one.frame.rule.name, one.frame.marked
    place = marked.sentence.place
    if rule == "talks":
        return any(o.kind in (Kind.CAST, Kind.CREW) and o.frame.marked is marked for o in others)
    decided = [o for o in others if o.kind in _FATES and not _is_taken_back(o, [one])]
    if place in (Place.TITLE, Place.SUMMARY) and rule in _AFTER_AN_END:
        return any(o.kind not in _NEED_A_HEADLINE for o in decided)
    if place is Place.TITLE and rule in _ANSWERED:
        # What a headline says of the future is its news, whatever the text tells of last week.
        return any(o.frame.marked.sentence.place in (Place.TITLE, Place.SUMMARY) for o in decided)
    return place is Place.BODY or bool(decided)


def _is_taken_back(one: Said, others: Sequence[Said]) -> bool:
    """Whether the same sentence says that it is not so, or that it is only an offshoot that may be or will not be."""
    for o in others:
        if o.frame.marked is not one.frame.marked:
            continue
        rule, near = o.frame.rule.name, abs(o.frame.trigger - one.frame.trigger) <= _ONE_PHRASE
        if rule == "denied" and one.kind in _DENIED and o.frame.trigger < one.frame.trigger:
            return True
        if rule == "spin-off called off" and (one.kind is Kind.SPIN_OFF or (one.kind is Kind.CANCELLED and near)):
            return True
        if rule in _NO_OFFSHOOT and one.frame.rule.name == "spin-off named":
            return True
    return False


_TOP = (Place.TITLE, Place.SUMMARY)
_WILL_BE_LAST = re.compile(r"\b(?:will|to|going\sto)\sbe\s(?:its|the)\s(?:very\s)?(?:last|final)\b", re.IGNORECASE)
_CALLS_TIME = re.compile(
    r"\S{0,8}\s?(?:calls?|calling|called)?\s?(?:time|it\sa\sday|it\squits|a\sday|quits)\son\b", re.IGNORECASE
)
_ANSWERED = frozenset({"denied", "more to come", "speaks of the future", "hope", "answers the question"})
_AFTER_AN_END = frozenset({"more to come", "looks for a new home", "hope", "talks", "spin-off called off"})
"""Talk that is news beside a cancellation: what may come after it."""
_DENIED = frozenset(
    {Kind.HALT, Kind.CANCELLED, Kind.ENDED, Kind.DATE_MOVED, Kind.FINAL_SEASON, Kind.SPIN_OFF, Kind.CAST}
)
"""What "denies that" before it takes back."""
_NO_OFFSHOOT = frozenset({"talks", "spin-off called off", "denied", "has a say on the future", "hope", "thought of"})
"""Talk of an offshoot: that it will not be made, or may be."""
_ONE_PHRASE = 25
"""Characters within which "spin-off" and "scrapped" speak of the same thing."""
_ENDS_WITH_FILM = "ends with a film"
_WEAK_RETURN = "comes back"
_OWN_DATE = frozenset({Kind.RENEWED, Kind.FINAL_SEASON, Kind.RELEASED, Kind.TRAILER, Kind.REVIVED, Kind.FILM})
_BARE_RETURN = "will be back"
_BESIDE_A_RETURN = frozenset({Kind.RENEWED, Kind.TALK, Kind.CAST, Kind.CREW})
_VOID_BY: Mapping[Kind, tuple[Collection[frozenset[Kind]], frozenset[Kind]]] = {
    Kind.RENEWED: ((frozenset({Kind.REVIVED}),), frozenset({Kind.SPIN_OFF})),
    Kind.CANCELLED: ((frozenset({Kind.FILM}),), frozenset({Kind.HALT})),
    Kind.ENDED: ((frozenset({Kind.CANCELLED}),), frozenset()),
    Kind.DATE_MOVED: ((), frozenset({Kind.HALT})),
    Kind.FILMING_START: ((), frozenset({Kind.HALT})),
    Kind.CAST: ((), frozenset({Kind.SPIN_OFF})),
    Kind.FILM: ((frozenset({Kind.ENDED, Kind.RELEASED}),), frozenset()),
    Kind.ORDERED: (
        (frozenset({Kind.SPIN_OFF}), frozenset({Kind.RENEWED}), frozenset({Kind.REVIVED})),
        frozenset({Kind.FILM}),
    ),
}
"""By kind: the kinds that void it where the entry says all of a group, and those that do in the same sentence."""


def _order(one: Said) -> int:
    """Where a saying stands in its headline; of a date where the date does."""
    return one.frame.end if one.kind is Kind.DATE_SET else one.frame.trigger


_TOLD_OF_THE_END = re.compile(
    r"^[^.;!?]{0,80}\b(?:final|last|farewell)\s(?:season|series|run|chapter|ride|outing)\s?(?:$|[.,:;!–—]|\b(?:at|on|of|for|to|in)\b)"
    r"(?!.{0,40}\b(?:about|kiss|scene|moment))",
    re.IGNORECASE,
)


def main_kind(said: Sequence[Said], claims: Sequence[Claim]) -> Kind | None:
    """What the headline is about; where it says nothing itself, what the first sentences say."""
    if not claims:
        return None
    title = [one for one in said if one.frame.marked.sentence.place is Place.TITLE]
    spoken = [one for one in title if one.frame.rule.name not in ASIDE]
    if title and not spoken and not _TOLD_OF_THE_END.search(title[0].frame.words):
        # "Opens up about the final season" tells no news of it.
        spoken = [one for one in said if one not in title and one.frame.rule.name not in ASIDE]
        if not spoken:
            return None
    spoken = spoken or title
    if not spoken:
        spoken = [one for one in said if one.frame.marked.sentence.place in _EARLY and one.frame.rule.name not in ASIDE]
    if not spoken:
        spoken = list(said)
    if not spoken:
        return None
    decided = not title and any(one.kind in _FATES for one in spoken)
    spoken.sort(
        key=lambda one: (
            # Where the headline is silent, a decision goes before a date.
            decided and one.kind not in _FATES,
            one.frame.marked.number,
            one.kind is Kind.TALK,
            _order(one),
        )
    )
    first = spoken[0].kind
    same = {
        one.kind for one in title or spoken if one.frame.marked is spoken[0].frame.marked and one.show == spoken[0].show
    }
    changed = True
    while changed:
        changed = False
        for kind in same:
            if first in _OVER.get(kind, ()):
                first, changed = kind, True
    return first
