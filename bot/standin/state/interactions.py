"""The interactions that are open and what the bot answers them: callbacks, the original message, follow-ups.

Source: Discord docs, "Receiving and Responding to Interactions". Knows nothing of who started one or of HTTP.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from bot.standin.checks.component_checks import check_modal
from bot.standin.checks.message_checks import EPHEMERAL, LOADING, check_message
from bot.standin.checks.refusals import (
    FormErrors,
    already_acknowledged,
    invalid_webhook_token,
    unknown_interaction,
    unknown_message,
    unknown_webhook,
)
from bot.standin.state.limits import Monotonic
from bot.standin.state.messages import Message, MessageBoard
from bot.standin.state.payloads import user_json
from bot.standin.state.record import Record
from bot.standin.state.world import Channel, User
from bot.standin.wire_types import JsonObject

COMMAND: Final = 2
COMPONENT: Final = 3
AUTOCOMPLETE: Final = 4
MODAL_SUBMIT: Final = 5

SEND_MESSAGE: Final = 4
DEFER_MESSAGE: Final = 5
DEFER_UPDATE: Final = 6
UPDATE_MESSAGE: Final = 7
SEND_CHOICES: Final = 8
SEND_MODAL: Final = 9

TOKEN_SECONDS: Final = 15 * 60.0
_FITTING: Final = {
    COMMAND: {SEND_MESSAGE, DEFER_MESSAGE, SEND_MODAL},
    COMPONENT: {SEND_MESSAGE, DEFER_MESSAGE, DEFER_UPDATE, UPDATE_MESSAGE, SEND_MODAL},
    AUTOCOMPLETE: {SEND_CHOICES},
    MODAL_SUBMIT: {SEND_MESSAGE, DEFER_MESSAGE, DEFER_UPDATE, UPDATE_MESSAGE},
}


@dataclass(slots=True)
class Interaction:
    """One use of the bot by a person.

    `source`: the message whose component was used. `permissions`: the person's bits. `parent`: the metadata of the
    interaction that opened a modal. `callback` and `data`: the first answer. `shown`: the message that answers it.
    `revision` counts what the bot did after its first answer.
    """

    id: str
    token: str
    kind: int
    channel: Channel
    user: User
    permissions: int
    started: float
    source: Message | None = None
    parent: JsonObject | None = None
    callback: int | None = None
    data: JsonObject = field(default_factory=dict)
    original: Message | None = None
    shown: Message | None = None
    followups: list[Message] = field(default_factory=list)
    took: float | None = None
    revision: int = 0

    @property
    def owners(self) -> dict[str, str]:
        """By whom the bot was installed: the guild, which is "0" in direct messages."""
        return {"0": self.channel.guild_id or "0"}

    @property
    def metadata(self) -> JsonObject:
        """The `interaction_metadata` of a message that answers it."""
        shown: JsonObject = {
            "id": self.id,
            "type": self.kind,
            "user": user_json(self.user),
            "authorizing_integration_owners": self.owners,
        }
        if self.kind == COMPONENT and self.source is not None:
            shown["interacted_message_id"] = self.source.id
        if self.kind == MODAL_SUBMIT and self.parent is not None:
            shown["triggering_interaction_metadata"] = self.parent
        return shown


class InteractionDesk:
    """All interactions. `response_seconds`: how long the bot has for its first answer (three on Discord)."""

    def __init__(
        self, board: MessageBoard, record: Record, monotonic: Monotonic, *, response_seconds: float = 3.0
    ) -> None:
        self._board = board
        self._record = record
        self._monotonic = monotonic
        self._by_id: dict[str, Interaction] = {}
        self._by_token: dict[str, Interaction] = {}
        self.response_seconds = response_seconds

    def open(self, interaction: Interaction) -> None:
        """Take in a new interaction."""
        self._by_id[interaction.id] = interaction
        self._by_token[interaction.token] = interaction

    def get(self, interaction_id: str) -> Interaction | None:
        """The interaction of that id."""
        return self._by_id.get(interaction_id)

    def respond(self, interaction_id: str, token: str, body: JsonObject) -> JsonObject:
        """The first answer. Returns what `with_response` asks for: `interaction` and perhaps `resource`.

        Raises `RefusalError` 10062 (unknown or too late), 40060 (answered before), 50035, 50006.
        """
        interaction = self._by_id.get(interaction_id)
        now = self._monotonic()
        if interaction is None or interaction.token != token or now - interaction.started > self.response_seconds:
            raise unknown_interaction()
        if interaction.callback is not None:
            raise already_acknowledged()
        kind, data = body.get("type"), body.get("data") or {}
        _check_callback(interaction, kind, data)
        resource = self._show(interaction, int(kind or 0), data)
        interaction.callback, interaction.data, interaction.took = kind, data, now - interaction.started
        self._record.changes.tell()
        answer: JsonObject = {"interaction": _outcome(interaction)}
        return answer if resource is None else {**answer, "resource": resource}

    def _show(self, interaction: Interaction, kind: int, data: JsonObject) -> JsonObject | None:
        """Do what the answer says. Returns the `resource` of those answers that have one."""
        flags = int(data.get("flags") or 0) & EPHEMERAL
        if kind == SEND_MESSAGE:
            interaction.original = self._board.post_answer(interaction.channel, data, interaction.metadata)
            interaction.shown = interaction.original
        elif kind == DEFER_MESSAGE:
            metadata = interaction.metadata
            interaction.original = self._board.post_answer(interaction.channel, {}, metadata, flags=flags | LOADING)
        elif kind in (DEFER_UPDATE, UPDATE_MESSAGE):
            interaction.original = interaction.source
        if kind == UPDATE_MESSAGE and interaction.source is not None:
            interaction.shown = self._board.edit(interaction.source, data)
        if kind not in (SEND_MESSAGE, UPDATE_MESSAGE) or interaction.shown is None:
            return None
        return {"type": kind, "message": interaction.shown.json()}

    def webhook(self, token: str) -> Interaction:
        """The interaction whose follow-ups go to that token. Raises `RefusalError` 50027 or 10015."""
        interaction = self._by_token.get(token)
        if interaction is None or self._monotonic() - interaction.started > TOKEN_SECONDS:
            raise invalid_webhook_token()
        if interaction.callback is None or interaction.kind == AUTOCOMPLETE:
            raise unknown_webhook()
        return interaction

    def message(self, interaction: Interaction, which: str) -> Message:
        """A message of the interaction: `@original` or an id. Raises `RefusalError` 10008."""
        mine = [m for m in (interaction.original, *interaction.followups) if m is not None]
        if which == "@original":
            mine = mine[:1] if interaction.original is not None else []
        else:
            mine = [m for m in mine if m.id == which]
        if not mine:
            raise unknown_message()
        return self._board.get(mine[0].id)

    def edit(self, interaction: Interaction, which: str, body: JsonObject) -> Message:
        """Change a message of the interaction; the original of a deferred one becomes its answer."""
        message = self._board.edit(self.message(interaction, which), body)
        if message is interaction.original:
            interaction.shown = message
        interaction.revision += 1
        self._record.changes.tell()
        return message

    def delete(self, interaction: Interaction, which: str) -> None:
        """Remove a message of the interaction."""
        self._board.delete(self.message(interaction, which))

    def follow_up(self, interaction: Interaction, body: JsonObject) -> Message:
        """Another message. The first one after a deferral takes the place of the loading message."""
        loading = interaction.original
        if interaction.callback == DEFER_MESSAGE and loading is not None and loading.flags & LOADING:
            check_message(body)
            return self.edit(interaction, "@original", body)
        check_message(body)
        message = self._board.post_answer(interaction.channel, body, interaction.metadata)
        interaction.followups.append(message)
        if interaction.shown is None:
            interaction.shown = message
        interaction.revision += 1
        self._record.changes.tell()
        return message


def _check_callback(interaction: Interaction, kind: object, data: JsonObject) -> None:
    errors = FormErrors()
    if kind not in _FITTING[interaction.kind]:
        errors.add(("type",), "INTERACTION_CALLBACK_TYPE_INVALID", "This answer does not fit the interaction.")
    elif kind in (DEFER_UPDATE, UPDATE_MESSAGE) and interaction.source is None:
        errors.add(("type",), "INTERACTION_CALLBACK_TYPE_INVALID", "There is no message to update.")
    elif kind == SEND_CHOICES:
        _check_choices(data.get("choices") or [], errors)
    elif kind == SEND_MODAL:
        check_modal(data, errors)
    errors.raise_if_any()
    if kind == SEND_MESSAGE:
        check_message(data)


def _check_choices(choices: list[JsonObject], errors: FormErrors) -> None:
    if len(choices) > 25:
        errors.too_long(("data", "choices"), 25)
    for index, choice in enumerate(choices):
        for key in ("name", "value"):
            value = choice.get(key)
            number = key == "value" and isinstance(value, (int, float))
            if not number and not 1 <= len(str(value or "")) <= 100:
                where = ("data", "choices", index, key)
                errors.add(where, "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.")


def _outcome(interaction: Interaction) -> JsonObject:
    outcome: JsonObject = {"id": interaction.id, "type": interaction.kind}
    if interaction.original is not None:
        outcome["response_message_id"] = interaction.original.id
        outcome["response_message_loading"] = bool(interaction.original.flags & LOADING)
        outcome["response_message_ephemeral"] = interaction.original.ephemeral
    return outcome
