"""The stories and the reports they are made of, each in the scope that may see it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, func, insert, literal, select, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.claim import Certainty, Kind
from bot.model.entry import EntryId
from bot.model.reading import StoryKey
from bot.model.show import ShowId
from bot.model.source import EVERYONE, Scope, SourceId, Tier
from bot.model.story import Report, Story, StoryId
from bot.store.tables import entries, reports, stories


async def create(conn: AsyncConnection, story: Story) -> StoryId:
    """Store a story without its reports. One that opened at the same instant with the same key is the same story."""
    key = story.key
    found = await conn.scalar(
        select(stories.c.id).where(
            stories.c.scope == story.scope,
            stories.c.show == key.show,
            stories.c.kind == key.kind.value,
            # As a value of the column: a plain None would ask for NULL, which is not how "no season" is kept.
            stories.c.season == literal(key.season, stories.c.season.type),
            stories.c.slot == key.slot,
            stories.c.opened == story.opened,
        )
    )
    if found is not None:
        return StoryId(found)
    result = await conn.execute(
        insert(stories).values(
            scope=story.scope,
            show=key.show,
            kind=key.kind.value,
            season=key.season,
            slot=key.slot,
            certainty=story.certainty.value,
            when=story.when,
            by=story.by,
            headline=story.headline,
            summary=story.summary,
            opened=story.opened,
            latest=story.latest,
        )
    )
    new = result.inserted_primary_key
    return StoryId(new[0] if new else 0)


async def update_from(conn: AsyncConnection, story: Story) -> None:
    """Write what a further report may change: certainty and the newest date."""
    await conn.execute(
        update(stories)
        .where(stories.c.id == story.id)
        .values(certainty=story.certainty.value, opened=story.opened, latest=story.latest)
    )


async def add_report(conn: AsyncConnection, story: StoryId, entry: EntryId, scope: Scope) -> None:
    """Add an outlet's entry to a story, as seen in one scope."""
    await conn.execute(upsert(reports).values(story=story, entry=entry, scope=scope).on_conflict_do_nothing())


async def recent(conn: AsyncConnection, shows: Collection[ShowId], since: datetime) -> Sequence[Story]:
    """Stories of these shows in every scope whose newest report is not older, without their reports."""
    rows = await conn.execute(
        select(stories).where(stories.c.show.in_(list(shows)), stories.c.latest >= since).order_by(stories.c.id)
    )
    return [_story(row, ()) for row in rows]


async def count(conn: AsyncConnection, show: ShowId, scope: Scope) -> int:
    """How many stories of a show a scope may see."""
    return await conn.scalar(select(func.count()).select_from(stories).where(*_seen_in(show, scope))) or 0


async def page(conn: AsyncConnection, show: ShowId, scope: Scope, *, offset: int, limit: int) -> Sequence[Story]:
    """Stories of a show that a scope may see, newest first, with the reports it may see."""
    rows = (
        await conn.execute(
            select(stories)
            .where(*_seen_in(show, scope))
            .order_by(stories.c.latest.desc(), stories.c.id.desc())
            .offset(offset)
            .limit(limit)
        )
    ).all()
    told = await _reports(conn, [row.id for row in rows], {EVERYONE, scope})
    return [_story(row, told.get(row.id, ())) for row in rows]


async def get(conn: AsyncConnection, story: StoryId, scope: Scope) -> Story | None:
    """One story with the reports that a scope may see; None when it may not see the story."""
    mine = (stories.c.id == story, stories.c.scope.in_({EVERYONE, scope}))
    row = (await conn.execute(select(stories).where(*mine))).one_or_none()
    if row is None:
        return None
    told = await _reports(conn, [story], {EVERYONE, scope})
    return _story(row, told.get(story, ()))


async def remove_scope(conn: AsyncConnection, scope: Scope, source: SourceId) -> None:
    """Drop what one server's source reported there, and that server's stories that nobody reports any more."""
    said = select(entries.c.id).where(entries.c.source == source)
    await conn.execute(delete(reports).where(reports.c.scope == scope, reports.c.entry.in_(said)))
    await conn.execute(delete(stories).where(stories.c.scope == scope, stories.c.id.not_in(select(reports.c.story))))


def _seen_in(show: ShowId, scope: Scope) -> tuple[Any, ...]:
    return stories.c.show == show, stories.c.scope.in_({EVERYONE, scope})


async def _reports(
    conn: AsyncConnection, ids: Sequence[int], scopes: Collection[int]
) -> Mapping[int, tuple[Report, ...]]:
    if not ids:
        return {}
    rows = await conn.execute(
        select(reports.c.story, entries)
        .join(entries, entries.c.id == reports.c.entry)
        .where(reports.c.story.in_(ids), reports.c.scope.in_(scopes))
        .order_by(entries.c.published, entries.c.id)
    )
    told: dict[int, list[Report]] = {}
    for row in rows:
        report = Report(
            entry=EntryId(row.id),
            outlet=row.outlet,
            tier=Tier(row.tier),
            title=row.title,
            url=row.url,
            published=row.published,
            image=row.image,
        )
        found = told.setdefault(row.story, [])
        if report not in found:
            found.append(report)
    return {story: tuple(found) for story, found in told.items()}


def _story(row: Row[Any], told: tuple[Report, ...]) -> Story:
    return Story(
        id=StoryId(row.id),
        scope=Scope(row.scope),
        key=StoryKey(ShowId(row.show), Kind(row.kind), row.season, row.slot),
        certainty=Certainty(row.certainty),
        when=row.when,
        by=row.by,
        headline=row.headline,
        summary=row.summary,
        opened=row.opened,
        latest=row.latest,
        reports=told,
    )
