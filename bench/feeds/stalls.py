"""How long an event loop keeps others waiting: a task that wants to run every few milliseconds and notes its delays."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

EVERY_SECONDS = 0.005


@dataclass(slots=True)
class Ticker:
    """`delays` are in milliseconds, one a tick."""

    delays: list[float] = field(default_factory=list)

    async def run(self) -> None:
        """Tick for ever."""
        loop = asyncio.get_running_loop()
        while True:
            before = loop.time()
            await asyncio.sleep(EVERY_SECONDS)
            self.delays.append(max(loop.time() - before - EVERY_SECONDS, 0.0) * 1000)

    def figures(self) -> dict[str, float]:
        """Median, 99th percentile and longest."""
        ordered = sorted(self.delays)
        return {"p50": _at(ordered, 0.5), "p99": _at(ordered, 0.99), "max": _at(ordered, 1.0)}


def _at(ordered: Sequence[float], share: float) -> float:
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)] if ordered else 0.0
