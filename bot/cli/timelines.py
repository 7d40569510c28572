"""Labelled timelines: which show is asked about, when, and which items had been seen; and the answers to them.

The format is JSON lines: `{"id", "show", "as_of" (RFC 3339), "items": [item ids]}`; further fields, such as the labels,
are passed over. Knows no files and not how an item is read.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from bot.model.claim import Claim
from bot.model.entry import Entry
from bot.model.errors import ConfigurationError
from bot.model.reading import Reading
from bot.model.show import ShowId
from bot.news.status import replay


@dataclass(frozen=True, slots=True)
class Timeline:
    """One question: what was known of a show at a moment, after exactly these items."""

    id: str
    show: ShowId
    as_of: datetime
    """Aware, UTC."""
    items: tuple[str, ...]
    """Ids, in any order."""


def parse_timelines(lines: Iterable[str], name: str) -> Iterator[Timeline]:
    """Timelines from JSON lines; blank lines are passed over. `name` is the file's, for messages.

    Raises `ConfigurationError` with the line's number at the first line that is no timeline.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _parse(line, f"{name}, line {number}")


@dataclass(slots=True)
class Answers:
    """Answers timelines from a set of items, each read once."""

    shows: Collection[ShowId]
    items: Mapping[str, Entry]
    """By id, as the set has it."""
    read: Callable[[Entry], Reading]
    _claims: dict[str, tuple[Claim, ...]] = field(default_factory=dict)

    def answer(self, timeline: Timeline) -> dict[str, str | int | None]:
        """One row: id, fate, season, certainty, next_when.

        Raises `ConfigurationError` when the set lacks the show or an item that the timeline names.
        """
        if timeline.show not in self.shows:
            raise ConfigurationError(f"Timeline {timeline.id}: the shows have no {timeline.show!r}.")
        claims = [claim for item in timeline.items for claim in self._claims_of(item, timeline)]
        status = replay(timeline.show, claims, timeline.as_of)
        return {
            "id": timeline.id,
            "fate": status.fate.value,
            "season": status.season,
            "certainty": status.certainty.value if status.certainty else None,
            "next_when": status.next.when if status.next else None,
        }

    def _claims_of(self, item: str, timeline: Timeline) -> tuple[Claim, ...]:
        if item not in self._claims:
            entry = self.items.get(item)
            if entry is None:
                raise ConfigurationError(f"Timeline {timeline.id}: the items have no {item!r}.")
            self._claims[item] = self.read(entry).claims
        return self._claims[item]


def _parse(line: str, place: str) -> Timeline:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ConfigurationError(f"{place}: this is not JSON ({error}).") from error
    if not isinstance(row, dict):
        raise ConfigurationError(f'{place}: a timeline is a JSON object, such as {{"id": …, "show": …}}.')
    items = row.get("items")
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        raise ConfigurationError(f'{place}: "items" must be a list of item ids.')
    return Timeline(
        id=_text(row, "id", place),
        show=ShowId(_text(row, "show", place)),
        as_of=_moment(_text(row, "as_of", place), place),
        items=tuple(items),
    )


def _text(row: dict[str, Any], field: str, place: str) -> str:
    value = row.get(field)
    if not isinstance(value, str) or not value:
        raise ConfigurationError(f'{place}: "{field}" must be a text.')
    return value


def _moment(text: str, place: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
        # A moment without a zone is taken as UTC, as all of a set is.
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise ConfigurationError(f'{place}: "as_of" must be a moment such as 2025-05-01T00:00:00Z.') from error
