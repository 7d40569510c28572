"""What the tests of reading share: entries made in a line, shows of our own, and a reader of them."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.model.entry import Entry
from bot.model.show import Show, ShowId
from bot.model.source import Tier
from bot.news.reader import Reader

HERE = Path(__file__).parent


@pytest.fixture
def entry():
    """Make an entry; what is not given is empty, published on Tuesday 3 June 2025."""

    def make(
        title, summary="", content="", *, tags=(), published="2025-06-03T12:00:00Z", tier=Tier.OUTLET, outlet="Tellybox"
    ):
        return Entry(
            outlet=outlet,
            tier=tier,
            url="https://example.org/a",
            title=title,
            summary=summary,
            content=content,
            tags=tuple(tags),
            published=datetime.fromisoformat(published).astimezone(UTC),
        )

    return make


@pytest.fixture(scope="session")
def shows():
    rows = json.loads((HERE / "cases_shows.json").read_text(encoding="utf-8"))
    return tuple(
        Show(
            ShowId(row["id"]),
            row["name"],
            tuple(row["aliases"]),
            row["year"],
            None,
            row["network"],
            tuple(row["people"]),
        )
        for row in rows
    )


@pytest.fixture(scope="session")
def reader(shows):
    return Reader(shows)
