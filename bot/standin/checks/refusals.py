"""Discord's error answers: HTTP status, JSON error code, message, and the nested form errors of code 50035.

Knows nothing of why something was refused. Codes and messages: Discord docs, "Opcodes and Status Codes".
"""

from __future__ import annotations

from bot.model.errors import CliffhangerError
from bot.standin.wire_types import JsonObject


class RefusalError(CliffhangerError):
    """An answer of 4xx: `status` (HTTP), `code` (JSON error code), `text` and, for 50035, `fields`."""

    def __init__(self, status: int, code: int, text: str, fields: JsonObject | None = None) -> None:
        super().__init__(f"{status} (error code {code}): {text}")
        self.status = status
        self.code = code
        self.text = text
        self.fields = fields

    @property
    def body(self) -> JsonObject:
        """The JSON body of the answer."""
        body: JsonObject = {"message": self.text, "code": self.code}
        return body if self.fields is None else {**body, "errors": self.fields}

    @property
    def is_fault_of_bot(self) -> bool:
        """Whether the bot could have known better; a channel that is gone or closed to it is no fault of its own."""
        return self.code not in _STATES_OF_THE_WORLD


_STATES_OF_THE_WORLD = frozenset({10003, 10004, 10007, 10008, 10011, 50001, 50013})


def unauthorized() -> RefusalError:
    """401: the token is wrong."""
    return RefusalError(401, 0, "401: Unauthorized")


def unknown_route() -> RefusalError:
    """404: no such route."""
    return RefusalError(404, 0, "404: Not Found")


def unknown_channel() -> RefusalError:
    """10003: the channel does not exist (any more)."""
    return RefusalError(404, 10003, "Unknown Channel")


def unknown_guild() -> RefusalError:
    """10004: the guild does not exist, or the bot is not in it."""
    return RefusalError(404, 10004, "Unknown Guild")


def unknown_member() -> RefusalError:
    """10007: nobody of that id is in the guild."""
    return RefusalError(404, 10007, "Unknown Member")


def unknown_message() -> RefusalError:
    """10008: the message does not exist (any more)."""
    return RefusalError(404, 10008, "Unknown Message")


def unknown_webhook() -> RefusalError:
    """10015: the interaction has not been answered yet, so it has no webhook."""
    return RefusalError(404, 10015, "Unknown Webhook")


def unknown_interaction() -> RefusalError:
    """10062: never existed, or its three seconds are over."""
    return RefusalError(404, 10062, "Unknown interaction")


def already_acknowledged() -> RefusalError:
    """40060: the interaction has had its first answer."""
    return RefusalError(400, 40060, "Interaction has already been acknowledged.")


def missing_access() -> RefusalError:
    """50001: the bot cannot see the channel or is not in the guild."""
    return RefusalError(403, 50001, "Missing Access")


def not_author() -> RefusalError:
    """50005: only its author edits a message."""
    return RefusalError(403, 50005, "Cannot edit a message authored by another user")


def empty_message() -> RefusalError:
    """50006: nothing to show."""
    return RefusalError(400, 50006, "Cannot send an empty message")


def not_a_text_channel() -> RefusalError:
    """50008: a category, a forum or the like."""
    return RefusalError(400, 50008, "Cannot send messages in a non-text channel")


def missing_permissions() -> RefusalError:
    """50013: seen, but not allowed."""
    return RefusalError(403, 50013, "Missing Permissions")


def invalid_webhook_token() -> RefusalError:
    """50027: the interaction's fifteen minutes are over, or its token is wrong."""
    return RefusalError(401, 50027, "Invalid Webhook Token")


def invalid_json() -> RefusalError:
    """50109: the body is not JSON."""
    return RefusalError(400, 50109, "The request body contains invalid JSON.")


def misshapen() -> RefusalError:
    """50035 without saying where: something is of a wrong type."""
    return RefusalError(400, 50035, "Invalid Form Body")


class FormErrors:
    """Collects what is wrong with a body, each at its path, in the nested shape of error 50035."""

    def __init__(self) -> None:
        self._tree: JsonObject = {}

    def add(self, path: tuple[str | int, ...], code: str, message: str) -> None:
        """Note one error at `path`, for instance `("embeds", 0, "title")`."""
        node = self._tree
        for part in path:
            node = node.setdefault(str(part), {})
        node.setdefault("_errors", []).append({"code": code, "message": message})

    def too_long(self, path: tuple[str | int, ...], limit: int) -> None:
        """Note that a string or list at `path` is longer than `limit`."""
        self.add(path, "BASE_TYPE_MAX_LENGTH", f"Must be {limit} or fewer in length.")

    def required(self, path: tuple[str | int, ...]) -> None:
        """Note that the field at `path` is missing or blank."""
        self.add(path, "BASE_TYPE_REQUIRED", "This field is required")

    def raise_if_any(self) -> None:
        """Raise `RefusalError` 50035 if anything was noted."""
        if self._tree:
            raise RefusalError(400, 50035, "Invalid Form Body", self._tree)
