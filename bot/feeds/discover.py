"""Which feeds a web page offers: those it declares (`<link rel="alternate">`, as the HTML standard's feed autodiscovery
has it), or else those it links to, and where a website that does neither mostly has its feed.

Pure. Knows nothing of fetching.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

import lxml.etree
import lxml.html
from yarl import URL

from bot.feeds.clean import clean_line
from bot.feeds.guard import UnfitUrlError, check_url

MOST_OFFERS = 10
MOST_GUESSES = 4
"""Requests that a page without any feed is worth."""

_FEED_TYPES = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml"})
_PAGE_BYTES = 1_000_000
_LONGEST_TITLE = 200
_FEED_PATH = re.compile(
    r"(?:/(?:feed|rss|atom|rss2)/?|/(?:feed|rss|atom|index)\.(?:xml|json)|\.(?:rss|atom|rdf))$", re.IGNORECASE
)
_FEED_QUERY = re.compile(r"(?:^|&)(?:feed=(?:rss2?|atom|rdf)|format=(?:rss|atom))(?:&|$)", re.IGNORECASE)
_COMMENTS = re.compile(
    r"\b(?:comments|kommentar|commentaires|comentarios?|comentários|commenti|reacties|komentarz|комментари)|コメント|评论",
    re.IGNORECASE,
)
_WELL_KNOWN = ("/feed", "/feed.xml", "/rss.xml", "/index.xml")
_MADE_BY = {
    "astro": "/rss.xml",
    "drupal": "/rss.xml",
    "eleventy": "/feed.xml",
    "gatsby": "/rss.xml",
    "ghost": "/rss",
    "hexo": "/atom.xml",
    "hugo": "/index.xml",
    "jekyll": "/feed.xml",
    "wordpress": "/feed",
    "zola": "/atom.xml",
}
"""Where the feed is by the documentation of the program that made a page, which `<meta name="generator">` names."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A feed that a page offers."""

    url: str
    """Absolute, http or https."""
    title: str = ""
    comments: bool = False
    """It holds what readers say, not what the website does."""


@dataclass(frozen=True, slots=True)
class Finds:
    """What a page tells of feeds."""

    offers: tuple[Offer, ...] = ()
    """At most `MOST_OFFERS`, in the page's order; those of comments last."""
    declared: bool = False
    """Whether the page itself says that these are feeds; else they look like it by their addresses."""
    guesses: tuple[str, ...] = ()
    """Where else a feed may be, the likeliest first, at most `MOST_GUESSES`; none where there is an offer."""


def discover(page: bytes, base_url: str) -> tuple[str, ...]:
    """URLs of the feeds that an HTML page offers, absolute, at most `MOST_OFFERS`; those of comments last."""
    return tuple(offer.url for offer in look_for_feeds(page, base_url).offers)


def look_for_feeds(page: bytes, base_url: str) -> Finds:
    """All that a page tells of feeds. Takes some milliseconds, up to 100 for a hostile page."""
    try:
        # As UTF-8 whatever it says: types and URLs are ASCII, and an unknown charset makes lxml give up.
        tree = lxml.html.document_fromstring(page[:_PAGE_BYTES], parser=lxml.html.HTMLParser(encoding="utf-8"))
    except (lxml.etree.LxmlError, ValueError, AssertionError):
        return Finds(guesses=_guesses(base_url, ""))
    base = next((_joined(base_url, str(found)) for found in tree.xpath("//base/@href")), None) or base_url
    declared = _distinct(_declared(tree, base))
    offers = declared or _distinct(_linked(tree, base, base_url))
    if offers:
        ordered = sorted(offers, key=lambda offer: offer.comments)
        return Finds(tuple(ordered[:MOST_OFFERS]), declared=bool(declared))
    made_by = next((str(found) for found in tree.xpath("//meta[@name='generator' or @name='Generator']/@content")), "")
    return Finds(guesses=_guesses(base_url, made_by))


def same_site(one: str, other: str) -> bool:
    """Whether one URL's host is the other's, or a part of it (`feeds.example.com`)."""
    first, second = (str(URL(url).host or "").removeprefix("www.") for url in (one, other))
    return first == second or first.endswith(f".{second}") or second.endswith(f".{first}")


def _declared(tree: lxml.html.HtmlElement, base: str) -> Iterator[Offer]:
    for link in tree.iter("link"):
        kind = link.get("type", "").partition(";")[0].strip().lower()
        if "alternate" in link.get("rel", "").lower().split() and kind in _FEED_TYPES:
            yield from _offer(base, link.get("href", ""), link.get("title", ""))


def _linked(tree: lxml.html.HtmlElement, base: str, page_url: str) -> Iterator[Offer]:
    for anchor in tree.iter("a"):
        for offer in _offer(base, anchor.get("href", ""), anchor.get("title", "")):
            url = URL(offer.url)
            named = anchor.get("type", "").strip().lower() in _FEED_TYPES
            looks = named or _FEED_PATH.search(url.path) or _FEED_QUERY.search(url.query_string)
            if looks and same_site(offer.url, page_url):
                yield offer


def _offer(base: str, reference: str, title: str) -> Iterator[Offer]:
    url = _joined(base, reference)
    if url is not None:
        name = clean_line(title, _LONGEST_TITLE)
        yield Offer(url, name, comments=bool(_COMMENTS.search(name) or _COMMENTS.search(URL(url).path)))


def _distinct(offers: Iterator[Offer]) -> list[Offer]:
    found: dict[str, Offer] = {}
    for offer in offers:
        found.setdefault(offer.url, offer)
    return list(found.values())


def _guesses(page_url: str, made_by: str) -> tuple[str, ...]:
    """The usual places on the page's website, that of the program that made it first."""
    known = next((path for name, path in _MADE_BY.items() if name in made_by.lower()), None)
    paths = dict.fromkeys([known, *_WELL_KNOWN] if known else _WELL_KNOWN)
    return tuple(url for path in paths if (url := _joined(page_url, path)) is not None)[:MOST_GUESSES]


def _joined(base_url: str, reference: str) -> str | None:
    if not reference.strip():
        return None
    try:
        return str(check_url(urljoin(base_url, reference.strip())))
    except (ValueError, UnfitUrlError):
        return None
