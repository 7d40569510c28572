"""A bot without Discord: a web of feeds in memory, the real parser, watcher, intake, store and services."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Collection
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import partial
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest
from sqlalchemy import select

from bot.catalogue.index import TitleIndex
from bot.feeds.answers import Failed, FailureKind, Fetched, Unchanged, hash_body
from bot.feeds.freshness import NO_VALIDATORS, Caching
from bot.feeds.parse import parse_feed
from bot.feeds.parsed import NotAFeed, ParsedFeed
from bot.model.server import ChannelId, RoleId
from bot.model.show import Show, ShowId
from bot.model.source import GuildId, Tier, Validators
from bot.services.news import NewsService
from bot.services.servers import ServerService
from bot.services.shows import Found, Shows
from bot.services.sources import SourceService
from bot.services.status import StatusAnswer, StatusService
from bot.services.tracking import ChannelFacts, Tracked, TrackingService
from bot.services.watching import Watching
from bot.store import sources, tables
from bot.store.engine import Store
from bot.watch.intake import Intake
from bot.watch.readers import Readers
from bot.watch.watcher import Watcher

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
TRADE, BLOG = "https://trade.example/feed", "https://blog.example/feed"
HEARTSTOPPER = Show(ShowId("heartstopper"), "Heartstopper", year=2022, country="GB", network="Netflix")
WEDNESDAY = Show(ShowId("wednesday"), "Wednesday", year=2022, country="US", network="Netflix")
GHOSTS_UK = Show(ShowId("ghosts"), "Ghosts", year=2019, country="GB", network="BBC One")
GHOSTS_US = Show(ShowId("ghosts-us"), "Ghosts", year=2021, country="US", network="CBS")
CATALOGUE = (HEARTSTOPPER, WEDNESDAY, GHOSTS_UK, GHOSTS_US)


@dataclass
class Web:
    """What is at each address, fetched without a network. An address with nothing is missing."""

    clock: Callable[[], datetime]
    feeds: dict[str, list[tuple[str, datetime]]] = field(default_factory=dict)
    bodies: dict[str, bytes] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def publish(self, url: str, *titles: str, age: timedelta = timedelta()) -> None:
        """Put news at the top of a feed."""
        self.feeds.setdefault(url, [])[:0] = [(title, self.clock() - age) for title in titles]

    async def fetch(self, url: str, validators: Validators = NO_VALIDATORS) -> Fetched | Unchanged | Failed:
        url = url.strip().partition("#")[0]
        self.asked.append(url)
        target = self.moved.get(url, url)
        body = self.bodies.get(target) or self._feed(target)
        if body is None:
            return Failed(kind=FailureKind.MISSING, message="There is nothing at this address.")
        return Fetched(
            url=target,
            status=200,
            body=body,
            content_type="application/rss+xml",
            caching=Caching(),
            body_hash=hash_body(body),
            moved_to=target if url in self.moved else None,
        )

    async def parse(
        self, body: bytes, content_type: str, base_url: str, *, now: datetime, known: Collection[int] = frozenset()
    ) -> ParsedFeed | NotAFeed:
        return parse_feed(body, content_type, base_url, now=now, known=known)

    def _feed(self, url: str) -> bytes | None:
        if url not in self.feeds:
            return None
        items = "".join(
            f"<item><guid>{escape(title)}</guid><title>{escape(title)}</title><link>{url}/{len(self.feeds[url]) - number}</link>"
            f"<pubDate>{format_datetime(at, usegmt=True)}</pubDate></item>"
            for number, (title, at) in enumerate(self.feeds[url])
        )
        name = url.split("/")[2].split(".", maxsplit=1)[0].title()
        return f"<rss version='2.0'><channel><title>{name}</title>{items}</channel></rss>".encode()


class House:
    """All services over one database, and short ways to live in it."""

    def __init__(self, store: Store, catalogue: tuple[Show, ...] = CATALOGUE) -> None:
        self.store = store
        self.time = NOW
        self.web = Web(self.clock)
        self.woken = 0
        self.readers, self.shows = Readers(), Shows(TitleIndex(catalogue))
        self.intake = Intake(store=store, readers=self.readers, news_clock=self.clock, clock=self.clock)
        self.intake.woken = self._wake
        self.watching = Watching(
            store=store,
            readers=self.readers,
            shows=self.shows,
            intake=self.intake,
            news_clock=self.clock,
            clock=self.clock,
        )
        self.watcher = Watcher(
            store=store,
            fetcher=self.web,
            parser=self.web,
            intake=self.intake,
            clock=self.clock,
            news_clock=self.clock,
            poll_seconds=600,
        )
        self.status = StatusService(store=store, watching=self.watching, news_clock=self.clock)
        self.news = NewsService(store=store, watching=self.watching)
        self.tracking = TrackingService(store=store, watching=self.watching, clock=self.clock)
        self.sources = SourceService(
            store=store,
            fetcher=self.web,
            parser=self.web,
            watching=self.watching,
            intake=self.intake,
            clock=self.clock,
        )
        self.servers = ServerService(store=store, watching=self.watching, clock=self.clock)

    def clock(self) -> datetime:
        return self.time

    def _wake(self) -> None:
        self.woken += 1

    async def listen(self, *urls: str) -> None:
        """Make these feeds default sources, with nothing in them yet, and poll them once, silently."""
        for url in urls:
            self.web.feeds.setdefault(url, [])
            name = url.split("/")[2].split(".")[0].title()
            add = partial(sources.add_default, url=url, name=name, tier=Tier.TRADE, now=self.time)
            await self.store.write(add)
        await self.watcher.poll_due()

    async def publish(self, url: str, *titles: str, age: timedelta = timedelta()) -> None:
        """News appear, and the next poll of every source finds them."""
        self.time += timedelta(hours=1)
        self.web.publish(url, *titles, age=age)
        await self.watcher.poll_due()

    async def track(self, channel: int, show: str = "Heartstopper", *, guild: int = 100, **facts: Any) -> Tracked:
        role = facts.pop("role", None)
        place = ChannelFacts(id=ChannelId(channel), postable=True, missing=(), **facts)
        tracked = await self.tracking.add(GuildId(guild), show, place, RoleId(role) if role else None)
        assert isinstance(tracked, Tracked)
        return tracked

    async def ask(self, show: str = "Heartstopper", guild: int | None = None) -> StatusAnswer:
        """`/status`, as a server sees it."""
        where = GuildId(guild) if guild is not None else None
        found = self.shows.find(show, where)
        assert isinstance(found, Found)
        return await self.status.status(found, where)

    async def posts(self) -> list[tuple[int, str]]:
        """What goes or went to each channel: the channel and the story's headline."""
        query = (
            select(tables.deliveries.c.channel, tables.stories.c.headline)
            .join(tables.stories, tables.stories.c.id == tables.deliveries.c.story)
            .where(tables.deliveries.c.state != "dead")
            .order_by(tables.deliveries.c.id)
        )
        async with self.store.read() as conn:
            return [(row.channel, row.headline) for row in await conn.execute(query)]

    async def rows(self, table: Any) -> list[Any]:
        async with self.store.read() as conn:
            return list((await conn.execute(select(table))).all())

    async def reopened(self) -> House:
        """The same database after a restart."""
        house = House(self.store)
        house.time, house.web.feeds = self.time, self.web.feeds
        await house.watching.load()
        return house


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    store = await Store.open(f"sqlite+aiosqlite:///{tmp_path}/house.sqlite3")
    house = House(store)
    await house.servers.present([GuildId(100), GuildId(200)])
    yield house
    await store.close()
