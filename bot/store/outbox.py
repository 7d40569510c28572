"""The outbox: deliveries on their way, and the claim by which one sender at a time works on a channel.

A channel's `next_at` is lease, back-off and fence at once. A delivery's nonce is written before its first try and never
changes, so that Discord can tell a repeat from a second message.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, bindparam, case, func, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.delivery import Alert, Delivery, DeliveryId, DeliveryState, MessageId
from bot.model.server import ChannelId, RoleId
from bot.model.show import ShowId
from bot.model.source import GuildId
from bot.model.story import StoryId
from bot.store.tables import channels, deliveries, servers, stories, tracks

_OPEN = deliveries.c.state == DeliveryState.OPEN.value
_MOST_ASKED = 10_000
"""Values in one list of a statement; SQLite takes 32,766."""


@dataclass(frozen=True, slots=True)
class Lease:
    """A delivery that one sender has to itself until `token`; the token is the fence for what it writes back."""

    delivery: Delivery
    guild: GuildId
    token: datetime
    first: bool
    """Whether this is the first try of which nobody knows how it ended."""


async def add(conn: AsyncConnection, story: StoryId, alerts: Iterable[Alert], now: datetime) -> int:
    """Put a story into the outbox for each channel; returns how many were not there yet."""
    rows = [{"channel": alert.channel, "due": alert.due} for alert in alerts]
    if not rows:
        return 0
    statement = insert(deliveries).values(
        story=story,
        channel=bindparam("channel"),
        state=DeliveryState.OPEN.value,
        due=bindparam("due"),
        attempts=0,
        made=now,
    )
    return (await conn.execute(statement.on_conflict_do_nothing(), rows)).rowcount


async def claim(
    conn: AsyncConnection, *, now: datetime, lease: timedelta, make_nonce: Callable[[DeliveryId], str]
) -> Lease | None:
    """Take a channel that may be sent to, and the delivery to send there: the cut-off one first, else the next (T3)."""
    row = (await conn.execute(cut_off(now))).one_or_none() or (await conn.execute(waiting(now))).one_or_none()
    if row is None:
        return None
    token = now + lease
    nonce = row.nonce or make_nonce(DeliveryId(row.id))
    first_try = row.first_try or now
    await conn.execute(update(channels).where(channels.c.id == row.channel).values(next_at=token))
    await conn.execute(
        update(deliveries)
        .where(deliveries.c.id == row.id)
        .values(nonce=nonce, first_try=first_try, attempts=row.attempts + 1)
    )
    delivery = Delivery(
        id=DeliveryId(row.id),
        story=StoryId(row.story),
        channel=ChannelId(row.channel),
        role=RoleId(row.role) if row.role is not None else None,
        nonce=nonce,
        first_try=first_try,
        attempts=row.attempts + 1,
    )
    return Lease(delivery, GuildId(row.guild), token, first=row.first_try is None)


async def sent(conn: AsyncConnection, lease: Lease, message: MessageId, now: datetime) -> None:
    """The post is there; its channel is free again (T4). Recorded even when the lease was lost: it is the truth."""
    await conn.execute(
        update(deliveries)
        .where(deliveries.c.id == lease.delivery.id)
        .values(state=DeliveryState.SENT.value, message=message, error=None)
    )
    await _free(conn, lease, now)


async def dead(conn: AsyncConnection, lease: Lease, error: str, now: datetime) -> None:
    """The message can never be posted; the next one may (T4)."""
    await conn.execute(
        update(deliveries)
        .where(deliveries.c.id == lease.delivery.id, _OPEN)
        .values(state=DeliveryState.DEAD.value, error=error)
    )
    await _free(conn, lease, now)


async def retry(conn: AsyncConnection, lease: Lease, error: str, at: datetime) -> None:
    """It may or may not be posted: the same delivery, with the same nonce, again at `at` (T4)."""
    await conn.execute(update(deliveries).where(deliveries.c.id == lease.delivery.id, _OPEN).values(error=error))
    await _free(conn, lease, at)


async def park(conn: AsyncConnection, lease: Lease, reason: str, now: datetime) -> None:
    """Nothing can be posted in the channel until someone mends it; its deliveries wait (T4).

    The delivery in hand was refused, so it counts as never tried, unless an earlier try may have posted it. A channel
    that was mended meanwhile is tried again instead.
    """
    facts: dict[str, Any] = {"error": reason, **({"first_try": None} if lease.first else {})}
    await conn.execute(update(deliveries).where(deliveries.c.id == lease.delivery.id, _OPEN).values(**facts))
    await conn.execute(
        update(channels)
        .where(channels.c.id == lease.delivery.channel, channels.c.next_at == lease.token)
        .values(parked=reason, next_at=now)
    )


async def next_due(conn: AsyncConnection) -> datetime | None:
    """When something can be sent next, if anything waits."""
    ready = case((channels.c.next_at > deliveries.c.due, channels.c.next_at), else_=deliveries.c.due)
    statement = select(func.min(ready).label("due")).select_from(_waiting()).where(*_RECEIVING)
    due: datetime | None = await conn.scalar(statement)
    return due


async def release_all(conn: AsyncConnection, now: datetime) -> None:
    """Free every channel that an earlier process held; only the one sender of a database may call it, at its start."""
    await conn.execute(update(channels).where(channels.c.next_at > now).values(next_at=now))


async def expire(conn: AsyncConnection, made_before: datetime) -> int:
    """Give up on what waited too long to be news: a parked channel, a long outage, a post that never succeeds."""
    return (
        await conn.execute(
            update(deliveries)
            .where(_OPEN, deliveries.c.made < made_before)
            .values(state=DeliveryState.DEAD.value, error="waited too long")
        )
    ).rowcount


async def cancel(conn: AsyncConnection, ids: Collection[ChannelId], show: ShowId) -> None:
    """Give up on what was not tried yet: the channels no longer track the show."""
    about = select(stories.c.id).where(stories.c.show == show)
    await conn.execute(
        update(deliveries)
        .where(
            _OPEN,
            deliveries.c.first_try.is_(None),
            deliveries.c.channel.in_(list(ids)),
            deliveries.c.story.in_(about),
        )
        .values(state=DeliveryState.DEAD.value, error="no longer tracked")
    )


async def pending(conn: AsyncConnection) -> int:
    """How many deliveries wait in channels that can receive them."""
    return await conn.scalar(select(func.count()).select_from(_waiting()).where(*_RECEIVING)) or 0


async def delivered(conn: AsyncConnection, ids: Collection[StoryId]) -> Mapping[StoryId, frozenset[ChannelId]]:
    """The channels that each of these stories goes or went to."""
    rows = await conn.execute(
        select(deliveries.c.story, deliveries.c.channel).where(
            deliveries.c.story.in_(list(ids)), deliveries.c.state != DeliveryState.DEAD.value
        )
    )
    found: dict[StoryId, set[ChannelId]] = {}
    for row in rows:
        found.setdefault(StoryId(row.story), set()).add(ChannelId(row.channel))
    return {story: frozenset(where) for story, where in found.items()}


async def made_since(conn: AsyncConnection, ids: Collection[ChannelId], since: datetime) -> Mapping[ChannelId, int]:
    """How many deliveries each of these channels got since."""
    asked, made = list(ids), {}
    for start in range(0, len(asked), _MOST_ASKED):
        rows = await conn.execute(
            select(deliveries.c.channel, func.count().label("made"))
            .where(deliveries.c.channel.in_(asked[start : start + _MOST_ASKED]), deliveries.c.made >= since)
            .group_by(deliveries.c.channel)
        )
        made.update({ChannelId(row.channel): row.made for row in rows})
    return made


_RECEIVING = (_OPEN, channels.c.parked.is_(None), servers.c.left.is_(None))


def _waiting() -> Any:  # noqa: ANN401 - a join has no public generic type
    return deliveries.join(channels, channels.c.id == deliveries.c.channel).join(
        servers, servers.c.guild == channels.c.guild
    )


def cut_off(now: datetime) -> Select[Any]:
    """The delivery whose last try nobody knows the end of, in a channel that may be sent to: the oldest try."""
    # "Tried before now" rather than "is not null": a range that an index has in order.
    tried = deliveries.c.first_try <= now
    return _sendable(now).where(tried).order_by(deliveries.c.first_try, deliveries.c.id).limit(1)


def waiting(now: datetime) -> Select[Any]:
    """The delivery that has waited longest in a channel that may be sent to."""
    return _sendable(now).order_by(deliveries.c.due, deliveries.c.id).limit(1)


def _sendable(now: datetime) -> Select[Any]:
    role = (
        select(tracks.c.role)
        .join(stories, stories.c.show == tracks.c.show)
        .where(tracks.c.channel == deliveries.c.channel, stories.c.id == deliveries.c.story)
        .scalar_subquery()
    )
    return (
        select(deliveries, channels.c.guild, role.label("role"))
        .select_from(_waiting())
        .where(*_RECEIVING, channels.c.next_at <= now, deliveries.c.due <= now)
    )


async def _free(conn: AsyncConnection, lease: Lease, at: datetime) -> None:
    await conn.execute(
        update(channels)
        .where(channels.c.id == lease.delivery.channel, channels.c.next_at == lease.token)
        .values(next_at=at)
    )
