"""Reads a marked sentence by the rules: each hit is a frame, with what turns it (not, if, formerly) and whom it is of.

Knows nothing of the rest of the entry.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.model.claim import Kind
from bot.model.show import ShowId
from bot.model.when import When, WhenError
from bot.news.frames.marks import Marked
from bot.news.lexicon.dates import Found
from bot.news.lexicon.marks import OTHER, SPAN, TITLE
from bot.news.lexicon.noise import QUESTION
from bot.news.lexicon.rules import RULES
from bot.news.lexicon.rules.dating import AFTER, BESIDE, GOVERNOR, LIST_LINE
from bot.news.lexicon.rules.rule import Rule
from bot.news.lexicon.speech import (
    BACKGROUND,
    BACKGROUND_OPENERS,
    HYPOTHETICAL,
    NEGATED,
    RELATIVE,
    RELATIVE_HEAD,
    SUBORDINATE,
)
from bot.news.sentences import Place

OLD = timedelta(days=14)
"""What happened longer ago than that is no news of an entry."""
_CLAUSE_ENDS = re.compile(r"[;!?]|\.\s|\s[–—-]\s|,?\s(?:but|while|whereas|although|though)\s|:\s|,\s(?:and|as|with)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Frame:
    """One rule's hit in a sentence."""

    rule: Rule
    marked: Marked
    start: int
    end: int
    trigger: int
    """Where the word stands that makes the statement."""
    negated: bool
    possible: bool
    """Only thought of: "if", "could", "hopes"."""
    background: str
    """Why it is old news; empty when it is not."""
    asked: bool
    """It stands in a question."""

    @property
    def kind(self) -> Kind:
        return self.rule.kind

    @property
    def words(self) -> str:
        """The sentence it was read from, as written."""
        return self.marked.sentence.text


DATE_SET_RULE = Rule("date set", Kind.DATE_SET, (), re.compile(r"(?!)"), possible=True)
"""The rule of a date that a word of release governs; the words are in `rules.dating`."""


def read_sentence(marked: Marked, published: datetime) -> list[Frame]:
    """Every frame of a sentence, in order of the rules."""
    if marked.sentence.place is Place.LINKS:
        return []
    small = marked.sentence.text.lower()
    shape = marked.text.lower()
    frames: list[Frame] = []
    for rule in RULES:
        if not any(cue in small for cue in rule.cues):
            continue
        taken = -1
        for match in rule.pattern.finditer(marked.text):
            if match.end() == match.start() or match.start() < taken:
                continue
            taken = match.end()
            trigger = _trigger(rule, match, shape)
            frames.append(_frame(rule, match.start(), match.end(), trigger, marked, published))
    for dated in governed(marked, published.date()):
        if dated.governor == "out":
            start = min(dated.at, dated.place)
            frames.append(_frame(DATE_SET_RULE, start, max(dated.at, dated.place) + 1, dated.at, marked, published))
    return frames


def _frame(rule: Rule, start: int, end: int, trigger: int, marked: Marked, published: datetime) -> Frame:
    clause = clause_around(marked.text, trigger)
    before = marked.text[clause[0] : trigger]
    leading = before[-60:] + marked.text[trigger:end]
    negated = not rule.negates and bool(NEGATED.search(leading))
    possible = bool(HYPOTHETICAL.search(leading))
    return Frame(
        rule,
        marked,
        start,
        end,
        trigger,
        negated,
        possible,
        _background(marked, trigger, clause, published),
        _asked(marked, trigger),
    )


def _trigger(rule: Rule, match: re.Match[str], small: str) -> int:
    places = [small.find(cue, match.start(), match.end()) for cue in rule.cues if cue]
    return min((place for place in places if place >= 0), default=match.start())


def clause_around(text: str, place: int) -> tuple[int, int]:
    """Where the clause begins and ends that a place stands in."""
    start, end = 0, len(text)
    for stop in _CLAUSE_ENDS.finditer(text):
        if stop.end() <= place:
            start = stop.end()
        elif stop.start() >= place:
            end = stop.start()
            break
    return start, end


