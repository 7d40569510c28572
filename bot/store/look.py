"""A look at a database beside whoever has it: read only, without its lock, whatever its version.

An operator looks when something is wrong: a migration may be missing, a page may be damaged, the bot may be running. So
this is not `bot.store`, which takes the database over and brings it up to date; a column or table that is not there yet
is left out. Knows nothing of how what it gives is shown.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.model.errors import ConfigurationError
from bot.model.health import HealthEvent, HealthKind
from bot.model.source import Move, Reason, Source, SourceId, Tier, Validators

FILE_NAME = "cliffhanger.sqlite3"
OWN_FILE_NAME = "poll.sqlite3"
"""What `cliffhanger poll --sources … --data …` keeps beside it: the bot's own list of feeds must not change."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_PATIENCE_SECONDS = 5.0
_HEARD = """
    SELECT s.*, (
        SELECT count(*) FROM server_sources AS l JOIN servers AS g ON g.guild = l.guild
        WHERE l.source = s.id AND g."left" IS NULL
    ) AS servers
    FROM sources AS s ORDER BY s.public DESC, s.name COLLATE NOCASE, s.url
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """A source as it is stored."""

    source: Source
    in_hand: bool
    """It is being polled, or was when its process was killed."""
    servers: int
    """How many servers that are still there added it."""

    @property
    def polled(self) -> bool:
        """Whether it is polled at all: it has not stopped, and somebody hears it."""
        return not self.source.stopped and (self.source.public or self.servers > 0)


def database_path(database_url: str) -> Path:
    """The file that a `DATABASE_URL` names. Raises `ConfigurationError` where it names none."""
    kind, found, rest = database_url.partition(":///")
    path = rest.partition("?")[0]
    if not found or not kind.startswith("sqlite") or not path or path == ":memory:" or "\0" in path:
        raise ConfigurationError(
            "DATABASE_URL names no SQLite file; write it like sqlite+aiosqlite:///data/cliffhanger.sqlite3"
        )
    return Path(path)


def database_url(path: Path) -> str:
    """The `DATABASE_URL` of a file. Raises `ConfigurationError` for a path that cannot stand in one."""
    if "?" in str(path) or "\0" in str(path):
        raise ConfigurationError(f"{str(path)!r}: a database cannot lie in a folder with such a name.")
    return f"sqlite+aiosqlite:///{path}"


@contextlib.contextmanager
def look_into(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a database for reading. Raises `ConfigurationError` with one line for whatever is wrong with it."""
    try:
        if not path.exists():
            raise ConfigurationError(
                f"There is no database {path} yet. `cliffhanger run` or `cliffhanger poll` makes it."
            )
        if not path.is_file():
            raise ConfigurationError(f"{path} is no file. Point DATABASE_URL to the database.")
        with contextlib.closing(_open(path)) as conn:
            yield conn
    except sqlite3.Error as error:
        raise ConfigurationError(_complaint(path, error)) from None
    except OSError as error:
        raise ConfigurationError(f"The database {path} cannot be read: {error.strerror or error}.") from None
    except (ValueError, OverflowError, TypeError):
        raise ConfigurationError(f"The database {path} is damaged: a row makes no sense. Restore a backup.") from None


def read_sources(conn: sqlite3.Connection) -> Sequence[Watched]:
    """Every source, those for everyone first, by name."""
    return [_watched({key: row[key] for key in row.keys()}) for row in conn.execute(_HEARD)]  # noqa: SIM118 - a Row


def read_events(conn: sqlite3.Connection, each: int) -> Mapping[SourceId, Sequence[HealthEvent]]:
    """The newest `each` changes of every source's health, newest first."""
    found: dict[SourceId, list[HealthEvent]] = {}
    if not _has_table(conn, "health_events"):
        return found
    kinds = set(HealthKind)
    for row in conn.execute('SELECT source, "at", kind, text FROM health_events ORDER BY "at" DESC, id DESC'):
        events = found.setdefault(SourceId(row["source"]), [])
        if len(events) < each and row["kind"] in kinds:
            at = _EPOCH + timedelta(milliseconds=row["at"])
            events.append(HealthEvent(SourceId(row["source"]), at, HealthKind(row["kind"]), row["text"]))
    return found


