"""One websocket of the gateway, and a session, which outlives its socket so that RESUME can replay what was missed.

Knows frames and their order; nothing of what they say.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections import deque
from dataclasses import dataclass, field
from typing import Final

from aiohttp import web

from bot.standin.wire_types import JsonObject

_FRAMES_KEPT: Final = 5000


class Connection:
    """A websocket with a queue before it, so that anyone can send without waiting and the order stays."""

    def __init__(self, socket: web.WebSocketResponse, transport: asyncio.BaseTransport | None) -> None:
        self._socket = socket
        self._transport = transport
        self._queue: asyncio.Queue[str | int] = asyncio.Queue()
        self.session: Session | None = None

    def send(self, operation: int, data: object, sequence: int | None = None, event: str | None = None) -> None:
        """Queue a frame."""
        self._queue.put_nowait(json.dumps({"op": operation, "d": data, "s": sequence, "t": event}))

    def close(self, code: int) -> None:
        """Close with a code once all queued frames are out."""
        self._queue.put_nowait(code)

    async def close_now(self, code: int) -> None:
        """Close with a code at once."""
        await self._socket.close(code=code)

    def abort(self) -> None:
        """Cut the connection without a closing handshake; what is queued is lost."""
        if isinstance(self._transport, asyncio.Transport):
            self._transport.abort()

    async def write(self) -> None:
        """Send what is queued until cancelled, closed or cut off."""
        with contextlib.suppress(ConnectionError):
            while not self._socket.closed:
                item = await self._queue.get()
                if isinstance(item, int):
                    await self._socket.close(code=item)
                else:
                    await self._socket.send_str(item)


@dataclass(slots=True)
class Session:
    """What a shard is logged in with. `sequence` counts its events."""

    id: str
    shard: int
    shards: int
    intents: int
    sequence: int = 0
    connection: Connection | None = None
    _log: deque[tuple[int, str, JsonObject]] = field(default_factory=lambda: deque(maxlen=_FRAMES_KEPT))

    def has_guild(self, guild_id: str) -> bool:
        """Whether the guild belongs to this shard; direct messages ("") belong to the first."""
        return (int(guild_id or 0) >> 22) % self.shards == self.shard

    def attach(self, connection: Connection) -> None:
        """Go on over another socket."""
        self.connection = connection
        connection.session = self

    def emit(self, event: str, data: JsonObject) -> None:
        """Send an event, or keep it for RESUME while nothing is connected."""
        self.sequence += 1
        self._log.append((self.sequence, event, data))
        if self.connection is not None:
            self.connection.send(0, data, self.sequence, event)

    def can_replay(self, sequence: int) -> bool:
        """Whether everything after `sequence` is still there."""
        return not self._log or self._log[0][0] <= sequence + 1

    def replay(self, sequence: int) -> None:
        """Send again what came after `sequence`."""
        for number, event, data in self._log:
            if number > sequence and self.connection is not None:
                self.connection.send(0, data, number, event)
