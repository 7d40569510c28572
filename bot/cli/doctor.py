"""`cliffhanger doctor`: what is wrong with machine, settings or feeds, and what to do. Knows no part's work."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import click

from bot.catalogue.load import load_catalogue
from bot.catalogue.sources import DefaultSource, load_sources
from bot.cli.feed_checks import Check, State, check_clock, check_database, check_folder, check_python, check_token
from bot.cli.feed_list import FeedList, read_list
from bot.cli.feed_progress import progress
from bot.cli.feed_trial import Trial, try_feeds
from bot.cli.feed_words import BAD, GOOD, NOTE, ago, below, count, marked, plain, say, say_row, size, told
from bot.clock import system_clock
from bot.feeds.fetch import Fetcher
from bot.feeds.guard import AddressGuard
from bot.feeds.parser_pool import ParserPool
from bot.model.errors import ConfigurationError
from bot.model.source import Tier
from bot.settings import Settings, load
from bot.store.look import Watched, database_path
from bot.version import user_agent

_MARKS = {State.OK: GOOD, State.WARNING: NOTE, State.FAILED: BAD}
_PATIENCE_SECONDS = 600.0
"""Feeds of one website wait for each other; here all are wanted, however long that takes."""
_OFFLINE = "No feed could be reached: is this machine online? A proxy from the environment is not used."
_EPILOG = """\b
Such as:
  cliffhanger doctor
  cliffhanger doctor --sources feeds.opml

