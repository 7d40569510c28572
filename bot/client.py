"""The discord client: guilds intent only, no caches it does not need, commands told to Discord when they changed.

Everything it serves is handed in. Knows no shows, feeds or SQL.
"""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import aiohttp
import discord
import structlog
from discord import app_commands
from discord.ext import commands

from bot.model.server import ChannelId
from bot.model.source import GuildId
from cogs.buttons import PageButton
from cogs.errors import answer_error
from cogs.places import facts_of

log = structlog.get_logger(__name__)

# The bot never speaks, so what voice would need is not worth a warning at every start.
discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False

_LONGEST_WAIT_SECONDS = 60.0
"""A longer rate limit is raised as `RateLimited` rather than slept through; the outbox tries again by itself."""


class Synced(Protocol):
    """Remembers which commands Discord has."""

    async def changed(self, application: int, commands: Sequence[dict[str, Any]]) -> bool:
        """Whether these are others than those told last."""

    async def told(self, application: int, commands: Sequence[dict[str, Any]]) -> None:
        """Discord has these now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerEvents:
    """Who is told when servers come and go and when a channel may be posted to again."""

    present: Callable[[Collection[GuildId]], Awaitable[None]]
    joined: Callable[[GuildId], Awaitable[None]]
    left: Callable[[GuildId], Awaitable[None]]
    parked: Callable[[GuildId], Awaitable[Collection[ChannelId]]]
    mended: Callable[[ChannelId], Awaitable[None]]


class CommandTree(app_commands.CommandTree["CliffhangerClient"]):
    """Tells users about errors in words."""

    async def on_error(
        self, interaction: discord.Interaction[CliffhangerClient], error: app_commands.AppCommandError, /
    ) -> None:
        """Called for every error that a command lets through."""
        if interaction.client.is_closed():
            # Its answer can reach nobody any more; what it stored stands.
            log.info("the bot ended before a command was answered", error=repr(error.__cause__ or error))
            return
        await answer_error(interaction, error)


class CliffhangerClient(commands.AutoShardedBot):
    """One connection to Discord; a new one is made when it ends."""

    def __init__(
        self,
        *,
        cogs: Sequence[commands.Cog],
        synced: Synced,
        servers: ServerEvents,
        connector: aiohttp.BaseConnector | None = None,
        guild_ready_seconds: float = 2.0,
    ) -> None:
        super().__init__(
            # Without the message content intent no message is read; a prefix must be named all the same.
            command_prefix=commands.when_mentioned,
            help_command=None,
            tree_cls=CommandTree,
            intents=discord.Intents(guilds=True),
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_ratelimit_timeout=_LONGEST_WAIT_SECONDS,
            guild_ready_timeout=guild_ready_seconds,
            activity=discord.CustomActivity("What becomes of your show? /status"),
            connector=connector,
        )
        self._parts = cogs
        self._synced = synced
        self._servers = servers

    async def setup_hook(self) -> None:
        """Called once, after the login and before the gateway."""
        for cog in self._parts:
            await self.add_cog(cog)
        self.add_dynamic_items(PageButton)
        await self._sync()

    async def on_ready(self) -> None:
        """Called after each new session: every server the bot is in is known now."""
        await self._servers.present([GuildId(guild.id) for guild in self.guilds])
        for guild in self.guilds:
            await self._look_at_parked(guild)
        log.info("ready", servers=len(self.guilds), shards=self.shard_count)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """A server added the bot."""
        await self._servers.joined(GuildId(guild.id))
        # It may be back: what could not be posted while it was away goes out now.
        await self._look_at_parked(guild)

    async def on_guild_available(self, guild: discord.Guild) -> None:
        """A server is back from an outage."""
        await self._look_at_parked(guild)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """A server removed the bot; an outage is no removal and comes as another event."""
        await self._servers.left(GuildId(guild.id))

    async def on_guild_channel_update(self, _before: discord.abc.GuildChannel, after: discord.abc.GuildChannel) -> None:
        """Permissions of a channel may have been mended."""
        await self._look_at_parked(after.guild)

    async def on_guild_role_update(self, _before: discord.Role, after: discord.Role) -> None:
        """Permissions of a role may have been mended."""
        await self._look_at_parked(after.guild)

    async def on_member_update(self, _before: discord.Member, after: discord.Member) -> None:
        """Somebody may have given the bot a role; without the members intent Discord tells of the bot itself only."""
        if after.id == after.guild.me.id:
            await self._look_at_parked(after.guild)

    async def on_error(self, event_method: str, /, *_args: object, **_kwargs: object) -> None:
        """An event handler failed; discord.py goes on with the next event."""
        log.error("event failed", discord_event=event_method, exc_info=sys.exc_info()[1])

    async def _look_at_parked(self, guild: discord.Guild) -> None:
        """Try again the parked channels that can be posted to now, as far as permissions tell."""
        for number in await self._servers.parked(GuildId(guild.id)):
            channel = guild.get_channel(number)
            facts = facts_of(channel) if channel is not None else None
            if facts is not None and facts.postable and not facts.missing:
                await self._servers.mended(number)

    async def _sync(self) -> None:
        payload = [command.to_dict(self.tree) for command in self.tree.get_commands()]
        application = self.application_id or 0
        if await self._synced.changed(application, payload):
            await self.tree.sync()
            await self._synced.told(application, payload)
            log.info("commands told to Discord", commands=len(payload))
