"""Writes what a poll brought, in one transaction: seen marks, entries, claims, stories, deliveries, the next poll (T2).

The only place in which news enters the store. What is to be written is decided by `bot.watch.decide`, inside the
transaction, over the rows it has read, so that two polls cannot both make the same story. Knows no fetching, no cards,
no Discord.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Protocol

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import Clock
from bot.model.entry import Entry
from bot.model.health import HealthEvent
from bot.model.reading import Reading
from bot.model.show import Show, ShowId
from bot.model.source import EVERYONE, Scope, Source, SourceId
from bot.model.window import Shown
from bot.news.stories import WINDOWS
from bot.store import claims, entries, health, outbox, seen, servers, sources, stories, windows
from bot.store.engine import Store
from bot.watch.decide import BRAKE_WINDOW, FRESH, Arrival, Decision, Stored, decide, shows_in
from bot.watch.readers import Readers

_FEW = 10
"""Arrivals that are decided upon in less time than a thread takes to begin."""
_AT_A_TIME = 50
"""Entries read again in one transaction."""


class Advisor(Protocol):
    """Who may be asked about readings that are in doubt."""

    async def advise(
        self, entry: Entry, readings: Mapping[Scope, Reading], find: Callable[[ShowId, Scope], Show | None]
    ) -> Mapping[Scope, Reading]:
        """The readings of an entry, some of them with a second opinion; never fewer, and those without doubt as they
        are. `find` gives a show as a scope knows it.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class PollResult:
    """How a poll ended, as it is written to the source's row."""

    source: Source
    """As it was claimed: its `next_at` is the token."""
    after: Source
    """What its row becomes: validators, body hash, error, next poll."""
    shown: frozenset[int] = frozenset()
    """Hashes to be remembered: of the entries that were read now, seen before or not, and of those it shows no more."""
    window: tuple[Shown, ...] | None = None
    """What the feed shows now; None where that did not change."""
    arrivals: tuple[Entry, ...] = ()
    """Those never seen before."""
    edits: tuple[Entry, ...] = ()
    """Those seen before, with another text."""
    events: tuple[HealthEvent, ...] = ()

    @property
    def silent(self) -> bool:
        """Whether it is the source's first: what a feed shows by then is no news."""
        return self.source.first_polled is None


@dataclass(frozen=True, slots=True)
class Taken:
    """What an intake did, for logs and figures."""

    entries: int = 0
    claims: int = 0
    stories: int = 0
    alerts: int = 0

    def __add__(self, other: Taken) -> Taken:
        """Both together."""
        return Taken(
            self.entries + other.entries,
            self.claims + other.claims,
            self.stories + other.stories,
            self.alerts + other.alerts,
        )


@dataclass(frozen=True, slots=True)
class _Read:
    """A poll's result, read."""

    result: PollResult
    scopes: tuple[Scope, ...]
    arrivals: Sequence[Arrival]
    edits: Sequence[Arrival]


