"""What becomes of a feed's entries: rows 22 to 24 and 30 to 44 of docs/feeds.md, with the whole of the store behind."""

from __future__ import annotations

import asyncio
import gzip
import json
from datetime import timedelta

import pytest
from aiohttp import web

from bot.model.health import HealthKind


async def titles(desk, url) -> list[str]:
    return sorted(entry.title for entry in await desk.entries(url))


async def test_22_a_bomb_is_stopped_recorded_and_rescheduled(desk, site):
    async def bomb(_request: web.Request) -> web.Response:
        body = gzip.compress(b"<rss>" + b" " * 40_000_000)
        return web.Response(body=body, headers={"Content-Encoding": "gzip"})

    site.pages["/feed"] = bomb
    report = await desk.poll(f"{site.url}/feed")
    assert "large" in (report.error or "")
    assert report.after.failures == 1
    assert report.after.next_at >= desk.now + timedelta(minutes=10)


async def test_23_24_a_drip_is_cut_recorded_and_rescheduled(desk, site):
    over = asyncio.Event()

    async def drip(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        await response.write(b"<rss>")
        await over.wait()
        return response

    site.pages["/feed"] = drip
    report = await desk.poll(f"{site.url}/feed")
    over.set()
    assert "within 2 seconds" in (report.error or "")
    assert report.after.next_at >= desk.now + timedelta(minutes=10)


async def test_30_of_malformed_xml_what_can_be_read_is_read(desk, site, feed_with):
    url = site.serve("/feed", feed_with({"title": "Law & Order"}, {"title": "Elsewhere"}))
    await desk.poll(url)
    assert await titles(desk, url) == ["Elsewhere", "Law & Order"]


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        ("“It’s” – é".encode(), "application/rss+xml"),
        ("“It’s” – é".encode("cp1252"), "application/rss+xml; charset=windows-1252"),
        ("“It’s” – é".encode("cp1252"), "application/rss+xml; charset=iso-8859-1"),
        ("“It’s” – é".encode(), "text/plain"),
    ],
)
async def test_31_32_charsets_and_content_types_however_wrong(desk, site, feed_with, body, content_type):
    feed = feed_with({"title": "@"}).replace('<?xml version="1.0"?>', "")
    url = site.serve("/feed", feed.encode().replace(b"@", body), Content_Type=content_type)
    await desk.poll(url)
    assert await titles(desk, url) == ["“It’s” – é"]


async def test_33_json_feed(desk, site):
    def feed(*numbers: int) -> str:
        items = [{"id": n, "url": f"https://a.example/{n}", "title": f"Title {n}"} for n in numbers]
        return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "N", "items": items})

    url = site.serve("/feed", feed(2, 1))
    await desk.poll(url)
    site.serve("/feed", feed(3, 2, 1))
    assert (await desk.poll(url)).new == 1
    assert await titles(desk, url) == ["Title 1", "Title 2", "Title 3"]


async def test_34_without_a_guid_the_link_and_without_a_link_the_text(desk, site, feed_with):
    first = [{"guid": ""}, {"guid": "", "link": ""}]
    url = site.serve("/feed", feed_with(*first))
    await desk.poll(url)
    site.serve("/feed", feed_with(*first, {"guid": "", "link": ""}))
    assert (await desk.poll(url)).new == 1
    assert len(await desk.entries(url)) == 3


async def test_35_one_guid_for_all_loses_none_and_repeats_none(desk, site, feed_with):
    same = [{"guid": "same"}, {"guid": "same"}, {"guid": "same"}]
    url = site.serve("/feed", feed_with(*same))
    await desk.poll(url)
    site.serve("/feed", feed_with(*same, {"guid": "same"}))
    report = await desk.poll(url)
    assert (report.new, report.edited) == (1, 0)
    assert len(await desk.entries(url)) == 4


async def test_36_guids_that_change_each_poll_do_not_flood(desk, site, feed_with):
    url = f"{site.url}/feed"
    for poll in range(4):
        site.serve("/feed", feed_with(*({"guid": f"{poll}-{n}"} for n in range(12))))
        report = await desk.poll(url)
        assert report.new == (12 if poll == 0 else 0)
    for poll in range(4, 8):
        changed = ({"guid": f"{poll}-{n}", "description": f"{poll}"} for n in range(12))
        site.serve("/feed", feed_with(*changed))
        assert (await desk.poll(url)).new == 0
    assert (await desk.events(url))[0].kind is HealthKind.BRAKED


