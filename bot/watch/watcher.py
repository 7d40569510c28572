"""Polls every source once for all servers, each on its own schedule, and hands what is new to the intake.

One source cannot stop the others: whatever its poll raises is logged, counted and put off like any failure. Knows no
cards and no Discord.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

import structlog

from bot.clock import Clock
from bot.feeds.fetch import Fetch
from bot.feeds.identity import identify, unseen
from bot.feeds.parser_pool import Parser
from bot.feeds.poll import Polled, poll, to_entry
from bot.feeds.schedule import next_poll
from bot.model.source import Source
from bot.store import sources
from bot.store.engine import Store
from bot.watch.intake import Intake, PollResult, Taken

log = structlog.get_logger(__name__)

LEASE = timedelta(minutes=5)
"""Longer than any poll: a poll that outlives it writes nothing."""
IN_FLIGHT = 50
_LONGEST_IDLE_SECONDS = 60.0
_FAULT = "The bot could not handle this feed; its operator finds the reason in the log."


@dataclass(slots=True, kw_only=True)
class Watcher:
    """The loop over the sources."""

    store: Store
    fetcher: Fetch
    parser: Parser
    intake: Intake
    clock: Clock
    news_clock: Clock
    poll_seconds: int
    """The shortest pause between two polls of one source."""
    _wake: asyncio.Event = field(default_factory=asyncio.Event)
    _polls: dict[asyncio.Task[None], Source] = field(default_factory=dict)

    def wake(self) -> None:
        """A source became due, for instance because it was just added."""
        self._wake.set()

    async def run(self) -> None:
        """Poll what is due, for ever. Cancelled, it gives back what it had in hand."""
        await self.store.write(lambda conn: sources.release_all(conn, self.clock()))
        try:
            while True:
                self._wake.clear()
                await self._begin_due()
                await self._idle()
        finally:
            await self._let_go()

    async def poll_due(self) -> None:
        """Poll every source that is due now, and return when all of that is stored."""
        while await self._begin_due() or self._polls:
            await asyncio.wait(tuple(self._polls))

    async def poll_all(self) -> None:
        """Poll every source now, due or not, and return when all of that is stored."""
        await self.store.write(lambda conn: sources.poll_now(conn, self.clock()))
        await self.poll_due()

    async def _begin_due(self) -> int:
        room = IN_FLIGHT - len(self._polls)
        if room <= 0:
            return 0
        now = self.clock()
        claimed = await self.store.write(lambda conn: sources.claim_due(conn, now=now, lease=LEASE, limit=room))
        for source in claimed:
            task = asyncio.create_task(self._poll(source), name=f"poll {source.name}")
            self._polls[task] = source
            task.add_done_callback(self._finished)
        return len(claimed)

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._polls.pop(task, None)
        self._wake.set()

    async def _poll(self, source: Source) -> None:
        try:
            result = await self._look(source)
            taken = await self.intake.take(result)
        except Exception:
            log.exception("poll failed", source=source.name, url=source.url)
            await self._put_off(source)
            return
        _tell(result, taken)

    async def _look(self, source: Source) -> PollResult:
        """Fetch and parse a source, and tell which of its entries are new."""
        polled = await poll(
            source,
            fetcher=self.fetcher,
            parser=self.parser,
            now=self.clock(),
            poll_seconds=self.poll_seconds,
            news_now=self.news_clock(),
        )
        if not polled.changed:
            return PollResult(source=source, after=polled.source)
        return await self._new_in(source, polled)

    async def _new_in(self, source: Source, polled: Polled) -> PollResult:
        # In a thread: hashing hundreds of entries would hold up the loop for longer than a heartbeat may wait.
        shown = await asyncio.to_thread(identify, polled.entries)
        hashes = frozenset(value for one in shown for value in one.hashes.known)
        async with self.store.read() as conn:
            seen = await sources.seen_hashes(conn, source.id, hashes)
        now = self.news_clock()
        return PollResult(
            source=source,
            after=replace(polled.source, first_polled=source.first_polled or self.clock()),
            shown=hashes,
            arrivals=tuple(to_entry(one.entry, source, now) for one in unseen(shown, seen)),
        )

    async def _put_off(self, source: Source) -> None:
        """Count a poll that broke off as a failed one, so that it is not tried again at once."""
        failures = source.failures + 1
        again = next_poll(source.url, self.clock(), self.poll_seconds, failures=failures)
        after = replace(source, next_at=again.at, last_polled=self.clock(), failures=failures, error=_FAULT)
        await self.store.write(lambda conn: sources.finish_poll(conn, source, after))

    async def _idle(self) -> None:
        """Wait until a source is due, a poll has ended, or somebody wakes the watcher."""
        seconds = _LONGEST_IDLE_SECONDS
        if len(self._polls) < IN_FLIGHT:
            async with self.store.read() as conn:
                due = await sources.next_due(conn)
            if due is not None:
                seconds = min(max((due - self.clock()).total_seconds(), 0.05), _LONGEST_IDLE_SECONDS)
        # Not wait_for: in Python 3.11 that can lose a cancellation which arrives together with the wake-up.
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._wake.wait()

    async def _let_go(self) -> None:
        polls: Sequence[asyncio.Task[None]] = tuple(self._polls)
        held = tuple(self._polls.values())
        for task in polls:
            task.cancel()
        await asyncio.gather(*polls, return_exceptions=True)
        if held:
            await self.store.write(lambda conn: sources.release(conn, held, self.clock()))


def _tell(result: PollResult, taken: Taken) -> None:
    after = result.after
    if after.error is not None:
        log.warning("source failed", source=after.name, error=after.error, failures=after.failures, next=after.next_at)
        return
    log.info(
        "polled",
        source=after.name,
        new=len(result.arrivals),
        stories=taken.stories,
        alerts=taken.alerts,
        next=after.next_at,
    )
