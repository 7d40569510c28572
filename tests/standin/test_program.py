"""The program `cliffhanger standin`, as a process of its own."""

from __future__ import annotations

import asyncio
import re
import signal
import sys
from pathlib import Path

import pytest

from bot.standin import HOST, ControlClient, StandIn

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.process


async def start(port: int) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "standin", "--port", str(port),
        cwd=ROOT, stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip


async def test_it_says_how_to_connect_a_bot_and_ends_cleanly():
    program = await start(0)
    assert program.stdout is not None
    line = (await program.stdout.readline()).decode()
    found = re.search(rf"CLIFFHANGER_STANDIN={re.escape(HOST)}:(\d+) cliffhanger run", line)
    assert found is not None
    async with ControlClient(int(found[1])) as control:
        assert (await control.command("/status x")).error is not None
    program.send_signal(signal.SIGTERM)
    rest, errors = await program.communicate()
    assert (program.returncode, rest, errors) == (0, b"", b"")


async def test_a_port_that_is_taken_is_one_clear_line():
    taken = StandIn()
    await taken.start()
    program = await start(taken.port)
    output, errors = await program.communicate()
    await taken.stop()
    assert (program.returncode, output) == (1, b"")
    assert re.fullmatch(rf"cliffhanger: Port {taken.port} cannot be used: .*\. Choose another\.\n", errors.decode())
