"""The health of a source as a history: each change of it is an event that admins and operators can see.

Knows nothing of how a feed is fetched.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.model.source import SourceId


class HealthKind(StrEnum):
    """What changed."""

    FAILING = "failing"
    """It failed, after it went well or in another way than before."""
    RECOVERED = "recovered"
    STOPPED = "stopped"
    """It is not asked again (410 Gone)."""
    MOVING = "moving"
    """It redirects for good; it is asked there once it has done so for a while."""
    MOVED = "moved"
    """It is asked at another address from now on."""
    BRAKED = "braked"
    """Most of its entries claimed to be new though they had been shown before."""


@dataclass(frozen=True, slots=True)
class HealthEvent:
    """One change of a source's health."""

    source: SourceId
    at: datetime
    kind: HealthKind
    text: str
    """In words for an admin."""
