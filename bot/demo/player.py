"""Plays the stories: lets one thing happen after the other as the clock comes to it, or at once where somebody skips.

Pure but for waiting; what a happening does is handed in. Knows nothing of the bot, of feeds or of the terminal.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from bot.demo.clock import DemoClock
from bot.demo.stories import Stories
from bot.model.errors import UserError


@dataclass(frozen=True, slots=True)
class Happening:
    """What happens at one moment: whether something is published, and what somebody asks."""

    at: datetime
    published: bool
    lines: tuple[str, ...] = ()


def happenings(stories: Stories, *, asks: bool) -> tuple[Happening, ...]:
    """All that happens after the beginning, in order; without `asks` only what is published."""
    moments = [(item.at, "") for item in stories.items]
    moments += [(ask.at, ask.line) for ask in stories.asks] if asks else []
    after = sorted(moment for moment in moments if moment[0] > stories.begins)
    return tuple(
        Happening(at, published="" in lines, lines=tuple(filter(None, lines)))
        for at, group in groupby(after, key=lambda moment: moment[0])
        if (lines := [line for _, line in group])
    )


class Player:
    """Plays up to a moment, once. `publish` and `ask` return when what they began is over and shown."""

    def __init__(
        self, clock: DemoClock, publish: Callable[[], Awaitable[None]], ask: Callable[[str], Awaitable[None]]
    ) -> None:
        self.over = asyncio.Event()
        self._clock = clock
        self._publish = publish
        self._ask = ask
        self._next: datetime | None = None
        self._wanted: datetime | None = None
        self._nudged = asyncio.Event()
        self._arrived = asyncio.Event()

    async def play(self, scenes: tuple[Happening, ...], until: datetime) -> None:
        """Let happen what happens before `until`, then stand still at that moment."""
        for scene in scenes:
            if scene.at >= until:
                break
            await self._reach(scene.at)
            if scene.published:
                await self._publish()
            for line in scene.lines:
                await self._ask(line)
            self._tell_arrival()
        await self._reach(until)
        self.over.set()
        self._arrived.set()

    async def skip(self, to: datetime | None) -> None:
        """Pass over the waiting up to a moment, or up to the next happening; returns when that has happened.

        Raises `UserError` where there is nothing to skip.
        """
        wanted = to or self._next
        if wanted is None or self.over.is_set():
            raise UserError("The story is over, so there is nothing to skip.")
        if wanted < self._clock.now():
            raise UserError(f"{wanted:%Y-%m-%d} is over; in the demo it is {self._clock.now():%Y-%m-%d}.")
        self._arrived.clear()
        self._wanted = wanted
        self._nudged.set()
        await self._arrived.wait()

    async def _reach(self, at: datetime) -> None:
        self._next = at
        self._clock.run_to(at)
        while (seconds := self._clock.seconds_until(at)) != 0:
            if seconds is None or (self._wanted is not None and self._wanted >= at):
                self._clock.jump(at)
                return
            if self._wanted is not None:
                self._clock.jump(self._wanted)
                self._clock.run_to(at)
                self._tell_arrival()
                continue
            self._nudged.clear()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._nudged.wait(), seconds)

    def _tell_arrival(self) -> None:
        """Whoever skipped is told, once the clock is where they wanted it."""
        if self._wanted is not None and self._clock.now() >= self._wanted:
            self._wanted = None
            self._arrived.set()
