"""Which of the shows an entry names it is about, and which it names in passing.

Knows what the sentences say of them (claims in the making), not how that was read.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from bot.news.lexicon.marks import expand
from bot.news.lexicon.tv_words import ROLE


class Role(StrEnum):
    """How a name stands in a sentence."""

    PLAIN = "plain"
    CREDIT = "credit"
    """What someone is known for: "Stranger Things star Sadie Sink"."""
    ORIGIN = "origin"
    """Where someone or something comes from: "from the creator of The Diplomat"."""
    COMPARED = "compared"
    """What something else is like."""


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(expand(pattern), re.IGNORECASE)


_CREDIT_AFTER = _compiled(
    rf"^(?:['’]s?)?,?\s(?:(?:and|&|/)\s(?:{{O}}|{{S}})\s)?(?:(?!(?:adds|casts|as|loses|names|taps|and|with|for|"
    rf"gets|finds|to|paused|by|the|from|on)\b)[\w-]+\s)?(?:{ROLE}|team|duo)(?:\sand\s{ROLE})?\b,?"
    r"|^(?:['’]s?)\s{P}|^['’]?\sfame\b|^-(?:Stars?|Macher|Schöpfer|Erfinder|Darsteller)(?:in|s|n)?\b"
)
_CREDIT_BEFORE = _compiled(
    rf"(?:{{P}}\s\([^()]{{0,60}}|{{P}}\s(?:of|from)\s|\b(?:of|from)\sthe\s(?:hit\s)?|"
    rf"\bfrom\s(?:the\s)?(?:[\w-]+\s){{0,2}}?{ROLE}\s(?:of|behind)\s|\b{ROLE}\s(?:of|behind|from)\s|"
    r"\b(?:best\sknown\s(?:for|as)|known\sfor|starred\sin|appeared\sin|roles?\sin|worked\son|credits\sinclude|"
    r"seen\sin|fresh\sfrom)\b[^.;!?]{0,50}|\bafter\b[^.;!?,]{0,50})[“‘\"']?$"
)
_FOREIGN_CREDIT_BEFORE = _compiled(
    r"\b(?:estrella|protagonista|actriz|actor|creador|creadora|estrela|ator|atriz|criador|criadora|star|acteur|actrice|"
    r"créateur|créatrice|showrunner|Schöpfer|Macher|Serienmacher|Darsteller)\s(?:de|del|do|da|von|aus)\s"
    r"(?:la\sserie\s|la\ssérie\s|a\ssérie\s|der\sSerie\s)?[“‘\"'«]?$"
)
_POST_BEFORE = _compiled(
    r"\b(?:steps?|stepping|stepped|exits?|exiting|out|leaves?|leaving|quits?|named|tapped|appointed|hired|departs?|"
    r"departing|returns?|returning|replace[sd]?|takes?\sover|promoted|announced|confirmed|installed|set)\b[^.;!?]{0,40}"
    r"\bas\s(?:the\s|its\s|new\s){0,2}[“‘\"']?$"
)
"""A post at the show that someone takes or leaves is news of it: "to step down as Kingfisher co-showrunner"."""
_COMPARED_BEFORE = _compiled(
    r"\b(?:like|than|as\s\w+\sas|the\snext|answer\sto|fans\sof|reminiscent\sof|rivals?|à\sla|beats?|tops?|"
    r"alongside|joining|similar\sto|love[d]?|miss(?:ed)?|enjoy(?:ed)?|if\syou\s\w+)\s"
    r"(?:(?:{S},\s){0,4}(?:{S},?\s(?:and|or|&)\s)?)(?:[“‘\"'])?$"
)
_SUGGESTED_BEFORE = _compiled(
    r"\b(?:if\syou|to\s(?:binge|watch|stream)|shows\slike)\b[^.;!?]{0,50}\bfrom\s(?:{S}\s(?:and|to)\s)?[“‘\"']?$"
)
_COMPARED_AFTER = _compiled(r"^(?:-|–|\s)(?:style|esque|like|inspired|meets|type)\b")


_OFFSHOOT = r"(?:spin-?off|prequel|sequel|offshoot|follow-up|companion)(?:\s(?:series|show|drama|comedy))?"
_PARENT_AFTER = _compiled(rf"^(?:['’]s?)?\s{_OFFSHOOT},?\s{{S}}")
_CHILD_BEFORE = _compiled(r"{S},\s(?:the|a|its)\s$")
_OFFSHOOT_AFTER = _compiled(rf"^(?:['’]s?)?\s{_OFFSHOOT}\b")


def _is_parent_of_one_before(before: str, after: str) -> bool:
    """As in "Berlin, the Money Heist spin-off, returns": the news is the offshoot's."""
    return _CHILD_BEFORE.search(before) is not None and _OFFSHOOT_AFTER.match(after) is not None


_IS_AN_OFFSHOOT = _compiled(
    rf"^(?:['’]s?)?\s{_OFFSHOOT}\s(?:will|is|was|has|returns?|ends?|bows|to|gets|wraps|hangs)\b"
)
_THE = re.compile(r"(?:^|[.;:,–—]\s|\b(?:as|but|and|while)\s)the\s[“‘\"']?$", re.IGNORECASE)


def _names_an_offshoot(before: str, after: str) -> bool:
    """As in "The Kingfisher offshoot will end": one that runs already, and is called by its parent's name."""
    return _THE.search(before) is not None and _IS_AN_OFFSHOOT.match(after) is not None


_POST = _compiled(
    r"\b(?:as|named|be|becomes?)\s(?:(?:its|the|a|new|next|[\w-]+)\s){0,3}[\w-]+\s(?:of|for|on)\s[“‘\"']?$"
    r"|\b(?:lands|landed|books|nabs|wins|scores|bags)\s(?:[\w-]+\s){0,3}?roles?\s(?:in|on)\s[“‘\"']?$"
    r"|\brepris\w+\s(?:\w+\s){1,3}(?:from|in|of)\s[“‘\"']?$"
)
"""Right before a show: what someone becomes there ("named showrunner of"), or is again."""


@lru_cache(maxsize=256)
def role_of(text: str, place: int) -> Role:
    """How the title at a place of a marked text stands in its sentence."""
    before, after = text[max(0, place - 70) : place], text[place + 1 : place + 60]
    if _COMPARED_BEFORE.search(before) or _SUGGESTED_BEFORE.search(before) or _COMPARED_AFTER.match(after):
        return Role.COMPARED
    if (
        (_CREDIT_BEFORE.search(before) and not _POST.search(before))
        or _PARENT_AFTER.match(after)
        or _is_parent_of_one_before(before, after)
        or _names_an_offshoot(before, after)
    ):
        return Role.ORIGIN
    if _CREDIT_AFTER.match(after) or _FOREIGN_CREDIT_BEFORE.search(before):
        return Role.PLAIN if _POST_BEFORE.search(before) else Role.CREDIT
    return Role.PLAIN
