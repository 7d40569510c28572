"""Reads the sentences of an entry in another language than English by that language's table.

The same frames and sayings come of it, so that what follows need not know. No rule of English runs here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from datetime import datetime

from bot.model.claim import Certainty, Kind
from bot.model.entry import Entry
from bot.model.show import ShowId
from bot.model.source import Tier
from bot.news.frames.dated import OLD, day_of, is_coming
from bot.news.frames.frame import DATE_SET_RULE, Frame, clause_around, names_other_work, shows_of
from bot.news.frames.gather import Held, Sayings
from bot.news.frames.marks import Marked
from bot.news.frames.said import DECISIONS, NUMBERED, Said
from bot.news.frames.which import seasons_of
from bot.news.lexicon.dates import Found
from bot.news.lexicon.languages import EVENTS
from bot.news.lexicon.languages.language import MORE_TO_COME, Language
from bot.news.lexicon.rules.rule import Rule
from bot.news.sentences import Place

_REACH = 70
"""Letters between a date and the word that governs it."""
_PROMOTION = frozenset(
    {
        Kind.DATE_SET, Kind.TRAILER, Kind.RELEASED, Kind.FILMING_START, Kind.HALT, Kind.CANCELLED, Kind.SPIN_OFF,
        Kind.FILM,
    }
)  # fmt: skip
"""What "comes back with a third season" is told beside, and then is no decision."""
_ENDS_BY_PLAN = frozenset({Kind.FINAL_SEASON, Kind.FILM})
_SELF_EVIDENT = frozenset({Kind.TRAILER, Kind.RELEASED})
_NEAR = (Place.TITLE, Place.SUMMARY, Place.LEAD)


def noise_in(table: Language, title: Marked) -> str:
    """What shows that a headline tells no news; empty where it may tell some."""
    found = table.noise.search(title.text)
    return found.group().lower() if found is not None else ""


def read_foreign(
    entry: Entry, marked: Sequence[Marked], table: Language, topic: Callable[[Marked], Collection[ShowId]]
) -> tuple[list[Frame], Sayings]:
    """The frames of an entry's sentences and what they say of which show."""
    sayings = Sayings()
    frames: list[Frame] = []
    for m in marked:
        if m.sentence.place is Place.LINKS:
            continue
        found = _frames(m, table)
        dated = _dates(m, table, entry.published)
        frames += found
        said = [one for frame in found for one in _say(entry, frame, marked, table, topic, sayings)]
        said += [one for place, date in dated for one in _say_date(entry, m, place, date, marked, table, topic)]
        kinds = {one.kind for one in said}
        sayings.said += [
            one
            for one in said
            if not (one.frame.rule.name.startswith(MORE_TO_COME) and kinds & _PROMOTION)
            and not (one.kind is Kind.CANCELLED and kinds & _ENDS_BY_PLAN)
        ]
    return frames, sayings


def _frames(m: Marked, table: Language) -> list[Frame]:
    frames = []
    for rule in table.rules:
        match = rule.pattern.search(m.text)
        if match is not None:
            frames.append(_frame(rule, m, match.start(), match.end(), match.start(), table))
    return frames


def _frame(rule: Rule, m: Marked, start: int, end: int, trigger: int, table: Language) -> Frame:
    low, high = clause_around(m.text, trigger)
    before = m.text[max(low, trigger - 40) : trigger]
    past = table.background.search(m.text[low:high])
    return Frame(
        rule,
        m,
        start,
        end,
        trigger,
        negated=rule.kind is not Kind.CANCELLED and table.negated.search(before) is not None,
        possible=table.thought.search(before + m.text[trigger:end]) is not None,
        background=f"told of the past: {past.group()!r}" if past is not None else "",
        asked="?" in m.text[end : end + 80].partition(". ")[0].partition("! ")[0],
    )