def failing_since(conn: sqlite3.Connection) -> Mapping[SourceId, datetime]:
    """From when on sources have failed, for those whose history tells it."""
    if not _has_table(conn, "health_events"):
        return {}
    rows = conn.execute(
        """
        SELECT source, min("at") AS since FROM health_events AS e
        WHERE kind IN ('failing', 'stopped') AND "at" > coalesce(
            (SELECT max("at") FROM health_events AS r WHERE r.source = e.source AND r.kind = 'recovered'), -1
        ) GROUP BY source
        """
    )
    return {SourceId(row["source"]): _EPOCH + timedelta(milliseconds=row["since"]) for row in rows}


def read_revision(conn: sqlite3.Connection) -> str | None:
    """The revision of its tables; None where there are none."""
    if not _has_table(conn, "alembic_version"):
        return None
    row = conn.execute("SELECT version_num FROM alembic_version").fetchone()
    return None if row is None else str(row["version_num"])


def find_damage(conn: sqlite3.Connection) -> str | None:
    """What SQLite's own check finds wrong, or None."""
    row = conn.execute("PRAGMA quick_check(1)").fetchone()
    return None if row is not None and row[0] == "ok" else str(row[0] if row is not None else "no answer")


def _open(path: Path) -> sqlite3.Connection:
    # While nobody has it open there is no log beside it. Then it is read as a file that nobody changes, or SQLite would
    # leave a log behind, which might be another user's than the bot.
    closed = "" if path.with_name(f"{path.name}-wal").exists() else "&immutable=1"
    return _prepared(f"{path.resolve().as_uri()}?mode=ro{closed}")


def _prepared(uri: str) -> sqlite3.Connection:
    conn = sqlite3.connect(uri, uri=True, timeout=_PATIENCE_SECONDS)
    try:
        conn.row_factory = sqlite3.Row
        conn.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error:
        conn.close()
        raise
    return conn


def _has_table(conn: sqlite3.Connection, name: str) -> bool:
    return conn.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (name,)).fetchone() is not None


def _watched(row: Mapping[str, object]) -> Watched:
    source = Source(
        id=SourceId(_number(row, "id")),
        url=str(row["url"]),
        name=str(row["name"]),
        tier=Tier(str(row["tier"])),
        public=bool(row["public"]),
        next_at=_moment(row, "next_at") or _EPOCH,
        validators=Validators(_text(row, "etag"), _text(row, "last_modified")),
        first_polled=_moment(row, "first_polled"),
        last_polled=_moment(row, "last_polled"),
        last_changed=_moment(row, "last_changed"),
        failures=_number(row, "failures"),
        error=_text(row, "error"),
        stopped=bool(row["stopped"]),
        reason=_reason(row),
        polls=_number(row, "polls"),
        move=Move(_text(row, "moved_to"), _moment(row, "moved_since"), _text(row, "settled")),
    )
    return Watched(source=source, in_hand=bool(row.get("in_hand")), servers=_number(row, "servers"))


def _reason(row: Mapping[str, object]) -> Reason:
    stored = row.get("reason")
    if stored in set(Reason):
        return Reason(str(stored))
    return Reason.FAILED if _number(row, "failures") else Reason.USUAL  # a database from before there were reasons


def _number(row: Mapping[str, object], column: str) -> int:
    value = row.get(column)
    return value if isinstance(value, int) else 0


def _text(row: Mapping[str, object], column: str) -> str | None:
    value = row.get(column)
    return value if isinstance(value, str) and value else None


def _moment(row: Mapping[str, object], column: str) -> datetime | None:
    value = row.get(column)
    return _EPOCH + timedelta(milliseconds=value) if isinstance(value, int) else None


def _complaint(path: Path, error: sqlite3.Error) -> str:
    reason = str(error).lower()
    if "no such" in reason:
        return f"{path} is no database of Cliffhanger's. Point DATABASE_URL to it, or name its folder with --data."
    if "not a database" in reason or "malformed" in reason:
        return f"The database {path} is damaged or no database at all. Restore a backup, or move the file away."
    if "unable to open" in reason or "readonly" in reason or "permission" in reason:
        return f"The database {path} cannot be read. Give this user the right to read it and its folder."
    if "locked" in reason:
        return f"The database {path} is locked by another program; try again in a moment."
    return f"The database {path} cannot be read: {reason}."
