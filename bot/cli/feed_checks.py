"""Checks of the machine and the settings: each gives a line that says how it is and, where it is not well, what to do.

Nothing is changed and no secret is repeated. Knows nothing of feeds.
"""

from __future__ import annotations

import base64
import binascii
import os
import platform
import re
import sqlite3
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

import bot.store
from bot.cli.feed_words import count, pause
from bot.model.errors import ConfigurationError
from bot.settings import Settings
from bot.store.look import Watched, find_damage, look_into, read_revision, read_sources

_OLDEST_PYTHON = (3, 11)
_PROGRAM_MADE = datetime(2025, 11, 1, tzinfo=UTC)
"""No clock that is right shows an earlier moment."""
_SLACK = timedelta(minutes=10)
_REVISIONS = Path(bot.store.__file__).with_name("migrations") / "versions"
# The id in base64, a timestamp, a signature; Discord may change it, so another shape is no more than a warning.
_TOKEN = re.compile(r"([\w-]{23,28})\.[\w-]{6,7}\.[\w-]{27,}")
_PORTAL = "copy it from discord.com/developers/applications: your application, Bot, Reset Token"


class State(StrEnum):
    """How a check ended."""

    OK = "ok"
    WARNING = "warning"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    name: str
    state: State
    text: str
    advice: str = ""
    """What to do; empty where all is well."""


def check_python() -> Check:
    """The interpreter, and the SQLite it brings."""
    text = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    if sys.version_info < _OLDEST_PYTHON:
        return Check("Python", State.FAILED, text, "Install Python 3.11 or newer.")
    return Check("Python", State.OK, text)


def check_token(settings: Settings) -> Check:
    """Whether there is a token, and whether it looks like one. It is never repeated."""
    token = settings.token
    name = "token"
    if settings.standin:
        return Check(name, State.OK, "a stand-in for Discord is used, which needs no token")
    if token is None:
        advice = f"Set DISCORD_TOKEN to use it on Discord: {_PORTAL}."
        return Check(name, State.WARNING, "no DISCORD_TOKEN, so `cliffhanger run` plays the demo", advice)
    text = "DISCORD_TOKEN is set"
    if token.lower().startswith("bot ") or token[0] in "\"'" or token[-1] in "\"'":
        return Check(name, State.FAILED, f'{text}, with "Bot" or quotes around it', "Leave those out.")
    if token.isdecimal():
        return Check(
            name, State.FAILED, f"{text} to a number, as an application's id is", f"Take the token: {_PORTAL}."
        )
    shape = _TOKEN.fullmatch(token)
    if shape is None or not _is_number(shape[1]):
        advice = f"Another secret of the application's may have been taken for it; {_PORTAL}."
        return Check(name, State.WARNING, f"{text}, but does not look like a bot's token", advice)
    return Check(name, State.OK, f"{text} and looks like one")


def check_folder(database: Path) -> Check:
    """Whether the data folder can be written."""
    folder, name = database.parent, "data folder"
    advice = "Give the bot the right to write there, or point DATABASE_URL elsewhere."
    try:
        if folder.is_dir():
            # To try is the only sure way: rights, quotas and mounts each have a say.
            with tempfile.TemporaryFile(dir=folder):
                pass
            return Check(name, State.OK, f"{folder} can be written")
        parent = next(parent for parent in folder.absolute().parents if parent.exists())
    except OSError as error:
        return Check(name, State.FAILED, f"{folder} cannot be written: {error.strerror or error}", advice)
    if folder.exists() or not parent.is_dir() or not os.access(parent, os.W_OK):
        return Check(name, State.FAILED, f"{folder} is not there and cannot be made", advice)
    return Check(name, State.OK, f"{folder} is not there yet; the first start makes it")


def check_database(database: Path) -> tuple[Sequence[Check], Sequence[Watched]]:
    """The database's version and soundness, and the sources in it."""
    name = "database"
    try:
        if not database.exists():
            return [Check(name, State.OK, f"{database} is not there yet; the first start makes it")], ()
        found = _look(database)
        # A bot that starts in the middle of a look makes it seem damaged; the next look knows of the bot.
        return _look(database) if any(check.state is State.FAILED for check in found[0]) else found
    except (ConfigurationError, OSError) as error:
        reason = str(error) if isinstance(error, ConfigurationError) else f"{database}: {error.strerror or error}."
        what, _, advice = reason.partition(". ")
        return [Check(name, State.FAILED, what.rstrip("."), advice)], ()


def check_clock(now: datetime, watched: Sequence[Watched], newest: Sequence[datetime]) -> Check:
    """Whether the time can be right. `newest` are the dates of the feeds' newest entries."""
    name, text = "clock", f"{now:%Y-%m-%d %H:%M} UTC"
    advice = "Set this machine's clock, best by NTP: schedules, dates of news and certificates hang on it."
    if now < _PROGRAM_MADE:
        return Check(name, State.FAILED, f"{text}, which is before this program was made", advice)
    # One feed may be wrong about its dates, but not several by the same kind of mistake.
    ahead = sorted(moment for moment in newest if moment > now + _SLACK)
    if len(ahead) >= 2:
        slow = pause(ahead[0] - now)
        return Check(name, State.FAILED, f"{text}, yet {len(ahead)} feeds have news from {slow} later", advice)
    last = max((one.source.last_polled for one in watched if one.source.last_polled is not None), default=None)
    if last is not None and last > now + _SLACK:
        later = pause(last - now)
        return Check(name, State.WARNING, f"{text}, but the database was last used {later} later than that", advice)
    return Check(name, State.OK, text)


def _look(database: Path) -> tuple[Sequence[Check], Sequence[Watched]]:
    with look_into(database) as conn:
        checks = list(_of_database(conn, database))
        return checks, read_sources(conn) if all(check.state is not State.FAILED for check in checks) else ()


def _of_database(conn: sqlite3.Connection, database: Path) -> Iterator[Check]:
    name = "database"
    damage = find_damage(conn)
    if damage is not None:
        advice = "Stop the bot and restore a backup; without one, move the file away to begin anew."
        yield Check(name, State.FAILED, f"{database} is damaged ({damage.splitlines()[0]})", advice)
        return
    revision = read_revision(conn)
    # The files are named by their revisions, so that Alembic need not be loaded and nothing of it can be changed.
    known = sorted(file.stem.partition("_")[0] for file in _REVISIONS.glob("[0-9]*_*.py"))
    if revision is None:
        advice = "Point DATABASE_URL to another file, or move this one away."
        yield Check(name, State.FAILED, f"{database} is no database of Cliffhanger's", advice)
    elif revision not in known:
        advice = "Install that version, or point DATABASE_URL to another file."
        yield Check(name, State.FAILED, f"{database} was made by a newer Cliffhanger (revision {revision})", advice)
    elif revision != known[-1]:
        missing = count(len(known) - 1 - known.index(revision), "migration")
        advice = "The next start runs them; make a copy of the file first."
        yield Check(name, State.WARNING, f"{database} is sound, at revision {revision}: {missing} behind", advice)
    else:
        yield Check(name, State.OK, f"{database} is sound and up to date (revision {revision})")


def _is_number(part: str) -> bool:
    """Whether the first part of a token is somebody's id."""
    try:
        return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)).isdigit()
    except (binascii.Error, ValueError):
        return False
