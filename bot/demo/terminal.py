"""Carries out what is typed in the demo: from a prompt on a terminal, or line by line from whatever the input is.

What is typed goes to the viewer, who speaks only to the stand-in, or to the player. Knows nothing of the bot.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime

from bot.demo.viewer import Viewer
from bot.demo.wishes import HELP, Wish, understand
from bot.model.errors import CliffhangerError

Skip = Callable[[datetime | None], Awaitable[None]]
"""Passes over the waiting up to a moment, or up to the next news."""

_CHUNK = 4_096


class Terminal:
    """Does what is typed, one line after the other. `echo`: lines are shown, where nobody saw them typed."""

    def __init__(self, viewer: Viewer, skip: Skip, *, echo: bool = True) -> None:
        self._viewer = viewer
        self._skip = skip
        self._echo = echo

    async def obey(self, lines: AsyncIterator[str]) -> bool:
        """Carry out all lines. Returns whether somebody wants to quit; False when the input just ended."""
        async for line in lines:
            if not await self.do(line):
                return True
        return False

    async def do(self, line: str) -> bool:
        """Carry out one line. Returns False when that is to quit."""
        viewer = self._viewer
        wish = understand(line, viewer.buttons)
        if self._echo and wish.wish is not Wish.NOTHING:
            viewer.say_typed(line.strip())
        try:
            match wish.wish:
                case Wish.ASK:
                    await viewer.ask(wish.text)
                case Wish.PRESS:
                    await viewer.press(wish.text)
                case Wish.SKIP:
                    await self._skip(wish.to)
                case Wish.HELP:
                    viewer.say(HELP)
                case Wish.UNCLEAR:
                    viewer.say(wish.text)
                case Wish.QUIT:
                    return False
                case Wish.NOTHING:
                    pass
        except CliffhangerError as error:
            viewer.say(str(error))
        return True


async def lines_of(descriptor: int | None, over: asyncio.Event) -> AsyncIterator[str]:
    """The lines of a pipe or file, as they come, until it ends; once it is `over`, those that are there already.

    It is read in a thread, as not every input can be waited for. None is an input that was closed: it has no lines.
    """
    if descriptor is None:
        return
    loop = asyncio.get_running_loop()
    read: asyncio.Queue[bytes] = asyncio.Queue()
    closing = asyncio.create_task(_close(read, over))

    def work() -> None:
        data = b"."
        while data:
            try:
                data = os.read(descriptor, _CHUNK)
            except OSError:
                data = b""
            with contextlib.suppress(RuntimeError):  # the loop is gone: the demo ended first
                loop.call_soon_threadsafe(read.put_nowait, data)

    # A daemon: a read that waits for input must not keep the program from ending.
    threading.Thread(target=work, name="demo input", daemon=True).start()
    pending = b""
    try:
        while data := await read.get():
            *whole, pending = (pending + data).split(b"\n")
            for line in whole:
                yield line.decode(errors="replace")
        if pending:
            yield pending.decode(errors="replace")
    finally:
        closing.cancel()


async def _close(read: asyncio.Queue[bytes], over: asyncio.Event) -> None:
    """End the input when it is over, behind what has been read by then."""
    await over.wait()
    read.put_nowait(b"")
