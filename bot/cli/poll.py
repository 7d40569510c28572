"""`cliffhanger poll`: the bot's own polling without Discord, and what became of each source. Knows no part's work."""

from __future__ import annotations

import asyncio
import contextlib
import math
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import click

from bot import logs
from bot.app import App, Surroundings, open_app
from bot.cli.ending import ended_by_signal
from bot.cli.feed_list import FeedList, read_list
from bot.cli.feed_progress import progress
from bot.cli.feed_reports import Reports
from bot.cli.feed_words import count
from bot.model.errors import ConfigurationError
from bot.model.source import Reason, Source
from bot.settings import Settings, load
from bot.store import sources
from bot.store.engine import StoreError
from bot.store.look import (
    FILE_NAME,
    OWN_FILE_NAME,
    Watched,
    database_path,
    database_url,
    look_into,
    read_sources,
)

_BREATH_SECONDS = 1.0
"""How often the progress of a run by the clock is shown."""
_LONGEST_MINUTES = 10_080.0
_GONE = "It is gone for good, so it was not asked."
_RESTS = "It was not asked: its website asked for a pause."
_EPILOG = """\b
Such as:
  cliffhanger poll
  cliffhanger poll --sources feeds.opml --json
  echo https://example.com/feed | cliffhanger poll --sources - --minutes 30

\b
With --json, one object a poll: source, url, status (new, same, unchanged,
failed, postponed), etag, last_modified (whether the server gave one to send
back), entries, new, edited, polled_at, next_at, reason, failures, error,
seconds (with the wait for its turn at its website). "same" are other bytes
with no new entry in them; "unchanged" is a 304 or the very same bytes; a
"postponed" source was not asked: its website rests. A time is ISO 8601 in UTC,
and next_at is null where a source is not asked again.
"""


@click.command(epilog=_EPILOG)
@click.option(
    "--sources",
    "listed",
    metavar="FILE",
    help="Poll these instead: OPML, JSON like the shipped list, or one URL a line; - is standard input.",
)
@click.option(
    "--once",
    is_flag=True,
    help="Poll each source once and end, but none whose website asked for a pause. So it does unless told otherwise.",
)
@click.option(
    "--minutes",
    type=click.FloatRange(0, _LONGEST_MINUTES, min_open=True),
    metavar="N",
    help="Poll on schedule, as the bot does, for so many minutes.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a poll.")
@click.option(
    "--data",
    metavar="DIR",
    help="Where the database lies or is made, in place of what DATABASE_URL names.",
)
def poll(listed: str | None, *, once: bool, minutes: float | None, as_json: bool, data: str | None) -> None:
    """Poll feeds without Discord, and tell what became of each.

    It is the bot's own engine: the feeds are those of the bot and its servers, asked only for what is new, and news
    found here are posted when the bot starts. Not while the bot runs, as one database is for one of them at a time.

    With --sources, the bot's database is left alone: what is learnt is forgotten in the end, or with --data kept in a
    database of its own (poll.sqlite3) for the next time.

    Ends with exit code 1 when every source failed. Ctrl-C ends it early, and what was done by then stands.
    """
    if minutes is not None and math.isnan(minutes):
        raise click.BadParameter("give a number of minutes, such as 30", param_hint="--minutes")
    if once and minutes is not None:
        raise click.UsageError("--once and --minutes exclude each other; leave one of them out.")
    settings = load(Path(".env"))
    feeds = read_list(listed) if listed is not None else None
    secrets = (settings.token or "", settings.endpoint_key or "")
    logs.configure(level="error", style="auto", secrets=secrets, stream=sys.stderr)
    with _database(settings, data, own=feeds is not None) as path:
        settings = settings.model_copy(update={"database_url": database_url(path)})
        reports = Reports(as_json=as_json)
        for refused in feeds.refused if feeds is not None else ():
            reports.refuse(refused)
        if feeds is not None and feeds.repeated:
            click.echo(f"{count(feeds.repeated, 'URL')} came twice in the list; each is polled once.", err=True)
        interrupted = False
        if feeds is None or feeds.feeds:
            interrupted = asyncio.run(_run(settings, path, feeds, reports, minutes))
    if reports.broken:
        raise BrokenPipeError
    reports.sum_up(interrupted=interrupted)
    sys.exit(130 if interrupted and minutes is None else int(reports.all_failed))


