from __future__ import annotations

import pytest

from bot.model.errors import UserError
from bot.standin.people.forms import component_data, modal_data

BUTTONS = [
    {
        "type": 1,
        "components": [
            {"type": 2, "id": 2, "style": 1, "custom_id": "page:2", "label": "Next"},
            {"type": 2, "id": 3, "style": 1, "custom_id": "page:0", "label": "Back", "disabled": True},
            {"type": 2, "id": 4, "style": 5, "url": "https://x.example", "label": "Read"},
        ],
    },
    {
        "type": 1,
        "components": [
            {
                "type": 3,
                "id": 6,
                "custom_id": "menu",
                "placeholder": "Which?",
                "options": [{"label": "A", "value": "a"}],
            }
        ],
    },
]
MODAL = {
    "custom_id": "wish",
    "components": [
        {"type": 1, "components": [{"type": 4, "custom_id": "name", "label": "Show", "max_length": 5}]},
        {"type": 18, "label": "Why", "component": {"type": 4, "custom_id": "why", "required": False}},
    ],
}


@pytest.mark.parametrize("what", ["Next", "page:2"])
def test_a_button_is_found_by_label_or_custom_id(what):
    assert component_data(BUTTONS, what, None) == {"custom_id": "page:2", "component_type": 2, "id": 2}


def test_a_choice_in_a_menu():
    assert component_data(BUTTONS, "Which?", ["a"])["values"] == ["a"]


@pytest.mark.parametrize(
    ("what", "values", "why"),
    [
        ("Delete", None, "no button 'Delete'. Buttons: Next, Back, Read"),
        ("Back", None, "greyed out"),
        ("Read", None, "opens a link: https://x.example"),
        ("menu", None, "Choose among: a"),
        ("menu", ["b"], "Choose among: a"),
    ],
)
def test_what_cannot_be_pressed(what, values, why):
    with pytest.raises(UserError, match=why.replace("?", r"\?")):
        component_data(BUTTONS, what, values)


@pytest.mark.parametrize("values", [{"Show": "Silo"}, {"name": "Silo", "why": ""}])
def test_a_filled_in_modal(values):
    first, second = modal_data(MODAL, values)["components"]
    assert first["components"][0]["value"] == "Silo"
    assert second["component"]["value"] == ""


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({}, "Show: is required"),
        ({"Show": "too long"}, "8 characters long; 0 to 5"),
        ({"Show": "Silo", "When": "now"}, "no field 'When'"),
    ],
)
def test_a_modal_that_cannot_be_sent(values, why):
    with pytest.raises(UserError, match=why):
        modal_data(MODAL, values)
