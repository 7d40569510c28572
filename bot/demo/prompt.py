"""The demo's prompt on a terminal: completes slash commands as Discord's client does, and shows the date of the news.

What is posted appears above it. Asks only the stand-in's control client. Knows nothing of what a line does.
"""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator, Sequence

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from bot.standin import ControlClient, StandInError
from bot.standin.wire_types import JsonObject

_REFRESH_SECONDS = 0.5
_SUB_COMMANDS = (1, 2)
"""Option types SUB_COMMAND and SUB_COMMAND_GROUP."""


async def typed_lines(control: ControlClient, status: Callable[[], str]) -> AsyncIterator[str]:
    """The lines that a person types, until Ctrl-D. `status` is shown below. Raises KeyboardInterrupt at Ctrl-C."""
    session: PromptSession[str] = PromptSession(
        completer=CommandCompleter(control), complete_while_typing=True, bottom_toolbar=status
    )
    while True:
        try:
            yield await session.prompt_async("> ", refresh_interval=_REFRESH_SECONDS, handle_sigint=False)
        except EOFError:
            return


class CommandCompleter(Completer):
    """Completes commands from what the bot registered, and options by asking the bot."""

    def __init__(self, control: ControlClient) -> None:
        self._control = control

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:  # noqa: ARG002 - prompt_toolkit's signature
        """Nothing: the bot can only be asked asynchronously."""
        return iter(())

    async def get_completions_async(
        self,
        document: Document,
        complete_event: CompleteEvent,  # noqa: ARG002 - prompt_toolkit's signature
    ) -> AsyncGenerator[Completion, None]:
        """Called by prompt_toolkit with what has been typed."""
        line = document.text_before_cursor
        if not line.startswith("/"):
            return
        try:
            commands = await self._control.commands()
            option = option_being_typed(line, commands)
            if option is None:
                for spelt, purpose in spellings(commands):
                    if spelt.startswith(line) and spelt != line:
                        yield Completion(f"{spelt} ", -len(line), display=spelt, display_meta=purpose)
                return
            for choice in await self._control.autocomplete(line):
                yield Completion(str(choice.value), -len(option), display=choice.name)
        except StandInError:
            # An option without suggestions, or a half-typed command: there is nothing to offer.
            return


def spellings(commands: Sequence[JsonObject]) -> list[tuple[str, str]]:
    """Every command that can be typed, with its description: `/status`, `/track add`."""
    found: list[tuple[str, str]] = []
    for command in commands:
        if command.get("type", 1) != 1:
            continue
        found += _spellings(f"/{command['name']}", command)
    return sorted(found)


def option_being_typed(line: str, commands: Sequence[JsonObject]) -> str | None:
    """The text of the option at the end of a line, or None while the command itself is being typed."""
    rest = next((line[len(s) + 1 :] for s, _ in reversed(spellings(commands)) if line.startswith(f"{s} ")), None)
    if rest is None:
        return None
    named = re.split(r"(?:^|\s)[-_\w]{1,32}:", rest)
    return named[-1].lstrip()


def _spellings(spelt: str, node: JsonObject) -> Iterator[tuple[str, str]]:
    below = [option for option in node.get("options") or () if option["type"] in _SUB_COMMANDS]
    if not below:
        yield spelt, str(node.get("description") or "")
    for option in below:
        yield from _spellings(f"{spelt} {option['name']}", option)
