"""The composition root: every part is built here and handed to those that need it. Holds no rule of any room."""

from __future__ import annotations

import random as random_module
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

import aiohttp
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.advice.advisor import SecondOpinion
from bot.advice.client import Client
from bot.advice.limits import Breaker, Budget
from bot.catalogue.index import TitleIndex
from bot.catalogue.load import load_catalogue
from bot.catalogue.sources import DefaultSource, load_sources
from bot.clock import Clock, system_clock
from bot.connect import connector
from bot.feeds.fetch import Fetcher
from bot.feeds.guard import AddressGuard
from bot.feeds.parser_pool import Parser, ParserPool
from bot.services.news import NewsService
from bot.services.servers import ServerService
from bot.services.shows import Shows
from bot.services.sources import SourceService
from bot.services.status import StatusService
from bot.services.synced import SyncedCommands
from bot.services.tracking import TrackingService
from bot.services.watching import Watching
from bot.settings import Settings
from bot.store import sources
from bot.store.engine import Store
from bot.version import user_agent
from bot.watch.intake import Intake
from bot.watch.readers import Readers
from bot.watch.watcher import Watcher

Connector = Callable[[], aiohttp.BaseConnector | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What an app is given from outside: time, chance, the network. The defaults are the real ones."""

    clock: Clock = system_clock
    """The machine's time: schedules, leases, deliveries."""
    news_clock: Clock = system_clock
    """The time of the news; the demo has its own."""
    random: Callable[[], float] = random_module.random
    """A number from 0 to 1, for jitter; nothing secret hangs on it."""
    fetch_exempt: frozenset[tuple[str, int]] = frozenset()
    """Single addresses that feeds may be fetched from though they are not public: the demo's newsroom."""
    sources: tuple[DefaultSource, ...] | None = None
    """The feeds for everyone, in place of those that the settings name."""
    guild_ready_seconds: float = 2.0
    """How long discord.py waits for a further guild after a session began."""
    connector: Connector | None = None
    """The way to Discord, in place of the one that the settings name."""
    host_gap: float = 1.0
    """Seconds between the beginnings of two requests to one website."""
    parser: Parser | None = None
    """What reads feeds, in place of worker processes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class App:
    """All parts of a bot but its connection to Discord (that is `bot.session`)."""

    settings: Settings
    outside: Surroundings
    store: Store
    shows: Shows
    watching: Watching
    watcher: Watcher
    intake: Intake
    status: StatusService
    news: NewsService
    tracking: TrackingService
    sources: SourceService
    servers: ServerService
    synced: SyncedCommands

    def new_connector(self) -> aiohttp.BaseConnector | None:
        """A way to Discord, or to its stand-in. A client closes the one it was given, so each gets a new one."""
        make = self.outside.connector
        return make() if make is not None else connector(self.settings.standin_address)


@asynccontextmanager
async def open_app(settings: Settings, outside: Surroundings | None = None) -> AsyncIterator[App]:
    """Build a bot from its settings and close it in the end.

    Raises `ConfigurationError` with one clear line for a data file or database that cannot be used.
    """
    given = outside or Surroundings()
    catalogue = TitleIndex(load_catalogue(settings.catalogue))
    feeds = given.sources if given.sources is not None else load_sources(settings.sources)
    guard = AddressGuard(allow=settings.fetch_allow, exempt=given.fetch_exempt)
    store = await Store.open(settings.database_url)
    try:
        with store.starting():
            await _listen_to(store, feeds, given.clock)
        async with AsyncExitStack() as stack:
            fetcher = await stack.enter_async_context(
                Fetcher(guard, user_agent(settings.contact), host_gap=given.host_gap, clock=given.clock)
            )
            pool = await stack.enter_async_context(ParserPool())
            advisor = await _advisor(settings, given.clock, stack)
            app = _assemble(settings, given, store, catalogue, fetcher, given.parser or pool, advisor)
            with store.starting():
                await app.watching.load()
            yield app
    finally:
        await store.close()


async def _listen_to(store: Store, feeds: Sequence[DefaultSource], clock: Clock) -> None:
    """Make the default sources those of the list."""

    async def work(conn: AsyncConnection) -> None:
        await sources.retire_defaults(conn, [feed.url for feed in feeds])
        for feed in feeds:
            await sources.add_default(conn, url=feed.url, name=feed.name, tier=feed.tier, now=clock())

    await store.write(work)


async def _advisor(settings: Settings, clock: Clock, stack: AsyncExitStack) -> SecondOpinion | None:
    """Who is asked about readings in doubt; nobody unless the settings name an endpoint."""
    if not settings.llm_url or not settings.llm_model:
        return None
    client = Client(settings.llm_url, settings.llm_model.strip(), settings.endpoint_key, user_agent(settings.contact))
    return SecondOpinion(
        model=await stack.enter_async_context(client),
        breaker=Breaker(clock),
        budget=Budget(settings.llm_daily, clock),
    )


def _assemble(
    settings: Settings,
    outside: Surroundings,
    store: Store,
    catalogue: TitleIndex,
    fetcher: Fetcher,
    parser: Parser,
    advisor: SecondOpinion | None,
) -> App:
    clock, news_clock = outside.clock, outside.news_clock
    readers, shows = Readers(), Shows(catalogue)
    intake = Intake(store=store, readers=readers, news_clock=news_clock, clock=clock, advisor=advisor)
    watching = Watching(store=store, readers=readers, shows=shows, intake=intake, news_clock=news_clock, clock=clock)
    watcher = Watcher(
        store=store,
        fetcher=fetcher,
        parser=parser,
        intake=intake,
        clock=clock,
        news_clock=news_clock,
        poll_seconds=settings.poll_seconds,
    )
    return App(
        settings=settings,
        outside=outside,
        store=store,
        shows=shows,
        watching=watching,
        watcher=watcher,
        intake=intake,
        status=StatusService(store=store, watching=watching, news_clock=news_clock),
        news=NewsService(store=store, watching=watching),
        tracking=TrackingService(store=store, watching=watching, clock=clock),
        sources=SourceService(
            store=store,
            fetcher=fetcher,
            parser=parser,
            watching=watching,
            intake=intake,
            clock=clock,
            woken=watcher.wake,
        ),
        servers=ServerService(store=store, watching=watching, clock=clock),
        synced=SyncedCommands(store),
    )
