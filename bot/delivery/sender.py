"""Takes deliveries from the outbox and posts them: a few channels at a time, paced, each story once in each channel.

The only place that posts. Every step is written down before and after, so that it can be killed at any moment. Knows
no feeds, no reading and no Discord but through its poster.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog
from aiolimiter import AsyncLimiter

from bot.cards.card import Card
from bot.clock import Clock
from bot.delivery.nonce import nonce, reference
from bot.delivery.outcome import Posted, Refused, Verdict
from bot.delivery.pacer import pacer
from bot.delivery.poster import Poster
from bot.store import outbox
from bot.store.engine import Store
from bot.store.outbox import Lease

log = structlog.get_logger(__name__)

LEASE = timedelta(minutes=10)
"""Longer than any send: after it another sender may take the channel."""
NONCE_HOLDS = timedelta(minutes=2)
"""How long Discord surely knows a nonce ("the past few minutes"); later the channel's history is asked first."""
EXPIRES = timedelta(hours=48)
_WORKERS = 8
_IDLE_SECONDS = 60.0
_SHORTEST_IDLE_SECONDS = 0.05
_FIRST_BACKOFF = 2.0
_LONGEST_BACKOFF = 300.0
_LONGEST_ASKED = 3_600.0
"""A longer pause is tried once an hour all the same; a wrong header must not silence the bot for years."""
_MOST_FAULTS = 20
"""After so many tries, about an hour, a post that the bot cannot make gives way to the next one of its channel."""
_FAULT = "the bot could not make this post; its operator finds the reason in the log"


