"""Bytes to entries, or to the reason why they are no feed. feedparser does the reading, of the entries that are not
known already; here its results are cleaned and bounded, and what is not a feed is told apart.

Pure, but slow on hostile input: `bot.feeds.parser_pool` runs it in a process that can be killed. Knows nothing of HTTP
beyond the Content-Type, which feedparser needs for the charset.
"""

from __future__ import annotations

import calendar
import io
import re
import time
import xml.sax
from collections.abc import Collection, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import feedparser
from lxml import etree

from bot.feeds.clean import clean_guid, clean_html, clean_line, clean_link, clean_moment, clean_title
from bot.feeds.discover import discover
from bot.feeds.images import entry_image
from bot.feeds.jsonfeed import looks_like_json, parse_json_feed
from bot.feeds.limits import (
    LONGEST_CONTENT,
    LONGEST_SUMMARY,
    LONGEST_TAG,
    LONGEST_TITLE,
    MOST_ENTRIES,
    MOST_TAGS,
    newest,
)
from bot.feeds.parsed import Flaw, NotAFeed, ParsedEntry, ParsedFeed
from bot.feeds.scan import DEEPEST, TooDeepError, too_deep
from bot.feeds.strip import XML, Stripped, strip

_NESTED = f"The feed nests its elements more than {DEEPEST} deep, so it is not read."

