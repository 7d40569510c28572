from __future__ import annotations

import contextlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.model.errors import UserError
from bot.standin.people.commandline import parse_line


def options(line: str, commands, directory, **how) -> dict[str, object]:
    """The values of the innermost options by name."""
    found = parse_line(line, commands, directory, **how).data["options"]
    while found and "options" in found[0]:
        found = found[0]["options"]
    return {option["name"]: option["value"] for option in found}


def complaint(line: str, commands, directory) -> str:
    with pytest.raises(UserError) as refused:
        parse_line(line, commands, directory)
    return str(refused.value)


@pytest.mark.parametrize(
    "line",
    [
        "/status show:heartstopper",
        "/status heartstopper",
        "status heartstopper",
        "  /STATUS   heartstopper ",
        "/status show: heartstopper",
        '/status "heartstopper"',
        "/status Show:heartstopper",
    ],
)
def test_many_ways_to_say_the_same(line, commands, directory):
    assert options(line, commands, directory) == {"show": "heartstopper"}


@pytest.mark.parametrize(
    "line",
    [
        "/track add show:The Last of Us channel:#tv-news role:@fans",
        "/track add The Last of Us #tv-news @fans",
        "/track add The Last of Us channel:tv-news role:20",
        '/track add role:@fans channel:<#11> show:"The Last of Us"',
        "/track add The Last of Us <#11> <@&20>",
    ],
)
def test_options_of_a_sub_command(line, commands, directory):
    found = parse_line(line, commands, directory)
    assert options(line, commands, directory) == {"show": "The Last of Us", "channel": "11", "role": "20"}
    assert found.data["resolved"] == {
        "channels": {"11": directory.channels["11"]},
        "roles": {"20": directory.roles["20"]},
    }
    assert found.data["id"] == "3"


@pytest.mark.parametrize(
    ("line", "show"),
    [
        ("/status Star Trek: Picard", "Star Trek: Picard"),
        ("/status 3:10 to Yuma", "3:10 to Yuma"),
        ("/status #blackAF", "#blackAF"),
        ("/track add #blackAF", "#blackAF"),
        ("/track add #blackAF channel:#general", "#blackAF"),
        ('/status "show:runner"', "show:runner"),
    ],
)
def test_titles_that_look_like_something_else(line, show, commands, directory):
    assert options(line, commands, directory)["show"] == show


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("", ["Type a command", "/help, /status, /swap, /track"]),
        ("/", ["Type a command"]),
        ("/staus x", ["no command /staus", "Did you mean /status?", "Commands: /help"]),
        ("/wibble", ["no command /wibble", "Commands: /help"]),
        ("/track", ["/track needs one of: add, list"]),
        ("/track ad x", ["no /track ad", "Did you mean add?", "add, list"]),
        ("/track add", ["/track add: show is missing", "/track add show:… [channel:…] [role:…] [often:…]"]),
        ("/track list everything", ["/track list takes no options"]),
        ("/track add Silo chanel:#general", ["no option chanel:", "[channel:…]"]),
        ("/track add Silo channel:#nowhere", ["no channel '#nowhere'", "#general, #tv-news"]),
        ("/track add Silo #lounge", ["cannot be chosen"]),
        ("/track add Silo role:@nobody", ["no role '@nobody'"]),
        ("/track add Silo often:sometimes", ["is one of Every story"]),
        ("/track add Silo show:Dark", ["there twice"]),
        ("/status show:Silo show:Dark", ["there twice"]),
        ('/status "Silo', ["not closed"]),
        ("/status " + "x" * 101, ["101 characters", "0 to 100"]),
        ("/swap 1 true", ["Say which is which", "one:… two:…"]),
        ("/swap one:x two:true", ["is a number"]),
        ("/swap one:1 two:perhaps", ["true or false"]),
        ("/swap one:99999999999999999999 two:no", ["out of bounds"]),
    ],
)
def test_what_cannot_be_sent_is_answered_with_what_can(line, parts, commands, directory):
    text = complaint(line, commands, directory)
    for part in parts:
        assert part in text


def test_without_any_commands(directory):
    assert "no commands yet" in complaint("/status x", [], directory)


def test_values_have_the_types_of_their_options(commands, directory):
    assert options("/swap one:-3 two:yes", commands, directory) == {"one": -3, "two": True}
    assert options("/track add Silo often:every story", commands, directory)["often"] == "all"


def test_the_option_typed_last_has_the_focus(commands, directory):
    line = parse_line("/track add channel:#general show:hea", commands, directory, focus=True)
    assert line.focused == "show"
    typed = line.data["options"][0]["options"]
    assert typed[0] == {"name": "show", "type": 3, "value": "hea", "focused": True}
    assert parse_line("/status", commands, directory, focus=True).focused == "show"
    assert parse_line('/status "hea', commands, directory, focus=True).data["options"][0]["value"] == "hea"


def test_an_option_without_autocomplete_has_no_focus(commands, directory):
    with pytest.raises(UserError, match="no autocomplete"):
        parse_line("/track add Silo channel:#gen", commands, directory, focus=True)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(st.text(max_size=60), st.booleans())
def test_every_line_is_read_or_complained_about(commands, directory, text, focus):
    for line in (text, f"/status {text}", f"/track add {text}"):
        with contextlib.suppress(UserError):
            assert parse_line(line, commands, directory, focus=focus).command in commands


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100)
@given(st.lists(st.from_regex(r"[A-Za-z0-9'!&-]{1,12}", fullmatch=True), min_size=1, max_size=7))
def test_a_title_arrives_as_it_was_typed(commands, directory, words):
    title = " ".join(words)
    assert options(f"/status {title}", commands, directory) == {"show": title}
    assert options(f"/track add show:{title} role:@fans", commands, directory)["show"] == title
