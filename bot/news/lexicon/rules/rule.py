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


_NET_OR_THEY = (
    r"(?:{NET}|\b(?:the\s)?(?:network|streamer|streaming\s(?:service|giant|platform)|broadcaster|channel|studio|"
    r"corporation|platform|bosses|it|they)\b)"
)
_FILM = (
    r"(?:\b(?:\d{2,3}|ninety|feature)-minute\s(?:episode|finale|special|film)\b|\b(?:(?:feature|wrap-up|finale|"
    r"concluding|closing|final|two-hour|tv|television|reunion|christmas|special|original)[\s-])?"
    r"(?:feature-length\s(?:finale|special|episode|film)|films?|movies?|features?|specials?)\b)"
)
_SHOOT = (
    r"(?:\b(?:filming|production|shooting|principal\sphotography|(?:the|its|[\w-]+-season|a)\sshoot)\b"
    r"|{N}[\s-]shoot\b)"
)
PARTS = {
    "gap": _gap(30),
    "near": _gap(14),
    "far": _gap(60),
    "SUBJECT": rf"(?:{{S}}|{{N}}|\b{SHOW_NOUN}\b|\bit\b)",
    "NOUN": rf"\b{SHOW_NOUN}\b",
    "NET": _NET_OR_THEY,
    "FILM": _FILM,
    "SHOOT": _SHOOT,
}
"""What a pattern may name in angle brackets."""
