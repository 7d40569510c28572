"""What each feed showed last time (`bot.model.window`), packed: one row a feed, written whole with every change."""

from __future__ import annotations

import struct
from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.source import SourceId
from bot.model.window import EntryHashes, Shown
from bot.store.tables import windows

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND = timedelta(seconds=1)
# Primary, link, title, content, fingerprint, date in seconds, edits, and which of those that may be missing are there.
_ROW = struct.Struct("<qqqqqqBB")
_LINK, _TITLE, _FINGERPRINT, _MOMENT = 1, 2, 4, 8


async def of(conn: AsyncConnection, asked: Collection[SourceId]) -> dict[SourceId, tuple[Shown, ...]]:
    """What feeds showed last; those that were never read are left out."""
    found = await conn.execute(select(windows.c.source, windows.c.shown).where(windows.c.source.in_(list(asked))))
    return {SourceId(row.source): unpack(row.shown) for row in found}


async def write(conn: AsyncConnection, shown: Mapping[SourceId, Sequence[Shown]]) -> None:
    """Keep what feeds show now."""
    if shown:
        statement = insert(windows)
        await conn.execute(
            statement.on_conflict_do_update(index_elements=["source"], set_={"shown": statement.excluded.shown}),
            [{"source": source, "shown": pack(window)} for source, window in shown.items()],
        )


def pack(shown: Sequence[Shown]) -> bytes:
    """A window as bytes."""
    return b"".join(map(_packed, shown))


def unpack(data: bytes) -> tuple[Shown, ...]:
    """The window again; bytes that are none (of another version) are an empty one."""
    if len(data) % _ROW.size:
        return ()
    return tuple(
        Shown(
            EntryHashes(primary, link if there & _LINK else None, title if there & _TITLE else None),
            content,
            fingerprint if there & _FINGERPRINT else None,
            edits,
            _EPOCH + moment * _SECOND if there & _MOMENT else None,
        )
        for primary, link, title, content, fingerprint, moment, edits, there in _ROW.iter_unpack(data)
    )


def _packed(one: Shown) -> bytes:
    own = one.hashes
    there = (
        _LINK * (own.link is not None)
        | _TITLE * (own.title is not None)
        | _FINGERPRINT * (one.fingerprint is not None)
        | _MOMENT * (one.moment is not None)
    )
    seconds = (one.moment - _EPOCH) // _SECOND if one.moment is not None else 0
    return _ROW.pack(
        own.primary, own.link or 0, own.title or 0, one.content, one.fingerprint or 0, seconds, one.edits, there
    )
