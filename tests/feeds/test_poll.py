from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.feeds.answers import hash_body
from bot.feeds.parsed import ParsedEntry
from bot.feeds.poll import poll, to_entry
from bot.feeds.schedule import Reason
from bot.model.source import Source, SourceId, Tier, Validators

FEED = b'<rss version="2.0"><channel><title>N</title><item><title>T</title><link>/1</link></item></channel></rss>'


@pytest.fixture
def source(site, now) -> Source:
    return Source(id=SourceId(1), url=f"{site.url}/feed", name="Trade", tier=Tier.TRADE, public=True, next_at=now)


@pytest.fixture
def ask(fetcher, parser, now):
    async def ask(source, later=timedelta()):
        return await poll(source, fetcher=fetcher, parser=parser, now=now + later, poll_seconds=600)

    return ask


async def test_a_first_poll_brings_the_entries(site, source, ask, now):
    site.serve("/feed", FEED, ETag='"1"')
    polled = await ask(source)
    assert polled.changed
    assert [(entry.title, entry.link) for entry in polled.entries] == [("T", f"{site.url}/1")]
    after = polled.source
    assert (after.validators, after.body_hash) == (Validators('"1"'), hash_body(FEED))
    assert (after.last_polled, after.last_changed, after.failures, after.error) == (now, now, 0, None)
    assert after.first_polled is None
    assert after.next_at >= now + timedelta(minutes=10)
    assert (
        replace(after, next_at=now, validators=Validators(), body_hash=None, last_polled=None, last_changed=None)
        == source
    )


async def test_a_304_changes_nothing_but_the_schedule(site, source, ask, now):
    site.serve("/feed", FEED, ETag='"1"')
    first = (await ask(source)).source
    site.serve("/feed", status=304)
    polled = await ask(first, timedelta(hours=1))
    assert site.requests[1].headers["If-None-Match"] == '"1"'
    assert not polled.changed
    assert not polled.entries
    assert polled.source.last_changed == now
    assert (polled.source.validators, polled.source.body_hash) == (first.validators, first.body_hash)
    assert polled.source.last_polled == now + timedelta(hours=1)


async def test_the_same_bytes_are_no_change_but_bring_new_validators(site, source, ask):
    site.serve("/feed", FEED, ETag='"1"')
    first = (await ask(source)).source
    site.serve("/feed", FEED, ETag='"2"')
    polled = await ask(first)
    assert not polled.changed
    assert polled.source.validators == Validators('"2"')


async def test_how_long_a_feed_is_fresh_moves_the_next_poll(site, source, ask, now):
    site.serve("/feed", FEED, Cache_Control="max-age=1800")
    polled = await ask(source)
    assert polled.reason is Reason.FRESH
    assert now + timedelta(minutes=30) <= polled.source.next_at <= now + timedelta(minutes=33)


async def test_failures_are_counted_put_into_words_and_forgotten(site, source, ask):
    site.serve("/feed", status=500)
    once = (await ask(source)).source
    twice = await ask(once)
    assert (once.failures, twice.source.failures) == (1, 2)
    assert "HTTP 500" in (twice.source.error or "")
    assert twice.reason is Reason.FAILED
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
    assert polled.reason is Reason.RETRY_AFTER
    assert polled.source.next_at == now + timedelta(hours=2)


async def test_a_feed_that_is_gone_is_stopped(site, source, ask):
    site.serve("/feed", status=410)
    assert (await ask(source)).source.stopped


async def test_a_permanent_move_is_told_and_the_source_keeps_its_url(site, source, ask):
    target = site.serve("/new", FEED)
    site.serve("/feed", status=301, Location=target)
    polled = await ask(source)
    assert polled.moved_to == target
    assert polled.source.url == source.url
    assert polled.changed


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
