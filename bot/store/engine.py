"""The database: one connection that writes, a few that read, migrations at start. Where the SQL dialect matters.

SQLite is set up as measured best for a bot that must not lose or repeat a post: WAL, `synchronous=FULL`, `BEGIN
IMMEDIATE`. Knows no table's meaning but that of `meta`.
"""

from __future__ import annotations

import asyncio
import secrets
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from alembic.util import CommandError
from sqlalchemy import URL, Connection, event, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool, ConnectionPoolEntry

from bot.model.errors import ConfigurationError
from bot.store import meta, migrate, sole_use

Result = TypeVar("Result")

_READERS = 3
_PATIENCE = timedelta(seconds=10)
_NO_ADDRESS = "DATABASE_URL is no database address; write it like sqlite+aiosqlite:///data/cliffhanger.sqlite3"


class StoreError(ConfigurationError):
    """The database cannot be used; the text says why and what to do."""


class Store:
    """An open database.

    `read()` gives a connection that sees what is committed; `write()` runs one transaction at a time and is never cut
    in half by a cancelled task.
    """

    def __init__(self, writer: AsyncEngine, readers: AsyncEngine, installation: str, held: BinaryIO) -> None:
        self._writer = writer
        self._readers = readers
        self._held = held
        self._running: set[asyncio.Task[Any]] = set()
        self.installation = installation
        """A random name that this database got when it was made; nonces are made with it."""

    @classmethod
    async def open(cls, database_url: str, *, patience: timedelta = _PATIENCE) -> Store:
        """Open and migrate. Raises `StoreError` with one clear line when that cannot be done.

        `patience` is how long a statement waits while another program writes.
        """
        url = _sqlite_url(database_url)
        path = Path(url.database or "")
        try:
            held = await asyncio.to_thread(_take_file, path)
        except sole_use.InUseError:
            raise StoreError(
                f"The database {path} is in use by another bot. Stop that one, or point DATABASE_URL to another file."
            ) from None
        except PermissionError as error:
            raise StoreError(_complaint(path, error)) from None
        except OSError as error:
            raise StoreError(
                f"The folder of the database {path} cannot be made: {error.strerror}. Set DATABASE_URL to a place "
                "where the bot may write."
            ) from None
        except sqlite3.Error as error:
            raise StoreError(_complaint(path, error)) from None
        except ValueError:
            raise StoreError(_NO_ADDRESS) from None  # a NUL in the path
        try:
            return await cls._open(url, path, patience, held)
        except BaseException:
            held.close()
            raise

    @classmethod
    async def _open(cls, url: URL, path: Path, patience: timedelta, held: BinaryIO) -> Store:
        writer = _engine(url, size=1, autocommit=False, patience=patience)
        readers = _engine(url, size=_READERS, autocommit=True, patience=patience)
        try:
            await _migrate(url, patience)
            async with writer.begin() as conn:
                installation = await meta.get_or_set(conn, "installation", secrets.token_hex(16))
        except migrate.NewerDatabaseError as error:
            await _dispose(writer, readers)
            raise StoreError(
                f"The database {path} was made by a newer Cliffhanger (revision {error.revision}). Install that, or "
                "point DATABASE_URL to another file."
            ) from None
        except (DatabaseError, CommandError, OSError) as error:
            await _dispose(writer, readers)
            raise StoreError(_complaint(path, error)) from None
        except SQLAlchemyError:
            await _dispose(writer, readers)
            raise
        return cls(writer, readers, installation, held)

    async def close(self) -> None:
        """Finish what is being written and let go of the file."""
        if self._running:
            await asyncio.wait(self._running)
        await _dispose(self._writer, self._readers)
        self._held.close()

    @contextmanager
    def starting(self) -> Iterator[None]:
        """What the database fails with in here becomes a `StoreError`: damage may show only when a page is read."""
        try:
            yield
        except DatabaseError as error:
            raise StoreError(_complaint(Path(self._writer.url.database or ""), error)) from None

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """A connection for reading; each statement sees what is committed at that moment."""
        conn = _Reading(self._readers)
        try:
            await conn.start()
            yield conn
        finally:
            if conn.sync_connection is not None:
                await _whole(conn.close())

    async def write(self, work: Callable[[AsyncConnection], Awaitable[Result]]) -> Result:
        """Run `work` in one transaction: all of it is written, or nothing when it raises.

        A cancelled caller waits until the transaction has ended, so nobody ever wonders whether it was written.
        """
        task = asyncio.ensure_future(self._transaction(work))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return await _whole(task)

    async def settle(self) -> None:
        """Wait until every transaction that has begun is over, so that what it wrote can be read."""
        await self.write(_nothing)

    async def _transaction(self, work: Callable[[AsyncConnection], Awaitable[Result]]) -> Result:
        async with self._writer.begin() as conn:
            return await work(conn)


