"""Completes what the sentences of an entry say from each other: seasons, the end that a film brings, who is crew.

Knows no text but the words of its sayings.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.model.claim import Certainty, Kind
from bot.news.frames.marks import Marked
from bot.news.frames.said import SEASONED, Said
from bot.news.frames.which import COUNT, COUNTS, is_past
from bot.news.lexicon.seasons_past import AHEAD_OF, NOT_TO_BE
from bot.news.lexicon.speech import ENDING_FILM
from bot.news.sentences import Place


def complete(said: Sequence[Said], title: Marked) -> list[Said]:
    """The same with seasons filled in where one season is the only one an entry's news of a show can mean."""
    done: list[Said] = []
    for one in said:
        if one.kind is Kind.REVIVED and one.season is None:
            done.append(replace(one, season=_season_decided(one, said)))
        elif one.season is not None or one.kind not in SEASONED:
            done.append(one)
        elif one.kind is Kind.RENEWED and (several := _several(one, said)):
            done += [replace(one, season=season) for season in several]
        else:
            done.append(replace(one, season=_season_meant(one, said, title)))
    return _dated_ends([*done, *_newly_decided(done), *_ended_by_film(done)])


def _season_decided(one: Said, said: Sequence[Said]) -> int | None:
    """As in "NBC saves it. It has picked the show up for a sixth season": what comes back is that season."""
    seasons = {
        o.season for o in said if o.show == one.show and o.kind in (Kind.RENEWED, Kind.REVIVED) and o.season is not None
    }
    return seasons.pop() if len(seasons) == 1 else None


def _dated_ends(said: list[Said]) -> list[Said]:
    """An end is when the last of it came out."""
    out = {one.show: one.when for one in said if one.kind is Kind.RELEASED and one.when is not None}
    return [
        replace(one, when=out.get(one.show)) if one.kind is Kind.ENDED and one.when is None else one for one in said
    ]


def _ended_by_film(said: Sequence[Said]) -> list[Said]:
    """The film that ends the story is out, so the story is over."""
    extra = {}
    for one in said:
        if one.kind is not Kind.RELEASED:
            continue
        same = [o for o in said if o.show == one.show]
        last = any(ENDING_FILM.search(o.frame.words) for o in same)
        if last and not any(o.kind is Kind.ENDED for o in same):
            extra[one.show] = replace(one, kind=Kind.ENDED, season=None)
    return list(extra.values())


def _newly_decided(said: Sequence[Said]) -> list[Said]:
    """A last season is news of a renewal too while the one before it is still to come."""
    extra = {}
    for one in said:
        if one.kind is not Kind.FINAL_SEASON or one.season is None:
            continue
        same = [o for o in said if o.show == one.show]
        earlier = any(o.kind is Kind.DATE_SET and o.season is not None and o.season < one.season for o in same)
        if earlier and not any(o.kind in (Kind.RENEWED, Kind.REVIVED) and o.season == one.season for o in same):
            extra[one.show, one.season] = replace(one, kind=Kind.RENEWED)
    return list(extra.values())


def _several(one: Said, said: Sequence[Said]) -> tuple[int, ...]:
    """As in "Renewed for two more seasons", where another sentence says through which."""
    counted = COUNT.search(one.frame.words)
    last = max((o.season or 0 for o in said if o.show == one.show and o.kind in _NUMBERED_BY), default=0)
    if counted is None or not last:
        return ()
    return tuple(range(max(1, last - COUNTS[counted[1].lower()] + 1), last + 1))


_MORE_OF_IT = re.compile(
    r"\b(?:orders|ordered|renews|renewed|commissions|commissioned|picks\sup|picked\sup)\s(?:it\s|the\s(?:show|series)\s)?(?:for\s)?"
    r"(?:another|more|[\ue300-\ue3ff])",
    re.IGNORECASE,
)
_TOP = (Place.TITLE, Place.SUMMARY)
_NUMBERED_BY = frozenset({Kind.RENEWED, Kind.FINAL_SEASON})


