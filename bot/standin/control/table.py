"""The operations of the control side: a name, its arguments as they come off the wire, and what it does.

Joins the control side to the rooms of the stand-in. Knows nothing of HTTP.
"""

from __future__ import annotations

import base64
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import TypedDict, Unpack

from bot.model.errors import UserError
from bot.standin.checks.refusals import RefusalError
from bot.standin.control.stage import Stage
from bot.standin.people.answer import Answer
from bot.standin.people.people import People, Person
from bot.standin.state.commands import CommandBook
from bot.standin.state.faults import Faults
from bot.standin.state.interactions import Interaction, InteractionDesk
from bot.standin.state.limits import LimitChanges, Limits
from bot.standin.state.messages import MessageBoard
from bot.standin.state.permissions import parse
from bot.standin.state.record import Record
from bot.standin.state.uploads import Uploads
from bot.standin.wire.gateway import DropMode, Gateway
from bot.standin.wire_types import JsonObject

Operation = Callable[..., Awaitable[object]]
"""Takes its arguments by name; returns what becomes JSON. Raises `UserError`."""

Bits = int | str | list[str]


class Acting(TypedDict, total=False):
    """Who acts, with which permissions (None: an administrator's) and in which language."""

    user: str
    user_permissions: Bits | None
    locale: str


class Where(Acting, total=False):
    """Who acts, and where: guild and channel by id or name, or in direct messages."""

    guild: str | None
    channel: str | None
    dm: bool


