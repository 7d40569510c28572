"""What becomes of a request for a feed, as values: fetched, unchanged or failed, the last with words for an admin.

Pure. Knows nothing of how a request is made.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import blake2b

from bot.feeds.freshness import Caching, Headers, read_retry_after


class FailureKind(StrEnum):
    """What kind of thing went wrong; the text for people is in `Failed.message`."""

    URL = "url"
    """The URL, or one it redirects to, cannot be a feed's."""
    BLOCKED = "blocked"
    """The address is not on the public internet."""
    UNREACHABLE = "unreachable"
    TLS = "tls"
    TIMEOUT = "timeout"
    TOO_LARGE = "too_large"
    ENCODING = "encoding"
    REDIRECT = "redirect"
    CHALLENGE = "challenge"
    """A bot check stands before the feed."""
    DENIED = "denied"
    MISSING = "missing"
    GONE = "gone"
    BUSY = "busy"
    """Too many requests, or unavailable: later is better."""
    SERVER = "server"
    PROTOCOL = "protocol"
    """The answer is not proper HTTP, or not one that a feed is given with."""
    NOT_A_FEED = "not_a_feed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A body came."""

    url: str
    """Where it came from in the end, after redirects."""
    status: int
    body: bytes
    """Decompressed."""
    content_type: str
    caching: Caching
    body_hash: bytes
    moved_to: str | None = None
    """Where permanent redirects led (301, 308), when every redirect was one; None otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchanged:
    """The server says that nothing changed (304)."""

    url: str
    caching: Caching
    """Its validators are the new ones, where the answer brought any, else those that were sent."""
    moved_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """No feed came."""

    kind: FailureKind
    message: str
    """A sentence or two for an admin: what is wrong, and what may help."""
    retry_after: timedelta | None = None
    gone: bool = False
    """The server said that the feed is gone for good (410)."""
    redirected: bool = False
    """It was not the feed's own address that failed, but one that it redirects to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Postponed:
    """The feed was not asked: it is not its turn yet. No fault of the feed's, so it counts as none."""

    wait: timedelta
    """How long it should wait at the least."""
    message: str


Answer = Fetched | Unchanged | Failed | Postponed


def hash_body(body: bytes) -> bytes:
    """The hash by which an unchanged body is known: blake2b of 16 bytes."""
    return blake2b(body, digest_size=16).digest()


def failure_of(status: int, headers: Headers, now: datetime) -> Failed:
    """Put an HTTP status that brings no feed into words."""
    again = read_retry_after(headers, now) if status in {429, 503} else None
    if headers.get("cf-mitigated", "").strip().lower() == "challenge":
        kind = FailureKind.CHALLENGE
        text = (
            "Cloudflare asks for proof that a person is reading (a challenge), so no bot can fetch this feed. "
            "Ask the website's owner to exempt its feed."
        )
        return Failed(kind=kind, message=text, retry_after=again)
    kind, text = _WORDS.get(status, _others(status))
    return Failed(kind=kind, message=f"{text} (HTTP {status})", retry_after=again, gone=status == 410)


def _others(status: int) -> tuple[FailureKind, str]:
    if status >= 500:
        return FailureKind.SERVER, "The website has a fault of its own; it may pass by itself."
    if status >= 400:
        return FailureKind.DENIED, "The website refuses to give this feed."
    return FailureKind.PROTOCOL, "The website gave an answer without a feed."


_WORDS = {
    401: (FailureKind.DENIED, "This feed needs a login, which the bot does not have. Is there a public one?"),
    403: (FailureKind.DENIED, "The website does not let the bot read this feed."),
    404: (FailureKind.MISSING, "There is nothing at this address. Check the URL for a mistake."),
    410: (FailureKind.GONE, "The website says that this feed is gone for good."),
    429: (FailureKind.BUSY, "The website says that it was asked too often; it is asked less often now."),
    503: (FailureKind.BUSY, "The website is not available at the moment."),
}
