import io

import pytest
from rich.console import Console

from bot.demo.screen import button_labels, heading, show_answer, show_message
from bot.standin import Answer
from bot.standin.wire_types import JsonObject

POST: JsonObject = {
    "content": "<@&22>",
    "embeds": [
        {
            "type": "rich",
            "title": "Heartstopper: Ending with a film, not a season 4",
            "url": "http://pressroom-one.localhost:1/2025/04/x",
            "color": 0x2ECC71,
            "description": (
                "Netflix announced today that the story of Nick \\& Charlie will end with a film instead of a fourth "
                "season.\n\n**Official** · Netflix\n[Pressroom One](http://pressroom-one.localhost:1/2025/04/x) · "
                "<t:1745326800:f>"
            ),
            "fields": [{"name": "Next", "value": "Filming begins in summer 2025", "inline": False}],
            "footer": {"text": "Cliffhanger · ref"},
        }
    ],
    "components": [
        {
            "type": 1,
            "components": [
                {"type": 2, "label": "Older", "custom_id": "page:news:heartstopper:2", "style": 2},
                {"type": 2, "label": "Gone", "custom_id": "x", "style": 2, "disabled": True},
                {"type": 2, "label": "Elsewhere", "url": "https://a.example", "style": 5},
            ],
        }
    ],
}

PLAIN = """\
@fans
▌ Heartstopper: Ending with a film, not a season 4
▌
▌ Netflix announced today that the story of Nick & Charlie
▌ will end with a film instead of a fourth season.
▌
▌ Official · Netflix
▌ Pressroom One (pressroom-one.localhost) · 22 April 2025
▌ 13:00
▌
▌ Next
▌ Filming begins in summer 2025
▌
▌ Cliffhanger · ref
[ Older ]
"""


def test_a_post_is_readable_without_colour(view, console, written):
    console.print(show_message(POST, view))
    assert written() == PLAIN


def test_on_a_terminal_there_are_colours_and_links(view):
    screen = io.StringIO()
    console = Console(file=screen, width=60, force_terminal=True, color_system="truecolor", _environ={})
    console.print(show_message(POST, view))
    shown = screen.getvalue()
    assert "\x1b[38;2;46;204;113m▌" in shown
    assert "\x1b]8;id=" in shown
    assert "http://pressroom-one.localhost:1/2025/04/x" in shown
    assert "(pressroom-one.localhost)" not in shown


@pytest.mark.parametrize("width", [24, 40, 80, 200])
def test_no_line_is_wider_than_the_screen(view, width):
    screen = io.StringIO()
    Console(file=screen, width=width).print(show_message(POST, view))
    assert max(map(len, screen.getvalue().splitlines())) <= min(width, 92)


def test_a_screen_without_unicode_gets_a_bar_all_the_same(view):
    screen = io.TextIOWrapper(io.BytesIO(), encoding="ascii", errors="replace")
    console = Console(file=screen, width=40)
    console.print(heading("today", console))
    console.print(show_message({"embeds": [{"description": "Here — “x”"}]}, view))
    screen.seek(0)
    assert screen.read() == "-- today " + "-" * 31 + "\n| Here ? ?x?\n"


def test_an_answer_says_who_sees_it_and_what_followed(view, console, written):
    answer = Answer(kind="message", content="done", ephemeral=True, followups=({"content": "and this"},))
    for shown in show_answer(answer, view):
        console.print(shown)
    assert written() == "done\nOnly you can see this.\nand this\nOnly you can see this.\n"


def test_an_answer_that_failed_is_told(view, console, written):
    for shown in show_answer(Answer(error="There is no command /x."), view):
        console.print(shown)
    assert written() == "There is no command /x.\n"


def test_only_buttons_that_can_be_pressed_are_named():
    assert button_labels(POST["components"]) == ["Older"]
    assert button_labels(()) == []


def test_an_embed_may_be_almost_empty(view, console, written):
    console.print(show_message({"embeds": [{"description": "x", "timestamp": "2025-04-22T13:00:00+00:00"}]}, view))
    assert written() == "▌ x\n▌\n▌ 22 April 2025 13:00\n"
