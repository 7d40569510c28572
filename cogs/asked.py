"""Which show an interaction asks about, the suggestions while it is typed, and how an answer is shown.

What all commands about shows share. Knows no command and no rules of reading.
"""

from __future__ import annotations

import discord
from discord import app_commands

from bot.cards.answers import ambiguous_card, unknown_card
from bot.cards.card import Card
from bot.cards.embeds import embed, mentions
from bot.model.source import GuildId
from bot.services.shows import Found, Shows, Unknown

_LONGEST_CHOICE = 100
"""Discord's limit for the name and for the value of a choice."""


def guild_of(interaction: discord.Interaction) -> GuildId | None:
    """The server an interaction came from; None in a direct message."""
    return GuildId(interaction.guild_id) if interaction.guild_id is not None else None


async def find_show(interaction: discord.Interaction, shows: Shows, text: str) -> Found | None:
    """The show that is meant. Where that is none, or more than one, the user has been told and None is returned."""
    found = shows.find(text, guild_of(interaction))
    if isinstance(found, Found):
        return found
    if isinstance(found, Unknown):
        card = unknown_card(found.text, [shows.label(show) for show in found.closest])
    else:
        card = ambiguous_card(found.text, [shows.label(show) for show in found.candidates])
    await show_card(interaction, card, ephemeral=True)
    return None


def suggestions(interaction: discord.Interaction, shows: Shows, typed: str) -> list[app_commands.Choice[str]]:
    """Shows that begin with what is typed: the server's tracked ones first, then all known ones. From memory."""
    return [
        app_commands.Choice(name=label[:_LONGEST_CHOICE], value=show)
        for label, show in shows.complete(typed, guild_of(interaction))
    ]


async def show_card(
    interaction: discord.Interaction, card: Card, *, ephemeral: bool = False, view: discord.ui.View | None = None
) -> None:
    """Answer with a card, whether or not the interaction was deferred before."""
    shown = view if view is not None else discord.utils.MISSING
    if interaction.response.is_done():
        await interaction.followup.send(
            content=card.content or discord.utils.MISSING,
            embed=embed(card),
            view=shown,
            ephemeral=ephemeral,
            allowed_mentions=mentions(card),
        )
        return
    await interaction.response.send_message(
        content=card.content or None,
        embed=embed(card),
        view=shown,
        ephemeral=ephemeral,
        allowed_mentions=mentions(card),
    )
