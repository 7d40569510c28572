"""The gateway: HELLO, IDENTIFY by shard, READY, guilds, heartbeats, RESUME with replay, and every way to be thrown out.

Source: Discord docs, "Gateway" and "Gateway Events". Frames are plain text, which Discord's libraries take whatever
compression they asked for. Knows sessions and events; nothing of what an event means.
"""

from __future__ import annotations

import asyncio
import json
import secrets
from collections import deque
from collections.abc import Callable
from typing import Final, Literal, get_args

from aiohttp import WSMsgType, web

from bot.model.errors import UserError
from bot.standin.state.payloads import guild_create_json, user_json
from bot.standin.state.record import Record
from bot.standin.state.world import World
from bot.standin.wire.sockets import Connection, Session
from bot.standin.wire_types import JsonObject

DropMode = Literal["reset", "reconnect", "invalid", "invalid resumable"]
"""`reset`: the connection is cut. `reconnect`: op 7. `invalid`: op 9, log in anew; `invalid resumable`: resume."""

FRAME_LIMIT: Final = 4096
_CLOSING_SECONDS: Final = 1.0
_GUILDS: Final = 1 << 0
_MESSAGES: Final = 1 << 9
_DIRECT_MESSAGES: Final = 1 << 12
_PRIVILEGED: Final = 1 << 1 | 1 << 8 | 1 << 15
_INTENTS_OF: Final = {"MESSAGE": _MESSAGES, "GUILD": _GUILDS, "CHANNEL": _GUILDS}

HEARTBEAT: Final = 1
IDENTIFY: Final = 2
PRESENCE: Final = 3
RESUME: Final = 6
RECONNECT: Final = 7
REQUEST_MEMBERS: Final = 8
INVALID_SESSION: Final = 9
HELLO: Final = 10
HEARTBEAT_ACK: Final = 11

UNKNOWN_OPCODE: Final = 4001
DECODE_ERROR: Final = 4002
NOT_AUTHENTICATED: Final = 4003
AUTHENTICATION_FAILED: Final = 4004
ALREADY_AUTHENTICATED: Final = 4005
INVALID_SEQUENCE: Final = 4007
INVALID_SHARD: Final = 4010
DISALLOWED_INTENTS: Final = 4014