def _sqlite_url(text: str) -> URL:
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        raise StoreError(_NO_ADDRESS) from None
    if url.get_backend_name() != "sqlite" or not url.database or url.database == ":memory:":
        raise StoreError(
            "DATABASE_URL must name an SQLite file, such as sqlite+aiosqlite:///data/cliffhanger.sqlite3; "
            f"{url.get_backend_name()!r} without a file is not supported."
        )
    return url.set(drivername="sqlite+aiosqlite")


class _Reading(AsyncConnection):
    """A connection whose statements are not broken off: a broken connection would have to be thrown away."""

    async def start(self, is_ctxmanager: bool = False) -> AsyncConnection:  # noqa: FBT001, FBT002 - the parent's
        """Connect."""
        return await _whole(super().start(is_ctxmanager))

    async def execute(self, *args: Any, **options: Any) -> Any:  # noqa: ANN401 - the parent's many forms
        """Run a statement; the other ways to run one go through here."""
        return await _whole(super().execute(*args, **options))


async def _whole(work: Awaitable[Result]) -> Result:
    """Wait for something to its end, even when cancelled meanwhile: then the cancellation comes after it."""
    task = asyncio.ensure_future(work)
    task.add_done_callback(_look)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        if not task.done():
            await asyncio.wait([task])
        raise


def _look(task: asyncio.Future[Any]) -> None:
    if not task.cancelled():
        # Or asyncio complains of a failure that nobody looked at, when the caller was cancelled.
        task.exception()


async def _nothing(_conn: AsyncConnection) -> None:
    return


def _take_file(path: Path) -> BinaryIO:
    """Make the folder and the file where there are none, and take the file for this process."""
    path.parent.mkdir(parents=True, exist_ok=True)
    # aiosqlite, when it cannot open a file, leaves a thread behind that complains in its own words.
    sqlite3.connect(path).close()
    return sole_use.hold(path)


async def _migrate(url: URL, patience: timedelta) -> None:
    # SQLite changes a table by making it anew, and with foreign keys that would empty the tables that refer to it.
    engine = _engine(url, size=1, autocommit=False, patience=patience, foreign_keys=False)
    try:
        async with engine.begin() as conn:
            await conn.run_sync(migrate.upgrade)
    finally:
        await engine.dispose()


def _engine(url: URL, *, size: int, autocommit: bool, patience: timedelta, foreign_keys: bool = True) -> AsyncEngine:
    engine = create_async_engine(url, poolclass=AsyncAdaptedQueuePool, pool_size=size, max_overflow=0, pool_timeout=60)

    @event.listens_for(engine.sync_engine, "connect")
    def _prepare(dbapi: Any, _entry: ConnectionPoolEntry) -> None:  # noqa: ANN401 - a DBAPI connection has no type
        # The driver's own implicit BEGIN would be a deferred one; transactions are begun below.
        dbapi.isolation_level = None
        pragmas = (
            f"busy_timeout={patience // timedelta(milliseconds=1)}",
            "journal_mode=WAL",
            "synchronous=FULL",
            f"foreign_keys={'ON' if foreign_keys else 'OFF'}",
            "temp_store=MEMORY",
        )
        try:
            cursor = dbapi.cursor()
            for pragma in pragmas:
                cursor.execute(f"PRAGMA {pragma}")
            cursor.close()
        except sqlite3.Error:
            # The pool forgets a connection that could not be prepared, and with it the thread that it runs in.
            dbapi.close()
            raise

    if not autocommit:

        @event.listens_for(engine.sync_engine, "begin")
        def _begin(conn: Connection) -> None:
            conn.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


async def _dispose(*engines: AsyncEngine) -> None:
    for engine in engines:
        await engine.dispose()


def _complaint(path: Path, error: Exception) -> str:
    reason = str(getattr(error, "orig", error)).lower()
    if any(sign in reason for sign in ("not a database", "malformed", "corrupt", "no such table", "no such column")):
        return (
            f"The database {path} is damaged or no database at all. Restore a backup, or move the file away to begin "
            "with an empty one."
        )
    if "readonly" in reason or "read-only" in reason or "unable to open" in reason or "permission" in reason:
        return f"The database {path} cannot be written. Give the bot the right to write there, or set DATABASE_URL."
    if "locked" in reason:
        return f"The database {path} is locked by another program. Is a second bot running on it?"
    return f"The database {path} cannot be used: {reason}."
