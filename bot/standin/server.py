"""The stand-in as a whole: builds its rooms, joins them, and serves them on one TLS port of loopback.

The only module that knows all the others.
"""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from aiohttp import web

from bot.model.errors import ConfigurationError
from bot.standin.certificate import server_context
from bot.standin.control.side import ControlSide
from bot.standin.control.stage import Stage
from bot.standin.control.table import ControlTable
from bot.standin.people.people import People
from bot.standin.state.commands import CommandBook
from bot.standin.state.faults import Faults
from bot.standin.state.interactions import InteractionDesk
from bot.standin.state.limits import Limits, LimitSettings
from bot.standin.state.messages import Message, MessageBoard
from bot.standin.state.record import Record
from bot.standin.state.uploads import PATH as FILES
from bot.standin.state.uploads import Uploads
from bot.standin.state.world import World, furnish
from bot.standin.wire.gateway import Gateway
from bot.standin.wire.rest import PREFIX, RestSide
from bot.standin.wire.routes import all_routes

DEFAULT_TOKEN: Final = "standin.on.loopback"  # noqa: S105 - good for nothing outside this machine
HOST: Final = "127.0.0.1"
GATEWAY_URL: Final = "wss://gateway.discord.gg"
_SHUTDOWN_SECONDS: Final = 0.2
_LARGEST_BODY: Final = 30 << 20


class StandIn:
    """A Discord for one bot whose token is `token`.

    `dedupe`: nonces are kept in mind. `limits`: rate limits hold (or how, as `LimitSettings`). `shards`: what
    `GET /gateway/bot` recommends. `response_seconds`: the time for an interaction's first answer.
    `heartbeat_seconds`: how often the bot must send a heartbeat. `furnished`: there is a guild, "Sofa Society".
    """

    def __init__(
        self,
        token: str = DEFAULT_TOKEN,
        *,
        dedupe: bool = True,
        limits: bool | LimitSettings = True,
        shards: int = 1,
        response_seconds: float = 3.0,
        heartbeat_seconds: float = 41.25,
        furnished: bool = True,
    ) -> None:
        self.token = token
        self.port = 0
        settings = limits if isinstance(limits, LimitSettings) else replace(LimitSettings(), enabled=limits)
        world, record = World(time.time), Record()
        self._world, self._record = world, record
        self._faults = Faults(record.changes)
        self._gateway = Gateway(
            world,
            record,
            token,
            shards=shards,
            resume_url=f"{GATEWAY_URL}/resume",
            heartbeat_seconds=heartbeat_seconds,
        )
        board = MessageBoard(world, record, time.monotonic, self._announce, dedupe=dedupe)
        book = CommandBook(world.application_id, world.snowflakes)
        desk = InteractionDesk(board, record, time.monotonic, response_seconds=response_seconds)
        throttle = Limits(settings, time.monotonic)
        people = People(world, book, board, desk, self._gateway.dispatch, record.changes, time.monotonic)
        stage = Stage(world, board, self._gateway)
        routes = all_routes(world, board, book, desk, self._gateway, record.command_puts, GATEWAY_URL)
        uploads = Uploads(world.snowflakes, world.application_id)
        self._rest = RestSide(routes, token, record, self._faults, throttle, uploads, time.time)
        table = ControlTable(
            stage=stage,
            people=people,
            board=board,
            book=book,
            desk=desk,
            gateway=self._gateway,
            faults=self._faults,
            limits=throttle,
            record=record,
            uploads=uploads,
        )
        self._control = ControlSide(table.operations(), record, board.everything)
        self._runner: web.AppRunner | None = None
        if furnished:
            furnish(world)

    async def start(self, port: int = 0) -> None:
        """Listen on loopback; port 0 takes a free one, told in `port`. Raises `ConfigurationError` if it is taken."""
        app = web.Application(client_max_size=_LARGEST_BODY)
        app.router.add_get("/", self._gateway.serve)
        app.router.add_get("/resume", self._gateway.serve)
        app.router.add_route("*", PREFIX + "{path:/.*}", self._rest.handle)
        app.router.add_get(FILES, self._rest.hand_out)
        self._control.add_to(app)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=_SHUTDOWN_SECONDS)
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, HOST, port, ssl_context=server_context()).start()
        except OSError as error:
            await self._runner.cleanup()
            reason = os.strerror(error.errno) if error.errno else str(error)
            raise ConfigurationError(f"Port {port} cannot be used: {reason}. Choose another.") from None
        self.port = int(self._runner.addresses[0][1])

    async def stop(self) -> None:
        """Let held answers go, close every connection and stop listening."""
        self._faults.clear()
        self._record.end_streams()
        await self._gateway.stop()
        if self._runner is not None:
            await self._runner.cleanup()

    def _announce(self, kind: str, message: Message) -> None:
        if message.ephemeral:
            return
        shown = message.json()
        self._record.announce(kind, shown)
        guild_id = message.channel.guild_id
        if kind == "delete":
            shown = {"id": message.id, "channel_id": message.channel.id}
        if guild_id:
            shown["guild_id"] = guild_id
        self._gateway.dispatch(f"MESSAGE_{kind.upper()}", shown, guild_id)


async def serve(port: int, announce: Callable[[int], None], *, token: str = DEFAULT_TOKEN) -> None:
    """Run a stand-in until cancelled; `announce` is told the port once it listens."""
    standin = StandIn(token)
    await standin.start(port)
    try:
        announce(standin.port)
        await asyncio.Event().wait()
    finally:
        await standin.stop()