_PAGE = re.compile(rb"<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE)
_ROOT = re.compile(rb"<(?:\w+:)?(?:rss|feed|rdf)[\s>]", re.IGNORECASE)
_END = re.compile(rb"</\s*(?:\w+:)?(?:rss|feed|rdf)\s*>", re.IGNORECASE)
_HEAD = 4_096
_SKIPS = re.compile(rb"<skip(?:hours|days)>", re.IGNORECASE)
_MOST_SKIPS = 100
_ITEM = re.compile(rb"<(?:\w+:)?(?:item|entry)[\s>]", re.IGNORECASE)
# Nothing is given back once taken: a long run of zeros would else be tried from every one of them.
_DOUBTFUL = re.compile(rb"&#(?:x0*+(?:d[89a-f][0-9a-f]{2}|[0-9a-f]{5,}+);|0*+[1-9][0-9]{4,}+;)", re.IGNORECASE)
_REFERENCES = re.compile(rb"(?:&#(?:x[0-9a-f]++|[0-9]++);)+", re.IGNORECASE)
_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_PERIODS = {"hourly": 1, "daily": 24, "weekly": 168, "monthly": 720, "yearly": 8_760}


def parse_feed(
    body: bytes, content_type: str, base_url: str, *, now: datetime, known: Collection[int] = frozenset()
) -> ParsedFeed | NotAFeed:
    """Read a feed. `base_url` is where the body came from; relative links are resolved against it.

    Entries whose fingerprint is in `known` are not read: they are in `ParsedFeed.stripped`. Dates in the future become
    `now`. Never raises for what is in the body.
    """
    if not body.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        return NotAFeed(Flaw.EMPTY, "The address gave an empty answer, not a feed.")
    if looks_like_json(body):
        return parse_json_feed(body, base_url, now=now, known=known)
    body = _with_sound_references(body)
    try:
        rest = strip(body, content_type, known)
    except TooDeepError:
        return NotAFeed(Flaw.NESTED, _NESTED)
    if rest is None and too_deep(body):
        return NotAFeed(Flaw.NESTED, _NESTED)
    if rest is not None and rest.left_out and len(rest.left_out) + len(rest.kept) > MOST_ENTRIES:
        # Which of them are the newest is only known when all are read.
        rest = strip(body, content_type, frozenset())
    if rest is not None:
        result = _read(rest.body, XML)
        if len(result["entries"]) == len(rest.kept):
            return _feed(result, base_url, now, rest)
    result = _read(body, content_type)
    version = result.get("version") or ""
    if not version and (not result["entries"] or _is_page(body)):
        return _not_a_feed(body, base_url)
    if isinstance(result.get("bozo_exception"), xml.sax.SAXException) and _is_cut_off(body):
        return NotAFeed(Flaw.TRUNCATED, "The feed ends in the middle; the website seems to have broken off.")
    return _feed(result, base_url, now, Stripped(body, (), ()))


def _with_sound_references(body: bytes) -> bytes:
    """The body with what stands for characters that XML has not (feedparser would break down over them) replaced.

    Some write the two halves of an emoji's UTF-16 as two references; together they are that character.
    """
    return _REFERENCES.sub(_sound, body) if _DOUBTFUL.search(body) else body


def _sound(found: re.Match[bytes]) -> bytes:
    codes = [_code(part[2:]) for part in found[0].lower().split(b";")[:-1]]
    sound: list[int] = []
    for code in codes:
        if sound and 0xD800 <= sound[-1] < 0xDC00 <= code < 0xE000:
            sound[-1] = 0x10000 + ((sound[-1] - 0xD800) << 10) + code - 0xDC00
        else:
            sound.append(code)
    kept = (0xFFFD if 0xD800 <= code < 0xE000 or code > 0x10FFFF else code for code in sound)
    return b"".join(b"&#%d;" % code for code in kept)


def _code(digits: bytes) -> int:
    short = digits.lstrip(b"x0")[:9] or b"0"
    return int(short, 16 if digits.startswith(b"x") else 10)


def _read(body: bytes, content_type: str) -> dict[str, Any]:
    """Have feedparser read a feed."""
    # Without a base URL feedparser leaves ids as they are, which they must stay to be the same on another host.
    # BytesIO, as feedparser takes plain bytes for the name of a file first.
    result: dict[str, Any] = feedparser.parse(
        io.BytesIO(body),
        response_headers={"content-type": content_type},
        resolve_relative_uris=False,
        sanitize_html=False,  # `clean_html` does it, at a fiftieth of the time
    )
    return result


def _feed(result: dict[str, Any], base_url: str, now: datetime, rest: Stripped) -> ParsedFeed:
    """What feedparser read, of the `rest` of a feed whose entries it read one by one, or of a whole one."""
    feed: dict[str, Any] = result["feed"]
    hours, days = _skips(rest.body)
    fingerprints = rest.kept or (None,) * len(result["entries"])
    entries = (
        _entry(raw, base_url, now, fingerprint)
        for raw, fingerprint in zip(result["entries"], fingerprints, strict=True)
    )
    kept, beyond = newest(entries)
    return ParsedFeed(
        title=clean_title(dict.get(feed, "title"), LONGEST_TITLE),
        entries=kept,
        beyond=beyond,
        ttl=_ttl(feed),
        skip_hours=hours,
        skip_days=days,
        hub=_hub(feed, base_url),
        stripped=rest.left_out,
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
    text = _unwidened(body)
    ends = [found.start() for found in _END.finditer(text)]
    if not ends:
        return True
    # One that stands in a text, or before an item, is only quoted.
    last = ends[-1]
    return text.rfind(b"<![CDATA[", 0, last) > text.rfind(b"]]>", 0, last) or _ITEM.search(text, last) is not None


def _unwidened(data: bytes) -> bytes:
    """UTF-16 and UTF-32 text made searchable for ASCII."""
    return data.replace(b"\0", b"")


def _entry(raw: dict[str, Any], base_url: str, now: datetime, fingerprint: int | None) -> ParsedEntry:
    # dict.get, as feedparser's own `get` lends one field's value to another and warns about it.
    longest = _longest(dict.get(raw, "content"))
    link = clean_link(dict.get(raw, "link"), base_url)
    summary = clean_html(dict.get(raw, "summary"), LONGEST_SUMMARY)
    content = clean_html(longest, LONGEST_CONTENT)
    return ParsedEntry(
        guid=clean_guid(dict.get(raw, "id")),
        link=link,
        title=clean_title(dict.get(raw, "title"), LONGEST_TITLE),
        summary=summary,
        content="" if content == summary else content,
        published=clean_moment(_moment(dict.get(raw, "published_parsed")), now),
        updated=clean_moment(_moment(dict.get(raw, "updated_parsed")), now),
        tags=_tags(dict.get(raw, "tags") or ()),
        image=entry_image(raw, (longest, dict.get(raw, "summary")), base_url, link),
        fingerprint=fingerprint,
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


def _skips(body: bytes) -> tuple[frozenset[int], frozenset[int]]:
    """The hours and days of `<skipHours>` and `<skipDays>`, of which feedparser keeps only the last.

    Only those of the channel itself: an entry may quote some in its text.
    """
    if not _SKIPS.search(body):
        return frozenset(), frozenset()
    try:
        root = etree.fromstring(body, etree.XMLParser(recover=True, resolve_entities=False, no_network=True))
    except (etree.LxmlError, ValueError):
        return frozenset(), frozenset()
    told: dict[str, list[str]] = {"skiphours": [], "skipdays": []}
    for element in root.iterfind("channel/*") if root is not None else ():
        name = element.tag.lower() if isinstance(element.tag, str) else ""
        if name in told:
            told[name] += [(child.text or "").strip().lower() for child in element.iterfind("*")][:_MOST_SKIPS]
    hours = (int(hour) for hour in told["skiphours"] if hour.isascii() and hour.isdigit() and len(hour) <= 2)
    # 24 is what some write for midnight.
    return frozenset(hour % 24 for hour in hours if hour <= 24), frozenset(
        _WEEK.index(day) for day in told["skipdays"] if day in _WEEK
    )


def _hub(feed: dict[str, Any], base_url: str) -> str:
    links = dict.get(feed, "links") or ()
    return next((clean_link(link.get("href"), base_url) for link in links if link.get("rel") == "hub"), "")
