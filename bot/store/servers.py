"""The servers (guilds), the channels that receive alerts, and what each of them tracks. Ids and choices, no names."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.server import Channel, ChannelId, RoleId, Track
from bot.model.show import ShowId
from bot.model.source import GuildId, scope_of
from bot.store import sources
from bot.store.tables import channels, claims, reports, server_sources, servers, shows, stories, tracks


async def present(conn: AsyncConnection, guilds: Collection[GuildId], now: datetime) -> None:
    """The bot is in these servers: they are known, and heard again if they had left."""
    rows = [{"guild": guild, "joined": now} for guild in guilds]
    if rows:
        statement = insert(servers).on_conflict_do_update(index_elements=[servers.c.guild], set_={"left": None})
        await conn.execute(statement, rows)


async def leave(conn: AsyncConnection, guild: GuildId, now: datetime) -> None:
    """The bot was removed from a server: nothing is sent there, and its choices are kept for a while."""
    await conn.execute(update(servers).where(servers.c.guild == guild, servers.c.left.is_(None)).values(left=now))


async def known(conn: AsyncConnection) -> frozenset[GuildId]:
    """The servers the bot believes it is in."""
    return frozenset(
        GuildId(guild) for guild in await conn.scalars(select(servers.c.guild).where(servers.c.left.is_(None)))
    )


async def purge(conn: AsyncConnection, left_before: datetime) -> Sequence[GuildId]:
    """Forget every choice of the servers that left before, and all that only they could see; returns them."""
    gone = [GuildId(g) for g in await conn.scalars(select(servers.c.guild).where(servers.c.left < left_before))]
    for guild in gone:
        # Stories take their deliveries with them, a server its channels and tracks.
        for table in (claims, reports, stories, shows):
            await conn.execute(delete(table).where(table.c.scope == scope_of(guild)))
        await conn.execute(delete(server_sources).where(server_sources.c.guild == guild))
        await conn.execute(delete(servers).where(servers.c.guild == guild))
    if gone:
        await sources.drop_unheard(conn)
    return gone


async def add_track(conn: AsyncConnection, track: Track) -> bool:
    """Follow a show in a channel; a channel that was parked is tried again.

    False when the channel tracked it already (its role is then what this track says).
    """
    await present(conn, [track.guild], track.added)
    channel = insert(channels).values(id=track.channel, guild=track.guild, next_at=track.added)
    await conn.execute(channel.on_conflict_do_nothing())
    await unpark(conn, track.channel, track.added)
    where = (tracks.c.channel == track.channel, tracks.c.show == track.show)
    if await conn.scalar(select(tracks.c.show).where(*where)) is not None:
        await conn.execute(update(tracks).where(*where).values(role=track.role))
        return False
    await conn.execute(
        insert(tracks).values(
            channel=track.channel, show=track.show, guild=track.guild, role=track.role, added=track.added
        )
    )
    return True


async def remove_track(
    conn: AsyncConnection, guild: GuildId, show: ShowId, channel: ChannelId | None
) -> Sequence[ChannelId]:
    """Follow a show no longer, in one channel or in every channel of the server; returns where it was followed."""
    where = [tracks.c.guild == guild, tracks.c.show == show]
    if channel is not None:
        where.append(tracks.c.channel == channel)
    removed = await conn.scalars(delete(tracks).where(*where).returning(tracks.c.channel))
    return [ChannelId(found) for found in removed]


async def tracks_of(conn: AsyncConnection, guild: GuildId) -> Sequence[Track]:
    """What a server tracks, oldest first."""
    rows = await conn.execute(select(tracks).where(tracks.c.guild == guild).order_by(tracks.c.added, tracks.c.show))
    return [_track(row) for row in rows]


async def all_tracks(conn: AsyncConnection) -> Sequence[Track]:
    """Every track of every server, also of one that removed the bot: it may come back and find them again."""
    return [_track(row) for row in await conn.execute(select(tracks))]


async def tracks_for(conn: AsyncConnection, shows_: Collection[ShowId]) -> Sequence[Track]:
    """The tracks of these shows in servers that are present."""
    rows = await conn.execute(
        select(tracks)
        .join(servers, servers.c.guild == tracks.c.guild)
        .where(tracks.c.show.in_(list(shows_)), servers.c.left.is_(None))
        .order_by(tracks.c.channel, tracks.c.show)
    )
    return [_track(row) for row in rows]


async def parked(conn: AsyncConnection, guild: GuildId) -> Sequence[Channel]:
    """A server's channels to which nothing is sent, with the reason."""
    rows = await conn.execute(select(channels).where(channels.c.guild == guild, channels.c.parked.is_not(None)))
    return [Channel(id=ChannelId(row.id), guild=GuildId(row.guild), parked=row.parked) for row in rows]


async def unpark(conn: AsyncConnection, channel: ChannelId, now: datetime) -> bool:
    """Try a channel again, at once. False when it was not parked."""
    where = (channels.c.id == channel, channels.c.parked.is_not(None))
    return (await conn.execute(update(channels).where(*where).values(parked=None, next_at=now))).rowcount > 0


async def uses(conn: AsyncConnection, show: ShowId, guild: GuildId) -> bool:
    """Whether a server tracks a show in any channel."""
    where = (tracks.c.guild == guild, tracks.c.show == show)
    return await conn.scalar(select(tracks.c.show).where(*where).limit(1)) is not None


def _track(row: Row[Any]) -> Track:
    return Track(
        guild=GuildId(row.guild),
        channel=ChannelId(row.channel),
        show=ShowId(row.show),
        role=RoleId(row.role) if row.role is not None else None,
        added=row.added,
    )
