"""Makes claims of frames: which show, which season, which date; one claim a (show, kind, season).

Knows nothing of stories, storage or status.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.model.claim import Certainty, Claim, Kind
from bot.model.entry import Entry
from bot.model.show import ShowId
from bot.news.frames.certainty import Voice, certainty_of
from bot.news.frames.frame import (
    OLD,
    Dated,
    Frame,
    clause_around,
    day_of,
    governed,
    is_coming,
    names_other_work,
    shows_of,
)
from bot.news.frames.marks import Marked
from bot.news.lexicon.seasons_past import PAST_AFTER, PAST_BEFORE
from bot.news.lexicon.speech import RUMOUR, SPEAKS
from bot.news.sentences import Place
from bot.news.seasons import Season

SEASONED = frozenset(
    {
        Kind.RENEWED, Kind.FINAL_SEASON, Kind.FILMING_START, Kind.FILMING_WRAP, Kind.DATE_SET, Kind.DATE_MOVED,
        Kind.TRAILER, Kind.RELEASED,
    }
)  # fmt: skip
"""The kinds that are told of one season."""
_DATED = frozenset({Kind.DATE_SET, Kind.DATE_MOVED, Kind.FILMING_START, Kind.FILMING_WRAP, Kind.RELEASED, Kind.ENDED})
_DECISIONS = frozenset(
    {Kind.ORDERED, Kind.RENEWED, Kind.FINAL_SEASON, Kind.FILM, Kind.CANCELLED, Kind.ENDED, Kind.REVIVED, Kind.SPIN_OFF}
)


@dataclass(frozen=True, slots=True)
class Said:
    """What one frame says of one show: a claim in the making."""

    show: ShowId
    kind: Kind
    season: int | None
    when: str | None
    certainty: Certainty
    frame: Frame
    explicit: bool
    """The show is named in the frame's own sentence."""
    slot: str = ""
    why: str = ""


@dataclass(slots=True)
class Held:
    """A frame that became no claim, with why."""

    frame: Frame
    why: str


@dataclass(slots=True)
class Sayings:
    """What an entry's sentences say, in reading order."""

    said: list[Said] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)


def gather(
    entry: Entry,
    frames: Sequence[Frame],
    voice: Voice,
    topic: Callable[[Marked], Collection[ShowId]],
) -> Sayings:
    """What the frames say of which show. `topic` tells which shows a sentence that names none speaks of."""
    sayings = Sayings()
    for frame in frames:
        why = _why_not(frame)
        kind = frame.kind
        if frame.possible and why == "only thought of" and kind in _DECISIONS and _is_spoken_headline(frame):
            # "Season 6 could be the last, says its creator".
            kind, why = Kind.TALK, ""
        if frame.negated and kind in _DECISIONS and frame.marked.sentence.place is Place.TITLE:
            # What a headline denies is the news of it.
            kind, why = Kind.TALK, why if why != "negated" else ""
        if why:
            sayings.held.append(Held(frame, why))
            continue
        placed = shows_of(frame)
        if not placed and names_other_work(frame):
            sayings.held.append(Held(frame, "it is about another work"))
            continue
        explicit = bool(placed)
        targets: list[tuple[int | None, ShowId]] = [*placed]
        if not placed:
            targets = [(None, show) for show in topic(frame.marked)]
        if not targets:
            sayings.held.append(Held(frame, "no show is named"))
            continue
        made = False
        for number, (place, show) in enumerate(targets):
            following = targets[number + 1][0] if number + 1 < len(targets) else None
            for said in _say(entry, frame, kind, show, place, following, voice, explicit=explicit):
                sayings.said.append(said)
                made = True
        if not made:
            sayings.held.append(Held(frame, "no date to come"))
    return sayings


def _why_not(frame: Frame) -> str:
    if frame.background:
        return f"old news ({frame.background})"
    if frame.asked:
        return "a question"
    if frame.negated:
        return "negated"
    if frame.rule.name == "no further season" and _of_a_person(frame):
        return "it is about a person"
    if frame.possible and not frame.rule.possible and frame.kind in _DECISIONS | {Kind.CAST, Kind.CREW}:
        if not RUMOUR.search(frame.marked.text):
            return "only thought of"
    return ""


def _is_spoken_headline(frame: Frame) -> bool:
    marked = frame.marked
    return marked.sentence.place is Place.TITLE and SPEAKS.search(marked.text) is not None


def _of_a_person(frame: Frame) -> bool:
    """ "Gary Oldman not returning for season 6" ends no show."""
    start, _ = clause_around(frame.marked.text, frame.trigger)
    people = frame.marked.people_in(start, frame.trigger)
    return bool(people) and not frame.marked.shows_in(people[-1][0], frame.trigger)


