"""`/source add`, `remove`, `list`, `health`, `import` and `export`: a server's own feeds, for those who may manage it.

Parses the interaction and shows what the service says.
"""

from __future__ import annotations

import asyncio
import io
import time

import aiohttp
import discord
from discord import app_commands
from discord.ext import commands

from bot.cards.answers import (
    exported_card,
    health_card,
    imported_card,
    source_added_card,
    source_removed_card,
    sources_card,
)
from bot.cards.embeds import embed
from bot.cards.markdown import plain
from bot.model.errors import UserError
from bot.services.source_lists import LARGEST_FILE, SourceLists
from bot.services.sources import MOST_SOURCES, SourceService
from cogs.asked import show_card
from cogs.managers import require_manager, server_of
from cogs.progress import Progress

_LONGEST_CHOICE = 100
_FILE_SECONDS = 30.0


@app_commands.guild_only()
@app_commands.default_permissions(manage_guild=True)
class SourceCog(commands.GroupCog, name="source", description="Choose which feeds this server listens to"):
    """For admins only: asked again in every callback, as a server may have opened the command to others."""

    def __init__(self, sources: SourceService, lists: SourceLists) -> None:
        self._sources = sources
        self._lists = lists

    async def interaction_check(self, interaction: discord.Interaction) -> bool:
        """Only those who may manage the server. Raises `MissingPermissions`."""
        return require_manager(interaction)

    @app_commands.command(name="add", description="Listen to a feed of your own, in this server only")
    @app_commands.describe(
        url="The feed's address (RSS, Atom or JSON Feed), or a page with one; r/television works too"
    )
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

    @app_commands.command(name="health", description="What happened to the feeds of this server lately")
    async def health(self, interaction: discord.Interaction) -> None:
        """Answer with failures, recoveries and moves, newest first."""
        told = await self._sources.health(server_of(interaction))
        card = health_card([(source.name, event) for source, event in told])
        await show_card(interaction, card, ephemeral=True)

    @app_commands.command(name="import", description="Add the feeds of a list that another feed reader exported (OPML)")
    @app_commands.describe(file="The file, .opml or .xml")
    async def bring_in(self, interaction: discord.Interaction, file: discord.Attachment) -> None:
        """Try each feed of the file and add those that are feeds, as far as there is room."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        data = await _content(file)
        progress = Progress(lambda text: interaction.edit_original_response(content=text), time.monotonic)
        report = await self._lists.bring_in(server_of(interaction), data, progress.told)
        card = imported_card(
            report.added,
            [(refused.outline.title or refused.outline.url, refused.reason) for refused in report.refused],
            known=len(report.known),
            no_room=len(report.no_room),
            untried=len(report.untried),
            most=MOST_SOURCES,
        )
        await interaction.edit_original_response(content=None, embed=embed(card))

    @app_commands.command(name="export", description="Get this server's own feeds as a file (OPML)")
    async def give_out(self, interaction: discord.Interaction) -> None:
        """Answer with the file."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        guild = interaction.guild
        name = guild.name if guild is not None else "this server"
        exported = await self._lists.give_out(server_of(interaction), f"Feeds of {name}")
        file = discord.File(io.BytesIO(exported.data), filename="feeds.opml")
        await interaction.followup.send(embed=embed(exported_card(exported.feeds)), file=file, ephemeral=True)


async def _content(file: discord.Attachment) -> bytes:
    """What is in an attached list. Raises `UserError` for a file that cannot be one, or cannot be fetched."""
    if not file.filename.casefold().endswith((".opml", ".xml")):
        raise UserError("Attach the file that a feed reader exports as OPML; its name ends in .opml or .xml.")
    if file.size > LARGEST_FILE:
        raise UserError(f"This file is larger than {LARGEST_FILE // 1_000_000} MB; split it into smaller ones.")
    try:
        async with asyncio.timeout(_FILE_SECONDS):
            return await file.read()
    except (discord.HTTPException, aiohttp.ClientError, OSError, TimeoutError):
        raise UserError("Discord did not hand out the file; attach it once more.") from None
