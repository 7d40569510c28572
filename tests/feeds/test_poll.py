from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from email.utils import format_datetime

import pytest

from bot.feeds.answers import hash_body
from bot.feeds.parsed import ParsedEntry
from bot.feeds.poll import poll, to_entry
from bot.model.source import Move, Pace, Reason, Source, SourceId, Tier, Validators

FEED = b'<rss version="2.0"><channel><title>N</title><item><title>T</title><link>/1</link></item></channel></rss>'


@pytest.fixture
def source(site, now) -> Source:
    return Source(id=SourceId(1), url=f"{site.url}/feed", name="Trade", tier=Tier.TRADE, public=True, next_at=now)


@pytest.fixture
def ask(fetcher, parser, now):
    async def ask(source, later=timedelta(), shown=()):
        async def window():
            return shown

        return await poll(source, fetcher=fetcher, parser=parser, now=now + later, poll_seconds=600, window=window)

    return ask


async def test_a_first_poll_brings_the_entries(site, source, ask, now):
    site.serve("/feed", FEED, ETag='"1"')
    polled = await ask(source)
    assert polled.feed is not None
    assert [(entry.title, entry.link) for entry in polled.feed.entries] == [("T", f"{site.url}/1")]
    after = polled.source
    assert (after.validators, after.body_hash) == (Validators('"1"'), hash_body(FEED))
    assert (after.last_polled, after.last_changed, after.failures, after.error) == (now, now, 0, None)
    assert after.first_polled is None
    assert after.next_at >= now + timedelta(minutes=10)
    assert after.polls == 1
    unsaid = {"next_at": now, "validators": Validators(), "body_hash": None, "last_polled": None, "last_changed": None}
    assert replace(after, polls=0, **unsaid) == source


async def test_a_304_changes_nothing_but_the_schedule(site, source, ask, now):
    site.serve("/feed", FEED, ETag='"1"')
    first = (await ask(source)).source
    site.serve("/feed", status=304)
    polled = await ask(first, timedelta(hours=1))
    assert site.requests[1].headers["If-None-Match"] == '"1"'
    assert polled.feed is None
    assert polled.source.last_changed == now
    assert (polled.source.validators, polled.source.body_hash) == (first.validators, first.body_hash)
    assert polled.source.last_polled == now + timedelta(hours=1)


async def test_the_same_bytes_are_no_change_but_bring_new_validators(site, source, ask):
    site.serve("/feed", FEED, ETag='"1"')
    first = (await ask(source)).source
    site.serve("/feed", FEED, ETag='"2"')
    polled = await ask(first)
    assert polled.feed is None
    assert polled.source.validators == Validators('"2"')


async def test_how_long_a_feed_is_fresh_moves_the_next_poll(site, source, ask, now):
    site.serve("/feed", FEED, Cache_Control="max-age=1800")
    polled = await ask(source)
    assert polled.source.reason is Reason.FRESH
    assert now + timedelta(minutes=30) <= polled.source.next_at <= now + timedelta(minutes=33)


async def test_failures_are_counted_put_into_words_and_forgotten(site, source, ask):
    site.serve("/feed", status=500)
    once = (await ask(source)).source
    twice = await ask(once)
    assert (once.failures, twice.source.failures) == (1, 2)
    assert "HTTP 500" in (twice.source.error or "")
    assert twice.source.reason is Reason.FAILED
    site.serve("/feed", FEED)
    well = (await ask(twice.source)).source
    assert (well.failures, well.error) == (0, None)


async def test_a_broken_body_does_not_become_the_one_a_304_stands_for(site, source, ask):
    site.serve("/feed", FEED, ETag='"good"')
    good = (await ask(source)).source
    site.serve("/feed", "<html>maintenance</html>", ETag='"bad"')
    bad = (await ask(good)).source
    assert "web page" in (bad.error or "")
    assert (bad.validators, bad.body_hash) == (good.validators, good.body_hash)


async def test_a_server_that_asks_for_a_pause_gets_it(site, source, ask, now):
    site.serve("/feed", status=429, Retry_After="7200")
    polled = await ask(source)
    assert polled.source.reason is Reason.RETRY_AFTER
    assert polled.source.next_at == now + timedelta(hours=2)


async def test_a_feed_that_is_gone_is_stopped(site, source, ask):
    site.serve("/feed", status=410)
    assert (await ask(source)).source.stopped


async def test_a_permanent_move_is_believed_after_a_week_and_the_source_keeps_its_url(site, source, ask):
    target = site.serve("/new", FEED)
    site.serve("/feed", status=301, Location=target)
    first = (await ask(source)).source
    assert (first.url, first.address, first.move.to) == (source.url, source.url, target)
    almost = (await ask(first, timedelta(days=6, hours=23))).source
    assert almost.address == source.url
    moved = (await ask(almost, timedelta(days=7))).source
    assert (moved.url, moved.address) == (source.url, target)
    before = len(site.requests)
    await ask(moved, timedelta(days=8))
    assert [request.path for request in site.requests[before:]] == ["/new"]


async def test_a_temporary_redirect_is_followed_and_never_kept(site, source, ask):
    site.serve("/feed", status=302, Location=site.serve("/new", FEED))
    asked = source
    for day in range(0, 30, 5):
        asked = (await ask(asked, timedelta(days=day))).source
    assert (asked.move, asked.failures) == (Move(), 0)


