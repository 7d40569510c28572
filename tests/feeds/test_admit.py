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


async def test_comments_are_not_what_a_page_is_added_for(site, try_url):
    feed = site.serve("/feed", FEED)
    site.serve("/a-story", page("/comments/feed", "/feed") + "<a href='/rss'>")
    assert (await try_url(f"{site.url}/a-story")).url == feed


async def test_a_category_stands_for_its_own_feed(site, try_url):
    feed = site.serve("/category/tv/feed/", FEED)
    category = site.serve("/category/tv/", page("/feed/", "/comments/feed/", "/category/tv/feed/"))
    assert (await try_url(category)).url == feed


async def test_a_page_that_declares_no_feed_stands_for_the_one_it_links_to(site, try_url):
    feed = site.serve("/blog/rss.xml", FEED)
    home = site.serve("/", "<!DOCTYPE html><html><a href='/about'>Us</a><a href='blog/rss.xml'>RSS</a></html>")
    assert (await try_url(home)).url == feed


async def test_the_usual_addresses_are_tried_one_after_the_other(site, try_url):
    feed = site.serve("/rss.xml", FEED)
    site.serve("/feed", page())
    home = site.serve("/blog", page())
    assert (await try_url(home)).url == feed
    assert [request.path for request in site.requests] == ["/blog", "/feed", "/feed.xml", "/rss.xml"]


async def test_no_more_than_four_addresses_are_tried_and_none_for_a_list(site, fetcher, parser, now):
    home = site.serve("/blog", page())
    for guess, most in ((True, 5), (False, 1)):
        site.requests.clear()
        with pytest.raises(SourceRefusedError, match="names no feed"):
            await probe(home, fetcher=fetcher, parser=parser, now=now, guess=guess)
        assert len(site.requests) == most


async def test_a_website_that_wants_to_be_left_alone_is(site, try_url):
    home = site.serve("/blog", page())
    site.serve("/feed", status=429)
    with pytest.raises(SourceRefusedError, match="names no feed"):
        await try_url(home)
    assert [request.path for request in site.requests] == ["/blog", "/feed"]


async def test_what_people_paste_is_fetched_at_its_feed(site, try_url):
    feed = site.serve("/feed", FEED)
    assert (await try_url(f"<feed:{feed}>")).url == feed


async def test_permanent_moves_are_kept_and_temporary_ones_not(site, try_url):
    feed = site.serve("/feed", FEED)
    moved = site.serve("/old", status=301, Location="/feed")
    for_now = site.serve("/short", status=302, Location="/feed")
    assert (await try_url(moved)).url == feed
    assert (await try_url(for_now)).url == for_now


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (page("/a", "/b"), "/a, http"),
        (page(*(f"/{number}" for number in range(7))), "several feeds.*/4, and 2 more"),
        (page("https://elsewhere.example/feed"), "https://elsewhere.example/feed"),
        (page("/comments/feed"), "if it is what you want: http.*/comments/feed"),
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
    async with Fetcher(guard, "test", host_gap=0.0, timeout=0.1) as fetcher:
        with pytest.raises(SourceRefusedError, match="did not deliver"):
            await probe(f"{site.url}/feed", fetcher=fetcher, parser=parser, now=now)
