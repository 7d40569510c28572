"""Runs a bot: the watcher, the daily tidying, and a session with Discord (a client and the sender that posts by it).

What dies is started again; what no restart can mend, such as a wrong token, ends the program with one clear line.
"""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from dataclasses import dataclass, field

import aiohttp
import discord
import structlog

from bot.app import App
from bot.client import CliffhangerClient, ServerEvents
from bot.delivery.compose import Composer
from bot.delivery.poster import DiscordPoster
from bot.delivery.sender import Sender
from bot.loop_lag import LoopLag
from bot.model.errors import ConfigurationError
from bot.model.server import ChannelId
from bot.model.source import GuildId
from bot.services.source_lists import SourceLists
from bot.store import sources
from bot.supervise import Supervised
from bot.version import program_version
from cogs.about import AboutCog, Figures
from cogs.news import NewsCog
from cogs.source import SourceCog
from cogs.status import StatusCog
from cogs.track import TrackCog

log = structlog.get_logger(__name__)

_SENDING_GRACE_SECONDS = 2.0
"""How long a post on its way may take when the bot stops; one cut off is found again by its nonce."""
_DAY_SECONDS = 86_400.0
_REFUSALS = {
    4004: "Discord does not accept DISCORD_TOKEN. Copy it anew from the developer portal (Bot, Reset Token).",
    4013: "Discord does not accept the intents that this program asks for; install the newest version.",
    4014: "Discord does not allow the intents that this program asks for; install the newest version.",
}
"""Gateway close codes after which connecting again is of no use (Discord, Gateway Close Event Codes)."""
_UNREACHABLE = (aiohttp.ClientConnectionError, discord.DiscordServerError, OSError)
"""What logging in fails with while there is no way to Discord, or Discord has a fault."""


@dataclass(slots=True, kw_only=True)
class Session:
    """A bot's life on Discord. `run` makes a client and a sender and ends with the connection."""

    app: App
    token: str
    client: CliffhangerClient | None = None
    sender: Sender | None = None
    connected: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when Discord knows the commands and the servers are known."""

    async def run(self) -> None:
        """Connect and serve until the connection ends. Raises `ConfigurationError` where connecting again is no use."""
        client = self.client = self._new_client()
        sender = self.sender = self._new_sender(client)
        sending = Supervised("sender", sender.run)
        try:
            async with client:
                await client.login(self.token)
                sending.start()
                try:
                    await client.connect()
                finally:
                    await sender.stop(_SENDING_GRACE_SECONDS)
                    await sending.stop()
        except discord.LoginFailure:
            raise ConfigurationError(_REFUSALS[4004]) from None
        except discord.PrivilegedIntentsRequired:
            raise ConfigurationError(_REFUSALS[4014]) from None
        except discord.ConnectionClosed as error:
            if error.code in _REFUSALS:
                raise ConfigurationError(_REFUSALS[error.code]) from None
            raise
        finally:
            self.connected.clear()

    def wake(self) -> None:
        """There is something new in the outbox."""
        if self.sender is not None:
            self.sender.wake()

    def _new_client(self) -> CliffhangerClient:
        app = self.app
        app.intake.woken = self.wake
        return CliffhangerClient(
            cogs=[
                StatusCog(app.status),
                NewsCog(app.news),
                TrackCog(app.tracking, app.status),
                SourceCog(app.sources, SourceLists(sources=app.sources, clock=app.outside.clock)),
                AboutCog(self._figures),
            ],
            synced=app.synced,
            servers=ServerEvents(
                present=self._present,
                joined=app.servers.joined,
                left=app.servers.left,
                parked=self._parked,
                mended=self._mended,
            ),
            connector=app.new_connector(),
            guild_ready_seconds=app.outside.guild_ready_seconds,
        )

    def _new_sender(self, client: CliffhangerClient) -> Sender:
        app = self.app
        return Sender(
            store=app.store,
            poster=DiscordPoster(client),
            compose=Composer(app.store, app.shows.get, app.shows.label),
            clock=app.outside.clock,
            random=app.outside.random,
        )

    async def _present(self, guilds: Collection[GuildId]) -> None:
        await self.app.servers.present(guilds)
        self.connected.set()
        self.wake()

    async def _parked(self, guild: GuildId) -> Collection[ChannelId]:
        return [channel.id for channel in await self.app.tracking.parked(guild)]

    async def _mended(self, channel: ChannelId) -> None:
        if await self.app.tracking.mended(channel):
            log.info("channel can be posted to again", channel=channel)
            self.wake()

    async def _figures(self) -> Figures:
        async with self.app.store.read() as conn:
            heard = len(await sources.defaults(conn))
        servers = len(self.client.guilds) if self.client is not None else 0
        return Figures(version=program_version(), sources=heard, shows=len(self.app.shows.catalogue), servers=servers)


async def run(app: App, token: str, stop: asyncio.Event) -> None:
    """Run everything until `stop` is set. Raises `ConfigurationError` where no restart would help."""
    session = Session(app=app, token=token)
    parts = [
        Supervised("discord", session.run, fatal=(ConfigurationError,), passing=_UNREACHABLE),
        Supervised("watcher", app.watcher.run),
        Supervised("tidying", lambda: _tidy_daily(app)),
        Supervised("loop lag", LoopLag().run),
    ]
    for part in parts:
        part.start()
    ends = [asyncio.ensure_future(stop.wait()), *(asyncio.ensure_future(part.wait()) for part in parts)]
    try:
        done, _ = await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for waiting in ends:
            waiting.cancel()
        for part in reversed(parts):
            await part.stop()
    for task in done:
        task.result()


async def _tidy_daily(app: App) -> None:
    while True:
        await app.servers.tidy()
        await asyncio.sleep(_DAY_SECONDS)
