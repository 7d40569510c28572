"""When a feed is asked again: not before it is allowed, as often as it is worth it, not all feeds at once, less and
less often while it fails, and never never.

Pure: the moment comes in, and what would be chance is a hash of the URL, so that a restart changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2b

from bot.model.source import Pace, Reason

MOST_ASKED = timedelta(hours=4)
"""What a feed or its server asks for is heeded up to here: a cache set up for a year is no wish of the editors."""
MOST_QUIET = timedelta(hours=1)
"""A feed that seldom brings news is still asked so often: that news is what everybody waits for."""
LONGEST_PAUSE = timedelta(hours=24)
"""A failing feed is asked at least this often, for it may recover; so is one that asks for a longer pause."""
LOOKS_PER_GAP = 4
"""Polls within the usual gap between two entries."""
UNCONDITIONAL = 100
"""One poll in so many is made without validators: the way out where a server's are stuck."""

_SPREAD = 10
_DOUBLINGS = 16
_NEWEST = 10
_HOUR = timedelta(hours=1)
_WEEK_HOURS = 168


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
    pace: Pace | None = None,
    failures: int = 0,
    retry_after: timedelta | None = None,
    gone: bool = False,
) -> NextPoll:
    """Decide when to poll next.

    `poll_seconds` is the shortest pause. After a success, `fresh_for` is how long the server says its answer is fresh
    and `pace` what the feed wants; after a failure, `failures` counts those in a row with this one, and `retry_after`
    is what the server asked for. The pause is lengthened by less than a tenth, each URL to a slot of its own.
    """
    floor = timedelta(seconds=poll_seconds)
    wants = pace or Pace()
    if gone:
        return NextPoll(now + max(floor, LONGEST_PAUSE), Reason.GONE, stopped=True)
    if failures:
        failed = _after_failure(url, now, floor, failures, retry_after)
        later = _unless_skipped(url, failed, wants)
        # A feed that fails is asked within a day whatever days it named when it was last read.
        return later if later.at <= now + LONGEST_PAUSE else failed
    pauses = {
        Reason.USUAL: floor,
        Reason.QUIET: min((wants.gap or timedelta()) / LOOKS_PER_GAP, MOST_QUIET),
        Reason.FRESH: min(fresh_for or timedelta(), MOST_ASKED),
        Reason.TTL: min(wants.ttl or timedelta(), MOST_ASKED),
    }
    reason = max(pauses, key=lambda each: pauses[each])
    return _unless_skipped(url, NextPoll(_slot(url, now + pauses[reason], pauses[reason] / _SPREAD), reason), wants)


def after_wait(url: str, now: datetime, wait: timedelta, poll_seconds: int) -> NextPoll:
    """When a feed is polled that was not asked because others were first: after the wait, each at its own moment."""
    pause = min(wait, LONGEST_PAUSE)
    return NextPoll(now + pause + timedelta(seconds=poll_seconds) * _share(url), Reason.POSTPONED)


def is_unconditional(url: str, polls: int) -> bool:
    """Whether the poll after so many is made without validators; the first one has none anyway."""
    # Each feed at its own time, and none so soon that a feed that is added and removed again costs two of them.
    first = int(UNCONDITIONAL * (1 + _share(url)) / 2)
    return polls >= first and (polls - first) % UNCONDITIONAL == 0


def gap_between(moments: Iterable[datetime], now: datetime) -> timedelta | None:
    """How far apart a feed's newest entries are at present, on average, the silence since the last among them."""
    newest = sorted((moment for moment in moments if moment <= now), reverse=True)[:_NEWEST]
    return (now - newest[-1]) / len(newest) if newest else None


def _after_failure(url: str, now: datetime, floor: timedelta, failures: int, retry_after: timedelta | None) -> NextPoll:
    pause = min(floor * 2 ** min(failures - 1, _DOUBLINGS), LONGEST_PAUSE)
    # The share changes with every failure: feeds of one host that failed together do not come back together.
    pause = max(floor, min(pause + pause / _SPREAD * _share(url, failures), LONGEST_PAUSE))
    asked = min(retry_after or timedelta(), LONGEST_PAUSE)
    if asked > pause:
        return NextPoll(now + asked, Reason.RETRY_AFTER)
    return NextPoll(now + pause, Reason.FAILED)


def _unless_skipped(url: str, plan: NextPoll, pace: Pace) -> NextPoll:
    """The first moment from then on that the feed does not want skipped; one that wants all skipped is not heeded."""
    hour = plan.at.replace(minute=0, second=0, microsecond=0)
    for later in range(_WEEK_HOURS + 1):
        start = hour + later * _HOUR
        if start.hour not in pace.skip_hours and start.weekday() not in pace.skip_days:
            return plan if later == 0 else NextPoll(start + _HOUR / _SPREAD * _share(url), Reason.SKIPPED)
    return plan


def _slot(url: str, earliest: datetime, width: timedelta) -> datetime:
    """The first moment not before `earliest` that lies at the URL's own place within a grid of `width`."""
    place = width * _share(url)
    past = timedelta(microseconds=round(earliest.timestamp() * 1_000_000)) - place
    return earliest + (-past) % width


def _share(url: str, salt: int = 0) -> float:
    """A number from 0 to 1, the same for the same URL on every day and machine."""
    digest = blake2b(url.encode("utf-8", "surrogatepass"), digest_size=7, salt=salt.to_bytes(8, "big"))
    return int.from_bytes(digest.digest(), "big") / 2**56
