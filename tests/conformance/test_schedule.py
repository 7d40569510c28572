"""When a feed is asked: rows 6 to 8, 11 to 17 and 20 of docs/feeds.md."""

from __future__ import annotations

import itertools
from datetime import timedelta

from aiohttp import web
from sqlalchemy import update

from bot.model.health import HealthKind
from bot.store import tables


async def test_6_max_age_and_expires_are_heeded_up_to_four_hours(desk, site, feed_of):
    for number, (headers, least, most) in enumerate(
        [
            ({"Cache_Control": "public, max-age=7200"}, 120, 132),
            ({"Cache_Control": "max-age=14400"}, 240, 264),
            ({"Cache_Control": "max-age=31536000"}, 240, 264),
            ({"Cache_Control": "max-age=99999999999"}, 240, 264),
            ({"Date": "Mon, 02 Nov 2026 10:00:00 GMT", "Expires": "Mon, 02 Nov 2026 11:30:00 GMT"}, 90, 99),
            ({"Cache_Control": "no-cache, max-age=7200"}, 10, 11),
        ]
    ):
        url = site.serve(f"/{number}", feed_of(1), **headers)
        wait = (await desk.poll(url)).after.next_at - desk.now
        assert timedelta(minutes=least) <= wait <= timedelta(minutes=most)


async def test_7_ttl_is_heeded(desk, site, feed_of):
    report = await desk.poll(site.serve("/feed", feed_of(1, channel="<ttl>120</ttl>")))
    assert report.reason == "ttl"
    assert report.after.next_at >= desk.now + timedelta(hours=2)


async def test_8_skip_hours_skip_days_and_the_update_period_are_heeded(desk, site, feed_of):
    hours = "".join(f"<hour>{hour}</hour>" for hour in range(12, 18))
    report = await desk.poll(site.serve("/hours", feed_of(1, channel=f"<skipHours>{hours}</skipHours>")))
    assert (report.reason, report.after.next_at.hour) == ("skipped", 18)
    days = "<day>Monday</day><day>Tuesday</day>"
    report = await desk.poll(site.serve("/days", feed_of(1, channel=f"<skipDays>{days}</skipDays>")))
    assert (report.reason, report.after.next_at.weekday()) == ("skipped", 2)
    period = (
        '<sy:updatePeriod xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">daily</sy:updatePeriod>'
        '<sy:updateFrequency xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">12</sy:updateFrequency>'
    )
    report = await desk.poll(site.serve("/period", feed_of(1, channel=period)), timedelta())
    assert timedelta(hours=2) <= report.after.next_at - desk.now <= timedelta(hours=2.2)


async def test_11_a_feed_is_asked_as_often_as_it_is_worth_it(desk, site, feed_with):
    def dated(gap: timedelta):
        moments = [(desk.now - n * gap).strftime("%a, %d %b %Y %H:%M:%S GMT") for n in range(1, 11)]
        return feed_with(*({"pubDate": moment} for moment in moments))

    waits = []
    for number, gap in enumerate((timedelta(minutes=5), timedelta(hours=2), timedelta(days=3))):
        report = await desk.poll(site.serve(f"/{number}", dated(gap)), timedelta())
        waits.append((report.after.next_at - desk.now) / timedelta(minutes=1))
    assert 10 <= waits[0] <= 11
    assert 30 <= waits[1] <= 33
    assert 60 <= waits[2] <= 66


async def test_12_retry_after_is_heeded_on_429_and_503_in_seconds_and_as_a_date(desk, site):
    soon = (desk.now + timedelta(hours=3)).strftime("%a, %d %b %Y %H:%M:%S GMT")
    for path, status, value, wait in (("/a", 429, "7200", 2), ("/b", 503, "7200", 2), ("/c", 429, soon, 3)):
        url = site.serve(path, status=status, Retry_After=value)
        begun = desk.now
        report = await desk.poll(url, timedelta())
        assert report.reason == "retry_after"
        assert report.after.next_at == begun + timedelta(hours=wait)
        await desk.stop()  # a new process knows of no website that rests
        await desk.start()


