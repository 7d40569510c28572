"""Discord's limits for a message, and the one place that keeps every card within them.

Lengths are counted in UTF-16 code units. Discord's server counts code points (discord-api-docs issue 1315), its clients
UTF-16 units; the second number is never the smaller one, so whatever holds here holds there. Knows no show, no news.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from bot.cards.card import Card, CardField
from bot.cards.markdown import plain, web_address

TITLE = 256
DESCRIPTION = 4096
FIELDS = 25
FIELD_NAME = 256
FIELD_VALUE = 1024
FOOTER = 2048
CONTENT = 2000
TOTAL = 6000
"""In the title, description, fields and footer together (of all embeds of a message; a card is one)."""
QUOTATION = 250
"""Characters that are shown of what an outlet wrote; for more, readers follow the link."""

_ELLIPSIS = "…"
_BOLD = "**"
_NO_NAME = "\u200b"
"""Discord refuses a field without a name and takes this one."""
_ATOM = re.compile(
    r"""
    \\\S                                    # an escape
    | \[[^\[\]\n]*\]\([^()\s]*\)            # a link as `bot.cards.markdown` makes it
    | <[^<>\s]{1,100}>                      # a mention or a moment
    | `[^`\n]*`
    | \*\*
    | \s+
    | .[\u0300-\u036f\u200b-\u200d\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]*   # a letter with what belongs to it
    """,
    re.DOTALL | re.VERBOSE,
)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*(?=\s)")


def units(text: str) -> int:
    """The length as the stricter of Discord's two ways to count has it."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, limit: int) -> str:
    """At most `limit` units of a text, ended at a word with an ellipsis where something is left out.

    Never ends within an escape, a link, a mention or a letter; bold print that was begun is ended.
    """
    if units(text) <= limit:
        return text
    room = limit - units(_ELLIPSIS) - (len(_BOLD) if _BOLD in text else 0)
    used = end = word = 0
    for match in _ATOM.finditer(text):
        if match[0].isspace():
            word = match.start()
        used += units(match[0])
        if used > room:
            break
        end = match.end()
    # A word longer than half of what there is room for is cut in two, or little would be left.
    kept = text[: word if 2 * word > end else end].rstrip()
    open_bold = sum(match[0] == _BOLD for match in _ATOM.finditer(kept)) % 2
    return f"{kept}{_ELLIPSIS}{_BOLD * open_bold}" if room >= 0 else ""


def quotation(text: str) -> str:
    """What may be shown of an outlet's text: whole sentences where they fit, else words. Not escaped yet."""
    line = plain(text)
    if units(line) <= QUOTATION:
        return line
    ends = [match.end() for match in _SENTENCE_END.finditer(line) if units(line[: match.end()]) <= QUOTATION]
    return line[: ends[-1]] if ends and ends[-1] > QUOTATION // 3 else cut(line, QUOTATION)


def lines(texts: Iterable[str], limit: int = FIELD_VALUE) -> str:
    """The first of these lines that fit together, whole; a first one that is too long by itself is cut."""
    shown = ""
    for text in texts:
        longer = f"{shown}\n{text}" if shown else text
        if shown and units(longer) > limit:
            break
        shown = longer
    return cut(shown, limit)


def fit(card: Card) -> Card:
    """The card within all of Discord's limits, whatever it was. Fields go, the last first, when all is too much."""
    title, footer = _text(card.title, TITLE), _text(card.footer, FOOTER)
    description = _text(card.description, min(DESCRIPTION, TOTAL - units(title) - units(footer)))
    left = TOTAL - units(title) - units(footer) - units(description)
    fields: list[CardField] = []
    for field in filter(None, map(_field, card.fields)):
        left -= units(field.name) + units(field.value)
        if left < 0 or len(fields) == FIELDS:
            break
        fields.append(field)
    if not (title or description or fields):
        # Discord refuses an embed that shows nothing.
        description = _ELLIPSIS
    return replace(
        card,
        title=title,
        url=web_address(card.url),
        description=description,
        fields=tuple(fields),
        footer=footer,
        colour=min(max(card.colour, 0), 0xFFFFFF),
        timestamp=_instant(card.timestamp),
        content=_text(card.content, CONTENT),
    )


def _field(field: CardField) -> CardField | None:
    value = _text(field.value, FIELD_VALUE)
    return CardField(_text(field.name, FIELD_NAME) or _NO_NAME, value, field.inline) if value else None


def _text(text: str, limit: int) -> str:
    # A lone surrogate cannot be sent; Discord trims what it gets and then counts.
    sendable = text.encode("utf-8", "ignore").decode("utf-8").strip()
    return cut(sendable, limit) if plain(sendable) else ""


def _instant(at: datetime | None) -> datetime | None:
    if at is None:
        return None
    try:
        return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)
    except OverflowError:
        return None