def _dates(m: Marked, table: Language, published: datetime, *, governed: bool = True) -> list[tuple[int, Found]]:
    """The dates of a sentence that are not over and that a word of release governs, unless any will do."""
    today = published.date()
    found = []
    for place, date in m.dates_in(0, len(m.text)):
        low, high = clause_around(m.text, place)
        if _AFTER_A_COLON.search(m.text[low - 2 : place] if low > 1 else ""):
            # "Ya tiene fecha de estreno: 15 de enero": what the day is of stands before the colon.
            low, _ = clause_around(m.text, low - 2)
        near = m.text[max(low, place - _REACH) : min(high, place + _REACH // 2)]
        is_out = not governed or table.release.search(near) is not None
        if is_coming(date, today) and is_out and not table.background.search(m.text[low:high]):
            found.append((place, date))
    return found


_AFTER_A_COLON = re.compile(r"^:\s(?:el|o|le|am|em|en)?\s?$", re.IGNORECASE)
_A_DATE = re.compile(r"\b(?:fecha|data|date|datum|termin|starttermin)\b", re.IGNORECASE)
"""Between "announces" and a season: what is announced is when it comes."""


def _targets(frame: Frame, topic: Callable[[Marked], Collection[ShowId]]) -> list[tuple[int | None, ShowId]]:
    placed: list[tuple[int | None, ShowId]] = list(shows_of(frame))
    if placed or names_other_work(frame):
        return placed
    return [(None, show) for show in topic(frame.marked)]


def _say(
    entry: Entry,
    frame: Frame,
    marked: Sequence[Marked],
    table: Language,
    topic: Callable[[Marked], Collection[ShowId]],
    sayings: Sayings,
) -> list[Said]:
    kind, why = _kind_or_why_not(frame, table)
    targets = _targets(frame, topic)
    if not why and not targets:
        why = "no show is named"
    if why:
        sayings.held.append(Held(frame, why))
        return []
    certainty, voice = _certainty(entry, frame, kind, marked, table)
    when = _filmed(frame, table, entry.published) if kind is Kind.FILMING_START else None
    if kind is Kind.DATE_MOVED and (coming := _dates(frame.marked, table, entry.published, governed=False)):
        when = coming[-1][1].coming
    said = []
    for number, (place, show) in enumerate(targets):
        following = targets[number + 1][0] if number + 1 < len(targets) else None
        seasons = seasons_of(frame, place, following, None) if kind in NUMBERED else ()
        said += [
            Said(show, kind, season, when, certainty, frame, place is not None, "", voice)
            for season in (seasons or (None,))
        ]
    return said


def _filmed(frame: Frame, table: Language, published: datetime) -> str | None:
    """When filming begins, where its clause says that."""
    m = frame.marked
    low, high = clause_around(m.text, frame.trigger)
    coming = [date for _, date in m.dates_in(low, high) if is_coming(date, published.date())]
    return coming[0].coming if coming and table.filming.search(m.text[low:high]) else None


def _kind_or_why_not(frame: Frame, table: Language) -> tuple[Kind, str]:
    kind = frame.kind
    if frame.background:
        return kind, f"old news ({frame.background})"
    if frame.asked:
        return kind, "a question"
    if kind is Kind.RENEWED and _A_DATE.search(frame.marked.text[frame.start : frame.end]):
        return kind, "it announces a date"
    if kind is Kind.CANCELLED and EVENTS.search(frame.marked.text[: frame.end]):
        return kind, "something else is called off"
    if kind is Kind.TALK:
        return kind, "" if frame.marked.sentence.place in _NEAR else "said further down"
    if frame.negated:
        is_title = frame.marked.sentence.place is Place.TITLE
        return (Kind.TALK, "") if is_title and kind in DECISIONS else (kind, "negated")
    if frame.possible and kind in DECISIONS and not table.rumour.search(frame.marked.text):
        return (Kind.TALK, "") if frame.marked.sentence.place is Place.TITLE else (kind, "only thought of")
    return kind, ""


def _say_date(
    entry: Entry,
    m: Marked,
    place: int,
    date: Found,
    marked: Sequence[Marked],
    table: Language,
    topic: Callable[[Marked], Collection[ShowId]],
) -> list[Said]:
    frame = _frame(DATE_SET_RULE, m, place, place + 1, place, table)
    if frame.negated or frame.possible or _is_of_filming(m, place, table) or frame.asked:
        return []
    when = day_of(date.coming)
    if when is None or (entry.published.date() - when.end).days > OLD.days:
        return []
    kind = Kind.RELEASED if date.coming == entry.published.date().isoformat() else Kind.DATE_SET
    certainty, voice = _certainty(entry, frame, kind, marked, table)
    said = []
    for number, (at, show) in enumerate(targets := _targets(frame, topic)):
        following = targets[number + 1][0] if number + 1 < len(targets) else None
        seasons = seasons_of(frame, at, following, place)
        said += [
            Said(show, kind, season, date.coming, certainty, frame, at is not None, "", voice)
            for season in (seasons or (None,))
        ]
    return said


def _is_of_filming(m: Marked, place: int, table: Language) -> bool:
    low, _ = clause_around(m.text, place)
    before = m.text[max(low, place - _REACH) : place]
    shot = [match.end() for match in table.filming.finditer(before)]
    out = [match.end() for match in table.release.finditer(before)]
    return bool(shot) and (not out or shot[-1] > out[-1] - 25)


def _certainty(
    entry: Entry, frame: Frame, kind: Kind, marked: Sequence[Marked], table: Language
) -> tuple[Certainty, str]:
    text = frame.marked.text
    if (found := table.rumour.search(text)) is not None:
        return Certainty.RUMOUR, found.group()
    if kind is Kind.TALK:
        speaks = frame.marked.networks_in(0, frame.trigger) and not frame.marked.people_in(0, frame.trigger)
        return (Certainty.OFFICIAL, "the network speaks") if speaks else (Certainty.HINTED, "someone involved speaks")
    if kind in _SELF_EVIDENT or entry.tier is Tier.PRESS_RELEASE:
        return Certainty.OFFICIAL, "there to be seen"
    near = [m for m in marked if m.sentence.place in _NEAR][:4]
    for m in (frame.marked, *near[:1]):
        found = table.hearsay.search(m.text)
        if found is not None and not m.networks_in(found.end(), found.end() + 12):
            return Certainty.REPORTED, found.group()
    for m in [frame.marked, *near]:
        if m.networks or (found := table.official.search(m.text)) is not None:
            return Certainty.OFFICIAL, m.networks[0] if m.networks else "said officially"
    return Certainty.REPORTED, "nobody is named"
