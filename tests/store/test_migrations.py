from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from bot.store import migrate, tables
from bot.store.engine import Store, StoreError

FOLDER = Path(migrate.__file__).with_name("migrations")


def schema(file):
    with sqlite3.connect(file) as opened:
        found = opened.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name").fetchall()
    opened.close()
    return found


async def test_the_migrations_make_the_tables_that_the_statements_are_written_for(store):
    def differences(conn):
        return compare_metadata(MigrationContext.configure(conn, opts={"compare_type": True}), tables.metadata)

    assert await store.write(lambda conn: conn.run_sync(differences)) == []


async def test_numbers_of_deliveries_are_never_given_twice(store):
    async def work(conn):
        return (await conn.exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = 'deliveries'")).scalar()

    assert "AUTOINCREMENT" in await store.write(work)


async def test_a_database_that_is_up_to_date_is_not_touched(tmp_path, url):
    await (await Store.open(url)).close()
    before = schema(tmp_path / "kept.sqlite3")
    await (await Store.open(url)).close()
    assert schema(tmp_path / "kept.sqlite3") == before


async def test_a_migration_that_breaks_off_leaves_nothing(tmp_path, url):
    with sqlite3.connect(tmp_path / "kept.sqlite3") as file:
        # The last table of the first revision is there already: all that came before it is taken back.
        file.execute("CREATE TABLE tracks (x TEXT)")
    file.close()
    with pytest.raises(StoreError):
        await Store.open(url)
    assert [name for _, name, _ in schema(tmp_path / "kept.sqlite3")] == ["tracks"]
    with sqlite3.connect(tmp_path / "kept.sqlite3") as file:
        file.execute("DROP TABLE tracks")
    file.close()
    await (await Store.open(url)).close()


def test_the_revisions_are_one_chain():
    script = ScriptDirectory(str(FOLDER))
    assert len(script.get_heads()) == 1
    assert len(script.get_bases()) == 1
