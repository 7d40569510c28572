"""What the stand-in remembers for those who look on: requests, committed posts, problems; and who waits for news of it.

Knows nothing of what the entries mean.
"""

from __future__ import annotations

import asyncio
from collections import Counter, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field

from bot.standin.wire_types import JsonObject

_REQUESTS_KEPT = 20_000


@dataclass(slots=True)
class RequestEntry:
    """One REST request as the bot sent it and the answer as the bot saw it (`status` 0: none came)."""

    method: str
    path: str
    query: dict[str, str]
    body: object
    status: int = 0
    answer: object = None


@dataclass(slots=True)
class PostEntry:
    """One message that the bot posted and that was stored.

    `duplicate_of`: the earlier message with the same nonce, stored again because dedupe is off. `repeats`: how often
    the nonce came again and was answered with this message.
    """

    id: str
    channel: str
    author: str
    nonce: str | None
    duplicate_of: str | None = None
    repeats: int = 0


class Changes:
    """Lets anyone wait until something is true; `tell` makes all who wait look again."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def tell(self) -> None:
        """Something changed."""
        for future in self._waiting:
            if not future.done():
                future.set_result(None)

    async def until(self, holds: Callable[[], bool], seconds: float) -> bool:
        """Wait until `holds()`, at most `seconds`. Returns whether it holds."""
        try:
            async with asyncio.timeout(seconds):
                while not holds():
                    future = asyncio.get_running_loop().create_future()
                    self._waiting.add(future)
                    try:
                        await future
                    finally:
                        self._waiting.discard(future)
        except TimeoutError:
            return holds()
        return True


@dataclass(slots=True)
class Record:
    """Everything noted so far."""

    requests: deque[RequestEntry] = field(default_factory=lambda: deque(maxlen=_REQUESTS_KEPT))
    posts: list[PostEntry] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    command_puts: Counter[str] = field(default_factory=Counter)
    changes: Changes = field(default_factory=Changes)
    _streams: set[asyncio.Queue[JsonObject | None]] = field(default_factory=set)

    def problem(self, text: str) -> None:
        """Note something the bot did that Discord would have refused, or that the stand-in does not know."""
        self.problems.append(text)
        self.changes.tell()

    def announce(self, kind: str, message: JsonObject) -> None:
        """Tell those who follow the channels of a message; `kind` is create, update or delete."""
        for queue in self._streams:
            queue.put_nowait({"type": kind, "message": message})
        self.changes.tell()

    def end_streams(self) -> None:
        """Nothing more will be announced."""
        for queue in self._streams:
            queue.put_nowait(None)

    @contextmanager
    def stream(self) -> Iterator[asyncio.Queue[JsonObject | None]]:
        """A queue of what is announced from now on; None is its end."""
        queue: asyncio.Queue[JsonObject | None] = asyncio.Queue()
        self._streams.add(queue)
        try:
            yield queue
        finally:
            self._streams.discard(queue)

    def requests_json(self) -> list[JsonObject]:
        """The log of requests, oldest first."""
        return [asdict(entry) for entry in self.requests]

    def posts_json(self) -> list[JsonObject]:
        """The committed posts, oldest first."""
        return [asdict(entry) for entry in self.posts]
