"""What matters of a channel before anything is posted there, out of discord.py's objects. Knows no command."""

from __future__ import annotations

import discord

from bot.model.errors import UserError
from bot.model.server import ChannelId
from bot.services.tracking import ChannelFacts

_POSTABLE = frozenset({discord.ChannelType.text, discord.ChannelType.news})
_NEEDED = (
    ("view_channel", "View Channel"),
    ("send_messages", "Send Messages"),
    ("embed_links", "Embed Links"),
)


def facts_of(channel: discord.abc.GuildChannel) -> ChannelFacts:
    """Its type, and the permissions that the bot lacks there."""
    allowed = channel.permissions_for(channel.guild.me)
    return ChannelFacts(
        id=ChannelId(channel.id),
        postable=channel.type in _POSTABLE,
        missing=tuple(name for flag, name in _NEEDED if not getattr(allowed, flag)),
    )


def chosen_channel(
    interaction: discord.Interaction, chosen: discord.app_commands.AppCommandChannel | None
) -> discord.abc.GuildChannel:
    """The channel an admin named, or the one they typed in. Raises `UserError` where that is none of a server."""
    guild = interaction.guild
    number = chosen.id if chosen is not None else interaction.channel_id
    channel = guild.get_channel(number) if guild is not None and number is not None else None
    if channel is None:
        raise UserError("The bot posts in text and announcement channels that it can see; choose one of those.")
    return channel


def mentionable(role: discord.Role) -> discord.Role:
    """The role, unless it is @everyone. Raises `UserError`, as no post of the bot ever mentions all."""
    if role.is_default():
        raise UserError("The bot never mentions everyone; choose a role that people can take, or leave it out.")
    return role


def can_mention(channel: discord.abc.GuildChannel, role: discord.Role) -> bool:
    """Whether a mention of the role in the bot's posts notifies its members (Discord, Allowed Mentions)."""
    return role.mentionable or channel.permissions_for(channel.guild.me).mention_everyone
