"""Which picture belongs to an entry: the one that the feed names, else the first in its text that is more than an icon.

Pure. Knows feedparser's names for what a feed says, and no format.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from bot.feeds.clean import clean_link

SMALLEST = 50
"""Pixels of width or height below which a picture is an icon, a smiley or a tracking pixel."""

_MOST_LOOKED_AT = 20

_IMG = re.compile(r"""<img\b(?:[^<>"']|"[^"<]*"|'[^'<]*')*>""", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""\s(src|width|height|style)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""", re.IGNORECASE)
_STYLED = re.compile(r"(?<![-\w])(?:width|height)\s*:\s*(\d+)(?:\.\d+)?px")
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif)(?:$|[?#!/:])", re.IGNORECASE)

# Portraits of authors, smileys, buttons and counters; WordPress names the author's portrait first of its pictures.
_NO_PICTURES = re.compile(
    r"(?:[\w-]+\.)*(?:gravatar\.com|pixel\.wp\.com|stats\.wordpress\.com|s\.w\.org|feeds\.feedburner\.com"
    r"|feedsportal\.com|doubleclick\.net|google-analytics\.com|scorecardresearch\.com)"
)


def entry_image(raw: Mapping[str, Any], texts: Iterable[object], base_url: str, page_url: str) -> str:
    """The picture of an entry as feedparser read it; empty if there is none.

    URLs that the feed names are relative to `base_url`, those in the entry's `texts` to the page it links to.
    """
    for given in _named(raw):
        image = _usable(given, base_url)
        if image:
            return image
    return image_in(texts, page_url or base_url)


def image_in(texts: Iterable[object], page_url: str) -> str:
    """The first picture in some HTML that is one to look at."""
    for text in texts:
        if not isinstance(text, str):
            continue
        for count, tag in enumerate(_IMG.finditer(text)):
            if count == _MOST_LOOKED_AT:
                break
            attributes = {name.lower(): unescape(value.strip("\"'")) for name, value in _ATTRIBUTE.findall(tag[0])}
            if not _is_tiny(attributes):
                image = _usable(attributes.get("src"), page_url)
                if image:
                    return image
    return ""


def _named(raw: Mapping[str, Any]) -> Iterator[object]:
    for media in _mappings(raw, "media_content"):
        kind = str(media.get("type") or "")
        picture = kind.startswith("image/") or media.get("medium") == "image"
        if (picture or (not kind and not media.get("medium") and _names_picture(media.get("url")))) and not _is_tiny(
            media
        ):
            yield media.get("url")
    for media in _mappings(raw, "media_thumbnail"):
        if not _is_tiny(media):
            yield media.get("url")
    for link in _mappings(raw, "links"):
        if link.get("rel") == "enclosure":
            kind = str(link.get("type") or "")
            # feedparser takes a link without a type for HTML.
            if kind.startswith("image/") or (kind in {"", "text/html"} and _names_picture(link.get("href"))):
                yield link.get("href")
    image = dict.get(raw, "image") if isinstance(raw, dict) else None
    if isinstance(image, Mapping):
        yield image.get("href")


def _mappings(raw: Mapping[str, Any], key: str) -> Iterator[Mapping[str, Any]]:
    # dict.get, as feedparser's own `get` lends one field's value to another.
    found = dict.get(raw, key) if isinstance(raw, dict) else None
    for one in found[:_MOST_LOOKED_AT] if isinstance(found, list) else ():
        if isinstance(one, Mapping):
            yield one


def _usable(given: object, base_url: str) -> str:
    image = clean_link(given, base_url)
    if not image:
        return ""
    return "" if _NO_PICTURES.fullmatch((urlsplit(image).hostname or "").lower()) else image


def _names_picture(url: object) -> bool:
    return isinstance(url, str) and _PICTURE.search(url) is not None


def _is_tiny(attributes: Mapping[str, Any]) -> bool:
    """Whether a width or height, given in pixels, is below `SMALLEST`. Percentages and the like tell nothing."""
    given = [str(attributes.get(name) or "").strip().removesuffix("px") for name in ("width", "height")]
    given += _STYLED.findall(str(attributes.get("style") or ""))
    return any(text.isascii() and text.isdigit() and len(text) < 6 and int(text) < SMALLEST for text in given)
