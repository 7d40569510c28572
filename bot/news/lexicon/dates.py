"""Finds dates in a text and writes them as EDTF level 1, relative to when the text was published.

Knows nothing of shows. A date without a year has two readings, the next such day and the last one; which of them is
meant is for the caller, who knows the tense. Windows follow the trade: "early / mid / late" are thirds of a year.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.news.lexicon.calendar_words import CUES, NUMBERED, RULES
from bot.news.lexicon.date_forms import FORMS
from bot.news.lexicon.needs import Letters

MAX_TEXT = 2_000
"""Characters of a text that are looked at; a sentence is shorter."""


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text."""

    start: int
    end: int
    coming: str
    """EDTF, read as what is to come."""
    past: str
    """EDTF, read as what has been; the same where the text gives a year."""
    rule: str


def find_dates(text: str, published: datetime) -> list[Found]:
    """Every date in a text, in order, the longest reading of each."""
    found: list[Found] = []
    taken = 0
    day = published.date()
    for rule, match in _matches(text):
        if match.start() < taken:
            continue
        try:
            read = FORMS[rule](match, day)
        except (ValueError, OverflowError):
            read = None
        if read is None:
            continue
        taken = match.end()
        found.append(Found(match.start(), match.end(), read[0], read[1], rule))
    return found


def release_date(text: str, published: datetime) -> str | None:
    """The first date of a text, read as one to come unless its words say otherwise; None when it has none."""
    found = find_dates(text, published)
    return found[0].coming if found else None


def _matches(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Every match of every rule, by place; of those that begin together the longest first."""
    text = text[:MAX_TEXT]
    every = [(name, match) for name in _rules_for(text) for match in RULES[name].finditer(text)]
    every.sort(key=lambda hit: (hit[1].start(), -hit[1].end(), _ORDER[hit[0]]))
    yield from every


_ORDER = {name: number for number, name in enumerate(RULES)}
_DIGIT = re.compile(r"\d")


_BY_CUE: dict[str, list[str]] = {}
for _name, _cues in CUES.items():
    for _cue in _cues:
        _BY_CUE.setdefault(_cue, []).append(_name)
_CUES = Letters(_BY_CUE)


def _rules_for(text: str) -> Collection[str]:
    """The rules that may match at all; most sentences have no date."""
    cued = {name for cue in _CUES.of(text.lower()) for name in _BY_CUE.get(cue, ())}
    return cued if _DIGIT.search(text) is not None else cued - NUMBERED
