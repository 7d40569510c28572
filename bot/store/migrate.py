"""Brings a database's tables up to date at start (Alembic, with the revisions in `migrations/`)."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from bot.model.errors import CliffhangerError

_FOLDER = Path(__file__).with_name("migrations")


class NewerDatabaseError(CliffhangerError):
    """The database has a revision that this program does not know."""

    def __init__(self, revision: str) -> None:
        super().__init__(f"The database has revision {revision}, which this program does not know.")
        self.revision = revision


def upgrade(conn: Connection) -> None:
    """Run what is missing, within the caller's transaction. Raises `NewerDatabaseError`."""
    script = ScriptDirectory(str(_FOLDER))
    known = {revision.revision for revision in script.walk_revisions()}
    current = MigrationContext.configure(conn).get_current_revision()
    if current == script.get_current_head():
        return
    if current is not None and current not in known:
        raise NewerDatabaseError(current)
    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.attributes["connection"] = conn
    command.upgrade(config, "head")
