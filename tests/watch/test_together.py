from __future__ import annotations

import asyncio
from collections.abc import Sequence

import pytest

from bot.watch.together import Together


class Work:
    """Doubles numbers, one batch at a time, each when it is let."""

    def __init__(self) -> None:
        self.batches: list[list[int]] = []
        self.begun = asyncio.Event()
        self.let = asyncio.Event()

    async def __call__(self, items: Sequence[int]) -> Sequence[int]:
        self.batches.append(list(items))
        self.begun.set()
        await self.let.wait()
        if 13 in items:
            raise ValueError(items)
        return [2 * item for item in items]


async def test_what_comes_while_the_last_is_done_is_done_together():
    work = Work()
    together = Together(work, "double")
    first = asyncio.create_task(together.do(1))
    await work.begun.wait()
    rest = [asyncio.create_task(together.do(n)) for n in (2, 3, 4)]
    await asyncio.sleep(0)
    work.let.set()
    assert await first == 2
    assert await asyncio.gather(*rest) == [4, 6, 8]
    assert work.batches == [[1], [2, 3, 4]]


async def test_one_that_fails_fails_alone():
    work = Work()
    work.let.set()
    together = Together(work, "double")
    results = await asyncio.gather(*(together.do(n) for n in (1, 13, 3)), return_exceptions=True)
    assert [results[0], results[2]] == [2, 6]
    assert isinstance(results[1], ValueError)
    assert await together.do(5) == 10


async def test_who_waits_no_longer_is_left_out():
    work = Work()
    together = Together(work, "double")
    first = asyncio.create_task(together.do(1))
    await work.begun.wait()
    second, third = asyncio.create_task(together.do(2)), asyncio.create_task(together.do(3))
    await asyncio.sleep(0)
    second.cancel()
    work.let.set()
    await first
    assert await third == 6
    assert work.batches == [[1], [3]]


async def test_closing_gives_up_what_waits():
    work = Work()
    together = Together(work, "double")
    tasks = [asyncio.create_task(together.do(n)) for n in (1, 2)]
    await work.begun.wait()
    late = asyncio.create_task(together.do(3))
    await asyncio.sleep(0)
    for task in tasks:
        task.cancel()
    await together.close()
    with pytest.raises(asyncio.CancelledError):
        await late
