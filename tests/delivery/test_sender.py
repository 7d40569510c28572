from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.cards.card import Card
from bot.delivery.outcome import Refused, Verdict
from bot.delivery.sender import EXPIRES, NONCE_HOLDS
from bot.model.server import ChannelId
from bot.model.show import ShowId
from bot.store import outbox, servers

NO_ANSWER = Refused(Verdict.RETRY, "Discord answered 500")
LOST = "the connection to Discord failed"
FORBIDDEN = Refused(Verdict.PARK, "The bot may not post in the channel.")
TOO_LARGE = Refused(Verdict.DEAD, "Discord refused the message as too large")
BANNED = Refused(Verdict.PAUSE, "this address is banned for a while", 600.0)


async def test_every_story_is_posted_once_in_each_channel(room):
    await room.track(1, 2, 3)
    for channels in ((1, 2, 3), (1, 2), (3,)):
        await room.tell(*channels)
    await room.sender().drain()
    assert sorted(room.posts()) == [
        (1, "Story 1"),
        (1, "Story 2"),
        (2, "Story 1"),
        (2, "Story 2"),
        (3, "Story 1"),
        (3, "Story 3"),
    ]
    assert set(await room.states()) == {"sent"}
    await room.sender().drain()
    assert len(room.discord.tries) == 6


async def test_a_channel_gets_its_stories_in_order(room):
    await room.track(1)
    for _ in range(5):
        await room.tell(1)
        room.clock.pass_by(seconds=1)
    await room.sender().drain()
    assert room.posts() == [(1, f"Story {number}") for number in range(1, 6)]


async def test_a_post_whose_answer_was_lost_is_not_posted_again(room):
    await room.track(1)
    await room.tell(1)
    room.will(LOST)
    sender = room.sender()
    await sender.drain()
    assert await room.states() == ["open"]
    room.clock.pass_by(seconds=3)
    await sender.drain()
    assert room.posts() == [(1, "Story 1")]
    assert await room.states() == ["sent"]
    assert len({code for _, code in room.discord.tries}) == 1
    assert room.discord.searches == []


async def test_a_post_whose_nonce_has_expired_is_looked_for_in_the_channel(room):
    await room.track(1)
    await room.tell(1)
    room.will(LOST)
    sender = room.sender()
    await sender.drain()
    room.clock.pass_by(minutes=30)
    await sender.drain()
    assert room.posts() == [(1, "Story 1")]
    assert await room.states() == ["sent"]
    assert len(room.discord.searches) == len(room.discord.tries) == 1


async def test_what_is_not_found_there_is_posted(room):
    await room.track(1)
    await room.tell(1)
    room.will(NO_ANSWER)
    sender = room.sender()
    await sender.drain()
    room.clock.now += NONCE_HOLDS + timedelta(seconds=1)
    await sender.drain()
    assert len(room.discord.searches) == 1
    assert room.posts() == [(1, "Story 1")]


async def test_without_the_right_to_read_it_is_posted_all_the_same(room):
    await room.track(1)
    await room.tell(1)
    room.will(NO_ANSWER)
    room.discord.history_allowed = False
    sender = room.sender()
    await sender.drain()
    room.clock.pass_by(minutes=30)
    await sender.drain()
    assert await room.states() == ["sent"]


async def test_a_sender_killed_in_the_middle_of_a_post_leaves_it_to_the_next(room):
    await room.track(1)
    await room.tell(1)
    room.discord.gate = asyncio.Event()
    first = asyncio.create_task(room.sender().run())
    await room.discord.held.wait()
    first.cancel()
    await asyncio.gather(first, return_exceptions=True)
    assert await room.states() == ["open"]

    room.discord.gate = None
    room.clock.pass_by(seconds=20)
    second = room.sender()
    running = asyncio.create_task(second.run())
    await room.discord.until(lambda: len(room.discord.tries) == 2)
    await second.stop(1.0)
    await running
    assert room.posts() == [(1, "Story 1")]
    assert len(room.discord.tries) == 2


async def test_a_sender_that_stops_lets_a_post_end(room):
    await room.track(1)
    await room.tell(1)
    await room.tell(1)
    room.discord.gate = asyncio.Event()
    sender = room.sender()
    running = asyncio.create_task(sender.run())
    await room.discord.held.wait()
    stopping = asyncio.create_task(sender.stop(5.0))
    await asyncio.sleep(0)
    room.discord.gate.set()
    await stopping
    await running
    assert await room.states() == ["sent", "open"]


async def test_a_sender_that_stops_does_not_wait_for_ever(room):
    await room.track(1)
    await room.tell(1)
    room.discord.gate = asyncio.Event()
    sender = room.sender()
    running = asyncio.create_task(sender.run())
    await room.discord.held.wait()
    await sender.stop(0.001)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert await room.states() == ["open"]


async def test_a_slow_channel_holds_up_no_other(room):
    await room.track(1, 2)
    await room.tell(1)
    room.discord.gate = asyncio.Event()
    sender = room.sender()
    running = asyncio.create_task(sender.run())
    await room.discord.held.wait()
    gate, room.discord.gate = room.discord.gate, None
    await room.tell(2)
    sender.wake()
    await room.discord.until(lambda: (2, "Story 2") in room.posts())
    gate.set()
    await sender.stop(1.0)
    await running
    assert set(await room.states()) == {"sent"}


