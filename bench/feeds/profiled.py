"""Where a process spends its time: a cProfile table of the thread with the event loop, and the CPU time by thread."""

from __future__ import annotations

import cProfile
import io
import pstats
import threading
from pathlib import Path
from types import TracebackType
from typing import Self

import psutil  # type: ignore[import-untyped]  # its stubs are a package of their own

LINES = 45


class Profiled:
    """A context manager that adds to a file what went on within it; without a file it does nothing."""

    def __init__(self, path: str | None, name: str) -> None:
        self._name = name
        self._path = Path(path) if path else None
        self._profile = cProfile.Profile()
        self._before: dict[int, float] = {}

    def __enter__(self) -> Self:
        if self._path is not None:
            self._before = _by_thread()
            self._profile.enable()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._path is None:
            return
        self._profile.disable()
        text = io.StringIO()
        text.write(f"== {self._name}\n\n")
        _write_threads(text, self._before)
        for order in ("tottime", "cumtime"):
            pstats.Stats(self._profile, stream=text).sort_stats(order).print_stats(LINES)
        with self._path.open("a", encoding="utf-8") as file:
            file.write(text.getvalue())


def _by_thread() -> dict[int, float]:
    return {thread.id: thread.user_time + thread.system_time for thread in psutil.Process().threads()}


def _write_threads(text: io.StringIO, before: dict[int, float]) -> None:
    names = {thread.native_id: thread.name for thread in threading.enumerate()}
    used = [(spent - before.get(number, 0.0), number) for number, spent in _by_thread().items()]
    text.write("CPU seconds by thread (those of the profiler itself are in the main thread's)\n")
    for seconds, number in sorted(used, reverse=True):
        if seconds > 0:
            text.write(f"{seconds:9.2f}  {names.get(number, 'a thread that has no name')}\n")
    text.write("\n")
