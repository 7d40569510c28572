"""Subscription lists: what is written can be read, what other programs write can be read, and hostile files end in
words.
"""

from __future__ import annotations

import contextlib
import time
import unicodedata
from datetime import datetime, timedelta, timezone

import lxml.etree
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.feeds.opml import LARGEST_LIST, MOST_OUTLINES, Outline, UnreadableListError, read_opml, write_opml
from bot.model.errors import UserError

MADE = datetime(2026, 3, 1, 12, tzinfo=timezone(timedelta(hours=1)))
BODY = '<opml version="2.0"><head/><body>{}</body></opml>'


def opml(*outlines: str) -> bytes:
    return BODY.format("".join(outlines)).encode()


def tidy(text: str) -> bool:
    """Whether cleaning leaves a text as it is."""
    return " ".join(text.split()) == text and all(
        unicodedata.category(letter) not in ("Cc", "Cs", "Cn") for letter in text
    )


titles = st.text(min_size=1, max_size=60).filter(tidy)
words = st.text(st.characters(exclude_characters=",/", exclude_categories=("C", "Z")), min_size=1, max_size=12)
categories = st.lists(st.lists(words, min_size=1, max_size=3).map("/".join), max_size=4, unique=True).map(tuple)
urls = st.from_regex(r"https?://[a-z0-9.-]{1,30}/[!-~]{0,60}", fullmatch=True)
outlines = st.builds(Outline, url=urls, title=titles, categories=categories)


@given(titles, st.lists(outlines, min_size=1, max_size=8, unique_by=lambda outline: outline.url))
def test_what_is_written_is_read_back(title, feeds):
    assert read_opml(write_opml(title, feeds, MADE)) == tuple(feeds)


@given(st.binary(max_size=400) | st.text(alphabet="<>/ ='\"opmlutinebdyxUR&;!-[]", max_size=200).map(str.encode))
def test_any_bytes_are_read_or_refused_in_words(data):
    for document in (data, opml(data.decode(errors="replace"))):
        with contextlib.suppress(UnreadableListError):
            assert read_opml(document)


def test_what_is_written_is_opml_two():
    document = lxml.etree.fromstring(write_opml("Ours\x00 & others", [Outline("https://a.example/f", "")], MADE))
    assert (document.tag, document.get("version")) == ("opml", "2.0")
    assert document.findtext("head/title") == "Ours & others"
    assert document.findtext("head/dateCreated") == "Sun, 01 Mar 2026 11:00:00 GMT"
    [outline] = document.iterfind("body/outline")
    assert outline.get("type") == "rss"
    assert outline.get("text") == outline.get("xmlUrl") == "https://a.example/f"


def test_folders_become_categories_and_a_feed_in_two_of_them_is_one_feed():
    found = read_opml(
        opml(
            '<outline text="TV"><outline text="Drama"><outline text="A" xmlUrl="https://a.example/"/></outline></outline>',
            '<outline text="Daily"><outline title="A" xmlUrl="https://a.example/" category="/x/y,z"/></outline>',
        )
    )
    assert found == (Outline("https://a.example/", "A", ("TV/Drama", "Daily")),)


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        ("{}", "utf-8"),
        ("\ufeff{}", "utf-8"),
        ("{}", "cp1252"),
        ("<?xml version='1.0' encoding='utf-8'?>{}", "utf-8"),
        ("<?xml version='1.0' encoding='iso-8859-1'?>{}", "iso-8859-1"),
        ("<?xml version='1.0' encoding='utf-16'?>{}", "utf-16"),
    ],
)
@pytest.mark.parametrize(
    "outline",
    [
        '<outline text="Café" xmlUrl="https://a.example/?a=1&amp;copy=2"/>',
        "<OUTLINE TITLE='Café' XMLURL='https://a.example/?a=1&amp;copy=2'></OUTLINE>",
        "<outline text=Café xmlurl='https://a.example/?a=1&amp;copy=2'>",
    ],
)
def test_charsets_and_the_spellings_of_other_programs(text, charset, outline):
    data = text.format(BODY.format(outline)).encode(charset)
    assert read_opml(data) == (Outline("https://a.example/?a=1&copy=2", "Café"),)


def test_markup_that_is_not_well_formed_is_forgiven():
    found = read_opml(opml('<outline text="Law & Order" xmlUrl="https://a.example/?x=1&y=2"></outline></outline>'))
    assert found == (Outline("https://a.example/?x=1&y=2", "Law & Order"),)


def test_what_is_no_web_address_is_handed_on_for_the_reader_to_refuse():
    assert read_opml(opml('<outline text="x" xmlUrl=" javascript:alert(1) "/>'))[0].url == "javascript:alert(1)"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "no OPML"),
        (b"\0" * 50, "no OPML"),
        (b"<!DOCTYPE html><html><body>Hello</body></html>", "no OPML"),
        (b"<rss version='2.0'><channel><title>T</title></channel></rss>", "no OPML"),
        (opml(), "names no feeds"),
        (opml('<outline text="Folder"/>'), "names no feeds"),
        (b'<!DOCTYPE o [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + opml("&b;"), "entities"),
        (b'<!DOCTYPE o [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + opml("&a;"), "entities"),
        (b"x" * (LARGEST_LIST + 1), "larger than 2 MB"),
        (opml('<outline xmlUrl="https://a.example/"/>' * (MOST_OUTLINES + 1)), "more than 5000"),
        (opml('<outline text="a">' * 5_000), "nests"),
        (opml("<b>" * 100_000), "nests"),
    ],
)
def test_what_is_no_list_is_refused_with_the_reason(data, says):
    with pytest.raises(UnreadableListError, match=says) as refusal:
        read_opml(data)
    assert isinstance(refusal.value, UserError)


@pytest.mark.parametrize(
    "outline",
    [
        '<outline text="a" xmlUrl="https://a.example/" category="{0}1,{0}2,{0}3,{0}4,{0}5,{0}6,{0}7,{0}8,{0}9"/>',
        '<outline text="{0}"><outline xmlUrl="https://a.example/"/></outline>',
    ],
)
def test_a_feed_in_very_many_categories_takes_no_long_time(outline):
    data = opml(*(outline.format(number) for number in range(MOST_OUTLINES // 2)))
    started = time.process_time()
    [feed] = read_opml(data)
    assert len(feed.categories) <= 10
    assert time.process_time() - started < 3


def test_a_huge_category_attribute_takes_no_long_time():
    tags = ",".join(map(str, range(200_000)))
    started = time.process_time()
    [feed] = read_opml(opml(f'<outline xmlUrl="https://a.example/" category="{tags}"/>'))
    assert len(feed.categories) == 10
    assert time.process_time() - started < 3
