"""`/source add`, `/source remove`, `/source list`: a server's own feeds, for those who may manage it.

Parses the interaction and shows what the service says.
"""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from bot.cards.answers import source_added_card, source_removed_card, sources_card
from bot.cards.markdown import plain
from bot.services.sources import SourceService
from cogs.asked import show_card
from cogs.managers import require_manager, server_of

_LONGEST_CHOICE = 100


@app_commands.guild_only()
@app_commands.default_permissions(manage_guild=True)
class SourceCog(commands.GroupCog, name="source", description="Choose which feeds this server listens to"):
    """For admins only: asked again in every callback, as a server may have opened the command to others."""

    def __init__(self, sources: SourceService) -> None:
        self._sources = sources

    async def interaction_check(self, interaction: discord.Interaction) -> bool:
        """Only those who may manage the server. Raises `MissingPermissions`."""
        return require_manager(interaction)

    @app_commands.command(name="add", description="Listen to a feed of your own, in this server only")
    @app_commands.describe(url="The feed's address (RSS, Atom or JSON Feed), or a page that offers one")
    async def add(self, interaction: discord.Interaction, url: app_commands.Range[str, 1, 2000]) -> None:
        """Try the feed and add it."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        added = await self._sources.add(server_of(interaction), url)
        await show_card(interaction, source_added_card(added.source, added.entries, new=added.new), ephemeral=True)

    @app_commands.command(name="remove", description="Listen to one of your own feeds no longer")
    @app_commands.describe(source="Its name or address, as in /source list")
    async def remove(self, interaction: discord.Interaction, source: app_commands.Range[str, 1, 2000]) -> None:
        """Drop the feed with what it said here."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        gone = await self._sources.remove(server_of(interaction), source)
        await show_card(interaction, source_removed_card(gone), ephemeral=True)

    @remove.autocomplete("source")
    async def _suggest(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        own = (await self._sources.list(server_of(interaction))).own
        wanted = typed.casefold()
        fitting = [source for source in own if wanted in source.name.casefold() or wanted in source.url.casefold()]
        return [
            app_commands.Choice(name=(plain(source.name) or source.url)[:_LONGEST_CHOICE], value=source.url)
            for source in fitting[:25]
            if len(source.url) <= _LONGEST_CHOICE
        ]

    @app_commands.command(name="list", description="The feeds this server listens to, and how they fare")
    async def list(self, interaction: discord.Interaction) -> None:
        """Answer with the server's own feeds and the default ones."""
        listed = await self._sources.list(server_of(interaction))
        await show_card(interaction, sources_card(listed.own, listed.defaults), ephemeral=True)
