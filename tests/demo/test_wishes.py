from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.demo.wishes import Understood, Wish, understand

BUTTONS = ["Newer", "Older"]


@pytest.mark.parametrize(
    ("line", "understood"),
    [
        ("", Understood(Wish.NOTHING)),
        ("   ", Understood(Wish.NOTHING)),
        (" /status from ", Understood(Wish.ASK, "/status from")),
        ("press older", Understood(Wish.PRESS, "Older")),
        ("Press 1", Understood(Wish.PRESS, "Newer")),
        ("2", Understood(Wish.PRESS, "Older")),
        ("newer", Understood(Wish.PRESS, "Newer")),
        ("skip", Understood(Wish.SKIP)),
        ("skip 2025-04-23", Understood(Wish.SKIP, to=datetime(2025, 4, 23, tzinfo=UTC))),
        ("HELP", Understood(Wish.HELP)),
        ("?", Understood(Wish.HELP)),
        ("quit", Understood(Wish.QUIT)),
        ("exit", Understood(Wish.QUIT)),
    ],
)
def test_lines_are_understood(line, understood):
    assert understand(line, BUTTONS) == understood


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("status heartstopper", "/status heartstopper"),
        ("hlep", "Did you mean help?"),
        ("heartstopper", "Type help"),
        ("skip tomorrow", "skip 2025-04-23"),
        ("press Sideways", "Newer, Older"),
        ("7", "Newer, Older"),
        ("0", "Newer, Older"),
    ],
)
def test_what_is_wrong_is_answered_with_what_is_right(line, words):
    understood = understand(line, BUTTONS)
    assert understood.wish is Wish.UNCLEAR
    assert words in understood.text


def test_without_buttons_none_can_be_pressed():
    assert "no button" in understand("press Older", []).text
    assert "no button" in understand("1", []).text


@given(st.text(max_size=40), st.lists(st.text(max_size=5), max_size=3))
def test_every_line_means_something(line, buttons):
    understood = understand(line, buttons)
    assert understood.text or understood.wish not in (Wish.ASK, Wish.UNCLEAR)
