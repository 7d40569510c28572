"""The application's commands, global and by guild: what may be registered, and what is.

Source: Discord docs, "Application Commands". Knows nothing of running one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.standin.checks.refusals import FormErrors
from bot.standin.state.world import Snowflakes
from bot.standin.wire_types import JsonObject

SUB_COMMAND: Final = 1
SUB_COMMAND_GROUP: Final = 2
IN_GUILD: Final = 0
IN_DM: Final = 1
_NAME: Final = re.compile(r"[-_'\w]{1,32}")
_COMMANDS_LIMIT: Final = 100
_CHOICES_LIMIT: Final = 25
_OPTIONS_LIMIT: Final = 25
_COMMAND_TEXT_LIMIT: Final = 8000


class CommandBook:
    """The commands that are registered; scope "" is global, another is a guild's id."""

    def __init__(self, application_id: str, snowflakes: Snowflakes) -> None:
        self._application_id = application_id
        self._snowflakes = snowflakes
        self._by_scope: dict[str, list[JsonObject]] = {}

    def replace(self, scope: str, payloads: list[JsonObject]) -> list[JsonObject]:
        """Overwrite all commands of a scope. A command of the same name and type keeps its id.

        Raises `RefusalError` 50035.
        """
        check_commands(payloads)
        known = {(c["name"], c["type"]): c["id"] for c in self._by_scope.get(scope, [])}
        self._by_scope[scope] = [self._registered(scope, payload, known) for payload in payloads]
        return self._by_scope[scope]

    def registered(self, scope: str) -> list[JsonObject]:
        """The commands of exactly that scope."""
        return self._by_scope.get(scope, [])

    def usable_in(self, guild_id: str) -> list[JsonObject]:
        """What may be typed in a guild, its own commands first; or in direct messages (`guild_id` is empty)."""
        own = self.registered(guild_id) if guild_id else []
        return [*own, *(c for c in self.registered("") if _is_for(c, IN_GUILD if guild_id else IN_DM))]

    def _registered(self, scope: str, payload: JsonObject, known: dict[tuple[str, int], str]) -> JsonObject:
        given = {key: value for key, value in payload.items() if value is not None}
        command: JsonObject = {
            "type": 1,
            "description": "",
            "nsfw": False,
            "dm_permission": True,
            "contexts": None,
            "integration_types": [0],
            **given,
            "application_id": self._application_id,
            "version": self._snowflakes.make(),
        }
        needed = given.get("default_member_permissions")
        command["default_member_permissions"] = None if needed is None else str(needed)
        command["id"] = known.get((command["name"], command["type"])) or self._snowflakes.make()
        return {**command, "guild_id": scope} if scope else command


def check_commands(payloads: list[JsonObject]) -> None:
    """Raise `RefusalError` 50035 for commands that Discord would not register."""
    errors = FormErrors()
    if len(payloads) > _COMMANDS_LIMIT:
        errors.too_long((), _COMMANDS_LIMIT)
    seen: set[tuple[str, int]] = set()
    for index, command in enumerate(payloads):
        key = (str(command.get("name")), int(command.get("type") or 1))
        if key in seen:
            errors.add((index,), "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique")
        seen.add(key)
        if key[1] != 1:
            continue
        for path, node in _nodes(command, (index,)):
            _check_named(node, path, errors)
            _check_options(node.get("options") or [], path, errors)
        if sum(_text_of(node) for _, node in _nodes(command, ())) > _COMMAND_TEXT_LIMIT:
            errors.add((index,), "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)")
    errors.raise_if_any()


def _is_for(command: JsonObject, context: int) -> bool:
    contexts = command["contexts"]
    if contexts is None:
        return context == IN_GUILD or bool(command["dm_permission"])
    return context in contexts


def _nodes(node: JsonObject, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], JsonObject]]:
    yield path, node
    for index, option in enumerate(node.get("options") or []):
        yield from _nodes(option, (*path, "options", index))


def _check_named(node: JsonObject, path: tuple[str | int, ...], errors: FormErrors) -> None:
    name = str(node.get("name") or "")
    if not _NAME.fullmatch(name) or name != name.lower():
        errors.add((*path, "name"), "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")
    if not 1 <= len(str(node.get("description") or "")) <= 100:
        errors.add((*path, "description"), "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.")


def _check_options(options: list[JsonObject], path: tuple[str | int, ...], errors: FormErrors) -> None:
    if len(options) > _OPTIONS_LIMIT:
        errors.too_long((*path, "options"), _OPTIONS_LIMIT)
    optional_seen = False
    for index, option in enumerate(options):
        if option.get("type") in (SUB_COMMAND, SUB_COMMAND_GROUP):
            continue
        if option.get("required") and optional_seen:
            code = "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID"
            errors.add((*path, "options", index), code, "Required options must be placed before non-required options")
        optional_seen = optional_seen or not option.get("required")
        choices = option.get("choices") or []
        if len(choices) > _CHOICES_LIMIT:
            errors.too_long((*path, "options", index, "choices"), _CHOICES_LIMIT)
        if choices and option.get("autocomplete"):
            code = "APPLICATION_COMMAND_AUTOCOMPLETE_WITH_CHOICES"
            errors.add((*path, "options", index), code, "Autocomplete and choices exclude each other")


def _text_of(node: JsonObject) -> int:
    choices = node.get("choices") or []
    return (
        len(str(node.get("name") or ""))
        + len(str(node.get("description") or ""))
        + sum(len(str(choice.get("name", ""))) + len(str(choice.get("value", ""))) for choice in choices)
    )
