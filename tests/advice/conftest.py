"""An OpenAI-compatible endpoint on loopback that says whatever a test wants, and entries that leave a doubt."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiohttp import web

from bot.model.claim import Certainty, Claim, Kind
from bot.model.entry import Entry
from bot.model.show import Show, ShowId
from bot.model.source import Tier

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
HEARTSTOPPER = Show(ShowId("heartstopper"), "Heartstopper", network="Netflix")
WEDNESDAY = Show(ShowId("wednesday"), "Wednesday", network="Netflix")
BRIDGERTON = Show(ShowId("bridgerton"), "Bridgerton", network="Netflix")
SHOWS = (HEARTSTOPPER, WEDNESDAY, BRIDGERTON)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def make_entry(title: str = "News", content: str = "", **facts: Any) -> Entry:
    return Entry(
        outlet="Deadline",
        tier=Tier.TRADE,
        url="https://trade.example/1",
        title=title,
        content=content,
        published=NOW,
        **facts,
    )


def make_claim(show: str = HEARTSTOPPER.id, kind: Kind = Kind.RENEWED, **facts: Any) -> Claim:
    certainty = facts.pop("certainty", Certainty.OFFICIAL)
    return Claim(
        show=ShowId(show), kind=kind, certainty=certainty, happened=NOW, rule=facts.pop("rule", "a rule"), **facts
    )


def make_row(show: str = "Wednesday", kind: str = "cancelled", **facts: Any) -> dict[str, Any]:
    """One row of an answer."""
    row: dict[str, Any] = {
        "show": show,
        "kind": kind,
        "season": None,
        "certainty": "reported",
        "when": None,
        "sentences": [1],
    }
    return row | facts


@dataclass
class Clock:
    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def pass_(self, **time: float) -> None:
        self.now += timedelta(**time)


@dataclass
class Endpoint:
    """What the server answers, and what it was asked."""

    url: str = ""
    requests: list[tuple[str, dict[str, str], dict[str, Any]]] = field(default_factory=list)
    """Path, headers and body of each request."""
    handler: Handler | None = None
    ending: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when the test is over, for handlers that never finish."""

    def says(self, text: str | None) -> None:
        """Answer with this text, as a model would."""
        self.sends(json.dumps({"choices": [{"message": {"role": "assistant", "content": text}}]}).encode())

    def claims(self, *rows: Any) -> None:
        """Answer in the form asked for."""
        self.says(json.dumps({"claims": rows}))

    def sends(self, body: bytes, status: int = 200, **headers: str) -> None:
        """Answer with these bytes. In header names `_` stands for `-`."""

        async def answer(_request: web.Request) -> web.Response:
            return web.Response(body=body, status=status, headers={k.replace("_", "-"): v for k, v in headers.items()})

        self.handler = answer

    def asked(self, number: int = -1) -> dict[str, Any]:
        """What a request's user message holds."""
        asked: dict[str, Any] = json.loads(self.requests[number][2]["messages"][1]["content"])
        return asked

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.requests.append((request.path, dict(request.headers), await request.json()))
        assert self.handler is not None
        return await self.handler(request)


@pytest.fixture
async def endpoint() -> AsyncIterator[Endpoint]:
    endpoint = Endpoint()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", endpoint.answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    listener = web.TCPSite(runner, "127.0.0.1", 0)
    await listener.start()
    endpoint.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield endpoint
    endpoint.ending.set()
    await runner.cleanup()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def entry() -> Callable[..., Entry]:
    return make_entry


@pytest.fixture(scope="session")
def claim() -> Callable[..., Claim]:
    return make_claim


@pytest.fixture(scope="session")
def row() -> Callable[..., dict[str, Any]]:
    return make_row


@pytest.fixture(scope="session")
def shows() -> tuple[Show, ...]:
    return SHOWS
