"""Who in an entry works behind the camera, as its sentences say. Knows nothing of shows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.news.frames.marks import Marked
from bot.news.lexicon.marks import expand
from bot.news.lexicon.rules.people import CREW_ROLE

_BEFORE = re.compile(rf"\b{CREW_ROLE}(?:\sand\s{CREW_ROLE})?\s$", re.IGNORECASE)
_AFTER = re.compile(
    expand(
        rf"^,\s(?:[\w-]+\s){{0,3}}?{CREW_ROLE}\b|^\s(?:directed|wrote|created|writes|directs|"
        rf"co-created)\b"
    ),
    re.IGNORECASE,
)


def crew_of(marked: Sequence[Marked]) -> frozenset[str]:
    """The names, and the surnames alone, of people who are called makers."""
    names: set[str] = set()
    for m in marked:
        for place, name in m.people_in(0, len(m.text)):
            if _BEFORE.search(m.text[max(0, place - 50) : place]) or _AFTER.match(m.text[place + 1 : place + 60]):
                names |= {name, name.split()[-1]}
    return frozenset(names)
