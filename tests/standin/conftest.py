"""What the stand-in's own tests share: registered commands, who is in the guild, and a started stand-in."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.standin import ControlClient, StandIn
from bot.standin.people.option_values import Directory


@pytest.fixture
def commands() -> list[dict[str, Any]]:
    """`/help`, `/status show`, `/track add show [channel] [role] [often]`, `/track list`, `/swap one two`."""
    show = {"name": "show", "type": 3, "required": True, "autocomplete": True, "max_length": 100}
    return [
        {"id": "1", "name": "help", "type": 1},
        {"id": "2", "name": "status", "type": 1, "options": [show]},
        {
            "id": "3",
            "name": "track",
            "type": 1,
            "options": [
                {
                    "name": "add",
                    "type": 1,
                    "options": [
                        show,
                        {"name": "channel", "type": 7, "channel_types": [0, 5]},
                        {"name": "role", "type": 8},
                        {"name": "often", "type": 3, "choices": [{"name": "Every story", "value": "all"}]},
                    ],
                },
                {"name": "list", "type": 1, "options": []},
            ],
        },
        {
            "id": "4",
            "name": "swap",
            "type": 1,
            "options": [{"name": "one", "type": 4, "required": True}, {"name": "two", "type": 5, "required": True}],
        },
        {"id": "5", "name": "Look up", "type": 3},
    ]


@pytest.fixture
def directory() -> Directory:
    return Directory(
        channels={
            "10": {"id": "10", "name": "general", "type": 0},
            "11": {"id": "11", "name": "tv-news", "type": 5},
            "12": {"id": "12", "name": "lounge", "type": 2},
        },
        roles={"20": {"id": "20", "name": "fans"}, "21": {"id": "21", "name": "@everyone"}},
        users={"30": {"id": "30", "username": "alice"}},
        members={"30": {"roles": []}},
    )


@pytest.fixture
async def standin() -> AsyncIterator[StandIn]:
    standin = StandIn()
    await standin.start()
    yield standin
    await standin.stop()


@pytest.fixture
async def control(standin: StandIn) -> AsyncIterator[ControlClient]:
    async with ControlClient(standin.port) as control:
        yield control
