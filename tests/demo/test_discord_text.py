from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards.markdown import escape, link, moment, plain
from bot.demo.discord_text import View, moment_words, plain_text, read_text, relative_words

NOW = datetime(2025, 4, 22, 13, 5, tzinfo=UTC)
VIEW = View(now=NOW, machine_now=datetime(2030, 1, 1, tzinfo=UTC), names={"11": "#general", "22": "@fans"})


def read(text: str) -> str:
    return read_text(text, VIEW).plain


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("**Ending with a film.** Soon", "Ending with a film. Soon"),
        ("*slanted* and __lined__ and ~~gone~~", "slanted and lined and gone"),
        ("**bold with *slant* inside**", "bold with slant inside"),
        ("`/track add`", "/track add"),
        ("posted in <#11> for <@&22>", "posted in #general for @fans"),
        ("<#99> and <@&98> and <@97>", "#unknown and @unknown and @unknown"),
        (r"\*not bold\* \[no link\](x)", "*not bold* [no link](x)"),
        (r"2 \* 3 \_ 4", "2 * 3 _ 4"),
        ("- one\n- two\n  - three", "• one\n• two\n  • three"),
        ("> said\n# Heading\n-# small", "│ said\nHeading\nsmall"),
        ("@\u200beveryone", "@everyone"),
        ("[The Ledger](https://ledger.example/2025/04/a)", "The Ledger (ledger.example)"),
        ("a * b * c", "a * b * c"),
        ("<t:1745327100:D>", "22 April 2025"),
        ("<t:1745327100>", "22 April 2025 13:05"),
        ("<t:99999999999999:D>", "<t:99999999999999:D>"),
        ("\x1b[31mred\x07", "[31mred"),
    ],
)
def test_markdown_becomes_words(written, shown):
    assert read(written) == shown


def test_a_link_that_can_be_clicked_needs_no_address():
    clickable = View(now=NOW, machine_now=NOW, hyperlinks=True)
    shown = read_text("[The Ledger](https://ledger.example/a)", clickable)
    assert shown.plain == "The Ledger"
    assert "link https://ledger.example/a" in str(shown.spans or shown.style)


@pytest.mark.parametrize(
    ("style", "words"),
    [
        ("t", "13:05"),
        ("T", "13:05:00"),
        ("d", "22/04/2025"),
        ("D", "22 April 2025"),
        ("f", "22 April 2025 13:05"),
        ("F", "Tuesday, 22 April 2025 13:05"),
        ("R", "just now"),
    ],
)
def test_every_style_of_timestamp(style, words):
    assert moment_words(NOW, style, VIEW) == words
    assert read(moment(NOW, style)) == words


@pytest.mark.parametrize(
    ("apart", "words"),
    [
        (timedelta(minutes=-1), "1 minute ago"),
        (timedelta(hours=-3, minutes=-59), "3 hours ago"),
        (timedelta(days=2), "in 2 days"),
        (timedelta(days=40), "in 1 month"),
        (timedelta(days=-800), "2 years ago"),
    ],
)
def test_how_long_ago_is_counted_from_the_demos_present(apart, words):
    assert relative_words(NOW + apart, VIEW) == words


def test_a_moment_of_the_machines_time_is_counted_from_that():
    assert relative_words(VIEW.machine_now - timedelta(minutes=5), VIEW) == "5 minutes ago"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Mn", "Me"]), max_size=80))
def test_what_was_escaped_is_shown_as_it_was(text):
    assert read(escape(text)) == plain(text)


@given(st.text(max_size=200))
def test_no_text_can_steer_the_terminal(text):
    for shown in (read(text), plain_text(text)):
        assert not any(ord(character) < 32 and character != "\n" for character in shown)
        assert "\x7f" not in shown
        assert "\x9b" not in shown


@given(st.text("ab*_`[]() \\", min_size=1, max_size=30))
def test_a_links_text_is_shown_as_it_stands(text):
    shown = read(link(text, "https://a.example/x"))
    assert shown.endswith(" (a.example)")
