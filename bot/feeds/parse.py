"""Bytes to entries, or to the reason why they are no feed. feedparser does the reading; here its results are cleaned
and bounded, and what is not a feed is told apart.

Pure, but slow on hostile input: `bot.feeds.parser_pool` runs it in a process that can be killed. Knows nothing of HTTP
beyond the Content-Type, which feedparser needs for the charset.
"""

from __future__ import annotations

import calendar
import io
import re
import time
import xml.sax
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from xml.parsers import expat

import feedparser

from bot.feeds.clean import clean_guid, clean_line, clean_link, clean_moment, clean_text
from bot.feeds.discover import discover
from bot.feeds.jsonfeed import looks_like_json, parse_json_feed
from bot.feeds.limits import (
    LONGEST_CONTENT,
    LONGEST_SUMMARY,
    LONGEST_TAG,
    LONGEST_TITLE,
    MOST_TAGS,
    newest,
)
from bot.feeds.parsed import Flaw, NotAFeed, ParsedEntry, ParsedFeed

DEEPEST = 100
"""Feeds nest their elements some five deep, XHTML in Atom some twenty; a thousand are an attack on the parser."""

_PAGE = re.compile(rb"<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE)
_ROOT = re.compile(rb"<(?:\w+:)?(?:rss|feed|rdf)[\s>]", re.IGNORECASE)
_END = re.compile(rb"</\s*(?:\w+:)?(?:rss|feed|rdf)\s*>", re.IGNORECASE)
_HEAD = 4_096
_PERIODS = {"hourly": 1, "daily": 24, "weekly": 168, "monthly": 720, "yearly": 8_760}


def parse_feed(body: bytes, content_type: str, base_url: str, *, now: datetime) -> ParsedFeed | NotAFeed:
    """Read a feed. `base_url` is where the body came from; relative links are resolved against it.

    Dates in the future become `now`. Never raises for what is in the body.
    """
    if not body.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        return NotAFeed(Flaw.EMPTY, "The address gave an empty answer, not a feed.")
    if looks_like_json(body):
        return parse_json_feed(body, base_url, now=now)
    if _too_deep(body):
        return NotAFeed(Flaw.NESTED, f"The feed nests its elements more than {DEEPEST} deep, so it is not read.")
    # Without a base URL feedparser leaves ids as they are, which they must stay to be the same on another host.
    # BytesIO, as feedparser takes plain bytes for the name of a file first.
    result: dict[str, Any] = feedparser.parse(
        io.BytesIO(body),
        response_headers={"content-type": content_type},
        resolve_relative_uris=False,
        sanitize_html=True,
    )
    version = result.get("version") or ""
    if not version and (not result["entries"] or _is_page(body)):
        return _not_a_feed(body, base_url)
    if isinstance(result.get("bozo_exception"), xml.sax.SAXException) and _is_cut_off(body):
        return NotAFeed(Flaw.TRUNCATED, "The feed ends in the middle; the website seems to have broken off.")
    feed: dict[str, Any] = result["feed"]
    return ParsedFeed(
        title=clean_line(dict.get(feed, "title"), LONGEST_TITLE),
        entries=newest(_entry(raw, base_url, now) for raw in result["entries"]),
        ttl=_ttl(feed),
    )


def _not_a_feed(body: bytes, base_url: str) -> NotAFeed:
    if not _is_page(body):
        if _ROOT.search(_unwidened(body[:_HEAD])):
            return NotAFeed(Flaw.TRUNCATED, "The feed ends before its first entry, or its XML is damaged.")
        return NotAFeed(Flaw.OTHER, "There is something at this address, but not an RSS, Atom or JSON feed.")
    offers = discover(body, base_url)
    if not offers:
        hint = "It names no feed either; look for an RSS link on the website."
    else:
        hint = f"It offers: {', '.join(offers[:3])}"
    return NotAFeed(Flaw.WEB_PAGE, f"This is a web page, not a feed. {hint}", offers)


def _is_page(body: bytes) -> bool:
    head = _unwidened(body[:_HEAD])
    return _PAGE.search(head) is not None and _ROOT.search(head) is None


def _is_cut_off(body: bytes) -> bool:
    """Whether the root element is never closed. Bad XML alone is forgiven, but half an entry would be news twice."""
    return _END.search(_unwidened(body)) is None


def _unwidened(data: bytes) -> bytes:
    """UTF-16 and UTF-32 text made searchable for ASCII."""
    return data.replace(b"\0", b"")


def _too_deep(body: bytes) -> bool:
    """Whether elements nest beyond `DEEPEST`. Expat takes no harm from depth or entities, feedparser does."""
    depth = 0

    def opened(_name: str, _attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise _TooDeepError

    def closed(_name: str) -> None:
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate()
    parser.StartElementHandler = opened
    parser.EndElementHandler = closed
    try:
        parser.Parse(body, True)  # noqa: FBT003 - expat takes it by position only
    except _TooDeepError:
        return True
    except (expat.ExpatError, ValueError, LookupError):
        # Not well-formed, or in a charset expat does not know: feedparser tries, under the pool's deadline.
        return False
    return False


class _TooDeepError(Exception):
    """Ends the walk early; never leaves this file."""


def _entry(raw: dict[str, Any], base_url: str, now: datetime) -> ParsedEntry:
    # dict.get, as feedparser's own `get` lends one field's value to another and warns about it.
    summary = clean_text(dict.get(raw, "summary"), LONGEST_SUMMARY)
    content = clean_text(_longest(dict.get(raw, "content")), LONGEST_CONTENT)
    return ParsedEntry(
        guid=clean_guid(dict.get(raw, "id")),
        link=clean_link(dict.get(raw, "link"), base_url),
        title=clean_line(dict.get(raw, "title"), LONGEST_TITLE),
        summary=summary,
        content="" if content == summary else content,
        published=clean_moment(_moment(dict.get(raw, "published_parsed")), now),
        updated=clean_moment(_moment(dict.get(raw, "updated_parsed")), now),
        tags=_tags(dict.get(raw, "tags") or ()),
    )


def _longest(contents: object) -> str:
    if not isinstance(contents, list):
        return ""
    return max((str(dict.get(content, "value") or "") for content in contents), key=len, default="")


def _moment(parts: time.struct_time | None) -> datetime | None:
    """The parser gives UTC; a date such as the 31st of February, or of the year 0, overflows."""
    try:
        return datetime.fromtimestamp(calendar.timegm(parts), UTC) if parts else None
    except (ValueError, OverflowError, OSError):
        return None


def _tags(raw: Sequence[dict[str, Any]]) -> tuple[str, ...]:
    labels = (clean_line(dict.get(tag, "label") or dict.get(tag, "term"), LONGEST_TAG) for tag in raw[: 2 * MOST_TAGS])
    return tuple(dict.fromkeys(label for label in labels if label))[:MOST_TAGS]


def _ttl(feed: dict[str, Any]) -> timedelta | None:
    """`<ttl>` in minutes (RSS 2.0), or `sy:updatePeriod` through `sy:updateFrequency` (RSS 1.0 syndication module)."""
    minutes = _number(dict.get(feed, "ttl"))
    if minutes:
        return timedelta(minutes=minutes)
    period = _PERIODS.get(str(dict.get(feed, "sy_updateperiod") or "").strip().lower())
    frequency = _number(dict.get(feed, "sy_updatefrequency")) or 1
    return timedelta(hours=period) / frequency if period else None


def _number(value: object) -> int:
    text = str(value or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 6 else 0
