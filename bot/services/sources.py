"""The feeds a server adds for itself: trying, adding, removing, listing. What such a feed says is for that server
alone, and so is that it was added. Knows no Discord.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection
from yarl import URL

from bot.clock import Clock
from bot.feeds.addresses import feed_address
from bot.feeds.admit import Admitted, probe
from bot.feeds.fetch import Fetch
from bot.feeds.guard import UnfitUrlError, check_url
from bot.feeds.parser_pool import Parser
from bot.model.errors import UserError
from bot.model.health import HealthEvent
from bot.model.source import GuildId, Source, SourceId, scope_of
from bot.services.watching import LOOK_BACK, MOST_ENTRIES, Watching
from bot.store import claims, entries, health, servers, sources, stories
from bot.store.engine import Store
from bot.watch.intake import Intake

MOST_EVENTS = 15
"""Changes of health that are told at a time."""
MOST_SOURCES = 25
"""Feeds of its own that a server may have."""
_LONGEST_NAME = 80


class HeardAlreadyError(UserError):
    """Every server hears this feed."""


class NoRoomError(UserError):
    """The server has as many sources of its own as it may have."""


@dataclass(frozen=True, slots=True)
class SourceAdded:
    """What `/source add` did."""

    source: Source
    entries: int
    """How many the feed shows now."""
    new: bool
    """False when the server had it already."""


@dataclass(frozen=True, slots=True)
class SourceList:
    """What a server hears, each with its health (`Source.error`, `last_polled`, `next_at`), by name."""

    own: tuple[Source, ...]
    defaults: tuple[Source, ...]
    """Those that every server hears."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceService:
    """Keeps the servers' own feeds."""

    store: Store
    fetcher: Fetch
    parser: Parser
    watching: Watching
    intake: Intake
    clock: Clock
    woken: Callable[[], None] = lambda: None
    """Told when a feed has become due."""

    async def add(self, guild: GuildId, url: str, *, guess: bool = True) -> SourceAdded:
        """Try a feed and listen to it in this server from now on. Nothing of what it shows by then is posted.

        `guess`: whether for a page that names no feed the usual addresses of its website are tried. Raises `UserError`,
        with nothing changed, for what is no feed, is heard by everyone, or is one too many.
        """
        # Asked before the feed is fetched too: a refusal that needs no request makes none.
        await self._refuse(guild, url)
        admitted = await probe(url, fetcher=self.fetcher, parser=self.parser, now=self.clock(), guess=guess)
        await self._refuse(guild, admitted.url)
        source, new = await self.store.write(lambda conn: self._add(conn, guild, admitted))
        self.woken()
        await self._catch_up(guild, source.id)
        return SourceAdded(source, admitted.entries, new)

    async def remove(self, guild: GuildId, text: str) -> Source:
        """Listen no longer to one of the server's own feeds, named by its URL or name, and drop what it said here.

        Raises `UserError` when that is none, or could be several.
        """
        return await self.store.write(lambda conn: _remove(conn, guild, text))

    async def list(self, guild: GuildId) -> SourceList:
        """What a server hears. Of the feeds that others added nothing is told."""
        async with self.store.read() as conn:
            return SourceList(own=await _own(conn, guild), defaults=tuple(await sources.defaults(conn)))

    async def health(self, guild: GuildId) -> tuple[tuple[Source, HealthEvent], ...]:
        """What changed lately in the health of the feeds that a server hears, newest first."""
        async with self.store.read() as conn:
            heard = {source.id: source for source in (*await _own(conn, guild), *await sources.defaults(conn))}
            return tuple((heard[event.source], event) for event in await health.recent(conn, heard, MOST_EVENTS))

    async def _refuse(self, guild: GuildId, url: str) -> None:
        """Raises `UserError` where a feed need not or may not be added, as far as its URL tells."""
        async with self.store.read() as conn:
            known = await sources.by_url(conn, stored_url(url))
            own = await _own(conn, guild)
        _check(known, own)

    async def _add(self, conn: AsyncConnection, guild: GuildId, admitted: Admitted) -> tuple[Source, bool]:
        now = self.clock()
        # Once more, where nobody can come between: two admins may have asked at a time.
        _check(await sources.by_url(conn, admitted.url), await _own(conn, guild))
        await servers.present(conn, [guild], now)
        _, new = await sources.add_for(conn, guild, url=admitted.url, name=_name(admitted), now=now)
        return next(one for one in await _own(conn, guild) if one.url == admitted.url), new

    async def _catch_up(self, guild: GuildId, source: SourceId) -> None:
        """Read for this server what the feed brought to others before, so that its status is not empty.

        Repeated whenever the feed is added again: what was read already is known.
        """
        async with self.store.read() as conn:
            since = self.watching.news_clock() - LOOK_BACK
            stored = await entries.of_source(conn, source, since, limit=MOST_ENTRIES)
        await self.intake.catch_up(stored, [scope_of(guild)])


def _check(known: Source | None, own: Sequence[Source]) -> None:
    if known is not None and known.public:
        raise HeardAlreadyError(f"Every server hears {known.name} already; there is no need to add it.")
    if len(own) >= MOST_SOURCES and (known is None or known not in own):
        raise NoRoomError(f"This server has {MOST_SOURCES} sources of its own already; remove one with /source remove.")


async def _remove(conn: AsyncConnection, guild: GuildId, text: str) -> Source:
    source = _named(text, await _own(conn, guild), await sources.defaults(conn))
    await claims.remove_scope(conn, scope_of(guild), source.id)
    await stories.remove_scope(conn, scope_of(guild), source.id)
    await sources.remove_for(conn, guild, source.id)
    return source


async def _own(conn: AsyncConnection, guild: GuildId) -> tuple[Source, ...]:
    """What the server added and not everyone hears by now."""
    return tuple(source for source in await sources.of_server(conn, guild) if not source.public)


def _named(text: str, own: Sequence[Source], defaults: Sequence[Source]) -> Source:
    """The one of a server's own sources that a text means. Raises `UserError` where it is none or not one."""
    asked = " ".join(text.split())
    found = [source for source in own if source.url in (asked, stored_url(asked))]
    found = found or [source for source in own if source.name.casefold() == asked.casefold()]
    if len(found) == 1:
        return found[0]
    if found:
        raise UserError("Several sources of this server have that name; give the address, as in /source list.")
    if any(asked.casefold() == one.name.casefold() or one.url in (asked, stored_url(asked)) for one in defaults):
        raise UserError("Every server hears that source; only sources that this server added can be removed.")
    raise UserError("This server added no source of that name or address; /source list shows those it did.")


def stored_url(text: str) -> str:
    """The URL under which what a person typed is stored, where it is the URL of a feed or of a place whose feed is
    known; otherwise what they typed.
    """
    try:
        return str(check_url(feed_address(text)))
    except UnfitUrlError:
        return text


def _name(admitted: Admitted) -> str:
    """What the feed calls itself, or else its website's name."""
    host = (URL(admitted.url).host or admitted.url).removeprefix("www.")
    return (" ".join(admitted.title.split()) or host)[:_LONGEST_NAME].rstrip()
