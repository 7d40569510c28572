"""How much a name says by itself, and how a text capitalises names. Knows no shows."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from bot.news.lexicon.common_words import COMMON, RARE
from bot.news.lexicon.tv_words import SMALL_WORDS
from bot.news.titles.index import fold

QUOTED = re.compile(r"[“‘\"'«]([^“”‘\"«»\n]{1,80}?)[,.!?]?[”’\"'»](?![\w])")
"""A phrase in quotes."""
LETTERS = re.compile(r"[^\W\d_]+")


class Tier(StrEnum):
    """How much a name says by itself."""

    DISTINCT = "distinct"
    COMMONPLACE = "commonplace"
    """Several plain words, or one short one."""
    WORD = "word"
    """A dictionary word or a number."""


@lru_cache(maxsize=200_000)
def tier_of(name: str) -> Tier:
    """How much a name says by itself."""
    words = fold(name).split()
    if len(words) > 1 and words[-1] in {"us", "uk"}:
        return Tier.DISTINCT
    plain = [word for word in words if word in COMMON or word.isdigit() or len(word) <= 2 or word in SMALL_WORDS]
    if len(words) == 1:
        if words[0] in RARE:
            return Tier.COMMONPLACE
        if plain or len(name) <= 3:
            return Tier.WORD
        return Tier.DISTINCT if len(words[0]) >= 6 or any(c.isdigit() for c in name) else Tier.COMMONPLACE
    if len(plain) < len(words) or len(words) >= 5:
        return Tier.DISTINCT
    meant = [word for word in words if word not in SMALL_WORDS]
    if all(word.isdigit() for word in meant):
        return Tier.WORD if len(words) < 3 else Tier.COMMONPLACE
    if all(len(word) == 1 for word in words):
        return Tier.DISTINCT
    return Tier.COMMONPLACE


def is_sentence_case(text: str) -> bool:
    """Whether a text capitalises names only, as sentences do and headlines in title case do not."""
    return _share_capitalised(text) < 0.55


@lru_cache(maxsize=256)
def _share_capitalised(text: str) -> float:
    words = [word for word in LETTERS.findall(text) if word.lower() not in SMALL_WORDS and len(word) > 2][1:]
    return sum(word[0].isupper() for word in words) / len(words) if words else 0.0


def is_title_case(text: str) -> bool:
    """Whether a quoted phrase is the title of something and not what someone said."""
    words = LETTERS.findall(text)
    big = [word for word in words if word.lower() not in SMALL_WORDS]
    return bool(big) and len(words) <= 9 and words[0][0].isupper() and all(word[0].isupper() for word in big)


def is_capitalised(surface: str, name: str, text: str) -> bool:
    """Whether the words are capitalised as a name's are; a distinctive single word may be small."""
    if surface[:1].isdigit():
        return True
    ours, theirs = LETTERS.findall(name), LETTERS.findall(surface)
    if len(ours) != len(theirs):
        return bool(theirs) and theirs[0][0].isupper()
    for own, seen in zip(ours, theirs, strict=True):
        if own[0].isupper() and seen[0].islower() and seen.lower() not in SMALL_WORDS:
            telling = sum(word.lower() not in COMMON and len(word) > 2 for word in ours)
            return tier_of(name) is Tier.DISTINCT and text.islower() and (len(ours) == 1 or telling > 1)
    first = theirs[0] if theirs else ""
    # "the bear" is no title, "The Bear" may be one.
    return not first or first[0].isupper() or tier_of(name) is Tier.DISTINCT
