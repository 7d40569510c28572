"""Who may change what a server follows, and which server that is. Knows no command."""

from __future__ import annotations

import discord
from discord import app_commands

from bot.model.source import GuildId
from cogs.asked import guild_of


def require_manager(interaction: discord.Interaction) -> bool:
    """True for those who may manage the server. Raises `MissingPermissions` for everyone else.

    Discord hides the commands from others by `default_permissions`, but a server may open them to anyone.
    """
    if not interaction.permissions.manage_guild:
        raise app_commands.MissingPermissions(["manage_guild"])
    return True


def server_of(interaction: discord.Interaction) -> GuildId:
    """The server an interaction came from. Raises `NoPrivateMessage` outside of one."""
    guild = guild_of(interaction)
    if guild is None:
        raise app_commands.NoPrivateMessage
    return guild
