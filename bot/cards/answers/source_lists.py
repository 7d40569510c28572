"""What became of an imported list of feeds, and what was exported. Knows no services."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.card import Card, CardField
from bot.cards.limits import cut, fit, lines
from bot.cards.markdown import escape, link, plain
from bot.model.source import Source

_LONGEST_NAME = 60
_LONGEST_REASON = 120
_GREEN = 0x2ECC71
_GREY = 0x80848E


def imported_card(
    added: Sequence[Source], refused: Sequence[tuple[str, str]], *, known: int, no_room: int, untried: int, most: int
) -> Card:
    """What became of a list. `refused`: each feed's name and why; `most`: how many sources a server may have."""
    told = [f"**{_feeds(len(added))}** added" if added else "No feed added"]
    told += [f"{known} heard before"] if known else []
    told += [f"{len(refused)} refused"] if refused else []
    notes = [", ".join(told) + "."]
    if added:
        notes.append("What they show now is read for `/status`; posts begin with what comes next.")
    if no_room:
        notes.append(
            f"{_feeds(no_room)} did not fit, as a server has {most} at most: "
            "make room with `/source remove` and import the file again."
        )
    if untried:
        notes.append(f"{_feeds(untried)} were not tried, as that takes too long at a time: import the file again.")
    return fit(
        Card(
            title="Feeds imported" if added else "Nothing imported",
            description="\n".join(notes),
            fields=tuple(
                field
                for field in (
                    CardField("Added", lines(f"- {_named(source)}" for source in added)),
                    CardField("Refused", lines(f"- {_refusal(name, reason)}" for name, reason in refused)),
                )
                if field.value
            ),
            colour=_GREEN if added else _GREY,
        )
    )


def exported_card(feeds: int) -> Card:
    """A file with the server's feeds comes with this card."""
    told = f"{_feeds(feeds)} in one file (OPML), for `/source import` in another server or for any feed reader."
    return fit(Card(title="Feeds exported", description=told, colour=_GREEN))


def _feeds(count: int) -> str:
    return f"{count} feed" if count == 1 else f"{count} feeds"


def _named(source: Source) -> str:
    return link(cut(plain(source.name), _LONGEST_NAME) or source.url, source.url) or "The feed"


def _refusal(name: str, reason: str) -> str:
    return f"**{escape(cut(plain(name), _LONGEST_NAME)) or 'A feed'}**: {escape(cut(plain(reason), _LONGEST_REASON))}"
