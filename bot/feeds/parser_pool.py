"""Runs the parser in worker processes, so that a hostile feed can neither hold up the event loop nor take the bot down:
a worker that is stuck, grows too large or crashes is killed alone, and the feed that did it is named as the culprit.

Knows what parsing is, and nothing of its results.
"""

from __future__ import annotations

import asyncio
import contextlib
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import CancelledError, Future
from concurrent.futures.process import BrokenProcessPool
from datetime import datetime
from functools import partial
from types import TracebackType
from typing import Protocol, Self

from pebble import ProcessExpired, ProcessPool

from bot.feeds.parse import parse_feed
from bot.feeds.parsed import Flaw, NotAFeed, ParsedFeed

_TASKS_PER_WORKER = 2_000
"""A worker is replaced after so many feeds: what a parser leaks is given back."""
_MEMORY = 1 << 30
_CLOSE_SECONDS = 5.0

_PATIENCE = 60
"""How many times the deadline a feed may wait for a worker."""

# What feedparser is known to raise on odd markup, and what the end of a worker looks like from here.
_PARSER_ERRORS = (
    ProcessExpired,
    CancelledError,
    MemoryError,
    RecursionError,
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
    AttributeError,
    AssertionError,
)

_SLOW = "The feed takes too long to read, so it was given up."
_CRASHED = "The feed cannot be read: the parser broke down over it."
_STOPPED = "The feed was not read to the end, because the bot is stopping."


class Parser(Protocol):
    """What a poll needs of a parser."""

    async def parse(
        self, body: bytes, content_type: str, base_url: str, *, now: datetime, known: Collection[int] = frozenset()
    ) -> ParsedFeed | NotAFeed:
        """Read a feed, as `bot.feeds.parse.parse_feed` does."""


class ParserPool:
    """Parses feeds in `workers` processes, each feed within `timeout` seconds.

    Processes start with the first feed. An async context manager, or call `close`.
    """

    def __init__(self, workers: int = 2, timeout: float = 10.0) -> None:
        self._workers = workers
        self._timeout = timeout
        self._pool: ProcessPool | None = None
        self._waiting: set[Future[ParsedFeed | NotAFeed]] = set()
        self._closed = False

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def parse(
        self, body: bytes, content_type: str, base_url: str, *, now: datetime, known: Collection[int] = frozenset()
    ) -> ParsedFeed | NotAFeed:
        """Read a feed. A timeout or a crash is a `NotAFeed` like any other; raises RuntimeError once it is closed."""
        if self._closed:
            raise RuntimeError("the parser pool is closed")
        work = partial(parse_feed, body, content_type, base_url, now=now, known=frozenset(known))
        result = await self._do(work)
        if result is None and not self._closed:
            # Another feed broke the whole pool while this one waited; that is no fault of this one.
            result = await self._do(work)
        return result or NotAFeed(Flaw.CRASHED, _STOPPED)

    async def _do(self, work: Callable[[], ParsedFeed | NotAFeed]) -> ParsedFeed | NotAFeed | None:
        """Have a worker do it; None where it was called off from outside."""
        if self._pool is not None and not self._pool.active:
            await self._discard(self._pool)
        pool = self._running()
        try:
            # The deadline runs while a worker is at it; waiting for one is bounded loosely, should a worker be killed
            # in the instant in which it takes a feed on.
            async with asyncio.timeout(self._timeout * _PATIENCE):
                future = pool.schedule(work, timeout=self._timeout)
                self._waiting.add(future)
                future.add_done_callback(self._waiting.discard)
                result: ParsedFeed | NotAFeed = await asyncio.wrap_future(future)
        except TimeoutError:
            return NotAFeed(Flaw.SLOW, _SLOW)
        except BrokenProcessPool:
            await self._discard(pool)
            return NotAFeed(Flaw.CRASHED, _CRASHED)
        except asyncio.CancelledError:
            task = asyncio.current_task()
            if task is None or task.cancelling():
                raise
            return None  # not this task but the work was cancelled: `close` came meanwhile, or the pool was lost
        except _PARSER_ERRORS:
            return NotAFeed(Flaw.CRASHED, _CRASHED)
        return result

    async def close(self) -> None:
        """End the workers, in the middle of a feed if need be."""
        self._closed = True
        if self._pool is not None:
            await self._discard(self._pool)

    def _running(self) -> ProcessPool:
        if self._pool is None:
            # Spawned, not forked: a fork of a process with threads can deadlock.
            pool = ProcessPool(
                max_workers=self._workers,
                max_tasks=_TASKS_PER_WORKER,
                initializer=_begin_worker,
                context=multiprocessing.get_context("spawn"),
            )
            with _interrupts_held():
                # To ask starts the threads that start the workers, and both keep held what is held now.
                _ = pool.active
            self._pool = pool
        return self._pool

    async def _discard(self, pool: ProcessPool) -> None:
        """Give a pool up with all that is waiting; the next feed gets a new one."""
        if self._pool is pool:
            self._pool = None
            for future in tuple(self._waiting):
                future.cancel()
            await asyncio.to_thread(_end, pool)


def _end(pool: ProcessPool) -> None:
    pool.stop()  # type: ignore[no-untyped-call]  # pebble leaves it without annotations
    with contextlib.suppress(TimeoutError):
        pool.join(timeout=_CLOSE_SECONDS)


@contextlib.contextmanager
def _interrupts_held() -> Iterator[None]:
    """Ctrl-C goes to every process of a terminal; a worker that is starting would answer it with a traceback."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin_worker() -> None:
    """Runs in a new worker: bound its memory, and let it die with its parent even when that is killed."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - there is none on Windows

        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    threading.Thread(target=_follow_parent, name="follow-parent", daemon=True).start()


def _follow_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
