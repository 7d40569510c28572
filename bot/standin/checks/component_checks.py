"""What Discord refuses in a message's components and in a modal's. Pure.

Source: Discord docs, "Component Reference". Knows nothing of interactions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from bot.standin.checks.refusals import FormErrors
from bot.standin.wire_types import JsonObject

IS_COMPONENTS_V2: Final = 1 << 15
ACTION_ROW: Final = 1
BUTTON: Final = 2
STRING_SELECT: Final = 3
TEXT_INPUT: Final = 4
TEXT_DISPLAY: Final = 10
LINK_STYLE: Final = 5
PREMIUM_STYLE: Final = 6
_V2_ONLY: Final = frozenset({9, 10, 11, 12, 13, 14, 17})
_SELECTS: Final = frozenset({3, 5, 6, 7, 8})


def is_v2(body: JsonObject) -> bool:
    """Whether the message carries the flag IS_COMPONENTS_V2."""
    return bool(int(body.get("flags") or 0) & IS_COMPONENTS_V2)


def walk(components: Iterable[JsonObject]) -> Iterator[JsonObject]:
    """Every component, outer before inner: children, the accessory of a section, the inside of a label."""
    for component in components:
        yield component
        yield from walk(component.get("components") or [])
        for key in ("accessory", "component"):
            inner = component.get(key)
            if isinstance(inner, dict):
                yield from walk([inner])


def check_components(body: JsonObject, errors: FormErrors) -> None:
    """Note what is wrong with a message's components."""
    components = body.get("components") or []
    everything = list(walk(components))
    _check_unique(everything, errors)
    if is_v2(body):
        for key in ("content", "embeds", "poll", "sticker_ids"):
            if body.get(key):
                errors.add((key,), "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", f"{key} is not allowed.")
        if len(everything) > 40:
            errors.too_long(("components",), 40)
        if sum(len(c.get("content") or "") for c in everything if c.get("type") == TEXT_DISPLAY) > 4000:
            errors.too_long(("components",), 4000)
    elif any(component.get("type") in _V2_ONLY for component in everything):
        errors.add(("components",), "UNION_TYPE_CHOICES", "Value of field type needs the flag IS_COMPONENTS_V2.")
    elif len(components) > 5:
        errors.too_long(("components",), 5)
    for index, component in enumerate(everything):
        _check_component(component, ("components", index), errors)


def check_modal(data: JsonObject, errors: FormErrors) -> None:
    """Note what is wrong with a modal: title 1-45, custom_id 1-100, one to five rows, each labelled."""
    for key, limit in (("title", 45), ("custom_id", 100)):
        _check_length(data.get(key), ("data", key), 1, limit, errors)
    rows = data.get("components") or []
    if not 1 <= len(rows) <= 5:
        errors.add(("data", "components"), "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.")
    everything = list(walk(rows))
    _check_unique(everything, errors)
    for index, component in enumerate(everything):
        if component.get("type") == TEXT_INPUT:
            _check_length(component.get("custom_id"), ("data", "components", index, "custom_id"), 1, 100, errors)


def _check_component(component: JsonObject, where: tuple[str | int, ...], errors: FormErrors) -> None:
    kind = component.get("type")
    if kind == ACTION_ROW and not 1 <= len(component.get("components") or []) <= 5:
        errors.add((*where, "components"), "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.")
    if kind == BUTTON:
        _check_button(component, where, errors)
    if kind in _SELECTS:
        _check_length(component.get("custom_id"), (*where, "custom_id"), 1, 100, errors)
    if kind == STRING_SELECT:
        _check_select(component, where, errors)


def _check_select(component: JsonObject, where: tuple[str | int, ...], errors: FormErrors) -> None:
    options = component.get("options") or []
    if not 1 <= len(options) <= 25:
        errors.add((*where, "options"), "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 25 in length.")
    for index, option in enumerate(options):
        for key in ("label", "value"):
            _check_length(option.get(key), (*where, "options", index, key), 1, 100, errors)


def _check_button(button: JsonObject, where: tuple[str | int, ...], errors: FormErrors) -> None:
    style = button.get("style")
    label = button.get("label")
    if label is not None and len(label) > 80:
        errors.too_long((*where, "label"), 80)
    if not label and not button.get("emoji") and style != PREMIUM_STYLE:
        errors.add((*where, "label"), "BUTTON_COMPONENT_LABEL_OR_EMOJI", "A button needs a label or an emoji.")
    if style == LINK_STYLE:
        if not str(button.get("url") or "").startswith(("http://", "https://", "discord://")):
            errors.add((*where, "url"), "URL_TYPE_INVALID_SCHEME", "Scheme must be one of http, https, discord.")
    elif style != PREMIUM_STYLE:
        _check_length(button.get("custom_id"), (*where, "custom_id"), 1, 100, errors)


def _check_unique(components: list[JsonObject], errors: FormErrors) -> None:
    seen: set[str] = set()
    for index, component in enumerate(components):
        custom_id = component.get("custom_id")
        if custom_id and custom_id in seen:
            errors.add(
                ("components", index, "custom_id"),
                "COMPONENT_CUSTOM_ID_DUPLICATED",
                "Component custom id cannot be duplicated",
            )
        if custom_id:
            seen.add(custom_id)


def _check_length(value: object, where: tuple[str | int, ...], low: int, high: int, errors: FormErrors) -> None:
    if not isinstance(value, str) or not low <= len(value) <= high:
        errors.add(where, "BASE_TYPE_BAD_LENGTH", f"Must be between {low} and {high} in length.")
