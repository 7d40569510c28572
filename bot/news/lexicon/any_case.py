"""Patterns that find words whatever their case, searched in texts in small letters: several times as quick as
`re.IGNORECASE`, which cannot skip ahead to a letter. Knows no pattern by name and no shows.
"""

from __future__ import annotations

import re

_ALIKE = str.maketrans({"İ": "i", "ı": "i", "ſ": "s"})
"""Letters that a search without regard to case takes for ASCII ones though their small letters are others."""
_TOKEN = re.compile(r"\\u[ef][0-9a-f]{3}|\\[^uUxN]|\(\?P[<=]\w+[>)]|\(\?[:=!]|\(\?<[=!]|[^\\(]|\((?!\?)", re.DOTALL)


def small(text: str) -> str:
    """A text in small letters, each in the place of the letter that it stands for."""
    if "İ" in text or "ı" in text or "ſ" in text:
        text = text.translate(_ALIKE)
    return text.lower()


def any_case(source: str) -> re.Pattern[str]:
    """Finds in `small(text)` what the source finds in a text whatever its case, in the same places.

    ValueError for syntax that has no such twin: flags set inside, and letters written as numbers.
    """
    return re.compile(in_small(source))


def in_small(source: str) -> str:
    """The same pattern written in small letters, its syntax left as it is. ValueError as `any_case`."""
    tokens = _TOKEN.findall(source)
    if sum(map(len, tokens)) != len(source):
        raise ValueError(f"no pattern in small letters can be made of {source!r}")
    return "".join(token.lower() if len(token) == 1 else token for token in tokens)
