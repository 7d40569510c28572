"""`/status`: what becomes of a show, in words, with evidence.

Parses the interaction and shows what the service says.
"""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from bot.cards.card import Card
from bot.cards.status_card import status_card
from bot.services.status import StatusAnswer, StatusService
from cogs.asked import find_show, guild_of, show_card, suggestions


class StatusCog(commands.Cog, name="status"):
    """Answers everybody, everywhere."""

    def __init__(self, status: StatusService) -> None:
        self._status = status
        self._shows = status.watching.shows

    @app_commands.command(
        name="status", description="What becomes of a show: renewed, ending, cancelled? With evidence"
    )
    @app_commands.describe(show="The show's name")
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    @app_commands.allowed_installs(guilds=True, users=True)
    async def status(self, interaction: discord.Interaction, show: app_commands.Range[str, 1, 100]) -> None:
        """Look the show up and answer."""
        found = await find_show(interaction, self._shows, show)
        if found is None:
            return
        if not self._status.ready(found):
            # Stored entries are read for it first, which may take longer than the three seconds Discord gives.
            await interaction.response.defer(thinking=True)
        answer = await self._status.status(found, guild_of(interaction))
        await show_card(interaction, card_of(answer))

    @status.autocomplete("show")
    async def _suggest(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return suggestions(interaction, self._shows, typed)


def card_of(answer: StatusAnswer) -> Card:
    """The card that shows an answer."""
    return status_card(
        answer.show,
        answer.status,
        label=answer.label,
        stories=answer.stories,
        outlets=answer.outlets,
        checked=answer.checked,
        tracked=answer.tracked,
        instead_of=answer.instead_of,
    )