def _season_meant(one: Said, said: Sequence[Said], title: Marked) -> int | None:
    others = [
        o
        for o in said
        if o.show == one.show
        and o.season is not None
        and o.kind in SEASONED
        and (o.certainty is not Certainty.RUMOUR or one.certainty is Certainty.RUMOUR)
    ]
    for other in others:
        if other.kind is one.kind:
            return other.season
    if any(o.kind is Kind.FILM for o in said if o.show == one.show):
        return None
    if (ordered := _just_ordered(one, others)) is not None:
        return ordered
    if one.kind in (Kind.DATE_SET, Kind.TRAILER, Kind.RELEASED) and (ahead := _ahead(title)):
        return ahead
    numbers = _at_the_top(one, others) or {other.season for other in others}
    if len(numbers) == 1:
        return numbers.pop()
    if numbers:
        return None
    if len({m.show for m in title.titles} | {one.show}) == 1:
        headline = {
            n
            for place, season in title.seasons_in(0, len(title.text))
            if not is_past(title, place) and not NOT_TO_BE.search(title.text[:place])
            for n in season.numbers
        }
        if len(headline) == 1:
            return headline.pop()
    return _next_season(one.frame.marked) or _next_season(title) if one.kind is Kind.RENEWED else None


def _just_ordered(one: Said, others: Sequence[Said]) -> int | None:
    """As in "HBO has ordered another round, with a 2028 debut targeted": the date is of what is ordered."""
    if one.kind is not Kind.DATE_SET or not _MORE_OF_IT.search(one.frame.marked.text[: one.frame.end]):
        return None
    decided = {other.season for other in others if other.kind in _NUMBERED_BY}
    return decided.pop() if len(decided) == 1 else None


def _at_the_top(one: Said, others: Sequence[Said]) -> set[int | None]:
    """The season of headline and teaser, for one that stands there: both speak of the same."""
    if one.frame.marked.sentence.place not in _TOP:
        return set()
    top = {other.season for other in others if other.frame.marked.sentence.place in _TOP}
    return top if len(top) == 1 else set()


def _ahead(title: Marked) -> int | None:
    """As in "Renewed for season 4 ahead of season 3 premiere": what has a date is season 3."""
    for place, season in title.seasons_in(0, len(title.text)):
        if season.numbers and AHEAD_OF.search(title.text[:place]):
            return season.numbers[0]
    return None


def _next_season(marked: Marked) -> int | None:
    """As in "The season 2 finale is barely dry and there will be more": the next one."""
    past = [found for found in marked.seasons_in(0, len(marked.text)) if is_past(marked, found[0])]
    numbers = [
        found[1].numbers[-1] for found in past if found[1].numbers and not AHEAD_OF.search(marked.text[: found[0]])
    ]
    return max(numbers) + 1 if numbers else None


def recast_as_crew(said: Sequence[Said], crew: Collection[str]) -> list[Said]:
    """Of people who work behind the camera, news of them is crew news."""
    done = []
    for one in said:
        if one.kind is Kind.CAST:
            beside = [
                o for o in said if o.frame.marked is one.frame.marked and o.kind is Kind.CREW and o.show == one.show
            ]
            behind = {name for o in beside for name in o.slot.split(", ")}
            names = set(filter(None, one.slot.split(", ")))
            if beside and not _ON_SCREEN.search(one.frame.words) and names <= behind:
                continue
            led = any(o.kind is Kind.CREW and o.show == one.show and o.frame.marked.number == 0 for o in said)
            taken = led and _TAKES_OVER.search(one.frame.words) and not _ON_SCREEN.search(one.frame.words)
            if taken or (names and names <= set(crew)):
                done.append(replace(one, kind=Kind.CREW))
                continue
        done.append(one)
    return done


_TAKES_OVER = re.compile(r"\b(?:tak(?:e|es|ing) over|step(?:s|ping)? in|replac\w+|succeed\w*)\b", re.IGNORECASE)
_ON_SCREEN = re.compile(r"\b(?:cast|role|stars?|starring|actor|actress|plays?|series regulars?)\b", re.IGNORECASE)
