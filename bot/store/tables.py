"""The tables and their column types (SQLAlchemy Core, portable: SQLite today, room for PostgreSQL).

Only shapes: the statements live in the module of each noun. A change here wants a migration beside it; a test compares
the two.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.types import JSON, TypeDecorator

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
NO_SEASON = -1
"""Stands for "no season" where NULL would make a unique key useless (SQL holds two NULLs for different)."""
Id = BigInteger().with_variant(Integer, "sqlite")
"""SQLite numbers rows by itself only in a column of type INTEGER."""


class Instant(TypeDecorator[datetime]):
    """An aware datetime, kept as whole milliseconds since 1970 in UTC."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002 - the protocol's
        """To milliseconds."""
        return None if value is None else (value - _EPOCH) // _MILLISECOND

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:  # noqa: ANN401, ARG002
        """From milliseconds."""
        return None if value is None else _EPOCH + int(value) * _MILLISECOND


class Pause(TypeDecorator[timedelta]):
    """A timedelta, kept as whole seconds."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: timedelta | None, dialect: Dialect) -> int | None:  # noqa: ARG002 - the protocol's
        """To seconds."""
        return None if value is None else value // timedelta(seconds=1)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> timedelta | None:  # noqa: ANN401, ARG002
        """From seconds."""
        return None if value is None else timedelta(seconds=int(value))


class Numbers(TypeDecorator[frozenset[int]]):
    """A set of small whole numbers, kept as the bits of one."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: frozenset[int] | None, dialect: Dialect) -> int:  # noqa: ARG002 - the protocol's
        """To bits."""
        return sum(1 << number for number in value or ())

    def process_result_value(self, value: Any | None, dialect: Dialect) -> frozenset[int]:  # noqa: ANN401, ARG002
        """From bits."""
        bits = int(value or 0)
        return frozenset(number for number in range(bits.bit_length()) if bits >> number & 1)


