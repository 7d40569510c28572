"""What one poll came to, for logs, figures and whoever looks on. Pure; knows nothing of how it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.feeds.poll import Polled
from bot.model.source import Reason, Source
from bot.watch.intake import PollResult

Outcome = Literal["new", "same", "unchanged", "failed", "postponed"]
"""There were new or edited entries; there were none though the bytes differed; nothing changed (a 304, or the same
bytes); the poll failed; the feed was not asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PollReport:
    """One poll, as it was written."""

    before: Source
    after: Source
    answer: Outcome
    entries: int
    """That the feed shows; 0 where nothing changed or came."""
    new: int
    edited: int
    reason: Reason
    """Why the next poll is when it is."""
    error: str | None
    """In words for an admin."""
    seconds: float


def report_of(polled: Polled, result: PollResult, seconds: float) -> PollReport:
    """Put a poll together that took so many seconds."""
    return PollReport(
        before=result.source,
        after=result.after,
        answer=_outcome(polled, result),
        entries=len(result.window or ()),
        new=len(result.arrivals),
        edited=len(result.edits),
        reason=result.after.reason,
        error=polled.postponed or result.after.error,
        seconds=seconds,
    )


def _outcome(polled: Polled, result: PollResult) -> Outcome:
    if polled.postponed is not None:
        return "postponed"
    if result.after.error is not None:
        return "failed"
    if polled.feed is None:
        return "unchanged"
    return "new" if result.arrivals or result.edits else "same"
