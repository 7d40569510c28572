"""What a press of a button, a choice in a menu or a filled-in modal looks like as an interaction's data. Pure.

Source: Discord docs, "Interaction Object" (component and modal submit data). Knows nothing of who acts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.model.errors import UserError
from bot.standin.checks.component_checks import BUTTON, STRING_SELECT, TEXT_INPUT, walk
from bot.standin.wire_types import JsonObject


def component_data(components: Sequence[JsonObject], what: str, values: Sequence[str] | None) -> JsonObject:
    """The data of using the button or menu called `what`: its custom_id, label, emoji or placeholder.

    Raises `UserError` when there is none, or when it cannot be used.
    """
    usable = [c for c in walk(components) if c.get("type") == BUTTON or c.get("type") == STRING_SELECT]
    found = next((c for c in usable if c.get("custom_id") == what), None)
    found = found or next((c for c in usable if what in _names(c)), None)
    if found is None:
        names = ", ".join(name for c in usable for name in _names(c)[:1]) or "none"
        raise UserError(f"There is no button {what!r}. Buttons: {names}")
    if found.get("disabled"):
        raise UserError(f"The button {what!r} is greyed out.")
    if "custom_id" not in found:
        raise UserError(f"The button {what!r} opens a link: {found.get('url')}")
    data: JsonObject = {"custom_id": found["custom_id"], "component_type": found["type"], "id": found["id"]}
    if found["type"] == STRING_SELECT:
        offered = [option["value"] for option in found["options"]]
        wrong = [value for value in values or [] if value not in offered]
        if wrong or not values:
            raise UserError(f"Choose among: {', '.join(offered)}")
        data["values"] = list(values)
    return data


def modal_data(modal: JsonObject, values: Mapping[str, str]) -> JsonObject:
    """The data of submitting a modal; `values` by label or custom_id, several choices of a menu with commas between.

    Raises `UserError` for a field that is missing, unknown, too short or too long.
    """
    left = dict(values)
    rows: list[JsonObject] = []
    for number, row in enumerate(modal.get("components") or [], start=1):
        inner = row.get("component") or next(iter(row.get("components") or []), None)
        if inner is None:
            rows.append({"type": row["type"], "id": row.get("id", number)})
            continue
        label = str(row.get("label") or inner.get("label") or inner["custom_id"])
        text = left.pop(label, None)
        if text is None:
            text = left.pop(inner["custom_id"], None)
        field = _filled(inner, label, text, number)
        shape = {"component": field} if "component" in row else {"components": [field]}
        rows.append({"type": row["type"], "id": row.get("id", number), **shape})
    if left:
        raise UserError(f"The modal has no field {', '.join(map(repr, left))}.")
    return {"custom_id": modal["custom_id"], "components": rows}


def _filled(inner: JsonObject, label: str, text: str | None, number: int) -> JsonObject:
    text = inner.get("value") or "" if text is None else text
    field: JsonObject = {"type": inner["type"], "id": inner.get("id", 100 + number), "custom_id": inner["custom_id"]}
    if not text and inner.get("required", True):
        raise UserError(f"{label}: is required.")
    if inner["type"] != TEXT_INPUT:
        return {**field, "values": [part.strip() for part in text.split(",") if part.strip()]}
    low, high = inner.get("min_length") or 0, inner.get("max_length") or 4000
    if text and not low <= len(text) <= high:
        raise UserError(f"{label}: is {len(text)} characters long; {low} to {high} are allowed.")
    return {**field, "value": text}


def _names(component: JsonObject) -> list[str]:
    emoji = (component.get("emoji") or {}).get("name")
    return [str(n) for n in (component.get("label"), component.get("placeholder"), emoji) if n]