class Season(TypeDecorator[int]):
    """A season's number or None, kept without NULL."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: int | None, dialect: Dialect) -> int:  # noqa: ARG002 - the protocol's
        """None becomes `NO_SEASON`."""
        return NO_SEASON if value is None else value

    def process_result_value(self, value: Any | None, dialect: Dialect) -> int | None:  # noqa: ANN401, ARG002
        """`NO_SEASON` becomes None."""
        return None if value is None or value == NO_SEASON else int(value)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

meta = Table("meta", metadata, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))

shows = Table(
    "shows",
    metadata,
    Column("id", Text, primary_key=True),
    Column("scope", BigInteger, nullable=False),
    Column("name", Text, nullable=False),
    Column("aliases", JSON, nullable=False),
    Column("year", Integer),
    Column("country", Text),
    Column("network", Text),
    Column("people", JSON, nullable=False),
    Column("watched", Instant, nullable=False),
)

sources = Table(
    "sources",
    metadata,
    Column("id", Id, primary_key=True),
    Column("url", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("tier", Text, nullable=False),
    Column("public", Boolean, nullable=False),
    Column("next_at", Instant, nullable=False, index=True),
    Column("in_hand", Boolean, nullable=False),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("body_hash", LargeBinary),
    Column("first_polled", Instant),
    Column("last_polled", Instant),
    Column("last_changed", Instant),
    Column("failures", Integer, nullable=False),
    Column("error", Text),
    Column("stopped", Boolean, nullable=False),
    Column("reason", Text, nullable=False, server_default="usual"),
    Column("polls", Integer, nullable=False, server_default="0"),
    Column("ttl", Pause),
    Column("gap", Pause),
    Column("skip_hours", Numbers, nullable=False, server_default="0"),
    Column("skip_days", Numbers, nullable=False, server_default="0"),
    Column("moved_to", Text),
    Column("moved_since", Instant),
    Column("settled", Text),
    Column("hub", Text, nullable=False, server_default=""),
)

windows = Table(
    "windows",
    metadata,
    Column("source", Id, ForeignKey("sources.id", ondelete="CASCADE"), primary_key=True),
    Column("shown", LargeBinary, nullable=False),
)

health_events = Table(
    "health_events",
    metadata,
    Column("id", Id, primary_key=True),
    Column("source", Id, ForeignKey("sources.id", ondelete="CASCADE"), nullable=False),
    Column("at", Instant, nullable=False),
    Column("kind", Text, nullable=False),
    Column("text", Text, nullable=False),
    Index("ix_health_events_source_at", "source", "at"),
)

server_sources = Table(
    "server_sources",
    metadata,
    Column("guild", BigInteger, nullable=False),
    Column("source", Id, ForeignKey("sources.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("added", Instant, nullable=False),
    PrimaryKeyConstraint("guild", "source"),
)

seen = Table(
    "seen",
    metadata,
    Column("source", Id, ForeignKey("sources.id", ondelete="CASCADE"), nullable=False),
    Column("hash", BigInteger, nullable=False),
    Column("last_shown", Instant, nullable=False),
    PrimaryKeyConstraint("source", "hash"),
    sqlite_with_rowid=False,
)

entries = Table(
    "entries",
    metadata,
    Column("id", Id, primary_key=True),
    Column("source", Id, ForeignKey("sources.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("outlet", Text, nullable=False),
    Column("tier", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("published", Instant, nullable=False, index=True),
    Column("summary", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("tags", JSON, nullable=False),
    Column("stored", Instant, nullable=False),
    Column("image", Text, nullable=False, server_default=""),
    Column("primary", BigInteger),
    Index("ix_entries_source_primary", "source", "primary"),
)

claims = Table(
    "claims",
    metadata,
    Column("id", Id, primary_key=True),
    Column("scope", BigInteger, nullable=False),
    Column("show", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("season", Season, nullable=False),
    Column("certainty", Text, nullable=False),
    Column("happened", Instant, nullable=False),
    Column("when", Text),
    Column("by", Text),
    Column("slot", Text, nullable=False),
    Column("background", Boolean, nullable=False),
    Column("sentence", Text, nullable=False),
    Column("rule", Text, nullable=False),
    Column("entry", Id, ForeignKey("entries.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("tier", Text),
    UniqueConstraint("scope", "show", "kind", "season", "entry"),
    Index("ix_claims_show_scope", "show", "scope"),
)

stories = Table(
    "stories",
    metadata,
    Column("id", Id, primary_key=True),
    Column("scope", BigInteger, nullable=False),
    Column("show", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("season", Season, nullable=False),
    Column("slot", Text, nullable=False),
    Column("certainty", Text, nullable=False),
    Column("when", Text),
    Column("by", Text),
    Column("headline", Text, nullable=False),
    Column("summary", Text, nullable=False),
    Column("opened", Instant, nullable=False),
    Column("latest", Instant, nullable=False),
    UniqueConstraint("scope", "show", "kind", "season", "slot", "opened"),
    Index("ix_stories_show_latest", "show", "latest"),
)

reports = Table(
    "reports",
    metadata,
    Column("story", Id, ForeignKey("stories.id", ondelete="CASCADE"), nullable=False),
    Column("entry", Id, ForeignKey("entries.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("scope", BigInteger, nullable=False),
    PrimaryKeyConstraint("story", "entry", "scope"),
)

servers = Table(
    "servers",
    metadata,
    Column("guild", BigInteger, primary_key=True, autoincrement=False),
    Column("joined", Instant, nullable=False),
    Column("left", Instant),
)

channels = Table(
    "channels",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("guild", BigInteger, ForeignKey("servers.guild", ondelete="CASCADE"), nullable=False, index=True),
    Column("parked", Text),
    Column("next_at", Instant, nullable=False),
)

tracks = Table(
    "tracks",
    metadata,
    Column("channel", BigInteger, ForeignKey("channels.id", ondelete="CASCADE"), nullable=False),
    Column("show", Text, nullable=False, index=True),
    Column("guild", BigInteger, ForeignKey("servers.guild", ondelete="CASCADE"), nullable=False, index=True),
    Column("role", BigInteger),
    Column("added", Instant, nullable=False),
    PrimaryKeyConstraint("channel", "show"),
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("id", Id, primary_key=True),
    Column("story", Id, ForeignKey("stories.id", ondelete="CASCADE"), nullable=False),
    Column("channel", BigInteger, ForeignKey("channels.id", ondelete="CASCADE"), nullable=False),
    Column("state", Text, nullable=False),
    Column("due", Instant, nullable=False),
    Column("nonce", Text),
    Column("first_try", Instant),
    Column("attempts", Integer, nullable=False),
    Column("message", BigInteger),
    Column("error", Text),
    Column("made", Instant, nullable=False),
    UniqueConstraint("story", "channel"),
    Index("ix_deliveries_state_due", "state", "due"),
    Index("ix_deliveries_state_first_try", "state", "first_try"),
    Index("ix_deliveries_channel_made", "channel", "made"),
    # A number is never given twice, so an old nonce is never met again (see delivery.nonce).
    sqlite_autoincrement=True,
)
