"""The bot as an engine: all that `bot.app` builds, with its database, and no Discord.

A process of its own, which `bench.feeds.start` begins. It reads for shows of the shipped catalogue, as a bot does whose
servers track them.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bench.feeds import protocol
from bench.feeds.profiled import Profiled
from bench.feeds.server import allow_many_files
from bench.feeds.stalls import Ticker
from bot import logs
from bot.app import App, Surroundings, open_app
from bot.catalogue.load import load_catalogue
from bot.catalogue.sources import DefaultSource
from bot.model.source import Tier
from bot.settings import Settings
from bot.store import sources

LOOPBACK = ("127.0.0.0/8",)


@asynccontextmanager
async def opened(folder: Path, urls: list[str], shows: int) -> AsyncIterator[App]:
    """The bot, watching these feeds for the first so many shows of the catalogue."""
    database = f"sqlite+aiosqlite:///{folder / 'ours.sqlite3'}"
    settings = Settings(_env_file=None, DATABASE_URL=database, fetch_allow=LOOPBACK)
    feeds = tuple(DefaultSource(url=url, name=f"Made-up {number}", tier=Tier.OUTLET) for number, url in enumerate(urls))
    async with open_app(settings, Surroundings(sources=feeds)) as app:
        app.intake.readers.watch(load_catalogue()[:shows])
        yield app


async def poll(app: App, order: protocol.Message) -> protocol.Message:
    """Poll every feed once, and tell how long it took and how it ended."""
    ticker = Ticker()
    ticking = asyncio.create_task(ticker.run())
    profiled = Profiled(order.get("profile"), order.get("name", ""))
    began, moment = time.perf_counter(), app.outside.clock()
    with profiled:
        await app.watcher.poll_all()
    seconds = time.perf_counter() - began
    ticking.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await ticking
    async with app.store.read() as conn:
        watched = await sources.defaults(conn)
    return {
        "seconds": seconds,
        "stalls": ticker.figures(),
        "failed": sum(source.error is not None for source in watched),
        "changed": sum(source.last_changed is not None and source.last_changed >= moment for source in watched),
        "why": next((source.error for source in watched if source.error), None),
    }


async def serve(setup: protocol.Message) -> None:
    """Open the bot and do what the bench says."""
    folder = Path(setup["folder"])
    with (folder / "ours.log").open("w", encoding="utf-8") as log:
        logs.configure(level="info", style="json", stream=log)
        async with opened(folder, setup["urls"], setup["shows"]) as app:

            async def once(order: protocol.Message) -> protocol.Message:
                return await poll(app, order)

            await protocol.serve_loop(once)


def main(setup: str) -> None:
    """Read the setup and serve."""
    allow_many_files()
    asyncio.run(serve(json.loads(Path(setup).read_text(encoding="utf-8"))))
