"""Bare aiohttp as an engine: what the network alone costs. It fetches with validators and throws the bodies away.

A process of its own, which `bench.feeds.start` begins.
"""

from __future__ import annotations

import asyncio
import json
import time
from pathlib import Path

import aiohttp

from bench.feeds import protocol
from bench.feeds.server import allow_many_files

IN_FLIGHT = 50


class Raw:
    """One session, and what each feed said to send with the next request."""

    def __init__(self, session: aiohttp.ClientSession, urls: list[str]) -> None:
        self._session = session
        self._urls = urls
        self._slots = asyncio.Semaphore(IN_FLIGHT)
        self._validators: dict[str, dict[str, str]] = {}

    async def poll(self, _order: protocol.Message) -> protocol.Message:
        """Fetch every feed once."""
        began = time.perf_counter()
        statuses = await asyncio.gather(*(self._fetch(url) for url in self._urls))
        failed = sum(status not in {200, 304} for status in statuses)
        return {"seconds": time.perf_counter() - began, "failed": failed, "changed": statuses.count(200)}

    async def _fetch(self, url: str) -> int:
        async with self._slots, self._session.get(url, headers=self._validators.get(url)) as response:
            await response.read()
            if response.status == 200:
                headers = response.headers
                self._validators[url] = {
                    "If-None-Match": headers["ETag"],
                    "If-Modified-Since": headers["Last-Modified"],
                }
            return response.status


async def serve(setup: protocol.Message) -> None:
    """Do what the bench says."""
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar()) as session:
        await protocol.serve_loop(Raw(session, setup["urls"]).poll)


def main(setup: str) -> None:
    """Read the setup and serve."""
    allow_many_files()
    asyncio.run(serve(json.loads(Path(setup).read_text(encoding="utf-8"))))
