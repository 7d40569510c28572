"""Holds every exchange between a bot and the stand-in against Discord's own OpenAPI document.

Both sides are checked: what the bot sent (strictly: an unknown key, which Discord would ignore, is an error), and what
the stand-in answered, so that it cannot drift away from Discord together with the bot. What the document leaves out,
such as the 6000 characters of all embeds together, the stand-in refuses by itself.
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import jsonschema_rs

EXTRA_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    # Sent by discord.py 2.7, described in Discord's documentation or known to be ignored, but not in the document.
    "MessageEditRequestPartial": ("tts",),
    "IncomingWebhookUpdateForInteractionCallbackRequestPartial": ("tts",),
    "IncomingWebhookUpdateRequestPartial": ("tts",),
    "RichEmbed": ("flags",),
    "ApplicationCommandUpdateRequest": ("nsfw",),
}
EXTRA_QUERIES: Final[Mapping[str, tuple[str, ...]]] = {
    # Documented for "Execute Webhook", but not for the follow-ups of interactions, which are the same route.
    "execute_webhook": ("wait", "thread_id", "with_components"),
}
MEDIA_CHANNEL: Final = {"title": "GUILD_MEDIA", "const": 16}
"""A type of channel that Discord documents, but not in the document."""
_METHODS: Final = ("get", "put", "post", "patch", "delete")


@dataclass(frozen=True)
class _Operation:
    pattern: re.Pattern[str]
    method: str
    spec: dict[str, Any]
    parameters: tuple[dict[str, Any], ...]
    variables: int

    @property
    def name(self) -> str:
        return str(self.spec["operationId"])


class OpenApiCheck:
    """The document, ready to check with. Compiling an operation takes some 50 ms once, a check less than one."""

    def __init__(self, document: dict[str, Any]) -> None:
        self._document = copy.deepcopy(document)
        self._document["components"]["schemas"]["ChannelTypes"]["oneOf"].append(MEDIA_CHANNEL)
        self._strict = _closed(self._document["components"])
        self._validators: dict[tuple[str, str], jsonschema_rs.Draft202012Validator] = {}
        # Fixed segments such as @me and @original come before parameters.
        self._operations = sorted(self._all_operations(), key=lambda operation: operation.variables)

    @classmethod
    def load(cls, path: Path) -> OpenApiCheck:
        return cls(json.loads(path.read_text()))

    def exchange(self, entry: Mapping[str, Any]) -> list[str]:
        """What is wrong with one entry of `ControlClient.requests()`."""
        return [
            f"{entry['method']} {entry['path']}: {error}"
            for error in (
                *self.request(entry["method"], entry["path"], entry["query"], entry["body"]),
                *self.answer(entry["method"], entry["path"], entry["status"], entry["answer"]),
            )
        ]

    def request(self, method: str, path: str, query: Mapping[str, str], body: object) -> list[str]:
        """What is wrong with a request."""
        operation = self._find(method, path)
        if operation is None:
            return ["Discord has no such route"]
        errors = list(self._query_errors(operation, query))
        wanted = operation.spec.get("requestBody")
        if wanted is None:
            return errors if body is None else [*errors, "takes no body"]
        if body is None:
            return [*errors, "the body is missing"] if wanted.get("required") else errors
        schema = wanted["content"]["application/json"]["schema"]
        return [*errors, *self._errors(operation.name, "request", schema, _loosened(body))]

    def answer(self, method: str, path: str, status: int, body: object) -> list[str]:
        """What is wrong with an answer. Faults that Discord's servers never document (5xx, none at all) pass."""
        operation = self._find(method, path)
        if operation is None or status == 0 or status >= 500:
            return []
        responses = operation.spec["responses"]
        response = responses.get(str(status)) or responses.get(f"{status // 100}XX")
        if response is None:
            return [f"Discord never answers {status} here"]
        content = self._resolve(response).get("content", {}).get("application/json")
        if content is None:
            return [] if body is None else [f"the answer {status} has no body"]
        if body is None and status >= 400:
            return []  # a proxy's answer, which is not JSON
        return self._errors(operation.name, f"answer {status}", content["schema"], body)

    def _all_operations(self) -> Iterator[_Operation]:
        for template, item in self._document["paths"].items():
            pattern = re.compile(re.sub(r"\\\{[^}]+\\\}", "[^/]+", re.escape(template)))
            for method in _METHODS:
                if method in item:
                    spec = item[method]
                    given = [*item.get("parameters", []), *spec.get("parameters", [])]
                    parameters = tuple(self._resolve(parameter) for parameter in given)
                    yield _Operation(pattern, method.upper(), spec, parameters, template.count("{"))

    def _find(self, method: str, path: str) -> _Operation | None:
        return next((o for o in self._operations if o.method == method and o.pattern.fullmatch(path)), None)

    def _query_errors(self, operation: _Operation, query: Mapping[str, str]) -> Iterator[str]:
        known = {p["name"]: p["schema"] for p in operation.parameters if p["in"] == "query"}
        for name, text in query.items():
            if name in known:
                value = _typed(known[name], text)
                for error in self._errors(operation.name, f"?{name}", known[name], value):
                    yield f"?{name}={text}: {error}"
            elif name not in EXTRA_QUERIES.get(operation.name, ()):
                yield f"?{name} is unknown"

    def _errors(self, operation: str, what: str, schema: dict[str, Any], value: object) -> list[str]:
        key = (operation, what)
        if key not in self._validators:
            components = self._document["components"] if what.startswith("answer") else self._strict
            self._validators[key] = jsonschema_rs.Draft202012Validator(
                {**schema, "components": components}, validate_formats=True
            )
        errors = self._validators[key].iter_errors(value)
        return [f"{what}: {reason}" for error in errors for reason in _reasons(error)]

    def _resolve(self, node: dict[str, Any]) -> dict[str, Any]:
        while "$ref" in node:
            found: Any = self._document
            for part in node["$ref"].removeprefix("#/").split("/"):
                found = found[part]
            node = found
        return node


