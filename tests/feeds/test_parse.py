from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.feeds.parse import parse_feed
from bot.feeds.parsed import Flaw, NotAFeed, ParsedEntry, ParsedFeed
from bot.feeds.scan import DEEPEST

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
BASE = "https://example.com/news/feed.xml"
SY = '<sy:update{0} xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">{1}</sy:update{0}>'
REAL = Path(__file__).resolve().parents[3] / "shared" / "feeds" / "real"


def rss(items: str, head: str = "") -> bytes:
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>N</title>{head}{items}</channel></rss>'.encode()


def feed(body: bytes, content_type: str = "application/rss+xml") -> ParsedFeed:
    parsed = parse_feed(body, content_type, BASE, now=NOW)
    assert isinstance(parsed, ParsedFeed), parsed
    return parsed


def item(inner: str) -> ParsedEntry:
    (entry,) = feed(rss(f"<item>{inner}</item>")).entries
    return entry


def refusal(body: bytes) -> NotAFeed:
    parsed = parse_feed(body, "text/html", BASE, now=NOW)
    assert isinstance(parsed, NotAFeed), parsed
    return parsed


def test_an_rss_item_is_read():
    entry = item(
        "<title>Dark\n renewed</title><link>https://example.com/1</link><guid isPermaLink='false'> id 1 </guid>"
        "<description>&lt;p&gt;Short&lt;/p&gt;</description><category>TV</category><category>TV</category>"
        "<pubDate>Sun, 01 Mar 2026 11:00:00 +0200</pubDate>"
    )
    assert replace(entry, fingerprint=None) == ParsedEntry(
        guid="id 1",
        link="https://example.com/1",
        title="Dark renewed",
        summary="<p>Short</p>",
        published=datetime(2026, 3, 1, 9, tzinfo=UTC),
        tags=("TV",),
    )


def test_an_atom_entry_is_read():
    parsed = feed(
        b'<feed xmlns="http://www.w3.org/2005/Atom"><title>Atom</title><entry><id>tag:1</id><title>T</title>'
        b'<link rel="alternate" href="../1"/><updated>2026-02-28T10:00:00Z</updated><summary>S</summary>'
        b'<content type="html">&lt;b&gt;C&lt;/b&gt;</content></entry></feed>'
    )
    assert parsed.title == "Atom"
    assert tuple(replace(entry, fingerprint=None) for entry in parsed.entries) == (
        ParsedEntry(
            guid="tag:1",
            link="https://example.com/1",
            title="T",
            summary="S",
            content="<b>C</b>",
            updated=datetime(2026, 2, 28, 10, tzinfo=UTC),
        ),
    )


def test_a_json_feed_is_read():
    body = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "J",
        "items": [
            {"id": 7, "url": "/1", "title": "T", "content_html": "<p>C</p>", "date_published": "2026-02-28T10:00:00Z"},
            "nonsense",
            {"id": "8", "content_text": "plain", "tags": ["a", 1], "date_published": "yesterday"},
        ],
    }
    first, second = feed(json.dumps(body).encode(), "application/feed+json").entries
    assert (first.guid, first.link, first.content) == ("7", "https://example.com/1", "<p>C</p>")
    assert first.published == datetime(2026, 2, 28, 10, tzinfo=UTC)
    assert (second.guid, second.content, second.tags, second.published) == ("8", "plain", ("a",), None)


def test_a_guid_stays_as_it_is_while_a_link_becomes_absolute():
    entry = item("<guid isPermaLink='false'>a/1</guid><link>/a/1</link><title>T</title>")
    assert (entry.guid, entry.link) == ("a/1", "https://example.com/a/1")


@pytest.mark.parametrize(
    "link",
    ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "https://a:b@example.com/", "http://[", ""],
)
def test_a_link_that_is_no_web_page_is_dropped(link):
    assert item(f"<title>T</title><link>{link}</link>").link == ""


def test_html_is_sanitised():
    entry = item(
        "<title>T</title><description>&lt;script&gt;evil()&lt;/script&gt;&lt;p onclick='x()'&gt;good</description>"
    )
    assert "good" in entry.summary
    assert "evil" not in entry.summary
    assert "onclick" not in entry.summary


