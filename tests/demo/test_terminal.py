"""What is typed in the demo goes through the stand-in to a real bot and back."""

import asyncio
import os
from datetime import UTC, datetime

import aiohttp
import pytest

from bot.connect import connector
from bot.demo.terminal import Terminal, lines_of
from bot.model.errors import UserError
from bot.standin import HOST
from bot.standin.server import DEFAULT_TOKEN


@pytest.fixture
def skipped() -> list[datetime | None]:
    return []


@pytest.fixture
def terminal(viewer, skipped) -> Terminal:
    async def skip(to):
        skipped.append(to)

    return Terminal(viewer, skip)


async def typed(*lines):
    for line in lines:
        yield line


async def test_a_command_is_answered_with_its_card(terminal, written):
    assert await terminal.obey(typed("/status heartstopper")) is False
    assert written() == "\n> /status heartstopper\n▌ heartstopper\n▌\n▌ Ending with a film.\n"


async def test_a_button_is_pressed_by_name_or_number(terminal, written):
    for press in ("press older", "1"):
        assert await terminal.do("/news")
        assert await terminal.do(press)
    assert written().count("page one") == 2
    assert written().count("page two") == 2
    assert "type its number or name: 1 Older" in written()


async def test_a_pressed_button_that_is_gone_says_so(terminal, written):
    await terminal.obey(typed("/news", "1", "1"))
    assert "no button to press" in written()


async def test_a_late_answer_and_its_follow_up_are_both_shown(terminal, written):
    await terminal.do("/slow")
    assert "News of From come to #unknown." in written()
    assert "and this" in written()
    assert written().count("Only you can see this.") == 2


async def test_in_short_only_the_first_line_is_shown(viewer, written):
    await viewer.ask_in_short("/slow")
    assert written() == "> /slow\n  News of From come to #unknown.\n"
    with pytest.raises(UserError, match="There is no command"):
        await viewer.ask_in_short("/nothing")


async def test_wrong_input_gets_useful_words(terminal, written):
    await terminal.obey(typed("", "help", "/stauts x", "status x", "press Next"))
    assert "skip 2025-04-23" in written()
    assert "Did you mean /status?" in written()
    assert "Commands begin with a slash: /status x" in written()
    assert "There is no button to press" in written()


async def test_quit_ends_the_input_and_what_follows_is_not_done(terminal, written):
    assert await terminal.obey(typed("quit", "/status from")) is True
    assert written() == "\n> quit\n"


async def test_what_was_typed_at_a_prompt_is_not_shown_again(viewer, written):
    async def skip(to):
        raise UserError("The story is over.")

    await Terminal(viewer, skip, echo=False).do("skip")
    assert written() == "The story is over.\n"


async def test_skipping_is_the_players_business(terminal, skipped):
    await terminal.obey(typed("skip", "skip 2025-04-23"))
    assert skipped == [None, datetime(2025, 4, 23, tzinfo=UTC)]


async def test_posts_appear_as_they_come_and_answers_do_not_appear_twice(control, viewer, terminal, written):
    await terminal.do("/status from")
    world = await control.world()
    general = world["guilds"][0]["channels"][0]["id"]
    await post(control, general, "first")
    await viewer.caught_up()
    assert "── 22 April 2025 13:05 · #general ──" in written()
    assert written().count("first") == 1
    assert written().count("Ending with a film") == 1


async def post(control, channel: str, content: str) -> None:
    """Post as the bot, by the same REST call that it uses."""
    async with aiohttp.ClientSession(connector=connector((HOST, control.port))) as session:
        url = f"https://discord.com/api/v10/channels/{channel}/messages"
        headers = {"Authorization": f"Bot {DEFAULT_TOKEN}"}
        async with session.post(url, json={"content": content}, headers=headers) as response:
            assert response.status == 200


@pytest.mark.parametrize(
    ("data", "lines"),
    [
        (b"", []),
        (b"/status from\n", ["/status from"]),
        (b"one\ntwo", ["one", "two"]),
        (b"\n\xff\n", ["", "\ufffd"]),
    ],
)
async def test_lines_of_a_pipe_come_as_they_are_written(data, lines):
    reader, writer = os.pipe()
    os.write(writer, data)
    os.close(writer)
    assert [line async for line in lines_of(reader, asyncio.Event())] == lines
    os.close(reader)


async def test_lines_of_a_file_come_too(tmp_path):
    script = tmp_path / "script"
    script.write_text("/status from\nquit\n")
    with script.open() as opened:
        assert [line async for line in lines_of(opened.fileno(), asyncio.Event())] == ["/status from", "quit"]


async def test_a_line_is_there_before_the_input_ends():
    reader, writer = os.pipe()
    lines = lines_of(reader, asyncio.Event())
    os.write(writer, b"/help\n/sta")
    assert await asyncio.wait_for(anext(lines), 5) == "/help"
    os.write(writer, b"tus\n")
    assert await asyncio.wait_for(anext(lines), 5) == "/status"
    os.close(writer)
    assert [line async for line in lines] == []
    os.close(reader)


async def test_an_input_that_stays_open_ends_when_the_story_is_over():
    reader, writer = os.pipe()
    over = asyncio.Event()
    lines = lines_of(reader, over)
    os.write(writer, b"/help\n/news\n")
    assert await asyncio.wait_for(anext(lines), 5) == "/help"
    over.set()
    assert [line async for line in lines] == ["/news"]
    os.close(writer)
