"""The sample newsroom's data: who reports what, and when, read from `stories.toml`.

Knows nothing of how a feed is written or served.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from bot.model.source import Tier

SHIPPED = Path(__file__).with_name("stories.toml")


class Format(StrEnum):
    """How an outlet writes its feed."""

    RSS = "rss"
    ATOM = "atom"
    JSON = "json"


class Quirk(StrEnum):
    """What an outlet's feed does that it should not."""

    NONE = "none"
    REDATES = "redates"
    """Gives old items new dates."""
    REPEATS = "repeats"
    """Shows items once more, under a guid that changes."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """An invented outlet; `id` is the first label of its host name."""

    id: str
    name: str
    tier: Tier
    format: Format
    quirk: Quirk = Quirk.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A news item. `content` is HTML or empty, `at` aware and UTC."""

    id: str
    outlet: str
    at: datetime
    title: str
    summary: str
    content: str = ""
    tags: tuple[str, ...] = ()
    story: str | None = None
    """The happening it reports, as show/what; None for noise."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A command that somebody in the server types at a moment of the story."""

    at: datetime
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stories:
    """All that happens in a demo; `items` and `asks` in the order of time."""

    begins: datetime
    ends: datetime
    tracks: tuple[str, ...]
    asks: tuple[Ask, ...]
    outlets: tuple[Outlet, ...]
    items: tuple[Item, ...]

    def of(self, outlet: Outlet, now: datetime) -> tuple[Item, ...]:
        """What an outlet has published by `now`, newest first."""
        return tuple(item for item in reversed(self.items) if item.outlet == outlet.id and item.at <= now)


def load_stories(path: Path = SHIPPED) -> Stories:
    """Read the file, which ships with the program; a mistake in it raises KeyError, TypeError or ValueError."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return Stories(
        begins=data["begins"],
        ends=data["ends"],
        tracks=tuple(data["tracks"]),
        asks=tuple(sorted((Ask(**row) for row in data["asks"]), key=lambda ask: ask.at)),
        outlets=tuple(map(_outlet, data["outlets"])),
        items=tuple(sorted(map(_item, data["items"]), key=lambda item: item.at)),
    )


def _outlet(row: Mapping[str, Any]) -> Outlet:
    return Outlet(row["id"], row["name"], Tier(row["tier"]), Format(row["format"]), Quirk(row.get("quirk", Quirk.NONE)))


def _item(row: Mapping[str, Any]) -> Item:
    return Item(**{**row, "tags": tuple(row.get("tags", ()))})
