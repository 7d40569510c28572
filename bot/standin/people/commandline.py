"""Reads a command as a person types it and makes of it the data of an interaction. Pure.

`/track add show:heartstopper channel:#news role:@fans`, or in short `/track add heartstopper #news @fans`. What cannot
be sent is answered with what can. Knows the registered commands and who is there; nothing of sending.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from bot.model.errors import UserError
from bot.standin.people.option_values import CHANNEL, MENTIONABLE, ROLE, USER, Directory, Resolved, read_value
from bot.standin.state.commands import SUB_COMMAND, SUB_COMMAND_GROUP
from bot.standin.wire_types import JsonObject

_WORD: Final = re.compile(r'(?:[^\s"]|"[^"]*")+')
_OPTION: Final = re.compile(r"([-_'\w]{1,32}):(.*)", re.DOTALL)
_SIGNS: Final = (("#", "<#", {CHANNEL}), ("@", "<@", {ROLE, USER, MENTIONABLE}))
"""How a value without a name shows what it is, and the kinds of option it can be for."""


@dataclass(frozen=True, slots=True)
class CommandLine:
    """What was typed. `command` is the registered command, `data` the `data` of the interaction, `focused` the option
    that autocomplete is asked for (with `focus` only).
    """

    command: JsonObject
    data: JsonObject
    focused: str | None = None


def parse_line(line: str, commands: Sequence[JsonObject], directory: Directory, *, focus: bool = False) -> CommandLine:
    """Read one line.

    A value runs on to the next `name:` of the command, so titles need no quotation marks; marks are taken off. Words
    before the first `name:` all go to the one required option, or to the first option if none is required; but `#word`
    and `@word` among them go to an option for channels or roles, if there is one. With `focus` the option written last
    is the one being typed: required options may be missing and its value is taken as it stands. Raises `UserError` that
    says what is wrong and what there is.
    """
    if line.count('"') % 2:
        if not focus:
            raise UserError('A quotation mark (") is not closed.')
        line = line.replace('"', "")
    words = _WORD.findall(line.strip().removeprefix("/"))
    if not words:
        raise UserError(f"Type a command. {_overview(commands)}")
    command, path, words = _find(words, commands)
    node = path[-1] if path else command
    options = [o for o in node.get("options") or [] if o["type"] not in (SUB_COMMAND, SUB_COMMAND_GROUP)]
    usage = " ".join([_spelt(command, path), *map(_placeholder, options)])
    typed = _split(words, options, usage)
    focused = _focused(typed, options) if focus else None
    resolved = Resolved()
    leaf: list[JsonObject] = []
    for option in options:
        name = option["name"]
        if name == focused:
            leaf.append({"name": name, "type": option["type"], "value": typed.get(name, ""), "focused": True})
        elif name in typed:
            value = read_value(option, typed[name], directory, resolved)
            leaf.append({"name": name, "type": option["type"], "value": value})
    missing = [o["name"] for o in options if o.get("required") and o["name"] not in typed]
    if missing and not focus:
        verb = "is" if len(missing) == 1 else "are"
        raise UserError(f"{_spelt(command, path)}: {' and '.join(missing)} {verb} missing. Type: {usage}")
    return CommandLine(command, _data(command, path, leaf, resolved), focused)


def _find(words: list[str], commands: Sequence[JsonObject]) -> tuple[JsonObject, list[JsonObject], list[str]]:
    chat = {c["name"]: c for c in reversed(commands) if c.get("type", 1) == 1}
    found = chat.get(words[0].lower())
    if found is None:
        raise UserError(f"There is no command /{words[0]}.{_hint(words[0], chat, '/')} {_overview(commands)}")
    path: list[JsonObject] = []
    node, rest = found, words[1:]
    while subs := {o["name"]: o for o in node.get("options") or [] if o["type"] in (SUB_COMMAND, SUB_COMMAND_GROUP)}:
        wrong = bool(rest) and rest[0].lower() not in subs
        if wrong or not rest:
            said = f"There is no {_spelt(found, path)} {rest[0]}.{_hint(rest[0], subs)} " if wrong else ""
            raise UserError(f"{said}{_spelt(found, path)} needs one of: {', '.join(subs)}.")
        node = subs[rest[0].lower()]
        path.append(node)
        rest = rest[1:]
    return found, path, rest


def _split(words: list[str], options: list[JsonObject], usage: str) -> dict[str, str]:
    """The text of each option that was written, in the order of writing."""
    names = [option["name"] for option in options]
    typed: dict[str, list[str]] = {}
    loose: list[str] = []
    current = loose
    for word in words:
        match = _OPTION.fullmatch(word)
        name = match[1].lower() if match else ""
        if match and name in names:
            if name in typed:
                raise UserError(f"{name}: is there twice.")
            current = typed[name] = [match[2]] if match[2] else []
        elif match and match[2] and get_close_matches(name, set(names) - set(typed), cutoff=0.75):
            raise UserError(f"There is no option {match[1]}:. Type: {usage}")
        else:
            current.append(word)
    loose = _take_signed(loose, options, typed)
    if loose:
        target = _target(options, loose, usage)
        if target in typed:
            raise UserError(f"{target}: is there twice: {' '.join(loose)!r} stands before it without a name.")
        typed = {target: loose, **typed}
    return {name: " ".join(parts).replace('"', "").strip() for name, parts in typed.items()}


def _take_signed(loose: list[str], options: list[JsonObject], typed: dict[str, list[str]]) -> list[str]:
    """Give `#word` and `@word` to the first free option for such a thing; returns what is left."""
    left: list[str] = []
    before = set(typed)
    for word in loose:
        kinds = next((kinds for sign, mention, kinds in _SIGNS if word.startswith((sign, mention))), set())
        free = [o["name"] for o in options if o["type"] in kinds and o["name"] not in typed]
        if free:
            typed[free[0]] = [word]
        else:
            left.append(word)
    missing = any(option.get("required") and option["name"] not in typed for option in options)
    if missing and not left and typed.keys() - before:
        # Some shows are called like that: #blackAF.
        left = typed.pop(next(name for name in typed if name not in before))
    return left


def _target(options: list[JsonObject], loose: list[str], usage: str) -> str:
    required = [option["name"] for option in options if option.get("required")]
    if not options:
        raise UserError(f"{usage} takes no options, so {' '.join(loose)!r} means nothing to it.")
    if len(required) > 1:
        raise UserError(f"Say which is which: {usage}")
    return str(required[0] if required else options[0]["name"])


def _focused(typed: dict[str, str], options: list[JsonObject]) -> str:
    if not options:
        raise UserError("This command takes no options.")
    name = list(typed)[-1] if typed else str(options[0]["name"])
    if not next(o for o in options if o["name"] == name).get("autocomplete"):
        raise UserError(f"{name}: has no autocomplete.")
    return name


def _data(command: JsonObject, path: list[JsonObject], leaf: list[JsonObject], resolved: Resolved) -> JsonObject:
    for node in reversed(path):
        leaf = [{"name": node["name"], "type": node["type"], "options": leaf}]
    data: JsonObject = {"id": command["id"], "name": command["name"], "type": 1, "options": leaf}
    if "guild_id" in command:
        data["guild_id"] = command["guild_id"]
    if resolved:
        data["resolved"] = resolved.json()
    return data


def _spelt(command: JsonObject, path: list[JsonObject]) -> str:
    return "/" + " ".join([command["name"], *(node["name"] for node in path)])


def _placeholder(option: JsonObject) -> str:
    return f"{option['name']}:…" if option.get("required") else f"[{option['name']}:…]"


def _hint(word: str, names: dict[str, JsonObject], sign: str = "") -> str:
    close = get_close_matches(word.lower(), names, n=1)
    return f" Did you mean {sign}{close[0]}?" if close else ""


def _overview(commands: Sequence[JsonObject]) -> str:
    names = sorted({f"/{c['name']}" for c in commands if c.get("type", 1) == 1})
    return f"Commands: {', '.join(names)}." if names else "The bot has told Discord no commands yet."
