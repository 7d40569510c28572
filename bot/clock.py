"""Where the time comes from. Every room takes a clock as an argument, so a test or the demo brings its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Returns the present moment: aware, UTC."""


def system_clock() -> datetime:
    """The machine's clock."""
    return datetime.now(UTC)
