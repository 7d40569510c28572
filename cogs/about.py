"""`/help` and `/about`. Parses the interaction and shows a card."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import discord
from discord import app_commands
from discord.ext import commands

from bot.cards.answers import about_card, help_card
from cogs.asked import show_card


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What `/about` counts."""

    version: str
    sources: int
    shows: int
    servers: int


class AboutCog(commands.Cog, name="about"):
    """Answers everybody, everywhere."""

    def __init__(self, figures: Callable[[], Awaitable[Figures]]) -> None:
        self._figures = figures

    @app_commands.command(name="help", description="What this bot can do, in a minute")
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    @app_commands.allowed_installs(guilds=True, users=True)
    async def help(self, interaction: discord.Interaction) -> None:
        """List the commands."""
        await show_card(interaction, help_card(), ephemeral=True)

    @app_commands.command(name="about", description="Version, sources, credits, and what is stored about you")
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    @app_commands.allowed_installs(guilds=True, users=True)
    async def about(self, interaction: discord.Interaction) -> None:
        """Tell what the bot is."""
        figures = await self._figures()
        card = about_card(
            version=figures.version, sources=figures.sources, shows=figures.shows, servers=figures.servers
        )
        await show_card(interaction, card, ephemeral=True)