@pytest.mark.parametrize(
    ("body", "title"),
    [
        (rss("<item><title>Law & Order is back</title></item>"), "Law & Order is back"),
        (rss("<item><title>Caf&eacute; &#233;</title></item>"), "Café é"),
        (rss("<item><title>One</title><description><b>open</description></item>"), "One"),
        (b"\n\n" + rss("<item><title>Late start</title></item>"), "Late start"),
        (b'<rss version="2.0"><channel><item><title>It\x92s</title></item></channel></rss>', "It’s"),
        (rss("<item><title>Ünï</title></item>").decode().encode("utf-16"), "Ünï"),
        ("<?xml version='1.0' encoding='iso-8859-1'?><rss version='2.0'><channel><item><title>Fünf</title></item>"
         "</channel></rss>".encode("latin-1"), "Fünf"),
        ("\ufeff".encode() + rss("<item><title>BOM é</title></item>"), "BOM é"),
    ],
)  # fmt: skip
def test_what_is_broken_in_usual_ways_is_read_all_the_same(body, title):
    assert [entry.title for entry in feed(body, "text/html; charset=utf-8" if b"\x92" not in body else "").entries] == [
        title
    ]


def test_the_charset_of_the_header_counts():
    body = rss("<item><title>Привет</title></item>").decode().replace('<?xml version="1.0"?>', "").encode("koi8-r")
    (entry,) = feed(body, "application/xml; charset=koi8-r").entries
    assert entry.title == "Привет"


@pytest.mark.parametrize(
    ("date", "published"),
    [
        ("Mon, 02 Mar 2026 12:00:00 GMT", NOW),
        ("Fri, 01 Jan 2100 00:00:00 GMT", NOW),
        ("Thu, 01 Jan 1970 00:00:00 GMT", None),
        ("Mon, 99 Foo 2026 99:99:99 GMT", None),
        ("0000-00-00", None),
        ("soon", None),
        ("", None),
    ],
)
def test_dates_are_possible_and_never_in_the_future(date, published):
    assert item(f"<title>T</title><pubDate>{date}</pubDate>").published == published


@pytest.mark.parametrize(
    ("head", "ttl"),
    [
        ("<ttl>30</ttl>", timedelta(minutes=30)),
        ("<ttl>-1</ttl>", None),
        ("<ttl>never</ttl>", None),
        (
            SY.format("Period", "hourly") + SY.format("Frequency", 2),
            timedelta(minutes=30),
        ),
    ],
)
def test_how_long_it_is_fresh_is_read(head, ttl):
    assert feed(rss("", head)).ttl == ttl


def test_everything_is_bounded():
    text = "x" * 70_000
    tags = "".join(f"<category>c{n}</category>" for n in range(80))
    entry = item(
        f"<guid>{text}</guid><link>https://example.com/{text}</link><title>{text}</title><description>{text}</description>"
        f'<content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/">y{text}</content:encoded>{tags}'
    )
    assert (len(entry.title), len(entry.summary), len(entry.content)) == (500, 20_000, 60_000)
    assert (len(entry.tags), entry.link, len(entry.guid) < 100) == (50, "", True)


def test_no_tag_is_left_open_by_a_cut():
    summary = "x" * 19_990 + '&lt;a href="https://example.com/long"&gt;link&lt;/a&gt;' + "y" * 100
    assert item(f"<title>T</title><description>{summary}</description>").summary == "x" * 19_990


def test_of_too_many_entries_the_newest_are_kept_in_the_feeds_order():
    dates = [datetime(2020, 1, 1, tzinfo=UTC) + timedelta(days=n) for n in range(600)]
    items = "".join(
        f"<item><title>{n}</title><pubDate>{d:%a, %d %b %Y} 00:00:00 GMT</pubDate></item>" for n, d in enumerate(dates)
    )
    titles = [entry.title for entry in feed(rss(items)).entries]
    assert titles == [str(n) for n in range(100, 600)]


@pytest.mark.parametrize(
    ("body", "flaw", "says"),
    [
        (b"", Flaw.EMPTY, "empty"),
        (b" \r\n\0", Flaw.EMPTY, "empty"),
        (b"<!DOCTYPE html><html><body>Hello</body></html>", Flaw.WEB_PAGE, "web page"),
        (b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>", Flaw.WEB_PAGE, "web page"),
        (rss("<item><title>A</title></item><item><title>B")[:-27], Flaw.TRUNCATED, "broken off"),
        (b"<rss version='2.0'><channel>", Flaw.TRUNCATED, "broken off"),
        (b"<opml version='2.0'/>", Flaw.OTHER, "not an RSS"),
        (b"just text", Flaw.OTHER, "not an RSS"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), Flaw.OTHER, "not an RSS"),
        (b'{"error": "no"}', Flaw.OTHER, "not a JSON Feed"),
        (b'{"items": [', Flaw.TRUNCATED, "cut off"),
        (b"[" * 100_000, Flaw.NESTED, "nests"),
        (rss("<item>" + "<a>" * (DEEPEST + 1) + "</a>" * (DEEPEST + 1) + "</item>"), Flaw.NESTED, "nests"),
        (b"<a>" * 100_000, Flaw.NESTED, "nests"),
    ],
)
def test_what_is_no_feed_is_told_apart(body, flaw, says):
    refused = refusal(body)
    assert refused.flaw is flaw
    assert says in refused.message


