"""When a feed is asked again: not before it is allowed, not all feeds at once, less and less often while it fails.

Pure: the moment comes in, and what would be chance is a hash of the URL, so that a restart changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import blake2b

MOST_CAUTION = timedelta(hours=1)
"""News must not wait longer because a feed says that it is fresh for a day."""
LONGEST_PAUSE = timedelta(hours=24)
"""A failing feed is asked at least this often, for it may recover; so is one that asks for a longer pause."""

_SPREAD = 10
_DOUBLINGS = 16


class Reason(StrEnum):
    """Why the next poll is when it is."""

    USUAL = "usual"
    FRESH = "fresh"
    """The feed said that nothing changes before (max-age, Expires, ttl)."""
    FAILED = "failed"
    RETRY_AFTER = "retry_after"
    """The server asked for a longer pause."""
    GONE = "gone"
    """It is not asked again."""


@dataclass(frozen=True, slots=True)
class NextPoll:
    """The decision."""

    at: datetime
    reason: Reason
    stopped: bool = False


def next_poll(
    url: str,
    now: datetime,
    poll_seconds: int,
    *,
    fresh_for: timedelta | None = None,
    failures: int = 0,
    retry_after: timedelta | None = None,
    gone: bool = False,
) -> NextPoll:
    """Decide when to poll next.

    `poll_seconds` is the shortest pause. After a success, `fresh_for` is how long the feed says it is fresh; after a
    failure, `failures` counts those in a row with this one, and `retry_after` is what the server asked for.
    The pause is lengthened by less than a tenth, each URL to a slot of its own.
    """
    floor = timedelta(seconds=poll_seconds)
    if gone:
        return NextPoll(now + max(floor, LONGEST_PAUSE), Reason.GONE, stopped=True)
    if failures:
        return _after_failure(url, now, floor, failures, retry_after)
    wanted = min(fresh_for or timedelta(), MOST_CAUTION)
    pause, reason = (wanted, Reason.FRESH) if wanted > floor else (floor, Reason.USUAL)
    return NextPoll(_slot(url, now + pause, pause / _SPREAD), reason)


def _after_failure(url: str, now: datetime, floor: timedelta, failures: int, retry_after: timedelta | None) -> NextPoll:
    pause = min(floor * 2 ** min(failures - 1, _DOUBLINGS), LONGEST_PAUSE)
    # The share changes with every failure: feeds of one host that failed together do not come back together.
    pause = max(floor, min(pause + pause / _SPREAD * _share(url, failures), LONGEST_PAUSE))
    asked = min(retry_after or timedelta(), LONGEST_PAUSE)
    if asked > pause:
        return NextPoll(now + asked, Reason.RETRY_AFTER)
    return NextPoll(now + pause, Reason.FAILED)


def _slot(url: str, earliest: datetime, width: timedelta) -> datetime:
    """The first moment not before `earliest` that lies at the URL's own place within a grid of `width`."""
    place = width * _share(url)
    past = timedelta(microseconds=round(earliest.timestamp() * 1_000_000)) - place
    return earliest + (-past) % width


def _share(url: str, salt: int = 0) -> float:
    """A number from 0 to 1, the same for the same URL on every day and machine."""
    digest = blake2b(url.encode("utf-8", "surrogatepass"), digest_size=7, salt=salt.to_bytes(8, "big"))
    return int.from_bytes(digest.digest(), "big") / 2**56
