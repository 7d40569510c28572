"""Two or three sentences that tell what happened: the first in our own words from the claims, then the entry's own.

Says nothing that the entry does not: no number and no name that it lacks. Knows no Discord.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from bot.model.claim import Claim
from bot.model.show import Show
from bot.news.sentences import Place, Sentence
from bot.news.wording import headline

MIN_LENGTH, MAX_LENGTH = 40, 400
"""Characters of a summary."""

_ENOUGH = 260
"""Characters after which no further sentence is taken."""
_MOST_SENTENCES = 3
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]{3,}")
_NAME = re.compile(r"(?<![.!?:]\s)(?<!^)\b[A-ZÀ-Ž][\w’'-]+")
_CHATTER = re.compile(
    r"\b(?:sign up|subscribe|newsletter|click here|read more|find out|let us know|here['’]s everything|spoilers?)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?…][”’\"')\]]*$")
_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"), ("«", "»"))


def summarise(show: Show, claims: Sequence[Claim], sentences: Sequence[Sentence], old: Collection[int]) -> str:
    """A summary of an entry's news of a show: 40 to 400 characters.

    `claims` are those of the show, the main one first; `old` are the numbers of sentences that tell of the past.
    """
    opening = _opening(show, claims, " ".join(sentence.text for sentence in sentences))
    parts = [opening] if opening else []
    said = _words(opening)
    for text in _candidates(sentences, old):
        if len(parts) >= _MOST_SENTENCES or _length(parts) >= _ENOUGH:
            break
        if _length(parts) + len(text) < MAX_LENGTH and _adds(text, said):
            parts.append(text)
            said |= _words(text)
    if _length(parts) < MIN_LENGTH:
        parts.append(_whole(sentences[0].text) or "No more is told yet.")
    if _length(parts) < MIN_LENGTH:
        parts.append("The report tells no more so far.")
    return cut(" ".join(parts))


def _opening(show: Show, claims: Sequence[Claim], source: str) -> str:
    """What happened, in our words; nothing where they would hold a number or a name that the entry lacks."""
    vague = [replace(claim, season=None, when=None) for claim in claims]
    forms = (headline(form[0], show, form[1:]) for form in (claims, vague))
    words = next((words for words in forms if _is_supported(words, source)), "")
    if not words:
        return ""
    name = show.name if show.name.casefold() in source.casefold() else ""
    if not name:
        return f"{words}."
    topic, colon, rest = _inside(words, claims).partition(": ")
    # One colon is enough: "Suits, cast news: …".
    return f"{name}, {topic}: {rest}." if colon else f"{name}: {topic}."


def _is_supported(words: str, source: str) -> bool:
    """Whether the entry has every number and name of our words; "the fourth" supports no 4."""
    named = all(name in source for name in _NAME.findall(words) if name not in _MONTHS)
    return named and _numbers(words) <= _numbers(source)


_MONTHS = frozenset(
    {
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    }
)  # fmt: skip
"""Written out where the entry may have them short or in numbers."""


def _inside(words: str, claims: Sequence[Claim]) -> str:
    """After a colon: a small letter, unless the words begin with a name."""
    names = [name for claim in claims for name in claim.slot.split(", ") if name]
    return words if any(words.startswith(name) for name in names) else words[:1].lower() + words[1:]


def _candidates(sentences: Sequence[Sentence], old: Collection[int]) -> Iterator[str]:
    """Sentences that may stand in a summary, with their ends mended: whole, new, of the entry itself."""
    for number, sentence in enumerate(sentences):
        if number in old or sentence.place in (Place.LINKS, Place.TITLE) or _CHATTER.search(sentence.text):
            continue
        if len(text := _whole(sentence.text)) >= 30:
            yield text


def _numbers(text: str) -> set[str]:
    return {digits.lstrip("0") or "0" for digits in _NUMBER.findall(text)}


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)}


def _adds(text: str, said: set[str]) -> bool:
    """Whether a sentence says something that was not said."""
    words = _words(text)
    return len(words - said) >= max(3, len(words) // 3)


def _length(parts: Sequence[str]) -> int:
    return sum(map(len, parts)) + max(0, len(parts) - 1)


def _whole(text: str) -> str:
    """A sentence with its end, and with its quotes and brackets in pairs."""
    text = " ".join(text.split())
    for opening, closing in _PAIRS:
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    if text.count('"') % 2:
        text = text.replace('"', "")
    text = text.strip()
    return text if not text or _ENDS.search(text) else f"{text}."


def cut(text: str) -> str:
    """At most `MAX_LENGTH` characters, cut at the end of a sentence or else of a word."""
    if len(text) <= MAX_LENGTH:
        return text
    head = text[:MAX_LENGTH]
    stop = max(head.rfind(mark) for mark in (". ", "! ", "? "))
    if stop >= MIN_LENGTH:
        return head[: stop + 1]
    words = head[: MAX_LENGTH - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-")
    return f"{words}…"
