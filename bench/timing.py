"""Times a function: the median and the slowest of many calls, in milliseconds."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Timing:
    """Milliseconds."""

    median: float
    slowest: float

    def __str__(self) -> str:
        return f"{self.median:8.3f} ms median {self.slowest:8.3f} ms slowest"


def timed(work: Callable[[], object], calls: int) -> Timing:
    """Call it so often after one call that is not counted."""
    work()
    taken = []
    for _ in range(calls):
        began = time.perf_counter()
        work()
        taken.append((time.perf_counter() - began) * 1000)
    return Timing(median(taken), max(taken))
