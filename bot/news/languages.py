"""Tells in which language an entry is written, and finds seasons and dates as that language writes them.

Knows nothing of what a sentence says of a show.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from bot.news.lexicon.calendar_words import FOREIGN_MONTHS, FOREIGN_SEASONS
from bot.news.lexicon.dates import Found, find_dates
from bot.news.lexicon.languages import ENGLISH_WORDS, OTHER_WORDS, READ
from bot.news.lexicon.languages.language import Language
from bot.news.seasons import MOST, Season
from bot.news.sentences import Sentence

ENGLISH = "en"
UNKNOWN = "??"
"""Not written in Latin letters."""
_LOOKED_AT = 600
"""Characters that tell a language."""
_ENGLISH_TAILS = re.compile(r"(?<=\w)['’](?:s|d|ll|re|ve|m|t)\b")
"""As in "I'd", "show's": alone, these letters would pass for French."""
_WORD = re.compile(r"[^\W\d_]+")
_WORDS_OF = {
    **{
        language.code: language.words
        | {stem + end for stem in language.seasons.ordinals for end in ("", "e", "en", "er", "es")}
        for language in READ
    },
    **OTHER_WORDS,
}
_CODES_OF: dict[str, list[str]] = {}
for _code, _known in _WORDS_OF.items():
    for _one in _known:
        _CODES_OF.setdefault(_one, []).append(_code)
_SIGNS = {"es": re.compile("[ñ¿¡]|ción\\b"), "pt": re.compile("[ãõ]|ível\\b|dora?\\b"), "de": re.compile("[ßäöü]")}
"""Letters that speak for a language."""
_LANGUAGES = {language.code: language for language in READ}
_LATIN = re.compile(r"[a-zA-ZÀ-ž]")


@dataclass(frozen=True, slots=True)
class Tongue:
    """The language of an entry."""

    code: str
    table: Language | None
    """How it says things; None for English, which has rules of its own, and for a language that is not read."""


def tongue_of(sentences: Sequence[Sentence], names: Collection[str]) -> Tongue:
    """The language of an entry, by its function words; `names` are titles in it, which tell nothing."""
    text = " ".join(sentence.text for sentence in sentences[:6])[:_LOOKED_AT]
    for name in names:
        text = text.replace(name, " ")
    text = _ENGLISH_TAILS.sub(" ", text)
    words = _WORD.findall(text)
    small = [word.lower() for word in words]
    english = sum(word in ENGLISH_WORDS for word in small)
    if english > 3 and 3 * english >= len(words):
        return Tongue(ENGLISH, None)
    scores = dict.fromkeys(_WORDS_OF, 0)
    for word in small:
        for code in _CODES_OF.get(word, ()):
            scores[code] += 1
    if 3 * len(_LATIN.findall(text)) < 2 * sum(map(len, words)):
        return Tongue(UNKNOWN, None)
    for code, sign in _SIGNS.items():
        scores[code] += sign.search(text) is not None and scores[code] > 0
    best = max(scores, key=lambda code: (scores[code], code in _LANGUAGES))
    # Two words of another language are chance in a long English text, and much in a headline alone.
    if scores[best] >= 2 and scores[best] > 1.5 * english and scores[best] >= 0.12 * len(words):
        return Tongue(best, _LANGUAGES.get(best))
    return Tongue(ENGLISH, None)


@lru_cache(maxsize=8)
def _season_pattern(code: str) -> re.Pattern[str]:
    words = _LANGUAGES[code].seasons
    stems = "|".join(sorted(words.ordinals, key=len, reverse=True))
    nth = rf"(?:(?:{stems}){words.ordinal_end}\b|\d{{1,2}}(?:{words.number_end}))"
    return re.compile(
        rf"\b(?P<before>{nth})\s(?:{words.joined})(?P<both>{nth})\s{words.noun}\b"
        rf"|\b(?P<nth>{nth})(?P<nth_last>,?\s(?:{words.joined})?{words.last})?\s(?:[\w-]+\s)?{words.noun}\b"
        rf"(?P<noun_last>\s{words.last_after})?"
        rf"|\b(?:{words.noun}|{words.part})\s(?P<from>\d{{1,2}})(?:\s(?:{words.joined})|,\s|\s?[-–]\s?)"
        rf"(?P<to>\d{{1,2}})\b|\b(?:{words.noun}|{words.part})\s(?P<number>\d{{1,2}})\b(?![.:/]\d)"
        rf"|\b(?P<last>{words.last}\s{words.noun}\b|{words.noun}\s{words.last_after}\b)"
        rf"|\b{words.more}\s{words.noun}\b|\b(?:una|uma|une|eine|dos|duas|deux|zwei|tres|três|trois|drei)\s{words.noun}"
        rf"\s{words.more_after}\b",
        re.IGNORECASE,
    )


def find_seasons_in(table: Language, text: str) -> list[Season]:
    """Every season a text of this language names, in order."""
    found = []
    for match in _season_pattern(table.code).finditer(text):
        last = bool(match["nth_last"] or match["noun_last"] or match["last"])
        numbers = _numbers(
            table,
            *(match[name] for name in ("before", "both", "from", "to", "nth", "number")),
        )
        found.append(Season(match.start(), match.end(), numbers, last))
    return found


def _numbers(table: Language, *words: str | None) -> tuple[int, ...]:
    found = []
    for word in words:
        if not word:
            continue
        digits = re.match(r"\d+", word)
        if digits:
            found.append(int(digits.group()))
        else:
            small = word.lower()
            found += [n for stem, n in table.seasons.ordinals.items() if re.fullmatch(stem + _end(table), small)]
    return tuple(number for number in dict.fromkeys(found) if 1 <= number <= MOST)


def _end(table: Language) -> str:
    return f"(?:{table.seasons.ordinal_end})?"


_PLAIN_RULES = frozenset({"iso", "numeric", "day-month", "bare-year", "foreign-day", "foreign-month", "foreign-season"})
"""The forms of date that are the same in every language."""


def find_dates_in(table: Language, text: str, published: datetime) -> list[Found]:
    """Every date in a text of this language, in order; of those that overlap the more precise one."""
    today = published.date()
    every = [*_worded(table, text, today), *(f for f in find_dates(text, published) if f.rule in _PLAIN_RULES)]
    every.sort(key=lambda found: (found.start, -found.end))
    kept: list[Found] = []
    for found in every:
        if not kept or found.start >= kept[-1].end:
            kept.append(found)
        elif len(found.coming) > len(kept[-1].coming) and "/" not in kept[-1].coming:
            kept[-1] = found
    return kept


@lru_cache(maxsize=8)
def _date_patterns(code: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    words = _LANGUAGES[code].dates
    months = "|".join(sorted(FOREIGN_MONTHS, key=len, reverse=True))
    seasons = "|".join(FOREIGN_SEASONS)
    parts = "|".join(f"(?P<{name}>{getattr(words, name)})" for name in ("early", "mid", "late"))
    days = "|".join(f"(?P<d{number}>{day})" for number, day in enumerate(words.weekdays))
    forms = {
        "dotted": rf"(?P<day>\d{{1,2}}){words.day_first}(?P<month>\d{{1,2}})(?:{words.day_first}(?P<year>20\d\d)?|\b)",
        "month": rf"(?:{words.before_month})\s(?P<name>{months})\b(?!\s(?:de(?:l)?\s)?20\d\d)",
        "season": rf"(?:{words.before_season})\s?(?P<name>{seasons})\b(?!\s(?:de(?:l)?\s)?20\d\d)",
        "third": rf"(?:{parts})\s?(?:{words.before_year})\s?(?P<year>20\d\d)",
        "weekday": rf"(?:{words.before_weekday})\s(?:{days})\b(?!,?\s(?:de[mn]?\s)?\d)",
        "today": rf"(?:{words.today})\b",
        "tomorrow": rf"(?:{words.tomorrow})\b",
        "this year": rf"(?:{words.this_year})\b",
        "next year": rf"(?:{words.next_year})\b",
    }
    return tuple((name, re.compile(rf"\b{form}", re.IGNORECASE)) for name, form in forms.items())


def _worded(table: Language, text: str, today: date) -> Iterator[Found]:
    for name, pattern in _date_patterns(table.code):
        for match in pattern.finditer(text):
            try:
                when = _read(name, match, today)
            except (ValueError, OverflowError):
                continue
            if when:
                yield Found(match.start(), match.end(), when, when, "today" if name == "today" else name)


def _read(name: str, match: re.Match[str], today: date) -> str | None:
    """A match as EDTF, read as what is to come. May raise ValueError for a day that no calendar has."""
    if name == "dotted":
        month, day = int(match["month"]), int(match["day"])
        year = int(match["year"]) if match["year"] else today.year
        when = date(year, month, day)
        return (when if match["year"] or when >= today else when.replace(year=year + 1)).isoformat()
    if name == "month":
        month = FOREIGN_MONTHS[match["name"].lower()]
        return f"{today.year + (month < today.month)}-{month:02}"
    if name == "season":
        season = FOREIGN_SEASONS[match["name"].lower()]
        over = today.month > {21: 5, 22: 8, 23: 11, 24: 12}[season]
        return f"{today.year + over}-{season}"
    if name == "third":
        low, high = (1, 4) if match["early"] else (5, 8) if match["mid"] else (9, 12)
        return f"{match['year']}-{low:02}/{match['year']}-{high:02}"
    if name == "weekday":
        wanted = next(n for n in range(7) if match[f"d{n}"])
        return (today + timedelta(days=(wanted - today.weekday()) % 7)).isoformat()
    return {
        "today": today.isoformat(),
        "tomorrow": (today + timedelta(days=1)).isoformat(),
        "this year": str(today.year),
        "next year": str(today.year + 1),
    }[name]
