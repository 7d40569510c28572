"""The `reader` library as an engine, as its manual has it used: its own database, ten workers.

Runs in the environment that `bench.feeds.environment` makes, where nothing of the project's is installed;
`bench.feeds.start` begins it.
"""

from __future__ import annotations

import importlib
import json
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Protocol

from bench.feeds import protocol

WORKERS = 10


class Library(Protocol):
    """What is used of a `reader.Reader`."""

    def update_feeds_iter(self, *, scheduled: bool, workers: int) -> Iterable[tuple[str, Any]]:
        """Update feeds, and give for each what became of it: an error, None for nothing new, or an `UpdatedFeed`."""


def poll(reader: Library) -> protocol.Message:
    """Update every feed once, due or not."""
    began = time.perf_counter()
    failed = changed = 0
    why = None
    for _, value in reader.update_feeds_iter(scheduled=False, workers=WORKERS):
        if isinstance(value, Exception):
            failed, why = failed + 1, str(value)
        elif value is not None and (value.new or value.modified):
            changed += 1
    return {"seconds": time.perf_counter() - began, "failed": failed, "changed": changed, "why": why}


def main(setup_file: str) -> None:
    """Add the feeds and do what the bench says."""
    setup = json.loads(Path(setup_file).read_text(encoding="utf-8"))
    library = importlib.import_module("reader")  # not installed where the project's types are checked
    reader = library.make_reader(str(Path(setup["folder"]) / "reader.sqlite3"))
    for url in setup["urls"]:
        reader.add_feed(url)
    protocol.serve(lambda _order: poll(reader))
