"""Dates in a sentence, each with the word that governs it: a release, filming, an announcement, the past.

Knows no rules and no shows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from bot.model.when import When, WhenError
from bot.news.frames.marks import Marked
from bot.news.lexicon.any_case import any_case, small
from bot.news.lexicon.dates import Found
from bot.news.lexicon.rules.dating import AFTER, BESIDE, GOVERNOR, LIST_LINE

OLD = timedelta(days=14)
"""What happened longer ago than that is no news of an entry."""


@lru_cache(maxsize=1024)
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
_GOVERNOR = any_case(rf"\b(?=\w)(?:{GOVERNOR.pattern})")
"""Each of the words begins at a word's edge, so no other place need be looked at."""


@lru_cache(maxsize=256)
def governed(marked: Marked, today: date) -> list[Dated]:
    """The dates of a sentence, each with the word that governs it: the nearest before it, else one right after."""
    dates: list[Dated] = []
    for place, found in marked.dates_in(0, len(marked.text)):
        before = marked.text[max(0, place - _REACH) : place]
        base = place - len(before)
        after = marked.text[place + 1 : place + 40]
        if _OWNS.match(after) and not AFTER.match(after[2:]):
            # "Wednesday's closer": which one it was, not when.
            dates.append(Dated(place, found, "", place))
            continue
        if AFTER.match(after) or LIST_LINE.match(after):
            dates.append(Dated(place, found, "out", place))
            continue
        if dates and _TO.fullmatch(marked.text[dates[-1].place + 1 : place]):
            # "From Thursday to Wednesday": the second is the one that holds.
            dates.append(
                Dated(place, found, "out" if dates[-1].governor == "moved" else dates[-1].governor, dates[-1].at)
            )
            continue
        last = None
        for match in _GOVERNOR.finditer(marked.small[base:place]):
            last = match
        sentence_end = max(before.rfind(". "), before.rfind("; "), before.rfind("! "))
        when = day_of(found.past)
        if (
            found.rule == "ago"
            or _BACK_IN.search(before)
            or (found.past == found.coming and when is not None and when.end < today - OLD)
        ):
            dates.append(Dated(place, found, "past", place))
        elif (beside := BESIDE.search(before)) is not None and not _COMES_OR_GOES.search(before):
            # "On Friday, the network dropped it": at the head of a sentence the word comes after.
            ahead = _GOVERNOR.search(small(after)) if not before and after.startswith(",") else None
            done = ahead is not None and ahead.lastgroup in {"past", "told"}
            done = done or (
                last is not None and last.lastgroup in {"past", "told"} and beside.start() - last.end() < 16
            )
            dates.append(Dated(place, found, "past" if done else "out", place))
        elif last is None or last.start() < sentence_end:
            dates.append(Dated(place, found, "", place))
        else:
            dates.append(Dated(place, found, _governor(last, found, before), base + last.start()))
    return dates


_COMES_OR_GOES = re.compile(
    r"\b(?:leav(?:e|es|ing)|left|exit(?:s|ed|ing)?|quit(?:s|ting)?|join(?:s|ed|ing)?|depart(?:s|ed|ing)?)\s[^.;!?]{0,20}$",
    re.IGNORECASE,
)
"""Before a name and a date: the day that somebody goes, and no day of release."""
_TO = re.compile(r"[^\w]{0,3}(?:to|and|or|until)\s(?:the\s)?", re.IGNORECASE)
_BACK_IN = re.compile(
    r"\b(?:renewed|cancell?ed|axed|ordered|announced|confirmed|revealed|commissioned|said|told|dropped)\b"
    r"(?:(?!\b(?:be|is|are|and|will|to|com(?:e|es|ing)|return\w*|airs?)\b)[^.;!?,:]){0,45}?\sback\s(?:in|on)\s"
    r"(?:early\s|late\s|mid-?)?$",
    re.IGNORECASE,
)
"""As in "renewed for a third season back in March"; "renewed and back in March" is to come."""
_OWNS = re.compile(r"['’]s\s")
_ROLLS = re.compile(
    r"\b(?:roll|rolls|stream|streams|air|airs|available|weekly|daily|episodes|watch|drop|run|runs)\b", re.IGNORECASE
)
_SHIFTED = re.compile(r"\b(?:mov|push|delay|bump|shift|postpon|brought|bring|slip|chang|original)", re.IGNORECASE)
_WAS_DUE = re.compile(
    r"\b(?:was|were|had\sbeen)\s(?:then\s)?(?:due|set|scheduled|supposed|expected|slated|planned|meant|"
    r"pencilled)\b[^.;!?]{0,30}$",
    re.IGNORECASE,
)
_SHORTLY_BEFORE = re.compile(r"\b(?:just|shortly|right|days|weeks)\s(?:before|ahead\sof|after)\s$", re.IGNORECASE)
_BEGINS = re.compile(
    r"(?:begin|start|until|kick|due|set|expected|scheduled|resume|planned|slated|to be|will be|come|continue|get)",
    re.IGNORECASE,
)
_FILMING = re.compile(
    r"\b(?:filming|shooting|production|cameras?|(?:the|its|[\ue200-\ue4ff])\sshoot|principal\sphotography|wrap\w*)\b"
    r"(?:(?!\sand\s(?:is|are|will|premieres?|arrives?|returns?|launches)\b)[^.;!?]){0,60}$",
    re.IGNORECASE,
)
DONE = re.compile(r"\b(?:finished|wrapped|began|started|completed|was|were|had|ended)\b[^.;!?]{0,30}$", re.IGNORECASE)
_LOOSE = frozenset({"weekday", "today", "relative-week", "relative-month", "ago"})
"""Dates that may as well be when something was said."""


def _governor(match: re.Match[str], found: Found, before: str) -> str:
    name = match.lastgroup or ""
    if name == "out" and _SHORTLY_BEFORE.search(before):
        return ""
    if name == "out" and _WAS_DUE.search(before):
        return "moved"
    if name == "out" and _BEGINS.match(match.group()) and _FILMING.search(before[: match.start()]):
        return "film"
    if name == "out" and found.rule in _LOOSE and len(before) - match.end() > 30:
        return ""
    if name == "moved" and match.group().lower() == "from " and _ROLLS.search(before) and not _SHIFTED.search(before):
        return "out"
    if name == "told" and found.rule not in _LOOSE:
        # "Netflix has confirmed 3 November" is a date of release, "said on Monday" is none.
        return "told" if found.past != found.coming or re.search(r"\b(?:on|in|at)\s$", before) else "out"
    return name
