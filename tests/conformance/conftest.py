"""The whole of polling - store, watcher, intake, fetcher, parser - before a scripted web server on loopback that writes
down every request. Time is the test's own.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Collection, Sequence
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot.feeds.fetch import Fetcher
from bot.feeds.guard import AddressGuard
from bot.feeds.parse import parse_feed
from bot.feeds.parsed import NotAFeed, ParsedFeed
from bot.model.entry import Entry
from bot.model.health import HealthEvent
from bot.model.source import Source, Tier
from bot.store import entries, health, sources, tables
from bot.store.engine import Store
from bot.watch.intake import Intake
from bot.watch.readers import Readers
from bot.watch.report import PollReport
from bot.watch.watcher import Watcher
from tests.site import Site, serving

BEGIN = datetime(2026, 11, 2, 12, tzinfo=UTC)
"""A Monday."""


def rss(*items: str, channel: str = "") -> str:
    """A feed of these items."""
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>N</title>{channel}{"".join(items)}</channel></rss>'


def item(number: int, **changes: str) -> str:
    """An item with guid, link, title and description."""
    parts = {
        "guid": f"guid-{number}",
        "link": f"https://a.example/{number}",
        "title": f"Title {number}",
        "description": f"Text {number}",
    } | changes
    return "<item>" + "".join(f"<{tag}>{text}</{tag}>" for tag, text in parts.items() if text) + "</item>"


class ParserHere:
    """The parser without its processes; tests/feeds has it with them."""

    async def parse(
        self, body: bytes, content_type: str, base_url: str, *, now: datetime, known: Collection[int] = frozenset()
    ) -> ParsedFeed | NotAFeed:
        return parse_feed(body, content_type, base_url, now=now, known=known)


class Desk:
    """The bot's polling, with a clock that is turned by hand."""

    def __init__(self, folder: Path, site: Site) -> None:
        self.now = BEGIN
        self.site = site
        self.reports: list[PollReport] = []
        self._folder = folder
        self._stack = AsyncExitStack()

    async def start(self) -> None:
        """Begin, with the database that is there."""
        url = f"sqlite+aiosqlite:///{self._folder}/desk.sqlite3"
        self.store = await Store.open(url)
        self._stack.push_async_callback(self.store.close)
        guard = AddressGuard(exempt=frozenset({("127.0.0.1", self.site.port)}))
        agent = "Cliffhanger/test (+https://example.com)"
        fetcher = Fetcher(guard, agent, timeout=2.0, host_gap=0.0, clock=self.clock)
        await self._stack.enter_async_context(fetcher)
        intake = Intake(store=self.store, readers=Readers(), news_clock=self.clock, clock=self.clock)
        self.watcher = Watcher(
            store=self.store,
            fetcher=fetcher,
            parser=ParserHere(),
            intake=intake,
            clock=self.clock,
            news_clock=self.clock,
            poll_seconds=600,
            told=self.reports.append,
        )

    async def stop(self) -> None:
        """End."""
        await self._stack.aclose()

    def clock(self) -> datetime:
        """The time."""
        return self.now

    async def watch(self, url: str) -> None:
        """Watch a feed for everyone."""
        await self.store.write(
            lambda conn: sources.add_default(conn, url=url, name="Trade", tier=Tier.TRADE, now=self.now)
        )

    async def poll(self, url: str, later: timedelta | None = None) -> PollReport:
        """Go on to when the feed is due, or `later`, and poll it."""
        await self.watch(url)
        if later is not None:
            self.now += later
            rows = tables.sources
            due = update(rows).where(rows.c.url == url).values(next_at=self.now)
            await self.store.write(lambda conn: conn.execute(due))
        else:
            self.now = max(self.now, (await self.source(url)).next_at)
        await self.watcher.poll_due()
        return next(report for report in reversed(self.reports) if report.before.url == url)

    async def source(self, url: str) -> Source:
        """The feed's row."""
        async with self.store.read() as conn:
            found = await sources.by_url(conn, url)
        assert found is not None
        return found

    async def events(self, url: str) -> Sequence[HealthEvent]:
        """What happened to its health, newest first."""
        source = await self.source(url)
        async with self.store.read() as conn:
            return await health.recent(conn, [source.id], 100)

    async def entries(self, url: str) -> Sequence[Entry]:
        """What is stored of it, oldest first."""
        source = await self.source(url)
        async with self.store.read() as conn:
            return await entries.of_source(conn, source.id, BEGIN - timedelta(days=9_000), limit=10_000)

    async def rows(self, table: str) -> int:
        """How many rows a table has."""
        async with self.store.read() as conn:
            return len((await conn.execute(select(tables.metadata.tables[table]))).all())


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    async with serving(conditional=True) as site:
        yield site


@pytest.fixture
async def desk(tmp_path: Path, site: Site) -> AsyncIterator[Desk]:
    desk = Desk(tmp_path, site)
    await desk.start()
    yield desk
    await desk.stop()


@pytest.fixture
def feed_of() -> Callable[..., str]:
    """Makes a feed of numbered items."""
    return lambda *numbers, channel="": rss(*map(item, numbers), channel=channel)


@pytest.fixture
def feed_with() -> Callable[..., str]:
    """Makes a feed of items given as dictionaries of what differs from the usual."""
    return lambda *changes: rss(*(item(number, **each) for number, each in enumerate(changes)))
