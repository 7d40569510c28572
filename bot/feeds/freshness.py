"""What the headers of an answer say about the next request: validators, how long it is fresh, when to try again.

Pure, over a mapping of header names. Knows nothing of how a request is made.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from bot.model.source import Validators

Headers = Mapping[str, str]

NO_VALIDATORS = Validators()

_MAX_AGE = re.compile(r'(?:^|[,\s])max-age\s*=\s*"?0*(\d+)\b', re.IGNORECASE)
_UNCACHED = re.compile(r"(?:^|[,\s])no-(?:cache|store)\b", re.IGNORECASE)
_LONGEST_VALIDATOR = 1_000
_MOST_SECONDS = 999_999_999


@dataclass(frozen=True, slots=True)
class Caching:
    """What an answer says about asking again."""

    validators: Validators = Validators()
    fresh_for: timedelta | None = None
    """How long the answer is fresh (RFC 9111 section 4.2); None when the server does not say."""


def read_caching(headers: Headers, now: datetime, before: Validators = NO_VALIDATORS) -> Caching:
    """Read validators and freshness. A validator the answer lacks is taken from `before` (RFC 9111 section 3.2)."""
    return Caching(
        Validators(
            etag=_validator(headers.get("ETag")) or before.etag,
            last_modified=_validator(headers.get("Last-Modified")) or before.last_modified,
        ),
        _fresh_for(headers, now),
    )


def conditional_headers(validators: Validators) -> dict[str, str]:
    """The headers of a conditional GET: both validators, byte for byte as they came."""
    headers: dict[str, str] = {}
    if validators.etag:
        headers["If-None-Match"] = validators.etag
    if validators.last_modified:
        headers["If-Modified-Since"] = validators.last_modified
    return headers


def read_retry_after(headers: Headers, now: datetime) -> timedelta | None:
    """`Retry-After` (RFC 9110 section 10.2.3), in seconds or as a date; None when it is absent or makes no sense."""
    value = headers.get("Retry-After", "").strip()
    if value.isascii() and value.isdigit():
        return timedelta(seconds=_seconds(value))
    moment = parse_http_date(value)
    return max(moment - now, timedelta()) if moment else None


def parse_http_date(value: str) -> datetime | None:
    """An HTTP date (RFC 9110 section 5.6.7), aware and in UTC; None for anything else."""
    try:
        moment = parsedate_to_datetime(value)
        # "-0000" gives a naive moment, which by RFC 5322 is UTC all the same.
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _validator(value: str | None) -> str | None:
    """A validator that can be sent back; one with control characters or undecodable bytes cannot."""
    if value is None or not value.isprintable() or len(value) > _LONGEST_VALIDATOR:
        return None
    return value or None


def _seconds(digits: str) -> int:
    """A number of seconds; one that is too large is the largest (RFC 9111 section 1.2.2)."""
    return int(digits) if len(digits) <= len(str(_MOST_SECONDS)) else _MOST_SECONDS


def _fresh_for(headers: Headers, now: datetime) -> timedelta | None:
    control = headers.get("Cache-Control", "")
    if _UNCACHED.search(control):
        return None
    if (found := _MAX_AGE.search(control)) is not None:
        age = headers.get("Age", "").strip()
        spent = _seconds(age) if age.isascii() and age.isdigit() else 0
        return timedelta(seconds=max(_seconds(found[1]) - spent, 0))
    expires = parse_http_date(headers.get("Expires", ""))
    if expires is None:
        return None
    return max(expires - (parse_http_date(headers.get("Date", "")) or now), timedelta())