@dataclass(slots=True, kw_only=True)
class Sender:
    """Works through the outbox."""

    store: Store
    poster: Poster
    compose: Callable[[Lease], Awaitable[Card | None]]
    clock: Clock
    random: Callable[[], float]
    """A number from 0 to 1, for jitter."""
    limiter: AsyncLimiter = field(default_factory=pacer)
    paused_until: datetime | None = None
    _wake: asyncio.Event = field(default_factory=asyncio.Event)
    _stopping: asyncio.Event = field(default_factory=asyncio.Event)
    _workers: set[asyncio.Task[None]] = field(default_factory=set)
    _died: BaseException | None = None

    def wake(self) -> None:
        """There is something new in the outbox."""
        self._wake.set()

    async def run(self) -> None:
        """Send until `stop`. Cancelled, it cuts off what is on its way: the next run sends that again, by its nonce."""
        await self.store.write(lambda conn: outbox.release_all(conn, self.clock()))
        try:
            while not self._stopping.is_set():
                self._wake.clear()
                # First: what waited through a long outage is not to be posted at its end.
                await self.store.write(lambda conn: outbox.expire(conn, self.clock() - EXPIRES))
                self._hire()
                await self._idle()
                self._raise()
            await self._finish()
        finally:
            await self._let_go()

    async def drain(self) -> None:
        """Send all that can be sent now."""
        self._hire()
        try:
            await self._finish()
        finally:
            await self._let_go()

    async def stop(self, grace: float) -> None:
        """Take nothing more in hand and give what is being sent `grace` seconds to end."""
        self._stopping.set()
        self._wake.set()
        if self._workers:
            await asyncio.wait(self._workers, timeout=grace)

    def _hire(self) -> None:
        """One more worker, where there is room; each that finds work has another one look for more."""
        if len(self._workers) < _WORKERS and not self._stopping.is_set():
            worker = asyncio.create_task(self._work(), name="sender")
            self._workers.add(worker)
            worker.add_done_callback(self._left)

    def _left(self, worker: asyncio.Task[None]) -> None:
        self._workers.discard(worker)
        if not worker.cancelled() and (error := worker.exception()) is not None:
            self._died = error
        if self._died is not None or len(self._workers) == _WORKERS - 1:
            self._wake.set()

    def _raise(self) -> None:
        """Raises what a worker died of."""
        error, self._died = self._died, None
        if error is not None:
            raise error

    async def _finish(self) -> None:
        while self._workers:
            await asyncio.wait(tuple(self._workers))
        self._raise()

    async def _let_go(self) -> None:
        workers = tuple(self._workers)
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)

    async def _work(self) -> None:
        while not self._stopping.is_set() and (lease := await self._claim()) is not None:
            self._hire()
            await self._record(lease, await self._try(lease))

    async def _claim(self) -> Lease | None:
        """Take a delivery in hand. None when nothing can be sent now."""
        now = self.clock()
        if self.paused_until is not None and now < self.paused_until:
            return None
        installation = self.store.installation
        return await self.store.write(
            lambda conn: outbox.claim(
                conn, now=now, lease=LEASE, make_nonce=lambda delivery: nonce(installation, delivery)
            )
        )

    async def _try(self, lease: Lease) -> Posted | Refused:
        try:
            card = await self.compose(lease)
            if card is None:
                return Refused(Verdict.DEAD, "its story is gone")
            return await self._post(lease, card)
        except Exception:
            # One card that cannot be made must not hold up those of every other channel.
            log.exception("posting failed", delivery=lease.delivery.id, channel=lease.delivery.channel)
            lasting = lease.delivery.attempts >= _MOST_FAULTS
            return Refused(Verdict.DEAD if lasting else Verdict.RETRY, _FAULT)

    async def _post(self, lease: Lease, card: Card) -> Posted | Refused:
        delivery = lease.delivery
        code = delivery.nonce or ""
        first_try = delivery.first_try
        if not lease.first and first_try is not None and self.clock() - first_try > NONCE_HOLDS:
            await self.limiter.acquire()
            found = await self.poster.find(delivery.channel, reference(code), first_try)
            if found is not None:
                return found
        await self.limiter.acquire()
        return await self.poster.post(delivery.channel, card, code)

    async def _record(self, lease: Lease, outcome: Posted | Refused) -> None:
        delivery = lease.delivery
        now = self.clock()
        if isinstance(outcome, Posted):
            await self.store.write(lambda conn: outbox.sent(conn, lease, outcome.message, now))
            log.info("posted", delivery=delivery.id, channel=delivery.channel, message=outcome.message)
            return
        log.warning(
            "not posted",
            delivery=delivery.id,
            channel=delivery.channel,
            verdict=outcome.verdict,
            reason=outcome.reason,
            attempts=delivery.attempts,
        )
        match outcome.verdict:
            case Verdict.DEAD:
                await self.store.write(lambda conn: outbox.dead(conn, lease, outcome.reason, now))
            case Verdict.PARK:
                await self.store.write(lambda conn: outbox.park(conn, lease, outcome.reason, now))
            case Verdict.PAUSE | Verdict.RETRY:
                at = now + self._backoff(delivery.attempts, outcome.seconds)
                if outcome.verdict is Verdict.PAUSE:
                    self.paused_until = at
                await self.store.write(lambda conn: outbox.retry(conn, lease, outcome.reason, at))

    def _backoff(self, attempts: int, asked: float | None) -> timedelta:
        seconds = min(_FIRST_BACKOFF * 2 ** min(attempts - 1, 10), _LONGEST_BACKOFF)
        asked = min(asked or 0.0, _LONGEST_ASKED)
        return timedelta(seconds=max(asked, seconds * (0.5 + self.random() / 2)))

    async def _idle(self) -> None:
        """Wait for something new, or until something that waits is due, or for a worker where all are busy."""
        seconds = _IDLE_SECONDS
        if len(self._workers) < _WORKERS:
            async with self.store.read() as conn:
                due = await outbox.next_due(conn)
            if due is not None and self.paused_until is not None:
                due = max(due, self.paused_until)
            if due is not None:
                seconds = min(max((due - self.clock()).total_seconds(), _SHORTEST_IDLE_SECONDS), _IDLE_SECONDS)
        # Not wait_for: on Python 3.11 it loses a cancellation that comes together with the wake-up.
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._wake.wait()
