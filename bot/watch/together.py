"""Does at one time what was asked for while the last was being done: a question to a database, or a commit, costs the
same for one as for fifty. Knows nothing of what is done.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_AT_A_TIME = 100


class Together(Generic[Item, Result]):
    """Gathers items and has them done by `work`, which takes some and gives the result of each, in their order."""

    def __init__(self, work: Callable[[Sequence[Item]], Awaitable[Sequence[Result]]], name: str) -> None:
        self._work = work
        self._name = name
        self._waiting: deque[tuple[Item, asyncio.Future[Result]]] = deque()
        self._task: asyncio.Task[None] | None = None

    async def do(self, item: Item) -> Result:
        """The result of one item; raises what `work` raises for this very item."""
        done: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        self._waiting.append((item, done))
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._run(), name=self._name)
        return await done

    async def close(self) -> None:
        """Stop; what waits is given up."""
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
        for _, done in self._waiting:
            done.cancel()
        self._waiting.clear()

    async def _run(self) -> None:
        while self._waiting:
            batch = [self._waiting.popleft() for _ in range(min(len(self._waiting), _AT_A_TIME))]
            # Whoever waits no longer was stopped.
            await self._do([(item, done) for item, done in batch if not done.done()])

    async def _do(self, batch: Sequence[tuple[Item, asyncio.Future[Result]]]) -> None:
        if not batch:
            return
        (outcome,) = await asyncio.gather(self._work([item for item, _ in batch]), return_exceptions=True)
        if isinstance(outcome, BaseException):
            if len(batch) == 1:
                _fail(batch[0][1], outcome)
                return
            # One of them cannot be done; the others shall not suffer for it.
            for one in batch:
                await self._do([one])
            return
        for (_, done), result in zip(batch, outcome, strict=True):
            if not done.done():
                done.set_result(result)


def _fail(done: asyncio.Future[Result], error: BaseException) -> None:
    if done.done():
        return
    if isinstance(error, asyncio.CancelledError):
        done.cancel()
    else:
        done.set_exception(error)
