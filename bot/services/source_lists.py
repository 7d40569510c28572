"""A server's feeds as a file: taking in the list of another feed reader, and giving out the server's own (OPML).

Knows no Discord.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from bot.clock import Clock
from bot.feeds.opml import LARGEST_LIST, Outline, read_opml, write_opml
from bot.model.errors import UserError
from bot.model.source import GuildId, Source
from bot.services.sources import MOST_SOURCES, HeardAlreadyError, NoRoomError, SourceService, stored_url

LARGEST_FILE = LARGEST_LIST
"""Bytes; a larger one need not be fetched."""
MOST_TRIED = 100
"""Feeds of one file that are fetched, so that no file keeps the bot busy for hours."""
LONGEST_SECONDS = 600.0
"""How long an import may take; the answer to a command can be changed for 15 minutes (Discord, Interactions)."""
_AT_ONCE = 5


@dataclass(frozen=True, slots=True)
class Refused:
    """A feed of a file that was not added."""

    outline: Outline
    reason: str
    """In words for the admin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What became of a file: each of its feeds is in one of these, in the file's order."""

    added: tuple[Source, ...] = ()
    known: tuple[Outline, ...] = ()
    """Heard by this server before, or by every server."""
    refused: tuple[Refused, ...] = ()
    no_room: tuple[Outline, ...] = ()
    """Not added, as the server has `MOST_SOURCES`."""
    untried: tuple[Outline, ...] = ()
    """Beyond `MOST_TRIED`, or the time was over."""


@dataclass(frozen=True, slots=True)
class Exported:
    """A server's own feeds as a file."""

    data: bytes
    feeds: int


Told = Callable[[int, int], Awaitable[None]]
"""Is told how many feeds have been tried, and of how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLists:
    """Imports and exports, one import a server at a time."""

    sources: SourceService
    clock: Clock
    seconds: float = LONGEST_SECONDS
    _busy: set[GuildId] = field(default_factory=set)

    async def bring_in(self, guild: GuildId, data: bytes, told: Told) -> Imported:
        """Add the feeds of an OPML file, as far as they are feeds and there is room.

        `told` is called after each try. Raises `UserError`, with nothing changed, for a file that cannot be read, or
        while another one is being imported. What was added by the time of a cancellation stays.
        """
        if guild in self._busy:
            raise UserError("Another list is being imported into this server; wait for its end.")
        self._busy.add(guild)
        try:
            # In a thread: a large file takes a second, which all others would wait for.
            outlines = await asyncio.to_thread(read_opml, data)
            return await self._bring_in(guild, outlines, told)
        finally:
            self._busy.discard(guild)

    async def give_out(self, guild: GuildId, title: str) -> Exported:
        """The server's own feeds as an OPML file with that title. Raises `UserError` where there are none."""
        own = (await self.sources.list(guild)).own
        if not own:
            raise UserError("This server has no feeds of its own to export; add some with /source add.")
        outlines = [Outline(source.url, source.name) for source in own]
        return Exported(write_opml(title, outlines, self.clock()), len(own))

    async def _bring_in(self, guild: GuildId, outlines: Iterable[Outline], told: Told) -> Imported:
        listed = await self.sources.list(guild)
        heard = {source.url for source in (*listed.own, *listed.defaults)}
        known: list[Outline] = []
        fresh: dict[str, Outline] = {}
        for outline in outlines:
            url = stored_url(outline.url)
            if url in heard:
                known.append(outline)
            else:
                fresh.setdefault(url, outline)
        run = _Run(self.sources, guild, tuple(fresh.values()), told, MOST_SOURCES - len(listed.own))
        # When the time is over, what was not reached is reported as such.
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(self.seconds):
                await run.all()
        return run.report(known)


class _Other(Enum):
    """What became of a feed that was neither added nor refused."""

    KNOWN = auto()
    NO_ROOM = auto()
    UNTRIED = auto()


class _Run:
    """One file being imported: several feeds are tried at a time, begun in the file's order."""

    def __init__(
        self, sources: SourceService, guild: GuildId, outlines: Sequence[Outline], told: Told, room: int
    ) -> None:
        self._sources = sources
        self._guild = guild
        self._outlines = outlines
        self._told = told
        self._room = room
        self._left = iter(range(min(len(outlines), MOST_TRIED)))
        self._fates: dict[int, Source | Refused | _Other] = {}

    async def all(self) -> None:
        """Try every feed, as long as there is room."""
        async with asyncio.TaskGroup() as group:
            for _ in range(_AT_ONCE):
                group.create_task(self._work())

    def report(self, known: Iterable[Outline]) -> Imported:
        """What became of each feed; `known` were left out before."""
        unreached = _Other.NO_ROOM if self._room <= 0 else _Other.UNTRIED
        fates = [(outline, self._fates.get(index, unreached)) for index, outline in enumerate(self._outlines)]
        other = {kind: tuple(outline for outline, fate in fates if fate is kind) for kind in _Other}
        return Imported(
            added=tuple(fate for _, fate in fates if isinstance(fate, Source)),
            known=(*known, *other[_Other.KNOWN]),
            refused=tuple(fate for _, fate in fates if isinstance(fate, Refused)),
            no_room=other[_Other.NO_ROOM],
            untried=other[_Other.UNTRIED],
        )

    async def _work(self) -> None:
        while self._room > 0 and (index := next(self._left, None)) is not None:
            self._fates[index] = await self._try(self._outlines[index])
            await self._told(len(self._fates), min(len(self._outlines), MOST_TRIED))

    async def _try(self, outline: Outline) -> Source | Refused | _Other:
        try:
            # A list is of feeds: a page in it is no reason to try the addresses of its website.
            added = await self._sources.add(self._guild, outline.url, guess=False)
        except HeardAlreadyError:
            return _Other.KNOWN
        except NoRoomError:
            self._room = 0
            return _Other.NO_ROOM
        except UserError as refusal:
            return Refused(outline, str(refusal))
        if not added.new:
            return _Other.KNOWN
        self._room -= 1
        return added.source
