"""What each form of date means, relative to the day a text was published: one function a pattern of `calendar_words`.

Each takes a match and that day, and gives the date as EDTF read as what is to come and as what has been (the same
where the text gives a year), or None where the words are no date after all. May raise ValueError or OverflowError for
a day that no calendar has. Knows nothing of how the matches are found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from types import MappingProxyType

from bot.news.lexicon.calendar_words import (
    AFTER_MONTH,
    AFTER_SEASON,
    BEFORE_MONTH,
    BEFORE_NUMBERS,
    BEFORE_SEASON,
    DAYS,
    FOREIGN_MONTHS,
    FOREIGN_SEASONS,
    HOLIDAYS,
    MONTHS,
    NAMES_TOO,
    NUMBERS,
    SEASONS,
    THIRDS,
)

MIN_YEAR, MAX_YEAR = 1950, 2079
_AHEAD_YEARS, _BACK_YEARS = 6, 40
"""A year alone is a date only near the present: 2049 and 1923 are in titles."""

_Read = tuple[str, str] | None


def _year(text: str | None) -> int | None:
    if not text:
        return None
    digits = re.sub(r"\D", "", text)
    year = int(digits) if len(digits) == 4 else 2000 + int(digits)
    if not MIN_YEAR <= year <= MAX_YEAR:
        raise ValueError(text)
    return year


def _same(text: str) -> _Read:
    return text, text


def _iso(match: re.Match[str], _: date) -> _Read:
    _year(match["year"])
    return _same(date(int(match["year"]), int(match["month"]), int(match["day"])).isoformat())


def _day_month(match: re.Match[str], published: date) -> _Read:
    month, day = MONTHS[match["month"].lower().rstrip(".")[:3]], int(match["day"])
    year = _year(match["year"])
    if year:
        return _same(date(year, month, day).isoformat())
    return _around(published, month, day)


def _around(published: date, month: int, day: int) -> _Read:
    """The next such day and the last one; a day just gone stays in this year when read as coming."""
    here = date(published.year, month, day if (month, day) != (2, 29) else 28)
    coming = here if here >= published - timedelta(days=30) else date(here.year + 1, month, here.day)
    past = here if here <= published else date(here.year - 1, month, here.day)
    return coming.isoformat(), past.isoformat()


def _numeric(match: re.Match[str], published: date) -> _Read:
    # American order, as the feeds that write dates so are American, unless the first number can be no month.
    first, second = int(match["a"]), int(match["b"])
    month, day = (first, second) if first <= 12 else (second, first)
    year = _year(match["year"])
    if year:
        return _same(date(year, month, day).isoformat())
    if not BEFORE_NUMBERS.search(match.string[max(0, match.start() - 40) : match.start()]):
        return None
    return _around(published, month, day)


def _month_range(match: re.Match[str], published: date) -> _Read:
    first, last = MONTHS[match["first"].lower()[:3]], MONTHS[match["last"].lower()[:3]]
    year = _year(match["first_year"])
    if year is None and (last_year := _year(match["year"])):
        year = last_year if last >= first else last_year - 1
    year = year or (published.year if last >= published.month or last < first else published.year + 1)
    return _same(f"{year}-{first:02}/{year if last >= first else year + 1}-{last:02}")


def _is_month(match: re.Match[str]) -> bool:
    """Whether what stands around May, April, June tells that they are months."""
    return bool(_after(match, BEFORE_MONTH) or AFTER_MONTH.match(match.string, match.end()))


def _month(match: re.Match[str], published: date) -> _Read:
    month = MONTHS[match["month"].lower().rstrip(".")[:3]]
    which = (match["which"] or "").lower()
    year = _year(match["year"])
    if year:
        return _same(f"{year}-{month:02}")
    if match["month"].lower() in NAMES_TOO and not which and not match["part"] and not _is_month(match):
        return None
    gone = month < published.month or (month == published.month and not which)
    last_year = published.year if gone else published.year - 1
    next_year = published.year if month >= published.month else published.year + 1
    if which in {"last", "that", "the past"}:
        return _same(f"{last_year}-{month:02}")
    return f"{next_year}-{month:02}", f"{last_year}-{month:02}"


def _season(match: re.Match[str], published: date) -> _Read:
    season = SEASONS[match["season"].lower()]
    which = (match["which"] or "").lower()
    year = _year(match["year"])
    if year:
        return _same(f"{year}-{season}")
    if not which and not _after(match, BEFORE_SEASON) and not AFTER_SEASON.match(match.string, match.end()):
        # "Ratings fall", "Winter is coming": no date by itself.
        return None
    start = {21: 3, 22: 6, 23: 9, 24: 12}[season]
    end = start + 2
    here = published.year if season != 24 or published.month > 2 else published.year - 1
    coming = here if published.month <= end else here + 1
    past = here if published.month >= start or here < published.year else here - 1
    if which == "next":
        # "Next spring" said in April is next year's; said in November it is the coming one.
        ahead = published.year if start > published.month + 5 else published.year + 1
        return _same(f"{ahead}-{season}")
    if which == "this":
        return _same(f"{coming}-{season}")
    if which in {"last", "that"}:
        return _same(f"{past if past * 12 + end < published.year * 12 + published.month else past - 1}-{season}")
    return f"{coming}-{season}", f"{past}-{season}"


def _third(match: re.Match[str], published: date) -> _Read:
    first, last = THIRDS[re.sub(r"[\s-]+", " ", match["part"].lower())]
    year = _relative_year(match["year"], published)
    if year is None:
        return None
    if "new year" in match["year"].lower():
        return _same(str(published.year + 1))
    return _same(f"{year}-{first:02}/{year}-{last:02}")


def _relative_year(text: str, published: date) -> int | None:
    words = text.lower()
    if "next" in words or "new year" in words:
        return published.year + 1
    if "last" in words or "previous" in words:
        return published.year - 1
    return published.year if "year" in words else _year(text)


def _by_the_end(match: re.Match[str], published: date) -> _Read:
    year = _relative_year(match["year"], published)
    return _same(str(year)) if year else None


def _quarter(match: re.Match[str], published: date) -> _Read:
    number = NUMBERS[(match["number"] or match["ordinal"]).lower()]
    if match["year"]:
        year = _relative_year(match["year"], published)
        return _same(_quarter_of(year, number)) if year else None
    over = number * 3 < published.month
    begun = number * 3 - 2 <= published.month
    return _quarter_of(published.year + over, number), _quarter_of(published.year - (not begun), number)


def _quarter_of(year: int, number: int) -> str:
    return f"{year}-{number * 3 - 2:02}/{year}-{number * 3:02}"


def _half(match: re.Match[str], published: date) -> _Read:
    year = _relative_year(match["year"], published)
    first, last = (1, 6) if match["which"].lower() in {"first", "1st", "front"} else (7, 12)
    return _same(f"{year}-{first:02}/{year}-{last:02}") if year else None


def _year_phrase(match: re.Match[str], published: date) -> _Read:
    words = match.group().lower()
    if any(word in words for word in ("new year", "next", "following", "coming")):
        return _same(str(published.year + 1))
    if any(word in words for word in ("last year", "a year ago", "previous year")):
        return _same(str(published.year - 1))
    if match["end"]:
        return _same(f"{published.year}-09/{published.year}-12")
    return _same(str(published.year))


def _before_holiday(match: re.Match[str], published: date) -> _Read:
    year = _year(match["year"]) or published.year
    return _same(f"{year}-10/{year}-12")


def _holiday(match: re.Match[str], published: date) -> _Read:
    month, day = HOLIDAYS[re.sub(r"[’']", "", match["name"].lower())]
    year = _year(match["year"])
    if not day:
        year = year or published.year
        return _same(f"{year}-{month:02}")
    return _same(date(year, month, day).isoformat()) if year else _around(published, month, day)


def _christmas(match: re.Match[str], published: date) -> _Read:
    return _same(f"{_year(match['year']) or published.year}-12")


_STEPS = {"next": 1, "the following": 1, "last": -1, "this": 0, "later this": 0, "earlier this": 0}


def _relative_month(match: re.Match[str], published: date) -> _Read:
    return _month_away(published, _step_of(match))


def _month_away(published: date, months: int) -> _Read:
    index = published.year * 12 + published.month - 1 + months
    return _same(f"{index // 12}-{index % 12 + 1:02}")


def _relative_week(match: re.Match[str], published: date) -> _Read:
    monday = published - timedelta(days=published.weekday()) + timedelta(days=7 * _step_of(match))
    first = monday + timedelta(days=5 if match["unit"].lower() == "weekend" else 0)
    return _same(f"{first.isoformat()}/{(monday + timedelta(days=6)).isoformat()}")


def _step_of(match: re.Match[str]) -> int:
    return _STEPS[" ".join(match["which"].lower().split())]


def _weekday(match: re.Match[str], published: date) -> _Read:
    target = DAYS[match["day"].lower().rstrip(".")[:3]]
    ahead = (target - published.weekday()) % 7
    which = (match["which"] or "").lower()
    if which == "last":
        return _same((published - timedelta(days=(7 - ahead) % 7 or 7)).isoformat())
    if which == "next":
        # "Next Thursday" is the one of next week.
        monday = published - timedelta(days=published.weekday())
        return _same((monday + timedelta(days=7 + target)).isoformat())
    coming = published + timedelta(days=ahead)
    past = published - timedelta(days=(7 - ahead) % 7)
    return coming.isoformat(), past.isoformat()


def _today(match: re.Match[str], published: date) -> _Read:
    words = match.group().lower()
    step = 1 if words.startswith("tomorrow") else -1 if words.startswith(("yesterday", "last night")) else 0
    return _same((published + timedelta(days=step)).isoformat())


def _ago(match: re.Match[str], published: date) -> _Read:
    return _step(published, -_count(match["number"]), match["unit"].lower())


def _ahead(match: re.Match[str], published: date) -> _Read:
    return _step(published, _count(match["number"]), match["unit"].lower())


def _count(text: str) -> int:
    words = " ".join(text.lower().split())
    return NUMBERS[words] if words in NUMBERS else int(words)


def _step(published: date, number: int, unit: str) -> _Read:
    if unit.startswith(("day", "week")):
        return _same((published + timedelta(days=number * (7 if unit.startswith("week") else 1))).isoformat())
    if unit.startswith("month"):
        return _month_away(published, number)
    return _same(str(published.year + number))


def _years(match: re.Match[str], _: date) -> _Read:
    first, last = _year(match["first"]), _year(match["last"])
    if first is None or last is None or last <= first:
        return None
    return _same(f"{first}/{last}")


def _bare_year(match: re.Match[str], published: date) -> _Read:
    year = _year(match["year"])
    near = year is not None and -_BACK_YEARS <= year - published.year <= _AHEAD_YEARS
    return _same(str(year)) if near else None


def _season_range(match: re.Match[str], _: date) -> _Read:
    first, last = SEASONS[match["first"].lower()], SEASONS[match["last"].lower()]
    year = _year(match["year"])
    return _same(f"{year}-{first}/{year}-{last}") if first < last else None


def _foreign_day(match: re.Match[str], published: date) -> _Read:
    month, day, year = FOREIGN_MONTHS[match["month"].lower()], int(match["day"]), _year(match["year"])
    return _same(date(year, month, day).isoformat()) if year else _around(published, month, day)


def _foreign_month(match: re.Match[str], _: date) -> _Read:
    return _same(f"{_year(match['year'])}-{FOREIGN_MONTHS[match['month'].lower()]:02}")


def _foreign_season(match: re.Match[str], _: date) -> _Read:
    return _same(f"{_year(match['year'])}-{FOREIGN_SEASONS[match['season'].lower()]}")


def _after(match: re.Match[str], words: re.Pattern[str]) -> bool:
    """Whether one of these words stands right before the match."""
    return words.search(match.string[max(0, match.start() - 12) : match.start()]) is not None


FORMS: Mapping[str, Callable[[re.Match[str], date], _Read]] = MappingProxyType(
    {
        "iso": _iso,
        "day-month": _day_month,
        "month-day": _day_month,
        "numeric": _numeric,
        "month-range": _month_range,
        "month": _month,
        "season": _season,
        "season-range": _season_range,
        "third": _third,
        "by-the-end": _by_the_end,
        "quarter": _quarter,
        "half": _half,
        "year-phrase": _year_phrase,
        "before-holiday": _before_holiday,
        "christmas": _christmas,
        "holiday": _holiday,
        "relative-month": _relative_month,
        "relative-week": _relative_week,
        "weekday": _weekday,
        "today": _today,
        "ago": _ago,
        "ahead": _ahead,
        "years": _years,
        "bare-year": _bare_year,
        "foreign-day": _foreign_day,
        "foreign-month": _foreign_month,
        "foreign-season": _foreign_season,
    }
)
"""By the names of `calendar_words.RULES`."""
