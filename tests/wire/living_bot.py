"""The whole bot in the test's process: real discord.py against the stand-in, feeds on loopback that the test writes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from xml.sax.saxutils import escape

from aiohttp import web

from bot.app import App, Surroundings, open_app
from bot.catalogue.sources import DefaultSource
from bot.connect import connector
from bot.feeds.parse import parse_feed
from bot.feeds.parsed import NotAFeed, ParsedFeed
from bot.model.source import Tier
from bot.session import Session
from bot.settings import Settings
from bot.standin import HOST, StandIn
from bot.supervise import Supervised


class ParserHere:
    """Reads feeds in this process; worker processes have tests of their own."""

    async def parse(
        self, body: bytes, content_type: str, base_url: str, *, now: datetime, known: Collection[int] = frozenset()
    ) -> ParsedFeed | NotAFeed:
        return parse_feed(body, content_type, base_url, now=now, known=known)


@dataclass
class Newsrooms:
    """Feeds by name, each a list of items."""

    port: int = 0
    feeds: dict[str, list[str]] = field(default_factory=dict)
    pages: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Other things that are served: path, then content type and body."""

    def url(self, name: str) -> str:
        return f"http://127.0.0.1:{self.port}/{name}"

    def tell(self, title: str, *, feed: str = "backlot", summary: str = "", age: timedelta = timedelta()) -> str:
        items = self.feeds.setdefault(feed, [])
        link = f"https://{feed}.example/{len(items)}"
        date = format_datetime(datetime.now(UTC) - age, usegmt=True)
        items.insert(
            0,
            f"<item><guid>{feed}-{len(items)}</guid><title>{escape(title)}</title><link>{link}</link>"
            f"<description>{escape(summary)}</description><pubDate>{date}</pubDate></item>",
        )
        return link

    async def serve(self, request: web.Request) -> web.Response:
        name = request.match_info["name"]
        if name in self.pages:
            kind, body = self.pages[name]
            return web.Response(text=body, content_type=kind)
        if name not in self.feeds:
            return web.Response(status=404)
        items = "".join(self.feeds[name])
        body = f'<rss version="2.0"><channel><title>{name.title()}</title>{items}</channel></rss>'
        return web.Response(text=body, content_type="application/rss+xml")


@asynccontextmanager
async def newsrooms() -> AsyncIterator[Newsrooms]:
    rooms = Newsrooms(feeds={"backlot": [], "screenwire": [], "fancorner": []})
    app = web.Application()
    app.router.add_get("/{name}", rooms.serve)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    rooms.port = runner.addresses[0][1]
    yield rooms
    await runner.cleanup()


@dataclass
class LivingBot:
    """A connected bot."""

    app: App
    session: Session
    part: Supervised

    async def poll(self) -> None:
        """Poll every source now and store what came; posts go out by themselves."""
        await self.app.watcher.poll_all()


@asynccontextmanager
async def living_bot(
    standin: StandIn, rooms: Newsrooms, folder: Path, *, token: str | None = None
) -> AsyncIterator[LivingBot]:
    """A bot with the database in `folder`, which a later one may open again."""
    settings = Settings(_env_file=None, DATABASE_URL=f"sqlite+aiosqlite:///{folder}/bot.sqlite3", DISCORD_TOKEN=None)
    tiers = {"backlot": Tier.TRADE, "screenwire": Tier.TRADE, "fancorner": Tier.SPECULATIVE}
    outside = Surroundings(
        fetch_exempt=frozenset({("127.0.0.1", rooms.port)}),
        sources=tuple(DefaultSource(url=rooms.url(name), name=name.title(), tier=tier) for name, tier in tiers.items()),
        guild_ready_seconds=0.02,
        host_gap=0.0,
        connector=lambda: connector((HOST, standin.port)),
        parser=ParserHere(),
    )
    async with open_app(settings, outside) as app:
        session = Session(app=app, token=token or standin.token)
        part = Supervised("discord", session.run, fatal=(Exception,))
        part.start()
        ended = asyncio.ensure_future(part.wait())
        connected = asyncio.ensure_future(session.connected.wait())
        try:
            await asyncio.wait({ended, connected}, timeout=10, return_when=asyncio.FIRST_COMPLETED)
            connected.cancel()
            if ended.done():
                ended.result()
            assert session.connected.is_set(), "the bot did not connect"
            yield LivingBot(app, session, part)
        finally:
            ended.cancel()
            await part.stop()
