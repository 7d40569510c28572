"""Feeds of one host wait for each other, and not for ever: a host with many slow ones holds up no other for long."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

from bot.feeds.answers import Failed, Fetched, Postponed
from bot.feeds.fetch import Fetcher
from bot.feeds.guard import AddressGuard
from bot.feeds.hosts import BRIEF_REST

NOW = datetime(2026, 11, 1, tzinfo=UTC)


async def test_who_gets_no_turn_at_a_slow_host_is_put_off(site):
    reached = asyncio.Event()

    async def stuck(_request):
        reached.set()
        await site.ending.wait()

    site.pages["/stuck"] = stuck
    guard = AddressGuard(exempt=frozenset({("127.0.0.1", site.port)}))
    async with Fetcher(guard, "test", timeout=10.0, per_host=1, host_gap=0.0, patience=0.05) as fetcher:
        held = asyncio.create_task(fetcher.fetch(f"{site.url}/stuck"))
        await reached.wait()
        answer = await fetcher.fetch(site.serve("/feed", "<rss/>"))
        held.cancel()
        await asyncio.gather(held, return_exceptions=True)
        assert isinstance(answer, Postponed)
        assert answer.wait == timedelta(seconds=0.05)
        assert len(site.requests) == 1
        assert isinstance(await fetcher.fetch(f"{site.url}/feed"), Fetched)


async def test_requests_to_one_host_begin_apart(site):
    guard = AddressGuard(exempt=frozenset({("127.0.0.1", site.port)}))
    url = site.serve("/feed", "<rss/>")
    begun = asyncio.get_running_loop().time()
    async with Fetcher(guard, "test", per_host=4, host_gap=0.05) as fetcher:
        answers = await asyncio.gather(*(fetcher.fetch(url) for _ in range(4)))
    assert all(isinstance(answer, Fetched) for answer in answers)
    assert asyncio.get_running_loop().time() - begun >= 0.15


async def test_a_host_that_asks_for_a_pause_gets_it_for_all_its_feeds_and_is_asked_again_after(site):
    guard = AddressGuard(exempt=frozenset({("127.0.0.1", site.port)}))
    moment = NOW
    site.serve("/busy", status=429)
    url = site.serve("/feed", "<rss/>")
    async with Fetcher(guard, "test", host_gap=0.0, clock=lambda: moment) as fetcher:
        await fetcher.fetch(f"{site.url}/busy")
        answer = await fetcher.fetch(url)
        assert isinstance(answer, Postponed)
        assert answer.wait == BRIEF_REST
        assert len(site.requests) == 1
        moment += BRIEF_REST
        assert isinstance(await fetcher.fetch(url), Fetched)


async def test_a_host_that_others_redirect_to_has_its_turns_and_its_rest_too(site):
    guard = AddressGuard(exempt=frozenset({("127.0.0.1", site.port), ("127.0.0.2", site.port)}))
    busy = site.serve("/busy", status=429, Retry_After="600")
    site.serve("/one", status=302, Location=busy.replace("127.0.0.1", "localhost"))
    async with Fetcher(guard, "test", host_gap=0.0, clock=lambda: NOW) as fetcher:
        first = await fetcher.fetch(f"{site.url}/one")
        second = await fetcher.fetch(f"{site.url}/one")
    assert isinstance(first, Failed)
    assert first.redirected
    assert isinstance(second, Postponed)
    assert [request.path for request in site.requests] == ["/one", "/busy", "/one"]
