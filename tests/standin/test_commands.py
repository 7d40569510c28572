from __future__ import annotations

import pytest

from bot.standin.checks.refusals import RefusalError
from bot.standin.state.commands import CommandBook, check_commands
from bot.standin.state.world import Snowflakes


def option(name: str = "show", **fields: object) -> dict[str, object]:
    return {"name": name, "type": 3, "description": "x", **fields}


def command(name: str = "status", **fields: object) -> dict[str, object]:
    return {"name": name, "type": 1, "description": "x", **fields}


@pytest.fixture
def book() -> CommandBook:
    return CommandBook("1", Snowflakes(lambda: 1_800_000_000.0))


def test_a_command_keeps_its_id_when_it_is_told_again(book):
    before = {c["name"]: c["id"] for c in book.replace("", [command("a"), command("b")])}
    after = {c["name"]: c["id"] for c in book.replace("", [command("b", description="new"), command("c")])}
    assert after["b"] == before["b"]
    assert "a" not in after
    assert len({*before.values(), *after.values()}) == 3


def test_a_guild_has_its_own_commands_besides(book):
    book.replace("", [command("everywhere")])
    book.replace("7", [command("here")])
    assert [c["name"] for c in book.usable_in("7")] == ["here", "everywhere"]
    assert [c["name"] for c in book.usable_in("8")] == ["everywhere"]


def test_direct_messages_have_what_is_meant_for_them(book):
    book.replace(
        "",
        [
            command("old"),
            command("server-only", dm_permission=False),
            command("both", contexts=[0, 1, 2]),
            command("guilds", contexts=[0]),
            command("private", contexts=[1]),
        ],
    )
    assert [c["name"] for c in book.usable_in("")] == ["old", "both", "private"]
    assert [c["name"] for c in book.usable_in("7")] == ["old", "server-only", "both", "guilds"]


@pytest.mark.parametrize(
    "payload",
    [
        [command("Status")],
        [command("two words")],
        [command("x" * 33)],
        [command(description="")],
        [command(description="x" * 101)],
        [command(), command()],
        [command(options=[option(), option("n", required=True)])],
        [command(options=[option(str(n)) for n in range(26)])],
        [command(options=[option(choices=[{"name": "x", "value": "x"}] * 26)])],
        [command(options=[option(choices=[{"name": "x", "value": "x"}], autocomplete=True)])],
        [command(str(n)) for n in range(101)],
        [
            command(
                options=[
                    option(str(n), choices=[{"name": "x" * 99, "value": str(c)} for c in range(25)]) for n in range(4)
                ]
            )
        ],
    ],
)
def test_what_discord_would_not_register(payload):
    with pytest.raises(RefusalError) as refused:
        check_commands(payload)
    assert refused.value.code == 50035


def test_what_discord_registers():
    check_commands(
        [command("été"), command("a-b_c", options=[option(required=True), option("n")]), command("a", type=3)]
    )
