"""A Discord in memory behind the sender's poster, and an outbox with channels that wait for posts."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiolimiter import AsyncLimiter
from sqlalchemy import select

from bot.cards.card import Card
from bot.delivery.nonce import reference
from bot.delivery.outcome import Posted, Refused, Verdict
from bot.delivery.sender import Sender
from bot.model.claim import Certainty, Kind
from bot.model.delivery import Alert, MessageId
from bot.model.reading import StoryKey
from bot.model.server import ChannelId, Track
from bot.model.show import ShowId
from bot.model.source import EVERYONE, GuildId
from bot.model.story import Story, StoryId
from bot.store import outbox, servers, stories
from bot.store.engine import Store
from bot.store.outbox import Lease
from bot.store.tables import deliveries

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
SHOW = ShowId("heartstopper")
NONCE_LASTS = timedelta(minutes=3)


@dataclass
class Watch:
    """A clock that stands still until it is moved."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **time: float) -> None:
        self.now += timedelta(**time)


@dataclass(frozen=True)
class Message:
    id: int
    channel: ChannelId
    nonce: str
    title: str
    footer: str
    at: datetime


class LostAnswerError(Exception):
    """The message was posted and the answer never came."""


@dataclass
class FakeDiscord:
    """A `Poster` that keeps messages as Discord does: a repeated nonce gives the first message, for some minutes.

    What it answers to the next posts stands in `script`: None to post, `LOST` to post and lose the answer, or a refusal.
    """

    clock: Callable[[], datetime]
    messages: list[Message] = field(default_factory=list)
    script: deque[Refused | str | None] = field(default_factory=deque)
    refusals: dict[ChannelId, Refused] = field(default_factory=dict)
    tries: list[tuple[ChannelId, str]] = field(default_factory=list)
    searches: list[tuple[ChannelId, str]] = field(default_factory=list)
    history_allowed: bool = True
    gate: asyncio.Event | None = None
    """Where set: posts are made at once, and their answers held back until it is."""
    held: asyncio.Event = field(default_factory=asyncio.Event)
    _asked: asyncio.Event = field(default_factory=asyncio.Event)

    async def until(self, wanted: Callable[[], bool]) -> None:
        """Wait for the post after which this is so."""
        while not wanted():
            self._asked.clear()
            await self._asked.wait()

    async def post(self, channel: ChannelId, card: Card, nonce: str) -> Posted | Refused:
        self.tries.append((channel, nonce))
        self._asked.set()
        answer = self.script.popleft() if self.script else self.refusals.get(channel)
        if isinstance(answer, Refused):
            return answer
        message = self._once(channel, card, nonce)
        self._asked.set()
        if self.gate is not None:
            self.held.set()
            await self.gate.wait()
        if answer is not None:
            return Refused(Verdict.RETRY, answer)
        return Posted(MessageId(message.id))

    async def find(self, channel: ChannelId, reference: str, since: datetime) -> Posted | Refused | None:
        self.searches.append((channel, reference))
        if not self.history_allowed:
            return None
        for message in self.messages:
            if message.channel == channel and message.footer == reference and message.at >= since:
                return Posted(MessageId(message.id))
        return None

    def _once(self, channel: ChannelId, card: Card, nonce: str) -> Message:
        for message in self.messages:
            if message.nonce == nonce and self.clock() - message.at <= NONCE_LASTS:
                return message
        message = Message(1000 + len(self.messages), channel, nonce, card.title, card.footer, self.clock())
        self.messages.append(message)
        return message


async def compose(lease: Lease) -> Card | None:
    delivery = lease.delivery
    return Card(title=f"Story {delivery.story}", footer=reference(delivery.nonce or ""))


class Room:
    """An outbox, a Discord and senders that come and go."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.clock = Watch()
        self.discord = FakeDiscord(self.clock)

    def sender(self, **options: Any) -> Sender:
        facts: dict[str, Any] = {
            "store": self.store,
            "poster": self.discord,
            "compose": compose,
            "clock": self.clock,
            "random": lambda: 1.0,
            "limiter": AsyncLimiter(10_000, 1),
        }
        return Sender(**{**facts, **options})

    async def do(self, function: Callable[..., Any], *args: Any) -> Any:
        return await self.store.write(lambda conn: function(conn, *args))

    async def track(self, *channels: int, guild: int = 100) -> None:
        for channel in channels:
            track = Track(guild=GuildId(guild), channel=ChannelId(channel), show=SHOW, added=NOW)
            await self.do(servers.add_track, track)

    async def tell(self, *channels: int, due: datetime | None = None) -> StoryId:
        """A new story for these channels."""
        now = self.clock()
        async with self.store.read() as conn:
            told = await stories.count(conn, SHOW, EVERYONE)
        story = Story(
            scope=EVERYONE,
            key=StoryKey(SHOW, Kind.RENEWED, told),
            certainty=Certainty.OFFICIAL,
            headline="Renewed",
            summary="",
            opened=now,
            latest=now,
        )
        number: StoryId = await self.do(stories.create, story)
        await self.do(outbox.add, number, [Alert(ChannelId(channel), due or now) for channel in channels], now)
        return number

    async def states(self) -> list[str]:
        async with self.store.read() as conn:
            return list(await conn.scalars(select(deliveries.c.state).order_by(deliveries.c.id)))

    async def errors(self) -> list[str | None]:
        async with self.store.read() as conn:
            return list(await conn.scalars(select(deliveries.c.error).order_by(deliveries.c.id)))

    def posts(self) -> list[tuple[int, str]]:
        return [(int(message.channel), message.title) for message in self.discord.messages]

    def will(self, *answers: Refused | str | None) -> None:
        self.discord.script.extend(answers)


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Room]:
    store = await Store.open(f"sqlite+aiosqlite:///{tmp_path}/outbox.sqlite3")
    yield Room(store)
    await store.close()


@pytest.fixture
def open_room() -> Callable[[Path], Any]:
    """For tests that make a room of their own for each example."""

    async def opened(folder: Path) -> Room:
        return Room(await Store.open(f"sqlite+aiosqlite:///{folder}/outbox.sqlite3"))

    return opened


@pytest.fixture
def tracks() -> Callable[..., Iterable[Track]]:
    def make(*pairs: tuple[int, int], show: str = SHOW) -> list[Track]:
        return [Track(guild=GuildId(g), channel=ChannelId(c), show=ShowId(show), added=NOW) for g, c in pairs]

    return make
