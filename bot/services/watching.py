"""Begins to read for a show: from the first moment somebody tracks it or asks for it. Knows no Discord."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import groupby

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import Clock
from bot.model.show import Show, ShowId
from bot.model.source import GuildId, Scope, scope_of
from bot.services.shows import Shows
from bot.store import entries, servers, shows, sources
from bot.store.engine import Store
from bot.watch.intake import Intake
from bot.watch.readers import Readers

LOOK_BACK = timedelta(days=400)
"""How far back stored entries are read for a show that is new."""
MOST_ENTRIES = 2000
"""Stored entries that are read again at a time, the newest."""
_WORD = re.compile(r"[A-Za-z0-9]+")


@dataclass(slots=True, kw_only=True)
class Watching:
    """Keeps the store, the readers and the memory of names in step."""

    store: Store
    readers: Readers
    shows: Shows
    intake: Intake
    news_clock: Clock
    clock: Clock
    _lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    _in_hand: set[tuple[ShowId, Scope]] = field(default_factory=set)
    """Shows whose past is being read."""

    async def load(self) -> None:
        """Take over what the store has, at start."""
        async with self.store.read() as conn:
            watched = await shows.watched(conn)
            tracks = await servers.all_tracks(conn)
        self.shows.load(watched, tracks)
        for scope, show in watched:
            self.readers.watch([self.shows.get(show.id) or show], scope)

    def watches(self, show: Show, scope: Scope) -> bool:
        """Whether news of the show are read already, the stored ones too."""
        return self.readers.watches(show.id, scope) and (show.id, scope) not in self._in_hand

    async def watch(self, show: Show, scope: Scope) -> None:
        """Read for a show from now on, and read what is stored silently, so that its status is not empty."""
        if self.watches(show, scope):
            return
        async with self._lock:
            if not self.watches(show, scope):
                await self._begin(show, scope)

    async def forget(self, show: Show, guild: GuildId) -> None:
        """Read no longer for a server's own show, unless it is tracked again by now."""
        scope = scope_of(guild)

        async def work(conn: AsyncConnection) -> bool:
            if await servers.uses(conn, show.id, guild):
                return False
            await shows.forget(conn, show.id, scope)
            return True

        async with self._lock:
            if await self.store.write(work):
                self.readers.forget(show.id, scope)
                self.shows.forget(show.id, scope)

    def forget_server(self, guild: GuildId) -> None:
        """Forget what a server tracks and which shows it named, when the store has forgotten it."""
        for show in self.shows.forget_server(guild):
            self.readers.forget(show, scope_of(guild))

    async def _begin(self, show: Show, scope: Scope) -> None:
        now = self.clock()
        self._in_hand.add((show.id, scope))
        self.shows.learn(show, scope)
        self.readers.watch([show], scope)
        try:
            # A poll that was read before the reader knew the show is stored by then, and found among the rest.
            await self.store.settle()
            await self._catch_up(show)
            # Only now: whoever is killed on the way begins again.
            await self.store.write(lambda conn: shows.watch(conn, show, scope, now))
        except BaseException:
            self.readers.forget(show.id, scope)
            self.shows.forget(show.id, scope)
            raise
        finally:
            self._in_hand.discard((show.id, scope))

    async def _catch_up(self, show: Show) -> None:
        words = {_telling_word(title) for title in show.titles}
        since = self.news_clock() - LOOK_BACK
        async with self.store.read() as conn:
            stored = await entries.naming(conn, words, since, limit=MOST_ENTRIES)
            heard = {source: await sources.scopes(conn, source) for source in {entry.source for entry in stored}}
        # What everyone hears first, so that a server's own source joins its stories.
        ordered = sorted(stored, key=lambda entry: heard[entry.source])
        for scopes, group in groupby(ordered, key=lambda entry: heard[entry.source]):
            await self.intake.catch_up(list(group), scopes, show.id)


def _telling_word(title: str) -> str:
    """The longest plain word of a title: it stands in every text that names the show, however it is spelt."""
    return max(_WORD.findall(title), key=len, default=title)
