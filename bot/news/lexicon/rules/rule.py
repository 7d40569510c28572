"""What a rule is, and the parts that rules are built of. Knows no kind of news.

Patterns see marked sentences (`bot.news.lexicon.marks`). Every repetition in them is bounded, so that no text can make
a search slow.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.model.claim import Certainty, Kind
from bot.news.lexicon.marks import expand
from bot.news.lexicon.tv_words import SHOW_NOUN


@dataclass(frozen=True, slots=True)
class Rule:
    """One way in which a sentence says that something happened."""

    name: str
    kind: Kind
    cues: tuple[str, ...]
    """Letters of which a sentence in small letters must have some: a search is dear, a look is cheap."""
    pattern: re.Pattern[str]
    certainty: Certainty | None = None
    """What the words themselves tell; None where it depends on who says it."""
    negates: bool = False
    """The rule says itself that something will not be, so a "not" before it is part of it."""
    possible: bool = False
    """The words may stand under "could" and "hopes" without being anything else."""


def rule(
    name: str,
    kind: Kind,
    cues: str,
    *patterns: str,
    certainty: Certainty | None = None,
    negates: bool = False,
    possible: bool = False,
) -> Rule:
    """A rule from its parts: `cues` separated by "|", patterns with the macros of `marks` and the parts below."""
    joined = "|".join(f"(?:{pattern})" for pattern in patterns)
    for part, text in PARTS.items():
        joined = joined.replace(f"<{part}>", text)
    # A mark is no letter, so a word's edge beside one would never be found.
    joined = re.sub(r"(\{[A-Z]+\})\\b", r"\1", re.sub(r"\\b(\{[A-Z]+\})", r"\1", joined))
    return Rule(
        name, kind, tuple(cues.split("|")), re.compile(expand(joined), re.IGNORECASE), certainty, negates, possible
    )


def _gap(length: int) -> str:
    """Some words of the same statement that name no other work."""
    return rf"[^.;!?{{O}}]{{0,{length}}}?".replace("{O}", "\ue100-\ue1ff")


_OF_ITSELF = (
    r"(?:(?!{P}|\b(?:(?:co-)?(?:stars?|creators?|hosts?)|actors?|actress|boss(?:es)?|showrunners?|leads?|fans?|cast|crew|duo|trio|brothers)\b)"
    r"[^.;!?{O}]){0,14}?"
).replace("{O}", "\ue100-\ue1ff")
"""A few words between a show and what it does, of which none is somebody who does it instead."""

_NET_OR_THEY = (
    r"(?:{NET}|\b(?:the\s)?(?:network|streamer|streaming\s(?:service|giant|platform)|broadcaster|channel|studio|"
    r"corporation|platform|bosses|it|they)\b)"
)
_FILM = (
    r"(?:\b(?:\d{2,3}|ninety|feature)-minute\s(?:episode|finale|special|film)\b|\b(?:(?:feature|wrap-up|finale|"
    r"concluding|closing|final|farewell|goodbye|two-hour|two-part|one-off|tv|television|reunion|christmas|festive|holiday|"
    r"anniversary|special|original)[\s-])?"
    r"(?:feature-length\s(?:finale|special|episode|film)|(?:two|three)-part\s(?:series\s)?finale|films?|movies?|"
    r"features?|specials?)\b|\bbig-screen\s(?:outing|adventure|finale|farewell)\b)"
)
_IS = (
    r"(?:,?\s(?:is|are|was|were|has|have|had|been|being|gets|got|getting|now|also|officially|finally|definitely|"
    r"reportedly|quietly|both|all|set\sto\sbe|to\sbe|will\sbe|will\salso\sbe)){0,4}"
)
_RUN = (
    r"(?:(?:just\s|only\s|its\s){0,2}(?:{N}|(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|a\ssingle|"
    r"its)\s(?:[\w-]+\s)?(?:seasons?|series|runs?|years)))"
)
_SHOOT = (
    r"(?:\b(?:work(?=\son)|filming|production|shooting|principal\sphotography|(?:the|its|[\w-]+-season|a)\sshoot)\b|{S}\sshoot\b"
    r"|{N}[\s-]shoot\b)"
)
PARTS = {
    "gap": _gap(30),
    "near": _gap(14),
    "far": _gap(60),
    "itself": _OF_ITSELF,
    "alone": _OF_ITSELF.replace("{0,14}", "{0,30}"),
    "SUBJECT": rf"(?:{{S}}|{{N}}|\b{SHOW_NOUN}\b|\bit\b)",
    "NOUN": rf"\b{SHOW_NOUN}\b",
    "NET": _NET_OR_THEY,
    "FILM": _FILM,
    "SHOOT": _SHOOT,
    "IS": _IS,
    "RUN": _RUN,
}
"""What a pattern may name in angle brackets."""
