"""Draws what a Discord channel would show: a message or an answer, with its embeds, fields, colour bar and buttons.

Takes the JSON of the wire, gives rich renderables: as wide as there is room, in colour only on a terminal, readable
without. Knows nothing of where the messages come from.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from bot.demo.discord_text import View, moment_words, plain_text, read_text
from bot.standin import Answer

Message = Mapping[str, Any]
"""A message object of Discord's API."""

WIDEST = 92
"""Longer lines are hard to read; Discord's cards are narrower still."""
_BAR, _ASCII_BAR = "▌ ", "| "
_NO_COLOUR = "grey50"
_ACTION_ROW, _BUTTON = 1, 2


class Screen(Console):
    """The standard output: what it cannot write is replaced, and who reads no further (`head`) ends the program."""

    def __init__(self) -> None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(errors="replace")
        super().__init__(highlight=False, markup=False, emoji=False)

    def on_broken_pipe(self) -> None:
        """Called by rich. What is still in the buffer goes nowhere, or it would be an error again at the end."""
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise BrokenPipeError


@dataclass(frozen=True, slots=True)
class Shown:
    """A message or an answer on the screen."""

    view: View
    content: str = ""
    embeds: Sequence[Message] = ()
    components: Sequence[Message] = ()
    note: str = ""
    """A line of ours below it, such as who can see it."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Called by rich."""
        # A console without colours prints no links either, so their hosts are told in words.
        clickable = console.is_terminal and console.color_system is not None
        view = replace(self.view, hyperlinks=clickable)
        width = max(min(options.max_width, WIDEST), 20)
        if self.content:
            yield from read_text(self.content, view).wrap(console, width)
        bar = _ASCII_BAR if options.ascii_only else _BAR
        for embed in self.embeds:
            yield from _embed(embed, view, console, width, bar)
        if labels := button_labels(self.components):
            yield Text("  ").join(Text(f"[ {label} ]", "bold") for label in labels)
        if self.note:
            yield from Text(self.note, "dim").wrap(console, width)


def show_message(message: Message, view: View) -> Shown:
    """A message of a channel."""
    return Shown(view, message.get("content") or "", message.get("embeds") or (), message.get("components") or ())


def show_answer(answer: Answer, view: View) -> list[Shown]:
    """An answer and what followed it, or what the user is told when there is none."""
    private = "Only you can see this." if answer.ephemeral else ""
    first = Shown(view, answer.content, answer.embeds, answer.components, private)
    shown = [first] if answer.content or answer.embeds else []
    shown += [replace(show_message(followup, view), note=private) for followup in answer.followups]
    if answer.error is not None:
        shown.append(Shown(view, note=plain_text(answer.error)))
    return shown


def heading(text: str, console: Console) -> Text:
    """A line across the screen that begins with `text`."""
    line = "-" if console.options.ascii_only else "─"
    room = max(min(console.width, WIDEST) - len(text) - 4, 0)
    return Text(f"{line * 2} {text} {line * room}", "dim")


def button_labels(components: Sequence[Message]) -> list[str]:
    """What stands on the buttons that can be pressed, in their order."""
    buttons = [part for row in components if row.get("type") == _ACTION_ROW for part in row.get("components") or ()]
    return [
        plain_text(str(button.get("label") or button["custom_id"]))
        for button in buttons
        if button.get("type") == _BUTTON and button.get("custom_id") and not button.get("disabled")
    ]


def _embed(embed: Message, view: View, console: Console, width: int, bar: str) -> Iterator[Text]:
    colour = embed.get("color")
    style = f"#{colour:06x}" if isinstance(colour, int) else _NO_COLOUR
    for number, block in enumerate(_blocks(embed, view)):
        if number:
            yield Text(bar.rstrip(), style)
        for line in block.wrap(console, width - len(bar)):
            line.rstrip()
            yield Text.assemble((bar, style), line) if line.plain else Text(bar.rstrip(), style)


def _blocks(embed: Message, view: View) -> Iterator[Text]:
    """The parts of an embed that stand apart from each other."""
    if title := embed.get("title"):
        heading = read_text(title, view)
        heading.stylize("bold")
        if (url := embed.get("url")) and view.hyperlinks:
            heading.stylize(f"link {url}")
        yield heading
    if description := embed.get("description"):
        yield read_text(description, view)
    for field in embed.get("fields") or ():
        name = read_text(field["name"], view)
        name.stylize("bold underline")
        yield name.append("\n").append_text(read_text(field["value"], view))
    footer = plain_text((embed.get("footer") or {}).get("text") or "")
    stamp = embed.get("timestamp")
    dated = moment_words(datetime.fromisoformat(stamp).astimezone(UTC), "f", view) if stamp else ""
    if ending := " · ".join(filter(None, [footer, dated])):
        yield Text(ending, "dim")
