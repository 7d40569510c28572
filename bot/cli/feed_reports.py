"""What became of each source that was polled, for an operator or, as JSON, for a program; and the sum in the end.

Takes the watcher's reports and prints; knows nothing of polling.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

import click

from bot.cli.feed_list import RefusedUrl
from bot.cli.feed_words import BAD, GOOD, NOTE, ahead, below, count, marked, plain, say, say_row, told, why
from bot.clock import system_clock
from bot.model.source import Reason, Source, SourceId
from bot.watch.report import PollReport

_STATUS_WORDS: Mapping[str, str] = {
    "new": "with news",
    "same": "without news",
    "unchanged": "unchanged",
    "postponed": "postponed",
    "failed": "failed",
}


@dataclass(slots=True, kw_only=True)
class Reports:
    """What became of each source, printed as it becomes known."""

    as_json: bool
    expected: int = 0
    open: set[SourceId] = field(default_factory=set)
    """Those that are still to be polled once."""
    complete: asyncio.Event = field(default_factory=asyncio.Event)
    cut: asyncio.Event = field(default_factory=asyncio.Event)
    """Whoever read the output has had enough."""
    moved: Callable[[], None] = lambda: None
    """Told of each poll."""
    polls: int = 0
    new: int = 0
    _last: dict[str, str] = field(default_factory=dict)
    """The status of each source by its URL, as of its last poll."""
    _begun: datetime = field(default_factory=system_clock)

    @property
    def broken(self) -> bool:
        """Whether what was printed could not be read any more."""
        return self.cut.is_set()

    @property
    def all_failed(self) -> bool:
        """Whether there is no source that did not fail."""
        return bool(self._last) and set(self._last.values()) == {"failed"}

    def expect(self, ids: Iterable[SourceId]) -> None:
        """These are to be polled."""
        self.open = set(ids)
        self.expected = len(self.open)

    def refuse(self, refused: RefusedUrl) -> None:
        """A URL that is not even tried."""
        self._last[refused.url] = "failed"
        self._print(_refused_row(refused), _refused_lines(refused))

    def add_unasked(self, source: Source, error: str) -> None:
        """A source that was not asked, or whose poll broke off, with the reason."""
        waits = not source.stopped and source.reason in {Reason.RETRY_AFTER, Reason.POSTPONED}
        self._add(
            PollReport(
                before=source,
                after=source,
                answer="postponed" if waits else "failed",
                entries=0,
                new=0,
                edited=0,
                reason=source.reason,
                error=error,
                seconds=0.0,
            )
        )

    def add(self, report: PollReport) -> None:
        """A poll was made and written."""
        self.polls += 1
        self._add(report)

    def _add(self, report: PollReport) -> None:
        self.new += report.new
        self._last[report.after.url] = report.answer
        self._print(_row(report), _lines(report, system_clock()))
        self.open.discard(report.after.id)
        self.moved()
        if self.expected and not self.open:
            self.complete.set()

    def sum_up(self, *, interrupted: bool) -> None:
        """The last line; with JSON it is no data."""
        statuses = list(self._last.values())
        parts = [f"{statuses.count(status)} {words}" for status, words in _STATUS_WORDS.items() if status in statuses]
        seconds = (system_clock() - self._begun).total_seconds()
        begun = "Interrupted: " if interrupted else ""
        line = f"{begun}{count(len(statuses), 'feed')}: {', '.join(parts) or 'none polled'}; "
        line += f"{count(self.new, 'new entry', 'new entries')} in {count(self.polls, 'poll')}, {seconds:.1f} s"
        if self.as_json:
            click.echo(line, err=True)
        else:
            say(line)

    def _print(self, row: dict[str, object], lines: str) -> None:
        if self.broken:
            return
        try:
            if self.as_json:
                say_row(row)
            else:
                say(lines)
        except BrokenPipeError:
            # This is called from within a poll, which must not fail for it.
            self.cut.set()
            self.complete.set()


def _row(report: PollReport) -> dict[str, object]:
    after = report.after
    return {
        "source": after.name,
        "url": after.url,
        "status": report.answer,
        "etag": after.validators.etag is not None,
        "last_modified": after.validators.last_modified is not None,
        "entries": report.entries,
        "new": report.new,
        "edited": report.edited,
        "polled_at": after.last_polled,
        "next_at": None if after.stopped else after.next_at,
        "reason": report.reason.value,
        "failures": after.failures,
        "error": None if report.error is None else told(report.error),
        "seconds": round(report.seconds, 3),
    }


def _refused_row(refused: RefusedUrl) -> dict[str, object]:
    nothing: dict[str, object] = dict.fromkeys(("polled_at", "next_at", "reason"))
    return {
        "source": refused.name,
        "url": refused.url,
        "status": "failed",
        "etag": False,
        "last_modified": False,
        "entries": 0,
        "new": 0,
        "edited": 0,
        **nothing,
        "failures": 1,
        "error": refused.why,
        "seconds": 0.0,
    }


def _refused_lines(refused: RefusedUrl) -> str:
    return "\n".join([marked(BAD, f"{plain(refused.name)}: not polled"), below(refused.why)])


def _lines(report: PollReport, now: datetime) -> str:
    after = report.after
    parts: list[str] = [report.answer]
    if report.entries:
        parts.append(count(report.entries, "entry", "entries"))
    if report.answer == "new":
        parts.append(f"{report.new} new")
    if report.edited:
        parts.append(f"{report.edited} edited")
    mark = {"failed": BAD, "postponed": NOTE}.get(report.answer, GOOD)
    lines = [marked(mark, f"{plain(after.name)}: {', '.join(parts)} ({report.seconds:.1f} s)")]
    if report.error is not None:
        lines.append(below(plain(told(report.error))))
    if after.stopped:
        lines.append(below("It is gone for good, so it is not polled again."))
    else:
        kept = " and ".join(word for word, value in _validators(report) if value) or "no validators"
        next_poll = f"next poll {ahead(after.next_at, now)}, {after.next_at:%H:%M:%S} UTC: {why(report.reason)}"
        lines.append(below(f"{kept}; {next_poll}" if report.error is None else next_poll))
    return "\n".join(lines)


def _validators(report: PollReport) -> tuple[tuple[str, str | None], ...]:
    kept = report.after.validators
    return ("ETag", kept.etag), ("Last-Modified", kept.last_modified)
