"""Reads a marked sentence by the rules: each hit is a frame, with what turns it (not, if, formerly) and whom it is of.

Knows nothing of the rest of the entry.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import pairwise

from bot.model.claim import Kind
from bot.model.show import ShowId
from bot.news.frames.dated import DONE, OLD, Dated, day_of, governed, is_coming
from bot.news.frames.hits import RuleBook
from bot.news.frames.marks import Marked
from bot.news.lexicon.any_case import any_case, small
from bot.news.lexicon.noise import QUESTION
from bot.news.lexicon.rules import RULES
from bot.news.lexicon.rules.rule import Rule
from bot.news.lexicon.speech import (
    BACKGROUND,
    BACKGROUND_OPENERS,
    DECLARED,
    HYPOTHETICAL,
    IF_AFTER,
    JUST_DONE,
    NEGATED,
    REACTS,
    RELATIVE,
    RELATIVE_HEAD,
    SUBORDINATE,
)
from bot.news.sentences import Place
from bot.news.titles.roles import Role, role_of

_CLAUSE_ENDS = re.compile(
    r"[;!?]|\.\s|\s[–—-]\s|,?\s(?:but|while|whereas|although|though)\s|:\s|,\s(?:and|as|"
    r"with)\s",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, eq=False)
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
        """What the rule says happened."""
        return self.rule.kind

    @property
    def words(self) -> str:
        """The sentence it was read from, as written."""
        return self.marked.sentence.text


DATE_SET_RULE = Rule("date set", Kind.DATE_SET, (), re.compile(r"(?!)"), possible=True)
"""The rule of a date that a word of release governs; the words are in `rules.dating`."""


RELEASED_RULE = Rule("out lately", Kind.RELEASED, (), re.compile(r"(?!)"), possible=True)
"""The rule of a date just gone that a word of release governs."""
LATELY = timedelta(days=3)
_CAME_OUT = re.compile(
    r"(?:was\s|were\s)?(?:released|premiered|debuted|launched|arrived|landed|dropped|came\sout|hit|went\slive|(?:began|started)\s(?:streaming|airing))\b",
    re.IGNORECASE,
)


_WAS_TO = re.compile(
    r"\b(?:(?:was|were)\s(?:\w+\s)?to\shave|should\shave|would\shave|had\sbeen\s\w+\sto)\b", re.IGNORECASE
)
"""As in "was to have premiered on 4 October": it did not."""
_OTHER_THINGS = re.compile(
    r"\b(?:trailer|teaser|clip|photos?|images?|poster|book|album|soundtrack|news|statement|"
    r"video)\b",
    re.IGNORECASE,
)


def _out_lately(dated: Dated, marked: Marked, today: date) -> bool:
    """Whether a sentence near the top says that something came out within the last days."""
    if marked.sentence.place not in (Place.TITLE, Place.SUMMARY, Place.LEAD):
        return False
    when = day_of(dated.found.past)
    if when is None or not when.is_day or not today - LATELY <= when.start <= today:
        return False
    words = marked.text[max(0, dated.at - 60) : dated.place]
    return _CAME_OUT.search(words) is not None and not _OTHER_THINGS.search(words) and not _WAS_TO.search(words)


_BOOK = RuleBook(RULES)


def read_sentence(marked: Marked, published: datetime) -> list[Frame]:
    """Every frame of a sentence, in order of the rules."""
    if marked.sentence.place is Place.LINKS:
        return []
    shape = marked.small
    frames: list[Frame] = []
    for rule, match in _BOOK.hits(small(marked.sentence.text), shape):
        if match.end() > match.start():
            trigger = _trigger(rule, match, shape)
            frames.append(_frame(rule, match.start(), match.end(), trigger, marked, published))
    for dated in governed(marked, published.date()):
        if dated.governor == "past" and _out_lately(dated, marked, published.date()):
            start, end = min(dated.at, dated.place), max(dated.at, dated.place) + 1
            frames.append(_frame(RELEASED_RULE, start, end, dated.at, marked, published))
        if dated.governor == "out":
            start = min(dated.at, dated.place)
            frames.append(_frame(DATE_SET_RULE, start, max(dated.at, dated.place) + 1, dated.at, marked, published))
    return frames


_NEGATED, _HYPOTHETICAL, _BACKGROUND = (any_case(words.pattern) for words in (NEGATED, HYPOTHETICAL, BACKGROUND))


def _frame(rule: Rule, start: int, end: int, trigger: int, marked: Marked, published: datetime) -> Frame:
    clause = clause_around(marked.text, trigger)
    before = marked.small[clause[0] : trigger]
    leading = before[-60:].rpartition(", ")[2] + marked.small[trigger:end]
    negated = not rule.negates and bool(_NEGATED.search(leading))
    thought = _HYPOTHETICAL.search(leading)
    told = thought is not None and thought.group().startswith("would") and DECLARED.search(marked.text[:trigger])
    if thought is None:
        thought = IF_AFTER.match(marked.text[end : end + 20])
    possible = thought is not None and not told
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


def _trigger(rule: Rule, match: re.Match[str], shape: str) -> int:
    places = [shape.find(cue, match.start(), match.end()) for cue in rule.cues if cue]
    return min((place for place in places if place >= 0), default=match.start())


def clause_around(text: str, place: int) -> tuple[int, int]:
    """Where the clause begins and ends that a place stands in."""
    start, end = 0, len(text)
    for stop, following in _stops(text):
        if following <= place:
            start = following
        elif stop >= place:
            end = stop
            break
    return start, end


@lru_cache(maxsize=64)
def _stops(text: str) -> tuple[tuple[int, int], ...]:
    """Where clauses end and the next begin; asked for every frame of a sentence, several times."""
    return tuple(stop.span() for stop in _CLAUSE_ENDS.finditer(text))


@lru_cache(maxsize=64)
def _parts(text: str) -> tuple[tuple[int, int], ...]:
    """The parts that a sentence falls into, of which each may be a question of its own."""
    return tuple(pairwise([0, *(stop.end() for stop in _PART_ENDS.finditer(text)), len(text)]))


_PART_ENDS = re.compile(r"[.!?:]\s|\s[–—-]\s")


def _asked(marked: Marked, trigger: int) -> bool:
    if marked.sentence.place is not Place.TITLE and not marked.text.rstrip("”’\"' )").endswith("?"):
        return False
    for start, end in _parts(marked.text):
        if start <= trigger < end:
            return bool(QUESTION.search(marked.text[start:end].strip()))
    return False


_ASIDE = re.compile(
    r"\b(?:that|which|who)\s|\b(?:after|since|when)\s(?:[^\s]+\s){1,3}?(?:cancell?ed|axed|dropped|ended|was|were|had)\b",
    re.IGNORECASE,
)
"""Between a statement and a date: "saves the drama that was cancelled in March"; the date is of what came before."""


def _background(marked: Marked, trigger: int, clause: tuple[int, int], published: datetime) -> str:
    """Why a statement is old news, or nothing."""
    text = marked.text
    is_title = marked.sentence.place is Place.TITLE
    before = text[clause[0] : trigger]
    opener = BACKGROUND_OPENERS.match(text)
    if opener is not None and not is_title and not _opens_with_coming_date(marked, opener.end(), published):
        return f"the sentence opens with {opener.group()[:30]!r}"
    low = max(0, clause[0] - 12)
    if (found := _BACKGROUND.search(marked.small[low : min(trigger + 60, clause[1])])) is not None:
        return f"told of the past: {text[low + found.start() : low + found.end()]!r}"
    found = SUBORDINATE.search(before)
    if found is not None and not (is_title and _reacted_to(text, clause[0] + found.start())):
        return f"what came before: {found.group().split()[0]!r}"
    relative = RELATIVE.search(text[:trigger])
    if relative is not None and not is_title and not RELATIVE_HEAD.search(text[: relative.start()]):
        return "a clause that hangs on something else"
    for dated in governed(marked, published.date()):
        if not clause[0] <= dated.place < clause[1] or _ASIDE.search(text[trigger : dated.place]):
            continue
        told = dated.governor in {"past", "told", "moved"} or (
            dated.governor == "film" and DONE.search(text[: dated.place]) is not None
        )
        moment = day_of(dated.found.past if told else dated.found.coming)
        if moment is not None and moment.end < published.date() - OLD and dated.governor != "moved":
            return f"dated {moment.text}"
    return ""


def _reacted_to(headline: str, place: int) -> bool:
    """Whether what comes after is what somebody reacts to just now."""
    return JUST_DONE.match(headline[place:]) is not None and REACTS.search(headline[:place]) is not None


def _opens_with_coming_date(marked: Marked, end: int, published: datetime) -> bool:
    dates = marked.dates_in(0, end)
    if re.search(r"\b(?:was|were|had|did|said|told)\b", marked.text[end : end + 80]):
        return False
    return bool(dates) and is_coming(dates[0][1], published.date())


def shows_of(frame: Frame) -> list[tuple[int, ShowId]]:
    """The shows that a frame speaks of, with where they stand: in the hit, else the nearest in its clause."""
    marked = frame.marked
    if _DOES_TO_ANOTHER.match(marked.text, _verb_start(frame)):
        return []
    inside = _objects(frame) or _speaking(frame, marked.shows_in(frame.start, frame.end))
    inside = [found for found in inside if not _ANOTHER_DOING.search(marked.text[frame.trigger + 4 : found[0]])]
    if inside:
        nearest = min(inside, key=lambda found: abs(found[0] - frame.trigger))
        return _listed(marked, nearest)
    start, end = clause_around(marked.text, frame.trigger)
    near = _speaking(frame, marked.shows_in(start, end)) or _speaking(frame, marked.shows_in(0, start))
    if not near and frame.rule is DATE_SET_RULE:
        near = _speaking(frame, marked.shows_in(end, len(marked.text)))
    if not near:
        return []
    nearest = min(near, key=lambda found: abs(found[0] - frame.trigger))
    between = marked.others_in(min(nearest[0], frame.trigger), max(nearest[0], frame.trigger))
    if any(not _AFTER_ITS_SHOW.search(marked.text[:place]) for place, _ in between):
        return []
    return _listed(marked, nearest)


_AFTER_ITS_SHOW = re.compile(r"[\ue000-\ue0ff\ue200-\ue4ff][,:]?\s$")
"""Before the title of a part or season, as in "Kingfisher season 3 “The Long Tide”": no other work."""
_DOES = re.compile(
    r"(?:renews|cancels|axes|scraps|orders|saves|revives|rescues|greenlights|commissions|recommissions|bins|cuts|dumps|"
    r"nixes|kills|un-?cancels|renewing|cancelling|canceling|axing|(?<!been\s)(?<!was\s)(?:renewed|cancell?ed|axed|scrapped))\s(?:[\w-]+\s){0,2}?[“‘\"']?(?=[\ue000-\ue0ff])",
    re.IGNORECASE,
)
"""What a network does to a show that stands right after."""
_ANOTHER_DOING = re.compile(
    r"\b(?:but|while|and|as)\s(?:it\s)?(?:renews|cancels|axes|scraps|orders|saves|revives|picks\sup|greenlights|keeps|"
    r"renewing|cancelling|canceling)\b",
    re.IGNORECASE,
)
"""As in "cancels Alert but renews Doc": Doc is not what the first verb is about."""
_VERBS = r"(?:renews|cancels|axes|scraps|orders|saves|revives|rescues|greenlights|(?:re)?commissions|bins|dumps|kills)"
_DOES_TO_ANOTHER = re.compile(rf"{_VERBS}\s(?!BBC|ITV|TV|HBO)[A-Z][\w’'-]+|(?i:{_VERBS})\s[\ue500-\ue5ff]")
"""A name after the verb that is no show known here: the verb is in small letters, so this is no Title Case; or it is a
day of the week, as Wednesday is.
"""
_WORD_START = re.compile(r"[\w-]*$")


def _objects(frame: Frame) -> list[tuple[int, ShowId]]:
    """As in "CBS renews A, cancels B": what is cancelled comes after the verb, however near A stands before it."""
    does = _DOES.match(frame.marked.text, _verb_start(frame))
    return _speaking(frame, frame.marked.shows_in(does.end(), does.end() + 1)) if does is not None else []


def _verb_start(frame: Frame) -> int:
    """Where the word begins in which the trigger stands."""
    begun = _WORD_START.search(frame.marked.text[: frame.trigger])
    return begun.start() if begun is not None else frame.trigger


_BY_CREDIT = frozenset({Kind.CAST, Kind.CREW, Kind.TALK})
"""Who comes, goes and speaks may be told of a show that is named as a credit only: "Kingfisher's showrunner exits"."""


def _speaking(frame: Frame, found: list[tuple[int, ShowId]]) -> list[tuple[int, ShowId]]:
    """Those of the shows that a frame may speak of: none that is a credit or a comparison."""
    text = frame.marked.text
    return [
        (place, show)
        for place, show in found
        if (role := role_of(text, place)) is Role.PLAIN or (role is Role.CREDIT and frame.kind in _BY_CREDIT)
    ]


_LISTED = re.compile(
    r"^[\s,’”“‘'\"()]*(?:(?:and|&|plus|as\swell\sas|for|a|an|the|also|by|at)\s?|[\ue200-\ue6ff]|"
    r"[\s,’”“‘'\"()]){0,12}$",
    re.IGNORECASE,
)


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
    return bool(frame.marked.others_in(start, end)) and not frame.marked.shows_in(start, end)
