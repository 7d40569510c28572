"""A scripted web server on loopback that writes down every request."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class Site:
    """What the server answers, by path, and what it was asked."""

    conditional: bool = False
    """Whether whoever sends the validators of a page gets a 304."""
    url: str = ""
    port: int = 0
    pages: dict[str, Handler] = field(default_factory=dict)
    requests: list[web.Request] = field(default_factory=list)
    ending: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when the test is over, for handlers that never finish."""

    def serve(self, path: str, body: bytes | str = b"", status: int = 200, **headers: str) -> str:
        """Give this answer at this path; returns the URL. In header names `_` stands for `-`."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        data = body.encode() if isinstance(body, str) else body
        given = (named.get("ETag"), named.get("Last-Modified"))

        async def answer(request: web.Request) -> web.Response:
            sent = (request.headers.get("If-None-Match"), request.headers.get("If-Modified-Since"))
            if self.conditional and status == 200 and any(given) and sent == given:
                return web.Response(status=304, headers=named)
            return web.Response(body=data, status=status, headers=named)

        self.pages[path] = answer
        return f"{self.url}{path}"

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """What the server does."""
        self.requests.append(request)
        page = self.pages.get(request.path)
        return await page(request) if page else web.Response(status=404)


@asynccontextmanager
async def serving(*, conditional: bool = False) -> AsyncIterator[Site]:
    """A running server."""
    site = Site(conditional)
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", site.answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    listener = web.TCPSite(runner, "127.0.0.1", 0)
    await listener.start()
    site.port = runner.addresses[0][1]
    site.url = f"http://127.0.0.1:{site.port}"
    yield site
    site.ending.set()
    await runner.cleanup()
