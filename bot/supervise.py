"""Keeps a background task alive: one that dies is logged, counted and started again, a little later each time.

Knows nothing of what the task does.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import structlog

log = structlog.get_logger(__name__)

_FIRST_PAUSE = 1.0
_LONGEST_PAUSE = 60.0
_HEALTHY_AFTER = 300.0


@dataclass(slots=True)
class Supervised:
    """A task that is to run for ever, and how it fares."""

    name: str
    work: Callable[[], Awaitable[None]]
    fatal: tuple[type[Exception], ...] = ()
    """Errors that a restart cannot mend: the task ends with them, and `wait` raises them."""
    passing: tuple[type[Exception], ...] = ()
    """Errors of the world outside, such as a lost network: they are logged in a line, without a traceback."""
    restarts: int = 0
    last_error: str | None = None
    _task: asyncio.Task[None] | None = field(default=None, repr=False)

    def start(self) -> None:
        """Begin; a second call while it runs changes nothing."""
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._run(), name=self.name)

    async def stop(self) -> None:
        """Cancel it and wait until it is gone."""
        if self._task is None:
            return
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        self._task = None

    async def wait(self) -> None:
        """Wait until it has ended for good. Raises the fatal error it ended with."""
        if self._task is not None:
            await asyncio.shield(self._task)

    @property
    def alive(self) -> bool:
        """Whether it is running or about to be restarted."""
        return self._task is not None and not self._task.done()

    async def _run(self) -> None:
        loop = asyncio.get_running_loop()
        pause = _FIRST_PAUSE
        while True:
            began = loop.time()
            try:
                await self.work()
                log.warning("task ended by itself; starting it again", task=self.name)
            except self.fatal:
                raise
            except self.passing as error:
                self.last_error = f"{type(error).__name__}: {error}"
                log.warning(
                    "task cut off; starting it again", task=self.name, reason=self.last_error, pause_seconds=pause
                )
            except Exception as error:
                self.last_error = f"{type(error).__name__}: {error}"
                log.exception("task died; starting it again", task=self.name, pause_seconds=pause)
            self.restarts += 1
            if loop.time() - began > _HEALTHY_AFTER:
                pause = _FIRST_PAUSE
            await asyncio.sleep(pause)
            pause = min(pause * 2, _LONGEST_PAUSE)