async def test_a_move_counts_only_where_a_feed_is_found(site, source, ask):
    site.serve("/feed", status=301, Location=site.serve("/new", "<html>parked</html>"))
    assert (await ask(source)).source.move == Move()


async def test_a_feed_announced_elsewhere_is_asked_there_when_its_old_address_is_gone(site, source, ask):
    target = site.serve("/new", FEED)
    site.serve("/feed", status=301, Location=target)
    first = (await ask(source)).source
    site.serve("/feed", status=410)
    moved = (await ask(first, timedelta(hours=1))).source
    assert (moved.address, moved.stopped) == (target, False)
    assert (await ask(moved, timedelta(hours=2))).source.error is None


async def test_a_feed_gone_from_where_it_moved_is_sought_at_its_own_url_again(site, source, ask):
    site.serve("/feed", FEED)
    site.serve("/new", status=404)
    back = (await ask(replace(source, move=Move(settled=f"{site.url}/new")))).source
    assert (back.address, back.stopped) == (source.url, False)
    assert (await ask(back)).source.error is None


async def test_what_is_gone_at_the_end_of_a_redirect_says_nothing_of_the_feeds_own_address(site, source, ask):
    site.serve("/elsewhere", status=410)
    site.serve("/feed", status=302, Location="/elsewhere")
    polled = await ask(source)
    assert (polled.source.stopped, polled.source.failures) == (False, 1)
    site.serve("/feed", status=301, Location="/elsewhere")
    announced = replace(source, move=Move(to=f"{site.url}/elsewhere", since=source.next_at))
    after = (await ask(announced)).source
    assert (after.stopped, after.move) == (False, announced.move)


async def test_one_poll_in_a_hundred_is_unconditional(site, source, ask):
    site.serve("/feed", FEED, ETag='"1"')
    asked = (await ask(source)).source
    for _ in range(200):
        asked = (await ask(asked)).source
    plain = [request for request in site.requests[1:] if "If-None-Match" not in request.headers]
    assert len(plain) == 2


async def test_a_website_that_wants_a_pause_is_spared_for_all_its_feeds(site, source, ask, now):
    site.serve("/feed", status=503, Retry_After="1800")
    site.serve("/other", FEED)
    await ask(source)
    polled = await ask(replace(source, url=f"{site.url}/other", failures=2, error="as it was"))
    assert len(site.requests) == 1
    assert polled.postponed
    assert (polled.source.failures, polled.source.error) == (2, "as it was")
    assert polled.source.reason is Reason.POSTPONED
    assert now + timedelta(minutes=30) <= polled.source.next_at <= now + timedelta(minutes=40)


async def test_what_a_feed_wants_is_kept_for_polls_that_bring_nothing(site, source, ask, now):
    wants = b"<ttl>90</ttl><skipHours><hour>4</hour></skipHours><skipDays><day>Saturday</day></skipDays>"
    site.serve("/feed", FEED.replace(b"<title>N</title>", b"<title>N</title>" + wants), ETag='"1"')
    first = (await ask(source)).source
    assert first.pace == Pace(
        ttl=timedelta(minutes=90), gap=first.pace.gap, skip_hours=frozenset({4}), skip_days=frozenset({5})
    )
    site.serve("/feed", status=304)
    second = (await ask(first)).source
    assert second.pace == first.pace
    assert second.reason is Reason.TTL
    assert second.next_at >= now + timedelta(minutes=90)


async def test_a_feed_that_seldom_brings_news_is_asked_less_often_and_within_the_hour(site, source, ask, now):
    dates = "".join(
        f"<item><guid>{n}</guid><pubDate>{format_datetime(now - timedelta(days=n))}</pubDate></item>" for n in range(9)
    )
    site.serve("/feed", f'<rss version="2.0"><channel><title>N</title>{dates}</channel></rss>')
    polled = await ask(source)
    assert polled.source.reason is Reason.QUIET
    assert now + timedelta(hours=1) <= polled.source.next_at <= now + timedelta(minutes=66)


def test_an_entry_gets_the_sources_name_and_the_moment_it_was_seen(source, now):
    entry = to_entry(ParsedEntry(title="T", link="https://example.com/1", tags=("a",)), source, now)
    assert (entry.outlet, entry.tier, entry.source, entry.published) == ("Trade", Tier.TRADE, SourceId(1), now)
    assert (entry.title, entry.url, entry.tags) == ("T", "https://example.com/1", ("a",))


def test_an_entry_is_dated_by_what_the_feed_says_but_never_in_the_future(source, now):
    early, late = now - timedelta(days=1), now + timedelta(days=1)
    assert to_entry(ParsedEntry(published=early, updated=now), source, now).published == early
    assert to_entry(ParsedEntry(updated=early), source, now).published == early
    assert to_entry(ParsedEntry(published=late), source, now).published == now


def test_a_post_without_a_title_begins_with_what_it_says(source, now):
    entry = to_entry(ParsedEntry(summary="<p>Dark &amp; light" + " word" * 50 + "</p>"), source, now)
    assert entry.title.startswith("Dark & light word")
    assert len(entry.title) <= 120
    assert entry.title.endswith("…")
