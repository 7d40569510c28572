"""Feeds of one host wait for each other, and not for ever: a host with many slow ones holds up no other for long."""

from __future__ import annotations

import asyncio

from bot.feeds.answers import Failed, FailureKind, Fetched
from bot.feeds.fetch import Fetcher
from bot.feeds.guard import AddressGuard


async def test_who_gets_no_turn_at_a_slow_host_is_put_off(site):
    reached = asyncio.Event()

    async def stuck(_request):
        reached.set()
        await site.ending.wait()

    site.pages["/stuck"] = stuck
    guard = AddressGuard(exempt=frozenset({("127.0.0.1", site.port)}))
    async with Fetcher(guard, "test", timeout=10.0, per_host=1, patience=0.05) as fetcher:
        held = asyncio.create_task(fetcher.fetch(f"{site.url}/stuck"))
        await reached.wait()
        answer = await fetcher.fetch(site.serve("/feed", "<rss/>"))
        held.cancel()
        await asyncio.gather(held, return_exceptions=True)
        assert isinstance(answer, Failed)
        assert answer.kind is FailureKind.BUSY
        assert len(site.requests) == 1
        assert isinstance(await fetcher.fetch(f"{site.url}/feed"), Fetched)
