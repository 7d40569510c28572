"""Writes an outlet's feed, as RSS, Atom or JSON Feed, with the outlet's quirks. Pure: the same items, the same bytes.

Knows nothing of serving.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import format_datetime
from typing import Final
from xml.sax.saxutils import escape

from bot.demo.stories import Format, Item, Outlet, Quirk

MEDIA_TYPES: Final = {
    Format.RSS: "application/rss+xml",
    Format.ATOM: "application/atom+xml",
    Format.JSON: "application/feed+json",
}
MOST_SHOWN: Final = 15
"""Older items leave the feed, as they do everywhere."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """An item as the feed shows it now."""

    item: Item
    guid: str
    published: datetime


def write_feed(outlet: Outlet, items: Sequence[Item], port: int) -> bytes:
    """The feed of an outlet whose pages are served on `port`, with `items`, newest first."""
    shown = _with_quirks(outlet, items[:MOST_SHOWN])
    write = {Format.RSS: _rss, Format.ATOM: _atom, Format.JSON: _json_feed}[outlet.format]
    return write(outlet, shown, port).encode()


def page_path(item: Item) -> str:
    """Where an item's page is on its outlet's host."""
    return f"/{item.at:%Y/%m}/{item.id}"


def home(outlet: Outlet, port: int) -> str:
    """The outlet's address: names below localhost are this machine's (RFC 6761), and browsers know that."""
    return f"http://{outlet.id}.localhost:{port}"


def _with_quirks(outlet: Outlet, items: Sequence[Item]) -> list[_Shown]:
    shown = [_Shown(item, item.id, item.at) for item in items]
    if outlet.quirk is Quirk.REDATES:
        # With every new item the older ones are dated a day later: dates are nothing to tell items apart by.
        newest = items[0].at if items else None
        return [
            _Shown(one.item, one.guid, min(one.published + timedelta(days=age), newest or one.published))
            for age, one in enumerate(shown)
        ]
    if outlet.quirk is Quirk.REPEATS:
        again = [_Shown(one.item, f"{one.guid}?edition={len(items)}", one.published) for one in shown]
        return [copy for pair in zip(shown, again, strict=True) for copy in pair]
    return shown


def _rss(outlet: Outlet, shown: Sequence[_Shown], port: int) -> str:
    address = home(outlet, port)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>{escape(outlet.name)}</title><link>{address}/</link>"
        f"<description>The sample newsroom's {escape(outlet.name)}</description>\n"
        f"{''.join(_rss_item(one, address) for one in shown)}</channel></rss>\n"
    )


def _rss_item(one: _Shown, address: str) -> str:
    item = one.item
    tags = "".join(f"<category>{escape(tag)}</category>" for tag in item.tags)
    content = f"<content:encoded>{escape(item.content)}</content:encoded>" if item.content else ""
    return (
        f'<item><guid isPermaLink="false">{escape(one.guid)}</guid><link>{address}{page_path(item)}</link>'
        f"<title>{escape(item.title)}</title><pubDate>{format_datetime(one.published, usegmt=True)}</pubDate>"
        f"<description>{escape(item.summary)}</description>{content}{tags}</item>\n"
    )


def _atom(outlet: Outlet, shown: Sequence[_Shown], port: int) -> str:
    address = home(outlet, port)
    updated = max((one.published for one in shown), default=None)
    stamp = f"<updated>{_rfc3339(updated)}</updated>" if updated else ""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">'
        f"<id>{address}/</id><title>{escape(outlet.name)}</title>{stamp}\n"
        f"{''.join(_atom_entry(one, address) for one in shown)}</feed>\n"
    )


def _atom_entry(one: _Shown, address: str) -> str:
    item = one.item
    tags = "".join(f'<category term="{escape(tag)}"/>' for tag in item.tags)
    content = f'<content type="html">{escape(item.content)}</content>' if item.content else ""
    date = _rfc3339(one.published)
    return (
        f"<entry><id>{escape(one.guid)}</id>"
        f'<link rel="alternate" href="{address}{page_path(item)}"/><title>{escape(item.title)}</title>'
        f"<published>{date}</published><updated>{date}</updated>"
        f'<summary type="html">{escape(item.summary)}</summary>{content}{tags}</entry>\n'
    )


def _json_feed(outlet: Outlet, shown: Sequence[_Shown], port: int) -> str:
    address = home(outlet, port)
    items = [
        {
            "id": one.guid,
            "url": f"{address}{page_path(one.item)}",
            "title": one.item.title,
            "summary": one.item.summary,
            "content_html": one.item.content or f"<p>{one.item.summary}</p>",
            "date_published": _rfc3339(one.published),
            "tags": list(one.item.tags),
        }
        for one in shown
    ]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": outlet.name, "home_page_url": f"{address}/"}
    return json.dumps({**feed, "items": items}, ensure_ascii=False, indent=1)


def _rfc3339(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")