async def test_37_identity_does_not_depend_on_host_order_or_dates(desk, site, feed_with):
    dates = [{"pubDate": f"Mon, 0{n} Oct 2026 10:00:00 GMT"} for n in range(1, 5)]
    url = site.serve("/feed", feed_with(*dates))
    site.serve("/new", feed_with(*({**each, "pubDate": "Tue, 06 Oct 2026 10:00:00 GMT"} for each in dates)))
    await desk.poll(url)
    site.serve("/feed", status=302, Location="/new")
    assert (await desk.poll(url)).new == 0


async def test_38_an_edit_is_written_and_is_no_second_entry(desk, site, feed_with):
    url = site.serve("/feed", feed_with({"title": "Sliver Renewed"}))
    await desk.poll(url)
    site.serve("/feed", feed_with({"title": "Silver Renewed"}))
    report = await desk.poll(url)
    assert (report.new, report.edited) == (0, 1)
    assert await titles(desk, url) == ["Silver Renewed"]


async def test_38_a_clock_in_the_text_is_heeded_twenty_four_times(desk, site, feed_with):
    url = f"{site.url}/feed"
    edited = 0
    for minute in range(30):
        site.serve("/feed", feed_with({"description": f"{minute} minutes ago"}))
        edited += (await desk.poll(url)).edited
    assert edited == 24


async def test_39_dates_that_are_none_missing_or_to_come(desk, site, feed_with):
    url = site.serve("/feed", feed_with({"pubDate": "soon"}, {}, {"pubDate": "Fri, 01 Jan 2100 00:00:00 GMT"}))
    await desk.poll(url)
    assert [entry.published for entry in await desk.entries(url)] == [desk.now] * 3


async def test_40_a_first_poll_stores_all_and_posts_nothing(desk, site, feed_of):
    url = site.serve("/feed", feed_of(*range(30)))
    report = await desk.poll(url)
    assert (report.new, await desk.rows("entries"), await desk.rows("deliveries")) == (30, 30, 0)


async def test_41_what_left_the_feed_long_ago_is_known_when_it_comes_back(desk, site, feed_of):
    url = f"{site.url}/feed"
    for start in range(0, 600, 20):
        site.serve("/feed", feed_of(*range(start, start + 20)))
        await desk.poll(url, timedelta(days=1))
    site.serve("/feed", feed_of(*range(20)))
    assert (await desk.poll(url)).new == 0


async def test_42_entries_are_stored_oldest_first(desk, site, feed_with):
    dates = [f"Sun, 0{n} Oct 2026 10:00:00 GMT" for n in (3, 2, 1)]
    url = site.serve("/feed", feed_with(*({"pubDate": date} for date in dates)))
    await desk.poll(url)
    stored = await desk.entries(url)
    assert [entry.id for entry in stored] == sorted(entry.id for entry in stored)


async def test_43_links_are_resolved_against_the_final_url(desk, site, feed_with):
    site.serve("/deep/new/feed", feed_with({"link": "../story"}))
    url = site.serve("/feed", status=302, Location="/deep/new/feed")
    await desk.poll(url)
    assert [entry.url for entry in await desk.entries(url)] == [f"{site.url}/deep/story"]


async def test_44_images_are_found(desk, site, feed_with):
    text = "&lt;p&gt;&lt;img src='/a.jpg' width='600'&gt; Words&lt;/p&gt;"
    url = site.serve("/feed", feed_with({"description": text}))
    await desk.poll(url)
    assert [entry.image for entry in await desk.entries(url)] == ["https://a.example/a.jpg"]


async def test_29_titles_and_links_are_sanitised_too(desk, site, feed_with):
    hostile = "&lt;script&gt;alert(1)&lt;/script&gt;Renewed"
    url = site.serve("/feed", feed_with({"title": hostile, "link": "javascript:alert(1)"}))
    await desk.poll(url)
    (entry,) = await desk.entries(url)
    assert "<script" not in entry.title
    assert "javascript" not in entry.url
