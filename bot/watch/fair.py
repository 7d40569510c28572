"""Which of the sources that are due are polled now: no website may take all the room, however slow it is and however
many feeds it has. Pure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from bot.model.source import Source

PER_HOST = 8
"""Polls of one website under way at once; of these two are at it, and the others wait for their turn."""


def fair_share(due: Sequence[Source], under_way: Iterable[Source], room: int) -> list[Source]:
    """Up to `room` of the sources that are due, in their order, none beyond its website's share."""
    busy = Counter(host_of(source) for source in under_way)
    chosen: list[Source] = []
    for source in due:
        if len(chosen) == room:
            break
        host = host_of(source)
        if busy[host] < PER_HOST:
            busy[host] += 1
            chosen.append(source)
    return chosen


def host_of(source: Source) -> str:
    """The website that is asked; empty where the address is none."""
    try:
        return urlsplit(source.address).hostname or ""
    except ValueError:
        return ""
