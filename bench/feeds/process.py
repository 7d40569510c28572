"""Runs the server and the engines as processes and measures what one of them uses while it works.

Memory and CPU time are those of the process and all that it started; a worker that ended meanwhile is counted too, as
its parent has waited for it.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import psutil  # type: ignore[import-untyped]  # its stubs are a package of their own

from bench.feeds.protocol import Message

ROOT = Path(__file__).resolve().parents[2]
_SAMPLE_SECONDS = 0.05
_END_SECONDS = 20
_MEGABYTE = 1_000_000


class BrokenEngineError(Exception):
    """A process ended or said what it should not; the text says which, and what it wrote last."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What a process and its children used while they worked."""

    cpu_seconds: float
    parent_cpu_seconds: float
    """That of the process itself."""
    peak_megabytes: float
    """Resident memory of all together; what they share is counted once for each."""


class Talker:
    """A process that answers a line with a line."""

    def __init__(self, command: Sequence[str], errors: Path) -> None:
        self._command = list(command)
        self._errors = errors
        self._process: subprocess.Popen[str] | None = None
        self.first: Message = {}
        """What it said when it was ready."""

    def __enter__(self) -> Self:
        with self._errors.open("w", encoding="utf-8") as errors:
            self._process = subprocess.Popen(
                self._command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, encoding="utf-8"
            )
        try:
            self.first = self._hear()
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    @property
    def pid(self) -> int:
        """Its process."""
        return self._running().pid

    def ask(self, order: Message) -> Message:
        """Say something and wait for the answer. Raises `BrokenEngineError`."""
        pipe = self._running().stdin
        with contextlib.suppress(BrokenPipeError):
            if pipe is not None:
                pipe.write(json.dumps(order) + "\n")
                pipe.flush()
        return self._hear()

    def _hear(self) -> Message:
        pipe = self._running().stdout
        line = pipe.readline() if pipe is not None else ""
        try:
            message: Message = json.loads(line)
        except ValueError:
            told = self._errors.read_text(encoding="utf-8", errors="replace").strip().splitlines()
            words = told[-1] if told else "it said nothing"
            raise BrokenEngineError(f"{' '.join(self._command[:3])} broke down: {words}") from None
        if "error" in message:
            raise BrokenEngineError(str(message["error"]))
        return message

    def _running(self) -> subprocess.Popen[str]:
        if self._process is None:
            raise RuntimeError("a Talker is used within `with`")
        return self._process

    def _end(self) -> None:
        process = self._running()
        with contextlib.suppress(OSError):
            if process.stdin is not None:
                process.stdin.close()  # with which it ends by itself
        try:
            process.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout is not None:
            process.stdout.close()


def measured(pid: int, work: Callable[[], Message]) -> tuple[Message, Usage]:
    """Do something that keeps a process busy, and tell what that process and its children used for it."""
    process = psutil.Process(pid)
    before, parent_before = _cpu(process)
    with _peak(process) as peak:
        answer = work()
    after, parent_after = _cpu(process)
    return answer, Usage(after - before, parent_after - parent_before, max(peak) / _MEGABYTE)


@contextlib.contextmanager
def _peak(process: psutil.Process) -> Iterator[list[int]]:
    """Note the memory of the process tree again and again, in a thread."""
    found = [_memory(process)]
    over = threading.Event()

    def watch() -> None:
        while not over.wait(_SAMPLE_SECONDS):
            found.append(_memory(process))

    thread = threading.Thread(target=watch, name="memory", daemon=True)
    thread.start()
    try:
        yield found
    finally:
        over.set()
        thread.join()
        found.append(_memory(process))


def _tree(process: psutil.Process) -> list[psutil.Process]:
    return [process, *process.children(recursive=True)]


def _memory(process: psutil.Process) -> int:
    total = 0
    for one in _tree(process):
        with contextlib.suppress(psutil.NoSuchProcess, psutil.ZombieProcess):
            total += int(one.memory_info().rss)
    return total


def _cpu(process: psutil.Process) -> tuple[float, float]:
    """CPU seconds of the tree, and of the process alone."""
    total = 0.0
    for one in _tree(process):
        with contextlib.suppress(psutil.NoSuchProcess, psutil.ZombieProcess):
            used = one.cpu_times()
            total += used.user + used.system + used.children_user + used.children_system
    own = process.cpu_times()
    return total, own.user + own.system
