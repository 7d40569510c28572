"""What a page tells of feeds."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.feeds.discover import MOST_GUESSES, MOST_OFFERS, Offer, discover, look_for_feeds

HOME = "https://www.blog.example/2026/story"


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def link(href: str, title: str = "", kind: str = "application/rss+xml") -> str:
    return f'<link rel="alternate" type="{kind}" title="{title}" href="{href}">'


def test_declared_feeds_in_the_pages_order_with_comments_last():
    head = link("/story/feed", "Blog » A Story Comments Feed") + link("/feed", "Blog » Feed") + link("/atom", "Atom")
    finds = look_for_feeds(page("<a href='/rss'>RSS</a>", head + link("/feed", "again")), HOME)
    assert finds.declared
    assert finds.offers == (
        Offer("https://www.blog.example/feed", "Blog » Feed"),
        Offer("https://www.blog.example/atom", "Atom"),
        Offer("https://www.blog.example/story/feed", "Blog » A Story Comments Feed", comments=True),
    )
    assert finds.guesses == ()


@pytest.mark.parametrize(
    "title",
    ["Blog » Comments Feed", "Kommentar-Feed", "Flux des commentaires", "Feed dei commenti", "Лента комментариев"],
)
def test_a_feed_of_comments_in_other_languages(title):
    [offer] = look_for_feeds(page("", link("/story/feed", title)), HOME).offers
    assert offer.comments


@pytest.mark.parametrize(
    "href",
    [
        "/feed",
        "/feed/",
        "/category/tv/feed/",
        "rss",
        "/blog/index.xml",
        "/feed.xml",
        "/feed.json",
        "/news.rss",
        "//blog.example/atom.xml",
        "https://feeds.blog.example/rss",
        "/?feed=rss2",
        "/blog?format=rss",
    ],
)
def test_a_link_that_looks_like_a_feed(href):
    finds = look_for_feeds(page(f'<p><a href="{href}">Follow</a></p>'), HOME)
    assert len(finds.offers) == 1
    assert not finds.declared


@pytest.mark.parametrize(
    "href",
    [
        "/feedback",
        "/about",
        "/rss-explained",
        "/atoms",
        "https://elsewhere.example/feed",
        "javascript:feed",
        "",
        "/?a=feed",
    ],
)
def test_a_link_that_does_not(href):
    assert discover(page(f'<a href="{href}">Follow</a>'), HOME) == ()


def test_a_link_may_say_that_it_leads_to_a_feed():
    assert discover(page('<a type="application/atom+xml" href="/all">All</a>'), HOME) == (
        "https://www.blog.example/all",
    )


def test_a_base_and_its_absence():
    head = '<base href="https://cdn.example/site/">' + link("feed")
    assert discover(page("", head), HOME) == ("https://cdn.example/site/feed",)


def test_a_page_without_any_feed_is_guessed_about():
    finds = look_for_feeds(page(""), HOME)
    assert finds.guesses[0] == "https://www.blog.example/feed"
    assert len(finds.guesses) == MOST_GUESSES


@pytest.mark.parametrize(
    ("program", "path"),
    [("Hugo 0.140.0", "/index.xml"), ("WordPress 6.7", "/feed"), ("Ghost 5.1", "/rss"), ("Hexo", "/atom.xml")],
)
def test_the_program_that_made_a_page_tells_where_its_feed_is(program, path):
    guesses = look_for_feeds(page("", f'<meta name="generator" content="{program}">'), HOME).guesses
    assert guesses[0] == f"https://www.blog.example{path}"
    assert len(set(guesses)) == len(guesses) == MOST_GUESSES


@given(st.binary(max_size=300) | st.text(alphabet="<>/ ='\"aalinkhrefbs&;!-[]", max_size=200).map(str.encode))
def test_any_bytes_are_looked_at(data):
    assert len(discover(data, HOME)) <= MOST_OFFERS


def test_a_hostile_page_takes_no_long_time():
    for part in ("<a href='/feed'>", "<div>", link("/feed?%d"), "<a href='/x?" + "feed=" * 200 + "'>"):
        body = "".join(part.replace("%d", str(number)) for number in range(1_000_000 // len(part)))
        started = time.process_time()
        assert len(discover(page(body), HOME)) <= MOST_OFFERS
        assert time.process_time() - started < 3
