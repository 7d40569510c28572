"""Rate limits: one bucket per channel for each kind of message request, and one for the whole bot.

Discord tells nobody its real numbers; five sends in five seconds per channel and fifty requests a second are what is
commonly seen (the second is documented: "Rate Limits"). Knows nothing of requests but a key.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypedDict

Monotonic = Callable[[], float]
"""Returns seconds on a clock that never goes back."""

BOT_WIDE = "bot-wide"
"""The key of the limit that all routes share but those of interactions."""


@dataclass(frozen=True, slots=True)
class LimitSettings:
    """How many requests fit into how many seconds. `scale` stretches (above 1) or shrinks all windows."""

    enabled: bool = True
    per_channel: int = 5
    channel_window: float = 5.0
    per_bot: int = 50
    bot_window: float = 1.0
    scale: float = 1.0


class LimitChanges(TypedDict, total=False):
    """Some fields of `LimitSettings`."""

    enabled: bool
    per_channel: int
    channel_window: float
    per_bot: int
    bot_window: float
    scale: float


@dataclass(slots=True)
class _Window:
    limit: int
    left: int
    ends: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a bucket says of one request. `wait`: seconds until its window ends."""

    key: str
    allowed: bool
    limit: int
    left: int
    wait: float

    @property
    def is_global(self) -> bool:
        """Whether the limit of the whole bot was hit."""
        return self.key == BOT_WIDE

    def headers(self, now: float) -> dict[str, str]:
        """Discord's headers; `now` in seconds since 1970."""
        headers: dict[str, str] = {}
        if not self.is_global:
            headers |= {
                "X-RateLimit-Bucket": hashlib.blake2b(self.key.split(":")[0].encode(), digest_size=16).hexdigest(),
                "X-RateLimit-Limit": str(self.limit),
                "X-RateLimit-Remaining": str(self.left),
                "X-RateLimit-Reset": f"{now + self.wait:.3f}",
                "X-RateLimit-Reset-After": f"{self.wait:.3f}",
            }
        if not self.allowed:
            headers |= refusal_headers(self.wait, is_global=self.is_global)
        return headers


def refusal_headers(wait: float, *, is_global: bool) -> dict[str, str]:
    """The headers an answer 429 carries besides those of its bucket."""
    headers = {"Retry-After": str(math.ceil(wait)), "X-RateLimit-Scope": "global" if is_global else "user"}
    return {**headers, "X-RateLimit-Global": "true"} if is_global else headers


def refusal_body(wait: float, *, is_global: bool) -> dict[str, object]:
    """The JSON body of an answer 429."""
    return {"message": "You are being rate limited.", "code": 0, "retry_after": round(wait, 3), "global": is_global}


class Limits:
    """Counts requests in fixed windows. A window begins with its first request."""

    def __init__(self, settings: LimitSettings, monotonic: Monotonic) -> None:
        self.settings = settings
        self._monotonic = monotonic
        self._windows: dict[str, _Window] = {}

    def change(self, settings: LimitSettings) -> None:
        """Take other settings; every window starts anew."""
        self.settings = settings
        self._windows.clear()

    def take(self, key: str) -> Verdict:
        """Count one request against `key`: `BOT_WIDE`, or `kind:channel_id`."""
        s = self.settings
        limit, seconds = (s.per_bot, s.bot_window) if key == BOT_WIDE else (s.per_channel, s.channel_window)
        now = self._monotonic()
        window = self._windows.get(key)
        if window is None or now >= window.ends:
            window = self._windows[key] = _Window(limit, limit, now + seconds * s.scale)
        allowed = window.left > 0 or not s.enabled
        window.left = max(0, window.left - 1) if s.enabled else limit
        return Verdict(key, allowed, limit, window.left, max(0.0, window.ends - now))