class ControlTable:
    """Every operation, by its name."""

    def __init__(
        self,
        *,
        stage: Stage,
        people: People,
        board: MessageBoard,
        book: CommandBook,
        desk: InteractionDesk,
        gateway: Gateway,
        faults: Faults,
        limits: Limits,
        record: Record,
        uploads: Uploads,
    ) -> None:
        self._stage = stage
        self._people = people
        self._board = board
        self._book = book
        self._desk = desk
        self._gateway = gateway
        self._faults = faults
        self._limits = limits
        self._record = record
        self._uploads = uploads

    def operations(self) -> Mapping[str, Operation]:
        """Name to operation. What is quickly done is given as it is; `_now` makes it something to await."""
        stage, record, faults, gateway = self._stage, self._record, self._faults, self._gateway
        return {
            "world": _now(stage.picture),
            "create_guild": _now(stage.create_guild),
            "remove_guild": _now(
                lambda guild, unavailable=False: stage.remove_guild(stage.guild(guild), unavailable=unavailable)
            ),
            "restore_guild": _now(lambda guild: stage.restore_guild(stage.guild(guild))),
            "create_channel": _now(lambda guild, name, kind=0: stage.create_channel(stage.guild(guild), name, kind)),
            "delete_channel": _now(lambda channel: stage.delete_channel(stage.channel(channel))),
            "create_role": _now(
                lambda guild, name, mentionable=True: stage.create_role(
                    stage.guild(guild), name, mentionable=mentionable
                )
            ),
            "set_permissions": _now(
                lambda channel, allow=0, deny=0: stage.set_permissions(
                    stage.channel(channel), parse(allow), parse(deny)
                )
            ),
            "messages": _now(self._messages),
            "file": _now(self._file),
            "command": self._command,
            "autocomplete": self._autocomplete,
            "press": self._press,
            "submit": self._submit,
            "answer": self._answer,
            "fault": _now(lambda **spec: faults.add(spec)),
            "clear_faults": _now(faults.clear),
            "held": _now(lambda: faults.waiting),
            "held_log": _now(lambda: faults.history),
            "release": _now(faults.release),
            "drop_gateway": _now(self._drop),
            "close_next_identify": _now(gateway.close_next_identify),
            "ignore_heartbeats": _now(self._ignore_heartbeats),
            "gateway_log": _now(lambda: gateway.log),
            "set_dedupe": _now(self._set_dedupe),
            "set_limits": _now(self._set_limits),
            "journal": _now(record.posts_json),
            "requests": _now(record.requests_json),
            "problems": _now(lambda: list(record.problems)),
            "commands": _now(lambda scope="": self._book.registered(scope)),
            "put_counts": _now(lambda: dict(record.command_puts)),
            "wait": self._wait,
        }

    async def _command(
        self,
        line: str,
        seconds: float,
        *,
        followups: int = 0,
        force: bool = False,
        files: Mapping[str, str] | None = None,
        **who: Unpack[Where],
    ) -> JsonObject:
        person = self._person(**who)
        attached = [
            self._uploads.add(name, base64.b64decode(data), ephemeral=True) for name, data in (files or {}).items()
        ]
        answer = await self._people.command(person, line, seconds, followups=followups, force=force, files=attached)
        return answer.json()

    async def _autocomplete(self, line: str, **who: Unpack[Where]) -> JsonObject:
        return (await self._people.autocomplete(self._person(**who), line)).json()

    async def _press(
        self, message: str, what: str, seconds: float, values: list[str] | None = None, **who: Unpack[Acting]
    ) -> JsonObject:
        try:
            found = self._board.get(message)
        except RefusalError:
            return Answer(error="That message is gone.").json()
        person = self._person(channel=found.channel.id, **who)
        return (await self._people.press(person, found, what, values, seconds)).json()

    async def _submit(self, interaction: str, values: dict[str, str], seconds: float) -> JsonObject:
        opener = self._opened(interaction)
        person = Person(opener.user, opener.channel, opener.permissions)
        return (await self._people.submit(opener, person, values, seconds)).json()

    async def _answer(self, interaction: str, followups: int, seconds: float) -> JsonObject:
        return (await self._people.later(self._opened(interaction), followups, seconds)).json()

    async def _wait(self, what: str, at_least: int, seconds: float, channel: str | None = None) -> bool:
        counts: dict[str, Callable[[], int]] = {
            "messages": lambda: len(self._messages(channel)),
            "posts": lambda: len(self._record.posts),
            "held": lambda: self._faults.waiting,
            "ever held": lambda: len(self._faults.history),
            "requests": lambda: len(self._record.requests),
            "problems": lambda: len(self._record.problems),
            "command puts": self._record.command_puts.total,
            "connected": lambda: self._gateway.connected,
            "gateway events": lambda: len(self._gateway.log),
        }
        if what not in counts:
            raise UserError(f"One can wait for {', '.join(counts)}.")
        return await self._record.changes.until(lambda: counts[what]() >= at_least, seconds)

    def _file(self, attachment: str) -> str:
        data = self._uploads.get(attachment)
        if data is None:
            raise UserError(f"There is no file {attachment}.")
        return base64.b64encode(data).decode()

    def _messages(self, channel: str | None) -> list[JsonObject]:
        return [message.json() for message in self._board.in_channel(self._stage.channel(channel))]

    def _person(
        self,
        guild: str | None = None,
        channel: str | None = None,
        user: str = "alice",
        user_permissions: Bits | None = None,
        locale: str = "en-US",
        *,
        dm: bool = False,
    ) -> Person:
        place = self._stage.dm(user) if dm else self._stage.channel(channel, guild)
        return self._people.person(user, place, user_permissions, locale)

    def _opened(self, interaction_id: str) -> Interaction:
        interaction = self._desk.get(interaction_id)
        if interaction is None:
            raise UserError(f"There is no interaction {interaction_id}.")
        return interaction

    def _drop(self, mode: DropMode) -> int:
        return self._gateway.drop(mode)

    def _set_dedupe(self, on: bool) -> None:  # noqa: FBT001 - its one argument comes by name off the wire
        self._board.dedupe = on

    def _ignore_heartbeats(self, on: bool) -> None:  # noqa: FBT001 - its one argument comes by name off the wire
        self._gateway.acknowledges = not on

    def _set_limits(self, **changes: Unpack[LimitChanges]) -> None:
        self._limits.change(replace(self._limits.settings, **changes))


def _now(function: Callable[..., object]) -> Operation:
    async def operation(**arguments: object) -> object:
        return function(**arguments)

    return operation
