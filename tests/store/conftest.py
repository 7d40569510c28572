"""A database in a folder of the test, and makers of the nouns that are kept in it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Select, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.claim import Certainty, Claim, Kind
from bot.model.delivery import Alert
from bot.model.entry import Entry, EntryId
from bot.model.reading import StoryKey
from bot.model.server import ChannelId, RoleId, Track
from bot.model.show import ShowId
from bot.model.source import EVERYONE, GuildId, Scope, SourceId, Tier
from bot.model.story import Story, StoryId
from bot.store import entries, outbox, servers, sources, stories, tables
from bot.store.engine import Store

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
SHOW = ShowId("heartstopper")
GUILD = GuildId(100)


def make_entry(source: int = 1, *, title: str = "News", published: datetime = NOW, **facts: Any) -> Entry:
    return Entry(
        source=SourceId(source),
        outlet=facts.pop("outlet", "Deadline"),
        tier=facts.pop("tier", Tier.TRADE),
        url=facts.pop("url", "https://example.com/news"),
        title=title,
        published=published,
        **facts,
    )


def make_claim(entry: int, kind: Kind = Kind.RENEWED, **facts: Any) -> Claim:
    return Claim(
        show=facts.pop("show", SHOW),
        kind=kind,
        certainty=facts.pop("certainty", Certainty.OFFICIAL),
        happened=facts.pop("happened", NOW),
        entry=EntryId(entry),
        **facts,
    )


def make_story(kind: Kind = Kind.RENEWED, *, scope: int = EVERYONE, at: datetime = NOW, **facts: Any) -> Story:
    return Story(
        scope=Scope(scope),
        key=StoryKey(facts.pop("show", SHOW), kind, facts.pop("season", 4), facts.pop("slot", "")),
        certainty=facts.pop("certainty", Certainty.OFFICIAL),
        headline=facts.pop("headline", "Renewed"),
        summary=facts.pop("summary", ""),
        opened=at,
        latest=facts.pop("latest", at),
        **facts,
    )


class Kept:
    """A database with short ways to fill and to question it."""

    def __init__(self, store: Store) -> None:
        self.store = store

    async def do(self, function: Callable[..., Awaitable[Any]], *args: Any, **options: Any) -> Any:
        """Call a function of the store in a transaction of its own."""
        return await self.store.write(lambda conn: function(conn, *args, **options))

    async def rows(self, table: Any, *where: Any) -> list[Any]:
        async with self.store.read() as conn:
            return list((await conn.execute(select(table).where(*where))).all())

    async def source(self, url: str = "https://example.com/feed", *, public: bool = True, guild: int = GUILD) -> Any:
        """Add a feed; returns its id."""
        if public:
            return await self.do(sources.add_default, url=url, name="Deadline", tier=Tier.TRADE, now=NOW)
        await self.do(servers.present, [guild], NOW)
        return (await self.do(sources.add_for, guild, url=url, name="Blog", now=NOW))[0]

    async def entry(self, source: int, **facts: Any) -> Entry:
        entry: Entry = await self.do(entries.add, make_entry(source, **facts), NOW)
        return entry

    async def track(self, channel: int, *, guild: int = GUILD, show: ShowId = SHOW, role: int | None = None) -> bool:
        track = Track(
            guild=GuildId(guild),
            channel=ChannelId(channel),
            show=show,
            role=RoleId(role) if role is not None else None,
            added=NOW,
        )
        added: bool = await self.do(servers.add_track, track)
        return added

    async def deliver(self, *channels: int, due: datetime = NOW, made: datetime = NOW, **facts: Any) -> StoryId:
        """A new story on its way to these channels."""
        count = len(await self.rows(tables.stories))
        story: StoryId = await self.do(stories.create, make_story(at=NOW - timedelta(minutes=count), **facts))
        await self.do(outbox.add, story, [Alert(ChannelId(channel), due) for channel in channels], made)
        return story

    async def claim(self, now: datetime = NOW, lease: timedelta = timedelta(minutes=10)) -> outbox.Lease | None:
        claimed: outbox.Lease | None = await self.do(
            outbox.claim, now=now, lease=lease, make_nonce=lambda number: f"nonce-{number}"
        )
        return claimed

    async def plan(self, statement: Select[Any]) -> str:
        """How SQLite means to carry out a query, one step a line."""
        compiled = statement.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True})
        async with self.store.read() as conn:
            steps = await conn.exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}")
            return "\n".join(step[-1] for step in steps)

    async def seen_plans(self, question: Callable[[AsyncConnection], Awaitable[Any]]) -> list[str]:
        """How SQLite carries out every query that a question asks."""
        asked: list[str] = []
        async with self.store.read() as conn:
            await question(Listening(self, conn, asked))  # type: ignore[arg-type]  # all that a question calls
        return asked


@dataclass
class Listening:
    """A connection that notes the plan of each query before it is carried out."""

    kept: Kept
    conn: AsyncConnection
    plans: list[str]

    async def execute(self, statement: Any) -> Any:
        self.plans.append(await self.kept.plan(statement))
        return await self.conn.execute(statement)

    async def scalars(self, statement: Any) -> Any:
        self.plans.append(await self.kept.plan(statement))
        return await self.conn.scalars(statement)

    async def scalar(self, statement: Any) -> Any:
        self.plans.append(await self.kept.plan(statement))
        return await self.conn.scalar(statement)


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite+aiosqlite:///{tmp_path}/kept.sqlite3"


@pytest.fixture
async def store(url: str) -> AsyncIterator[Store]:
    store = await Store.open(url)
    yield store
    await store.close()


@pytest.fixture
def kept(store: Store) -> Kept:
    return Kept(store)


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def an_entry() -> Callable[..., Entry]:
    return make_entry


@pytest.fixture
def a_claim() -> Callable[..., Claim]:
    return make_claim


@pytest.fixture
def a_story() -> Callable[..., Story]:
    return make_story
