from collections.abc import AsyncIterator
from datetime import datetime, timedelta

import aiohttp
import pytest

from bot.demo.feeds import page_path
from bot.demo.newsroom import Newsroom
from bot.demo.stories import Stories


class Hand:
    """A clock that a test sets."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def hand(stories: Stories) -> Hand:
    return Hand(stories.begins)


@pytest.fixture
async def newsroom(stories: Stories, hand: Hand) -> AsyncIterator[Newsroom]:
    room = Newsroom(stories, hand)
    await room.start()
    yield room
    await room.stop()


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


async def test_every_outlet_is_a_source(newsroom, stories, session):
    sources = newsroom.sources()
    assert [(s.name, s.tier) for s in sources] == [(o.name, o.tier) for o in stories.outlets]
    for source in sources:
        assert source.url.startswith(f"http://127.0.0.1:{newsroom.port}/")
        async with session.get(source.url) as response:
            assert response.status == 200


async def test_an_item_appears_at_its_moment_and_not_before(newsroom, stories, session, hand):
    item = next(item for item in stories.items if item.outlet == "greenlight-ledger")
    url = f"http://127.0.0.1:{newsroom.port}/{item.outlet}/feed"
    page = f"http://127.0.0.1:{newsroom.port}{page_path(item)}"

    async def look() -> tuple[bool, int]:
        async with session.get(url) as feed, session.get(page) as shown:
            return item.id in await feed.text(), shown.status

    hand.now = item.at - timedelta(seconds=1)
    assert await look() == (False, 404)
    hand.now = item.at
    assert await look() == (True, 200)


async def test_an_asker_who_has_it_is_told_so(newsroom, stories, session, hand):
    hand.now = stories.items[20].at
    url = newsroom.sources()[0].url
    async with session.get(url) as first:
        etag, modified = first.headers["ETag"], first.headers["Last-Modified"]
    for known in ({"If-None-Match": etag}, {"If-None-Match": f'"x", {etag}'}, {"If-Modified-Since": modified}):
        async with session.get(url, headers=known) as again:
            assert (again.status, await again.read(), again.headers["ETag"]) == (304, b"", etag)

    hand.now = stories.ends
    for known in ({"If-None-Match": etag}, {"If-Modified-Since": modified}):
        async with session.get(url, headers=known) as again:
            assert again.status == 200
    # A tag decides alone: a newer date beside it proves nothing.
    both = {"If-None-Match": etag, "If-Modified-Since": "Sun, 01 Jan 2040 00:00:00 GMT"}
    async with session.get(url, headers=both) as again:
        assert again.status == 200


async def test_there_is_nothing_else(newsroom, session):
    for path in ("/", "/nobody/feed", "/2025/04/no-such-item"):
        async with session.get(f"http://127.0.0.1:{newsroom.port}{path}") as response:
            assert response.status == 404
