from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.delivery.nonce import nonce
from bot.model.errors import UserError
from bot.model.server import ChannelId
from bot.model.source import GuildId, scope_of
from bot.services.shows import Ambiguous, Unknown
from bot.services.tracking import MOST_OWN_SHOWS, MOST_TRACKS, ChannelFacts
from bot.store import outbox, tables

A, B = GuildId(100), GuildId(200)
TRADE = "https://trade.example/feed"
RENEWED = "'Heartstopper' Renewed for Season 4 at Netflix"


async def refusal(asked):
    with pytest.raises(UserError) as error:
        await asked
    return str(error.value)


async def states(house):
    return [row.state for row in await house.rows(tables.deliveries)]


def facts(channel=1, *, postable=True, missing=()):
    return ChannelFacts(id=ChannelId(channel), postable=postable, missing=missing)


async def claim(house):
    return await house.store.write(
        lambda conn: outbox.claim(
            conn, now=house.time, lease=timedelta(minutes=10), make_nonce=lambda number: nonce("x", number)
        )
    )


async def test_a_tracked_show_is_posted_from_now_on(house):
    await house.listen(TRADE)
    await house.publish(TRADE, RENEWED)
    tracked = await house.track(1, role=7)
    assert (tracked.show.id, tracked.label, tracked.channel, tracked.role) == ("heartstopper", "Heartstopper", 1, 7)
    assert (tracked.new, tracked.own) == (True, False)
    assert await house.posts() == []
    await house.publish(TRADE, "Ann Lee Joins the Cast of 'Heartstopper'")
    assert [channel for channel, _ in await house.posts()] == [1]


async def test_to_track_it_again_changes_its_role(house):
    await house.track(1, role=7)
    again = await house.track(1, role=8)
    assert (again.new, again.role) == (False, 8)
    ((_, track),) = (await house.tracking.list(A)).tracks
    assert track.role == 8


async def test_a_name_of_two_shows_is_asked_back_and_nothing_happens(house):
    assert isinstance(await house.tracking.add(A, "Ghosts", facts(), None), Ambiguous)
    assert (await house.tracking.list(A)).tracks == ()
    assert await house.rows(tables.shows) == []


@pytest.mark.parametrize(
    ("channel", "words"),
    [
        (facts(postable=False), "text and announcement channels only"),
        (facts(missing=("Send Messages",)), "lacks Send Messages"),
        (facts(missing=("View Channel", "Send Messages", "Embed Links")), "View Channel, Send Messages, Embed Links"),
    ],
)
async def test_a_channel_that_cannot_be_posted_in_is_refused_with_what_to_do(house, channel, words):
    assert words in await refusal(house.tracking.add(A, "Heartstopper", channel, None))
    assert (await house.tracking.list(A)).tracks == ()


async def test_any_name_will_do(house):
    tracked = await house.track(1, "Backlot  Blues")
    assert (tracked.show.name, tracked.label, tracked.own) == ("Backlot Blues", "Backlot Blues", True)
    assert (await house.track(2, "backlot blues")).show == tracked.show
    assert "no name of a show" in await refusal(house.tracking.add(A, "???", facts(), None))


async def test_so_many_tracks_and_no_more(house):
    show = (await house.track(1)).show
    for channel in range(2, MOST_TRACKS + 1):
        await house.track(channel)
    assert f"{MOST_TRACKS} shows" in await refusal(house.tracking.add(A, "Wednesday", facts(), None))
    # What is tracked already may still change its role.
    assert not (await house.track(1, show.name, role=5)).new
    assert (await house.track(900, guild=B)).new


async def test_so_many_own_shows_and_no_more(house):
    for number in range(MOST_OWN_SHOWS):
        await house.track(1, f"Backlot {number}")
    assert f"{MOST_OWN_SHOWS} shows of its own" in await refusal(house.tracking.add(A, "Backlot X", facts(), None))
    assert (await house.track(1, "Heartstopper")).new
    assert not (await house.track(1, "Backlot 7")).new


async def test_what_waits_for_an_untracked_show_is_not_sent(house):
    await house.listen(TRADE)
    for channel in (1, 2):
        await house.track(channel)
    await house.track(3, guild=B)
    await house.publish(TRADE, RENEWED)
    show, channels = await house.tracking.remove(A, "heartstopper", None)
    assert (show.id, sorted(channels)) == ("heartstopper", [1, 2])
    assert [channel for channel, _ in await house.posts()] == [3]
    assert (await claim(house)).delivery.channel == 3
    assert await claim(house) is None
    assert (await house.tracking.list(A)).tracks == ()


