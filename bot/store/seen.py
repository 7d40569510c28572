"""The hashes of every entry a source has shown; they outlive the feed's own list by far."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.source import SourceId
from bot.store.tables import seen

_AT_A_TIME = 500


async def hashes(conn: AsyncConnection, asked: Mapping[SourceId, Collection[int]]) -> dict[SourceId, frozenset[int]]:
    """Which of these entry hashes each source has shown before."""
    found: dict[SourceId, set[int]] = {source: set() for source in asked}
    for part in _parts(asked):
        wanted = sorted({value for values in part.values() for value in values})
        known = select(seen.c.source, seen.c.hash).where(seen.c.source.in_(list(part)), seen.c.hash.in_(wanted))
        for row in await conn.execute(known):
            # What two sources share by chance, or because one is the other's copy, was asked for each by itself.
            if row.hash in part[SourceId(row.source)]:
                found[SourceId(row.source)].add(row.hash)
    return {source: frozenset(values) for source, values in found.items()}


def _parts(asked: Mapping[SourceId, Collection[int]]) -> Iterator[dict[SourceId, Collection[int]]]:
    """The question in parts, each with few enough hashes for one statement."""
    part: dict[SourceId, Collection[int]] = {}
    size = 0
    for source, values in asked.items():
        if len(values) > _AT_A_TIME:
            every = list(values)
            for start in range(0, len(every), _AT_A_TIME):
                yield {source: frozenset(every[start : start + _AT_A_TIME])}
            continue
        if size + len(values) > _AT_A_TIME:
            yield part
            part, size = {}, 0
        part[source] = values
        size += len(values)
    if size:
        yield part


async def mark(conn: AsyncConnection, shown: Mapping[SourceId, Collection[int]], now: datetime) -> None:
    """Remember that sources show entries with these hashes, or did until now."""
    rows = [
        {"source": source, "hash": value, "last_shown": now}
        for source, values in shown.items()
        for value in sorted(values)
    ]
    if not rows:
        return
    statement = insert(seen)
    renewed = statement.on_conflict_do_update(
        index_elements=[seen.c.source, seen.c.hash], set_={"last_shown": statement.excluded.last_shown}
    )
    await conn.execute(renewed, rows)


async def forget(conn: AsyncConnection, before: datetime) -> int:
    """Forget entries that no feed has shown since; far longer than any feed keeps them."""
    return (await conn.execute(delete(seen).where(seen.c.last_shown < before))).rowcount
