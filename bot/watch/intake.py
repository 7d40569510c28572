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
from bot.model.reading import Reading
from bot.model.show import Show, ShowId
from bot.model.source import EVERYONE, Scope, Source
from bot.news.stories import WINDOWS
from bot.store import claims, entries, outbox, servers, sources, stories
from bot.store.engine import Store
from bot.watch.decide import BRAKE_WINDOW, FRESH, Arrival, Decision, Stored, decide, shows_in
from bot.watch.readers import Readers

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
    """Hashes of every entry the feed shows now, seen before or not."""
    arrivals: tuple[Entry, ...] = ()
    """Those never seen before."""


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
        scopes: tuple[Scope, ...] = ()
        if result.arrivals:
            async with self.store.read() as conn:
                scopes = await sources.scopes(conn, result.source.id)
        version = self.readers.version
        arrivals = [await self._read(entry, scopes) for entry in result.arrivals]
        if result.source.first_polled is not None:
            arrivals = await self._advised(arrivals)

        async def work(conn: AsyncConnection) -> Taken:
            if not await sources.finish_poll(conn, result.source, result.after):
                return Taken()
            await sources.mark_seen(conn, result.source.id, result.shown, self.clock())
            if not result.arrivals:
                return Taken()
            heard = await sources.scopes(conn, result.source.id)
            current = arrivals
            if version != self.readers.version or heard != scopes:
                # Someone began to track a show, or added this feed, while the entries were being read. A transaction
                # waits for no network: second opinions on the first reading are given up.
                current = [await self._read(entry, heard) for entry in result.arrivals]
            return await self._write(conn, current, silent=result.source.first_polled is None)

        taken = await self.store.write(work)
        if taken.alerts:
            self.woken()
        return taken

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

    async def _advised(self, arrivals: list[Arrival]) -> list[Arrival]:
        """The arrivals with second opinions on what is fresh, as far as they come in time."""
        if self.advisor is None:
            return arrivals
        advised = list(arrivals)
        oldest = self.news_clock() - FRESH
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(self.advice_seconds):
                for number, one in enumerate(arrivals):
                    if one.readings and one.entry.published >= oldest:
                        readings = await self.advisor.advise(one.entry, one.readings, self.readers.find)
                        advised[number] = Arrival(one.entry, readings)
        return advised

    async def _write(self, conn: AsyncConnection, arrivals: Sequence[Arrival], *, silent: bool) -> Taken:
        stored = await self._stored(conn, arrivals)
        # In a thread: a long first fetch is compared with all that is stored, and a heartbeat must not wait for that.
        decision = await asyncio.to_thread(
            decide, arrivals, stored, now=self.news_clock(), due=self.clock(), silent=silent
        )
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
    stored = [entry if entry.id else await entries.add(conn, entry, now) for entry in decision.entries]
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
