"""Bounds and cleans single values of a feed: texts, links, moments. All of it is written by strangers.

Pure. Knows nothing of feed formats.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from hashlib import blake2b
from urllib.parse import urljoin

import nh3

from bot.feeds.guard import LONGEST_URL, UnfitUrlError, check_url

LONGEST_GUID = 1_000
EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
"""Before the web there was no feed: an earlier date is a mistake, mostly the epoch or year 1."""

# Control characters but tab and line feed, and surrogates, which no database and no JSON takes.
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BLANKS = re.compile(r"\s+")

_HIDING = "script|style|iframe|object|noscript|template"
_MARKUP = re.compile(r"<[a-z!/?]", re.IGNORECASE)
_SAFE_SCHEMES = frozenset({"http", "https", "mailto"})

_SCRIPT_IN_TITLE = re.compile(
    rf"<({_HIDING})\b[^>]*>.*?</\1\s*>|</?(?:script|style)\b[^>]*>", re.IGNORECASE | re.DOTALL
)
# In a title these are mark-up by mistake; other names, such as <title>, may be what it is about.
_TITLE_TAG = re.compile(
    r"</?(?:a|b|big|br|cite|code|del|div|em|font|h[1-6]|i|img|ins|mark|p|q|s|small|span|strong|sub|sup|tt|u|wbr)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)


def clean_text(value: object, limit: int) -> str:
    """A text without control characters, of at most `limit` characters; no tag is left open by the cut."""
    if not isinstance(value, str):
        return ""
    # Twice the limit is ample for what cleaning takes away, and bounds the work on a huge text.
    text = _UNWANTED.sub("", value[: 2 * limit].replace("\r\n", "\n").replace("\r", "\n")).strip()
    if len(text) <= limit and len(value) <= 2 * limit:
        return text
    text = text[:limit]
    tag = text.rfind("<")
    return text[:tag].rstrip() if tag > text.rfind(">") else text.rstrip()


def clean_line(value: object, limit: int) -> str:
    """A text on one line."""
    return _BLANKS.sub(" ", clean_text(value, limit)).strip()


def clean_title(value: object, limit: int) -> str:
    """A title on one line, without scripts and without mark-up."""
    if not isinstance(value, str) or "<" not in value:
        return clean_line(value, limit)
    text = value[: 4 * limit]
    return clean_line(_TITLE_TAG.sub("", _SCRIPT_IN_TITLE.sub("", text)), limit)


def clean_html(value: object, limit: int) -> str:
    """A text that may be HTML, without anything that runs or is loaded by itself but pictures (nh3's usual choice)."""
    if not isinstance(value, str) or not _MARKUP.search(value):
        return clean_text(value, limit)
    return clean_text(nh3.clean(value[: 4 * limit], url_schemes=_SAFE_SCHEMES, link_rel=None), limit)


def clean_guid(value: object) -> str:
    """A guid as it came. A very long one is replaced by its hash, so that no two become the same."""
    if not isinstance(value, str):
        return ""
    guid = _UNWANTED.sub("", value).strip()
    if len(guid) > LONGEST_GUID:
        digest = blake2b(guid.encode(), digest_size=16).hexdigest()
        return f"blake2b:{digest}"
    return guid


def clean_link(value: object, base_url: str) -> str:
    """An absolute http(s) URL without user name, or nothing."""
    if not isinstance(value, str) or not value.strip() or len(value) > LONGEST_URL:
        return ""
    try:
        joined = urljoin(base_url, _UNWANTED.sub("", value).strip())
        check_url(joined)
    except (ValueError, UnfitUrlError):
        return ""
    return joined if joined.isascii() and not _BLANKS.search(joined) else _encoded(joined)


def clean_moment(moment: datetime | None, now: datetime) -> datetime | None:
    """A date in UTC that is possible: the future becomes `now`, what lies before the web becomes None."""
    if moment is None or moment < EARLIEST:
        return None
    return min(moment, now)


def _encoded(url: str) -> str:
    encoded = str(check_url(url))
    return encoded if len(encoded) <= LONGEST_URL else ""
