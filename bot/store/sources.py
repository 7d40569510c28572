"""The feeds that are watched: their schedule and health, and the servers that added them.

A source's `next_at` is its schedule, lease, back-off and fence at once: `claim_due` pushes it forward, and
`finish_poll` writes only where it still stands as it was pushed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.source import EVERYONE, GuildId, Scope, Source, SourceId, Tier, Validators, scope_of
from bot.store.tables import seen, server_sources, servers, sources


async def add_default(conn: AsyncConnection, *, url: str, name: str, tier: Tier, now: datetime) -> SourceId:
    """Watch a feed for everyone; name and tier are brought up to date when it is watched already."""
    facts = {"name": name, "tier": tier.value, "public": True}
    await conn.execute(_fresh(url, now).values(**facts).on_conflict_do_update(index_elements=["url"], set_=facts))
    return await _id(conn, url)


async def retire_defaults(conn: AsyncConnection, kept: Iterable[str]) -> None:
    """Watch no longer for everyone what the operator's list has no more; a server that added it keeps it."""
    gone = select(sources.c.id).where(sources.c.public, sources.c.url.not_in(list(kept)))
    await conn.execute(update(sources).where(sources.c.id.in_(gone)).values(public=False, tier=Tier.OUTLET.value))


async def add_for(
    conn: AsyncConnection, guild: GuildId, *, url: str, name: str, now: datetime
) -> tuple[SourceId, bool]:
    """Watch a feed for one server. Returns its id, and False when the server had it already.

    A feed that had stopped (410 Gone) or had no more listeners is polled again at once.
    """
    statement = _fresh(url, now).values(name=name, tier=Tier.OUTLET.value, public=False)
    await conn.execute(statement.on_conflict_do_nothing(index_elements=["url"]))
    source = await _id(conn, url)
    listeners = await conn.scalar(select(func.count()).where(server_sources.c.source == source))
    await conn.execute(
        update(sources)
        .where(sources.c.id == source, sources.c.stopped | (~sources.c.public & (listeners == 0)))
        .values(stopped=False, failures=0, error=None, next_at=now)
    )
    link = insert(server_sources).values(guild=guild, source=source, added=now).on_conflict_do_nothing()
    return source, (await conn.execute(link)).rowcount > 0


async def remove_for(conn: AsyncConnection, guild: GuildId, source: SourceId) -> bool:
    """Undo `add_for`; a private feed that nobody else added is polled no longer and dropped with its entries."""
    link = delete(server_sources).where(server_sources.c.guild == guild, server_sources.c.source == source)
    removed = (await conn.execute(link)).rowcount > 0
    listeners = select(server_sources.c.source)
    await conn.execute(delete(sources).where(sources.c.id == source, ~sources.c.public, sources.c.id.not_in(listeners)))
    return removed


async def of_server(conn: AsyncConnection, guild: GuildId) -> Sequence[Source]:
    """The feeds a server added itself, by name."""
    own = select(server_sources.c.source).where(server_sources.c.guild == guild)
    rows = await conn.execute(select(sources).where(sources.c.id.in_(own)).order_by(sources.c.name, sources.c.url))
    return [_source(row) for row in rows]


async def defaults(conn: AsyncConnection) -> Sequence[Source]:
    """The feeds that are watched for everyone, by name."""
    return [
        _source(row) for row in await conn.execute(select(sources).where(sources.c.public).order_by(sources.c.name))
    ]


async def scopes(conn: AsyncConnection, source: SourceId) -> tuple[Scope, ...]:
    """Where a source is heard: everywhere, or in the servers that added it and are still there."""
    if await conn.scalar(select(sources.c.public).where(sources.c.id == source)):
        return (EVERYONE,)
    present = select(servers.c.guild).where(servers.c.left.is_(None))
    guilds = await conn.scalars(
        select(server_sources.c.guild)
        .where(server_sources.c.source == source, server_sources.c.guild.in_(present))
        .order_by(server_sources.c.guild)
    )
    return tuple(scope_of(GuildId(guild)) for guild in guilds)


