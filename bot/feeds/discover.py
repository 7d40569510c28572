"""Which feeds a web page offers (`<link rel="alternate">`, as the HTML standard's feed autodiscovery has it).

Pure. Knows nothing of fetching.
"""

from __future__ import annotations

from urllib.parse import urljoin

import lxml.etree
import lxml.html

from bot.feeds.guard import UnfitUrlError, check_url

MOST_OFFERS = 10

_FEED_TYPES = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml"})
_HEAD_BYTES = 512_000


def discover(page: bytes, base_url: str) -> tuple[str, ...]:
    """URLs of the feeds that an HTML page offers, absolute, in the page's order, at most `MOST_OFFERS`."""
    try:
        # As UTF-8 whatever it says: types and URLs are ASCII, and an unknown charset makes lxml give up.
        tree = lxml.html.document_fromstring(page[:_HEAD_BYTES], parser=lxml.html.HTMLParser(encoding="utf-8"))
    except (lxml.etree.LxmlError, ValueError, AssertionError):
        return ()
    base = next((_joined(base_url, str(found)) for found in tree.xpath("//base/@href")), None) or base_url
    offers: dict[str, None] = {}
    for link in tree.iter("link"):
        kind = link.get("type", "").partition(";")[0].strip().lower()
        if "alternate" in link.get("rel", "").lower().split() and kind in _FEED_TYPES:
            url = _joined(base, link.get("href", ""))
            if url is not None:
                offers[url] = None
    return tuple(offers)[:MOST_OFFERS]


def _joined(base_url: str, reference: str) -> str | None:
    if not reference.strip():
        return None
    try:
        return str(check_url(urljoin(base_url, reference.strip())))
    except (ValueError, UnfitUrlError):
        return None
