"""Importing and exporting a server's feeds."""

from __future__ import annotations

import asyncio

import pytest

from bot.feeds.opml import Outline, read_opml, write_opml
from bot.model.errors import UserError
from bot.model.source import GuildId
from bot.services import source_lists
from bot.services.source_lists import SourceLists
from bot.services.sources import MOST_SOURCES

A, B = GuildId(100), GuildId(200)
TRADE = "https://trade.example/feed"


@pytest.fixture
def lists(house):
    return SourceLists(sources=house.sources, clock=house.clock)


@pytest.fixture
def bring(house, lists):
    """Imports these URLs into a server; those at `.example` hosts with a path are feeds."""

    async def bring(*urls, guild=A, missing=(), told=None, by=lists):
        for url in urls:
            if url not in missing and url.startswith("https://"):
                house.web.publish(url, "One")
        outlines = [Outline(url, url.split("/")[2] if "//" in url else url) for url in urls]
        return await by.bring_in(guild, write_opml("Mine", outlines, house.time), told or nothing)

    async def nothing(_done, _of):
        pass

    return bring


def blogs(count):
    return [f"https://blog.example/{number}" for number in range(count)]


async def test_each_feed_of_a_file_is_tried_and_told_of(house, bring):
    await house.listen(TRADE)
    await bring(*blogs(1))
    house.web.asked.clear()
    done = []

    async def told(*numbers):
        done.append(numbers)

    gone = "https://gone.example/feed"
    report = await bring(*blogs(3), TRADE, gone, "javascript:alert(1)", missing=[gone], told=told)
    assert [source.url for source in report.added] == blogs(3)[1:]
    assert [outline.url for outline in report.known] == [blogs(1)[0], TRADE]
    assert [refused.outline.url for refused in report.refused] == [gone, "javascript:alert(1)"]
    assert all("nothing at this address" in refused.reason for refused in report.refused)
    assert (report.no_room, report.untried) == ((), ())
    assert sorted(done) == [(number, 4) for number in range(1, 5)]
    assert blogs(1)[0] not in house.web.asked
    assert TRADE not in house.web.asked
    assert len((await house.sources.list(A)).own) == 3
    assert (await house.sources.list(B)).own == ()


async def test_an_import_posts_nothing_old(house, bring):
    await house.track(1)
    house.web.publish(blogs(1)[0], "‘Heartstopper’ Renewed for Season 4 at Netflix")
    await bring(*blogs(1))
    await house.watcher.poll_due()
    assert await house.posts() == []


async def test_there_is_room_for_so_many_and_no_more(house, bring):
    await bring("https://first.example/feed")
    report = await bring(*blogs(MOST_SOURCES + 5))
    assert len(report.added) == MOST_SOURCES - 1
    assert len(report.no_room) == 6
    house.web.asked.clear()
    again = await bring(*blogs(MOST_SOURCES + 5))
    assert len(again.known) == MOST_SOURCES - 1
    assert len(again.no_room) == 6
    assert house.web.asked == []


async def test_a_file_keeps_the_bot_busy_for_so_long_and_no_longer(house, lists, bring, monkeypatch):
    monkeypatch.setattr(source_lists, "MOST_TRIED", 3)
    report = await bring(*blogs(5), missing=blogs(5))
    assert (len(report.refused), len(report.untried)) == (3, 2)

    fetch = house.web.fetch

    async def slow(url, *validators):
        if url != blogs(1)[0]:
            await asyncio.Event().wait()
        return await fetch(url, *validators)

    monkeypatch.setattr(house.web, "fetch", slow)
    hurried = SourceLists(sources=house.sources, clock=house.clock, seconds=0.5)
    report = await bring(*blogs(3), by=hurried)
    assert ([source.url for source in report.added], len(report.untried)) == (blogs(1), 2)


async def test_one_import_at_a_time(house, lists, bring, monkeypatch):
    started, go_on = asyncio.Event(), asyncio.Event()

    async def told(*_numbers):
        started.set()
        await go_on.wait()

    running = asyncio.create_task(bring(*blogs(1), told=told))
    await started.wait()
    with pytest.raises(UserError, match="Another list"):
        await bring(*blogs(2))
    assert len((await bring(*blogs(2), guild=B)).added) == 2
    go_on.set()
    assert len((await running).added) == 1
    assert len((await bring(*blogs(2))).added) == 1


async def test_a_file_that_is_no_list_changes_nothing(house, lists):
    for _ in range(2):
        with pytest.raises(UserError, match="no OPML"):
            await lists.bring_in(A, b"hello", None)
    assert (await house.sources.list(A)).own == ()


async def test_a_web_page_in_a_list_is_not_guessed_about(house, bring):
    house.web.bodies["https://page.example/"] = b"<!DOCTYPE html><html><body>Hello</body></html>"
    report = await bring("https://page.example/", missing=["https://page.example/"])
    assert "web page" in report.refused[0].reason
    assert house.web.asked == ["https://page.example/"]


async def test_what_is_given_out_can_be_taken_in_elsewhere(house, lists, bring):
    with pytest.raises(UserError, match="no feeds of its own"):
        await lists.give_out(A, "Ours")
    await house.listen(TRADE)
    await bring(*blogs(3))
    exported = await lists.give_out(A, "Ours")
    assert exported.feeds == 3
    assert [outline.url for outline in read_opml(exported.data)] == blogs(3)
    assert read_opml(exported.data)[0].title == "Blog"

    async def told(*_numbers):
        pass

    assert len((await lists.bring_in(B, exported.data, told)).added) == 3
