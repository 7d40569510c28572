"""Two or three sentences that tell what happened: the first in our own words from the claims, then the entry's own.

Says nothing that the entry does not: no number and no name that it lacks. Knows no Discord.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from bot.model.claim import Claim
from bot.model.show import Show
from bot.news.opening import named, opening
from bot.news.sentences import Place, Sentence

MIN_LENGTH, MAX_LENGTH = 40, 400
"""Characters of a summary."""

_ENOUGH = 260
"""Characters after which no further sentence is taken."""
_MOST_SENTENCES = 3
_LOOKED_AT = 12
"""Sentences of which some may be taken; news is told in the first of them."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_CHATTER = re.compile(
    r"\b(?:sign up|subscribe|newsletter|click here|read more|find out|let us know|here['’]s everything|spoilers?)\b",
    re.IGNORECASE,
)
_FACT = re.compile(
    r"\d|(?<![.!?:]\s)(?<!^)\b[A-ZÀ-Ž][\w’'-]*[a-zà-ž]|"
    r"\b(?:said|says|announced|confirmed|according|seasons?|series|episodes?|films?|movie|filming|production|premieres?|"
    r"trailer|cast|role|star(?:s|ring)?|return\w*|network|streamer|showrunner|creator)\b"
)
"""A number, a name or a word of the trade: a sentence with one of them is likely to tell something."""
_ENDS = re.compile(r"[.!?…][”’\"')\]]*$")
_STOP = re.compile(r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St|Jr|Sr))(?<!\bMrs)[.!?…][”’\"')\]]*(?= )")
"""Where a sentence ends within a text; not behind an initial or a short form of address."""
_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"), ("«", "»"))


def summarise(show: Show, claims: Sequence[Claim], sentences: Sequence[Sentence], old: Collection[int]) -> str:
    """A summary of an entry's news of a show: 40 to 400 characters, quotes and brackets in pairs.

    `claims` are those of the show, the main one first; `old` are the numbers of sentences that tell of the past.
    """
    return _with_facts(opening(show, claims, _text(sentences)), sentences, old)


def summarise_unread(show: Show, sentences: Sequence[Sentence], old: Collection[int]) -> str:
    """A summary of an entry about a show in which no news was recognised, though it may tell some: of the same form."""
    return _with_facts(named(UNREAD, show, (), _text(sentences)), sentences, old)


UNREAD = "in the news, but what happened was not recognised"


def _text(sentences: Sequence[Sentence]) -> str:
    return " ".join(sentence.text for sentence in sentences)


def _with_facts(first: str, sentences: Sequence[Sentence], old: Collection[int]) -> str:
    """A first sentence of ours, and one or two of the entry."""
    parts = [first]
    said = _words(first)
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


def _candidates(sentences: Sequence[Sentence], old: Collection[int]) -> Iterator[str]:
    """Sentences that may stand in a summary, with their ends mended: whole, new, of the entry itself.

    Those that tell a fact; where none does, the first one.
    """
    told: list[str] = []
    for number, sentence in enumerate(sentences):
        if number in old or sentence.place in (Place.LINKS, Place.TITLE) or _CHATTER.search(sentence.text):
            continue
        if len(text := _whole(sentence.text)) >= 30:
            told.append(text)
        if len(told) == _LOOKED_AT:
            break
    yield from [text for text in told if _FACT.search(text)] or told[:1]


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
    text = paired(" ".join(text.split())).strip()
    return text if not text or _ENDS.search(text) else f"{text}."


def paired(text: str) -> str:
    """The same without quotes and brackets of a sort that does not open and close in turn."""
    # German opens with „ and closes with “.
    german = "„" in text and _in_pairs(text, "„", "“")
    for start, end in _PAIRS if not german else _PAIRS[1:]:
        if not _in_pairs(text, start, end):
            text = text.replace(start, "").replace(end, "")
    if not german:
        text = text.replace("„", "")
    if text.count('"') % 2:
        text = text.replace('"', "")
    # A lone ’ is an apostrophe; a lone ‘ opened a quote.
    return text.replace("‘", "") if text.count("‘") > text.count("’") else text


def _in_pairs(text: str, start: str, end: str) -> bool:
    if start not in text and end not in text:
        return True
    if start not in text:
        return end not in text
    depth = 0
    for letter in text:
        depth += (letter == start) - (letter == end)
        if depth < 0:
            return False
    return depth == 0


def cut(text: str) -> str:
    """At most `MAX_LENGTH` characters, cut at the end of a sentence or else of a word; what is cut stays in pairs."""
    if len(text) <= MAX_LENGTH:
        return text
    stops = [stop.end() for stop in _STOP.finditer(text, 0, MAX_LENGTH + 1) if MIN_LENGTH <= stop.end() <= MAX_LENGTH]
    if stops:
        return paired(text[: stops[-1]])
    words = paired(text[: MAX_LENGTH - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-"))
    return f"{words}…"
