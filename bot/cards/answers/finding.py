"""The answers to a name that is no show's, or several shows'. Knows nothing of how shows are found."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.card import Card
from bot.cards.limits import cut, fit, lines
from bot.cards.markdown import escape

_LONGEST_NAME = 100
_GREY = 0x80848E


def unknown_card(text: str, closest_labels: Sequence[str]) -> Card:
    """No show is called that: the ones that come closest, and how to have it followed all the same."""
    asked = cut(escape(text), _LONGEST_NAME) or "that"
    told = [f"No show called “{asked}” is known here."]
    if closest_labels:
        told += ["", "Did you mean one of these?", *_list(closest_labels)]
    told += ["", "Somebody who manages this server can follow it by that name all the same: `/track add`."]
    return fit(Card(title="Which show?", description=lines(told, 2000), colour=_GREY))


def ambiguous_card(text: str, labels: Sequence[str]) -> Card:
    """Several shows are called that: which ones, and how to choose."""
    asked = cut(escape(text), _LONGEST_NAME) or "that"
    told = [f"More than one show is called “{asked}”:", *_list(labels), ""]
    told.append("Ask again with one of these names, or choose from the list while you type.")
    return fit(Card(title="Which show?", description=lines(told, 2000), colour=_GREY))


def _list(labels: Sequence[str]) -> list[str]:
    return [f"- {cut(escape(label), _LONGEST_NAME)}" for label in labels[:10]]
