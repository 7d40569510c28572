"""Tells whoever asked for something long how far it is, by changing the answer now and then. Knows no command."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import aiohttp
import discord
import structlog

log = structlog.get_logger(__name__)

EVERY_SECONDS = 2.0
"""Nothing is told of what is done sooner; Discord takes five changes of an answer in five seconds."""


class Progress:
    """Counts for one answer. `show` changes its text; `now` is a clock in seconds that never goes back."""

    def __init__(self, show: Callable[[str], Awaitable[object]], now: Callable[[], float]) -> None:
        self._show = show
        self._now = now
        self._last = now()

    async def told(self, done: int, of: int) -> None:
        """So much is done. A change that fails is not worth an end of the work."""
        if done >= of or self._now() - self._last < EVERY_SECONDS:
            return
        self._last = self._now()
        try:
            await self._show(f"Trying the feeds: {done} of {of}.")
        except (discord.HTTPException, aiohttp.ClientError, OSError) as failure:
            log.warning("progress could not be told", reason=str(failure))
