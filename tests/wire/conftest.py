"""What wire tests need: a stand-in for Discord, its control client, and a real discord.py client connected to it.

Whatever a test does, its teardown fails when the bot did something Discord would refuse, or when a request or an answer
does not fit Discord's own OpenAPI document. A test that provokes a refusal says so in `expected_problems`.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import discord
import pytest

from bot.standin import ControlClient, StandIn
from tests.wire.living_bot import LivingBot, Newsrooms, living_bot, newsrooms
from tests.wire.openapi_check import OpenApiCheck, findings

_DOCUMENT = Path(__file__).resolve().parents[2].parent / "shared" / "discord" / "openapi.json"
_SECONDS_TO_CONNECT = 10

Connect = Callable[[discord.Client], AbstractAsyncContextManager[None]]


@pytest.fixture(scope="session")
def openapi() -> OpenApiCheck | None:
    """Discord's OpenAPI document; None where it is absent, so nothing is checked against it."""
    return OpenApiCheck.load(_DOCUMENT) if _DOCUMENT.exists() else None


@pytest.fixture
async def standin(request: pytest.FixtureRequest) -> AsyncIterator[StandIn]:
    """A started stand-in on a free port; parametrize it indirectly with arguments for `StandIn`."""
    standin = StandIn(**getattr(request, "param", {}))
    await standin.start()
    yield standin
    await standin.stop()


@pytest.fixture
def expected_problems() -> list[str]:
    """Regular expressions: problems that a test means to provoke. Each must turn up, and no other may."""
    return []


@pytest.fixture
async def control(
    standin: StandIn, openapi: OpenApiCheck | None, expected_problems: list[str]
) -> AsyncIterator[ControlClient]:
    """A control client of the stand-in. Its teardown is the check of all that went over the wire."""
    async with ControlClient(standin.port) as control:
        yield control
        await assert_clean(control, openapi, expected_problems)


async def assert_clean(control: ControlClient, openapi: OpenApiCheck | None, expected_problems: list[str]) -> None:
    """Fail if the bot did something Discord would refuse, or if what went over the wire does not fit the document."""
    problems = await control.problems()
    unexpected = [p for p in problems if not any(re.search(pattern, p) for pattern in expected_problems)]
    assert unexpected == [], "the bot did what Discord would refuse"
    missing = [pattern for pattern in expected_problems if not any(re.search(pattern, p) for p in problems)]
    assert missing == [], "the problems that were expected did not turn up"
    if openapi is not None:
        # What a test meant to be refused need not fit.
        requests = await control.requests()
        fitting = [entry for entry in requests if not expected_problems or entry["status"] not in {400, 404}]
        assert findings(openapi, fitting) == [], "what went over the wire does not fit Discord's OpenAPI document"


@pytest.fixture
def checked(control: ControlClient) -> ControlClient:
    """The control client, by a name that says why a test asks for it: its teardown checks everything."""
    return control


@pytest.fixture
def connect(standin: StandIn) -> Connect:
    """Starts a discord.py client; the block runs while it is ready."""

    @asynccontextmanager
    async def connected(client: discord.Client) -> AsyncIterator[None]:
        try:
            await client.login(standin.token)
            running = asyncio.create_task(client.connect())
            ready = asyncio.create_task(client.wait_until_ready())
            await asyncio.wait({running, ready}, timeout=_SECONDS_TO_CONNECT, return_when=asyncio.FIRST_COMPLETED)
            ready.cancel()
            if running.done():
                running.result()
            assert client.is_ready(), "the client did not get ready"
            yield
            await client.close()
            await running
        finally:
            await client.close()

    return connected


@pytest.fixture
async def rooms() -> AsyncIterator[Newsrooms]:
    """Feeds on loopback that the test writes."""
    async with newsrooms() as rooms:
        yield rooms


@pytest.fixture
async def bot(standin: StandIn, checked: ControlClient, rooms: Newsrooms, tmp_path: Path) -> AsyncIterator[LivingBot]:
    """The whole bot, connected, with the silent first poll of its sources behind it."""
    async with living_bot(standin, rooms, tmp_path) as bot:
        await bot.poll()
        yield bot
