"""The feeds that are watched: their schedule and health, and the servers that added them.

A source's `next_at` is its schedule, lease, back-off and fence at once: `claim_due` pushes it forward, and
`finish_poll` writes only where it still stands as it was pushed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, bindparam, delete, exists, func, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.source import (
    EVERYONE,
    GuildId,
    Move,
    Pace,
    Reason,
    Scope,
    Source,
    SourceId,
    Tier,
    Validators,
    scope_of,
)
from bot.store.tables import claims, entries, server_sources, servers, sources

MOST_DUE = 1_000

_ANEW = {
    "stopped": False,
    "failures": 0,
    "error": None,
    "first_polled": None,
    "etag": None,
    "last_modified": None,
    "body_hash": None,
    "polls": 0,
    "moved_to": None,
    "moved_since": None,
    "settled": None,
}
"""A source of which nothing is known yet but what it has shown."""


async def add_default(conn: AsyncConnection, *, url: str, name: str, tier: Tier, now: datetime) -> SourceId:
    """Watch a feed for everyone; name and tier are brought up to date when it is watched already."""
    facts = {"name": name, "tier": tier.value, "public": True}
    # One that had stopped (410 Gone) and was off the list begins anew, as it does for a server that adds it.
    again = update(sources).where(sources.c.url == url, sources.c.stopped, ~sources.c.public)
    await conn.execute(again.values(_ANEW | {"next_at": now}))
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

    A feed that had stopped (410 Gone) or that nobody heard any more is begun anew: polled at once, silently and in
    full, as what it shows by then is no news.
    """
    statement = _fresh(url, now).values(name=name, tier=Tier.OUTLET.value, public=False)
    await conn.execute(statement.on_conflict_do_nothing(index_elements=["url"]))
    source = await _id(conn, url)
    await conn.execute(
        update(sources).where(sources.c.id == source, sources.c.stopped | ~_heard()).values(_ANEW | {"next_at": now})
    )
    link = insert(server_sources).values(guild=guild, source=source, added=now).on_conflict_do_nothing()
    return source, (await conn.execute(link)).rowcount > 0


async def remove_for(conn: AsyncConnection, guild: GuildId, source: SourceId) -> bool:
    """Undo `add_for`; a private feed that nobody else added is polled no longer and dropped with its entries.

    What it said in the server is dropped by `claims.remove_scope` and `stories.remove_scope`, before.
    """
    link = delete(server_sources).where(server_sources.c.guild == guild, server_sources.c.source == source)
    removed = (await conn.execute(link)).rowcount > 0
    await drop_unheard(conn, source)
    return removed


async def drop_unheard(conn: AsyncConnection, source: SourceId | None = None) -> None:
    """Drop the private feeds that no server has added, or this one if it is such, with their entries.

    One that everybody heard once stays, unheard, for the sake of the claims that stand on its entries.
    """
    added = select(server_sources.c.source)
    evidence = select(entries.c.source).join(claims, claims.c.entry == entries.c.id)
    if source is not None:
        evidence = evidence.where(entries.c.source == source)
    unheard = delete(sources).where(~sources.c.public, sources.c.id.not_in(added), sources.c.id.not_in(evidence))
    await conn.execute(unheard if source is None else unheard.where(sources.c.id == source))


async def by_url(conn: AsyncConnection, url: str) -> Source | None:
    """The source with this very URL, whoever hears it: not for showing."""
    row = (await conn.execute(select(sources).where(sources.c.url == url))).one_or_none()
    return _source(row) if row is not None else None


async def of_server(conn: AsyncConnection, guild: GuildId) -> Sequence[Source]:
    """The feeds a server added itself, by name; one that everyone hears by now is among them."""
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
    return (await scopes_of(conn, [source]))[source]


async def scopes_of(conn: AsyncConnection, ids: Collection[SourceId]) -> dict[SourceId, tuple[Scope, ...]]:
    """Where each of these sources is heard."""
    asked = list(ids)
    heard: dict[SourceId, list[Scope]] = {source: [] for source in asked}
    for source in await conn.scalars(select(sources.c.id).where(sources.c.id.in_(asked), sources.c.public)):
        heard[SourceId(source)].append(EVERYONE)
    private = [source for source, scopes in heard.items() if not scopes]
    if private:
        added = await conn.execute(
            select(server_sources.c.source, server_sources.c.guild)
            .join(servers, servers.c.guild == server_sources.c.guild)
            .where(server_sources.c.source.in_(private), servers.c.left.is_(None))
            .order_by(server_sources.c.guild)
        )
        for row in added:
            heard[SourceId(row.source)].append(scope_of(GuildId(row.guild)))
    return {source: tuple(scopes) for source, scopes in heard.items()}


