"""How feeds are told of to an operator: moments, pauses, reasons, sizes, and texts from strangers made harmless for a
terminal. Knows nothing of where what it words comes from.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import sys
from collections.abc import Mapping
from datetime import datetime, timedelta

import click

from bot.feeds.guard import BlockedAddressError
from bot.model.source import Reason

GOOD, BAD, NOTE = "✓", "✗", "!"
_COLOURS = {GOOD: "green", BAD: "red", NOTE: "yellow"}
_WIDEST = 100

_REASONS: Mapping[Reason, str] = {
    Reason.USUAL: "as usual",
    Reason.QUIET: "it seldom brings anything new",
    Reason.FRESH: "its server says that its answer holds until then",
    Reason.TTL: "the feed asks for that pause",
    Reason.SKIPPED: "the feed asks not to be polled before",
    Reason.FAILED: "tried again after a failure",
    Reason.RETRY_AFTER: "the website asked for that pause",
    Reason.POSTPONED: "others of its website were first, or the website rests",
    Reason.GONE: "it is gone for good",
}
_BLOCKED = str(BlockedAddressError())
_ALLOW = "If it is your own, name its network in CLIFFHANGER_FETCH_ALLOW (such as 10.1.0.0/16)."
_UNITS = (
    (timedelta(days=1), "d"),
    (timedelta(hours=1), "h"),
    (timedelta(minutes=1), "min"),
    (timedelta(seconds=1), "s"),
)


def why(reason: Reason) -> str:
    """Why the next poll is when it is, as the end of a sentence."""
    return _REASONS[reason]


def told(error: str) -> str:
    """What went wrong, for the operator, who can change more than an admin on Discord."""
    return f"{error} {_ALLOW}" if error == _BLOCKED else error


def pause(length: timedelta) -> str:
    """Such as `25 min`, `6 h`, `3 d`: the largest unit that gives at least two, else one of the smallest."""
    length = max(length, timedelta())
    for unit, name in _UNITS:
        if length >= 2 * unit:
            return f"{length // unit} {name}"
    return f"{length // timedelta(seconds=1)} s"


def ago(at: datetime | None, now: datetime) -> str:
    """Such as `25 min ago`; `never` for None."""
    return "never" if at is None else f"{pause(now - at)} ago"


def ahead(at: datetime, now: datetime) -> str:
    """Such as `in 25 min`."""
    return f"in {pause(at - now)}" if at > now else "now"


def size(count: int) -> str:
    """Bytes as people say them."""
    if count < 1_000:
        return f"{count} B"
    return f"{count / 1_000:.0f} kB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB"


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun; `many` where an s does not make the plural."""
    return f"{number} {one}" if number == 1 else f"{number} {many or one + 's'}"


def plain(text: str) -> str:
    """A text from outside on one line, without what could steer a terminal."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def marked(mark: str, line: str) -> str:
    """A line with a mark before it, in its colour where there are colours."""
    return f"{click.style(mark, fg=_COLOURS[mark], bold=True)} {line}"


def below(text: str) -> str:
    """A text under the line it belongs to; broken to the width of a terminal, and left whole for a pipe or file."""
    if not sys.stdout.isatty():
        return f"    {text}"
    width = min(shutil.get_terminal_size().columns, _WIDEST)
    return click.wrap_text(text, width, initial_indent="    ", subsequent_indent="    ")


def say(line: str) -> None:
    """Print a line of data to standard output, whatever its charset can show; colours on a terminal only."""
    if isinstance(sys.stdout, io.TextIOWrapper) and sys.stdout.errors == "strict":
        sys.stdout.reconfigure(errors="replace")
    coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    # Not click.echo, which goes round the progress bar that a line is to be printed above.
    sys.stdout.write(f"{line if coloured else click.unstyle(line)}\n")
    sys.stdout.flush()


def say_row(row: Mapping[str, object]) -> None:
    """Print one JSON object on a line; moments as ISO 8601 has them, in UTC."""
    say(json.dumps(row, default=_spelt))


def moment(at: datetime | None) -> str | None:
    """A moment as ISO 8601 has it, to the second, in UTC."""
    return None if at is None else at.isoformat(timespec="seconds").replace("+00:00", "Z")


def _spelt(value: object) -> str:
    if isinstance(value, datetime):
        return moment(value) or ""
    raise TypeError(f"{type(value).__name__} has no place in a row")
