"""A delivery: one story on its way to one channel. Knows nothing of what the post looks like."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from bot.model.server import ChannelId, RoleId
from bot.model.story import StoryId

DeliveryId = NewType("DeliveryId", int)
MessageId = NewType("MessageId", int)


class DeliveryState(StrEnum):
    """Where a delivery is on its way."""

    OPEN = "open"
    SENT = "sent"
    DEAD = "dead"
    """Given up: the message itself can never be posted (it is kept for the operator to see)."""


@dataclass(frozen=True, slots=True)
class Alert:
    """What a story becomes for one channel, before it is stored as a delivery."""

    channel: ChannelId
    due: datetime
    """The earliest moment it may be posted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One story for one channel; unique by the two."""

    id: DeliveryId
    story: StoryId
    channel: ChannelId
    role: RoleId | None
    """The role the channel wants mentioned for this show, as it is now."""
    state: DeliveryState = DeliveryState.OPEN
    nonce: str | None = None
    """Set before the first try and never changed: Discord returns the first message to a repeat."""
    first_try: datetime | None = None
    attempts: int = 0
    message: MessageId | None = None