class Gateway:
    """All sessions of the bot. `resume_url` is told in READY. Heartbeats are answered while `acknowledges`."""

    def __init__(
        self, world: World, record: Record, token: str, *, shards: int, resume_url: str, heartbeat_seconds: float
    ) -> None:
        self._world = world
        self._record = record
        self._token = token
        self._resume_url = resume_url
        self._heartbeat_ms = round(heartbeat_seconds * 1000)
        self._sessions: dict[str, Session] = {}
        self._close_next: int | None = None
        self._log: deque[JsonObject] = deque(maxlen=1000)
        self.shards = shards
        self.acknowledges = True

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """Handle one websocket from its first to its last frame."""
        socket = web.WebSocketResponse(max_msg_size=16 * FRAME_LIMIT, compress=False, timeout=_CLOSING_SECONDS)
        await socket.prepare(request)
        connection = Connection(socket, request.transport)
        writer = asyncio.create_task(connection.write())
        connection.send(HELLO, {"heartbeat_interval": self._heartbeat_ms})
        try:
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    self._receive(connection, message.data)
        finally:
            writer.cancel()
            if connection.session is not None and connection.session.connection is connection:
                connection.session.connection = None
            self._record.changes.tell()
        return socket

    def dispatch(self, event: str, data: JsonObject, guild_id: str) -> bool:
        """Send an event to the shard of a guild (without one: the first). Returns False when that shard has never been
        connected. An event for a session that is cut off is kept for its RESUME.
        """
        needed = _INTENTS_OF.get(event.partition("_")[0], 0)
        if needed == _MESSAGES and not guild_id:
            needed = _DIRECT_MESSAGES
        found = False
        for session in self._sessions.values():
            if session.has_guild(guild_id):
                found = True
                if session.intents & needed == needed:
                    session.emit(event, data)
        return found

    def drop(self, mode: DropMode) -> int:
        """Disturb every connection. Returns how many there were. Raises `UserError` for an unknown mode."""
        if mode not in get_args(DropMode):
            raise UserError(f"The gateway can be dropped by {', '.join(get_args(DropMode))}.")
        live = [s for s in self._sessions.values() if s.connection is not None]
        for session in live:
            connection = session.connection
            if connection is None:
                continue
            if mode == "reset":
                connection.abort()
                session.connection = None
            elif mode == "reconnect":
                connection.send(RECONNECT, None)
            else:
                connection.send(INVALID_SESSION, mode == "invalid resumable")
                if mode == "invalid":
                    del self._sessions[session.id]
        return len(live)

    def close_next_identify(self, code: int) -> None:
        """Answer the next IDENTIFY by closing with that code."""
        self._close_next = code

    @property
    def connected(self) -> int:
        """How many shards are logged in and connected."""
        return sum(session.connection is not None for session in self._sessions.values())

    @property
    def log(self) -> list[JsonObject]:
        """The IDENTIFY, RESUME and READY of all connections, oldest first: `event`, `shard`, `session`."""
        return list(self._log)

    async def stop(self) -> None:
        """Close all connections (1001)."""
        for session in list(self._sessions.values()):
            if session.connection is not None:
                await session.connection.close_now(1001)

    def _receive(self, connection: Connection, text: str) -> None:
        frame = _decode(text)
        if frame is None:
            self._throw_out(connection, DECODE_ERROR, "a frame that is too long or no JSON object")
            return
        operation, data = frame.get("op"), frame.get("d")
        handlers: dict[int, Callable[[Connection, JsonObject], None]] = {
            IDENTIFY: self._identify,
            RESUME: self._resume,
            REQUEST_MEMBERS: self._members,
        }
        if operation == HEARTBEAT:
            if self.acknowledges:
                connection.send(HEARTBEAT_ACK, None)
        elif operation == PRESENCE and connection.session is not None:
            return
        elif not isinstance(operation, int) or operation not in handlers or not isinstance(data, dict):
            self._throw_out(connection, UNKNOWN_OPCODE, f"opcode {operation!r}")
        elif operation == REQUEST_MEMBERS and connection.session is None:
            self._throw_out(connection, NOT_AUTHENTICATED, "a request before IDENTIFY")
        elif operation != REQUEST_MEMBERS and connection.session is not None:
            self._throw_out(connection, ALREADY_AUTHENTICATED, "IDENTIFY or RESUME twice")
        else:
            handlers[operation](connection, data)

    def _identify(self, connection: Connection, data: JsonObject) -> None:
        shard, shards = data.get("shard") or (0, 1)
        intents = int(data.get("intents") or 0)
        if self._close_next is not None:
            code, self._close_next = self._close_next, None
            connection.close(code)
        elif data.get("token") != self._token:
            connection.close(AUTHENTICATION_FAILED)
        elif intents & _PRIVILEGED:
            self._throw_out(connection, DISALLOWED_INTENTS, "privileged intents")
        elif not 0 <= shard < shards:
            self._throw_out(connection, INVALID_SHARD, f"shard {shard} of {shards}")
        else:
            self._log_in(connection, Session(secrets.token_hex(16), shard, shards, intents), data)

    def _log_in(self, connection: Connection, session: Session, data: JsonObject) -> None:
        # A shard that logs in anew never resumes what it left, so that is dropped.
        for old in [s for s in self._sessions.values() if s.shard == session.shard and s.connection is None]:
            del self._sessions[old.id]
        self._sessions[session.id] = session
        session.attach(connection)
        mine = list(self._world.on_shard(session.shard, session.shards))
        ready: JsonObject = {
            "v": 10,
            "user": user_json(self._world.bot),
            "guilds": [{"id": guild.id, "unavailable": True} for guild in mine],
            "session_id": session.id,
            "resume_gateway_url": self._resume_url,
            "application": {"id": self._world.application_id, "flags": 0},
            "session_type": "normal",
            "private_channels": [],
            "_trace": [],
        }
        if data.get("shard"):
            ready["shard"] = data["shard"]
        session.emit("READY", ready)
        if session.intents & _GUILDS:
            for guild in mine:
                session.emit("GUILD_CREATE", guild_create_json(guild, self._world.bot))
        self._note("identify", session)

    def _resume(self, connection: Connection, data: JsonObject) -> None:
        session = self._sessions.get(str(data.get("session_id")))
        sequence = int(data.get("seq") or 0)
        if data.get("token") != self._token:
            connection.close(AUTHENTICATION_FAILED)
        elif session is None or not session.can_replay(sequence):
            connection.send(INVALID_SESSION, data=False)
            self._log.append({"event": "resume refused", "shard": None, "session": data.get("session_id")})
        elif sequence > session.sequence:
            self._throw_out(connection, INVALID_SEQUENCE, f"RESUME with sequence {sequence}")
        else:
            session.attach(connection)
            session.replay(sequence)
            session.emit("RESUMED", {"_trace": []})
            self._note("resume", session)

    def _members(self, connection: Connection, data: JsonObject) -> None:
        session = connection.session
        if session is not None:
            chunk: JsonObject = {"guild_id": data.get("guild_id"), "members": [], "chunk_index": 0, "chunk_count": 1}
            session.emit("GUILD_MEMBERS_CHUNK", {**chunk, "nonce": data.get("nonce")})

    def _note(self, event: str, session: Session) -> None:
        self._log.append({"event": event, "shard": session.shard, "session": session.id})
        self._record.changes.tell()

    def _throw_out(self, connection: Connection, code: int, why: str) -> None:
        self._record.problem(f"gateway: {why} (closed with {code})")
        connection.close(code)


def _decode(text: str) -> JsonObject | None:
    if len(text.encode()) > FRAME_LIMIT:
        return None
    try:
        frame = json.loads(text)
    except ValueError:
        return None
    return frame if isinstance(frame, dict) else None
