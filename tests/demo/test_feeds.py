"""The feeds are read by the parser that the bot uses: what goes in comes out."""

import pytest

from bot.demo.feeds import MEDIA_TYPES, MOST_SHOWN, write_feed
from bot.demo.stories import Quirk
from bot.feeds.identity import identify, unseen
from bot.feeds.parse import parse_feed
from bot.feeds.parsed import ParsedFeed


def read(outlet, items, now):
    body = write_feed(outlet, items, 4321)
    feed = parse_feed(body, MEDIA_TYPES[outlet.format], "http://127.0.0.1:4321/", now=now)
    assert isinstance(feed, ParsedFeed)
    return feed


@pytest.fixture(params=["greenlight-ledger", "remote-and-sofa", "nightly-screen", "pressroom-one", "couch-oracle"])
def outlet(request, stories):
    return next(outlet for outlet in stories.outlets if outlet.id == request.param)


def test_what_is_written_can_be_read(outlet, stories):
    items = stories.of(outlet, stories.ends)[:MOST_SHOWN]
    feed = read(outlet, items, stories.ends)
    assert feed.title == outlet.name
    newest, item = feed.entries[0], items[0]
    assert (newest.title, newest.published, newest.tags) == (item.title, item.at, item.tags)
    assert newest.link == f"http://{outlet.id}.localhost:4321/{item.at:%Y/%m}/{item.id}"
    assert {entry.title for entry in feed.entries} == {one.title for one in items}


def test_an_empty_feed_is_a_feed(outlet, stories):
    assert read(outlet, (), stories.begins).entries == ()


def test_nothing_is_news_twice_whatever_the_outlets_quirk(outlet, stories):
    seen: set[int] = set()
    news = []
    items = [item for item in stories.items if item.outlet == outlet.id]
    for number in range(1, len(items) + 1):
        shown = stories.of(outlet, items[number - 1].at)
        found = identify(read(outlet, shown, stories.ends).entries)
        news += [one.entry.title for one in unseen(found, seen) if one.entry is not None]
        seen |= {known for one in found for known in one.hashes.known}
    assert news == [item.title for item in items]


def test_the_quirks_are_there(stories):
    redating = next(outlet for outlet in stories.outlets if outlet.quirk is Quirk.REDATES)
    items = stories.of(redating, stories.ends)[:5]
    dates = {entry.title: entry.published for entry in read(redating, items, stories.ends).entries}
    assert dates[items[0].title] == items[0].at
    assert all(dates[item.title] > item.at for item in items[1:])

    repeating = next(outlet for outlet in stories.outlets if outlet.quirk is Quirk.REPEATS)
    items = stories.of(repeating, stories.ends)[:3]
    feed = read(repeating, items, stories.ends)
    assert len(feed.entries) == 6
    assert len({entry.guid for entry in feed.entries}) == 6
