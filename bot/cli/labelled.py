"""Labelled news: shows and items from files, as the bot's own shows and entries, and what was read of them as rows.

The formats: shows are a JSON list of `{"id", "name", "aliases", "year", "country", "network", "people"}`; items are
JSON lines of `{"id", "source", "url", "title", "published", "summary", "content", "tags"}`. All but the ids, the name,
the title and the date may be missing, and further fields are passed over. Knows no rule of reading.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.catalogue.sources import load_sources
from bot.model.claim import Claim
from bot.model.entry import Entry
from bot.model.errors import ConfigurationError
from bot.model.reading import Reading
from bot.model.show import Show, ShowId
from bot.model.source import EVERYONE, Tier
from bot.model.story import Story, StoryId
from bot.news.stories import same_story

_OWN_WORDS = re.compile(
    r"\b(?:newsroom|media cent(?:re|er)|press (?:office|room|cent(?:re|er)|release))\b", re.IGNORECASE
)
"""Names of a network's own news pages."""


def read_shows(source: str) -> tuple[Show, ...]:
    """The shows of a file, or of standard input for `-`; an id that is there twice counts once, the last time.

    Raises `ConfigurationError` with one line that names the file, the show and what is wrong with it.
    """
    try:
        rows = json.loads("\n".join(lines_of(source)))
    except (ValueError, RecursionError) as error:
        raise ConfigurationError(f"{source}: this is not JSON ({error}).") from error
    if not isinstance(rows, list):
        raise ConfigurationError(f'{source}: the shows must be a JSON list, such as [{{"id": …, "name": …}}].')
    shows: dict[ShowId, Show] = {}
    for number, row in enumerate(rows, 1):
        show = _show(row, f"{source}, show {number}")
        shows[show.id] = show
    return tuple(shows.values())


def read_items(source: str, lines: Iterable[str] | None = None) -> Iterator[tuple[str, Entry]]:
    """The items of a file with their ids, in its order, or of standard input for `-`; blank lines are passed over.

    With `lines` nothing is opened, and `source` is no more than a name for messages.

    Raises `ConfigurationError` with the line's number at the first line that is no item, or when an id comes twice.
    """
    tiers = {row.name.casefold(): row.tier for row in load_sources()}
    seen: set[str] = set()
    for number, line in enumerate(lines_of(source) if lines is None else lines, 1):
        if not line.strip():
            continue
        place = f"{source}, line {number}"
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise ConfigurationError(f"{place}: this is not JSON ({error}).") from error
        if not isinstance(row, dict):
            raise ConfigurationError(f'{place}: an item is a JSON object, such as {{"id": …, "title": …}}.')
        item = _text(row, "id", place)
        if item in seen:
            raise ConfigurationError(f"{place}: the id {item!r} is there twice.")
        seen.add(item)
        yield item, _entry(row, place, tiers)


@dataclass(frozen=True, slots=True)
class Read:
    """One item and what was read of it."""

    id: str
    entry: Entry
    reading: Reading
    story: str | None
    """The same for items that report the same happening; None where nothing happened."""


def with_stories(read: Iterable[tuple[str, Entry, Reading]]) -> list[Read]:
    """Readings with the story each belongs to. Stories form in order of publication; the order stays as it came."""
    items = list(read)
    groups: dict[str, str] = {}
    stories: list[Story] = []
    for item, entry, reading in sorted(items, key=lambda one: (one[1].published, one[0])):
        if reading.main is not None and reading.stories:
            groups[item] = _join(stories, entry, reading)
    return [Read(item, entry, reading, groups.get(item)) for item, entry, reading in items]


