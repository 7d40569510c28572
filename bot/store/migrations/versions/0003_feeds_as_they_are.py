"""Feeds say how often they want to be asked and where they have moved; their windows and their health are kept."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _new_columns() -> list[sa.Column[Any]]:
    return [
        sa.Column("reason", sa.Text(), nullable=False, server_default="usual"),
        sa.Column("polls", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("ttl", sa.BigInteger(), nullable=True),
        sa.Column("gap", sa.BigInteger(), nullable=True),
        sa.Column("skip_hours", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("skip_days", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("moved_to", sa.Text(), nullable=True),
        sa.Column("moved_since", sa.BigInteger(), nullable=True),
        sa.Column("settled", sa.Text(), nullable=True),
        sa.Column("hub", sa.Text(), nullable=False, server_default=""),
    ]


def upgrade() -> None:
    """Apply."""
    for column in _new_columns():
        op.add_column("sources", column)
    op.add_column("entries", sa.Column("image", sa.Text(), nullable=False, server_default=""))
    op.add_column("entries", sa.Column("primary", sa.BigInteger(), nullable=True))
    op.create_index("ix_entries_source_primary", "entries", ["source", "primary"])
    op.create_table(
        "windows",
        sa.Column("source", _ID, nullable=False),
        sa.Column("shown", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["source"], ["sources.id"], name="fk_windows_source_sources", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("source", name="pk_windows"),
    )
    op.create_table(
        "health_events",
        sa.Column("id", _ID, nullable=False),
        sa.Column("source", _ID, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["source"], ["sources.id"], name="fk_health_events_source_sources", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_health_events"),
    )
    op.create_index("ix_health_events_source_at", "health_events", ["source", "at"])


def downgrade() -> None:
    """Take back."""
    op.drop_table("health_events")
    op.drop_table("windows")
    op.drop_index("ix_entries_source_primary", "entries")
    op.drop_column("entries", "primary")
    op.drop_column("entries", "image")
    for column in reversed(_new_columns()):
        op.drop_column("sources", column.name)
