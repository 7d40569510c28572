"""The REST side: every request is logged, struck by faults, checked for its token, limited, routed and answered.

Speaks HTTP with Discord's habits. Knows nothing of what a route does.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from aiohttp import web
from aiohttp.web_request import FileField

from bot.standin.checks import refusals
from bot.standin.checks.refusals import RefusalError
from bot.standin.state.faults import Fault, Faults
from bot.standin.state.limits import BOT_WIDE, Limits, refusal_body, refusal_headers
from bot.standin.state.record import Record, RequestEntry
from bot.standin.state.uploads import Uploads
from bot.standin.state.world import UnixTime
from bot.standin.wire_types import JsonObject

PREFIX: Final = "/api/v10"
# discord.py compares the Content-Type by equality, and takes a 429 without Via for a ban by the proxy before Discord.
_JSON_TYPE: Final = "application/json"
_VIA: Final = {"Via": "1.1 standin"}


@dataclass(frozen=True, slots=True)
class Call:
    """One request as a route sees it. `parts`: what the pattern's groups matched."""

    parts: tuple[str, ...]
    query: Mapping[str, str]
    body: JsonObject
    items: list[JsonObject]


Handler = Callable[[Call], object]
"""Returns the JSON of the answer, or None for 204. Never waits, so a commit is whole. Raises `RefusalError`."""


@dataclass(frozen=True, slots=True)
class Route:
    """One route. `bucket`: the kind of its limit per channel (its first part). `by_interaction`: its token is in the
    path, and no limit of the whole bot counts it.
    """

    method: str
    pattern: re.Pattern[str]
    handler: Handler
    bucket: str | None = None
    by_interaction: bool = False


@dataclass(frozen=True, slots=True)
class _Reply:
    status: int
    body: object
    headers: Mapping[str, str]