async def claim_due(conn: AsyncConnection, *, now: datetime, lease: timedelta, limit: int) -> Sequence[Source]:
    """Take up to `limit` sources that are due; nobody else gets them until the lease has passed (T1)."""
    heard = (
        select(server_sources.c.source)
        .join(servers, servers.c.guild == server_sources.c.guild)
        .where(servers.c.left.is_(None))
    )
    due = await conn.execute(
        select(sources)
        .where(sources.c.next_at <= now, ~sources.c.stopped, sources.c.public | sources.c.id.in_(heard))
        .order_by(sources.c.next_at)
        .limit(limit)
    )
    claimed = [replace(_source(row), next_at=now + lease) for row in due]
    if claimed:
        ids = [source.id for source in claimed]
        await conn.execute(update(sources).where(sources.c.id.in_(ids)).values(next_at=now + lease))
    return claimed


async def next_due(conn: AsyncConnection) -> datetime | None:
    """When the next source is due."""
    due: datetime | None = await conn.scalar(select(func.min(sources.c.next_at)).where(~sources.c.stopped))
    return due


async def finish_poll(conn: AsyncConnection, before: Source, after: Source) -> bool:
    """Write back how a poll ended. False when the lease was lost meanwhile: then nothing may be written."""
    result = await conn.execute(
        update(sources)
        .where(sources.c.id == before.id, sources.c.next_at == before.next_at)
        .values(
            next_at=after.next_at,
            etag=after.validators.etag,
            last_modified=after.validators.last_modified,
            body_hash=after.body_hash,
            first_polled=after.first_polled,
            last_polled=after.last_polled,
            last_changed=after.last_changed,
            failures=after.failures,
            error=after.error,
            stopped=after.stopped,
        )
    )
    return result.rowcount > 0


async def release(conn: AsyncConnection, claimed: Iterable[Source], now: datetime) -> None:
    """Give back what was claimed and not polled, so that a restart need not wait for the lease."""
    for source in claimed:
        await conn.execute(
            update(sources).where(sources.c.id == source.id, sources.c.next_at == source.next_at).values(next_at=now)
        )


async def poll_now(conn: AsyncConnection, now: datetime) -> None:
    """Make every source due."""
    await conn.execute(update(sources).where(~sources.c.stopped).values(next_at=now))


async def last_checked(conn: AsyncConnection) -> datetime | None:
    """When a source that everyone hears last answered."""
    checked: datetime | None = await conn.scalar(
        select(func.max(sources.c.last_polled)).where(sources.c.public, sources.c.error.is_(None))
    )
    return checked


async def seen_hashes(conn: AsyncConnection, source: SourceId, hashes: Iterable[int]) -> frozenset[int]:
    """Which of these entry hashes the source has shown before."""
    asked = list(hashes)
    found: set[int] = set()
    for start in range(0, len(asked), 500):
        part = asked[start : start + 500]
        found.update(await conn.scalars(select(seen.c.hash).where(seen.c.source == source, seen.c.hash.in_(part))))
    return frozenset(found)


async def mark_seen(conn: AsyncConnection, source: SourceId, hashes: Iterable[int], now: datetime) -> None:
    """Remember that a source shows these entries, and that it still does."""
    rows = [{"source": source, "hash": value, "last_shown": now} for value in sorted(hashes)]
    if not rows:
        return
    statement = insert(seen)
    renewed = statement.on_conflict_do_update(
        index_elements=[seen.c.source, seen.c.hash], set_={"last_shown": statement.excluded.last_shown}
    )
    await conn.execute(renewed, rows)


async def forget_unshown(conn: AsyncConnection, before: datetime) -> int:
    """Forget entries that no feed has shown since; far longer than any feed keeps them."""
    return (await conn.execute(delete(seen).where(seen.c.last_shown < before))).rowcount


def _fresh(url: str, now: datetime) -> Any:  # noqa: ANN401 - SQLAlchemy's Insert is not generic here
    return insert(sources).values(url=url, next_at=now, failures=0, stopped=False)


async def _id(conn: AsyncConnection, url: str) -> SourceId:
    return SourceId((await conn.execute(select(sources.c.id).where(sources.c.url == url))).scalar_one())


def _source(row: Row[Any]) -> Source:
    return Source(
        id=SourceId(row.id),
        url=row.url,
        name=row.name,
        tier=Tier(row.tier),
        public=row.public,
        next_at=row.next_at,
        validators=Validators(row.etag, row.last_modified),
        body_hash=row.body_hash,
        first_polled=row.first_polled,
        last_polled=row.last_polled,
        last_changed=row.last_changed,
        failures=row.failures,
        error=row.error,
        stopped=row.stopped,
    )