async def test_13_a_failing_feed_is_asked_less_and_less_and_never_given_up(desk, site, feed_of):
    url = site.serve("/feed", status=500)
    waits = []
    for _ in range(20):
        report = await desk.poll(url)
        waits.append(report.after.next_at - desk.now)
    assert all(before <= after * 1.1 for before, after in itertools.pairwise(waits))
    assert waits[0] >= timedelta(minutes=10)
    assert max(waits) <= timedelta(hours=24)
    site.serve("/feed", feed_of(1))
    assert (await desk.poll(url)).error is None
    kinds = [event.kind for event in await desk.events(url)]
    assert kinds == [HealthKind.RECOVERED, HealthKind.FAILING]


async def test_14_polls_are_spread_and_stay_spread_over_restarts(desk, site, feed_of):
    urls = [site.serve(f"/feed{number}", feed_of(number)) for number in range(30)]
    for url in urls:
        await desk.watch(url)
    await desk.watcher.poll_due()
    due = [(await desk.source(url)).next_at for url in urls]
    assert len(set(due)) == len(urls)
    await desk.stop()
    await desk.start()
    assert [(await desk.source(url)).next_at for url in urls] == due


async def test_15_one_refusal_speaks_for_all_feeds_of_a_website(desk, site, feed_of):
    busy = site.serve("/busy", status=429, Retry_After="1800")
    urls = [site.serve(f"/feed{number}", feed_of(number)) for number in range(5)]
    await desk.poll(busy)
    for url in urls:
        assert (await desk.poll(url, timedelta())).answer == "postponed"
    assert [request.path for request in site.requests] == ["/busy"]
    rows = [await desk.source(url) for url in urls]
    assert all(row.failures == 0 for row in rows)
    due = [row.next_at for row in rows]
    assert all(moment >= desk.now + timedelta(minutes=30) for moment in due)
    assert len(set(due)) == len(urls)


async def test_16_a_permanent_redirect_is_believed_after_a_week_and_a_temporary_one_never(desk, site, feed_of):
    site.serve("/new", feed_of(1))
    for status, path in ((301, "/a"), (308, "/b"), (302, "/c"), (307, "/d")):
        url = site.serve(path, status=status, Location="/new")
        for _ in range(9):
            await desk.poll(url, timedelta(days=1))
        assert (await desk.source(url)).address == (f"{site.url}/new" if status in {301, 308} else url)
        kinds = [event.kind for event in await desk.events(url)]
        assert kinds == ([HealthKind.MOVED, HealthKind.MOVING] if status in {301, 308} else [])


async def test_17_a_feed_that_is_gone_is_asked_no_more_and_admins_can_see_why(desk, site, feed_of):
    url = site.serve("/feed", feed_of(1))
    await desk.poll(url)
    site.serve("/feed", status=410)
    await desk.poll(url)
    asked = len(site.requests)
    desk.now += timedelta(days=30)
    await desk.watcher.poll_due()
    assert len(site.requests) == asked
    assert (await desk.events(url))[0].kind is HealthKind.STOPPED


async def test_20_a_cloudflare_challenge_is_named(desk, site):
    url = site.serve("/feed", "<html>Just a moment...</html>", status=403, cf_mitigated="challenge")
    report = await desk.poll(url)
    assert "Cloudflare" in (report.error or "")
    assert "Cloudflare" in (await desk.events(url))[0].text


async def test_a_poll_that_outlived_its_lease_is_neither_kept_nor_told(desk, site, feed_of):
    url = f"{site.url}/feed"
    fine = site.serve("/fine", feed_of(1))

    async def slow(_request: web.Request) -> web.Response:
        if len(site.requests) == 1:
            # As if the lease had run out meanwhile: the source is due once more.
            due = update(tables.sources).where(tables.sources.c.url == url).values(next_at=desk.now)
            await desk.store.write(lambda conn: conn.execute(due))
        return web.Response(text=feed_of(1, 2))

    site.pages["/feed"] = slow
    await desk.poll(url)
    assert [report.answer for report in desk.reports] == ["new"]
    assert [request.path for request in site.requests] == ["/feed", "/feed"]
    assert len(await desk.entries(url)) == 2
    assert (await desk.poll(fine)).answer == "new"
