"""A scripted web server on loopback, exempted in the guard, and a fetcher that may reach it alone."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection
from datetime import UTC, datetime

import pytest

from bot.feeds.fetch import Fetcher
from bot.feeds.guard import AddressGuard
from bot.feeds.parse import parse_feed
from bot.feeds.parsed import NotAFeed, ParsedFeed
from tests.site import Site, serving

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


class InlineParser:
    """The parser without its processes."""

    async def parse(
        self, body: bytes, content_type: str, base_url: str, *, now: datetime, known: Collection[int] = frozenset()
    ) -> ParsedFeed | NotAFeed:
        return parse_feed(body, content_type, base_url, now=now, known=known)


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    async with serving() as site:
        yield site


@pytest.fixture
async def fetcher(site: Site) -> AsyncIterator[Fetcher]:
    guard = AddressGuard(exempt=frozenset({("127.0.0.1", site.port)}))
    agent = "Cliffhanger/test (+https://example.com)"
    async with Fetcher(guard, agent, timeout=5.0, host_gap=0.0, clock=lambda: NOW) as fetcher:
        yield fetcher


@pytest.fixture
def parser() -> InlineParser:
    return InlineParser()


@pytest.fixture
def now() -> datetime:
    return NOW
