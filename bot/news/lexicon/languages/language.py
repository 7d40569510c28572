"""What a language's table holds, the same for each. Knows no language and no show."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.model.claim import Kind
from bot.news.lexicon.marks import expand
from bot.news.lexicon.rules.rule import Rule, rule


@dataclass(frozen=True, slots=True)
class SeasonWords:
    """How a language names seasons; each a pattern without groups."""

    noun: str
    ordinals: Mapping[str, int]
    """By stem: what may follow it is `ordinal_end`."""
    ordinal_end: str
    number_end: str
    """What follows the digits of "4th"."""
    joined: str
    """ "And", with the article that may follow it."""
    last: str
    """ "Last", before the noun."""
    last_after: str
    more: str
    """ "Another", "two more", before the noun."""
    more_after: str
    part: str
    """What a series in parts counts by: "partie 4"."""


@dataclass(frozen=True, slots=True)
class DateWords:
    """How a language tells the time of a release, beside days and months with a year; each a pattern without groups."""

    before_month: str
    """What stands before a month without a year: "im" Juni."""
    before_season: str
    early: str
    mid: str
    late: str
    before_year: str
    """What may stand between "early" and the year."""
    weekdays: tuple[str, ...]
    """From Monday on."""
    before_weekday: str
    today: str
    tomorrow: str
    this_year: str
    next_year: str
    day_first: str = "/"
    """The mark of "4.6.2026", a pattern: the day goes first."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language that is read: what tells it, and how it says what happened."""

    code: str
    words: frozenset[str]
    """Words that speak for the language, in small letters."""
    seasons: SeasonWords
    dates: DateWords
    rules: tuple[Rule, ...]
    release: re.Pattern[str]
    """Words that govern the date of a release."""
    filming: re.Pattern[str]
    """Words that govern the date of a shoot."""
    background: re.Pattern[str]
    """Words that tell of the past."""
    negated: re.Pattern[str]
    """ "Not", searched in what stands before the word of the news, in its clause."""
    thought: re.Pattern[str]
    """ "Could", "hopes", in the same place."""
    rumour: re.Pattern[str]
    hearsay: re.Pattern[str]
    """A trade paper's word: "according to", with an outlet."""
    official: re.Pattern[str]
    noise: re.Pattern[str]
    """Headlines of no news: reviews, recaps, rankings, explained endings."""


def patterns(text: str) -> re.Pattern[str]:
    """A pattern of words, with the macros of `marks`."""
    return re.compile(expand(text), re.IGNORECASE)


def rules_of(code: str, table: Mapping[Kind, tuple[str, ...]]) -> tuple[Rule, ...]:
    """A language's rules, one a kind, each named after both.

    Of a renewal the first pattern says it outright; the others ("comes back with a third season") are a rule of their
    own, which holds only where the sentence tells nothing else.
    """
    rules = []
    for kind, forms in table.items():
        outright = forms[:1] if kind is Kind.RENEWED else forms
        rules.append(rule(f"{kind.value} ({code})", kind, "", *outright))
        if kind is Kind.RENEWED:
            rules.append(rule(f"{MORE_TO_COME} ({code})", kind, "", *forms[1:]))
    return tuple(rules)


MORE_TO_COME = "more to come"
