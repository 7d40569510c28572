"""A scripted web server on loopback, exempted in the guard, and a fetcher that may reach it alone."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest
from aiohttp import web

from bot.feeds.fetch import Fetcher
from bot.feeds.guard import AddressGuard
from bot.feeds.parse import parse_feed
from bot.feeds.parsed import NotAFeed, ParsedFeed

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class Site:
    """What the server answers, by path, and what it was asked."""

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

        async def answer(_request: web.Request) -> web.Response:
            return web.Response(body=data, status=status, headers=named)

        self.pages[path] = answer
        return f"{self.url}{path}"

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.requests.append(request)
        page = self.pages.get(request.path)
        return await page(request) if page else web.Response(status=404)


class InlineParser:
    """The parser without its processes."""

    async def parse(
        self, body: bytes, content_type: str, base_url: str, *, now: datetime, known: Collection[int] = frozenset()
    ) -> ParsedFeed | NotAFeed:
        return parse_feed(body, content_type, base_url, now=now, known=known)


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    site = Site()
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


@pytest.fixture
async def fetcher(site: Site) -> AsyncIterator[Fetcher]:
    guard = AddressGuard(exempt=frozenset({("127.0.0.1", site.port)}))
    agent = "Cliffhanger/test (+https://example.com)"
    async with Fetcher(guard, agent, timeout=5.0, host_gap=0.0, clock=lambda: NOW) as fetcher:
        yield fetcher


@pytest.fixture
def parser() -> InlineParser:
    return InlineParser()


@pytest.fixture
def now() -> datetime:
    return NOW
