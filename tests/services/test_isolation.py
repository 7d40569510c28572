"""One server cannot speak for another: whatever a server's own source says, every other server sees what it saw before."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.model.claim import Kind
from bot.model.server import ChannelId
from bot.model.source import EVERYONE, GuildId
from bot.model.status import Fate
from bot.services.shows import Found, Unknown
from bot.store import tables

A, B = GuildId(100), GuildId(200)
TRADE, HOSTILE = "https://trade.example/feed", "https://hostile.example/feed"
RENEWED = "'Heartstopper' Renewed for Season 4 at Netflix"
CANCELLED = "'Heartstopper' Canceled at Netflix After Three Seasons"


@pytest.fixture
async def house(house):
    """Both servers track the show; the first one has a feed of its own."""
    await house.listen(TRADE)
    await house.track(1, guild=A)
    await house.track(2, guild=B)
    house.web.publish(HOSTILE)
    await house.sources.add(A, HOSTILE)
    await house.watcher.poll_due()
    return house


async def seen_by(house, guild):
    """All that a server can see of a show, and what its channel got."""
    answer = await house.ask(guild=guild)
    page = await house.news.page(house.shows.find("Heartstopper", guild), guild, 1)
    return {
        "status": (answer.status.fate, answer.status.season, answer.status.changes, answer.status.disputed),
        "outlets": answer.outlets,
        "stories": page.stories,
        "posts": [headline for channel, headline in await house.posts() if channel == 2],
        "complete": house.shows.complete("", guild),
        "sources": await house.sources.list(guild),
    }


async def test_a_hostile_feed_changes_nothing_for_anyone_else(house):
    await house.publish(TRADE, RENEWED)
    before, everyone = await seen_by(house, B), (await house.ask()).status.fate
    await house.publish(HOSTILE, CANCELLED, "Ann Lee Joins the Cast of 'Heartstopper'")
    await house.track(1, "Heartstopper Uncut Diaries", guild=A)
    await house.publish(HOSTILE, "'Heartstopper Uncut Diaries' Renewed for Season 2")
    after = await seen_by(house, B)
    # The default source was polled meanwhile; that is all that may differ.
    assert [s.url for s in after.pop("sources").defaults] == [s.url for s in before.pop("sources").defaults]
    assert after == before
    assert (await house.ask()).status.fate is everyone
    assert "Hostile" in (await house.ask(guild=A)).outlets
    assert {channel for channel, _ in await house.posts()} == {1, 2}


async def test_its_news_reach_its_own_server(house):
    await house.publish(HOSTILE, CANCELLED)
    assert [channel for channel, _ in await house.posts()] == [1]
    assert (await house.ask(guild=A)).outlets == ("Hostile",)
    assert (await house.ask(guild=B)).status.fate is Fate.UNKNOWN
    assert (await house.ask(guild=B)).outlets == ()
    assert (await house.ask(guild=B)).stories == ()


async def test_what_a_feed_said_first_in_one_server_is_news_for_all_others_and_told_there_once(house):
    await house.publish(HOSTILE, RENEWED)
    await house.publish(TRADE, "Netflix's 'Heartstopper' Renewed for Season 4")
    assert sorted(channel for channel, _ in await house.posts()) == [1, 2]
    (story,) = (await house.ask(guild=B)).stories
    assert [report.outlet for report in story.reports] == ["Trade"]


async def test_a_report_of_a_servers_own_feed_is_shown_in_that_server_only(house):
    await house.publish(TRADE, RENEWED)
    await house.publish(HOSTILE, "'Heartstopper' Is Renewed for Season 4")
    for guild, outlets in ((A, ["Trade", "Hostile"]), (B, ["Trade"]), (None, ["Trade"])):
        (story,) = (await house.ask(guild=guild)).stories
        assert [report.outlet for report in story.reports] == outlets
        assert story.scope == EVERYONE


async def test_a_show_that_one_server_named_is_nobody_elses(house):
    await house.track(1, "Backlot Blues", guild=A)
    await house.publish(TRADE, "'Backlot Blues' Renewed for Season 2")
    assert [channel for channel, _ in await house.posts()] == [1]
    assert (await house.ask("Backlot Blues", guild=A)).status.fate is Fate.RENEWED
    assert isinstance(house.shows.find("Backlot Blues", B), Unknown)
    assert {row.scope for row in await house.rows(tables.claims)} == {A}
    await house.track(2, "Backlot Blues", guild=B)
    # It is another show, with the same past, of which nothing is posted.
    assert (await house.ask("Backlot Blues", guild=B)).status.fate is Fate.RENEWED
    assert [channel for channel, _ in await house.posts()] == [1]


async def test_a_name_taken_from_a_known_show_changes_nothing_of_it(house):
    await house.track(1, "Heartstopper Season", guild=A)
    await house.publish(TRADE, RENEWED)
    assert (await house.ask(guild=B)).status.fate is Fate.RENEWED
    assert [headline for channel, headline in await house.posts() if channel == 2]


async def test_a_feed_added_by_both_speaks_in_both_and_not_beyond(house):
    await house.sources.add(B, HOSTILE)
    await house.publish(HOSTILE, CANCELLED)
    assert sorted(channel for channel, _ in await house.posts()) == [1, 2]
    for guild, fate in ((A, Fate.CANCELLED), (B, Fate.CANCELLED), (None, Fate.UNKNOWN)):
        assert (await house.ask(guild=guild)).status.fate is fate
    assert {row.scope for row in await house.rows(tables.claims)} == {A, B}


async def test_a_server_that_left_is_heard_no_more(house):
    await house.servers.left(A)
    await house.publish(HOSTILE, CANCELLED)
    assert await house.rows(tables.claims) == []
    assert house.web.asked.count(HOSTILE) == 2


async def test_a_show_newly_watched_learns_what_each_scope_may_know(house):
    wednesday = "'Wednesday' Renewed for Season 3 at Netflix"
    await house.publish(HOSTILE, "'Wednesday' Canceled by Netflix After Two Seasons", wednesday)
    for guild, fate in ((B, Fate.UNKNOWN), (None, Fate.UNKNOWN)):
        assert (await house.ask("Wednesday", guild)).status.fate is fate
    assert (await house.ask("Wednesday", A)).status.fate is not Fate.UNKNOWN
    assert await house.posts() == []


async def test_the_same_news_in_one_tick_of_three_outlets_is_one_post_a_channel(house):
    others = ["https://second.example/feed", "https://third.example/feed"]
    await house.listen(*others)
    house.time += timedelta(hours=1)
    for url, title in zip(
        (TRADE, *others), (RENEWED, "Netflix Renews 'Heartstopper' for Season 4", RENEWED), strict=True
    ):
        house.web.publish(url, title)
    await house.watcher.poll_due()
    (story,) = (await house.ask()).stories
    assert (story.key.kind, {report.outlet for report in story.reports}) == (Kind.RENEWED, {"Trade", "Second", "Third"})
    assert sorted(channel for channel, _ in await house.posts()) == [1, 2]


async def test_names_are_found_by_those_who_may_know_them(house):
    own = (await house.track(1, "Backlot Blues", guild=A)).show
    assert isinstance(house.shows.find(own.id, A), Found)
    assert isinstance(house.shows.find(own.id, B), Unknown)
    assert house.shows.complete("backlot", B) == []
    assert ChannelId(1) in {track.channel for _, track in (await house.tracking.list(A)).tracks}
    assert ChannelId(1) not in {track.channel for _, track in (await house.tracking.list(B)).tracks}
