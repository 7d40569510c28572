"""Reads the value of one command option as typed: text, numbers, yes or no, #channels, @roles, @users. Pure.

Source: Discord docs, "Application Command Option Type". Knows nothing of command lines.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from bot.model.errors import UserError
from bot.standin.wire_types import JsonObject

STRING: Final = 3
INTEGER: Final = 4
BOOLEAN: Final = 5
USER: Final = 6
CHANNEL: Final = 7
ROLE: Final = 8
MENTIONABLE: Final = 9
NUMBER: Final = 10
ATTACHMENT: Final = 11
_YES: Final = frozenset({"true", "yes", "on", "1"})
_NO: Final = frozenset({"false", "no", "off", "0"})
_LONGEST_STRING: Final = 6000


@dataclass(frozen=True, slots=True)
class Directory:
    """Who and what can be named in a guild, and files to attach: id to object, as it goes into `resolved`."""

    channels: Mapping[str, JsonObject] = field(default_factory=dict)
    roles: Mapping[str, JsonObject] = field(default_factory=dict)
    users: Mapping[str, JsonObject] = field(default_factory=dict)
    members: Mapping[str, JsonObject] = field(default_factory=dict)
    attachments: Mapping[str, JsonObject] = field(default_factory=dict)


@dataclass(slots=True)
class Resolved:
    """What the values of a command name by id."""

    groups: dict[str, dict[str, JsonObject]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.groups)

    def add(self, group: str, item: JsonObject, key: str) -> str:
        """Note an object; returns its id."""
        self.groups.setdefault(group, {})[key] = item
        return key

    def json(self) -> JsonObject:
        """The `resolved` of the interaction's data."""
        return dict(self.groups)


def read_value(option: JsonObject, text: str, directory: Directory, resolved: Resolved) -> str | int | float | bool:
    """The value of `option` that `text` stands for; what it names by id is added to `resolved`.

    Raises `UserError` where Discord's client would not let the user send it.
    """
    kind = option["type"]
    if option.get("choices"):
        return _choice(option, text)
    if kind == STRING:
        return _string(option, text)
    if kind in (INTEGER, NUMBER):
        return _number(option, text)
    if kind == BOOLEAN:
        if text.lower() not in _YES | _NO:
            raise UserError(f"{option['name']}: is true or false, not {text!r}.")
        return text.lower() in _YES
    if kind == CHANNEL:
        return _channel(option, text, directory, resolved)
    if kind in (ROLE, USER, MENTIONABLE):
        return _role_or_user(option, text, directory, resolved)
    if kind == ATTACHMENT:
        return _attachment(option, text, directory, resolved)
    raise UserError(f"{option['name']}: this kind of option (type {kind}) cannot be typed here.")


def _choice(option: JsonObject, text: str) -> str | int | float:
    for choice in option["choices"]:
        if text.lower() in (str(choice["name"]).lower(), str(choice["value"]).lower()):
            value: str | int | float = choice["value"]
            return value
    names = ", ".join(str(choice["name"]) for choice in option["choices"])
    raise UserError(f"{option['name']}: is one of {names}, not {text!r}.")


def _string(option: JsonObject, text: str) -> str:
    low, high = option.get("min_length") or 0, option.get("max_length") or _LONGEST_STRING
    if not text and option.get("required"):
        raise UserError(f"{option['name']}: is empty.")
    if not low <= len(text) <= high:
        raise UserError(f"{option['name']}: is {len(text)} characters long; {low} to {high} are allowed.")
    return text


def _number(option: JsonObject, text: str) -> int | float:
    try:
        value = int(text) if option["type"] == INTEGER else float(text)
    except ValueError:
        raise UserError(f"{option['name']}: is a number, not {text!r}.") from None
    low, high = option.get("min_value"), option.get("max_value")
    if (low is not None and value < low) or (high is not None and value > high) or not abs(value) <= 2**53:
        raise UserError(f"{option['name']}: {text} is out of bounds.")
    return value


def _channel(option: JsonObject, text: str, directory: Directory, resolved: Resolved) -> str:
    found = _named(text, "#", directory.channels, "name")
    if found is None:
        known = ", ".join(f"#{item['name']}" for item in directory.channels.values())
        raise UserError(f"{option['name']}: there is no channel {text!r}. Channels: {known}")
    kinds = option.get("channel_types")
    if kinds and directory.channels[found]["type"] not in kinds:
        raise UserError(f"{option['name']}: a channel of this kind cannot be chosen for this command.")
    return resolved.add("channels", directory.channels[found], found)


def _attachment(option: JsonObject, text: str, directory: Directory, resolved: Resolved) -> str:
    found = _named(text, "", directory.attachments, "filename")
    if found is None:
        raise UserError(f"{option['name']}: there is no file {text!r} to attach.")
    return resolved.add("attachments", directory.attachments[found], found)


def _role_or_user(option: JsonObject, text: str, directory: Directory, resolved: Resolved) -> str:
    kind = option["type"]
    if kind in (ROLE, MENTIONABLE):
        role = _named(text, "@", directory.roles, "name")
        if role is not None:
            return resolved.add("roles", directory.roles[role], role)
    if kind in (USER, MENTIONABLE):
        user = _named(text, "@", directory.users, "username")
        if user is not None:
            if user in directory.members:
                resolved.add("members", directory.members[user], user)
            return resolved.add("users", directory.users[user], user)
    what = {ROLE: "role", USER: "user"}.get(kind, "role or user")
    raise UserError(f"{option['name']}: there is no {what} {text!r}.")


def _named(text: str, sign: str, items: Mapping[str, JsonObject], key: str) -> str | None:
    """The id of the item written as `<#1>`, `1`, `#name` or `name`. Raises `UserError` when several bear the name."""
    mention = re.fullmatch(r"<(?:#|@&|@!?)(\d+)>", text)
    bare = mention[1] if mention else text
    if bare in items:
        return bare
    wanted = bare.removeprefix(sign).lower()
    found = [item_id for item_id, item in items.items() if str(item[key]).removeprefix(sign).lower() == wanted]
    if len(found) > 1:
        raise UserError(f"There are {len(found)} called {text}; write one of their ids: {', '.join(found)}.")
    return found[0] if found else None
