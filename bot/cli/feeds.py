"""`cliffhanger feeds`: how the bot's feeds are, from its database, also while it runs. Knows no part's work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import click

from bot.cli.feed_words import BAD, GOOD, NOTE, ago, ahead, below, count, marked, moment, plain, say, say_row, told, why
from bot.clock import system_clock
from bot.model.errors import ConfigurationError
from bot.model.health import HealthEvent
from bot.model.source import SourceId
from bot.settings import load
from bot.store.look import (
    FILE_NAME,
    OWN_FILE_NAME,
    Watched,
    database_path,
    failing_since,
    look_into,
    read_events,
    read_sources,
)

_EVENTS_EACH = 5
_MARKS = {"ok": GOOD, "failing": BAD, "stopped": BAD, "moving": NOTE, "never polled": NOTE, "not heard": NOTE}
_EPILOG = """\b
Such as:
  cliffhanger feeds --events
  cliffhanger feeds --json | jq 'select(.state == "failing")'

\b
States: ok; failing; stopped (gone for good, HTTP 410); moving (it redirects for
good, which is believed after a week); never polled; not heard (no server has
it any more, so it is not polled).

\b
With --json, one object a feed: source, url, state, since, public, servers,
last_polled, last_changed, next_at, reason, failures, error, moved_to, events.
"""


@dataclass(frozen=True, slots=True)
class _Health:
    watched: Watched
    state: str
    since: datetime | None
    """From when on it has been in that state, where that is known."""
    events: Sequence[HealthEvent]
    """Newest first."""


@click.command(epilog=_EPILOG)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a feed.")
@click.option("--events", "with_events", is_flag=True, help=f"Tell the last {_EVENTS_EACH} changes of each feed too.")
@click.option("--data", metavar="DIR", help="Where the database lies, if not where DATABASE_URL says.")
def feeds(*, as_json: bool, with_events: bool, data: str | None) -> None:
    """Tell how the bot's feeds are: when each was asked, what went wrong, when it is asked next and why.

    Reads the database and changes nothing in it, so the bot may run meanwhile.
    """
    now = system_clock()
    every = _read(_database(data))
    if not every:
        click.echo("There are no feeds in the database yet; the bot's first start adds them.", err=True)
        return
    for one in every:
        if as_json:
            say_row(_row(one))
        else:
            say(_lines(one, now, with_events=with_events))
    if not as_json:
        say(_sum(every))


def _database(data: str | None) -> Path:
    if data is None:
        return database_path(load(Path(".env")).database_url)
    folder = Path(data)
    try:
        if not folder.is_dir():
            raise ConfigurationError(f"{data}: there is no such folder.")
        own = folder / OWN_FILE_NAME
        return own if own.exists() and not (folder / FILE_NAME).exists() else folder / FILE_NAME
    except OSError as error:
        raise ConfigurationError(f"{data} cannot be read: {error.strerror or error}.") from None
    except ValueError:
        raise ConfigurationError(f"{data!r} is no name of a folder.") from None  # a NUL in it


def _read(path: Path) -> list[_Health]:
    with look_into(path) as conn:
        events, since = read_events(conn, _EVENTS_EACH), failing_since(conn)
        return [_Health(one, *_state(one, since), tuple(events.get(one.source.id, ()))) for one in read_sources(conn)]


def _state(one: Watched, failing: Mapping[SourceId, datetime]) -> tuple[str, datetime | None]:
    source = one.source
    if source.stopped:
        return "stopped", failing.get(source.id)
    if not one.polled:
        return "not heard", None
    if source.error is not None:
        return "failing", failing.get(source.id)
    if source.last_polled is None:
        return "never polled", None
    if source.move.to is not None:
        return "moving", source.move.since
    return "ok", None


def _row(one: _Health) -> dict[str, object]:
    source = one.watched.source
    return {
        "source": source.name,
        "url": source.url,
        "state": one.state,
        "since": one.since,
        "public": source.public,
        "servers": one.watched.servers,
        "last_polled": source.last_polled,
        "last_changed": source.last_changed,
        "next_at": source.next_at if one.watched.polled else None,
        "reason": source.reason.value,
        "failures": source.failures,
        "error": None if source.error is None else told(source.error),
        "moved_to": source.move.settled or source.move.to,
        "events": [{"at": moment(event.at), "kind": event.kind.value, "text": event.text} for event in one.events],
    }


def _lines(one: _Health, now: datetime, *, with_events: bool) -> str:
    source = one.watched.source
    state = one.state
    if one.since is not None:
        state += f" since {one.since:%d %b %H:%M} UTC"
    if source.failures > 1:
        state += f", {source.failures} polls in a row"
    heard = "" if source.public else f" (added by {count(one.watched.servers, 'server')})"
    lines = [marked(_MARKS[one.state], f"{plain(source.name)}{heard}: {state}"), below(plain(source.url))]
    if source.error is not None:
        lines.append(below(plain(told(source.error))))
    if source.move.to is not None:
        lines.append(below(f"moves to {plain(source.move.to)}"))
    elif source.move.settled is not None:
        lines.append(below(f"moved, and is asked at {plain(source.move.settled)}"))
    lines.append(
        below(f"polled {ago(source.last_polled, now)}, changed {ago(source.last_changed, now)}; {_next(one, now)}")
    )
    if with_events:
        lines.extend(below(f"{event.at:%d %b %H:%M} {event.kind.value}: {plain(event.text)}") for event in one.events)
    return "\n".join(lines)


def _next(one: _Health, now: datetime) -> str:
    source = one.watched.source
    if not one.watched.polled:
        return "not polled again" if source.stopped else "not polled"
    if source.next_at <= now:
        return "due now"
    if one.watched.in_hand:
        return "being polled at this moment"
    return f"next {ahead(source.next_at, now)}: {why(source.reason)}"


def _sum(every: Sequence[_Health]) -> str:
    states = [one.state for one in every]
    parts = [f"{states.count(state)} {state}" for state in _MARKS if state in states]
    return f"{count(len(every), 'feed')}: {', '.join(parts)}"
