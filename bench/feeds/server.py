"""Serves the made-up feeds, each on a loopback host of its own: validators, gzip, 304, and a count of all answers.

A process of its own (`python -m bench.feeds.server`), so that its work is nobody's else. It is told on its standard
input to add an entry to every feed or to say what it has answered since it was last asked.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import gzip
import socket
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from hashlib import blake2b

from aiohttp import web

from bench.feeds import protocol
from bench.feeds.made import MadeFeed
from bot.catalogue.load import load_catalogue

PATH = "/feed/"
HOSTS_A_BLOCK = 250
KEEP_ALIVE_SECONDS = 1.0
"""Short, so that every run dials anew: feeds are polled minutes apart, when no connection is left over."""
SHOWS_NAMED = 200


@dataclass(slots=True)
class Served:
    """A feed's present answer."""

    feed: MadeFeed
    packed: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)

    def make(self, now: datetime) -> None:
        """Render, compress, and give it new validators."""
        body = self.feed.render()
        self.packed = gzip.compress(body, 6, mtime=0)
        self.headers = {
            "Content-Type": "application/rss+xml; charset=UTF-8",
            "ETag": f'W/"{blake2b(body, digest_size=16).hexdigest()}"',
            "Last-Modified": format_datetime(now, usegmt=True),
            "Vary": "Accept-Encoding",
        }


@dataclass(slots=True)
class FeedServer:
    """All feeds, by the host they are on."""

    feeds: dict[str, Served]
    counts: Counter[str] = field(default_factory=Counter)

    async def answer(self, request: web.BaseRequest) -> web.StreamResponse:
        """304 to whoever has the feed already (RFC 9110: If-None-Match counts, else If-Modified-Since), else 200."""
        served = self.feeds.get(request.host.partition(":")[0])
        if served is None or request.path != PATH:
            self.counts["404"] += 1
            return web.Response(status=404)
        tag, since = request.headers.get("If-None-Match"), request.headers.get("If-Modified-Since")
        if not tag and not since:
            self.counts["unconditional"] += 1
        known = tag == served.headers["ETag"] if tag else since == served.headers["Last-Modified"]
        self.counts["304" if known else "200"] += 1
        if known:
            return web.Response(status=304, headers=served.headers)
        if "gzip" not in request.headers.get("Accept-Encoding", ""):
            return web.Response(body=gzip.decompress(served.packed), headers=served.headers)
        return web.Response(body=served.packed, headers={**served.headers, "Content-Encoding": "gzip"})

    def add(self) -> None:
        """One new entry in every feed."""
        now = datetime.now(UTC).replace(microsecond=0)
        for served in self.feeds.values():
            served.feed.add(now)
            served.make(now)


def host_of(index: int) -> str:
    """The loopback address that a feed is served on."""
    return f"127.0.{1 + index // HOSTS_A_BLOCK}.{1 + index % HOSTS_A_BLOCK}"


def listen(hosts: Sequence[str]) -> tuple[int, list[socket.socket]]:
    """A socket for every host, all on one port. Raises OSError where the machine has no such loopback addresses."""
    error: OSError | None = None
    for _ in range(10):
        sockets: list[socket.socket] = []
        port = 0
        try:
            for host in hosts:
                one = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
                sockets.append(one)
                one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                one.bind((host, port))
                one.listen(128)
                port = int(one.getsockname()[1])
        except OSError as failed:
            # The port that the first host had free may be in use at another: once more, with another port.
            error = failed
            for one in sockets:
                one.close()
        else:
            return port, sockets
    raise error or OSError("no port is free")


def allow_many_files() -> None:
    """Every host is a socket, and the usual limit of open files is 1024."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - there is none on Windows

        _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        with contextlib.suppress(ValueError, OSError):
            wanted = 65_536 if most == resource.RLIM_INFINITY else min(65_536, most)
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))


def made(hosts: Sequence[str], port: int, entries: int, now: datetime) -> dict[str, Served]:
    """The feeds, ready to be served."""
    shows = tuple(show.name for show in load_catalogue()[:SHOWS_NAMED])
    feeds = {}
    for index, host in enumerate(hosts):
        served = Served(MadeFeed(index, f"http://{host}:{port}", entries, now, shows))
        served.make(now)
        feeds[host] = served
    return feeds


async def begin(server: FeedServer, sockets: Sequence[socket.socket]) -> web.ServerRunner:
    """Answer on these sockets, until the runner is cleaned up."""
    runner = web.ServerRunner(web.Server(server.answer, keepalive_timeout=KEEP_ALIVE_SECONDS))
    await runner.setup()
    for one in sockets:
        await web.SockSite(runner, one).start()
    return runner


async def serve(feeds: int, entries: int) -> None:
    """Serve until standard input ends."""
    hosts = [host_of(index) for index in range(feeds)]
    port, sockets = listen(hosts)
    server = FeedServer(made(hosts, port, entries, datetime.now(UTC).replace(microsecond=0)))
    runner = await begin(server, sockets)
    size = sum(len(gzip.decompress(served.packed)) for served in server.feeds.values()) // feeds
    protocol.say({"urls": [f"http://{host}:{port}{PATH}" for host in hosts], "bytes": size})
    while (order := await asyncio.to_thread(protocol.heard)) is not None:
        if order["do"] == "add":
            server.add()
        protocol.say(dict(server.counts))
        server.counts.clear()
    await runner.cleanup()


def main() -> None:
    """Read the numbers of feeds and entries and serve them."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--feeds", type=int, required=True)
    options.add_argument("--entries", type=int, required=True)
    given = options.parse_args()
    allow_many_files()
    try:
        asyncio.run(serve(given.feeds, given.entries))
    except OSError as error:
        hosts = f"{host_of(0)} to {host_of(given.feeds - 1)}"
        words = "Linux has these addresses by itself; elsewhere give them to the loopback interface first"
        protocol.say({"error": f"feeds cannot be served on {hosts} ({error.strerror}). {words}"})


if __name__ == "__main__":
    main()
