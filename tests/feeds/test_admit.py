from __future__ import annotations

import zlib

import pytest

from bot.feeds.admit import Admitted, SourceRefusedError, probe
from bot.feeds.fetch import Fetcher
from bot.feeds.guard import AddressGuard
from bot.model.errors import UserError

FEED = "<rss version='2.0'><channel><title>News</title><item><title>T</title></item></channel></rss>"


def page(*hrefs: str) -> str:
    links = "".join(f'<link rel="alternate" type="application/rss+xml" href="{href}">' for href in hrefs)
    return f"<!DOCTYPE html><html><head>{links}</head><body></body></html>"


@pytest.fixture
def try_url(fetcher, parser, now):
    async def try_url(url):
        return await probe(url, fetcher=fetcher, parser=parser, now=now)

    return try_url


async def test_a_feed_is_admitted(site, try_url):
    url = site.serve("/feed", FEED)
    assert await try_url(f" {url}#top ") == Admitted(url=url, title="News", entries=1)


async def test_a_web_page_stands_for_the_one_feed_it_offers(site, try_url):
    feed = site.serve("/feed", FEED)
    home = site.serve("/", page("/feed", "https://elsewhere.example/feed"))
    assert (await try_url(home)).url == feed


async def test_permanent_moves_are_kept_and_temporary_ones_not(site, try_url):
    feed = site.serve("/feed", FEED)
    moved = site.serve("/old", status=301, Location="/feed")
    for_now = site.serve("/short", status=302, Location="/feed")
    assert (await try_url(moved)).url == feed
    assert (await try_url(for_now)).url == for_now


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (page(), "web page"),
        (page("/a", "/b"), "/a, http"),
        (page("https://elsewhere.example/feed"), "https://elsewhere.example/feed"),
        (page("/home"), "feed it offers cannot be read"),
        ("", "empty"),
        (FEED[:-40], "broken off"),
        ("<a>" * 5_000, "nests"),
        ("hello", "not an RSS"),
    ],
)
async def test_a_body_that_is_no_feed_is_refused_with_the_reason(site, try_url, body, says):
    with pytest.raises(SourceRefusedError, match=says) as refusal:
        await try_url(site.serve("/home", body))
    assert isinstance(refusal.value, UserError)


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("file:///etc/passwd", "http"),
        ("hello", "http"),
        ("http://127.0.0.1:1/feed", "public internet"),
        ("http://10.0.0.1/feed", "public internet"),
        ("https://me:secret@example.com/feed", "password"),
    ],
)
async def test_a_url_that_may_not_be_fetched_is_refused_with_the_reason(try_url, url, says):
    with pytest.raises(SourceRefusedError, match=says) as refusal:
        await try_url(url)
    assert "secret" not in str(refusal.value)


@pytest.mark.parametrize(("status", "says"), [(401, "login"), (404, "nothing at this address"), (410, "gone")])
async def test_a_status_without_a_feed_is_refused_with_the_reason(site, try_url, status, says):
    with pytest.raises(SourceRefusedError, match=says):
        await try_url(site.serve("/feed", status=status))


async def test_what_is_too_big_is_refused(site, try_url):
    bomb = zlib.compress(bytes(6_000_000))
    for url in (site.serve("/big", bytes(6_000_000)), site.serve("/bomb", bomb, Content_Encoding="deflate")):
        with pytest.raises(SourceRefusedError, match="larger than 5 MB"):
            await try_url(url)


async def test_a_circle_is_refused(site, try_url):
    with pytest.raises(SourceRefusedError, match="circle"):
        await try_url(site.serve("/feed", status=302, Location="/feed"))


async def test_a_server_that_keeps_silent_is_refused(site, parser, now):
    async def silent(_request):
        await site.ending.wait()

    site.pages["/feed"] = silent
    guard = AddressGuard(exempt=frozenset({("127.0.0.1", site.port)}))
    async with Fetcher(guard, "test", timeout=0.1) as fetcher:
        with pytest.raises(SourceRefusedError, match="did not deliver"):
            await probe(f"{site.url}/feed", fetcher=fetcher, parser=parser, now=now)