async def test_a_show_is_untracked_in_one_channel(house):
    for channel in (1, 2):
        await house.track(channel)
    assert "not tracked in that channel" in await refusal(house.tracking.remove(A, "Heartstopper", ChannelId(9)))
    assert (await house.tracking.remove(A, "Heartstopper", ChannelId(1)))[1] == [2 - 1]
    assert house.shows.tracked(A) == {"heartstopper"}
    await house.tracking.remove(A, "Heartstopper", ChannelId(2))
    assert house.shows.tracked(A) == frozenset()


async def test_only_what_is_tracked_can_be_untracked(house):
    await house.track(1, guild=B)
    for text in ("Heartstopper", "Ghosts", "nonsense"):
        assert "does not track that show" in await refusal(house.tracking.remove(A, text, None))
    assert len((await house.tracking.list(B)).tracks) == 1


async def test_of_two_tracked_shows_of_one_name_one_must_be_named(house):
    ghosts = house.tracking.add
    candidates = (await ghosts(A, "Ghosts", facts(), None)).candidates
    for show in candidates:
        await house.track(1, house.shows.label(show))
    words = await refusal(house.tracking.remove(A, "Ghosts", None))
    for show in candidates:
        assert house.shows.label(show) in words
    await house.tracking.remove(A, house.shows.label(candidates[0]), None)
    # Now there is one that can be meant.
    assert (await house.tracking.remove(A, "Ghosts", None))[0] == candidates[1]


async def test_an_own_show_that_nobody_tracks_is_read_no_more(house):
    await house.listen(TRADE)
    for channel in (1, 2):
        await house.track(channel, "Backlot Blues")
    await house.tracking.remove(A, "Backlot Blues", ChannelId(1))
    assert house.shows.tracked(A)
    await house.tracking.remove(A, "Backlot Blues", None)
    assert isinstance(house.shows.find("Backlot Blues", A), Unknown)
    await house.publish(TRADE, "'Backlot Blues' Renewed for Season 2")
    assert await house.rows(tables.claims) == []
    assert await house.rows(tables.shows) == []
    await house.track(1, "Backlot Blues")
    assert len(await house.rows(tables.claims)) == 1
    assert await house.posts() == []


async def test_a_show_untracked_and_tracked_at_once_is_either_read_or_not_tracked(house):
    await house.listen(TRADE)
    for ticks in range(0, 24, 2):
        await house.track(1, "Backlot Blues")
        removing = asyncio.create_task(house.tracking.remove(A, "Backlot Blues", None))
        for _ in range(ticks):
            await asyncio.sleep(0)
        again = (await house.track(2, "Backlot Blues")).show
        await removing
        tracked = [track.show for _, track in (await house.tracking.list(A)).tracks]
        assert bool(tracked) == house.readers.watches(again.id, scope_of(A))
        assert bool(tracked) == (again.id in house.shows.tracked(A))


async def test_the_list_is_by_name_with_what_is_wrong(house):
    for show in ("Wednesday", "Heartstopper"):
        await house.track(1, show)
    await house.track(2)
    await house.listen(TRADE)
    await house.publish(TRADE, RENEWED)
    lease = await claim(house)
    await house.store.write(lambda conn: outbox.park(conn, lease, "The bot may not post.", house.time))
    listed = await house.tracking.list(A)
    assert [label for label, _ in listed.tracks] == ["Heartstopper", "Heartstopper", "Wednesday"]
    assert [(channel.id, channel.parked) for channel in listed.parked] == [(1, "The bot may not post.")]
    assert await house.tracking.parked(B) == []
    assert await house.tracking.mended(ChannelId(1))
    assert not await house.tracking.mended(ChannelId(1))
    assert (await house.tracking.list(A)).parked == ()


async def test_to_track_in_a_parked_channel_wakes_the_sender(house):
    await house.listen(TRADE)
    await house.track(1)
    await house.publish(TRADE, RENEWED)
    lease = await claim(house)
    await house.store.write(lambda conn: outbox.park(conn, lease, "The bot may not post.", house.time))
    before = house.woken
    await house.track(1)
    assert house.woken > before
    assert (await claim(house)).delivery.id == lease.delivery.id


async def test_everything_is_still_there_after_a_restart(house):
    await house.listen(TRADE)
    await house.track(1)
    own = (await house.track(1, "Backlot Blues")).show
    await house.servers.left(B)
    again = await house.reopened()
    assert again.shows.tracked(A) == {"heartstopper", own.id}
    again.time = house.time
    await again.publish(TRADE, RENEWED, "'Backlot Blues' Renewed for Season 2")
    assert len(await again.posts()) == 2


async def test_a_server_that_comes_back_finds_its_tracks(house):
    await house.track(1)
    await house.servers.left(A)
    again = await house.reopened()
    await again.servers.joined(A)
    assert (await again.tracking.remove(A, "Heartstopper", None))[0].id == "heartstopper"
