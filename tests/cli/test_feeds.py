"""`cliffhanger feeds`: health as it is stored, read beside a running bot, and whatever may be wrong with a database."""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.model.health import HealthEvent, HealthKind
from bot.model.source import GuildId, Move, Reason, Tier
from bot.store import health, servers, sources
from bot.store.engine import Store

NOW = datetime.now(UTC).replace(microsecond=0)
PATH = Path("data/cliffhanger.sqlite3")


def polled(url: str, **changes):
    """Writes a poll that ended so."""

    async def work(conn):
        source = await sources.by_url(conn, url)
        assert source is not None
        next_at, last_polled = NOW + timedelta(minutes=50), NOW - timedelta(minutes=5)
        after = replace(source, next_at=next_at, last_polled=last_polled, **changes)
        assert await sources.finish_poll(conn, source, after)

    return work


async def fill(store: Store) -> None:
    async def begin(conn):
        await sources.add_default(conn, url="https://a.example/feed", name="Alpha", tier=Tier.TRADE, now=NOW)
        await sources.add_default(conn, url="https://b.example/feed", name="Beta", tier=Tier.TRADE, now=NOW)
        await sources.add_default(conn, url="https://c.example/feed", name="Gamma", tier=Tier.TRADE, now=NOW)
        await sources.add_default(conn, url="https://d.example/feed", name="Delta", tier=Tier.TRADE, now=NOW)
        await servers.present(conn, [GuildId(7)], NOW)
        await sources.add_for(conn, GuildId(7), url="https://e.example/feed", name="Own \x1b[31mwords", now=NOW)

    await store.write(begin)
    await store.write(polled("https://a.example/feed", last_changed=NOW - timedelta(hours=3), reason=Reason.QUIET))
    failed = {"failures": 3, "error": "The website does not answer.", "reason": Reason.FAILED}
    await store.write(polled("https://b.example/feed", **failed))
    await store.write(polled("https://c.example/feed", stopped=True, error="It is gone. (HTTP 410)", failures=1))
    move = Move(to="https://new.example/feed", since=NOW - timedelta(days=2))
    await store.write(polled("https://d.example/feed", move=move))

    async def tell(conn):
        source = await sources.by_url(conn, "https://b.example/feed")
        assert source is not None
        for hours, kind in ((9, HealthKind.FAILING), (6, HealthKind.RECOVERED), (4, HealthKind.FAILING)):
            event = HealthEvent(source=source.id, at=NOW - timedelta(hours=hours), kind=kind, text=f"It was {kind}.")
            await health.add(conn, [event])

    await store.write(tell)


@pytest.fixture
def database(cliffhanger):
    async def make() -> None:
        store = await Store.open(f"sqlite+aiosqlite:///{PATH}")
        await fill(store)
        await store.close()

    asyncio.run(make())
    return PATH


def test_states_schedules_and_histories_as_rows(cliffhanger, database):
    ended = cliffhanger("feeds", "--json")
    assert ended.code == 0
    rows = {row["source"]: row for row in map(json.loads, ended.out.splitlines())}
    assert [(name, row["state"]) for name, row in rows.items()] == [
        ("Alpha", "ok"), ("Beta", "failing"), ("Delta", "moving"), ("Gamma", "stopped"),
        ("Own \x1b[31mwords", "never polled"),
    ]  # fmt: skip
    assert rows["Alpha"]["reason"] == "quiet"
    beta = rows["Beta"]
    assert datetime.fromisoformat(beta["since"]) == NOW - timedelta(hours=4)
    assert beta["failures"] == 3
    assert [event["kind"] for event in beta["events"]] == ["failing", "recovered", "failing"]
    assert datetime.fromisoformat(beta["events"][0]["at"]) == NOW - timedelta(hours=4)
    assert rows["Delta"]["moved_to"] == "https://new.example/feed"
    assert rows["Gamma"]["next_at"] is None
    own = rows["Own \x1b[31mwords"]
    assert (own["public"], own["servers"]) == (False, 1)


