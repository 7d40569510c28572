from __future__ import annotations

from datetime import timedelta

from bot.model.delivery import Alert, DeliveryState, MessageId
from bot.model.server import ChannelId
from bot.model.show import ShowId
from bot.store import outbox, servers
from bot.store.tables import channels, deliveries

MINUTE = timedelta(minutes=1)


async def states(kept):
    return [row.state for row in await kept.rows(deliveries)]


async def test_a_delivery_is_claimed_with_what_its_post_needs(kept, now):
    await kept.track(1, role=7)
    story = await kept.deliver(1)
    lease = await kept.claim(now)
    delivery = lease.delivery
    assert (delivery.story, delivery.channel, delivery.role, lease.guild) == (story, 1, 7, 100)
    assert (delivery.nonce, delivery.first_try, delivery.attempts, lease.first) == ("nonce-1", now, 1, True)
    assert lease.token == now + timedelta(minutes=10)


async def test_the_role_is_the_one_chosen_last(kept, now):
    await kept.track(1, role=7)
    await kept.deliver(1)
    await kept.track(1, role=8)
    assert (await kept.claim(now)).delivery.role == 8


async def test_a_story_goes_to_a_channel_once(kept, now):
    await kept.track(1)
    await kept.track(2)
    story = await kept.deliver(1)
    alerts = [Alert(ChannelId(1), now), Alert(ChannelId(2), now)]
    assert await kept.do(outbox.add, story, alerts, now) == 1
    assert await kept.do(outbox.add, story, alerts, now) == 0
    assert await kept.do(outbox.add, story, [], now) == 0
    assert len(await states(kept)) == 2


async def test_nothing_is_claimed_before_it_is_due(kept, now):
    await kept.track(1)
    await kept.deliver(1, due=now + MINUTE)
    assert await kept.claim(now) is None
    assert await kept.do(outbox.next_due) == now + MINUTE
    assert await kept.claim(now + MINUTE) is not None


async def test_a_channel_is_worked_on_by_one_sender_at_a_time(kept, now):
    await kept.track(1)
    await kept.track(2)
    await kept.deliver(1, 2)
    await kept.deliver(1)
    first, second = await kept.claim(now), await kept.claim(now)
    assert {first.delivery.channel, second.delivery.channel} == {1, 2}
    assert await kept.claim(now) is None
    await kept.do(outbox.sent, first, MessageId(9), now)
    third = await kept.claim(now)
    assert third.delivery.channel == 1
    assert third.delivery.id != first.delivery.id


async def test_what_was_due_first_goes_first(kept, now):
    await kept.track(1)
    late = await kept.deliver(1, due=now - MINUTE)
    early = await kept.deliver(1, due=now - 2 * MINUTE)
    order = []
    for _ in range(2):
        lease = await kept.claim(now)
        order.append(lease.delivery.story)
        await kept.do(outbox.sent, lease, MessageId(1), now)
    assert order == [early, late]


async def test_a_delivery_that_was_cut_off_goes_before_all_others_with_its_nonce(kept, now):
    await kept.track(1)
    await kept.deliver(1)
    cut_off = await kept.claim(now)
    await kept.deliver(1, due=now - MINUTE)
    await kept.do(outbox.release_all, now)
    again = await kept.claim(now + MINUTE)
    assert again.delivery.id == cut_off.delivery.id
    assert (again.delivery.nonce, again.delivery.first_try) == (cut_off.delivery.nonce, now)
    assert (again.delivery.attempts, again.first) == (2, False)


async def test_a_lease_runs_out(kept, now):
    await kept.track(1)
    await kept.deliver(1)
    lease = await kept.claim(now)
    assert await kept.do(outbox.next_due) == lease.token
    assert await kept.claim(lease.token - MINUTE) is None
    assert (await kept.claim(lease.token)).delivery.id == lease.delivery.id


async def test_whoever_lost_the_lease_frees_nothing_but_tells_the_truth(kept, now):
    await kept.track(1)
    await kept.deliver(1)
    await kept.deliver(1)
    old = await kept.claim(now)
    new = await kept.claim(old.token)
    await kept.do(outbox.sent, old, MessageId(5), old.token)
    assert await kept.claim(old.token) is None
    await kept.do(outbox.dead, new, "refused", old.token)
    assert await states(kept) == ["sent", "open"]
    assert (await kept.claim(old.token)).delivery.id != old.delivery.id


