"""How a command that runs on is ended: Ctrl-C and SIGTERM ask it to, once for all commands. Knows no command's work."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import threading
from collections.abc import Callable, Iterator


@contextlib.contextmanager
def ended_by_signal(end: Callable[[], object]) -> Iterator[None]:
    """Within the block, Ctrl-C and SIGTERM call `end`; to be used in a running event loop."""
    loop = asyncio.get_running_loop()
    numbers = (signal.SIGTERM, signal.SIGINT) if threading.current_thread() is threading.main_thread() else ()
    handled = []
    for number in numbers:
        with contextlib.suppress(NotImplementedError):  # Windows has no such handlers; Ctrl-C raises there
            loop.add_signal_handler(number, end)
            handled.append(number)
    try:
        yield
    finally:
        for number in handled:
            loop.remove_signal_handler(number)
