"""Reads JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1), which feedparser does not. Pure."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Any

from bot.feeds.clean import clean_guid, clean_html, clean_line, clean_link, clean_moment, clean_title
from bot.feeds.images import image_in
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


def looks_like_json(body: bytes) -> bool:
    """Whether the first thing in the body opens a JSON value."""
    return body[:64].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"{", b"["}


def parse_json_feed(
    body: bytes, base_url: str, *, now: datetime, known: Collection[int] = frozenset()
) -> ParsedFeed | NotAFeed:
    """Read a JSON Feed, in the way of `bot.feeds.parse.parse_feed`."""
    try:
        return _read(json.loads(body.decode("utf-8-sig", "replace")), base_url, now, known)
    except RecursionError:
        return NotAFeed(Flaw.NESTED, "The JSON at this address nests too deep, so it is not read.")
    except ValueError:
        return NotAFeed(Flaw.TRUNCATED, "The JSON at this address is cut off or damaged.")


def _read(feed: object, base_url: str, now: datetime, known: Collection[int]) -> ParsedFeed | NotAFeed:
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        return NotAFeed(Flaw.OTHER, "There is JSON at this address, but not a JSON Feed.")
    items = [(fingerprint(item), item) for item in feed["items"] if isinstance(item, dict)]
    known = frozenset(known)
    if len(items) > MOST_ENTRIES:
        known = frozenset()  # which of them are the newest is only known when all are read
    entries, beyond = newest(_entry(item, base_url, now, own) for own, item in items if own not in known)
    return ParsedFeed(
        title=clean_title(feed.get("title"), LONGEST_TITLE),
        entries=entries,
        beyond=beyond,
        hub=_hub(feed.get("hubs"), base_url),
        stripped=tuple(own for own, _ in items if own in known),
    )


def fingerprint(item: dict[str, Any]) -> int:
    """A signed 64-bit hash of all that an item says, in whatever order."""
    text = json.dumps(item, sort_keys=True, separators=(",", ":"))
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big", signed=True)


def _hub(hubs: object, base_url: str) -> str:
    """The WebSub hub."""
    named = [hub for hub in hubs if isinstance(hub, dict)] if isinstance(hubs, list) else []
    return next((clean_link(hub.get("url"), base_url) for hub in named if hub.get("type") == "WebSub"), "")


def _entry(item: dict[str, Any], base_url: str, now: datetime, own: int) -> ParsedEntry:
    given = item.get("id")
    text = item.get("content_html") or item.get("content_text")
    tags = item.get("tags")
    labels = [clean_line(tag, LONGEST_TAG) for tag in tags[: 2 * MOST_TAGS]] if isinstance(tags, list) else []
    link = clean_link(item.get("url") or item.get("external_url"), base_url)
    pictures = (clean_link(item.get(name), base_url) for name in ("image", "banner_image"))
    return ParsedEntry(
        # "If an id is presented as a number, a JSON Feed reader must coerce it to a string."
        guid=clean_guid(str(given) if isinstance(given, int | float) else given),
        link=link,
        title=clean_title(item.get("title"), LONGEST_TITLE),
        summary=clean_html(item.get("summary"), LONGEST_SUMMARY),
        content=clean_html(text, LONGEST_CONTENT),
        published=clean_moment(_moment(item.get("date_published")), now),
        updated=clean_moment(_moment(item.get("date_modified")), now),
        tags=tuple(dict.fromkeys(label for label in labels if label))[:MOST_TAGS],
        image=next(filter(None, pictures), "") or image_in((item.get("content_html"),), link or base_url),
        fingerprint=own,
    )


def _moment(value: object) -> datetime | None:
    """RFC 3339."""
    try:
        moment = datetime.fromisoformat(str(value)) if value else None
        return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC) if moment else None
    except (ValueError, OverflowError):
        return None