def findings(check: OpenApiCheck, requests: Iterable[Mapping[str, Any]]) -> list[str]:
    """What is wrong with any of the exchanges, each complaint once."""
    return list(dict.fromkeys(error for entry in requests for error in check.exchange(entry)))


def _reasons(error: jsonschema_rs.ValidationError) -> list[str]:
    """Why a value does not fit. Of alternatives the one is explained that the value was meant to be, as its `type`
    tells.
    """
    where = list(error.instance_path)
    branches = getattr(error.kind, "context", None) or []
    inner = [branch for branch in branches if any(list(e.instance_path) != where for e in branch)]
    if not inner:
        return [f"{'/'.join(map(str, where)) or 'the whole'}: {error.message[:300]}"]
    meant = min(inner, key=lambda branch: (any(list(e.instance_path) == [*where, "type"] for e in branch), len(branch)))
    return [reason for e in meant for reason in _reasons(e)]


def _closed(components: dict[str, Any]) -> dict[str, Any]:
    """The components with every object's keys complete, so that a misspelt key is an error."""
    closed = copy.deepcopy(components)
    for schema in closed["schemas"].values():
        if "properties" in schema:
            schema.setdefault("additionalProperties", False)
    for name, keys in EXTRA_KEYS.items():
        closed["schemas"][name]["properties"].update(dict.fromkeys(keys, True))
    return closed


def _loosened(body: object) -> object:
    """The body with what Discord takes though its document does not: ids as numbers, in attachments (as its own
    documentation has them) and in allowed mentions (as discord.py has always sent them). What the stand-in notes of
    uploaded files is no part of the JSON.
    """
    if not isinstance(body, dict):
        return body
    loosened = {key: value for key, value in body.items() if key != "files"}
    if isinstance(body.get("data"), dict):
        loosened["data"] = _loosened(body["data"])
    if isinstance(body.get("attachments"), list):
        loosened["attachments"] = [
            {**item, "id": str(item["id"])} if isinstance(item, dict) and "id" in item else item
            for item in body["attachments"]
        ]
    if isinstance(body.get("allowed_mentions"), dict):
        loosened["allowed_mentions"] = {
            key: [str(item) for item in value] if isinstance(value, list) else value
            for key, value in body["allowed_mentions"].items()
        }
    return loosened


def _typed(schema: dict[str, Any], text: str) -> object:
    """A query parameter's text as the type its schema asks for; text that does not fit stays text."""
    kinds = schema.get("type", "string")
    if "integer" in kinds and re.fullmatch(r"-?\d+", text):
        return int(text)
    if "boolean" in kinds and text.lower() in {"true", "false", "1", "0"}:
        return text.lower() in {"true", "1"}
    return text
