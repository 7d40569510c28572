"""The evidence: claims are added and never changed; they go only when the entry that they stand on goes or is edited.

A server's own sources speak in that server's scope only.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, Select, delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.claim import Certainty, Claim, Kind
from bot.model.entry import EntryId
from bot.model.show import ShowId
from bot.model.source import EVERYONE, Scope, SourceId, Tier
from bot.store.tables import claims, entries


async def add(conn: AsyncConnection, scope: Scope, claim: Claim) -> None:
    """Store a claim; an entry makes the same claim once.

    Its tier is the entry's, but for a claim that is not to be trusted though its outlet is.
    """
    await conn.execute(
        insert(claims)
        .values(
            scope=scope,
            show=claim.show,
            kind=claim.kind.value,
            season=claim.season,
            certainty=claim.certainty.value,
            happened=claim.happened,
            when=claim.when,
            by=claim.by,
            slot=claim.slot,
            background=claim.background,
            sentence=claim.sentence,
            rule=claim.rule,
            entry=claim.entry,
            tier=claim.tier.value if claim.tier is Tier.SPECULATIVE else None,
        )
        .on_conflict_do_nothing()
    )


async def about(conn: AsyncConnection, show: ShowId, scope: Scope) -> Sequence[Claim]:
    """Every claim about a show that a scope may see, oldest happening first."""
    rows = await conn.execute(
        select(claims, entries.c.outlet, entries.c.tier.label("outlet_tier"), entries.c.url)
        .join(entries, entries.c.id == claims.c.entry)
        .where(claims.c.show == show, claims.c.scope.in_({EVERYONE, scope}))
        .order_by(claims.c.happened, claims.c.id)
    )
    return [_claim(row) for row in rows]


async def remove_scope(conn: AsyncConnection, scope: Scope, source: SourceId) -> None:
    """Drop what a source said in one server, when that server hears it no longer."""
    said = select(entries.c.id).where(entries.c.source == source)
    await conn.execute(delete(claims).where(claims.c.scope == scope, claims.c.entry.in_(said)))


async def retract(conn: AsyncConnection, entry: EntryId) -> None:
    """Drop what an entry said before it was edited; what it says now is added after."""
    await conn.execute(delete(claims).where(claims.c.entry == entry))


def evidence() -> Select[tuple[int]]:
    """The ids of the entries that a claim stands on."""
    return select(claims.c.entry)


def _claim(row: Row[Any]) -> Claim:
    return Claim(
        show=ShowId(row.show),
        kind=Kind(row.kind),
        certainty=Certainty(row.certainty),
        happened=row.happened,
        season=row.season,
        when=row.when,
        by=row.by,
        slot=row.slot,
        background=row.background,
        sentence=row.sentence,
        rule=row.rule,
        entry=EntryId(row.entry),
        outlet=row.outlet,
        tier=Tier(row.tier or row.outlet_tier),
        url=row.url,
    )
