"""A server (guild) as far as the bot keeps it: ids and choices only, no names and no members."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from bot.model.show import ShowId
from bot.model.source import GuildId

ChannelId = NewType("ChannelId", int)
RoleId = NewType("RoleId", int)


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """A server follows a show in a channel."""

    guild: GuildId
    channel: ChannelId
    show: ShowId
    role: RoleId | None = None
    """Mentioned with each of the show's posts there, and the only mention a post may make."""
    added: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A channel that receives alerts, with the state of its sending."""

    id: ChannelId
    guild: GuildId
    parked: str | None = None
    """Why nothing is sent there (forbidden, deleted), in words for an admin; its tracks are kept."""
