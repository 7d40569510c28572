"""A card: what is shown in a channel or as an answer, as plain values. Knows nothing of discord.py.

All text in it is Discord markdown that is safe to show: whatever came from a feed or a person has been escaped.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.model.server import RoleId


@dataclass(frozen=True, slots=True)
class CardField:
    """A heading with a text below it."""

    name: str
    value: str
    inline: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One embed, with what stands above it. Within Discord's limits once it went through `bot.cards.limits.fit`."""

    title: str = ""
    url: str = ""
    """Where the title leads; http(s), or empty."""
    description: str = ""
    thumbnail: str = ""
    """A picture beside it; http(s), or empty. Discord fetches it, this bot does not."""
    fields: tuple[CardField, ...] = ()
    footer: str = ""
    """Plain text: Discord reads no markdown there."""
    colour: int = 0x5865F2
    timestamp: datetime | None = None
    content: str = ""
    """The text above the embed."""
    role: RoleId | None = None
    """The one role that `content` may mention; nobody else ever is."""
