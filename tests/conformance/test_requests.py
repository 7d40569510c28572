"""How a feed is asked: rows 1 to 5, 9, 10, 18, 19 of docs/feeds.md, and Rachel Kroll's counters over them all."""

from __future__ import annotations

import itertools
from datetime import timedelta

from aiohttp import web

DATE = "Sat, 31 Oct 2026 23:59:59 GMT"


async def test_1_both_validators_go_back_byte_for_byte_and_none_is_made_up(desk, site, feed_of):
    url = site.serve("/feed", feed_of(1), ETag='W/"a b;c"', Last_Modified="sat, 31 oct 2026 23:59:59 GMT")
    await desk.poll(url)
    await desk.poll(url)
    first, second = site.requests
    assert not {"If-None-Match", "If-Modified-Since"} & set(first.headers)
    assert second.headers["If-None-Match"] == 'W/"a b;c"'
    assert second.headers["If-Modified-Since"] == "sat, 31 oct 2026 23:59:59 GMT"


async def test_1_a_server_without_validators_is_asked_without(desk, site, feed_of):
    url = site.serve("/feed", feed_of(1))
    await desk.poll(url)
    await desk.poll(url)
    assert not {"If-None-Match", "If-Modified-Since"} & set(site.requests[1].headers)


async def test_2_the_newest_validators_are_kept_though_no_entry_changed(desk, site, feed_of):
    url = site.serve("/feed", feed_of(1), ETag='"1"')
    await desk.poll(url)
    site.serve("/feed", feed_of(1), ETag='"2"')
    assert (await desk.poll(url)).answer == "unchanged"
    await desk.poll(url)
    assert site.requests[2].headers["If-None-Match"] == '"2"'


async def test_3_a_304_brings_new_validators_and_freshness(desk, site, feed_of):
    url = site.serve("/feed", feed_of(1), ETag='"1"', Last_Modified=DATE)
    await desk.poll(url)

    async def unchanged(_request: web.Request) -> web.Response:
        return web.Response(status=304, headers={"ETag": '"2"', "Cache-Control": "max-age=7200"})

    site.pages["/feed"] = unchanged
    report = await desk.poll(url)
    assert report.reason == "fresh"
    assert report.after.next_at >= desk.now + timedelta(hours=2)
    await desk.poll(url)
    assert site.requests[2].headers["If-None-Match"] == '"2"'
    assert site.requests[2].headers["If-Modified-Since"] == DATE


async def test_4_the_same_bytes_are_not_read_again(desk, site, feed_of):
    url = site.serve("/feed", feed_of(1))
    assert (await desk.poll(url)).answer == "new"
    assert (await desk.poll(url)).answer == "unchanged"


async def test_5_a_server_with_stuck_validators_is_found_out(desk, site, feed_of):
    stuck = "Fri, 01 Jan 2041 00:00:00 GMT"
    url = site.serve("/feed", feed_of(1), Last_Modified=stuck)
    await desk.poll(url)
    site.serve("/feed", feed_of(2, 1), Last_Modified=stuck)
    found = [(await desk.poll(url)).new for _ in range(100)]
    assert sum(found) == 1


async def test_9_no_cookie_referrer_parameter_or_head(desk, site, feed_of):
    site.serve("/new", feed_of(1), Set_Cookie="session=1; Path=/", Cache_Control="max-age=60")
    url = site.serve("/feed?page=1".partition("?")[0], status=302, Location="/new", Set_Cookie="track=1; Path=/")
    for _ in range(3):
        await desk.poll(url)
    assert len(site.requests) == 6
    assert {request.method for request in site.requests} == {"GET"}
    assert not any({"Cookie", "Referer"} & set(request.headers) for request in site.requests)
    assert not any(request.query_string for request in site.requests)
    assert {request.path for request in site.requests} == {"/feed", "/new"}


async def test_10_a_restart_asks_nothing_sooner_and_nothing_unconditionally(desk, site, feed_of):
    urls = [site.serve(f"/feed{number}", feed_of(number), ETag=f'"{number}"') for number in range(5)]
    for url in urls:
        await desk.poll(url, timedelta())
    asked = len(site.requests)
    for _ in range(3):
        await desk.stop()
        await desk.start()
        for url in urls:
            await desk.watch(url)
        await desk.watcher.poll_due()
    assert len(site.requests) == asked
    await desk.poll(urls[0])
    assert all(request.headers["If-None-Match"] for request in site.requests[asked:])


async def test_18_redirects_have_an_end(desk, site):
    for number in range(10):
        site.serve(f"/{number}", status=302, Location=f"/{number + 1}")
    report = await desk.poll(f"{site.url}/0")
    assert "redirects more than 5 times" in (report.error or "")
    assert len(site.requests) == 6


async def test_19_it_says_who_it_is_what_it_takes_and_that_it_takes_gzip(desk, site, feed_of):
    await desk.poll(site.serve("/feed", feed_of(1)))
    headers = site.requests[0].headers
    assert headers["User-Agent"] == "Cliffhanger/test (+https://example.com)"
    assert "application/rss+xml" in headers["Accept"]
    assert "application/feed+json" in headers["Accept"]
    assert "gzip" in headers["Accept-Encoding"]


async def test_krolls_counters(desk, site, feed_of):
    """Two days of a feed that changes now and then, through restarts, counted as her feed score project counts."""
    url = f"{site.url}/feed"
    given: list[tuple[str, str]] = []
    times = []

    def publish(number: int) -> None:
        etag, date = f'"{number}"', f"Mon, 02 Nov 2026 {number % 24:02}:00:00 GMT"
        given.append((etag, date))
        site.serve("/feed", feed_of(*range(number, max(number - 10, -1), -1)), ETag=etag, Last_Modified=date)

    publish(0)
    for number in range(1, 60):
        await desk.poll(url)
        times.append(desk.now)
        if number % 4 == 0:
            publish(number)
        if number % 20 == 0:
            await desk.stop()
            await desk.start()
    validators = [(r.headers.get("If-None-Match"), r.headers.get("If-Modified-Since")) for r in site.requests]
    unconditional = [pair for pair in validators if pair == (None, None)]
    made_up = [pair for pair in validators[1:] if pair != (None, None) and pair not in given]
    assert len(unconditional) - 1 <= 1  # the first, and at most the one in a hundred that is meant
    assert made_up == []
    assert not any({"Cookie", "Referer"} & set(request.headers) for request in site.requests)
    assert not any(request.query_string for request in site.requests)
    assert min(after - before for before, after in itertools.pairwise(times)) >= timedelta(minutes=10)
