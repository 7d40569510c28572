from __future__ import annotations

import asyncio
import os
import sqlite3
from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.model.errors import ConfigurationError
from bot.store import meta
from bot.store.engine import Store, StoreError


def put(key, value):
    return lambda conn: meta.put(conn, key, value)


async def kept_under(store, key):
    async with store.read() as conn:
        return await meta.get(conn, key)


async def test_what_is_written_is_read(store):
    await store.write(put("a", "1"))
    await store.write(put("a", "2"))
    assert await kept_under(store, "a") == "2"


async def test_a_transaction_that_raises_writes_nothing(store):
    async def work(conn):
        await meta.put(conn, "a", "1")
        raise LookupError

    with pytest.raises(LookupError):
        await store.write(work)
    assert await kept_under(store, "a") is None
    await store.write(put("a", "2"))
    assert await kept_under(store, "a") == "2"


async def test_transactions_do_not_interleave(store):
    steps: list[str] = []

    def named(name):
        async def work(conn):
            for number in range(3):
                await meta.put(conn, f"{name}{number}", "")
                steps.append(name)

        return work

    await asyncio.gather(*(store.write(named(name)) for name in "abc"))
    assert "".join(steps) in {"aaabbbccc", "aaacccbbb", "bbbaaaccc", "bbbcccaaa", "cccaaabbb", "cccbbbaaa"}


@pytest.mark.parametrize("cancels", [1, 2])
async def test_a_cancelled_caller_does_not_cut_a_transaction_in_half(store, cancels):
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def work(conn):
        await meta.put(conn, "first", "half")
        begun.set()
        await go_on.wait()
        await meta.put(conn, "second", "half")

    caller = asyncio.create_task(store.write(work))
    await begun.wait()
    for _ in range(cancels):
        caller.cancel()
        await asyncio.sleep(0)
    assert caller.done() == (cancels == 2)
    go_on.set()
    with pytest.raises(asyncio.CancelledError):
        await caller
    if cancels == 2:
        # It would not wait any longer; whoever writes or closes next does.
        await store.settle()
    assert (await kept_under(store, "first"), await kept_under(store, "second")) == ("half", "half")


async def test_a_failure_that_nobody_waits_for_makes_no_noise(store):
    complaints: list[object] = []
    asyncio.get_running_loop().set_exception_handler(lambda _loop, context: complaints.append(context))
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def work(_conn):
        begun.set()
        await go_on.wait()
        raise LookupError

    caller = asyncio.create_task(store.write(work))
    await begun.wait()
    caller.cancel()
    go_on.set()
    await asyncio.gather(caller, return_exceptions=True)
    del caller
    await store.settle()
    assert complaints == []


async def test_closing_waits_for_what_is_being_written(url):
    store = await Store.open(url)
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def work(conn):
        begun.set()
        await go_on.wait()
        await meta.put(conn, "a", "1")

    caller = asyncio.create_task(store.write(work))
    await begun.wait()
    closing = asyncio.create_task(store.close())
    go_on.set()
    await closing
    await caller
    again = await Store.open(url)
    assert await kept_under(again, "a") == "1"
    await again.close()


async def test_a_cancelled_read_breaks_no_later_read(store):
    await store.write(put("a", "1"))
    for ticks in range(12):
        reading = asyncio.create_task(kept_under(store, "a"))
        for _ in range(ticks):
            await asyncio.sleep(0)
        reading.cancel()
        await asyncio.gather(reading, return_exceptions=True)
    assert await asyncio.gather(*(kept_under(store, "a") for _ in range(6))) == ["1"] * 6


async def test_reading_goes_on_while_somebody_writes(store):
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def work(conn):
        await meta.put(conn, "a", "1")
        begun.set()
        await go_on.wait()

    writing = asyncio.create_task(store.write(work))
    await begun.wait()
    assert await kept_under(store, "a") is None
    go_on.set()
    await writing
    assert await kept_under(store, "a") == "1"


async def test_what_settles_can_be_read(store):
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def work(conn):
        begun.set()
        await go_on.wait()
        await meta.put(conn, "a", "1")

    writing = asyncio.create_task(store.write(work))
    await begun.wait()
    settling = asyncio.create_task(store.settle())
    await asyncio.sleep(0)
    assert not settling.done()
    go_on.set()
    await settling
    assert await kept_under(store, "a") == "1"
    await writing


async def test_a_database_keeps_its_random_name_and_shares_it_with_no_other(tmp_path):
    names = []
    for file in ("one", "one", "two"):
        store = await Store.open(f"sqlite+aiosqlite:///{tmp_path}/{file}.sqlite3")
        names.append(store.installation)
        await store.close()
    assert names[0] == names[1] != names[2]


async def test_it_is_set_up_not_to_lose_anything(store):
    async def work(conn):
        return [
            (await conn.execute(text(f"PRAGMA {name}"))).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]

    assert await store.write(work) == ["wal", 2, 1]


