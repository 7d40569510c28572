"""What a line typed in the demo means: a slash command, a button, a skip, a word of help. Pure.

Knows nothing of who carries it out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import get_close_matches
from enum import StrEnum

HELP = """\
  /status heartstopper   what becomes of a show; also /news, /track, /source, /help, /about
  press NAME             press a button of the last answer; its number alone does too
  skip                   go on to the next news at once; skip 2025-04-23 goes to that day
  help, quit             these words; the end (Ctrl-C and Ctrl-D do too)"""
_WORDS = ("press", "skip", "help", "quit")
_COMMANDS = ("status", "news", "track", "source", "about")


class Wish(StrEnum):
    """What somebody wants."""

    NOTHING = "nothing"
    ASK = "ask"
    PRESS = "press"
    SKIP = "skip"
    HELP = "help"
    QUIT = "quit"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Understood:
    """A wish; `text` is the command, the button's label, or why it is unclear; `to` is where to skip, None for the next
    news.
    """

    wish: Wish
    text: str = ""
    to: datetime | None = None


def understand(line: str, buttons: Sequence[str]) -> Understood:
    """Read a line. `buttons` are the labels that can be pressed now."""
    line = line.strip()
    word, _, rest = line.partition(" ")
    word, rest = word.casefold(), rest.strip()
    if not line:
        return Understood(Wish.NOTHING)
    if line.startswith("/"):
        return Understood(Wish.ASK, line)
    if word == "press":
        return _press(rest, buttons)
    if line.isdecimal() or line.casefold() in {label.casefold() for label in buttons}:
        return _press(line, buttons)
    if word == "skip":
        return _skip(rest)
    if word in ("help", "?"):
        return Understood(Wish.HELP)
    if word in ("quit", "exit"):
        return Understood(Wish.QUIT)
    return _unclear(word, line)


def parse_day(text: str) -> datetime:
    """The beginning of a day (UTC) written as 2025-05-01. Raises ValueError."""
    return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC)


def _press(text: str, buttons: Sequence[str]) -> Understood:
    if not buttons:
        return Understood(Wish.UNCLEAR, "There is no button to press; /news heartstopper may bring some.")
    named = [label for label in buttons if label.casefold() == text.casefold()]
    if not named and text.isdecimal() and 1 <= int(text) <= len(buttons):
        named = [buttons[int(text) - 1]]
    if not named:
        return Understood(Wish.UNCLEAR, f"There is no such button. There are: {', '.join(buttons)}.")
    return Understood(Wish.PRESS, named[0])


def _skip(text: str) -> Understood:
    if not text:
        return Understood(Wish.SKIP)
    try:
        return Understood(Wish.SKIP, to=parse_day(text))
    except ValueError:
        return Understood(Wish.UNCLEAR, "Write the day to skip to like this: skip 2025-04-23")


def _unclear(word: str, line: str) -> Understood:
    if word in _COMMANDS:
        return Understood(Wish.UNCLEAR, f"Commands begin with a slash: /{line}")
    close = get_close_matches(word, _WORDS, n=1)
    hint = f"Did you mean {close[0]}?" if close else "Type help for what can be typed here."
    return Understood(Wish.UNCLEAR, f"Nothing here is called {word!r}. {hint}")
