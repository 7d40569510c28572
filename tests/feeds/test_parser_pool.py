from __future__ import annotations

import asyncio
import os
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

import psutil  # type: ignore[import-untyped]  # its stubs are a package of their own
import pytest

from bot.feeds.parsed import Flaw, NotAFeed, ParsedFeed
from bot.feeds.parser_pool import ParserPool

NOW = datetime(2026, 3, 1, tzinfo=UTC)
FEED = b'<rss version="2.0"><channel><title>N</title><item><title>T</title></item></channel></rss>'
# Feedparser's sanitiser takes quadratic time over open tags.
SLOW = (
    b"<rss version='2.0'><channel><item><description>"
    + b"&lt;b&gt;" * 500_000
    + b"</description></item></channel></rss>"
)
ROOT = Path(__file__).resolve().parents[2]

# Started as a process of its own: says when it has workers, and is killed while one of them is busy.
PARENT = """
import asyncio
from datetime import UTC, datetime
from bot.feeds.parser_pool import ParserPool
async def main():
    pool = ParserPool(workers=2, timeout=60)
    now = datetime(2026, 3, 1, tzinfo=UTC)
    await pool.parse(b"<rss version='2.0'/>", "", "", now=now)
    print("ready", flush=True)
    slow = b"<rss version='2.0'><channel><item><description>" + b"&lt;b&gt;" * 5_000_000
    await pool.parse(slow + b"</description></item></channel></rss>", "", "", now=now)
asyncio.run(main())
"""


async def parse(pool: ParserPool, body: bytes) -> ParsedFeed | NotAFeed:
    return await pool.parse(body, "text/xml", "https://example.com/feed", now=NOW)


async def test_a_feed_is_parsed_and_a_stuck_one_is_given_up_alone():
    async with ParserPool(workers=2, timeout=0.5) as pool:
        stuck = asyncio.create_task(parse(pool, SLOW))
        good = await parse(pool, FEED)
        assert isinstance(good, ParsedFeed)
        assert good.entries[0].title == "T"
        given_up = await stuck
        assert isinstance(given_up, NotAFeed)
        assert given_up.flaw is Flaw.SLOW
        assert isinstance(await parse(pool, FEED), ParsedFeed)


async def test_what_is_known_is_left_out_in_the_worker_too():
    async with ParserPool(workers=1, timeout=60) as pool:
        first = await parse(pool, FEED)
        assert isinstance(first, ParsedFeed)
        known = [entry.fingerprint for entry in first.entries if entry.fingerprint is not None]
        again = await pool.parse(FEED, "text/xml", "https://example.com/feed", now=NOW, known=known)
        assert isinstance(again, ParsedFeed)
        assert (again.entries, again.stripped, again.title) == ((), tuple(known), "N")


async def test_closing_ends_what_is_running_and_refuses_what_comes_later():
    pool = ParserPool(workers=1, timeout=60)
    await parse(pool, FEED)
    stuck = asyncio.create_task(parse(pool, SLOW))
    await asyncio.sleep(0)
    await pool.close()
    assert isinstance(await stuck, NotAFeed)
    with pytest.raises(RuntimeError):
        await parse(pool, FEED)


async def test_a_pool_that_parsed_nothing_closes():
    await ParserPool().close()


async def test_who_waits_for_a_feed_can_be_cancelled():
    async with ParserPool(workers=1, timeout=60) as pool:
        await parse(pool, FEED)
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05):
                await parse(pool, SLOW)
        assert isinstance(await parse(pool, FEED), ParsedFeed)


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a thing of POSIX")
async def test_workers_do_not_outlive_a_parent_that_is_killed():
    parent = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PARENT, cwd=ROOT, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL
    )
    assert parent.stdout is not None
    assert await parent.stdout.readline() == b"ready\n"
    parent.kill()
    # Workers hold the pipe too: it ends when the last of them does.
    async with asyncio.timeout(5):
        assert await parent.stdout.read() == b""
    await parent.wait()


class Fatal(bytes):
    """A body that makes the parser's process end, as a fault in a C library would."""

    def strip(self, *_args):
        os._exit(3)


async def test_a_worker_that_crashes_takes_only_its_feed_with_it():
    async with ParserPool(workers=1, timeout=60) as pool:
        crashed = await parse(pool, Fatal(FEED))
        assert isinstance(crashed, NotAFeed)
        assert crashed.flaw is Flaw.CRASHED
        assert isinstance(await parse(pool, FEED), ParsedFeed)


@pytest.mark.skipif(sys.platform == "win32", reason="there a worker is sent no such signal")
async def test_workers_do_not_answer_ctrl_c(capfd):
    """A terminal sends it to all processes, also to workers that are just starting."""
    async with ParserPool(workers=1) as pool:
        assert isinstance(await parse(pool, FEED), ParsedFeed)
        workers = [child for child in psutil.Process().children() if "spawn_main" in " ".join(child.cmdline())]
        assert workers
        for worker in workers:
            worker.send_signal(signal.SIGINT)
        assert isinstance(await parse(pool, FEED), ParsedFeed)
        assert all(worker.is_running() for worker in workers)
    assert "KeyboardInterrupt" not in capfd.readouterr().err


async def test_who_waits_while_another_feed_breaks_the_pool_is_read_all_the_same():
    async with ParserPool(workers=1, timeout=30.0) as pool:
        assert isinstance(await parse(pool, FEED), ParsedFeed)
        waiting = [asyncio.create_task(parse(pool, FEED)) for _ in range(5)]
        await asyncio.sleep(0)
        lost = pool._pool
        assert lost is not None
        await pool._discard(lost)
        assert all(isinstance(read, ParsedFeed) for read in await asyncio.gather(*waiting))
