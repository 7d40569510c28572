"""The cards of an imported and an exported list."""

from __future__ import annotations

from bot.cards.answers import exported_card, imported_card
from bot.cards.limits import TOTAL


def imported(added=(), refused=(), *, known=0, no_room=0, untried=0):
    return imported_card(added, refused, known=known, no_room=no_room, untried=untried, most=25)


def test_what_became_of_a_list(desk, lines_of):
    refused = [("Old *News*", "There is nothing at this address. Check the URL for a mistake. (HTTP 404)")]
    card = imported([desk.source("Blog")], refused, known=2, no_room=3, untried=4)
    assert lines_of(card).startswith("Feeds imported\n**1 feed** added, 2 heard before, 1 refused.\n")
    assert "3 feeds did not fit, as a server has 25 at most" in card.description
    assert "4 feeds were not tried" in card.description
    [added, not_added] = card.fields
    assert added.value.startswith("- [Blog](")
    assert not_added.value.startswith("- **Old \\*News\\***: There is nothing at this address.")


def test_a_list_that_brought_nothing():
    card = imported(known=1)
    assert (card.title, card.description, card.fields) == ("Nothing imported", "No feed added, 1 heard before.", ())


def test_a_long_list_fits(desk):
    refused = [("x" * 500, "y" * 500)] * 100
    card = imported([desk.source("z" * 300)] * 25, refused, known=9, no_room=9, untried=9)
    assert len(card.fields) == 2
    assert sum(len(field.value) for field in card.fields) + len(card.description) < TOTAL


def test_an_exported_list():
    assert "2 feeds in one file" in exported_card(2).description
