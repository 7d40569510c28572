"""Reads JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1), which feedparser does not. Pure."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from bot.feeds.clean import clean_guid, clean_line, clean_link, clean_moment, clean_text
from bot.feeds.limits import LONGEST_CONTENT, LONGEST_SUMMARY, LONGEST_TAG, LONGEST_TITLE, MOST_TAGS, newest
from bot.feeds.parsed import Flaw, NotAFeed, ParsedEntry, ParsedFeed


def looks_like_json(body: bytes) -> bool:
    """Whether the first thing in the body opens a JSON value."""
    return body[:64].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"{", b"["}


def parse_json_feed(body: bytes, base_url: str, *, now: datetime) -> ParsedFeed | NotAFeed:
    """Read a JSON Feed, in the way of `bot.feeds.parse.parse_feed`."""
    try:
        feed = json.loads(body.decode("utf-8-sig", "replace"))
    except RecursionError:
        return NotAFeed(Flaw.NESTED, "The JSON at this address nests too deep, so it is not read.")
    except ValueError:
        return NotAFeed(Flaw.TRUNCATED, "The JSON at this address is cut off or damaged.")
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        return NotAFeed(Flaw.OTHER, "There is JSON at this address, but not a JSON Feed.")
    items = [item for item in feed["items"] if isinstance(item, dict)]
    return ParsedFeed(
        title=clean_line(feed.get("title"), LONGEST_TITLE),
        entries=newest(_entry(item, base_url, now) for item in items),
    )


def _entry(item: dict[str, Any], base_url: str, now: datetime) -> ParsedEntry:
    given = item.get("id")
    text = item.get("content_html") or item.get("content_text")
    tags = item.get("tags")
    labels = [clean_line(tag, LONGEST_TAG) for tag in tags[: 2 * MOST_TAGS]] if isinstance(tags, list) else []
    return ParsedEntry(
        # "If an id is presented as a number, a JSON Feed reader must coerce it to a string."
        guid=clean_guid(str(given) if isinstance(given, int | float) else given),
        link=clean_link(item.get("url") or item.get("external_url"), base_url),
        title=clean_line(item.get("title"), LONGEST_TITLE),
        summary=clean_text(item.get("summary"), LONGEST_SUMMARY),
        content=clean_text(text, LONGEST_CONTENT),
        published=clean_moment(_moment(item.get("date_published")), now),
        updated=clean_moment(_moment(item.get("date_modified")), now),
        tags=tuple(dict.fromkeys(label for label in labels if label))[:MOST_TAGS],
    )


def _moment(value: object) -> datetime | None:
    """RFC 3339."""
    try:
        moment = datetime.fromisoformat(str(value)) if value else None
        return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC) if moment else None
    except (ValueError, OverflowError):
        return None
