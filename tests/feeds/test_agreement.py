"""What is left of a feed is read as plain feedparser reads it in the whole feed: real feeds, and generated ones."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.feeds import parse
from bot.feeds.parse import parse_feed
from bot.feeds.parsed import ParsedEntry, ParsedFeed

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
BASE = "https://example.com/news/feed.xml"
REAL = Path(__file__).resolve().parents[3] / "shared" / "feeds" / "real"
HEADERS = ("", "application/xml; charset=utf-8", "text/xml; charset=windows-1252")


def read(body: bytes, header: str, known: frozenset[int] = frozenset()) -> ParsedFeed:
    parsed = parse_feed(body, header, BASE, now=NOW, known=known)
    assert isinstance(parsed, ParsedFeed), parsed
    return parsed


def plainly(body: bytes, header: str) -> ParsedFeed:
    """The same without taking anything apart."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parse, "strip", lambda *_of_it: None)
        return read(body, header)


def bare(entries: tuple[ParsedEntry, ...]) -> tuple[ParsedEntry, ...]:
    return tuple(replace(entry, fingerprint=None) for entry in entries)


def check(body: bytes, header: str, most: int = 1_000) -> bool:
    """Whether the feed was taken apart; if so, each entry by itself must be read as it is among all others."""
    plain = plainly(body, header)
    whole = read(body, header)
    assert bare(whole.entries) == plain.entries
    assert (whole.title, whole.ttl, whole.hub) == (plain.title, plain.ttl, plain.hub)
    if any(entry.fingerprint is None for entry in whole.entries):
        return False
    prints = [entry.fingerprint for entry in whole.entries if entry.fingerprint is not None]
    for entry in itertools.islice(whole.entries, 0, None, max(1, len(whole.entries) // most)):
        others = frozenset(prints) - {entry.fingerprint}
        alone = read(body, header, others)
        same = tuple(one for one in whole.entries if one.fingerprint == entry.fingerprint)
        assert alone.entries == same
        assert len(alone.stripped) == len(prints) - len(same)
    none = read(body, header, frozenset(prints))
    assert (none.entries, none.stripped) == ((), tuple(prints))
    head = (none.title, none.ttl, none.hub, none.skip_hours, none.skip_days)
    assert head == (whole.title, whole.ttl, whole.hub, whole.skip_hours, whole.skip_days)
    return True


@pytest.mark.skipif(not REAL.is_dir(), reason="the real feeds are not here")
@pytest.mark.parametrize("header", HEADERS)
def test_real_feeds(header):
    apart = 0
    for path in sorted(REAL.iterdir()):
        body = path.read_bytes()
        # The others are as long, and read as the first.
        if len(body) < (40_000 if not header else 15_000):
            apart += check(body, header, most=3)
    assert apart >= (30 if not header else 0)


texts = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), max_size=12
)
markup = st.sampled_from(
    [
        "<b>bold</b>",
        "<p>Fünf</p>",
        "<script>evil()</script>",
        '<img src="/a.jpg" width="600">',
        "<div>open",
        "a & b",
        "’",
    ]
)
values = st.lists(texts | markup, max_size=3).map("".join)
names = st.sampled_from(
    [
        "title",
        "link",
        "guid",
        "description",
        "pubDate",
        "category",
        "author",
        "comments",
        "content:encoded",
        "dc:creator",
        "dc:date",
        "dc:subject",
        "media:title",
        "media:description",
        "media:credit",
        "slash:comments",
        "itunes:summary",
        "itunes:keywords",
        "source",
        "updated",
        "published",
        "summary",
        "id",
        "content",
        "subtitle",
        "language",
        "image",
        "url",
        "name",
        "thing",
    ]
)
locally = st.sampled_from(
    ["", ' xml:base="https://example.org/x/"', ' xmlns="urn:other"', ' xmlns:q="urn:q"', ' xml:lang="de"', ' type="html"',
     ' xmlns:dc="http://purl.org/dc/elements/1.1/"', ' type="text"', ' isPermaLink="false"', ' type="xhtml"', "", ""]
)  # fmt: skip
given_links = st.sampled_from(
    ["https://example.com/1", "/2", "3?a=1&b=2", "javascript:evil()", "tag:example.com,2026:1"]
)


@st.composite
def elements(draw: st.DrawFn) -> str:
    name, value, attributes = draw(names), draw(values), draw(locally)
    if name in {"link", "guid", "id", "url"} and draw(st.booleans()):
        value = draw(given_links)
    form = draw(st.integers(0, 5))
    if form == 0:
        return f"<link rel={quoteattr(draw(st.sampled_from(['alternate', 'enclosure', 'self'])))} href={quoteattr(draw(given_links))}{attributes}/>"
    if form == 1:
        return f"<media:content url={quoteattr(draw(given_links))} medium='image'><media:title>{escape(value)}</media:title></media:content>"
    if form == 2 and "]]>" not in value:
        return f"<{name}{attributes}><![CDATA[{value}]]></{name}>"
    if form == 3:
        return f'<{name} type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{escape(value)}</p></div></{name}>'
    if form == 4:
        return f"<author><name>{escape(value)}</name></author><source><title>{escape(value)}</title></source>"
    return f"<{name}{attributes}>{escape(value)}</{name}>"


NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "content": "http://purl.org/rss/1.0/modules/content/",
        "dc": "http://purl.org/dc/elements/1.1/",
        "media": "http://search.yahoo.com/mrss/",
        "slash": "http://purl.org/rss/1.0/modules/slash/",
        "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    }.items()
)
RDF = "xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'"
FORMS = (
    ("<rss version='2.0' {0}><channel>{1}{2}</channel></rss>", "item"),
    ("<feed xmlns='http://www.w3.org/2005/Atom' {0}>{1}{2}</feed>", "entry"),
    (f"<r:RDF {RDF} {{0}}><channel>{{1}}</channel>{{2}}</r:RDF>", "item"),
)


@st.composite
def feeds(draw: st.DrawFn) -> tuple[bytes, str]:
    form, tag = draw(st.sampled_from(FORMS))
    inner = draw(st.lists(st.lists(elements(), min_size=1, max_size=4).map("".join), min_size=1, max_size=4))
    head = draw(
        st.sampled_from(["", "<title>News</title><ttl>30</ttl>", "<title>N</title><image><url>/i.png</url></image>"])
    )
    items = "\n".join(f"<{tag}>{item}</{tag}>" for item in inner)
    charset = draw(st.sampled_from(["utf-8", "windows-1252", "iso-8859-1", ""]))
    prolog = f'<?xml version="1.0" encoding="{charset}"?>' if charset else ""
    body = (prolog + form.format(NAMESPACES, head, items)).encode(charset or "utf-8", "xmlcharrefreplace")
    return body, draw(st.sampled_from([*HEADERS, "text/html", "application/rss+xml"]))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(feeds())
def test_generated_feeds(feed):
    body, header = feed
    check(body, header)
