"""Measures how long the event loop keeps others waiting, and warns when commands could be answered late for it.

Knows nothing of what holds the loop up.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import structlog

log = structlog.get_logger(__name__)

_EVERY_SECONDS = 0.5
_WORTH_A_WARNING = 0.5


@dataclass(slots=True)
class LoopLag:
    """The longest delay seen, in seconds, since the start and within the last measurement."""

    longest: float = 0.0
    latest: float = 0.0

    async def run(self) -> None:
        """Measure for ever."""
        loop = asyncio.get_running_loop()
        while True:
            before = loop.time()
            await asyncio.sleep(_EVERY_SECONDS)
            self.latest = max(loop.time() - before - _EVERY_SECONDS, 0.0)
            self.longest = max(self.longest, self.latest)
            if self.latest > _WORTH_A_WARNING:
                log.warning("the event loop was held up", seconds=round(self.latest, 2))
