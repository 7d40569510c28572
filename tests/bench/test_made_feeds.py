from __future__ import annotations

import asyncio
import gzip
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import aiohttp
import lxml.etree
import pytest

from bench.feeds.made import MadeFeed
from bench.feeds.server import PATH, FeedServer, begin, host_of, listen, made
from bot.feeds.parse import parse_feed
from bot.feeds.parsed import ParsedFeed

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
SHOWS = ("Ghosts", "Will & Grace")


def feed(index: int = 0, length: int = 8) -> MadeFeed:
    return MadeFeed(index, "http://127.0.1.1:8080", length, NOW, SHOWS)


def guids(made_feed: MadeFeed) -> list[str]:
    tree = lxml.etree.fromstring(made_feed.render())
    return [str(guid.text) for guid in tree.iter("guid")]


def test_feeds_are_well_formed_and_the_same_every_time() -> None:
    assert feed().render() == feed().render()
    assert feed(1).render() != feed(2).render()
    assert len(guids(feed())) == len(set(guids(feed()))) == 8


def test_the_bot_reads_them_in_full() -> None:
    parsed = parse_feed(feed().render(), "application/rss+xml", "http://127.0.1.1:8080/feed/", now=NOW)
    assert isinstance(parsed, ParsedFeed)
    entries = parsed.entries
    assert len(entries) == 8
    assert all(entry.title and entry.link and entry.published and len(entry.content) > 1000 for entry in entries)
    assert sum(any(show in entry.title for show in SHOWS) for entry in entries) == 2


def test_a_new_entry_pushes_the_oldest_out_and_leaves_the_others() -> None:
    one = feed()
    before = guids(one)
    one.add(NOW + timedelta(minutes=1))
    after = guids(one)
    assert after[1:] == before[:-1]
    assert after[0] not in before


@pytest.mark.parametrize("length", [1, 2, 3])
def test_short_feeds_take_entries_too(length: int) -> None:
    one = feed(length=length)
    one.add(NOW)
    assert len(guids(one)) == length


@asynccontextmanager
async def served(feeds: int) -> AsyncIterator[tuple[FeedServer, list[str]]]:
    hosts = [host_of(index) for index in range(feeds)]
    try:
        port, sockets = listen(hosts)
    except OSError:
        pytest.skip("this machine has one loopback address only")
    server = FeedServer(made(hosts, port, 4, NOW))
    runner = await begin(server, sockets)
    try:
        yield server, [f"http://{host}:{port}{PATH}" for host in hosts]
    finally:
        await runner.cleanup()


async def test_each_host_serves_its_own_feed_and_304_until_something_is_added() -> None:
    async with served(3) as (server, urls), aiohttp.ClientSession() as session:

        async def get(url: str, **headers: str) -> tuple[int, bytes, str]:
            async with session.get(url, headers=headers) as response:
                return response.status, await response.read(), response.headers.get("ETag", "")

        first = await asyncio.gather(*(get(url) for url in urls))
        assert [status for status, _, _ in first] == [200, 200, 200]
        assert len({body for _, body, _ in first}) == 3
        status, body, tag = await get(urls[0], **{"If-None-Match": first[0][2]})
        assert (status, body, tag) == (304, b"", first[0][2])
        server.add()
        status, body, tag = await get(urls[0], **{"If-None-Match": first[0][2]})
        assert status == 200
        assert tag != first[0][2]
        assert (await get(urls[0].replace(PATH, "/")))[0] == 404
        assert dict(server.counts) == {"200": 4, "unconditional": 3, "304": 1, "404": 1}


async def test_gzip_is_for_those_who_take_it() -> None:
    async with served(1) as (server, urls), aiohttp.ClientSession(auto_decompress=False) as session:
        async with session.get(urls[0], headers={"Accept-Encoding": "gzip"}) as packed:
            assert packed.headers["Content-Encoding"] == "gzip"
            inflated = gzip.decompress(await packed.read())
        async with session.get(urls[0], headers={"Accept-Encoding": "identity"}) as plain:
            assert "Content-Encoding" not in plain.headers
            assert await plain.read() == inflated
        assert server.counts["200"] == 2
