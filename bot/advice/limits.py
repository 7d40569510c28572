"""When a second opinion may be asked for: a breaker that leaves a failing endpoint alone, and a budget for each day.

The clock is an argument. Knows no network.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.clock import Clock

FAILURES = 3
"""In a row, after which the endpoint is left alone."""
PAUSE = timedelta(minutes=10)


@dataclass(slots=True)
class Breaker:
    """Opens after `FAILURES` in a row for `PAUSE`; then a single request tries whether it answers again.

    Whoever was admitted must tell how it went: `succeeded`, `failed`, or `withdrew` where nothing was asked.
    """

    clock: Clock
    _failures: int = 0
    _open_until: datetime | None = None
    _probing: bool = False

    def admits(self) -> bool:
        """Whether a request may be made now."""
        if self._open_until is None:
            return True
        if self._probing or self.clock() < self._open_until:
            return False
        self._probing = True
        return True

    def succeeded(self) -> None:
        """It answered."""
        self._failures, self._open_until, self._probing = 0, None, False

    def failed(self) -> bool:
        """It did not. Whether the endpoint is left alone from now on."""
        self._failures, self._probing = self._failures + 1, False
        if self._failures < FAILURES:
            return False
        self._open_until = self.clock() + PAUSE
        return True

    def withdrew(self) -> None:
        """Nothing was asked after all, or nobody waited for the answer."""
        self._probing = False


@dataclass(slots=True)
class Budget:
    """So many requests a day (UTC), counted before they are made. It is kept in memory: a restart begins anew.

    What is asked for single servers may use half of it: a feed that one of them adds must not use up what all have.
    """

    daily: int
    clock: Clock
    _day: date = date.min
    _spent: int = 0
    _spent_for_servers: int = 0

    def take(self, *, for_everyone: bool) -> bool:
        """Count one request, if there is still one to be had."""
        today = self.clock().date()
        if today != self._day:
            self._day, self._spent, self._spent_for_servers = today, 0, 0
        if self._spent >= self.daily or (not for_everyone and self._spent_for_servers >= self.daily // 2):
            return False
        self._spent += 1
        self._spent_for_servers += not for_everyone
        return True
