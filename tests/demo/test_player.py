import asyncio
from datetime import datetime, timedelta

import pytest

from bot.demo.clock import DemoClock
from bot.demo.player import Player, happenings
from bot.model.errors import UserError


class Stage:
    """Notes what the player lets happen, and when."""

    def __init__(self, stories, speed: float = 0) -> None:
        self.seconds = 0.0
        self.clock = DemoClock(stories.begins, speed, lambda: self.seconds)
        self.published: list[datetime] = []
        self.asked: list[tuple[datetime, str]] = []
        self.player = Player(self.clock, self.publish, self.ask)

    async def publish(self) -> None:
        self.published.append(self.clock.now())

    async def ask(self, line: str) -> None:
        self.asked.append((self.clock.now(), line))


async def test_at_full_speed_everything_happens_at_its_moment(stories):
    stage = Stage(stories)
    await stage.player.play(happenings(stories, asks=True), stories.ends)
    assert stage.published == sorted({item.at for item in stories.items if item.at > stories.begins})
    assert stage.asked == [(ask.at, ask.line) for ask in stories.asks]
    assert stage.clock.now() == stories.ends
    assert stage.player.over.is_set()


async def test_it_ends_before_the_moment_it_is_to_play_to(stories):
    stage = Stage(stories)
    until = stories.items[30].at
    await stage.player.play(happenings(stories, asks=False), until)
    assert stage.published[-1] < until
    assert stage.clock.now() == until
    assert stage.asked == []


async def test_a_skip_returns_when_it_is_done(stories):
    stage = Stage(stories, speed=0.001)
    playing = asyncio.create_task(stage.player.play(happenings(stories, asks=False), stories.ends))
    await asyncio.sleep(0)
    await stage.player.skip(None)
    assert len(stage.published) == 1
    between = stage.published[0] + timedelta(days=1)
    await stage.player.skip(between)
    assert stage.clock.now() == between
    with pytest.raises(UserError, match="is over; in the demo it is"):
        await stage.player.skip(between - timedelta(days=1))
    await stage.player.skip(stories.items[30].at)
    assert stage.published[-1] == stories.items[30].at
    await stage.player.skip(stories.ends + timedelta(days=1000))
    assert stage.player.over.is_set()
    with pytest.raises(UserError, match="nothing to skip"):
        await stage.player.skip(None)
    await playing


async def test_what_goes_wrong_is_raised(stories):
    stage = Stage(stories)

    async def publish() -> None:
        raise OSError("no newsroom")

    player = Player(stage.clock, publish, stage.ask)
    with pytest.raises(OSError, match="no newsroom"):
        await player.play(happenings(stories, asks=False), stories.ends)