def _say(
    entry: Entry,
    frame: Frame,
    kind: Kind,
    show: ShowId,
    place: int | None,
    following: int | None,
    voice: Voice,
    *,
    explicit: bool,
) -> list[Said]:
    certainty, why = certainty_of(frame, voice)
    dates = _dates(frame, kind, entry.published)
    if kind is Kind.DATE_SET and not dates and frame.rule.name == "date set":
        return []
    when = dates[0][1] if dates else None
    date_place = dates[0][0] if dates else None
    if kind is Kind.DATE_SET and when == entry.published.date().isoformat() :
        kind = Kind.RELEASED
    seasons = _seasons(frame, place, following, date_place) if kind in SEASONED else ()
    slot = _slot(frame, kind)
    return [
        Said(show, kind, season, when, certainty, frame, explicit, slot, why)
        for season in (seasons or (None,))
    ]


_GOVERNORS = {
    Kind.DATE_SET: ("out",),
    Kind.DATE_MOVED: ("out", ""),
    Kind.FILMING_START: ("film", "out", "past", ""),
    Kind.FILMING_WRAP: ("film", "past", "told", ""),
    Kind.RELEASED: ("out", "past", ""),
    Kind.ENDED: ("out", "past", ""),
}
"""Which words may govern the date of a kind of news."""


def _dates(frame: Frame, kind: Kind, published: datetime) -> list[tuple[int, str]]:
    """The dates that a frame speaks of, with their places; the one in its hit first."""
    if kind not in _DATED:
        return []
    start, end = clause_around(frame.marked.text, frame.trigger)
    start, end = min(start, frame.start), max(end, frame.end)
    fitting = [
        dated
        for dated in governed(frame.marked, published.date())
        if start <= dated.place < end and dated.governor in _GOVERNORS[kind]
    ]
    if kind is Kind.DATE_SET:
        fitting = [dated for dated in fitting if frame.start <= dated.place < frame.end]
    fitting.sort(key=lambda dated: (not frame.start <= dated.place < frame.end, abs(dated.place - frame.trigger)))
    return [(dated.place, when) for dated in fitting if (when := _read_date(frame, kind, dated, published)) is not None]


_BEGUN = re.compile(r"\b(?:begun|began|started|has|have|under\s?way|kicked|commenced|resumed)\b", re.IGNORECASE)


def _read_date(frame: Frame, kind: Kind, dated: Dated, published: datetime) -> str | None:
    today, found = published.date(), dated.found
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


def _seasons(frame: Frame, place: int | None, following: int | None, date_place: int | None) -> tuple[int, ...]:
    """The seasons that a frame speaks of: in its hit, else in its clause, else the only one of its sentence."""
    marked = frame.marked
    every = [found for found in marked.seasons_in(0, len(marked.text)) if not _is_past(marked, *found)]
    if not every:
        return ()
    if frame.kind is Kind.RENEWED and (counted := _counted(frame, every)):
        return counted
    numbered = [found for found in every if found[1].numbers]
    anchor = date_place if date_place is not None else frame.trigger
    if following is not None or (place is not None and place > frame.trigger):
        # One of several shows of a list: what stands between its name and the next.
        own = [found for found in numbered if (place or 0) < found[0] < (following or len(marked.text))]
        if own:
            return _of(frame, own[0])
        if following is not None:
            shared = [found for found in numbered if found[0] > following or found[0] < (place or 0)]
            return _of(frame, shared[0]) if shared and len(shared) == 1 else ()
    if date_place is not None:
        before = [found for found in numbered if found[0] < date_place and not marked.dates_in(found[0], date_place)]
        if before:
            return _of(frame, before[-1])
    clause = clause_around(marked.text, frame.trigger)
    for low, high in ((frame.start, frame.end), clause):
        inside = [found for found in numbered if low <= found[0] < high]
        if inside:
            return _of(frame, min(inside, key=lambda found: abs(found[0] - anchor)))
    numbers = {found[1].numbers for found in numbered}
    return _of(frame, numbered[0]) if len(numbers) == 1 else ()


def _of(frame: Frame, found: tuple[int, Season]) -> tuple[int, ...]:
    numbers = found[1].numbers
    return numbers if frame.kind is Kind.RENEWED else numbers[:1]


_COUNT = re.compile(r"\b(two|three|four|2|3|4)(?:-season|\s(?:more|additional|further|new|extra)\s(?:seasons|series))", re.IGNORECASE)
_COUNTS = {"two": 2, "2": 2, "three": 3, "3": 3, "four": 4, "4": 4}


