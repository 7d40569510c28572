"""Which season and which date a frame speaks of. Knows nothing of the rest of the entry."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from bot.model.claim import Kind
from bot.news.frames.dated import OLD, Dated, day_of, governed, is_coming
from bot.news.frames.frame import Frame, clause_around
from bot.news.frames.marks import Marked
from bot.news.frames.said import DATED
from bot.news.lexicon.marks import expand
from bot.news.lexicon.seasons_past import AHEAD_OF, NOT_TO_BE, PAST_AFTER, PAST_BEFORE
from bot.news.seasons import CARDINALS, ORDINALS, Season

_GOVERNORS = {
    Kind.DATE_SET: ("out",),
    Kind.DATE_MOVED: ("out", ""),
    Kind.FILMING_START: ("film", "out", "past", ""),
    Kind.FILMING_WRAP: ("film", "past", "told", ""),
    Kind.RELEASED: ("out", "past", ""),
    Kind.ENDED: ("out", "past", ""),
}
"""Which words may govern the date of a kind of news."""


def dates_of(frame: Frame, kind: Kind, published: datetime) -> list[tuple[int, str]]:
    """The dates that a frame speaks of, with their places; the one in its hit first."""
    if kind not in DATED:
        return []
    start, end = clause_around(frame.marked.text, frame.trigger)
    start, end = min(start, frame.start), max(end, frame.end)
    if kind is Kind.DATE_MOVED:
        start, end = 0, len(frame.marked.text)
    fitting = [
        dated
        for dated in governed(frame.marked, published.date())
        if start <= dated.place < end and dated.governor in _GOVERNORS[kind]
    ]
    if kind is Kind.DATE_SET:
        fitting = [dated for dated in fitting if frame.start <= dated.place < frame.end]
    fitting.sort(key=lambda dated: (not frame.start <= dated.place < frame.end, abs(dated.place - frame.trigger)))
    return [(dated.place, when) for dated in fitting if (when := _read_date(frame, kind, dated, published)) is not None]


_BEGUN = re.compile(
    r"\b(?:begun|began|started|has|have|(?:is|are|was|now|already)\sunder\s?way|kicked|commenced|resumed)\b",
    re.IGNORECASE,
)


def _read_date(frame: Frame, kind: Kind, dated: Dated, published: datetime) -> str | None:
    today, found = published.date(), dated.found
    if kind is Kind.DATE_MOVED and not dated.governor and found.coming == today.isoformat():
        # "Pre-empted tonight" tells from when it is moved, not to when.
        return None
    if kind in (Kind.DATE_SET, Kind.DATE_MOVED):
        return found.coming if is_coming(found, today) else None
    if kind is Kind.FILMING_START and is_coming(found, today) and not _BEGUN.search(_hit(frame)):
        return found.coming
    when = day_of(found.past)
    if when is None or when.start > today or (today - when.end).days > OLD.days:
        return None
    return found.past


def _hit(frame: Frame) -> str:
    return frame.marked.text[frame.start : frame.end]


def seasons_of(frame: Frame, place: int | None, following: int | None, date_place: int | None) -> tuple[int, ...]:
    """The seasons that a frame speaks of: in its hit, else in its clause, else the only one of its sentence."""
    marked = frame.marked
    every = [
        found
        for found in marked.seasons_in(0, len(marked.text))
        if _is_meant(frame, found[0]) and not _of_another(marked, found[0], place)
    ]
    if not every:
        return _without_its_noun(frame)
    if frame.kind is Kind.RENEWED and (counted := _counted(frame, every)):
        return counted
    numbered = [found for found in every if found[1].numbers]
    anchor = date_place if date_place is not None else frame.trigger
    if following is not None or (place is not None and place > frame.trigger):
        listed = _in_a_list(frame, numbered, place or 0, following)
        if listed is not None:
            return listed
    if date_place is not None:
        before = [found for found in numbered if found[0] < date_place and not marked.dates_in(found[0], date_place)]
        if before:
            return _of(frame, before[-1])
    clause = clause_around(marked.text, frame.trigger)
    for low, high in ((frame.start, frame.end), clause):
        inside = [found for found in numbered if low <= found[0] < high]
        if inside:
            return _of(frame, min(inside, key=lambda found: abs(found[0] - anchor)))
    return _only_one(frame, numbered, date_place)


_ENDS_AFTER = re.compile(
    r"\b(?:after|with)\s(?:its\s|just\s|only\s)?(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})\s"
    r"(?:[a-z-]+\s)?(?:seasons|series)\b",
    re.IGNORECASE,
)
_THE_NTH = re.compile(
    r"(?:^|[.;:,–—]\s?|\b(?:on|and|while|but|as)\s)the\s(second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s"
    r"(?:one\s)?(?:starts?|begins?|premieres?|debuts?|arrives?|lands?|launches|drops?|returns?|airs?|is|are|goes|will|films?|"
    r"wraps?|shoots?|has|was|continues|follows)\b",
    re.IGNORECASE,
)


def _without_its_noun(frame: Frame) -> tuple[int, ...]:
    """As in "to end after five series", "The third starts today": a number that only the news makes a season."""
    if frame.kind is Kind.FINAL_SEASON and (ends := _ENDS_AFTER.search(frame.marked.text)) is not None:
        number = ends[1].lower()
        return (CARDINALS[number] if number in CARDINALS else int(number),)
    if frame.kind in _OF_THE_NTH and (nth := _THE_NTH.search(frame.marked.text)) is not None:
        return (ORDINALS[nth[1].lower()],)
    return ()


_OF_THE_NTH = frozenset({Kind.RELEASED, Kind.DATE_SET, Kind.FILMING_START, Kind.FILMING_WRAP})


def _only_one(frame: Frame, numbered: list[tuple[int, Season]], date_place: int | None) -> tuple[int, ...]:
    """The one season of a sentence, wherever it stands."""
    if date_place is not None:
        # "It is back in 2027, and Task shoots its second season": what follows in a clause of its own is another's.
        text = frame.marked.text
        numbered = [found for found in numbered if not _HANGS_ON.search(text[date_place : found[0]])]
    numbers = {found[1].numbers for found in numbered}
    return _of(frame, numbered[0]) if len(numbers) == 1 else ()


def _in_a_list(
    frame: Frame, numbered: Sequence[tuple[int, Season]], place: int, following: int | None
) -> tuple[int, ...] | None:
    """Of one of several shows of a list: the seasons between its name and the next; None where the list tells none."""
    own = [found for found in numbered if place < found[0] < (following or len(frame.marked.text))]
    if own:
        return _of(frame, own[0])
    if following is None:
        return None
    shared = [found for found in numbered if found[0] > following or found[0] < place]
    return _of(frame, shared[0]) if len(shared) == 1 else ()


_HANGS_ON = re.compile(r",\s(?:and|while|but)\s|;\s|\.\s", re.IGNORECASE)
_SAME_LIST = re.compile(r"(?:[\s,&’”“‘'\"]|\b(?:and|plus|as\swell\sas)\b|[\ue000-\ue0ff])*", re.IGNORECASE)
_LEADS_TO = re.compile(r"\s(?:(?:of|for|from|to|on)\s)?(?:the\s)?[“‘'\"]?[\ue000-\ue0ff]", re.IGNORECASE)


def _of_another(marked: Marked, season: int, place: int | None) -> bool:
    """Whether a season is told of another show than the one at a place: "A gets season 4, B to end with season 5"."""
    shows = marked.shows_in(0, len(marked.text))
    if place is None or len(shows) < 2:
        return False
    before = [at for at, _ in shows if at < season]
    if not before or before[-1] == place or _LEADS_TO.match(marked.text[season + 1 : season + 16]):
        return False
    ours = {show for at, show in shows if at == place}
    if ours == {show for at, show in shows if at == before[-1]}:
        return False
    low, high = min(place, before[-1]), max(place, before[-1])
    return before[-1] < place or not _SAME_LIST.fullmatch(marked.text[low + 1 : high])


def _of(frame: Frame, found: tuple[int, Season]) -> tuple[int, ...]:
    numbers = found[1].numbers
    if frame.kind is Kind.FINAL_SEASON:
        return numbers[-1:]
    if frame.kind is not Kind.RENEWED:
        return numbers[:1]
    every = frame.marked.seasons_in(0, len(frame.marked.text))
    joined = [
        n
        for place, season in every
        for n in season.numbers
        if place != found[0] and _JOINED.fullmatch(frame.marked.text[min(place, found[0]) + 1 : max(place, found[0])])
    ]
    return tuple(sorted({*numbers, *joined}))


_JOINED = re.compile(r",?\s(?:and|&|to)\s(?:(?:a|an|the)\s)?", re.IGNORECASE)


COUNT = re.compile(
    r"\b(two|three|four|2|3|4)(?:-season|\s(?:more|additional|further|new|extra)\s(?:seasons|"
    r"series))",
    re.IGNORECASE,
)
COUNTS = {"two": 2, "2": 2, "three": 3, "3": 3, "four": 4, "4": 4}


def _counted(frame: Frame, every: Sequence[tuple[int, Season]]) -> tuple[int, ...]:
    """As in "Renewed for two more seasons, to end with season 4": seasons 3 and 4."""
    counted = COUNT.search(frame.words)
    last = max((found[1].numbers[-1] for found in every if found[1].numbers), default=0)
    if counted is None or not last:
        return ()
    count = COUNTS[counted[1].lower()]
    return tuple(range(last - count + 1, last + 1)) if last > count else ()


_DATE_NEXT = re.compile(expand(r"[^.;!?]{0,25}{D}"))


def _is_meant(frame: Frame, place: int) -> bool:
    """Whether a frame may speak of a season: not of one that was, nor of one that will not be."""
    if frame.kind is Kind.FINAL_SEASON:
        return NOT_TO_BE.search(frame.marked.text[:place]) is None
    if (
        frame.kind is Kind.DATE_SET
        and AHEAD_OF.search(frame.marked.text[:place])
        and _DATE_NEXT.match(frame.marked.text, place + 1)
    ):
        # "Ahead of season 2 premiere in December": what has the date is season 2.
        return True
    unmade = frame.kind is not Kind.CANCELLED and NOT_TO_BE.search(frame.marked.text[:place]) is not None
    return not unmade and not is_past(frame.marked, place)


def is_past(marked: Marked, place: int) -> bool:
    """Whether a season is named as one that was: "ahead of its season 2 finale", "after three seasons"."""
    return bool(PAST_BEFORE.search(marked.text[:place]) or PAST_AFTER.match(marked.text[place + 1 :]))