@contextlib.contextmanager
def _database(settings: Settings, data: str | None, *, own: bool) -> Iterator[Path]:
    """The file of the database; one that is dropped in the end where nobody asked to keep it."""
    if data is not None:
        yield Path(data) / (OWN_FILE_NAME if own else FILE_NAME)
    elif own:
        with tempfile.TemporaryDirectory(prefix="cliffhanger-", ignore_cleanup_errors=True) as folder:
            yield Path(folder) / OWN_FILE_NAME
    else:
        yield database_path(settings.database_url)


async def _run(settings: Settings, path: Path, feeds: FeedList | None, reports: Reports, minutes: float | None) -> bool:
    """Poll. True when it was interrupted."""
    outside = Surroundings()
    if feeds is not None:
        outside = Surroundings(sources=feeds.feeds)
        # Nobody tracks a show in a database of its own, so there is nothing to ask a second opinion on.
        settings = settings.model_copy(update={"llm_url": None})
    stop = asyncio.Event()
    with ended_by_signal(stop.set):
        try:
            async with open_app(settings, outside) as app:
                if not _read(path):
                    raise ConfigurationError("There are no feeds to poll.")
                app.watcher.told = reports.add
                await (_once(app, path, reports, stop) if minutes is None else _for(minutes, app, reports, stop))
        except StoreError as error:
            hint = " `cliffhanger feeds` looks at its feeds while it runs." if "in use" in str(error) else ""
            raise ConfigurationError(f"{error}{hint}") from None
    return stop.is_set()


async def _once(app: App, path: Path, reports: Reports, stop: asyncio.Event) -> None:
    """Poll every source once, due or not, but those whose website asked for a pause, and those that are gone."""
    now = app.outside.clock()
    watched = [one for one in _read(path) if one.polled or one.source.stopped]
    kept = [one.source for one in watched if one.source.stopped or _rests(one.source, now)]
    await _make_due(app, kept)
    for source in kept:
        reports.add_unasked(source, (source.error or _GONE) if source.stopped else _RESTS)
    reports.expect({one.source.id for one in watched} - {source.id for source in kept})
    if not reports.open:
        return
    # The loop, and not `poll_due`: it gives back what is in hand when it is ended early.
    running = asyncio.create_task(app.watcher.run())
    with progress("Polling", reports.expected) as show:
        reports.moved = lambda: show(reports.expected - len(reports.open))
        await _until_one_ends(stop, running, asyncio.create_task(reports.complete.wait()))


async def _make_due(app: App, kept: Sequence[Source]) -> None:
    """Make every source due but these."""
    async with app.store.read() as conn:
        stored = [await sources.by_url(conn, source.url) for source in kept]
    now = app.outside.clock()
    now -= timedelta(microseconds=now.microsecond % 1000)  # as it is stored, and compared
    await app.store.write(lambda conn: sources.poll_now(conn, now))
    for source in stored:
        if source is not None and not source.stopped:
            await _put_back(app, source, now)


async def _put_back(app: App, source: Source, now: datetime) -> None:
    """Give a source that was made due its schedule again."""
    await app.store.write(lambda conn: sources.finish_poll(conn, replace(source, next_at=now), source))


def _rests(source: Source, now: datetime) -> bool:
    return source.reason in {Reason.RETRY_AFTER, Reason.POSTPONED} and source.next_at > now


def _read(path: Path) -> Sequence[Watched]:
    with look_into(path) as conn:
        return read_sources(conn)


async def _for(minutes: float, app: App, reports: Reports, stop: asyncio.Event) -> None:
    """Poll on schedule for a while."""
    seconds = minutes * 60
    running = asyncio.create_task(app.watcher.run())

    async def watch_the_clock() -> None:
        begun = asyncio.get_running_loop().time()
        with progress("Polling for so many seconds", seconds) as show:
            while (left := begun + seconds - asyncio.get_running_loop().time()) > 0:
                show(seconds - left)
                await asyncio.sleep(min(left, _BREATH_SECONDS))

    await _until_one_ends(stop, running, asyncio.create_task(watch_the_clock()), broken=reports.cut)


async def _until_one_ends(
    stop: asyncio.Event, *tasks: asyncio.Task[None] | asyncio.Task[bool], broken: asyncio.Event | None = None
) -> None:
    """Wait for the first to end, then end the others, and raise what it raised."""
    events = [asyncio.create_task(event.wait()) for event in (stop, broken) if event is not None]
    every: list[asyncio.Task[None] | asyncio.Task[bool]] = [*tasks, *events]
    done, left = await asyncio.wait(every, return_when=asyncio.FIRST_COMPLETED)
    for task in left:
        task.cancel()
    await asyncio.gather(*left, return_exceptions=True)
    for task in done:
        task.result()