@dataclass(slots=True, kw_only=True)
class Intake:
    """The writing end of the watcher."""

    store: Store
    readers: Readers
    news_clock: Clock
    """The time of the news; in the demo it runs faster than the machine's."""
    clock: Clock
    """The machine's time: leases and deliveries."""
    woken: Callable[[], None] = lambda: None
    """Told when deliveries have been added."""
    advisor: Advisor | None = None
    """Asked about what is new and in doubt; None asks nobody."""
    advice_seconds: float = 60.0
    """How long a poll waits for second opinions, on all its entries together: its lease must not run out."""

    async def take(self, result: PollResult) -> Taken:
        """Write the result of one poll. A poll whose lease was lost writes nothing at all."""
        taken, _ = await self.take_all([result])
        return taken

    async def take_all(self, results: Sequence[PollResult]) -> tuple[Taken, frozenset[SourceId]]:
        """Write the results of several polls of different sources, in one transaction: a commit waits for the disk.

        Returns what was taken, and the sources whose lease was not lost.
        """
        scopes: Mapping[SourceId, tuple[Scope, ...]] = {}
        with_news = [result.source.id for result in results if result.arrivals or result.edits]
        if with_news:
            async with self.store.read() as conn:
                scopes = await sources.scopes_of(conn, with_news)
        version = self.readers.version
        read = [await self._advised(await self._read_all(result, scopes)) for result in results]

        async def work(conn: AsyncConnection) -> tuple[Taken, frozenset[SourceId]]:
            kept = await sources.finish_polls(conn, [(result.source, result.after) for result in results])
            held = [one for one in read if one.result.source.id in kept]
            await self._keep_state(conn, [one.result for one in held])
            news = [one for one in held if one.arrivals or one.edits]
            if not news:
                return Taken(), kept
            heard = await sources.scopes_of(conn, [one.result.source.id for one in news])
            # Someone may have begun to track a show, or added a feed, while the entries were being read. A transaction
            # waits for no network: second opinions on the first reading are given up then.
            current = [
                one
                if version == self.readers.version and one.scopes == heard[one.result.source.id]
                else await self._read_all(one.result, heard)
                for one in news
            ]
            return await self._write_news(conn, current), kept

        taken, kept = await self.store.write(work)
        if taken.alerts:
            self.woken()
        return taken, kept

    async def _keep_state(self, conn: AsyncConnection, results: Sequence[PollResult]) -> None:
        """What is kept of a feed beside its row."""
        await seen.mark(conn, {result.source.id: result.shown for result in results}, self.clock())
        await windows.write(conn, {result.source.id: result.window for result in results if result.window is not None})
        await health.add(conn, (event for result in results for event in result.events))

    async def _write_news(self, conn: AsyncConnection, read: Sequence[_Read]) -> Taken:
        edits = []
        for arrival in (each for one in read for each in one.edits):
            entry = await entries.edit(conn, arrival.entry)
            if entry is not None:
                await claims.retract(conn, entry)
                edits.append(Arrival(replace(arrival.entry, id=entry), arrival.readings))
        silent = [arrival for one in read if one.result.silent for arrival in one.arrivals]
        audible = [arrival for one in read if not one.result.silent for arrival in one.arrivals]
        taken = Taken()
        if silent:
            taken += await self._write(conn, silent, silent=True)
        if audible or edits:
            taken += await self._write(conn, [*audible, *edits], silent=False)
        return taken

    async def _read_all(self, result: PollResult, scopes: Mapping[SourceId, tuple[Scope, ...]]) -> _Read:
        heard = scopes.get(result.source.id, ())
        return _Read(
            result,
            heard,
            [await self._read(entry, heard) for entry in result.arrivals],
            [await self._read(entry, heard) for entry in result.edits],
        )

    async def catch_up(self, stored: Sequence[Entry], scopes: Sequence[Scope], only: ShowId | None = None) -> Taken:
        """Read stored entries again, silently: for a show just watched (`only`), or a feed a further server added.

        Oldest first, some at a time, so that no poll waits long; to do it twice changes nothing.
        """
        ordered = sorted(stored, key=lambda entry: (entry.published, entry.id))
        taken = Taken()
        for start in range(0, len(ordered), _AT_A_TIME):
            part = ordered[start : start + _AT_A_TIME]
            arrivals = [arrival for entry in part if (arrival := await self._read(entry, scopes, only)).readings]
            if arrivals:
                taken += await self.store.write(partial(self._write_again, arrivals))
        return taken

    async def _write_again(self, arrivals: Sequence[Arrival], conn: AsyncConnection) -> Taken:
        """Write what was read again of entries, but for what has been dropped meanwhile."""
        kept = await entries.still(conn, [arrival.entry.id for arrival in arrivals])
        heard = {source: await sources.scopes(conn, source) for source in {one.entry.source for one in arrivals}}
        current = [
            Arrival(one.entry, _sayable(one.readings, heard[one.entry.source]))
            for one in arrivals
            if one.entry.id in kept
        ]
        return await self._write(conn, current, silent=True)

    async def _read(self, entry: Entry, scopes: Sequence[Scope], only: ShowId | None = None) -> Arrival:
        # A pause after each entry keeps every slice of the event loop short.
        await asyncio.sleep(0)
        return Arrival(entry, self.readers.read(entry, scopes, only))

    async def _advised(self, read: _Read) -> _Read:
        """With second opinions on what is fresh, as far as they come in time."""
        if self.advisor is None or read.result.silent:
            return read
        advised = list(read.arrivals)
        oldest = self.news_clock() - FRESH
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(self.advice_seconds):
                for number, one in enumerate(read.arrivals):
                    if one.readings and one.entry.published >= oldest:
                        readings = await self.advisor.advise(one.entry, one.readings, self.readers.find)
                        advised[number] = Arrival(one.entry, readings)
        return replace(read, arrivals=advised)

    async def _write(self, conn: AsyncConnection, arrivals: Sequence[Arrival], *, silent: bool) -> Taken:
        stored = await self._stored(conn, arrivals)
        now, due = self.news_clock(), self.clock()
        if len(arrivals) <= _FEW:
            decision = decide(arrivals, stored, now=now, due=due, silent=silent)
        else:
            # In a thread: a long first fetch is compared with all that is stored, and no heartbeat must wait for that.
            decision = await asyncio.to_thread(decide, arrivals, stored, now=now, due=due, silent=silent)
        return await write(conn, decision, now=self.clock())

    async def _stored(self, conn: AsyncConnection, arrivals: Sequence[Arrival]) -> Stored:
        """What is stored that bears on these arrivals."""
        concerned = shows_in(arrivals)
        if not concerned:
            return Stored()
        oldest = min(arrival.entry.published for arrival in arrivals) - max(WINDOWS.values())
        recent = await stories.recent(conn, concerned, oldest)
        tracks = await servers.tracks_for(conn, concerned)
        return Stored(
            stories=recent,
            tracks=tracks,
            delivered=await outbox.delivered(conn, [story.id for story in recent if story.scope != EVERYONE]),
            lately=await outbox.made_since(conn, {track.channel for track in tracks}, self.clock() - BRAKE_WINDOW),
            shows=self.readers.shows(),
        )


