"""Somebody in the server: sees what is posted in its channels as it comes, types commands and presses buttons.

Speaks only to the stand-in's control client, and writes to a console. Knows nothing of the bot or of the stories.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from bot.clock import Clock, system_clock
from bot.demo.discord_text import View, moment_words, read_text
from bot.demo.screen import Message, button_labels, heading, show_answer, show_message
from bot.model.errors import UserError
from bot.standin import Answer, ControlClient

_FOLLOW_UP_SECONDS = 0.5
"""How long a further message after a slow answer may take; most have none."""


class Viewer:
    """Looks at the channels of the first guild, whose owner it is. `now` is the demo's time.

    `buttons` are those of the answer shown last that has some.
    """

    def __init__(self, control: ControlClient, console: Console, now: Clock) -> None:
        self.buttons: Sequence[str] = ()
        self._control = control
        self._console = console
        self._now = now
        self._names: Mapping[str, str] = {}
        self._channels: Sequence[str] = ()
        self._pressable: str | None = None
        self._seen: set[str] = set()
        self._saw = asyncio.Condition()

    async def look_around(self) -> None:
        """Learn what the channels and roles are called."""
        guild: Mapping[str, Any] = (await self._control.world())["guilds"][0]
        self._channels = [channel["id"] for channel in guild["channels"]]
        channels = {channel["id"]: f"#{channel['name']}" for channel in guild["channels"]}
        self._names = channels | {role["id"]: f"@{role['name'].removeprefix('@')}" for role in guild["roles"]}

    async def follow(self) -> None:
        """Show each post as it comes; ends with the stand-in."""
        async for event in self._control.stream(replay=True):
            message = event["message"]
            if event["type"] != "create" or not _is_post(message):
                continue
            self._show_post(message)
            async with self._saw:
                self._seen.add(message["id"])
                self._saw.notify_all()

    async def caught_up(self) -> None:
        """Wait until all that is posted by now has been shown."""
        posts = {
            message["id"]
            for channel in self._channels
            for message in await self._control.messages(channel)
            if _is_post(message)
        }
        async with self._saw:
            await self._saw.wait_for(lambda: posts <= self._seen)

    async def ask(self, line: str) -> None:
        """Use a command and show what comes back."""
        await self._show_answer(await self._control.command(line))

    async def ask_in_short(self, line: str) -> None:
        """Use a command and show it, with the first line of what comes back. Raises `UserError` when it fails."""
        answer = await self._control.command(line)
        if answer.error is not None:
            raise UserError(f"{line}: {answer.error}")
        told = str(answer.embeds[0].get("description") or "") if answer.embeds else answer.content
        shown = read_text(told.partition("\n")[0], self._view())
        self.say(f"> {line}", "bold")
        self._console.print(Text("  ").append_text(shown))

    async def press(self, label: str) -> None:
        """Press a button of the answer shown last and show what comes back."""
        if self._pressable is None:
            self.say("There is no button to press.")
            return
        await self._show_answer(await self._control.press(self._pressable, label))

    def say_typed(self, line: str) -> None:
        """Show what somebody typed, after an empty line."""
        self._console.print()
        self.say(f"> {line}", "bold")

    def say(self, text: str, style: str = "") -> None:
        """Write a line of our own."""
        self._console.print(Text(text, style))

    def _view(self) -> View:
        return View(now=self._now(), machine_now=system_clock(), names=self._names)

    def _show_post(self, message: Message) -> None:
        view = self._view()
        place = self._names.get(message["channel_id"], "")
        self._console.print()
        self._console.print(heading(f"{moment_words(view.now, 'f', view)} · {place}", self._console))
        self._console.print(show_message(message, view))

    async def _show_answer(self, answer: Answer) -> None:
        if answer.kind == "deferred" and answer.error is None and answer.interaction_id is not None:
            wanted = len(answer.followups) + 1
            answer = await self._control.answer(answer.interaction_id, followups=wanted, timeout=_FOLLOW_UP_SECONDS)
        for shown in show_answer(answer, self._view()):
            self._console.print(shown)
        labels = button_labels(answer.components)
        if labels or answer.message_id == self._pressable:
            self.buttons, self._pressable = labels, answer.message_id
        if labels:
            numbers = ", ".join(f"{number} {label}" for number, label in enumerate(labels, 1))
            self.say(f"To press a button, type its number or name: {numbers}", "dim")


def _is_post(message: Message) -> bool:
    """Whether a message came by itself rather than as the answer to a command."""
    return message.get("interaction_metadata") is None
