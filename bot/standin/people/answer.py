"""What a person sees after using the bot: an answer, its buttons, a modal, or autocomplete's choices.

Plain values that both sides of the control wire share. Knows nothing of how an answer came about.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Literal

from bot.standin.checks.component_checks import TEXT_DISPLAY, walk
from bot.standin.wire_types import JsonObject

AnswerKind = Literal["none", "message", "deferred", "update", "deferred update", "modal", "choices"]


@dataclass(frozen=True, slots=True)
class Choice:
    """One suggestion of autocomplete."""

    name: str
    value: str | int | float


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one interaction.

    `error` is what the person is told when there is no answer, or None. `took` is the seconds until the first answer;
    `followups` are message objects; `modal` has `custom_id`, `title` and `components`.
    """

    interaction_id: str | None = None
    kind: AnswerKind = "none"
    content: str = ""
    embeds: tuple[JsonObject, ...] = ()
    components: tuple[JsonObject, ...] = ()
    attachments: tuple[JsonObject, ...] = ()
    ephemeral: bool = False
    message_id: str | None = None
    modal: JsonObject | None = None
    choices: tuple[Choice, ...] = ()
    followups: tuple[JsonObject, ...] = ()
    took: float | None = None
    error: str | None = None

    @property
    def buttons(self) -> tuple[str, ...]:
        """The labels of the buttons that can be pressed."""
        live = (c for c in walk(self.components) if c.get("type") == 2 and c.get("custom_id") and not c.get("disabled"))
        return tuple(str(button.get("label") or (button.get("emoji") or {}).get("name")) for button in live)

    @property
    def text(self) -> str:
        """All words of the answer: content, embeds, text displays, the error; follow-ups are left out."""
        shown = words({"content": self.content, "embeds": self.embeds, "components": self.components})
        return "\n".join(part for part in (shown, self.error) if part)

    def json(self) -> JsonObject:
        """For the wire."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: JsonObject) -> Answer:
        """From the wire."""
        known = {field.name for field in fields(cls)}
        values: JsonObject = {
            key: tuple(value) if isinstance(value, list) else value for key, value in data.items() if key in known
        }
        values["choices"] = tuple(Choice(**choice) for choice in data.get("choices") or [])
        return cls(**values)


def words(message: JsonObject) -> str:
    """All words of a message object: content, embeds, text displays; one part a line."""
    parts = [message.get("content") or ""]
    for embed in message.get("embeds") or []:
        parts += [embed.get("title") or "", embed.get("description") or ""]
        parts += [f"{field['name']}\n{field['value']}" for field in embed.get("fields") or []]
        parts.append((embed.get("footer") or {}).get("text") or "")
    parts += [str(c["content"]) for c in walk(message.get("components") or []) if c.get("type") == TEXT_DISPLAY]
    return "\n".join(part for part in parts if part)
