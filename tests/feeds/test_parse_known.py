"""Which entries of a feed are read when some are known, and what is read of the feed itself in any case."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

from bot.feeds.parse import parse_feed
from bot.feeds.parsed import ParsedFeed

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
BASE = "https://example.com/news/feed.xml"


def rss(items: str, head: str = "") -> bytes:
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>N</title>{head}{items}</channel></rss>'.encode()


def feed(body: bytes) -> ParsedFeed:
    parsed = parse_feed(body, "application/rss+xml", BASE, now=NOW)
    assert isinstance(parsed, ParsedFeed), parsed
    return parsed


def test_when_it_does_not_want_to_be_polled_is_read():
    head = (
        "<skipHours><hour>0</hour><hour> 7 </hour><hour>24</hour><hour>99</hour><hour>x</hour></skipHours>"
        "<skipDays><day>Sunday</day><day>monday</day><day>Someday</day></skipDays>"
        '<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="hub" href="https://hub.example/"/>'
    )
    for body in (rss("<item><title>A</title></item>", head), rss("<item><title>A & B</title></item>", head)):
        parsed = feed(body)
        assert (parsed.skip_hours, parsed.skip_days) == (frozenset({0, 7}), frozenset({6, 0}))
        assert parsed.hub == "https://hub.example/"


def test_known_entries_are_not_read():
    body = rss(
        "<item><title>A</title></item><item><title>B</title></item><item><title>A</title></item>", "<ttl>5</ttl>"
    )
    a, b = (entry.fingerprint for entry in feed(body).entries[:2])
    assert a is not None
    assert b is not None
    rest = parse_feed(body, "", BASE, now=NOW, known=[a])
    assert isinstance(rest, ParsedFeed)
    assert ([entry.title for entry in rest.entries], rest.stripped) == (["B"], (a, a))
    none = parse_feed(body, "", BASE, now=NOW, known={a, b})
    assert isinstance(none, ParsedFeed)
    assert (none.entries, none.stripped, none.title, none.ttl) == ((), (a, b, a), "N", timedelta(minutes=5))


def test_known_items_of_a_json_feed_are_not_read():
    items = [{"id": "1", "title": "A"}, {"title": "B", "id": "2"}]
    hubs = [{"type": "other", "url": "https://x.example/"}, {"type": "WebSub", "url": "https://hub.example/"}]
    body = json.dumps({"title": "J", "items": items, "hubs": hubs}).encode()
    first = feed(body).entries[0].fingerprint
    assert first is not None
    rest = parse_feed(body, "", BASE, now=NOW, known={first})
    assert isinstance(rest, ParsedFeed)
    assert ([entry.title for entry in rest.entries], rest.stripped, rest.hub) == (
        ["B"],
        (first,),
        "https://hub.example/",
    )


def test_a_feed_that_cannot_be_taken_apart_is_read_whole():
    parsed = parse_feed(rss("<item><title>A & B</title></item>"), "", BASE, now=NOW, known={1, 2})
    assert isinstance(parsed, ParsedFeed)
    assert [(entry.title, entry.fingerprint) for entry in parsed.entries] == [("A & B", None)]
    assert parsed.stripped == ()


def test_of_too_many_entries_the_oldest_do_not_become_new_once_the_newest_are_known():
    items = "".join(
        f"<item><title>{n}</title><pubDate>{datetime(2020, 1, 1, tzinfo=UTC) + timedelta(days=n):%a, %d %b %Y} 00:00:00 GMT"
        "</pubDate></item>"
        for n in range(520)
    )
    first = feed(rss(items))
    known = {entry.fingerprint for entry in first.entries if entry.fingerprint is not None}
    again = parse_feed(rss(items), "", BASE, now=NOW, known=known)
    assert isinstance(again, ParsedFeed)
    assert {entry.title for entry in again.entries} <= {entry.title for entry in first.entries}
