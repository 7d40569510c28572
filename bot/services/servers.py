"""Which servers the bot is in: arrivals, departures, and forgetting after a while what they chose. Knows no Discord."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import Clock
from bot.model.source import GuildId
from bot.services.watching import Watching
from bot.store import claims, entries, health, seen, servers
from bot.store.engine import Store

KEPT_AFTER_LEAVING = timedelta(days=30)
"""A server that removes the bot by mistake finds its choices again."""
ENTRIES_KEPT = timedelta(days=120)
"""Entries that no claim stands on."""
SEEN_KEPT = timedelta(days=180)
"""Far longer than any feed goes on showing an entry."""
HEALTH_KEPT = timedelta(days=90)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerService:
    """Keeps the list of servers in step with Discord's."""

    store: Store
    watching: Watching
    clock: Clock

    async def present(self, guilds: Collection[GuildId]) -> None:
        """These are the servers the bot is in, all of them; the others have removed it."""
        now = self.clock()

        async def work(conn: AsyncConnection) -> None:
            for guild in await servers.known(conn) - set(guilds):
                await servers.leave(conn, guild, now)
            await servers.present(conn, guilds, now)

        await self.store.write(work)

    async def joined(self, guild: GuildId) -> None:
        """A server added the bot."""
        await self.store.write(lambda conn: servers.present(conn, [guild], self.clock()))

    async def left(self, guild: GuildId) -> None:
        """A server removed the bot."""
        await self.store.write(lambda conn: servers.leave(conn, guild, self.clock()))

    async def tidy(self) -> None:
        """Forget what is no longer needed; meant to run once a day."""
        now = self.clock()
        for guild in await self.store.write(lambda conn: servers.purge(conn, now - KEPT_AFTER_LEAVING)):
            self.watching.forget_server(guild)
        await self.store.write(lambda conn: seen.forget(conn, now - SEEN_KEPT))
        await self.store.write(lambda conn: health.forget(conn, now - HEALTH_KEPT))
        await self.store.write(lambda conn: entries.forget(conn, now - ENTRIES_KEPT, claims.evidence()))