\b
With --json, one object a line. Of a check: kind ("check"), name, state (ok,
warning, failed), text, advice. Of a feed: kind ("feed"), source, url, state,
entries, newest, bytes, seconds, warnings, error.
"""


@click.command(epilog=_EPILOG)
@click.option(
    "--sources",
    "listed",
    metavar="FILE",
    help="Try these instead: OPML, JSON like the shipped list, or one URL a line; - is standard input.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a check and a feed.")
def doctor(listed: str | None, *, as_json: bool) -> None:
    """Try every feed, and check the machine and the settings; where something is wrong, it says what to do.

    The feeds are the default ones and those that servers added. Each is asked once, in full, and nothing is stored; the
    bot may run meanwhile. Ends with exit code 1 when anything fails.
    """
    feeds = read_list(listed) if listed is not None else None
    findings = _Findings(as_json=as_json)
    settings, watched = _examine(findings)
    feeds = feeds if feeds is not None else _known(settings, watched, findings)
    asyncio.run(_try(settings, watched, feeds, findings))
    findings.sum_up()
    sys.exit(int(findings.failed > 0))


def _examine(findings: _Findings) -> tuple[Settings, Sequence[Watched]]:
    """Check the machine; where the settings are wrong, what follows is tried with the usual ones."""
    findings.add_check(check_python())
    try:
        settings = load(Path(".env"))
    except ConfigurationError as error:
        advice = ".env.example documents every setting."
        findings.add_check(Check("settings", State.FAILED, str(error), advice))
        return Settings.model_construct(), ()
    findings.add_check(_settings_read())
    findings.add_check(check_token(settings))
    try:
        database = database_path(settings.database_url)
    except ConfigurationError as error:
        findings.add_check(Check("database", State.FAILED, str(error)))
        return settings, ()
    findings.add_check(check_folder(database))
    checks, watched = check_database(database)
    for check in checks:
        findings.add_check(check)
    try:
        shows = load_catalogue(settings.catalogue)
        findings.add_check(Check("shows", State.OK, count(len(shows), "show")))
    except ConfigurationError as error:
        findings.add_check(Check("shows", State.FAILED, str(error)))
    return settings, watched


def _settings_read() -> Check:
    where = "the environment and .env" if Path(".env").is_file() else "the environment (there is no .env here)"
    return Check("settings", State.OK, f"read from {where}")


def _known(settings: Settings, watched: Sequence[Watched], findings: _Findings) -> FeedList:
    """The default feeds, and those that servers added."""
    try:
        defaults = load_sources(settings.sources)
    except ConfigurationError as error:
        findings.add_check(Check("default feeds", State.FAILED, str(error)))
        defaults = ()
    listed = {feed.url for feed in defaults}
    added = [
        DefaultSource(url=one.source.url, name=one.source.name, tier=one.source.tier)
        for one in watched
        if one.servers > 0 and one.source.url not in listed
    ]
    return FeedList((*defaults, *added))


async def _try(settings: Settings, watched: Sequence[Watched], listed: FeedList, findings: _Findings) -> None:
    for refused in listed.refused:
        findings.add_feed(
            Trial(feed=DefaultSource(refused.url, refused.name, Tier.OUTLET), seconds=0.0, error=refused.why)
        )
    now = system_clock()
    guard = AddressGuard(allow=settings.fetch_allow)
    newest = []
    with progress("Trying feeds", len(listed.feeds)) as show:
        async with (
            Fetcher(guard, user_agent(settings.contact), patience=_PATIENCE_SECONDS) as fetcher,
            ParserPool() as parser,
            aclosing(try_feeds(listed.feeds, fetcher=fetcher, parser=parser, now=now)) as trials,
        ):
            number = 0
            async for trial in trials:
                number += 1
                show(number)
                findings.add_feed(trial)
                if trial.newest is not None:
                    newest.append(trial.newest)
    findings.add_check(check_clock(now, watched, newest))


@dataclass(slots=True, kw_only=True)
class _Findings:
    """What was found, printed as it becomes known."""

    as_json: bool
    failed: int = 0
    _states: list[State] = field(default_factory=list)
    """Of the feeds."""
    _offline: int = 0

    def add_check(self, check: Check) -> None:
        self.failed += check.state is State.FAILED
        if self.as_json:
            say_row(
                {
                    "kind": "check",
                    "name": check.name,
                    "state": check.state.value,
                    "text": check.text,
                    "advice": check.advice,
                }
            )
            return
        say(marked(_MARKS[check.state], f"{check.name}: {plain(check.text)}"))
        if check.advice:
            say(below(plain(check.advice)))

    def add_feed(self, trial: Trial) -> None:
        state = State.FAILED if trial.error is not None else State.WARNING if trial.warnings else State.OK
        self.failed += state is State.FAILED
        self._states.append(state)
        self._offline += trial.unreachable
        if self.as_json:
            say_row(_row(trial, state))
        else:
            say(_lines(trial, system_clock()))

    def sum_up(self) -> None:
        """The last line; with JSON it is no data."""
        feeds = len(self._states)
        bad, odd = self._states.count(State.FAILED), self._states.count(State.WARNING)
        line = f"{feeds - bad} of {count(feeds, 'feed')} can be used"
        line += f", {odd} with warnings" if odd else ""
        if self.failed > bad:
            line += f"; {count(self.failed - bad, 'check')} of the machine failed"
        if self._offline and self._offline == feeds:
            line += f". {_OFFLINE}"
        if self.as_json:
            click.echo(line, err=True)
        else:
            say(line)


def _row(trial: Trial, state: State) -> dict[str, object]:
    return {
        "kind": "feed",
        "source": trial.feed.name,
        "url": trial.feed.url,
        "state": state.value,
        "entries": trial.entries,
        "newest": trial.newest,
        "bytes": trial.size,
        "seconds": round(trial.seconds, 3),
        "warnings": list(trial.warnings),
        "error": None if trial.error is None else told(trial.error),
    }


def _lines(trial: Trial, now: datetime) -> str:
    name = plain(trial.feed.name)
    if trial.error is not None:
        lines = [marked(BAD, f"{name} ({trial.seconds:.1f} s)"), below(plain(trial.feed.url))]
        lines.append(below(plain(told(trial.error))))
    else:
        newest = f", newest {ago(trial.newest, now)}" if trial.newest is not None else ""
        facts = f"{count(trial.entries, 'entry', 'entries')}{newest}, {size(trial.size)}, {trial.seconds:.1f} s"
        # A feed that is merely odd can be used, and says so by its mark.
        lines = [marked(GOOD, f"{name}: {facts}")]
    lines.extend(below(plain(f"{NOTE} {warning}")) for warning in trial.warnings)
    return "\n".join(lines)
