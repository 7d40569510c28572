"""What Discord refuses in a message: content, embeds, nonce, emptiness. Pure: a body in, `RefusalError` out.

Source: Discord docs, "Message" (create message, embed limits). Knows nothing of channels or permissions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from bot.standin.checks.component_checks import TEXT_DISPLAY, check_components, is_v2, walk
from bot.standin.checks.refusals import FormErrors, empty_message
from bot.standin.wire_types import JsonObject

EPHEMERAL: Final = 1 << 6
LOADING: Final = 1 << 7
CONTENT_LIMIT: Final = 2000
EMBEDS_LIMIT: Final = 10
EMBEDS_TEXT_LIMIT: Final = 6000
FIELDS_LIMIT: Final = 25
NONCE_LIMIT: Final = 25

_TEXT_LIMITS: Final = (
    (("title",), 256),
    (("description",), 4096),
    (("footer", "text"), 2048),
    (("author", "name"), 256),
)
_LINKS: Final = (("url",), ("image", "url"), ("thumbnail", "url"), ("author", "url"), ("footer", "icon_url"))
_HOLDS_SOMETHING: Final = ("content", "embeds", "components", "sticker_ids", "attachments", "poll", "message_reference")


def check_message(body: JsonObject, *, whole: bool = True) -> None:
    """Raise `RefusalError` 50035 or 50006 if Discord would refuse this body.

    `whole`: the body is all of the message (a post); otherwise it is an edit, which may leave out everything.
    """
    errors = FormErrors()
    content = body.get("content")
    if content is not None and not isinstance(content, str):
        errors.add(("content",), "BASE_TYPE_STRING", "Must be a string.")
    elif content and len(content) > CONTENT_LIMIT:
        errors.too_long(("content",), CONTENT_LIMIT)
    nonce = body.get("nonce")
    if nonce is not None and len(str(nonce)) > NONCE_LIMIT:
        errors.too_long(("nonce",), NONCE_LIMIT)
    _check_embeds(body.get("embeds") or [], errors)
    check_components(body, errors)
    allowed = body.get("allowed_mentions") or {}
    for kind in ("roles", "users"):
        if len(allowed.get(kind) or []) > 100:
            errors.too_long(("allowed_mentions", kind), 100)
        if allowed.get(kind) and kind in (allowed.get("parse") or []):
            errors.add(
                ("allowed_mentions",),
                "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                f'parse:["{kind}"] and {kind}: [ids...] are mutually exclusive.',
            )
    errors.raise_if_any()
    if whole and not any(body.get(key) for key in _HOLDS_SOMETHING):
        raise empty_message()
    if whole and not _shows_something(body):
        raise empty_message()


def embed_characters(embed: JsonObject) -> int:
    """How much of the limit of 6000 characters an embed uses."""
    total = sum(len(_text_at(embed, path).strip()) for path, _ in _TEXT_LIMITS)
    return total + sum(len(f.get("name") or "") + len(f.get("value") or "") for f in embed.get("fields") or [])


def display_characters(components: Iterable[JsonObject]) -> int:
    """How many characters the text displays among the components show in all."""
    return sum(len(item.get("content") or "") for item in walk(components) if item.get("type") == TEXT_DISPLAY)


def _shows_something(body: JsonObject) -> bool:
    if is_v2(body) or body.get("embeds") or body.get("components") or body.get("attachments"):
        return True
    return bool(str(body.get("content") or "").strip()) or bool(body.get("sticker_ids") or body.get("poll"))


def _check_embeds(embeds: list[JsonObject], errors: FormErrors) -> None:
    if len(embeds) > EMBEDS_LIMIT:
        errors.too_long(("embeds",), EMBEDS_LIMIT)
    for index, embed in enumerate(embeds):
        where = ("embeds", index)
        for path, limit in _TEXT_LIMITS:
            if len(_text_at(embed, path)) > limit:
                errors.too_long((*where, *path), limit)
        for path in _LINKS:
            link = _text_at(embed, path)
            schemes = "https?" if path == ("url",) else "https?|attachment"
            if link and not re.match(rf"(?:{schemes})://\S+$", link):
                errors.add((*where, *path), "URL_TYPE_INVALID_URL", "Not a well formed URL.")
        _check_fields(embed.get("fields") or [], where, errors)
    if sum(map(embed_characters, embeds)) > EMBEDS_TEXT_LIMIT:
        errors.add(("embeds",), "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000")


def _check_fields(fields: list[JsonObject], where: tuple[str | int, ...], errors: FormErrors) -> None:
    if len(fields) > FIELDS_LIMIT:
        errors.too_long((*where, "fields"), FIELDS_LIMIT)
    for index, field in enumerate(fields):
        for key, limit in (("name", 256), ("value", 1024)):
            text = str(field.get(key) or "")
            if not text.strip():
                errors.required((*where, "fields", index, key))
            elif len(text) > limit:
                errors.too_long((*where, "fields", index, key), limit)


def _text_at(embed: JsonObject, path: tuple[str, ...]) -> str:
    node: object = embed
    for part in path:
        node = node.get(part) if isinstance(node, dict) else None
    return node if isinstance(node, str) else ""
