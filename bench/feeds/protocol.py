"""What the bench and an engine say to each other: one JSON object a line, on the engine's standard input and output.

Standard library only, for `reader` runs in an environment that has nothing of the project's.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Awaitable, Callable
from typing import Any

Message = dict[str, Any]


def say(message: Message) -> None:
    """Tell the bench."""
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def heard() -> Message | None:
    """What the bench says next; None when it has nothing more to say."""
    line = sys.stdin.readline()
    message: Message | None = json.loads(line) if line.strip() else None
    return message


def serve(poll: Callable[[Message], Message]) -> None:
    """Answer every order with what `poll` returns, until there are no more."""
    say({"ready": True})
    while (order := heard()) is not None:
        say(poll(order))


async def serve_loop(poll: Callable[[Message], Awaitable[Message]]) -> None:
    """The same for an engine with an event loop, which stands still between orders."""
    say({"ready": True})
    while (order := heard()) is not None:
        say(await poll(order))
