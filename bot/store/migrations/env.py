"""Alembic's entry: runs the revisions on the connection it is handed, or on a scratch one to write a new revision."""

from __future__ import annotations

from alembic import context

from bot.store.tables import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
context.run_migrations()
