"""The shows that are read for: those of the catalogue that somebody watches, and those that one server named itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.show import Show, ShowId
from bot.model.source import Scope
from bot.store.tables import shows


async def watched(conn: AsyncConnection) -> Sequence[tuple[Scope, Show]]:
    """Every show that is read for, with the scope that knows it."""
    return [(Scope(row.scope), _show(row)) for row in await conn.execute(select(shows).order_by(shows.c.watched))]


async def watch(conn: AsyncConnection, show: Show, scope: Scope, now: datetime) -> bool:
    """Read for a show from now on; its facts are brought up to date. False when it was read for already."""
    facts: dict[str, Any] = {
        "name": show.name,
        "aliases": list(show.aliases),
        "year": show.year,
        "country": show.country,
        "network": show.network,
        "people": list(show.people),
    }
    known = await conn.scalar(select(shows.c.id).where(shows.c.id == show.id))
    statement = insert(shows).values(id=show.id, scope=scope, watched=now, **facts)
    await conn.execute(statement.on_conflict_do_update(index_elements=[shows.c.id], set_=facts))
    return known is None


async def forget(conn: AsyncConnection, show: ShowId, scope: Scope) -> None:
    """Read no longer for a show that only this scope knows."""
    await conn.execute(delete(shows).where(shows.c.id == show, shows.c.scope == scope))


def _show(row: Row[Any]) -> Show:
    return Show(
        id=ShowId(row.id),
        name=row.name,
        aliases=tuple(row.aliases),
        year=row.year,
        country=row.country,
        network=row.network,
        people=tuple(row.people),
    )
