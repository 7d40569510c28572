"""Small facts about this database itself: its random name, the hash of the commands last synced."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.tables import meta


async def get(conn: AsyncConnection, key: str) -> str | None:
    """What is kept under this key."""
    return (await conn.execute(select(meta.c.value).where(meta.c.key == key))).scalar_one_or_none()


async def put(conn: AsyncConnection, key: str, value: str) -> None:
    """Keep a value under this key, in place of an earlier one."""
    statement = insert(meta).values(key=key, value=value)
    await conn.execute(statement.on_conflict_do_update(index_elements=[meta.c.key], set_={"value": value}))


async def get_or_set(conn: AsyncConnection, key: str, value: str) -> str:
    """What is kept under this key; `value` is kept when nothing is."""
    await conn.execute(insert(meta).values(key=key, value=value).on_conflict_do_nothing())
    return await get(conn, key) or value