def _counted(frame: Frame, every: Sequence[tuple[int, Season]]) -> tuple[int, ...]:
    """ "Renewed for two more seasons, to end with season 4": seasons 3 and 4."""
    counted = _COUNT.search(frame.words)
    last = max((found[1].numbers[-1] for found in every if found[1].numbers), default=0)
    if counted is None or not last:
        return ()
    count = _COUNTS[counted[1].lower()]
    return tuple(range(last - count + 1, last + 1)) if last > count else ()


def _is_past(marked: Marked, place: int, season: Season) -> bool:
    """Whether a season is named as one that was: "ahead of its season 2 finale", "after three seasons"."""
    return bool(PAST_BEFORE.search(marked.text[:place]) or PAST_AFTER.match(marked.text[place + 1 :]))


def _slot(frame: Frame, kind: Kind) -> str:
    if kind in (Kind.CAST, Kind.CREW):
        people = frame.marked.people_in(frame.start, frame.end) or frame.marked.people_in(0, len(frame.marked.text))
        names = dict.fromkeys(name for _, name in people)
        return ", ".join(list(names)[:3])
    if kind is Kind.TRAILER:
        words = frame.marked.text[frame.start : frame.end].lower()
        return "trailer" if "trailer" in words else "teaser" if "teaser" in words else ""
    return ""


def to_claims(entry: Entry, said: Sequence[Said]) -> tuple[Claim, ...]:
    """One claim a (show, kind, season), from the first that says it, completed by what others add."""
    claims: dict[tuple[ShowId, Kind, int | None], Claim] = {}
    for one in _completed(said):
        season = one.season if one.kind in SEASONED else None
        key = (one.show, one.kind, season)
        claim = Claim(
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
        known = claims.get(key)
        claims[key] = claim if known is None else _better(known, claim)
    return tuple(claims.values())


def _better(known: Claim, other: Claim) -> Claim:
    """The first claim, with a closer date or a name that a later one adds."""
    when = known.when
    if other.when is not None:
        if when is None:
            when = other.when
        elif (ours := day_of(when)) and (theirs := day_of(other.when)):
            inside = ours.start <= theirs.start and theirs.end <= ours.end
            when = other.when if inside and theirs != ours else when
    return replace(known, when=when, slot=known.slot or other.slot, by=known.by or other.by, season=known.season or other.season)


def _by(frame: Frame) -> str | None:
    networks = frame.marked.networks
    return networks[0] if networks else None


def _completed(said: Sequence[Said]) -> list[Said]:
    """The same with seasons filled in where one season is the only one an entry's news of a show can mean."""
    return [replace(one, season=_season_meant(one, said)) if _lacks_season(one) else one for one in said]


def _lacks_season(one: Said) -> bool:
    return one.season is None and one.kind in SEASONED


def _season_meant(one: Said, said: Sequence[Said]) -> int | None:
    others = [o for o in said if o.show == one.show and o.season is not None and o.kind in SEASONED]
    for other in others:
        if other.kind is one.kind:
            return other.season
    numbers = {other.season for other in others}
    if any(o.kind is Kind.FILM for o in said if o.show == one.show):
        return None
    if len(numbers) == 1:
        return numbers.pop()
    if not numbers and one.kind is Kind.RENEWED:
        return _next_season(one.frame.marked)
    return None


def _next_season(marked: Marked) -> int | None:
    """ "The season 2 finale is barely dry and there will be more": the next one."""
    past = [found for found in marked.seasons_in(0, len(marked.text)) if _is_past(marked, *found)]
    numbers = [found[1].numbers[-1] for found in past if found[1].numbers]
    return max(numbers) + 1 if numbers else None


def recast_as_crew(said: Sequence[Said], crew: Collection[str]) -> list[Said]:
    """Of people who work behind the camera, news of them is crew news."""
    done = []
    for one in said:
        if one.kind is Kind.CAST:
            beside = [o for o in said if o.frame.marked is one.frame.marked and o.kind is Kind.CREW and o.show == one.show]
            names = set(filter(None, one.slot.split(", ")))
            if beside and not _ON_SCREEN.search(one.frame.words):
                continue
            if names and names <= crew:
                done.append(replace(one, kind=Kind.CREW))
                continue
        done.append(one)
    return done


_ON_SCREEN = re.compile(r"\b(?:cast|role|stars?|starring|actor|actress|plays?|series regulars?)\b", re.IGNORECASE)
