"""Remembers which commands Discord was told of, so that they are sent only when they changed. Knows no Discord.

Discord counts command creations (200 a day in a guild) and a sync at every start would use them up.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from bot.store import meta
from bot.store.engine import Store


@dataclass(frozen=True, slots=True)
class SyncedCommands:
    """One digest for each application that this database served."""

    store: Store

    async def changed(self, application: int, commands: Sequence[dict[str, Any]]) -> bool:
        """Whether these commands are others than those told last."""
        async with self.store.read() as conn:
            return await meta.get(conn, _key(application)) != _digest(commands)

    async def told(self, application: int, commands: Sequence[dict[str, Any]]) -> None:
        """Discord has these now."""
        await self.store.write(lambda conn: meta.put(conn, _key(application), _digest(commands)))


def _key(application: int) -> str:
    return f"commands:{application}"


def _digest(commands: Sequence[dict[str, Any]]) -> str:
    return sha256(json.dumps(commands, sort_keys=True).encode()).hexdigest()
