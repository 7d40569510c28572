"""The first sentence of a summary: what happened in our words, in the figures and names that the entry itself uses.

Knows nothing of the rest of the summary, of stories or cards.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.model.claim import Claim
from bot.model.show import Show
from bot.model.when import MONTHS
from bot.news.seasons import CARDINALS, ORDINALS
from bot.news.wording import headline

_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]+")
_NAME = re.compile(r"(?<![.!?:]\s)(?<!^)\b[A-ZÀ-Ž][\w’'-]+")
_COUNTED = re.compile(r"\bseasons? \d{1,2}(?:(?:, | and )\d{1,2}\b)*|\bafter \d{1,2}(?= seasons?\b)")
"""Numbers of ours that may be written out: of seasons, and how many there were."""
_YEAR_AFTER = re.compile(
    rf"(?<=(?:{'|'.join(sorted({name[-3:] for name in (*MONTHS, 'spring', 'summer', 'autumn', 'winter')}))}))"
    r" (?:19|20)\d\d\b"
)
_IN_WORDS = {number: word for word, number in reversed(CARDINALS.items())}


def opening(show: Show, claims: Sequence[Claim], source: str) -> str:
    """What happened, as exactly as the entry supports it: no number and no name that it lacks.

    `claims` are those of the show, the main one first; `source` is the entry's text. Never empty.
    """
    for form in _forms(claims):
        words = _as_written(headline(form[0], show, form[1:]), source)
        if words is not None:
            return named(words, show, claims, source)
    return named("something new is told", show, claims, source)


def retold(summary: str, show: Show, before: Sequence[Claim], after: Sequence[Claim]) -> str:
    """A summary whose opening was made from the claims `before`, told from `after`: the same, with other certainty."""
    for old, new in zip(_forms(before), _forms(after), strict=True):
        ours, told = headline(old[0], show, old[1:]), headline(new[0], show, new[1:])
        for write in (str, _without_year, _written_out, lambda words: _written_out(_without_year(words))):
            at = summary.lower().find(f"{write(ours).lower()}.")
            if ours != told and at in (0, *(len(title) + len(": ") for title in show.titles)):
                # "Rumour: …" at the beginning, "Heartstopper: rumour: …" behind a name.
                words = write(told)
                words = f"{words[:1].lower()}{words[1:]}" if at else words
                return f"{summary[:at]}{words}{summary[at + len(write(ours)) :]}"
    return summary


def numbers_in(text: str) -> set[str]:
    """The numbers of a text, without leading zeros."""
    return {digits.lstrip("0") or "0" for digits in _NUMBER.findall(text)}


def _forms(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """The claims ever vaguer: without their seasons, without their dates, without names, without their sentences."""
    yield list(claims)
    yield [replace(claim, season=None) for claim in claims]
    yield [replace(claim, when=None) for claim in claims]
    yield [replace(claim, season=None, when=None) for claim in claims]
    yield [replace(claim, season=None, when=None, slot="") for claim in claims]
    yield [replace(claim, season=None, when=None, slot="", sentence="") for claim in claims]


def _as_written(words: str, source: str) -> str | None:
    """Our words with the entry's figures, "season four" where it writes "fourth"; None where it supports them not."""
    there = numbers_in(source)
    written = {word.lower() for word in _WORD.findall(source)}
    counted = CARDINALS | ORDINALS

    def as_there(match: re.Match[str]) -> str:
        """In figures where it has them all, else each in words that it has in words."""
        numbers = [int(number) for number in _NUMBER.findall(match.group())]
        if {str(number) for number in numbers} <= there:
            return match.group()
        worded = {str(number) for number in numbers if any(counted.get(word) == number for word in written)}
        return _NUMBER.sub(lambda one: _in_words(one) if one.group() in worded else one.group(), match.group())

    words = _COUNTED.sub(as_there, words)
    words = _YEAR_AFTER.sub(lambda match: match.group() if match.group().strip() in there else "", words)
    named = all(name in source for name in _NAME.findall(words) if name not in MONTHS)
    return words if named and numbers_in(words) <= there else None


def _without_year(words: str) -> str:
    return _YEAR_AFTER.sub("", words)


def _written_out(words: str) -> str:
    return _COUNTED.sub(lambda match: _NUMBER.sub(_in_words, match.group()), words)


def _in_words(number: re.Match[str]) -> str:
    return _IN_WORDS.get(int(number.group()), number.group())


def named(words: str, show: Show, claims: Sequence[Claim], source: str) -> str:
    """A sentence about the show by the name that the entry calls it; without one where it calls it otherwise."""
    folded = source.casefold()
    called = [title for title in show.titles if title.casefold() in folded]
    if not called:
        return f"{words[:1].upper()}{words[1:]}."
    name = show.name if show.name in called else max(called, key=len)
    topic, colon, rest = _inside(words, claims).partition(": ")
    # One colon is enough: "Suits, cast news: …".
    return f"{name}, {topic}: {rest}." if colon else f"{name}: {topic}."


def _inside(words: str, claims: Sequence[Claim]) -> str:
    """After a colon: a small letter, unless the words begin with a name."""
    names = [name for claim in claims for name in claim.slot.split(", ") if name]
    return words if any(words.startswith(name) for name in names) else words[:1].lower() + words[1:]
