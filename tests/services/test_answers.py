"""`/status` and `/news`, the reading of the past, and what is forgotten."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.model.source import EVERYONE, GuildId
from bot.model.status import Fate
from bot.services.news import PAGE
from bot.services.servers import ENTRIES_KEPT, KEPT_AFTER_LEAVING, SEEN_KEPT
from bot.services.status import LATEST
from bot.services.synced import SyncedCommands
from bot.store import meta, sources, tables
from bot.watch.decide import BRAKE, LATE

A, B = GuildId(100), GuildId(200)
TRADE = "https://trade.example/feed"
RENEWED = "'Heartstopper' Renewed for Season 4 at Netflix"
NAMES = tuple(
    f"{first} Lee"
    for first in ["Ann", "Bob", "Dan", "Eve", "James", "Emma", "Mary", "Thomas", "Lucy", "Daniel", "Sarah", "Peter"]
)


def cast(name):
    return f"{name} Joins the Cast of 'Heartstopper'"


async def test_nothing_is_known_of_a_show_without_news(house):
    answer = await house.ask()
    assert (answer.status.fate, answer.stories, answer.outlets, answer.checked) == (Fate.UNKNOWN, (), (), None)
    assert (answer.label, answer.tracked) == ("Heartstopper", False)


async def test_the_status_tells_what_is_known_and_from_whom(house):
    await house.listen(TRADE)
    await house.track(1)
    await house.publish(TRADE, RENEWED)
    answer = await house.ask(guild=A)
    assert (answer.status.fate, answer.status.season) == (Fate.RENEWED, 4)
    assert (answer.outlets, answer.checked, answer.tracked) == (("Trade",), house.time, True)
    assert len(answer.stories) == 1
    assert not (await house.ask(guild=B)).tracked
    assert (await house.ask()).status == answer.status


async def test_the_past_of_a_show_is_read_when_somebody_asks_first(house):
    await house.listen(TRADE)
    await house.publish(TRADE, RENEWED, "Something About Nothing at All")
    found = house.shows.find("Heartstopper", None)
    assert not house.status.ready(found)
    assert (await house.ask()).status.fate is Fate.RENEWED
    assert house.status.ready(found)
    assert await house.posts() == []
    again = await house.reopened()
    assert again.status.ready(found)
    assert (await again.ask()).status.fate is Fate.RENEWED


async def test_many_who_ask_at_once_read_the_past_once_and_all_see_it(house):
    await house.listen(TRADE)
    await house.publish(TRADE, RENEWED)
    answers = await asyncio.gather(*(house.ask(guild=guild) for guild in (A, B, None, A)))
    assert {answer.status.fate for answer in answers} == {Fate.RENEWED}
    assert len(await house.rows(tables.claims)) == 1


async def test_whoever_asks_about_a_known_show_need_not_wait_for_another(house):
    await house.ask()
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def hold(_conn):
        begun.set()
        await go_on.wait()

    holding = asyncio.create_task(house.store.write(hold))
    await begun.wait()
    waiting = asyncio.create_task(house.ask("Wednesday"))
    await asyncio.sleep(0)
    assert (await house.ask()).status.fate is Fate.UNKNOWN
    assert not waiting.done()
    go_on.set()
    await asyncio.gather(holding, waiting)


async def test_a_reading_that_is_broken_off_is_begun_again(house):
    await house.listen(TRADE)
    await house.publish(TRADE, RENEWED)
    found = house.shows.find("Heartstopper", None)
    for ticks in range(0, 40, 3):
        asking = asyncio.create_task(house.ask())
        for _ in range(ticks):
            await asyncio.sleep(0)
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)
        if house.status.ready(found):
            break
        assert await house.rows(tables.shows) == []
    assert (await house.ask()).status.fate is Fate.RENEWED


@pytest.mark.parametrize("ticks", [0, 1, 2, 4, 8, 12, 16, 24, 32])
async def test_news_that_come_while_a_show_is_begun_are_not_missed(house, ticks):
    await house.listen(TRADE)
    house.time += timedelta(hours=1)
    house.web.publish(TRADE, RENEWED)
    polling = asyncio.create_task(house.watcher.poll_due())
    for _ in range(ticks):
        await asyncio.sleep(0)
    await house.ask()
    await polling
    assert (await house.ask()).status.fate is Fate.RENEWED
    assert len(await house.rows(tables.stories)) == 1


async def test_news_are_shown_a_page_at_a_time_newest_first(house):
    await house.listen(TRADE)
    await house.ask()
    for name in NAMES[:7]:
        await house.publish(TRADE, cast(name))
    found = house.shows.find("Heartstopper", None)
    first, second = [await house.news.page(found, A, page) for page in (1, 2)]
    assert (first.page, first.pages, len(first.stories), len(second.stories)) == (1, 2, PAGE, 7 - PAGE)
    dates = [story.latest for story in (*first.stories, *second.stories)]
    assert dates == sorted(dates, reverse=True)
    assert len((await house.ask()).stories) == LATEST
    for asked, got in ((0, 1), (-5, 1), (3, 2), (10**9, 2)):
        assert (await house.news.page(found, None, asked)).page == got


async def test_no_news_are_one_empty_page(house):
    page = await house.news.page(house.shows.find("Wednesday", A), A, 1)
    assert (page.page, page.pages, page.stories, page.label) == (1, 1, (), "Wednesday")


async def test_a_poll_that_fails_does_not_count_as_a_check(house):
    other = "https://other.example/feed"
    await house.listen(TRADE)
    house.time += timedelta(minutes=1)
    await house.listen(other)
    assert (await house.ask()).checked == house.time
    del house.web.feeds[other]
    house.time += timedelta(hours=1)
    await house.watcher.poll_due()
    house.time += timedelta(minutes=5)
    assert (await house.ask()).checked == house.time - timedelta(minutes=5)


async def test_a_first_fetch_posts_nothing_and_the_next_one_does(house):
    await house.track(1)
    house.web.publish(TRADE, RENEWED)
    await house.listen(TRADE)
    assert await house.posts() == []
    assert (await house.ask()).status.fate is Fate.RENEWED
    await house.publish(TRADE, cast("Ann Lee"))
    assert [channel for channel, _ in await house.posts()] == [1]


async def test_stale_news_are_known_and_not_posted(house):
    await house.listen(TRADE)
    await house.track(1)
    await house.publish(TRADE, RENEWED, age=timedelta(days=3))
    assert await house.posts() == []
    assert (await house.ask()).status.fate is Fate.RENEWED


async def test_the_brake_holds_after_days_offline(house):
    await house.listen(TRADE)
    await house.track(1)
    house.time += timedelta(days=5)
    for hours, name in enumerate(NAMES):
        house.web.publish(TRADE, cast(name), age=LATE + timedelta(hours=hours + 1))
    await house.watcher.poll_due()
    assert len(await house.rows(tables.stories)) == len(NAMES) > BRAKE
    assert len(await house.posts()) == BRAKE


async def test_two_polls_at_once_do_not_make_the_same_story_twice(house):
    feeds = [f"https://outlet{number}.example/feed" for number in range(6)]
    await house.listen(*feeds)
    await house.track(1)
    house.time += timedelta(hours=1)
    for url in feeds:
        house.web.publish(url, RENEWED)
    await house.watcher.poll_due()
    assert len(await house.rows(tables.stories)) == 1
    assert len(await house.rows(tables.reports)) == len(feeds)
    assert len(await house.posts()) == 1


async def test_servers_that_are_missing_have_removed_the_bot(house):
    await house.track(1)
    await house.servers.present([B])
    assert {row.guild: row.left for row in await house.rows(tables.servers)} == {A: house.time, B: None}
    await house.servers.joined(A)
    assert {row.guild: row.left for row in await house.rows(tables.servers)} == {A: None, B: None}


async def test_a_server_that_left_is_forgotten_after_a_while_and_all_it_named(house):
    await house.listen(TRADE)
    await house.track(1)
    own = (await house.track(1, "Backlot Blues")).show
    await house.track(2, guild=B)
    await house.publish(TRADE, "'Backlot Blues' Renewed for Season 2")
    await house.servers.left(A)
    await house.servers.tidy()
    assert len(await house.rows(tables.tracks)) == 3
    house.time += KEPT_AFTER_LEAVING + timedelta(minutes=1)
    await house.servers.tidy()
    assert [row.guild for row in await house.rows(tables.tracks)] == [B]
    assert {row.scope for row in await house.rows(tables.claims)} <= {EVERYONE}
    assert house.shows.get(own.id) is None
    assert house.shows.tracked(A) == frozenset()
    assert not house.readers.watches(own.id, A)
    await house.publish(TRADE, "'Backlot Blues' Canceled After Two Seasons")
    assert await house.rows(tables.claims) == []


async def test_old_entries_without_evidence_are_forgotten_and_seen_marks_long_after(house):
    await house.listen(TRADE)
    await house.ask()
    await house.publish(TRADE, RENEWED, "Something About Nothing at All")
    house.time += ENTRIES_KEPT + timedelta(hours=1)
    await house.servers.tidy()
    assert [row.title for row in await house.rows(tables.entries)] == [RENEWED]
    assert (await house.ask()).status.fate is Fate.RENEWED
    assert await house.rows(tables.seen)
    house.time += SEEN_KEPT
    await house.servers.tidy()
    assert await house.rows(tables.seen) == []


async def test_commands_are_sent_again_when_they_changed(house):
    synced, commands = SyncedCommands(house.store), [{"name": "status", "options": []}]
    assert await synced.changed(1, commands)
    await synced.told(1, commands)
    assert not await synced.changed(1, [{"options": [], "name": "status"}])
    assert await synced.changed(2, commands)
    assert await synced.changed(1, [])


async def test_a_default_source_dropped_from_the_list_keeps_what_it_said(house):
    await house.listen(TRADE)
    await house.ask()
    await house.publish(TRADE, RENEWED)
    await house.store.write(lambda conn: sources.retire_defaults(conn, []))
    await house.sources.add(A, TRADE)
    await house.watcher.poll_due()
    await house.sources.remove(A, TRADE)
    assert (await house.ask()).status.fate is Fate.RENEWED


async def test_small_facts_survive(house):
    await house.store.write(lambda conn: meta.put(conn, "x", "y"))
    async with house.store.read() as conn:
        assert await meta.get(conn, "x") == "y"
