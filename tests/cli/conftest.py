"""Runs the command line in this process, as a shell would: exit code, what was printed, what was complained of."""

from __future__ import annotations

import io
import logging
import os
import sys
import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import structlog

from bot.cli.main import main


@dataclass(frozen=True)
class Ended:
    code: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def no_settings_of_ones_own(monkeypatch):
    for name in list(os.environ):
        if name.startswith("CLIFFHANGER_") or name in {"DISCORD_TOKEN", "DATABASE_URL"}:
            monkeypatch.delenv(name)


@pytest.fixture
def cliffhanger(monkeypatch, capsys, tmp_path):
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, typed: str = "") -> Ended:
        monkeypatch.setattr(sys, "argv", ["cliffhanger", *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode()), encoding="utf-8"))
        code = 0
        try:
            main()
        except SystemExit as ended:
            code = int(ended.code or 0)
        told = capsys.readouterr()
        return Ended(code, told.out, told.err)

    return run


@dataclass
class Site:
    """A web server on loopback in a thread of its own, as the command line has an event loop of its own."""

    port: int = 0
    pages: dict[str, tuple[int, bytes, dict[str, str]]] = field(default_factory=dict)
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def serve(self, path: str, body: str = "", status: int = 200, host: str = "127.0.0.1", **headers: str) -> str:
        """Give this answer at this path, and 304 to who sends its ETag; in names of headers `_` stands for `-`."""
        self.pages[path] = (status, body.encode(), {name.replace("_", "-"): value for name, value in headers.items()})
        return f"http://{host}:{self.port}{path}"

    @staticmethod
    def rss(count: int = 3, *, age: timedelta = timedelta(), dated: bool = True) -> str:
        """A feed with so many entries, one an hour, the newest of this age."""
        now = datetime.now(UTC)
        dates = [format_datetime(now - age - timedelta(hours=number), usegmt=True) for number in range(count)]
        items = "".join(
            f"<item><guid>{number}</guid><title>News {number}</title><link>https://example.com/{number}</link>"
            + (f"<pubDate>{date}</pubDate>" if dated else "")
            + "</item>"
            for number, date in enumerate(dates)
        )
        return f'<rss version="2.0"><channel><title>Backlot</title>{items}</channel></rss>'


@pytest.fixture
def site(monkeypatch):
    """A web server that may be fetched from."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            site.requests.append((self.path, dict(self.headers)))
            status, body, headers = site.pages.get(self.path, (404, b"", {}))
            known = headers.get("ETag")
            if known is not None and self.headers.get("If-None-Match") == known:
                status, body = 304, b""
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            if status != 304:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_arguments):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    monkeypatch.setenv("CLIFFHANGER_FETCH_ALLOW", "127.0.0.0/8,::1/128")
    yield site
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(autouse=True)
def logs_as_they_were():
    """A command sets up logging for its whole process, which here goes on."""
    root = logging.getLogger()
    handlers, level, configured = root.handlers[:], root.level, structlog.get_config()
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.configure(**configured)
