"""The history of the sources' health: each change is an event, kept for a season of the year."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.health import HealthEvent, HealthKind
from bot.model.source import SourceId
from bot.store.tables import health_events

_SELDOM = frozenset({HealthKind.MOVING, HealthKind.BRAKED})
SELDOM = timedelta(days=7)
"""What a feed may do with every poll is told once in so long."""


async def add(conn: AsyncConnection, events: Iterable[HealthEvent]) -> None:
    """Keep events."""
    kept = [one for one in events if one.kind not in _SELDOM or not await _told(conn, one)]
    if kept:
        rows = [{"source": one.source, "at": one.at, "kind": one.kind.value, "text": one.text} for one in kept]
        await conn.execute(insert(health_events), rows)


async def _told(conn: AsyncConnection, event: HealthEvent) -> bool:
    """Whether the same was told of the source lately."""
    earlier = select(health_events.c.id).where(
        health_events.c.source == event.source,
        health_events.c.kind == event.kind.value,
        health_events.c.at > event.at - SELDOM,
    )
    return await conn.scalar(earlier.limit(1)) is not None


async def recent(conn: AsyncConnection, sources: Collection[SourceId], limit: int) -> Sequence[HealthEvent]:
    """The newest events of these sources, newest first."""
    found = await conn.execute(
        select(health_events)
        .where(health_events.c.source.in_(list(sources)))
        .order_by(health_events.c.at.desc(), health_events.c.id.desc())
        .limit(limit)
    )
    return [
        HealthEvent(source=SourceId(row.source), at=row.at, kind=HealthKind(row.kind), text=row.text) for row in found
    ]


async def forget(conn: AsyncConnection, before: datetime) -> int:
    """Drop what happened before."""
    return (await conn.execute(delete(health_events).where(health_events.c.at < before))).rowcount
