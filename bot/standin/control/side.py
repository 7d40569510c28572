"""The control side: HTTP under `/standin/` by which tests, the demo and people steer the stand-in.

`POST /standin/NAME` with a JSON object runs an operation and answers `{"result": …}` or `{"error": …}`; `GET
/standin/stream` gives one JSON object a line. For this machine only: a request whose Host or Origin is elsewhere (a web
page in somebody's browser) is refused. Knows nothing of what an operation does.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Final
from urllib.parse import urlsplit

from aiohttp import web

from bot.model.errors import CliffhangerError
from bot.standin.control.table import Operation
from bot.standin.state.record import Record
from bot.standin.wire_types import JsonObject

PREFIX: Final = "/standin"
_HERE: Final = frozenset({"127.0.0.1", "localhost", "::1"})


class ControlSide:
    """Serves the operations. `everything` gives all messages in the channels, oldest first."""

    def __init__(
        self, operations: Mapping[str, Operation], record: Record, everything: Callable[[], list[JsonObject]]
    ) -> None:
        self._operations = operations
        self._record = record
        self._everything = everything

    def add_to(self, app: web.Application) -> None:
        """Add the control side's routes."""
        app.router.add_get(f"{PREFIX}/stream", self._stream)
        app.router.add_post(PREFIX + "/{name}", self._run)

    async def _run(self, request: web.Request) -> web.Response:
        refuse_strangers(request.headers)
        if request.content_type != "application/json":
            return _error("The body must be of type application/json.", HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
        operation = self._operations.get(request.match_info["name"])
        if operation is None:
            return _error(f"There is no operation {request.match_info['name']!r}.", HTTPStatus.NOT_FOUND)
        try:
            arguments = json.loads(await request.read())
            result = await operation(**arguments)
        except CliffhangerError as error:
            return _error(str(error))
        except (TypeError, ValueError) as error:
            return _error(f"Wrong arguments: {error}.")
        return web.json_response({"result": result})

    async def _stream(self, request: web.Request) -> web.StreamResponse:
        refuse_strangers(request.headers)
        response = web.StreamResponse(headers={"Content-Type": "application/x-ndjson"})
        with self._record.stream() as queue:
            earlier = self._everything() if "replay" in request.query else []
            await response.prepare(request)
            await _write(response, {"type": "open"})
            for message in earlier:
                await _write(response, {"type": "create", "message": message})
            with contextlib.suppress(ConnectionError):
                while (event := await queue.get()) is not None:
                    await _write(response, event)
        return response


def refuse_strangers(headers: Mapping[str, str]) -> None:
    """Raise 403 unless Host, and Origin if there is one, name this machine."""
    origin = headers.get("Origin")
    hosts = [urlsplit(f"//{headers.get('Host', '')}").hostname, *([urlsplit(origin).hostname] if origin else [])]
    if any(host not in _HERE for host in hosts):
        raise web.HTTPForbidden(text="The control side of the stand-in is for programs on this machine.")


async def _write(response: web.StreamResponse, item: JsonObject) -> None:
    await response.write(json.dumps(item).encode() + b"\n")


def _error(text: str, status: int = HTTPStatus.BAD_REQUEST) -> web.Response:
    return web.json_response({"error": text}, status=status)