def _asked(marked: Marked, trigger: int) -> bool:
    if marked.sentence.place is not Place.TITLE and not marked.text.rstrip("”’\"' )").endswith("?"):
        return False
    ends = [0, *(stop.end() for stop in re.finditer(r"[.!?:]\s|\s[–—-]\s", marked.text)), len(marked.text)]
    for start, end in zip(ends, ends[1:], strict=False):
        if start <= trigger < end:
            return bool(QUESTION.search(marked.text[start:end].strip()))
    return False


def _background(marked: Marked, trigger: int, clause: tuple[int, int], published: datetime) -> str:
    """Why a statement is old news, or nothing."""
    text = marked.text
    is_title = marked.sentence.place is Place.TITLE
    before = text[clause[0] : trigger]
    opener = BACKGROUND_OPENERS.match(text)
    if opener is not None and not is_title and not _opens_with_coming_date(marked, opener.end(), published):
        return f"the sentence opens with {opener.group()[:30]!r}"
    if (found := BACKGROUND.search(text[max(0, clause[0] - 12) : min(trigger + 24, clause[1])])) is not None:
        return f"told of the past: {found.group()!r}"
    if (found := SUBORDINATE.search(before)) is not None:
        return f"what came before: {found.group().split()[0]!r}"
    relative = RELATIVE.search(text[:trigger])
    if relative is not None and not is_title and not RELATIVE_HEAD.search(text[: relative.start()]):
        return "a clause that hangs on something else"
    for dated in governed(marked, published.date()):
        if not clause[0] <= dated.place < clause[1]:
            continue
        told = dated.governor in {"past", "told", "moved"} or (
            dated.governor == "film" and _DONE.search(text[:dated.place]) is not None
        )
        moment = day_of(dated.found.past if told else dated.found.coming)
        if moment is not None and moment.end < published.date() - OLD and dated.governor != "moved":
            return f"dated {moment.text}"
    return ""


def _opens_with_coming_date(marked: Marked, end: int, published: datetime) -> bool:
    dates = marked.dates_in(0, end)
    return bool(dates) and is_coming(dates[0][1], published.date())


def day_of(text: str) -> When | None:
    """A date, or nothing where it is none that this bot knows."""
    try:
        return When.parse(text)
    except WhenError:
        return None


