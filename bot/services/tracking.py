"""What a server follows, and where: adding, removing, listing, and whether the bot may post there. Knows no Discord."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import Clock
from bot.model.errors import UserError
from bot.model.server import Channel, ChannelId, RoleId, Track
from bot.model.show import Show
from bot.model.source import EVERYONE, GuildId, scope_of
from bot.services.shows import Ambiguous, Found, Shows
from bot.services.watching import Watching
from bot.store import outbox, servers
from bot.store.engine import Store

MOST_TRACKS = 200
"""Tracks a server may have."""
MOST_OWN_SHOWS = 50
"""Shows outside the catalogue that a server may name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelFacts:
    """What matters of a channel before anything is posted there."""

    id: ChannelId
    postable: bool
    """Whether it is of a type that takes posts (text or announcement)."""
    missing: tuple[str, ...]
    """Permissions the bot lacks there, as Discord's settings name them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tracked:
    """What `/track add` did."""

    show: Show
    label: str
    channel: ChannelId
    role: RoleId | None
    new: bool
    """False when the channel followed the show already."""
    own: bool
    """Whether the show is in no catalogue and known to this server only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackList:
    """What a server follows."""

    tracks: tuple[tuple[str, Track], ...]
    """The show's label and the track."""
    parked: tuple[Channel, ...]
    """Channels to which nothing can be sent, with the reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackingService:
    """Keeps what servers follow."""

    store: Store
    watching: Watching
    clock: Clock

    @property
    def shows(self) -> Shows:
        """The names of shows."""
        return self.watching.shows

    async def add(self, guild: GuildId, text: str, channel: ChannelFacts, role: RoleId | None) -> Tracked | Ambiguous:
        """Follow a show in a channel from now on. Raises `UserError`, with nothing changed, when that cannot work."""
        check(channel)
        found = self.shows.find(text, guild)
        if isinstance(found, Ambiguous):
            return found
        own = not isinstance(found, Found)
        show, scope = (found.show, found.scope) if isinstance(found, Found) else (None, scope_of(guild))
        async with self.store.read() as conn:
            tracks = await servers.tracks_of(conn, guild)
        here = any((track.channel, track.show) == (channel.id, show.id if show else None) for track in tracks)
        if len(tracks) >= MOST_TRACKS and not here:
            raise UserError(f"This server tracks {MOST_TRACKS} shows already; remove one with /track remove first.")
        if show is None:
            show = self.shows.name_own(text, guild)
            if len({track.show for track in tracks if self.shows.catalogue.get(track.show) is None}) >= MOST_OWN_SHOWS:
                raise UserError(f"This server named {MOST_OWN_SHOWS} shows of its own already; remove one first.")
        await self.watching.watch(show, scope)
        track = Track(guild=guild, channel=channel.id, show=show.id, role=role, added=self.clock())
        new = await self.store.write(lambda conn: servers.add_track(conn, track))
        self.shows.track(guild, show.id)
        # Once more: it may have been forgotten in between, by someone who untracked it.
        await self.watching.watch(show, scope)
        # What waited in the channel while nothing could be posted there goes out now.
        self.watching.intake.woken()
        return Tracked(
            show=show,
            label=self.shows.label(show),
            channel=channel.id,
            role=role,
            new=new,
            own=own or scope != EVERYONE,
        )

    async def remove(self, guild: GuildId, text: str, channel: ChannelId | None) -> tuple[Show, Sequence[ChannelId]]:
        """Follow a show no longer, in one channel or in all. Raises `UserError` when it is not tracked."""
        found = self._tracked(guild, text)
        show = found.show

        async def work(conn: AsyncConnection) -> tuple[Sequence[ChannelId], bool]:
            removed = await servers.remove_track(conn, guild, show.id, channel)
            await outbox.cancel(conn, removed, show.id)
            return removed, await servers.uses(conn, show.id, guild)

        removed, still = await self.store.write(work)
        if not removed:
            raise UserError("That show is not tracked in that channel; /track list shows where it is.")
        if not still:
            self.shows.untrack(guild, show.id)
            if found.scope != EVERYONE:
                await self.watching.forget(show, guild)
        return show, removed

    def _tracked(self, guild: GuildId, text: str) -> Found:
        """The tracked show that a text means. Raises `UserError` where that is none, or more than one."""
        found = self.shows.find(text, guild)
        tracked = self.shows.tracked(guild)
        if isinstance(found, Found) and found.show.id in tracked:
            return found
        if isinstance(found, Ambiguous):
            several = [self.shows.label(show) for show in found.candidates if show.id in tracked]
            if several:
                raise UserError(f"Several shows are called that; choose one: {', '.join(several)}.")
        raise UserError("This server does not track that show; /track list shows what it tracks.")

    async def list(self, guild: GuildId) -> TrackList:
        """What a server follows, by name."""
        async with self.store.read() as conn:
            tracks = await servers.tracks_of(conn, guild)
            parked = await servers.parked(conn, guild)
        named = [
            (self.shows.label(show), track) for track in tracks if (show := self.shows.get(track.show)) is not None
        ]
        return TrackList(tracks=tuple(sorted(named, key=lambda pair: pair[0].casefold())), parked=tuple(parked))

    async def mended(self, channel: ChannelId) -> bool:
        """A channel may be posted to again, as far as its permissions tell. False when it was not parked."""
        return await self.store.write(lambda conn: servers.unpark(conn, channel, self.clock()))

    async def parked(self, guild: GuildId) -> Sequence[Channel]:
        """The channels of a server to which nothing can be sent."""
        async with self.store.read() as conn:
            return await servers.parked(conn, guild)


def check(channel: ChannelFacts) -> None:
    """Raises `UserError` that tells an admin what to change, when the bot cannot post in a channel."""
    if not channel.postable:
        raise UserError("The bot posts in text and announcement channels only; choose one of those.")
    if channel.missing:
        needed = " and ".join(channel.missing) if len(channel.missing) < 3 else ", ".join(channel.missing)
        raise UserError(
            f"The bot cannot post in that channel: it lacks {needed}. Allow that in the channel's settings "
            "(Permissions), then run this command again."
        )
