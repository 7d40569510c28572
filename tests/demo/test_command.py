"""`cliffhanger demo` refuses what makes no sense before anything is started."""

import pytest
from click.testing import CliRunner

from bot.cli.demo import demo


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--until", "2025-02-30"], "write it like 2025-05-01"),
        (["--until", "tomorrow"], "write it like 2025-05-01"),
        (["--until", "2020-01-01"], "outside the story; choose a day from 2024-10-02 to 2026-08-10"),
        (["--until", "2030-01-01"], "outside the story"),
        (["--until", "2025-05-01", "--speed", "3"], "leave out --speed"),
        (["--ask", "/help", "--speed", "3"], "leave out --speed"),
        (["--ask", "help"], "Ask a command with its slash"),
        (["--speed", "0"], "not in the range"),
        (["--speed", "fast"], "not a valid float"),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(arguments, words):
    result = CliRunner().invoke(demo, arguments)
    assert result.exit_code == 2
    assert words in " ".join(result.output.split())


def test_the_help_shows_an_example():
    result = CliRunner().invoke(demo, ["--help"])
    assert result.exit_code == 0
    assert 'cliffhanger demo --until 2025-05-01 --ask "/status heartstopper"' in result.output
