"""Dates as precise as the news gives them: EDTF (ISO 8601-2) level 1, of which the days, months, years, seasons and
intervals are used. Knows nothing of how a date is found in a text.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from bot.model.errors import CliffhangerError

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_SEASON_START = {21: 3, 22: 6, 23: 9, 24: 12}
_THIRDS = {(1, 4): "early", (5, 8): "mid-", (9, 12): "late"}
_SPANS = {
    (1, 3): "the first quarter of", (4, 6): "the second quarter of", (7, 9): "the third quarter of",
    (10, 12): "the last quarter of", (1, 6): "the first half of", (7, 12): "the second half of",
}  # fmt: skip
_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class WhenError(CliffhangerError):
    """A text is not a date in the part of EDTF that is used."""


@dataclass(frozen=True, slots=True, order=True)
class When:
    """A date or window: the first and the last day it may mean, both inclusive; ordered by them."""

    start: date
    end: date
    text: str
    """The EDTF it was made from, such as `2026-07-17`, `2025-22` (summer 2025) or `2026-01/2026-04`."""

    @classmethod
    def parse(cls, text: str) -> When:
        """Read EDTF. Raises `WhenError` when it is none, or a day that does not exist."""
        first, _, last = text.partition("/")
        start, end = _bounds(first), _bounds(last or first)
        if end[1] < start[0]:
            raise WhenError(f"The date {text!r} ends before it begins.")
        return cls(start[0], end[1], text)

    @property
    def is_day(self) -> bool:
        """Whether it names one day."""
        return self.start == self.end

    def words(self) -> str:
        """In words, no more precise than it is: "17 July 2026", "summer 2025", "early 2026"."""
        first, _, last = self.text.partition("/")
        if not last:
            return _point_words(first)
        same_year = self.start.year == self.end.year
        if same_year and len(first) == len(last) == 7 and int(first[5:]) <= 12:
            months = (self.start.month, self.end.month)
            if third := _THIRDS.get(months):
                return f"{third}{'' if third.endswith('-') else ' '}{self.start.year}"
            if span := _SPANS.get(months):
                return f"{span} {self.start.year}"
            return f"{MONTHS[months[0] - 1]} to {MONTHS[months[1] - 1]} {self.start.year}"
        return f"{_point_words(first)} to {_point_words(last)}"

    def preposition(self) -> str:
        """The word that goes before it in a sentence: on a day, in anything longer."""
        return "on" if self.is_day else "in"


def _bounds(text: str) -> tuple[date, date]:
    match = _POINT.fullmatch(text)
    if match is None:
        raise WhenError(f"{text!r} is not a date this bot knows; write it like 2026-07-17, 2026-07, 2026-22 or 2026.")
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    try:
        if day:
            return date(year, month, day), date(year, month, day)
        if month in _SEASONS:
            return _season_bounds(year, month)
        if match[2]:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, 1, 1), date(year, 12, 31)
    except ValueError as error:
        raise WhenError(f"{text!r} is no day of the calendar ({error}).") from error


def _season_bounds(year: int, season: int) -> tuple[date, date]:
    # A winter belongs to the year it begins in ("Winter 2025-26" is 2025-24).
    month = _SEASON_START[season]
    last_year, last_month = (year + 1, 2) if season == 24 else (year, month + 2)
    return date(year, month, 1), date(last_year, last_month, monthrange(last_year, last_month)[1])


def _point_words(text: str) -> str:
    year, _, rest = text.partition("-")
    month, _, day = rest.partition("-")
    if day:
        return f"{int(day)} {MONTHS[int(month) - 1]} {year}"
    if month and int(month) in _SEASONS:
        return f"{_SEASONS[int(month)]} {year}"
    return f"{MONTHS[int(month) - 1]} {year}" if month else year
