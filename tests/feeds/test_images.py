"""Which picture an entry gets."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.feeds.images import image_in
from bot.feeds.parse import parse_feed
from bot.feeds.parsed import ParsedFeed

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
BASE = "https://example.com/news/feed.xml"
PAGE = "https://example.com/dark/renewed/"
MEDIA = 'xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'
PORTRAIT = '<media:content url="https://secure.gravatar.com/avatar/1?s=96" medium="image"/>'
NAMED = '<media:thumbnail url="https://example.com/t.jpg"/>'


def image(body: str) -> str:
    parsed = parse_feed(body.encode(), "", BASE, now=NOW)
    assert isinstance(parsed, ParsedFeed)
    return parsed.entries[0].image


def item(inner: str) -> str:
    return image(
        f'<rss version="2.0" {MEDIA}><channel><item><title>T</title><link>{PAGE}</link>{inner}</item></channel></rss>'
    )


def described(html: str) -> str:
    return item(f"<description><![CDATA[{html}]]></description>")


@pytest.mark.parametrize(
    ("inner", "found"),
    [
        ('<media:content url="/a.jpg" type="image/jpeg"/>', "https://example.com/a.jpg"),
        ('<media:content url="a?x=1" medium="image" width="800"/>', "https://example.com/news/a?x=1"),
        ('<media:content url="/a.webp"/>', "https://example.com/a.webp"),
        (f'<media:content url="/a.mp4" type="video/mp4"/>{NAMED}', "https://example.com/t.jpg"),
        (f'<media:content url="/a.mp4" medium="video"><media:title>V</media:title>{NAMED}</media:content>', "https://example.com/t.jpg"),
        (f"<media:group><media:content url='/v' type='application/x-flash'/>{NAMED}</media:group>", "https://example.com/t.jpg"),
        (f'{PORTRAIT}<media:content url="/b.jpg" medium="image"/>', "https://example.com/b.jpg"),
        (PORTRAIT, ""),
        ('<enclosure url="/e.png" type="image/png" length="1"/>', "https://example.com/e.png"),
        ('<enclosure url="/e.mp3" type="audio/mpeg" length="1"/>', ""),
        ('<itunes:image href="/i.jpg"/>', "https://example.com/i.jpg"),
        ('<media:content url="javascript:evil()" medium="image"/>', ""),
        ('<media:content url="data:image/png;base64,xx" medium="image"/>', ""),
        ('<media:content url="/dot.gif" medium="image" width="1" height="1"/>', ""),
        ("", ""),
    ],
)  # fmt: skip
def test_what_a_feed_names(inner, found):
    assert item(inner) == found


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ('<p>It<img class="x" src="/a.jpg" alt="a > b">', "https://example.com/a.jpg"),
        ("<img src='pic.jpg?a=1&amp;b=2' width=600 height=\"400\"/>", PAGE + "pic.jpg?a=1&b=2"),
        ('<img src="/dot.gif" width="1" height="1"><img src="/b.jpg">', "https://example.com/b.jpg"),
        ('<img src="/icon.png" width="32px">', ""),
        ('<img src="https://pixel.wp.com/b.gif?x=1"><img src="https://s.w.org/emoji/1.png">', ""),
        ('<img src="data:image/gif;base64,R0"><img src="//cdn.example.com/b.jpg" width="100%">', "https://cdn.example.com/b.jpg"),
        ('<img alt="none"><a href="/a.jpg">', ""),
    ],
)  # fmt: skip
def test_the_first_in_the_text_that_is_more_than_an_icon(html, found):
    assert described(html) == found


def test_what_is_named_goes_before_what_is_in_the_text():
    assert item(f"<description>&lt;img src='/a.jpg'&gt;</description>{NAMED}") == "https://example.com/t.jpg"


def test_an_enclosure_of_atom():
    assert (
        image(
            '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><title>T</title>'
            '<link rel="enclosure" href="/a.jpg"/></entry></feed>'
        )
        == "https://example.com/a.jpg"
    )


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"image": "/a.jpg", "banner_image": "/b.jpg"}, "https://example.com/a.jpg"),
        ({"banner_image": "/b.jpg"}, "https://example.com/b.jpg"),
        ({"image": 7, "url": PAGE, "content_html": "<img src='c.jpg'>"}, PAGE + "c.jpg"),
        ({"content_text": "<img src='c.jpg'>"}, ""),
    ],
)
def test_json_feeds(fields, found):
    assert image(json.dumps({"items": [{"id": "1", "title": "T", **fields}]})) == found


@given(st.lists(st.sampled_from(["<img ", " src=", '"', "'", "/a.jpg", ">", "width=", "9", "style=", "é", "&", "<"])))
def test_any_text_has_a_picture_or_none(parts):
    found = image_in(["".join(parts)], BASE)
    assert not found or found.startswith("https://example.com/")