async def claim_due(
    conn: AsyncConnection,
    *,
    now: datetime,
    lease: timedelta,
    limit: int,
    pick: Callable[[Sequence[Source]], Sequence[Source]] | None = None,
) -> Sequence[Source]:
    """Take up to `limit` sources that are due; nobody else gets them until the lease has passed (T1).

    With `pick`, those that it chooses among all that are due (at most `MOST_DUE`, the most overdue first).
    """
    shown = limit if pick is None else MOST_DUE
    rows = await conn.execute(
        select(sources).where(sources.c.next_at <= now, *_polled()).order_by(sources.c.next_at).limit(shown)
    )
    due = [_source(row) for row in rows]
    chosen = due if pick is None else list(pick(due))[:limit]
    # To the millisecond, as it is stored: it is compared with what is read back.
    until = now + lease - timedelta(microseconds=now.microsecond % 1000)
    if chosen:
        ids = [source.id for source in chosen]
        await conn.execute(update(sources).where(sources.c.id.in_(ids)).values(next_at=until, in_hand=True))
    return [replace(source, next_at=until) for source in chosen]


async def next_due(conn: AsyncConnection) -> datetime | None:
    """When the next source is due."""
    due: datetime | None = await conn.scalar(select(func.min(sources.c.next_at)).where(*_polled()))
    return due


async def finish_poll(conn: AsyncConnection, before: Source, after: Source) -> bool:
    """Write back how a poll ended. False when the lease was lost meanwhile: then nothing may be written."""
    return bool(await finish_polls(conn, [(before, after)]))


async def finish_polls(conn: AsyncConnection, polls: Sequence[tuple[Source, Source]]) -> frozenset[SourceId]:
    """Write back how polls ended, each as it was claimed and as it is now. Returns those whose lease was not lost."""
    held = await conn.execute(
        select(sources.c.id, sources.c.next_at).where(sources.c.id.in_([before.id for before, _ in polls]))
    )
    leases = {row.id: row.next_at for row in held}
    written = [(before, after) for before, after in polls if leases.get(before.id) == before.next_at]
    if written:
        await conn.execute(
            update(sources).where(sources.c.id == bindparam("of_source")),
            [{"of_source": before.id, "in_hand": False, **_state(after)} for before, after in written],
        )
    return frozenset(before.id for before, _ in written)


def _state(source: Source) -> dict[str, Any]:
    """The columns that a poll changes."""
    return {
        "next_at": source.next_at,
        "etag": source.validators.etag,
        "last_modified": source.validators.last_modified,
        "body_hash": source.body_hash,
        "first_polled": source.first_polled,
        "last_polled": source.last_polled,
        "last_changed": source.last_changed,
        "failures": source.failures,
        "error": source.error,
        "stopped": source.stopped,
        "reason": source.reason.value,
        "polls": source.polls,
        "ttl": source.pace.ttl,
        "gap": source.pace.gap,
        "skip_hours": source.pace.skip_hours,
        "skip_days": source.pace.skip_days,
        "moved_to": source.move.to,
        "moved_since": source.move.since,
        "settled": source.move.settled,
        "hub": source.hub,
    }


async def release(conn: AsyncConnection, claimed: Iterable[Source], now: datetime) -> None:
    """Give back what was claimed and not polled, so that a restart need not wait for the lease."""
    for source in claimed:
        await conn.execute(
            update(sources)
            .where(sources.c.id == source.id, sources.c.next_at == source.next_at)
            .values(next_at=now, in_hand=False)
        )


async def release_all(conn: AsyncConnection, now: datetime) -> None:
    """Make due what an earlier process had in hand when it ended; only the one watcher of a database may call it."""
    await conn.execute(update(sources).where(sources.c.in_hand).values(next_at=now, in_hand=False))


async def poll_now(conn: AsyncConnection, now: datetime) -> None:
    """Make every source due."""
    await conn.execute(update(sources).where(~sources.c.stopped).values(next_at=now))


async def last_checked(conn: AsyncConnection) -> datetime | None:
    """When a source that everyone hears last answered."""
    checked: datetime | None = await conn.scalar(
        select(func.max(sources.c.last_polled)).where(sources.c.public, sources.c.error.is_(None))
    )
    return checked


def _polled() -> tuple[Any, ...]:
    """What holds of a source that is polled: it has not stopped, and somebody hears it."""
    return ~sources.c.stopped, _heard()


def _heard() -> Any:  # noqa: ANN401 - a condition; SQLAlchemy's own types for it are many
    """Whether everyone hears a source, or a server that is still there."""
    present = (
        select(server_sources.c.source)
        .join(servers, servers.c.guild == server_sources.c.guild)
        .where(server_sources.c.source == sources.c.id, servers.c.left.is_(None))
    )
    return sources.c.public | exists(present)


def _fresh(url: str, now: datetime) -> Any:  # noqa: ANN401 - SQLAlchemy's Insert is not generic here
    return insert(sources).values(url=url, next_at=now, in_hand=False, failures=0, stopped=False)


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
        reason=Reason(row.reason),
        polls=row.polls,
        pace=Pace(ttl=row.ttl, gap=row.gap, skip_hours=row.skip_hours, skip_days=row.skip_days),
        move=Move(to=row.moved_to, since=row.moved_since, settled=row.settled),
        hub=row.hub,
    )
