"""What a sender waits for has an end: a pause that makes no sense, a card that can never be made."""

from __future__ import annotations

import pytest

from bot.cards.card import Card
from bot.delivery.outcome import Refused, Verdict


@pytest.mark.parametrize("verdict", [Verdict.RETRY, Verdict.PAUSE])
async def test_a_senseless_pause_is_cut_to_an_hour(room, verdict):
    await room.track(1)
    await room.tell(1)
    room.will(Refused(verdict, "Discord answered 429", 1e15))
    sender = room.sender()
    await sender.drain()
    room.clock.pass_by(seconds=3_600)
    await sender.drain()
    assert room.posts() == [(1, "Story 1")]


async def test_a_card_that_can_never_be_made_gives_way_to_the_next_one(room):
    await room.track(1)
    await room.tell(1)

    async def compose(lease):
        if lease.delivery.story == 1:
            raise ZeroDivisionError
        return Card(title="fine")

    sender = room.sender(compose=compose)
    for _ in range(20):
        await sender.drain()
        room.clock.pass_by(minutes=5)
    await room.tell(1)
    await sender.drain()
    assert await room.states() == ["dead", "sent"]
    assert room.posts() == [(1, "fine")]