def _join(stories: list[Story], entry: Entry, reading: Reading) -> str:
    """The group of an item: its first story that is known already, else a new one; all its stories are of the group."""
    text = f"{entry.title}. {reading.summary}"
    found = [(key, same_story(key, entry.published, stories, text)) for key in reading.stories]
    group = next((story for _, story in found if story is not None), None)
    number = int(group.id) if group is not None else max((int(story.id) for story in stories), default=0) + 1
    for key, story in found:
        if story is None:
            claim = next((claim for claim in reading.claims if claim.show == key.show and claim.kind is key.kind), None)
            if claim is not None:
                stories.append(
                    Story(
                        id=StoryId(number),
                        scope=EVERYONE,
                        key=key,
                        certainty=claim.certainty,
                        when=claim.when,
                        headline=entry.title,
                        summary=reading.summary,
                        opened=entry.published,
                        latest=entry.published,
                    )
                )
    return f"s{number}"


def row_of(read: Read) -> dict[str, Any]:
    """What is printed of an item: id, subjects, mentions, main, claims, story, summary."""
    reading = read.reading
    return {
        "id": read.id,
        "subjects": list(reading.subjects),
        "mentions": list(reading.mentions),
        "main": reading.main.value if reading.main is not None else "none",
        "claims": [_claim_row(claim) for claim in reading.claims if not claim.background],
        "story": read.story,
        "summary": reading.summary,
    }


def _claim_row(claim: Claim) -> dict[str, Any]:
    return {
        "show": claim.show,
        "kind": claim.kind.value,
        "season": claim.season,
        "when": claim.when,
        "certainty": claim.certainty.value,
    }


def lines_of(source: str) -> Iterator[str]:
    """The lines of a file, or of standard input for `-`. Raises `ConfigurationError` when it cannot be read as text."""
    try:
        if source == "-":
            yield from sys.stdin
            return
        with Path(source).open(encoding="utf-8-sig") as lines:
            yield from lines
    except OSError as error:
        raise ConfigurationError(f"{source} cannot be read: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{source} is not UTF-8 text.") from error


def _show(row: object, place: str) -> Show:
    if not isinstance(row, dict):
        raise ConfigurationError(f'{place}: a show is a JSON object, such as {{"id": …, "name": …}}.')
    year = row.get("year")
    if year is not None and (not isinstance(year, int) or isinstance(year, bool)):
        raise ConfigurationError(f'{place}: "year" must be a number or null.')
    return Show(
        id=ShowId(_text(row, "id", place)),
        name=_text(row, "name", place),
        aliases=_texts(row, "aliases", place),
        year=year,
        country=_text(row, "country", place, required=False) or None,
        network=_text(row, "network", place, required=False) or None,
        people=_texts(row, "people", place),
    )


def _entry(row: Mapping[str, Any], place: str, tiers: Mapping[str, Tier]) -> Entry:
    outlet = _text(row, "source", place, required=False)
    own_words = Tier.PRESS_RELEASE if _OWN_WORDS.search(outlet) else Tier.OUTLET
    return Entry(
        outlet=outlet,
        tier=tiers.get(outlet.casefold(), own_words),
        url=_text(row, "url", place, required=False),
        title=_text(row, "title", place),
        published=_moment(_text(row, "published", place), place),
        summary=_text(row, "summary", place, required=False),
        content=_text(row, "content", place, required=False),
        tags=_texts(row, "tags", place),
    )


def _text(row: Mapping[str, Any], field: str, place: str, *, required: bool = True) -> str:
    value = row.get(field)
    if value is None and not required:
        return ""
    if not isinstance(value, str) or (required and not value):
        raise ConfigurationError(f'{place}: "{field}" must be a text{"" if required else " or missing"}.')
    return value


def _texts(row: Mapping[str, Any], field: str, place: str) -> tuple[str, ...]:
    values: Sequence[Any] = row.get(field) or ()
    if not isinstance(values, list | tuple) or not all(isinstance(value, str) for value in values):
        raise ConfigurationError(f'{place}: "{field}" must be a list of texts.')
    return tuple(values)


def _moment(text: str, place: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
        # A moment without a zone is taken as UTC, as all of a set is.
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise ConfigurationError(f'{place}: "published" must be a moment such as 2025-04-22T15:00:00Z.') from error
