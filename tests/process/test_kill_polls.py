"""A poller that is killed between fetching a feed and storing what it brought loses nothing and stores nothing twice."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import sqlite3
import sys

import pytest

from tests.process.conftest import ROOT, environment

KILLS = int(os.environ.get("CLIFFHANGER_TEST_KILLS", "0")) or 6
SPREAD = 0.12
"""Seconds after a feed was given out within which kills fall; reading and storing it takes about so long."""


def command(folder, *how):
    listed = str(folder / "feeds.txt")
    return [sys.executable, "-m", "bot", "poll", "--sources", listed, "--data", str(folder), "--json", *how]


@pytest.mark.timeout(120)
async def test_no_entry_is_lost_and_none_is_stored_twice(newsroom, tmp_path):
    (tmp_path / "feeds.txt").write_text(newsroom.url)
    settings = environment(tmp_path, CLIFFHANGER_FETCH_ALLOW="127.0.0.0/8", CLIFFHANGER_POLL_SECONDS="1")
    told = 0

    async def run(*how):
        return await asyncio.create_subprocess_exec(
            *command(tmp_path, *how),
            cwd=ROOT,
            env=settings,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
        )

    for kill in range(KILLS):
        for _ in range(3):
            newsroom.tell(f"Title {told}")
            told += 1
        poller = await run()
        await newsroom.polled(1)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(SPREAD * kill / KILLS):
                await poller.wait()
        if poller.returncode is None:
            poller.send_signal(signal.SIGKILL)
        await poller.wait()

    newsroom.tell(f"Title {told}")
    poller = await run()
    out, _ = await poller.communicate()
    report = json.loads(out.splitlines()[-1])
    assert poller.returncode == 0, report
    with sqlite3.connect(tmp_path / "poll.sqlite3") as conn:
        stored = [title for (title,) in conn.execute("SELECT title FROM entries ORDER BY id")]
    conn.close()
    assert sorted(stored) == sorted(f"Title {number}" for number in range(told + 1))
