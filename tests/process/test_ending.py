"""SIGTERM ends the program within five seconds whatever it waits for; a second one on the same database ends at once."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
from dataclasses import replace

import pytest

pytestmark = [pytest.mark.process, pytest.mark.timeout(60)]


def held(bot) -> sqlite3.Connection:
    """The database, with another program writing to it."""
    other = sqlite3.connect(bot.folder / "test.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    return other


async def test_it_ends_in_time_while_another_program_writes_to_its_database(bot, control):
    await bot.start()
    await control.wait("connected", 1, timeout=30)
    other = held(bot)
    requests = len(await control.requests())
    asking = asyncio.create_task(control.command("/track add silo", timeout=2))
    # It has told Discord that it is thinking, and what it does next is to write.
    await control.wait("requests", requests + 1)
    assert await bot.terminate(5) == 0
    other.close()
    await asking


async def test_it_ends_in_time_while_it_waits_for_its_database_at_the_start(bot, control):
    await bot.start()
    await control.wait("connected", 1, timeout=30)
    assert await bot.terminate(5) == 0
    lock = bot.folder / "test.sqlite3.lock"
    lock.unlink()
    other = held(bot)
    await bot.start()
    async with asyncio.timeout(30):
        while not lock.exists():  # noqa: ASYNC110 - a file has no event
            await asyncio.sleep(0.02)
    assert await bot.terminate(5) == 0
    other.close()


async def test_a_second_bot_on_the_same_database_is_told_so_in_one_line(bot, control):
    await bot.start()
    await control.wait("connected", 1, timeout=30)
    folder = bot.folder / "second"
    folder.mkdir()
    second = replace(
        bot,
        folder=folder,
        settings=bot.settings | {"DATABASE_URL": f"sqlite+aiosqlite:///{bot.folder}/test.sqlite3"},
        process=None,
    )
    await second.start()
    try:
        assert await asyncio.wait_for(second.process.wait(), 30) == 1
    finally:
        with contextlib.suppress(ProcessLookupError):
            await second.kill()
    [line] = second.log.read_text().splitlines()
    assert "in use by another bot" in line
    assert await bot.terminate(5) == 0
