"""Checks a second opinion against the sentences it cites; what they do not bear out is dropped.

A model may be wrong, and the news may have talked it into anything. So an answer counts for no more than a pointer: it
must be about a show that was asked for, cite sentences that were sent, and each season and date must stand in them; the
show must be named there or in the same paragraph. Pure; knows no network and nothing of what the opinion changes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from bot.advice.question import Question
from bot.model.claim import Certainty, Kind
from bot.model.show import Show, ShowId
from bot.model.when import When, WhenError
from bot.news.lexicon.common_words import COMMON
from bot.news.lexicon.dates import find_dates
from bot.news.seasons import MOST, find_seasons
from bot.news.sentences import Sentence
from bot.news.titles.index import fold

MOST_CLAIMS = 20
MOST_CITED = 6
_SHORTEST_WORD = 4
"""Letters of a word that can stand for a name of several."""
_FIELDS = frozenset({"show", "kind", "season", "certainty", "when", "sentences"})


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a second opinion says of one show, borne out by the entry."""

    show: ShowId
    kind: Kind
    certainty: Certainty
    season: int | None
    when: str | None
    sentence: str
    """The first one that it cites."""


def opinions_in(answer: str, question: Question) -> tuple[Opinion, ...] | None:
    """The opinions of an answer that the cited sentences bear out; None where it is not in the form asked for."""
    try:
        data = json.loads(answer)
    except (ValueError, RecursionError):
        return None
    rows = data.get("claims") if isinstance(data, dict) and data.keys() == {"claims"} else None
    if not isinstance(rows, list):
        return None
    evidence = _Evidence(question)
    return tuple(opinion for row in rows[:MOST_CLAIMS] if (opinion := evidence.check(row)) is not None)


class _Evidence:
    """The sentences that were sent, and what can be found in them."""

    def __init__(self, question: Question) -> None:
        self._shows = _by_name(question.shows)
        self._places = [_Place(sentence, question) for sentence in question.sentences]

    def check(self, row: object) -> Opinion | None:
        """A row of the answer as an opinion; None where anything in it is not as it must be."""
        if not isinstance(row, dict) or row.keys() != _FIELDS:
            return None
        name, season, when = row["show"], row["season"], row["when"]
        show = self._shows.get(fold(name)) if isinstance(name, str) else None
        kind, certainty = _member(Kind, row["kind"]), _member(Certainty, row["certainty"])
        cited = self._cited(row["sentences"])
        if show is None or kind is None or certainty is None or not cited:
            return None
        if not self._is_named(show, cited) or not _has_season(season, cited) or not _has_date(when, cited):
            return None
        return Opinion(show.id, kind, certainty, season, when, cited[0].sentence.text)

    def _cited(self, numbers: object) -> list[_Place]:
        """The sentences that are cited; none where a number is none of theirs."""
        if not isinstance(numbers, list) or not 1 <= len(numbers) <= MOST_CITED:
            return []
        if not all(type(number) is int and 1 <= number <= len(self._places) for number in numbers):
            return []
        return [self._places[number - 1] for number in numbers]

    def _is_named(self, show: Show, cited: Sequence[_Place]) -> bool:
        blocks = {place.sentence.block for place in cited}
        texts = [place.folded for place in self._places if place.sentence.block in blocks]
        return any(f" {name} " in text for name in _names(show) for text in texts)


class _Place:
    """One sentence; its seasons and dates are looked for once, and only where it is cited."""

    def __init__(self, sentence: Sentence, question: Question) -> None:
        self.sentence = sentence
        self._published = question.published

    @cached_property
    def folded(self) -> str:
        return f" {fold(self.sentence.text)} "

    @cached_property
    def seasons(self) -> frozenset[int]:
        return frozenset(number for season in find_seasons(self.sentence.text) for number in season.numbers)

    @cached_property
    def dates(self) -> frozenset[str]:
        found = find_dates(self.sentence.text, self._published)
        return frozenset(date for one in found for date in (one.coming, one.past))


def _has_season(season: object, cited: Sequence[_Place]) -> bool:
    if season is None:
        return True
    return type(season) is int and 1 <= season <= MOST and any(season in place.seasons for place in cited)


def _has_date(when: object, cited: Sequence[_Place]) -> bool:
    """Whether a date is written as ours are and stands in a cited sentence, as precise as there."""
    if when is None:
        return True
    if not isinstance(when, str):
        return False
    try:
        When.parse(when)
    except WhenError:
        return False
    return any(when in place.dates for place in cited)


def _by_name(shows: Sequence[Show]) -> Mapping[str, Show]:
    """The shows by what an answer may call them; of two with one name neither can be meant."""
    names = [fold(show.name) for show in shows]
    return {name: show for name, show in zip(names, shows, strict=True) if name and names.count(name) == 1}


def _names(show: Show) -> Iterator[str]:
    """What names a show: its titles, and each word of them that hardly means anything else."""
    for title in map(fold, show.titles):
        if title:
            yield title
            yield from (word for word in title.split() if len(word) >= _SHORTEST_WORD and word not in COMMON)


_Named = TypeVar("_Named", Kind, Certainty)


def _member(members: type[_Named], value: object) -> _Named | None:
    return next((member for member in members if member.value == value), None)
