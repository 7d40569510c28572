"""Faults on demand: which requests go wrong, how, and how often; and the answers that are being held back.

Decides and keeps count. Knows nothing of HTTP beyond a method, a path and a status.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, get_args

from bot.model.errors import UserError
from bot.standin.state.record import Changes
from bot.standin.wire_types import JsonObject

Effect = Literal["status", "reset_before", "reset_after", "slow", "hold"]
"""`status`: answer with a status, before the work or `after_commit`. `reset_*`: cut the connection before the work or
after it. `slow`: wait, then work. `hold`: work, then keep the answer until released or until the peer is gone.
"""
_LOOK_AT_PEER_SECONDS = 0.02


@dataclass(slots=True)
class Fault:
    """One fault. `pattern` is searched in the path without `/api/v10`; `times` counts down.

    `cloudflare`: an HTML answer without the header Via, as a proxy before Discord gives it.
    """

    id: str
    method: str
    pattern: re.Pattern[str]
    effect: Effect
    times: int = 1
    status: int = 502
    code: int = 0
    retry_after: float | None = None
    is_global: bool = False
    after_commit: bool = False
    cloudflare: bool = False
    seconds: float = 0.0

    @property
    def acts_before(self) -> bool:
        """Whether the request never reaches its work."""
        return self.effect == "reset_before" or (self.effect == "status" and not self.after_commit)


@dataclass(slots=True)
class Held:
    """An answer that was held back. `outcome`: waiting, released, or peer gone."""

    method: str
    path: str
    body: object
    outcome: Literal["waiting", "released", "peer gone"] = "waiting"
    released: asyncio.Event = field(default_factory=asyncio.Event)


class Faults:
    """The faults that are due and the answers that are held."""

    def __init__(self, changes: Changes) -> None:
        self._ids = itertools.count(1)
        self._changes = changes
        self._due: list[Fault] = []
        self._held: list[Held] = []

    def add(self, spec: JsonObject) -> str:
        """Add a fault from the fields of `Fault` (`path` for the pattern). Raises `UserError` for a wrong one."""
        values = dict(spec)
        try:
            pattern = re.compile(str(values.pop("path", "")))
        except re.error as error:
            raise UserError(f"The path is no regular expression: {error}.") from None
        if values.get("effect") not in get_args(Effect):
            raise UserError(f"A fault's effect is one of {', '.join(get_args(Effect))}.")
        try:
            fault = Fault(f"fault-{next(self._ids)}", str(values.pop("method", "POST")).upper(), pattern, **values)
        except TypeError as error:
            raise UserError(f"No such setting of a fault: {error}.") from None
        self._due.append(fault)
        return fault.id

    def clear(self) -> None:
        """Forget all faults and let every held answer go."""
        self._due.clear()
        self.release()

    def take(self, method: str, path: str) -> Fault | None:
        """The fault that strikes this request, its count lowered."""
        for fault in self._due:
            if fault.times > 0 and fault.method == method and fault.pattern.search(path):
                fault.times -= 1
                return fault
        return None

    async def hold(self, method: str, path: str, body: object, peer_gone: Callable[[], bool]) -> bool:
        """Keep an answer back. Returns True when it was released, False when the peer went away first."""
        held = Held(method, path, body)
        self._held.append(held)
        self._changes.tell()
        while not held.released.is_set() and not peer_gone():
            # A lost peer shows only in its transport, so that is looked at again and again.
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_LOOK_AT_PEER_SECONDS):
                    await held.released.wait()
        held.outcome = "peer gone" if peer_gone() else "released"
        self._changes.tell()
        return held.outcome == "released"

    @property
    def waiting(self) -> int:
        """How many answers are held back now."""
        return sum(held.outcome == "waiting" for held in self._held)

    @property
    def history(self) -> list[JsonObject]:
        """All answers that were ever held, oldest first."""
        return [{"method": h.method, "path": h.path, "body": h.body, "outcome": h.outcome} for h in self._held]

    def release(self) -> int:
        """Let all held answers go. Returns how many there were."""
        count = self.waiting
        for held in self._held:
            held.released.set()
        return count
