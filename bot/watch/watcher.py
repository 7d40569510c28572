"""Polls every source once for all servers, each on its own schedule, and hands what is new to the intake.

One source cannot stop the others: whatever its poll raises is logged, counted and put off like any failure. Knows no
cards and no Discord.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TypeVar

import structlog
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import Clock
from bot.feeds.fetch import Fetch
from bot.feeds.health import health_events
from bot.feeds.parser_pool import Parser
from bot.feeds.poll import Polled, poll, to_entry
from bot.feeds.schedule import next_poll
from bot.feeds.window import Look
from bot.model.source import Source, SourceId
from bot.model.window import Shown
from bot.store import health, seen, sources, windows
from bot.store.engine import Store
from bot.watch.fair import fair_share
from bot.watch.intake import Intake, PollResult
from bot.watch.report import PollReport, report_of
from bot.watch.together import Together

Made = TypeVar("Made")

log = structlog.get_logger(__name__)

LEASE = timedelta(minutes=20)
"""Longer than any poll: a poll that outlives it writes nothing."""
IN_FLIGHT = 64
"""More than are fetched at once, so that fetching goes on while what came is read and written."""
_CLAIM_SECONDS = 1.0
"""Claims are made for many sources at a time, but no source that is due waits longer than this for others."""
_LONGEST_IDLE_SECONDS = 60.0
_FEW = 20
"""Entries that are hashed in less time than a thread takes to begin."""
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
    told: Callable[[PollReport], None] | None = None
    """Told of each poll when it is written."""
    _windows: Together[SourceId, tuple[Shown, ...]] = field(init=False)
    _seen: Together[tuple[SourceId, frozenset[int]], frozenset[int]] = field(init=False)
    _settled: Together[PollResult, bool] = field(init=False)
    _claimed_at: float = float("-inf")
    """In the event loop's time."""
    _wake: asyncio.Event = field(default_factory=asyncio.Event)
    _polls: dict[asyncio.Task[None], Source] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._windows = Together(self._read_windows, "read windows")
        self._seen = Together(self._ask_seen, "ask what was seen")
        self._settled = Together(self._settle, "settle polls")

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
            if self._polls:
                await asyncio.wait(tuple(self._polls), return_when=asyncio.FIRST_COMPLETED)

    async def poll_all(self) -> None:
        """Poll every source now, due or not, and return when all of that is stored."""
        await self.store.write(lambda conn: sources.poll_now(conn, self.clock()))
        await self.poll_due()

    async def _begin_due(self) -> int:
        room = IN_FLIGHT - len(self._polls)
        loop = asyncio.get_running_loop()
        if room <= 0 or (room < IN_FLIGHT // 2 and loop.time() < self._claimed_at + _CLAIM_SECONDS):
            return 0
        self._claimed_at = loop.time()
        now = self.clock()
        async with self.store.read() as conn:
            due = await sources.next_due(conn)
        if due is None or due > now:
            return 0
        under_way = tuple(self._polls.values())
        claimed = await self.store.write(
            lambda conn: sources.claim_due(
                conn, now=now, lease=LEASE, limit=room, pick=lambda due: fair_share(due, under_way, room)
            )
        )
        for source in claimed:
            task = asyncio.create_task(self._poll(source), name=f"poll {source.name}")
            self._polls[task] = source
            task.add_done_callback(self._finished)
        return len(claimed)

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._polls.pop(task, None)
        self._wake.set()

    async def _poll(self, source: Source) -> None:
        begun = asyncio.get_running_loop().time()
        try:
            polled = await self._ask(source)
            result = await self._compare(source, polled)
            if not await self._settled.do(result):
                log.warning("a poll took longer than its lease, so nothing of it was kept", source=source.name)
                return
        except Exception:
            log.exception("poll failed", source=source.name, url=source.url)
            after = await self._put_off(source)
            polled, result = Polled(source=after), PollResult(source=source, after=after)
        report = report_of(polled, result, asyncio.get_running_loop().time() - begun)
        _log(report)
        if self.told is not None:
            self.told(report)

    async def _ask(self, source: Source) -> Polled:
        return await poll(
            source,
            fetcher=self.fetcher,
            parser=self.parser,
            now=self.clock(),
            poll_seconds=self.poll_seconds,
            window=lambda: self._windows.do(source.id),
            news_now=self.news_clock(),
        )

    async def _compare(self, source: Source, polled: Polled) -> PollResult:
        """Tell what of a feed is new, and what of its health changed."""
        if polled.feed is None:
            events = health_events(source, polled.source, self.clock())
            return PollResult(source=source, after=polled.source, events=events)
        look = await self._aside(len(polled.feed.entries), Look, polled.feed, polled.window)
        before = await self._seen.do((source.id, look.to_ask))
        found = await self._aside(len(polled.feed.entries), look.compare, before)
        now = self.news_clock()
        after = replace(polled.source, first_polled=source.first_polled or self.clock())
        return PollResult(
            source=source,
            after=after,
            shown=found.to_remember,
            window=found.window,
            arrivals=tuple(
                to_entry(one.entry, source, now, primary=one.hashes.primary)
                for one in found.new
                if one.entry is not None
            ),
            edits=tuple(to_entry(one.entry, source, now, primary=one.primary) for one in found.edited),
            events=health_events(source, after, self.clock(), braked=found.braked),
        )

    async def _aside(self, entries: int, work: Callable[..., Made], *given: object) -> Made:
        """Do what takes a moment for each entry: in a thread where that would hold up heartbeats."""
        return work(*given) if entries <= _FEW else await asyncio.to_thread(work, *given)

    async def _read_windows(self, asked: Sequence[SourceId]) -> Sequence[tuple[Shown, ...]]:
        async with self.store.read() as conn:
            found = await windows.of(conn, asked)
        return [found.get(source, ()) for source in asked]

    async def _ask_seen(self, asked: Sequence[tuple[SourceId, frozenset[int]]]) -> Sequence[frozenset[int]]:
        async with self.store.read() as conn:
            found = await seen.hashes(conn, dict(asked))
        return [found[source] for source, _ in asked]

    async def _settle(self, results: Sequence[PollResult]) -> Sequence[bool]:
        """Whether each was written, and not lost with its lease."""
        _, kept = await self.intake.take_all(results)
        return [result.source.id in kept for result in results]

    async def _put_off(self, source: Source) -> Source:
        """Count a poll that broke off as a failed one, so that it is not tried again at once."""
        now, failures = self.clock(), source.failures + 1
        again = next_poll(source.url, now, self.poll_seconds, pace=source.pace, failures=failures)
        after = replace(source, next_at=again.at, reason=again.reason, last_polled=now, failures=failures, error=_FAULT)

        async def work(conn: AsyncConnection) -> None:
            if await sources.finish_poll(conn, source, after):
                await health.add(conn, health_events(source, after, now))

        await self.store.write(work)
        return after

    async def _idle(self) -> None:
        """Wait until a source is due, a poll has ended, or somebody wakes the watcher."""
        seconds = _LONGEST_IDLE_SECONDS
        if len(self._polls) < IN_FLIGHT:
            async with self.store.read() as conn:
                due = await sources.next_due(conn)
            if due is not None:
                seconds = min(max((due - self.clock()).total_seconds(), 0.05), _LONGEST_IDLE_SECONDS)
                if self._polls:
                    seconds = max(seconds, self._claimed_at + _CLAIM_SECONDS - asyncio.get_running_loop().time())
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
        for work in (self._windows, self._seen, self._settled):
            await work.close()
        if held:
            await self.store.write(lambda conn: sources.release(conn, held, self.clock()))


def _log(report: PollReport) -> None:
    after = report.after
    if report.answer == "failed":
        log.warning("source failed", source=after.name, error=after.error, failures=after.failures, next=after.next_at)
    elif report.answer == "postponed":
        log.info("postponed", source=after.name, why=report.error, next=after.next_at)
    elif report.answer == "unchanged":
        log.debug(
            "unchanged", source=after.name, next=after.next_at
        )  # nearly all polls; at `info` nothing else is seen
    else:
        log.info("polled", source=after.name, answer=report.answer, new=report.new, next=after.next_at)
