"""Which of the shows an entry names it is about, and which it names in passing.

Knows what the sentences say of them (claims in the making), not how that was read.
"""

from __future__ import annotations

import re
from enum import StrEnum

from bot.news.lexicon.marks import expand
from bot.news.lexicon.tv_words import ROLE


class Role(StrEnum):
    """How a name stands in a sentence."""

    PLAIN = "plain"
    CREDIT = "credit"
    """What someone is known for: "Stranger Things star Sadie Sink"."""
    COMPARED = "compared"
    """What something else is like."""


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(expand(pattern), re.IGNORECASE)


_CREDIT_AFTER = _compiled(
    rf"^(?:['’]s?)?,?\s(?:(?:and|&|/)\s(?:{{O}}|{{S}})\s)?(?:(?!(?:adds|casts|as|loses|names|taps|and|with|for|"
    rf"gets|finds|to|paused|by|the|from|on)\b)[\w-]+\s)?{ROLE}(?:\sand\s{ROLE})?\b,?"
    r"|^(?:['’]s?)\s{P}|^['’]?\sfame\b"
)
_CREDIT_BEFORE = _compiled(
    rf"(?:{{P}}\s\([^()]{{0,60}}|{{P}}\s(?:of|from)\s|\b(?:of|from)\sthe\s(?:hit\s)?|"
    rf"\bfrom\s(?:the\s)?(?:[\w-]+\s){{0,2}}?{ROLE}\s(?:of|behind)\s|\b{ROLE}\s(?:of|behind|from)\s|"
    r"\b(?:best\sknown\s(?:for|as)|known\sfor|starred\sin|appeared\sin|roles?\sin|worked\son|credits\sinclude|"
    r"seen\sin|fresh\sfrom|after)\b[^.;!?]{0,50})[“‘\"']?$"
)
_COMPARED_BEFORE = _compiled(
    r"\b(?:like|than|as\s\w+\sas|the\snext|answer\sto|fans\sof|reminiscent\sof|rivals?|à\sla|beats?|tops?|"
    r"alongside|joining|similar\sto|love[d]?|miss(?:ed)?|if\syou\s\w+)\s(?:[“‘\"'])?$"
)
_COMPARED_AFTER = _compiled(r"^(?:-|–|\s)(?:style|esque|like|inspired|meets|type)\b")


def role_of(text: str, place: int) -> Role:
    """How the title at a place of a marked text stands in its sentence."""
    before, after = text[max(0, place - 70) : place], text[place + 1 : place + 60]
    if _COMPARED_BEFORE.search(before) or _COMPARED_AFTER.match(after):
        return Role.COMPARED
    if _CREDIT_AFTER.match(after) or _CREDIT_BEFORE.search(before):
        return Role.CREDIT
    return Role.PLAIN