def test_the_words_for_people(cliffhanger, database):
    ended = cliffhanger("feeds")
    assert "\x1b" not in ended.out
    assert "✓ Alpha: ok\n" in ended.out
    # Minutes pass between the making of the database and its being looked at, when all tests run.
    assert re.search(r"polled \d+ min ago, changed 3 h ago; next in \d+ min: it seldom brings anything new", ended.out)
    assert f"✗ Beta: failing since {NOW - timedelta(hours=4):%d %b %H:%M} UTC, 3 polls in a row\n" in ended.out
    assert "moves to https://new.example/feed" in ended.out
    assert "(added by 1 server): never polled" in ended.out
    assert ended.out.endswith("5 feeds: 1 ok, 1 failing, 1 stopped, 1 moving, 1 never polled\n")
    assert "It was recovered." not in ended.out
    assert "recovered: It was recovered." in cliffhanger("feeds", "--events").out


def test_it_looks_beside_a_running_bot_and_writes_nothing(cliffhanger):
    async def look():
        store = await Store.open(f"sqlite+aiosqlite:///{PATH}")
        await fill(store)
        ended = await asyncio.to_thread(cliffhanger, "feeds", "--json")
        await store.close()
        return ended.out.splitlines()

    assert len(asyncio.run(look())) == 5


def test_nothing_is_left_beside_a_database_that_nobody_has_open(cliffhanger, database):
    before = {file.name: file.read_bytes() for file in database.parent.iterdir()}
    cliffhanger("feeds", "--data", "data")
    assert {file.name: file.read_bytes() for file in database.parent.iterdir()} == before


def test_an_older_database_is_read_as_far_as_it_goes(cliffhanger, database):
    with sqlite3.connect(database) as conn:
        conn.execute("DROP TABLE health_events")
        conn.execute("ALTER TABLE sources DROP COLUMN reason")
        conn.execute("ALTER TABLE sources DROP COLUMN moved_to")
    conn.close()
    rows = {row["source"]: row for row in map(json.loads, cliffhanger("feeds", "--json").out.splitlines())}
    assert rows["Beta"]["state"] == "failing"
    assert rows["Beta"]["since"] is None
    assert rows["Beta"]["reason"] == "failed"
    assert rows["Delta"]["state"] == "ok"


def test_a_feed_whose_server_left_is_not_heard(cliffhanger, database):
    with sqlite3.connect(database) as conn:
        conn.execute('UPDATE servers SET "left" = 1')
    conn.close()
    assert "1 not heard" in cliffhanger("feeds").out


def test_an_empty_database(cliffhanger):
    async def make() -> None:
        await (await Store.open(f"sqlite+aiosqlite:///{PATH}")).close()

    asyncio.run(make())
    ended = cliffhanger("feeds")
    assert (ended.code, ended.out) == (0, "")
    assert "no feeds" in ended.err


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "There is no database"),
        (b"this is no database, but it is long enough to look like something" * 20, "damaged or no database"),
        (b"", "no database of Cliffhanger's"),
    ],
)
def test_what_is_no_database_ends_with_one_line(cliffhanger, content, words):
    PATH.parent.mkdir()
    if content is not None:
        PATH.write_bytes(content)
    ended = cliffhanger("feeds")
    assert ended.code == 1
    assert words in ended.err
    assert ended.err.count("\n") == 1


def test_a_folder_that_is_not_there(cliffhanger):
    ended = cliffhanger("feeds", "--data", "nowhere")
    assert ended.code == 1
    assert ended.err == "cliffhanger: nowhere: there is no such folder.\n"


def test_a_database_address_that_names_no_file(cliffhanger, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://somewhere/else")
    ended = cliffhanger("feeds")
    assert ended.code == 1
    assert ended.err.startswith("cliffhanger: DATABASE_URL names no SQLite file")


def test_help_gives_examples(cliffhanger):
    assert "cliffhanger feeds --events" in cliffhanger("feeds", "--help").out


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE sources SET tier = 'zzz'",
        "UPDATE health_events SET at = 'yesterday'",
        "UPDATE health_events SET at = 9e18",
    ],
)
def test_a_row_that_makes_no_sense_ends_with_one_line(cliffhanger, database, damage):
    with contextlib.closing(sqlite3.connect(PATH)) as conn, conn:
        conn.execute(damage)
    ended = cliffhanger("feeds", "--events")
    assert ended.code == 1
    assert "damaged" in ended.err
    assert "Traceback" not in ended.err + ended.out