@pytest.mark.parametrize("folder", ["new/folder", "50% off", "with space", "日本"])
async def test_the_folder_is_made_when_it_is_missing(tmp_path, folder):
    store = await Store.open(f"sqlite+aiosqlite:///{tmp_path}/{folder}/bot.sqlite3")
    await store.close()
    assert (tmp_path / folder / "bot.sqlite3").is_file()


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("nonsense", "no database address"),
        ("postgresql+asyncpg://bot:secret@host/db", "must name an SQLite file"),
        ("sqlite+aiosqlite://", "must name an SQLite file"),
        ("sqlite+aiosqlite:///:memory:", "must name an SQLite file"),
        ("sqlite://host:port/bot.sqlite3", "no database address"),
        ("sqlite+aiosqlite:///bot\0.sqlite3", "no database address"),
        ("sqlite+aiosqlite:////proc/nowhere/bot.sqlite3", "cannot be made"),
    ],
)
async def test_an_address_that_cannot_be_used_is_told_in_one_line(url, words):
    with pytest.raises(StoreError, match=words) as error:
        await Store.open(url)
    assert "\n" not in str(error.value)
    assert "secret" not in str(error.value)
    assert isinstance(error.value, ConfigurationError)


async def complaint(url, **options):
    with pytest.raises(StoreError) as error:
        await Store.open(url, **options)
    assert "\n" not in str(error.value)
    return str(error.value)


async def test_a_file_that_is_no_database(tmp_path, url):
    (tmp_path / "kept.sqlite3").write_text("Dear diary, today I watched the finale. " * 100)
    assert "damaged or no database at all" in await complaint(url)


async def test_a_damaged_database(tmp_path, url):
    await (await Store.open(url)).close()
    file = tmp_path / "kept.sqlite3"
    data = bytearray(file.read_bytes())
    data[100:8192] = b"\x7f" * (8192 - 100)
    file.write_bytes(data)
    assert "damaged or no database at all" in await complaint(url)


async def test_damage_that_shows_only_when_it_is_read(tmp_path, url):
    await (await Store.open(url)).close()
    with sqlite3.connect(tmp_path / "kept.sqlite3") as file:
        file.execute("DROP TABLE tracks")
    file.close()
    store = await Store.open(url)
    try:
        with pytest.raises(StoreError, match="damaged or no database at all") as error, store.starting():
            await store.write(lambda conn: conn.execute(text("SELECT * FROM tracks")))
        assert "\n" not in str(error.value)
    finally:
        await store.close()


async def test_a_folder_in_its_place(tmp_path, url):
    (tmp_path / "kept.sqlite3").mkdir()
    assert "cannot be written" in await complaint(url)


async def test_a_file_in_place_of_its_folder(tmp_path):
    (tmp_path / "data").write_text("")
    assert "cannot be made" in await complaint(f"sqlite+aiosqlite:///{tmp_path}/data/bot.sqlite3")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
@pytest.mark.parametrize("what", ["kept.sqlite3", "."])
async def test_a_place_where_the_bot_may_not_write(tmp_path, url, what):
    if what != ".":
        await (await Store.open(url)).close()
    (tmp_path / what).chmod(0o500)
    try:
        assert "cannot be written" in await complaint(url)
    finally:
        (tmp_path / what).chmod(0o700)


async def test_a_database_of_a_newer_program(tmp_path, url):
    await (await Store.open(url)).close()
    with sqlite3.connect(tmp_path / "kept.sqlite3") as file:
        file.execute("UPDATE alembic_version SET version_num = '9999'")
    file.close()
    assert "made by a newer Cliffhanger (revision 9999)" in await complaint(url)


async def test_a_database_with_two_revisions(tmp_path, url):
    await (await Store.open(url)).close()
    with sqlite3.connect(tmp_path / "kept.sqlite3") as file:
        file.execute("INSERT INTO alembic_version VALUES ('another')")
    file.close()
    assert "cannot be used" in await complaint(url)


async def test_a_database_that_another_bot_works_on(tmp_path, url):
    first = await Store.open(url)
    assert "in use by another bot" in await complaint(url)
    await first.close()
    await (await Store.open(url)).close()


async def test_a_database_that_another_program_holds(tmp_path, url):
    await (await Store.open(url)).close()
    other = sqlite3.connect(tmp_path / "kept.sqlite3", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert "locked by another program" in await complaint(url, patience=timedelta(milliseconds=20))
    other.close()
    await (await Store.open(url)).close()


async def test_somebody_elses_database_is_left_alone(tmp_path, url):
    with sqlite3.connect(tmp_path / "kept.sqlite3") as file:
        file.execute("CREATE TABLE sources (recipe TEXT)")
    file.close()
    assert "cannot be used" in await complaint(url)
    with sqlite3.connect(tmp_path / "kept.sqlite3") as file:
        assert [name for (name,) in file.execute("SELECT name FROM sqlite_master")] == ["sources"]
    file.close()