async def test_a_retry_holds_back_its_channel_alone(kept, now):
    await kept.track(1)
    await kept.track(2)
    await kept.deliver(1, 2)
    await kept.deliver(1)
    lease = await kept.claim(now)
    await kept.do(outbox.retry, lease, "Discord answered 500", now + MINUTE)
    assert (await kept.claim(now)).delivery.channel == 2
    assert await kept.claim(now) is None
    again = await kept.claim(now + MINUTE)
    assert again.delivery.id == lease.delivery.id
    assert next(row.error for row in await kept.rows(deliveries)) == "Discord answered 500"


async def test_a_dead_delivery_makes_room_for_the_next(kept, now):
    await kept.track(1)
    await kept.deliver(1)
    second = await kept.deliver(1)
    await kept.do(outbox.dead, await kept.claim(now), "too large", now)
    assert (await kept.claim(now)).delivery.story == second


async def test_a_parked_channel_keeps_its_deliveries_and_its_reason(kept, now):
    await kept.track(1)
    await kept.deliver(1)
    await kept.deliver(1)
    await kept.do(outbox.park, await kept.claim(now), "The bot may not post.", now)
    assert await kept.claim(now + timedelta(days=1)) is None
    assert await kept.do(outbox.next_due) is None
    assert [(c.id, c.parked) for c in await kept.do(servers.parked, 100)] == [(1, "The bot may not post.")]
    assert await kept.do(servers.unpark, ChannelId(1), now)
    assert not await kept.do(servers.unpark, ChannelId(1), now)
    lease = await kept.claim(now)
    # Discord refused it for certain, so this try is the first.
    assert (lease.delivery.first_try, lease.first) == (now, True)


async def test_a_delivery_that_may_be_posted_already_is_not_taken_for_new_when_its_channel_is_parked(kept, now):
    await kept.track(1)
    await kept.deliver(1)
    await kept.do(outbox.retry, await kept.claim(now), "no answer", now)
    await kept.do(outbox.park, await kept.claim(now + MINUTE), "The bot may not post.", now + MINUTE)
    await kept.do(servers.unpark, ChannelId(1), now)
    lease = await kept.claim(now + 5 * MINUTE)
    assert (lease.delivery.first_try, lease.first) == (now, False)


async def test_a_channel_that_was_mended_meanwhile_is_not_parked(kept, now):
    await kept.track(1)
    await kept.deliver(1)
    await kept.do(outbox.park, await kept.claim(now), "The bot may not post.", now)
    await kept.do(servers.unpark, ChannelId(1), now)
    lease = await kept.claim(now)
    await kept.do(outbox.park, lease, "The bot may not post.", now)
    await kept.do(servers.unpark, ChannelId(1), now + MINUTE)
    late = await kept.claim(now + MINUTE)
    await kept.do(servers.unpark, ChannelId(1), now + MINUTE)
    await kept.do(outbox.release_all, now + MINUTE)
    await kept.do(outbox.park, late, "The bot may not post.", now + MINUTE)
    assert await kept.do(servers.parked, 100) == []
    assert await kept.claim(now + MINUTE) is not None


async def test_to_track_a_show_in_a_parked_channel_tries_it_again_at_once(kept, now):
    await kept.track(1)
    await kept.deliver(1)
    await kept.do(outbox.park, await kept.claim(now), "The bot may not post.", now)
    assert not await kept.track(1)
    assert await kept.claim(now) is not None


async def test_to_track_another_show_leaves_a_lease_alone(kept, now):
    await kept.track(1)
    await kept.deliver(1)
    lease = await kept.claim(now)
    await kept.track(1, show=ShowId("wednesday"))
    assert [row.next_at for row in await kept.rows(channels)] == [lease.token]


async def test_what_waited_too_long_expires_whether_it_was_tried_or_not(kept, now):
    await kept.track(1)
    await kept.track(2)
    old, day = now - timedelta(hours=49), timedelta(hours=48)
    await kept.deliver(1, 2, made=old, due=old)
    fresh = await kept.deliver(1)
    await kept.claim(now)
    assert await kept.do(outbox.expire, now - day) == 2
    assert await states(kept) == ["dead", "dead", "open"]
    await kept.do(outbox.release_all, now)
    assert (await kept.claim(now)).delivery.story == fresh


