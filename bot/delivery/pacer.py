"""Keeps the bot under Discord's global limit of 50 requests a second, which discord.py does not do by itself."""

from __future__ import annotations

from aiolimiter import AsyncLimiter

POSTS_PER_SECOND = 45.0
"""Leaves room for answers to commands."""


def pacer(per_second: float = POSTS_PER_SECOND) -> AsyncLimiter:
    """A limiter that spaces its users evenly; a bucket of many at once would let twice the rate through at first."""
    return AsyncLimiter(1, 1 / per_second)