def test_a_web_page_says_which_feeds_it_offers():
    page = (
        b'<html><head><base href="https://cdn.example.com/x/"><link rel="stylesheet" type="text/css" href="/s.css">'
        b'<link rel="Alternate home" type="application/rss+xml; charset=utf-8" href="../rss">'
        b'<link rel=alternate type="application/atom+xml" href="javascript:evil()">'
        b'<link rel=alternate type="text/html" hreflang="de" href="/de"></head><body>'
    )
    refused = refusal(page)
    assert refused.offers == ("https://cdn.example.com/rss",)
    assert "https://cdn.example.com/rss" in refused.message


def test_entities_are_inert():
    bomb = (
        '<!DOCTYPE rss [<!ENTITY a "lol"><!ENTITY f SYSTEM "file:///etc/hostname">'
        + "".join(f'<!ENTITY b{n} "{"&b" + str(n - 1) + ";" if n else "&a;"}' + f'{"&a;" * 10}">' for n in range(9))
        + "]>"
    )
    body = rss("<item><title>x &f; &b8;</title></item>").decode().replace("?>", f"?>{bomb}", 1).encode()
    parsed = parse_feed(body, "", BASE, now=NOW)
    assert isinstance(parsed, NotAFeed) or len(parsed.entries[0].title) <= 500


json_values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["items", "id", "url", "title", "tags", "summary", "date_published", "content_html"]), inner
    ),
    max_leaves=12,
)  # fmt: skip


@given(json_values)
def test_any_json_is_a_feed_or_not(value):
    parse_feed(json.dumps({"items": [value]}).encode(), "application/json", BASE, now=NOW)


@settings(max_examples=60)
@given(st.binary(max_size=200), st.integers(0, 150))
def test_any_bytes_within_a_feed_are_a_feed_or_not(noise, at):
    body = rss("<item><title>T</title><link>/1</link><pubDate>x</pubDate></item>")
    parsed = parse_feed(body[:at] + noise + body[at:], "text/xml", BASE, now=NOW)
    if isinstance(parsed, ParsedFeed):
        for entry in parsed.entries:
            f"{entry.title}{entry.summary}{entry.guid}{entry.link}".encode()


@pytest.mark.skipif(not REAL.is_dir(), reason="the real feeds are not here")
def test_real_feeds_are_read():
    for path in sorted(REAL.iterdir()):
        parsed = parse_feed(path.read_bytes(), "application/xml", BASE, now=NOW)
        assert isinstance(parsed, ParsedFeed), (path.name, parsed)
        assert parsed.entries, path.name
        for entry in parsed.entries:
            assert entry.link.startswith(("http://", "https://")), path.name
            assert entry.published is None or entry.published <= NOW, path.name


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("&lt;script&gt;evil()&lt;/script&gt;Dark", "Dark"),
        ("<![CDATA[<b>Dark</b> is <i class='x'>back</i><br/>]]>", "Dark is back"),
        ("<![CDATA[Dark<iframe src='x'></iframe><img src=x onerror=evil()>]]>", "Dark"),
        ("How &lt;video&gt; works", "How <video> works"),
        ("1 &lt; 2 and 3 &gt; 2", "1 < 2 and 3 > 2"),
        ("I &lt;3 Dark", "I <3 Dark"),
    ],
)
def test_titles_are_sanitised(title, read):
    assert item(f"<title>{title}</title>").title == read


def test_the_html_of_a_json_feed_is_sanitised():
    html = (
        "<p onclick=\"x()\" class='a'>good<script>evil()</script><a href='java\tscript:evil()'>b</a>"
        '<a href="&#106;avascript:evil()">c</a><iframe src="https://example.com">d</iframe></p><svg onload=evil()>'
        '<img alt="a > b" src=/a.jpg onerror="evil()"><img alt="<" onerror=evil()><b>bold</b>'
    )
    (entry,) = feed(json.dumps({"items": [{"id": "1", "content_html": html, "title": "<b>T</b>"}]}).encode()).entries
    assert entry.title == "T"
    assert "good" in entry.content
    assert "<b>bold</b>" in entry.content
    assert '<img alt="a &gt; b" src="/a.jpg">' in entry.content
    for bad in ("script", "onclick", "iframe", "onerror", "<svg"):
        assert bad not in entry.content


def test_links_are_relative_to_the_base_of_their_element():
    parsed = feed(
        b'<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/"><title>N</title>'
        b'<entry xml:base="b/"><id>1</id><title>T</title><link href="c"/></entry>'
        b'<entry><id>2</id><title>U</title><link href="c"/></entry></feed>'
    )
    assert [entry.link for entry in parsed.entries] == ["https://a.example/b/c", "https://a.example/c"]
