"""The entries that feeds brought, kept so that a show tracked tomorrow has a past."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.entry import Entry, EntryId
from bot.model.source import SourceId, Tier
from bot.store.tables import entries

_AT_A_TIME = 200


async def add(conn: AsyncConnection, entry: Entry, now: datetime) -> Entry:
    """Store an entry; it comes back with its id."""
    result = await conn.execute(insert(entries).values(_row(entry, now)))
    key = result.inserted_primary_key
    return replace(entry, id=EntryId(key[0] if key else 0))


async def add_all(conn: AsyncConnection, added: Sequence[Entry], now: datetime) -> None:
    """Store entries whose ids nobody needs."""
    if added:
        await conn.execute(insert(entries), [_row(entry, now) for entry in added])


async def edit(conn: AsyncConnection, entry: Entry) -> EntryId | None:
    """Write what an entry says now; which one it is tells its `primary` hash. None where it is stored no longer."""
    same = entries.c.source == entry.source, entries.c.primary == entry.primary
    key = await conn.scalar(select(entries.c.id).where(*same).order_by(entries.c.id.desc()).limit(1))
    if key is None:
        return None
    texts = {name: getattr(entry, name) for name in ("url", "title", "summary", "content", "image")}
    await conn.execute(update(entries).where(entries.c.id == key).values(tags=list(entry.tags), **texts))
    return EntryId(key)


async def naming(conn: AsyncConnection, words: Collection[str], since: datetime, *, limit: int) -> Sequence[Entry]:
    """The newest stored entries of every source in which one of these words stands, oldest first.

    Not for an autocomplete: it reads through the texts.
    """
    texts = (entries.c.title, entries.c.summary, entries.c.content)
    named = or_(*(text.icontains(word, autoescape=True) for word in words for text in texts))
    return await _newest(conn, named, since, limit)


async def of_source(conn: AsyncConnection, source: SourceId, since: datetime, *, limit: int) -> Sequence[Entry]:
    """The newest stored entries of one source, oldest first."""
    return await _newest(conn, entries.c.source == source, since, limit)


async def still(conn: AsyncConnection, ids: Collection[EntryId]) -> frozenset[EntryId]:
    """Which of these entries are stored."""
    return frozenset(EntryId(i) for i in await conn.scalars(select(entries.c.id).where(entries.c.id.in_(list(ids)))))


async def forget(conn: AsyncConnection, before: datetime, evidence: Any) -> int:  # noqa: ANN401 - a select of ids
    """Drop entries stored before, but for those that `evidence` (a select of entry ids) names."""
    statement = delete(entries).where(entries.c.stored < before, entries.c.id.not_in(evidence))
    return (await conn.execute(statement)).rowcount


async def _newest(conn: AsyncConnection, where: Any, since: datetime, limit: int) -> Sequence[Entry]:  # noqa: ANN401
    rows = await conn.execute(
        select(entries)
        .where(where, entries.c.published >= since)
        .order_by(entries.c.published.desc(), entries.c.id.desc())
        .limit(limit)
    )
    found: list[Entry] = []
    for part in rows.partitions(_AT_A_TIME):
        found.extend(map(_entry, part))
        # Two thousand rows at a stretch would hold up the event loop.
        await asyncio.sleep(0)
    return found[::-1]


def _row(entry: Entry, now: datetime) -> dict[str, Any]:
    return {
        "source": entry.source,
        "outlet": entry.outlet,
        "tier": entry.tier.value,
        "url": entry.url,
        "title": entry.title,
        "published": entry.published,
        "summary": entry.summary,
        "content": entry.content,
        "tags": list(entry.tags),
        "image": entry.image,
        "primary": entry.primary,
        "stored": now,
    }


def _entry(row: Row[Any]) -> Entry:
    return Entry(
        id=EntryId(row.id),
        source=SourceId(row.source),
        outlet=row.outlet,
        tier=Tier(row.tier),
        url=row.url,
        title=row.title,
        published=row.published,
        summary=row.summary,
        content=row.content,
        tags=tuple(row.tags),
        image=row.image,
        primary=row.primary,
    )
