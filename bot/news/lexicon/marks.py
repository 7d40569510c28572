"""The marks that stand in a sentence for what was found in it, so that a rule can say "a title, then renewed".

A mark is one private-use character: the class says what it stands for, the place in the class which one. Text of a
feed never holds such characters, as they are taken out first.
"""

from __future__ import annotations

import re

TITLE, OTHER, SEASON, MORE, FINAL, DATE, NETWORK, PERSON = (0xE000 + 0x100 * number for number in range(8))
SPAN = 0x100
"""How many of one class a sentence may hold; further ones stay words."""

MACROS = {
    "S": f"[{chr(TITLE)}-{chr(TITLE + SPAN - 1)}]",
    "O": f"[{chr(OTHER)}-{chr(OTHER + SPAN - 1)}]",
    "N": f"[{chr(SEASON)}-{chr(FINAL + SPAN - 1)}]",
    "M": f"[{chr(MORE)}-{chr(MORE + SPAN - 1)}]",
    "F": f"[{chr(FINAL)}-{chr(FINAL + SPAN - 1)}]",
    "D": f"[{chr(DATE)}-{chr(DATE + SPAN - 1)}]",
    "NET": f"[{chr(NETWORK)}-{chr(NETWORK + SPAN - 1)}]",
    "P": f"[{chr(PERSON)}-{chr(PERSON + SPAN - 1)}]",
}
"""In a pattern `{S}` is a tracked title, `{O}` another work's, `{N}` a season
(`{M}` only "another season", `{F}` only one called the last), `{D}` a date, `{NET}` a network, `{P}` a person."""

PRIVATE = re.compile(r"[\ue000-\uf8ff]")


def expand(pattern: str) -> str:
    """A rule's pattern with its macros written out. `{3}` and `{0,40}` are left as they are."""
    return re.sub(r"\{([A-Z]+)\}", lambda m: MACROS[m[1]], pattern)
