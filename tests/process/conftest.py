"""What process tests need: a newsroom on loopback, the stand-in in its own process, and the shipped program beside it."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from aiohttp import web

from bot.standin import ControlClient

ROOT = Path(__file__).resolve().parents[2]
STARTED = re.compile(rb"127\.0\.0\.1:(\d+)")


@dataclass
class Newsroom:
    """A feed whose items the test adds; `port` of loopback."""

    port: int = 0
    items: list[str] = field(default_factory=list)
    polls: int = 0
    _polled: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/feed"

    def tell(self, title: str, *, age: timedelta = timedelta()) -> None:
        number = len(self.items)
        date = format_datetime(datetime.now(UTC) - age, usegmt=True)
        self.items.insert(
            0,
            f"<item><guid>item-{number}</guid><title>{escape(title)}</title>"
            f"<link>http://127.0.0.1/{number}</link><pubDate>{date}</pubDate></item>",
        )

    async def polled(self, more: int) -> None:
        """Wait until the feed has been asked for so many more times."""
        wanted = self.polls + more
        while self.polls < wanted:
            self._polled.clear()
            await self._polled.wait()

    async def feed(self, request: web.Request) -> web.Response:
        self.polls += 1
        self._polled.set()
        body = f'<rss version="2.0"><channel><title>Backlot</title>{"".join(self.items)}</channel></rss>'
        return web.Response(text=body, content_type="application/rss+xml")


@pytest.fixture
async def newsroom() -> AsyncIterator[Newsroom]:
    room = Newsroom()
    app = web.Application()
    app.router.add_get("/feed", room.feed)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    room.port = runner.addresses[0][1]
    yield room
    await runner.cleanup()


def environment(folder: Path, **settings: str) -> dict[str, str]:
    """The environment of a program that must not see the developer's own settings."""
    own = {k: v for k, v in os.environ.items() if not k.startswith("CLIFFHANGER_") and k != "DISCORD_TOKEN"}
    return (
        own
        | {"DATABASE_URL": f"sqlite+aiosqlite:///{folder}/test.sqlite3", "CLIFFHANGER_LOG_FORMAT": "json"}
        | settings
    )


@dataclass
class Program:
    """The shipped program as a process of its own; its output goes to a file."""

    arguments: tuple[str, ...]
    folder: Path
    settings: dict[str, str] = field(default_factory=dict)
    process: asyncio.subprocess.Process | None = None

    @property
    def log(self) -> Path:
        return self.folder / "log.txt"

    async def start(self) -> None:
        with self.log.open("ab") as output:
            self.process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", *self.arguments,
                cwd=self.folder, env=environment(self.folder, PYTHONPATH=str(ROOT), **self.settings),
                stdin=asyncio.subprocess.DEVNULL, stdout=output, stderr=output,
            )  # fmt: skip

    async def kill(self) -> None:
        assert self.process is not None
        if self.process.returncode is None:
            self.process.send_signal(signal.SIGKILL)
        await self.process.wait()

    async def terminate(self, seconds: float) -> int:
        assert self.process is not None
        self.process.terminate()
        return await asyncio.wait_for(self.process.wait(), seconds)


@asynccontextmanager
async def standin_process(folder: Path) -> AsyncIterator[ControlClient]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "standin", "--port", "0",
        cwd=folder, env=environment(folder, PYTHONPATH=str(ROOT), PYTHONUNBUFFERED="1"),
        stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    try:
        found = None
        while found is None:
            line = await asyncio.wait_for(process.stdout.readline(), 30)
            assert line, "the stand-in ended"
            found = STARTED.search(line)
        async with ControlClient(int(found[1])) as control:
            yield control
    finally:
        process.kill()
        await process.wait()


@pytest.fixture
async def control(tmp_path: Path) -> AsyncIterator[ControlClient]:
    folder = tmp_path / "standin"
    folder.mkdir()
    async with standin_process(folder) as control:
        yield control


@pytest.fixture
async def bot(tmp_path: Path, control: ControlClient, newsroom: Newsroom) -> AsyncIterator[Program]:
    """`cliffhanger run` connected to the stand-in, listening to the newsroom; not started yet."""
    folder = tmp_path / "bot"
    folder.mkdir()
    sources = folder / "sources.json"
    sources.write_text(json.dumps([{"url": newsroom.url, "name": "Backlot", "tier": "trade"}]))
    program = Program(
        ("run",),
        folder,
        {
            "CLIFFHANGER_STANDIN": f"127.0.0.1:{control.port}",
            "CLIFFHANGER_SOURCES": str(sources),
            "CLIFFHANGER_FETCH_ALLOW": "127.0.0.0/8",
            "CLIFFHANGER_POLL_SECONDS": "1",
        },
    )
    yield program
    if program.process is not None:
        await program.kill()