async def test_a_post_that_succeeds_after_all_is_recorded_though_it_had_expired(kept, now):
    await kept.track(1)
    await kept.deliver(1)
    lease = await kept.claim(now)
    await kept.do(outbox.expire, now + MINUTE)
    await kept.do(outbox.sent, lease, MessageId(5), now)
    assert [(row.state, row.message, row.error) for row in await kept.rows(deliveries)] == [("sent", 5, None)]


async def test_what_is_no_longer_tracked_is_not_sent(kept, now):
    await kept.track(1)
    await kept.track(2)
    other = ShowId("wednesday")
    await kept.track(1, show=other)
    await kept.deliver(1, 2)
    kept_story = await kept.deliver(1, show=other)
    await kept.do(outbox.cancel, [ChannelId(1)], ShowId("heartstopper"))
    assert await states(kept) == ["dead", "open", "open"]
    assert {(await kept.claim(now)).delivery.channel, (await kept.claim(now)).delivery.channel} == {1, 2}
    assert kept_story


async def test_nothing_is_sent_to_a_server_that_removed_the_bot(kept, now):
    await kept.track(1)
    await kept.deliver(1)
    await kept.do(servers.leave, 100, now)
    assert await kept.claim(now) is None
    assert await kept.do(outbox.next_due) is None
    await kept.do(servers.present, [100], now)
    assert await kept.claim(now) is not None


async def test_release_frees_what_an_earlier_process_held_or_had_put_off(kept, now):
    await kept.track(1)
    await kept.track(2)
    await kept.deliver(1, 2)
    first = await kept.claim(now)
    await kept.do(outbox.retry, await kept.claim(now), "later", now + timedelta(hours=1))
    await kept.do(outbox.release_all, now)
    again = [await kept.claim(now + MINUTE), await kept.claim(now + MINUTE)]
    assert {lease.delivery.channel for lease in again} == {1, 2}
    # The old process is not quite dead: what it writes now frees nothing.
    await kept.do(outbox.retry, first, "late", now)
    assert await kept.claim(now + MINUTE) is None


async def test_who_got_a_story_and_how_many_a_channel_got(kept, now):
    await kept.track(1)
    await kept.track(2)
    one = await kept.deliver(1, 2)
    two = await kept.deliver(2, made=now - 2 * MINUTE)
    await kept.do(outbox.dead, await kept.claim(now), "refused", now)
    assert await kept.do(outbox.delivered, [one, two]) == {one: {2}, two: {2}}
    assert await kept.do(outbox.made_since, [1, 2, 3], now - MINUTE) == {1: 1, 2: 1}
    assert await kept.do(outbox.made_since, [], now - MINUTE) == {}


async def test_how_many_wait(kept, now):
    await kept.track(1)
    await kept.track(2)
    await kept.deliver(1, 2)
    await kept.deliver(1)
    assert await kept.do(outbox.pending) == 3
    lease = await kept.claim(now)
    assert await kept.do(outbox.pending) == 3
    await kept.do(outbox.park, lease, "The bot may not post.", now)
    assert await kept.do(outbox.pending) == (1 if lease.delivery.channel == 1 else 2)


async def test_no_number_of_a_delivery_comes_back(kept, now):
    await kept.track(1)
    await kept.deliver(1)
    first = (await kept.claim(now)).delivery.id
    await kept.do(servers.leave, 100, now)
    await kept.do(servers.purge, now + MINUTE)
    assert await kept.rows(deliveries) == []
    await kept.track(1)
    story = await kept.deliver()
    await kept.do(outbox.add, story, [Alert(ChannelId(1), now)], now)
    assert (await kept.claim(now)).delivery.id > first


async def test_state_names_are_those_of_the_model(kept, now):
    await kept.track(1)
    await kept.deliver(1)
    await kept.do(outbox.sent, await kept.claim(now), MessageId(5), now)
    assert [DeliveryState(state) for state in await states(kept)] == [DeliveryState.SENT]
