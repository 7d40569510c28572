"""Supervised tasks: what dies is started again and seen; what no restart can mend ends with its error."""

from __future__ import annotations

import asyncio

import pytest
import structlog

from bot import supervise
from bot.model.errors import ConfigurationError
from bot.supervise import Supervised


@pytest.fixture(autouse=True)
def _no_pause(monkeypatch):
    monkeypatch.setattr(supervise, "_FIRST_PAUSE", 0.0)


async def test_a_task_that_dies_is_started_again_and_counted():
    alive = asyncio.Event()
    tries = []

    async def work():
        tries.append(1)
        if len(tries) < 3:
            raise ValueError("broken")
        alive.set()
        await asyncio.Event().wait()

    task = Supervised("test", work)
    task.start()
    await asyncio.wait_for(alive.wait(), 5)
    assert (task.restarts, task.last_error, task.alive) == (2, "ValueError: broken", True)
    await task.stop()
    assert not task.alive


async def test_a_task_that_ends_by_itself_is_started_again():
    again = asyncio.Event()
    tries = []

    async def work():
        tries.append(1)
        if len(tries) > 1:
            again.set()
            await asyncio.Event().wait()

    task = Supervised("test", work)
    task.start()
    await asyncio.wait_for(again.wait(), 5)
    await task.stop()


async def test_a_fatal_error_ends_it():
    async def work():
        raise ConfigurationError("wrong token")

    task = Supervised("test", work, fatal=(ConfigurationError,))
    task.start()
    with pytest.raises(ConfigurationError, match="wrong token"):
        await asyncio.wait_for(task.wait(), 5)
    assert task.restarts == 0
    await task.stop()


async def test_starting_twice_runs_once():
    running = []

    async def work():
        running.append(1)
        await asyncio.Event().wait()

    task = Supervised("test", work)
    task.start()
    task.start()
    await asyncio.sleep(0)
    assert running == [1]
    await task.stop()


async def test_an_error_of_the_world_outside_is_told_in_one_line():
    again = asyncio.Event()
    tries = []

    async def work():
        tries.append(1)
        if len(tries) == 1:
            raise ConnectionRefusedError("no way there")
        again.set()
        await asyncio.Event().wait()

    task = Supervised("test", work, passing=(OSError,))
    with structlog.testing.capture_logs() as logged:
        task.start()
        await asyncio.wait_for(again.wait(), 5)
    await task.stop()
    told = [(line["log_level"], line["reason"], "exc_info" in line) for line in logged]
    assert told == [("warning", "ConnectionRefusedError: no way there", False)]
