"""The demo's time of the news: it runs faster than the machine's, and never past the next thing that is to happen.

Pure but for the monotonic clock that is handed in. Knows nothing of what happens.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

Monotonic = Callable[[], float]
"""Seconds since some moment; never goes back."""


class DemoClock:
    """Starts at `begins` (aware) and stands still there until `run_to` lets it go on.

    `speed` is in days of news a second; at 0 it never runs by itself and moves by `jump` only.
    """

    def __init__(self, begins: datetime, speed: float, monotonic: Monotonic) -> None:
        self._speed = speed
        self._monotonic = monotonic
        self._from = self._limit = begins
        self._since = monotonic()

    def now(self) -> datetime:
        """The moment of the news, to the second; a `bot.clock.Clock`."""
        passed = timedelta(days=(self._monotonic() - self._since) * self._speed)
        return min(self._from + passed, self._limit).replace(microsecond=0)

    def run_to(self, limit: datetime) -> None:
        """Run on from now, as far as `limit` and no further: nothing is to be late because work took its time."""
        self._from, self._since = self.now(), self._monotonic()
        self._limit = max(limit, self._from)

    def jump(self, to: datetime) -> None:
        """Be at `to` at once, and stand still; a moment in the past changes nothing."""
        self._from = self._limit = max(to, self.now())

    def seconds_until(self, moment: datetime) -> float | None:
        """Real seconds until it is `moment`, 0 when that has come; None when the clock does not run by itself."""
        left = (moment - self.now()).total_seconds()
        if left <= 0:
            return 0.0
        return left / (self._speed * 86_400) if self._speed else None
