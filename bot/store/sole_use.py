"""Lets one process at a time have a database: what a second one tracks, the first would not know, and news be lost.

The operating system's lock on a file beside the database, which it takes back from a process that is killed. Knows no
SQL.
"""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path
from typing import BinaryIO

from bot.model.errors import CliffhangerError

if sys.platform == "win32":
    import msvcrt

    def _lock(file: BinaryIO) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class InUseError(CliffhangerError):
    """Another process has the database."""


def hold(database: Path) -> BinaryIO:
    """Take a database until the returned file is closed. Raises `InUseError`; OSError where no file can be made."""
    file = database.with_name(f"{database.name}.lock").open("ab")
    try:
        # Some network file systems have no locks; the bot runs there without.
        with contextlib.suppress(OSError):
            try:
                _lock(file)
            except (BlockingIOError, PermissionError):  # the latter on Windows
                raise InUseError(f"The database {database} is in use.") from None
    except InUseError:
        file.close()
        raise
    return file