async def test_a_refused_message_makes_way(room):
    await room.track(1)
    await room.tell(1)
    await room.tell(1)
    room.will(TOO_LARGE)
    await room.sender().drain()
    assert room.posts() == [(1, "Story 2")]
    assert await room.states() == ["dead", "sent"]
    assert (await room.errors())[0] == TOO_LARGE.reason


async def test_a_forbidden_channel_is_parked_and_its_stories_wait(room):
    await room.track(1, 2)
    await room.tell(1, 2)
    await room.tell(1)
    room.discord.refusals[ChannelId(1)] = FORBIDDEN
    sender = room.sender()
    await sender.drain()
    await sender.drain()
    assert room.posts() == [(2, "Story 1")]
    assert [channel for channel, _ in room.discord.tries].count(1) == 1
    assert [c.parked for c in await room.do(servers.parked, 100)] == [FORBIDDEN.reason]
    room.discord.refusals.clear()
    room.clock.pass_by(hours=1)
    await room.do(servers.unpark, ChannelId(1), room.clock())
    await sender.drain()
    assert sorted(room.posts()) == [(1, "Story 1"), (1, "Story 2"), (2, "Story 1")]
    # It was refused for certain, so there was nothing to look for.
    assert room.discord.searches == []


async def test_a_failing_channel_is_tried_less_and_less_often(room):
    await room.track(1)
    await room.tell(1)
    room.discord.refusals[ChannelId(1)] = NO_ANSWER
    sender = room.sender()
    pauses = []
    for _ in range(11):
        await sender.drain()
        async with room.store.read() as conn:
            again = await outbox.next_due(conn)
        pauses.append((again - room.clock()).total_seconds())
        room.clock.now = again
    assert pauses == [2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]


async def test_discord_decides_how_long_to_wait(room):
    await room.track(1)
    await room.tell(1)
    room.will(Refused(Verdict.RETRY, "Discord answered 429", 42.0))
    sender = room.sender()
    await sender.drain()
    room.clock.pass_by(seconds=41)
    await sender.drain()
    assert room.posts() == []
    room.clock.pass_by(seconds=1)
    await sender.drain()
    assert room.posts() == [(1, "Story 1")]


async def test_a_ban_stops_all_channels_for_its_time(room):
    await room.track(1, 2)
    await room.tell(1)
    room.will(BANNED)
    sender = room.sender()
    await sender.drain()
    await room.tell(2)
    await sender.drain()
    assert len(room.discord.tries) == 1
    room.clock.pass_by(seconds=601)
    await sender.drain()
    assert sorted(room.posts()) == [(1, "Story 1"), (2, "Story 2")]


async def test_what_waited_through_a_long_outage_is_not_posted_at_its_end(room):
    await room.track(1)
    await room.tell(1)
    room.clock.now += EXPIRES + timedelta(minutes=1)
    fresh = await room.tell(1)
    sender = room.sender()
    running = asyncio.create_task(sender.run())
    await room.discord.until(room.posts)
    await sender.stop(1.0)
    await running
    assert room.posts() == [(1, f"Story {fresh}")]
    assert await room.states() == ["dead", "sent"]


async def test_a_story_that_is_gone_is_given_up(room):
    await room.track(1)
    await room.tell(1)
    await room.tell(1)

    async def compose(lease):
        return None if lease.delivery.story == 1 else Card(title="Story 2")

    await room.sender(compose=compose).drain()
    assert room.posts() == [(1, "Story 2")]
    assert await room.states() == ["dead", "sent"]


async def test_a_card_that_cannot_be_made_holds_up_its_channel_alone(room):
    await room.track(1, 2)
    await room.tell(1)
    await room.tell(2)

    async def compose(lease):
        if lease.delivery.channel == 1:
            raise ZeroDivisionError
        return Card(title="fine")

    sender = room.sender(compose=compose)
    await sender.drain()
    assert room.posts() == [(2, "fine")]
    assert await room.states() == ["open", "sent"]
    room.clock.pass_by(hours=1)
    await sender.drain()
    assert await room.states() == ["open", "sent"]


async def test_what_is_no_longer_tracked_is_not_posted(room):
    await room.track(1)
    await room.tell(1)
    await room.do(outbox.cancel, [ChannelId(1)], ShowId("heartstopper"))
    await room.sender().drain()
    assert room.posts() == []


async def test_a_waiting_sender_wakes_for_news(room):
    await room.track(1)
    sender = room.sender()
    running = asyncio.create_task(sender.run())
    for _ in range(20):
        await asyncio.sleep(0)
    await room.tell(1)
    sender.wake()
    await room.discord.until(room.posts)
    await sender.stop(1.0)
    await running
    assert await room.states() == ["sent"]


async def test_two_senders_post_nothing_twice(room):
    await room.track(*range(1, 7))
    for _ in range(3):
        await room.tell(*range(1, 7))
    await asyncio.gather(room.sender().drain(), room.sender().drain())
    assert len(room.posts()) == len(set(room.posts())) == 18


async def test_a_store_that_fails_ends_the_sender_for_its_supervisor_to_see(room):
    await room.track(1)
    await room.tell(1)

    def broken():
        raise OSError("no time left")

    with pytest.raises(OSError, match="no time left"):
        await room.sender(clock=broken).run()


async def test_a_worker_that_dies_ends_the_sender(room):
    await room.track(1)
    await room.tell(1)
    sender = room.sender(random=lambda: 1 / 0)
    room.will(NO_ANSWER)
    with pytest.raises(ZeroDivisionError):
        await sender.run()