def is_coming(found: Found, today: date) -> bool:
    """Whether a date, read as one to come, is not over."""
    when = day_of(found.coming)
    return when is not None and when.end >= today


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a sentence, with the word that governs it."""

    place: int
    found: Found
    governor: str
    """`out`, `film`, `told`, `past`, `moved`, or empty where no word governs it."""
    at: int
    """Where that word stands."""


_REACH = 90


def governed(marked: Marked, today: date) -> list[Dated]:
    """The dates of a sentence, each with the word that governs it: the nearest before it, else one right after."""
    dates: list[Dated] = []
    for place, found in marked.dates_in(0, len(marked.text)):
        before = marked.text[max(0, place - _REACH) : place]
        base = place - len(before)
        after = marked.text[place + 1 : place + 40]
        if AFTER.match(after) or LIST_LINE.match(after):
            dates.append(Dated(place, found, "out", place))
            continue
        if dates and _TO.fullmatch(marked.text[dates[-1].place + 1 : place]):
            # "From Thursday to Wednesday": the second is the one that holds.
            dates.append(Dated(place, found, "out" if dates[-1].governor == "moved" else dates[-1].governor, dates[-1].at))
            continue
        last = None
        for match in GOVERNOR.finditer(before):
            last = match
        sentence_end = max(before.rfind(". "), before.rfind("; "), before.rfind("! "))
        when = day_of(found.past)
        if found.rule == "ago" or (found.past == found.coming and when is not None and when.end < today - OLD):
            dates.append(Dated(place, found, "past", place))
        elif BESIDE.search(before):
            dates.append(Dated(place, found, "out", place))
        elif last is None or last.start() < sentence_end:
            dates.append(Dated(place, found, "", place))
        else:
            dates.append(Dated(place, found, _governor(last, found, before), base + last.start()))
    return dates


_TO = re.compile(r"[^\w]{0,3}(?:to|and|or|until)\s(?:the\s)?", re.IGNORECASE)
_SHORTLY_BEFORE = re.compile(r"\b(?:just|shortly|right|days|weeks)\s(?:before|ahead\sof|after)\s$", re.IGNORECASE)
_BEGINS = re.compile(
    r"(?:begin|start|kick|due|set|expected|scheduled|resume|planned|slated|to be|will be|come|continue|get)", re.IGNORECASE
)
_FILMING = re.compile(
    r"\b(?:filming|shooting|production|cameras?|(?:the|its)\sshoot|principal\sphotography|wrap\w*)\b[^.;!?]{0,60}$", re.IGNORECASE
)
_DONE = re.compile(r"\b(?:finished|wrapped|began|started|completed|was|were|had|ended)\b[^.;!?]{0,30}$", re.IGNORECASE)
_LOOSE = frozenset({"weekday", "today", "relative-week", "relative-month", "ago"})
"""Dates that may as well be when something was said."""


def _governor(match: re.Match[str], found: Found, before: str) -> str:
    name = match.lastgroup or ""
    if name == "out" and _SHORTLY_BEFORE.search(before):
        return ""
    if name == "out" and _BEGINS.match(match.group()) and _FILMING.search(before[: match.start()]):
        return "film"
    if name == "out" and found.rule in _LOOSE and len(before) - match.end() > 30:
        return ""
    if name == "told" and found.rule not in _LOOSE:
        # "Netflix has confirmed 3 November" is a date of release, "said on Monday" is none.
        return "told" if found.past != found.coming or re.search(r"\b(?:on|in|at)\s$", before) else "out"
    return name


def shows_of(frame: Frame) -> list[tuple[int, ShowId]]:
    """The shows that a frame speaks of, with where they stand: in the hit, else the nearest in its clause."""
    marked = frame.marked
    inside = marked.shows_in(frame.start, frame.end)
    if inside:
        nearest = min(inside, key=lambda found: abs(found[0] - frame.trigger))
        return _listed(marked, nearest)
    start, end = clause_around(marked.text, frame.trigger)
    near = marked.shows_in(start, end) or marked.shows_in(0, start)
    if not near:
        return []
    nearest = min(near, key=lambda found: (abs(found[0] - frame.trigger)))
    between = marked.text[min(nearest[0], frame.trigger) : max(nearest[0], frame.trigger)]
    if any(OTHER <= ord(letter) < OTHER + SPAN for letter in between):
        return []
    return _listed(marked, nearest)


_LISTED = re.compile(r"^[\s,;’”“‘'\"()]*(?:(?:and|&|plus|as\swell\sas|for|a|an|the|also|by|at)\s?|[\ue200-\ue6ff]|[\s,;’”“‘'\"()]){0,12}$", re.IGNORECASE)


def _listed(marked: Marked, first: tuple[int, ShowId]) -> list[tuple[int, ShowId]]:
    """A show and those that are named in one list with it: "HBO renews A for season 4, B for season 2"."""
    every = marked.shows_in(0, len(marked.text))
    place = every.index(first)
    low = high = place
    while high + 1 < len(every) and _LISTED.match(marked.text[every[high][0] + 1 : every[high + 1][0]]):
        high += 1
    while low > 0 and _LISTED.match(marked.text[every[low - 1][0] + 1 : every[low][0]]):
        low -= 1
    return every[low : high + 1]


def names_other_work(frame: Frame) -> bool:
    """Whether the frame's clause is about a work that no one tracks."""
    start, end = clause_around(frame.marked.text, frame.trigger)
    letters = frame.marked.text[start:end]
    has_other = any(OTHER <= ord(letter) < OTHER + SPAN for letter in letters)
    return has_other and not any(TITLE <= ord(letter) < TITLE + SPAN for letter in letters)