def _sayable(readings: Mapping[Scope, Reading], heard: Collection[Scope]) -> Mapping[Scope, Reading]:
    """What a source says in the scopes in which it is heard; a public one is heard in all."""
    return {scope: reading for scope, reading in readings.items() if EVERYONE in heard or scope in heard}


async def write(conn: AsyncConnection, decision: Decision, *, now: datetime) -> Taken:
    """Carry out a decision within the caller's transaction. Entries that have an id are stored already."""
    spoken = {index for _, index, _ in decision.claims}
    spoken |= {index for plan in decision.stories for index, _ in plan.reports}
    # Most entries name no show anybody watches: nobody needs their ids, so they are stored all at once.
    await entries.add_all(conn, [e for i, e in enumerate(decision.entries) if not e.id and i not in spoken], now)
    stored = [
        await entries.add(conn, entry, now) if not entry.id and index in spoken else entry
        for index, entry in enumerate(decision.entries)
    ]
    for scope, index, claim in decision.claims:
        await claims.add(conn, scope, replace(claim, entry=stored[index].id))
    alerts = 0
    for plan in decision.stories:
        story_id = plan.story.id
        if story_id:
            await stories.update_from(conn, plan.story)
        else:
            story_id = await stories.create(conn, plan.story)
        for index, scope in plan.reports:
            await stories.add_report(conn, story_id, stored[index].id, scope)
        alerts += await outbox.add(conn, story_id, plan.alerts, now)
    return Taken(len(stored), len(decision.claims), len(decision.stories), alerts)
