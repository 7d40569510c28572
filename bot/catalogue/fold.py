"""A name as it is compared: case, accents, punctuation, `&` and `and`, ways to write an apostrophe make no difference.

Knows nothing of shows.
"""

from __future__ import annotations

import re
import unicodedata

LONGEST = 200
"""Characters of a text that are looked at; the rest is dropped."""

_DROPPED = re.compile("['’‘‛ʼ`´′]")
_INITIALS = re.compile(r"\b(?:[^\W_][.*])+")
_ACCENTS = re.compile("[\u0300-\u036f]")
_ASCII_WORD = re.compile("[a-z0-9]+")
_WORD = re.compile(r"[^\W_]")
# Letters that Unicode does not take apart into a plain one and an accent.
_LETTERS = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ð": "d", "đ": "d", "þ": "th", "ł": "l", "ħ": "h", "ı": "i", "ŧ": "t", "ŋ": "n"}
)


def words(text: str) -> tuple[str, ...]:
    """The words of a text, folded: `S.W.A.T. & Grey’s Café` gives swat, and, greys, cafe. Other scripts stay."""
    text = _DROPPED.sub("", text[:LONGEST]).replace("&", " and ")
    text = _INITIALS.sub(lambda initials: re.sub("[.*]", "", initials[0]), text)
    if text.isascii():
        return tuple(_ASCII_WORD.findall(text.lower()))
    # Folding the case can make accents of its own ("İ"), so the text is taken apart before and after; that can bring
    # out an apostrophe ("ŉ").
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    text = _DROPPED.sub("", _ACCENTS.sub("", text)).translate(_LETTERS)
    return tuple("".join(letter if _kept(letter) else " " for letter in text).split())


def squeeze(parts: tuple[str, ...]) -> str:
    """Folded words without the gaps, so that `9-1-1` is `911` and `Spider-Man` is `spiderman`."""
    return "".join(parts)


def without_the(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The same without a leading `the`, unless that is all there is."""
    return parts[1:] if len(parts) > 1 and parts[0] == "the" else parts


def _kept(letter: str) -> bool:
    # Vowel signs of other scripts are marks (M), not letters, and belong to their words.
    return _WORD.match(letter) is not None or unicodedata.category(letter)[0] == "M"