class RestSide:
    """Answers everything under `/api/v10`, and hands out files as the CDN does."""

    def __init__(
        self,
        routes: Sequence[Route],
        token: str,
        record: Record,
        faults: Faults,
        limits: Limits,
        uploads: Uploads,
        now: UnixTime,
    ) -> None:
        self._routes = routes
        self._token = token
        self._record = record
        self._faults = faults
        self._limits = limits
        self._uploads = uploads
        self._now = now

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Answer one request."""
        method, path = request.method, request.path.removeprefix(PREFIX)
        body, readable = await _read(request, self._uploads)
        entry = RequestEntry(method, path, dict(request.query), body)
        self._record.requests.append(entry)
        fault = self._faults.take(method, path)
        if fault is not None and fault.seconds:
            await asyncio.sleep(fault.seconds)
        if fault is not None and fault.acts_before:
            return self._strike(request, fault, entry)
        reply = self._reply(request, method, path, body if readable else None, readable=readable)
        self._record.changes.tell()
        if fault is not None and fault.effect != "slow":
            if fault.effect != "hold":
                return self._strike(request, fault, entry)
            if not await self._faults.hold(method, path, body, lambda: _peer_gone(request)):
                return web.Response()
        entry.status, entry.answer = reply.status, reply.body
        self._record.changes.tell()
        return _response(reply)

    async def hand_out(self, request: web.Request) -> web.StreamResponse:
        """Answer a request to the CDN for a file; it needs no token and is not logged, as it is no call of the API."""
        fault = self._faults.take(request.method, request.path)
        if fault is not None and fault.seconds:
            await asyncio.sleep(fault.seconds)
        if fault is not None and fault.effect != "slow":
            return self._strike(request, fault, RequestEntry(request.method, request.path, {}, None))
        data = self._uploads.get(request.match_info["id"])
        return web.Response(status=404) if data is None else web.Response(body=data)

    def _reply(self, request: web.Request, method: str, path: str, body: object, *, readable: bool) -> _Reply:
        headers: dict[str, str] = {}
        try:
            route, parts = self._find(method, path)
            if not route.by_interaction:
                if request.headers.get("Authorization") != f"Bot {self._token}":
                    raise refusals.unauthorized()
                limited = self._limited(route, parts, headers)
                if limited is not None:
                    return limited
            if not readable:
                raise refusals.invalid_json()
            call = Call(
                parts,
                request.query,
                body if isinstance(body, dict) else {},
                body if isinstance(body, list) else [],
            )
            answer = route.handler(call)
        except RefusalError as refusal:
            if refusal.is_fault_of_bot:
                self._record.problem(f"{method} {path}: {refusal} {json.dumps(refusal.fields or {})}")
            return _Reply(refusal.status, refusal.body, headers)
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            # Something in the body is of another type than Discord takes; its checks would have named it.
            self._record.problem(f"{method} {path}: the body has a shape that Discord does not take: {error!r}")
            return _Reply(400, refusals.misshapen().body, headers)
        return _Reply(204 if answer is None else 200, answer, headers)

    def _find(self, method: str, path: str) -> tuple[Route, tuple[str, ...]]:
        for route in self._routes:
            match = route.pattern.fullmatch(path) if route.method == method else None
            if match:
                return route, tuple(part or "" for part in match.groups())
        raise refusals.unknown_route()

    def _limited(self, route: Route, parts: tuple[str, ...], headers: dict[str, str]) -> _Reply | None:
        """Count the request. Adds the bucket's headers; returns the answer 429 if it is one too many."""
        keys = [BOT_WIDE, *([f"{route.bucket}:{parts[0]}"] if route.bucket else [])]
        for key in keys:
            verdict = self._limits.take(key)
            headers |= verdict.headers(self._now())
            if not verdict.allowed:
                return _Reply(429, refusal_body(verdict.wait, is_global=verdict.is_global), headers)
        return None

    def _strike(self, request: web.Request, fault: Fault, entry: RequestEntry) -> web.Response:
        self._record.changes.tell()
        if fault.effect in ("reset_before", "reset_after"):
            if request.transport is not None:
                request.transport.abort()
            return web.Response()
        entry.status = fault.status
        if fault.cloudflare:
            headers = {"Retry-After": str(int(fault.retry_after or 0))} if fault.retry_after else {}
            page = "<html><body>error code: 1015</body></html>"
            return web.Response(status=fault.status, text=page, content_type="text/html", headers=headers)
        if fault.status == 429:
            wait = fault.retry_after or 0.0
            limit = refusal_headers(wait, is_global=fault.is_global)
            entry.answer = refusal_body(wait, is_global=fault.is_global)
            return _response(_Reply(429, entry.answer, limit))
        entry.answer = {"message": f"{fault.status}: a fault that was asked for", "code": fault.code}
        return _response(_Reply(fault.status, entry.answer, {}))


def _response(reply: _Reply) -> web.Response:
    headers = {**_VIA, **reply.headers}
    if reply.status == 204:
        return web.Response(status=204, headers=headers)
    text = json.dumps(reply.body).encode()
    return web.Response(status=reply.status, body=text, headers={**headers, "Content-Type": _JSON_TYPE})


def _peer_gone(request: web.Request) -> bool:
    return request.transport is None or request.transport.is_closing()


async def _read(request: web.Request, uploads: Uploads) -> tuple[object, bool]:
    """The body as JSON, and whether it could be read. Uploaded files are kept and go into `files` of the body."""
    try:
        if request.content_type.startswith("multipart/"):
            return await _read_multipart(request, uploads), True
        text = await request.read()
        return (json.loads(text) if text else None), True
    except ValueError:
        return None, False


async def _read_multipart(request: web.Request, uploads: Uploads) -> JsonObject:
    form = await request.post()
    body: JsonObject = json.loads(str(form.get("payload_json") or "{}"))
    files = [value for value in form.values() if isinstance(value, FileField)]
    body["files"] = [uploads.add(file.filename, file.file.read(), file.content_type) for file in files]
    return body
