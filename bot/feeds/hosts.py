"""Takes turns at a website: only so many requests at once, a pause between the beginnings of two, and a rest for all of
its feeds when one of them is told to come back later.

Feeds of one website fail together and would all come back together; here the first refusal speaks for all. Knows
nothing of HTTP beyond a host's name.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.clock import Clock

BRIEF_REST = timedelta(minutes=1)
"""How long a website rests that says "too many requests" and not for how long."""
LONGEST_REST = timedelta(hours=1)
"""A website rests no longer for the sake of one of its feeds; that feed itself waits as long as it was told."""
_TIDY_ABOVE = 1_000


class NoTurnError(Exception):
    """It is not this feed's turn: others of the website are first, or the website rests."""

    def __init__(self, message: str, wait: timedelta) -> None:
        super().__init__(message)
        self.wait = wait
        """How long until it may be."""


@dataclass(slots=True)
class _Host:
    gate: asyncio.Semaphore
    users: int = 0
    next_start: float = 0.0
    """In the event loop's time."""
    rests_until: datetime | None = None
    starting: asyncio.Lock = field(default_factory=asyncio.Lock)


class HostTurns:
    """The turns at all websites.

    `per_host` requests at once and `gap` seconds between the beginnings of two; `patience` is how many seconds a feed
    waits for its turn, so that one website with many slow feeds cannot hold up all others.
    """

    def __init__(self, *, per_host: int, gap: float, patience: float, clock: Clock) -> None:
        self._per_host = per_host
        self._gap = gap
        self._patience = patience
        self._clock = clock
        self._hosts: dict[str, _Host] = {}

    @contextlib.asynccontextmanager
    async def turn(self, name: str) -> AsyncIterator[None]:
        """Wait for a turn and hold it. Raises `NoTurnError`."""
        host = self._host(name)
        self._check_rest(host)
        host.users += 1
        try:
            try:
                async with asyncio.timeout(self._patience):
                    await host.gate.acquire()
            except TimeoutError:
                text = "The bot was busy with other feeds of this website; it gets to this one later."
                raise NoTurnError(text, timedelta(seconds=self._patience)) from None
            try:
                await self._space(host)
                self._check_rest(host)
                yield
            finally:
                host.gate.release()
        finally:
            host.users -= 1

    def rest(self, name: str, asked: timedelta | None) -> None:
        """Let a website rest that says that it is asked too often; `asked` is how long it says."""
        host = self._host(name)
        until = self._clock() + min(asked or BRIEF_REST, LONGEST_REST)
        host.rests_until = max(until, host.rests_until or until)

    def _check_rest(self, host: _Host) -> None:
        if host.rests_until is None:
            return
        left = host.rests_until - self._clock()
        if left > timedelta():
            raise NoTurnError("This website asked for a pause; its feeds are asked again after it.", left)
        host.rests_until = None

    async def _space(self, host: _Host) -> None:
        if self._gap <= 0:
            return
        loop = asyncio.get_running_loop()
        async with host.starting:
            await asyncio.sleep(host.next_start - loop.time())
            host.next_start = loop.time() + self._gap

    def _host(self, name: str) -> _Host:
        host = self._hosts.get(name)
        if host is None:
            if len(self._hosts) >= _TIDY_ABOVE:
                self._tidy()
            host = self._hosts[name] = _Host(asyncio.Semaphore(self._per_host))
        return host

    def _tidy(self) -> None:
        """Forget the websites of which nothing need be remembered."""
        now, time = self._clock(), asyncio.get_running_loop().time()
        self._hosts = {
            name: host
            for name, host in self._hosts.items()
            if host.users or host.next_start > time or (host.rests_until is not None and host.rests_until > now)
        }
