"""Tells from a pattern which letters a text must have for it to match, and which of them a text has, in one pass.

A search is dear and a look is cheap: most patterns need a word that most sentences lack. Knows no pattern by name and
no shows. Reads the part of the syntax that the lexicon is written in; whatever it does not understand needs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from bot.news.lexicon.any_case import in_small
from bot.news.lexicon.marks import SPAN

SHORTEST = 3
"""Letters of a text are looked up by so many; fewer are in nearly every sentence."""
FEW = 200
"""To look for each of so many is quicker than to look at every place of a text."""
Needs = tuple[frozenset[str], ...]
"""Of each set a text must have one: small letters, or the first mark of a class for any of it."""

_MARK = re.compile(r"[\ue000-\uf8ff]")
_MARK_RANGE = re.compile(r"([\ue000-\uf8ff])-([\ue000-\uf8ff])")
_CLASS = re.compile(r"\[(\^?)(\]?(?:[^\]\\]|\\.)*)\]", re.DOTALL)
_GROUP = re.compile(r"\((?:\?(?:P<\w+>|:))?(?!\?)")
_LOOK = re.compile(r"\(\?<?[=!]")
_REPEAT = re.compile(r"(?:([?*])|(\+)|\{(\d+)(?:,\d*)?\}|\{,\d+\})\??")
_ESCAPE = re.compile(r"\\(?:u[0-9a-f]{4}|([bBdDsSwW]|\W))")
"""Others are not understood."""


@dataclass(frozen=True, slots=True)
class Way:
    """One of the alternatives of a pattern: its own pattern, and what a text must have for it."""

    source: str
    needs: Needs


def ways_of(pattern: str) -> tuple[Way, ...]:
    """The alternatives of a pattern in small letters, in order, those of a group that is all of one taken apart."""
    try:
        return tuple(_apart(pattern))
    except (ValueError, IndexError):
        return (Way(pattern, ()),)


def _apart(pattern: str) -> Iterator[Way]:
    ways, _ = _alternatives(pattern, 0)
    for way in ways:
        inner = way.source[3:-1]
        if way.source.startswith("(?:") and way.source.endswith(")") and _group_end(way.source) == len(way.source):
            yield from _apart(inner)
        else:
            yield way


def _group_end(source: str) -> int:
    """Where the group ends that a pattern begins with."""
    return _alternatives(source, 3)[1] + 1


@dataclass(slots=True)
class _Sequence:
    """What the parts of an alternative need that were read so far."""

    needs: list[frozenset[str]] = field(default_factory=list)
    run: str = ""
    """Plain letters in a row, not yet noted."""

    def note(self) -> None:
        """Note the row of letters, which ends here."""
        if len(self.run) >= SHORTEST:
            self.needs.append(frozenset({self.run}))
        self.run = ""


def _alternatives(pattern: str, place: int) -> tuple[list[Way], int]:
    """The alternatives from a place on, and where they end: at the bracket that closes them, or with the pattern."""
    ways: list[Way] = []
    begun, seq = place, _Sequence()
    while True:
        sign = pattern[place : place + 1]
        if sign in {"|", ")", ""}:
            seq.note()
            ways.append(Way(pattern[begun:place], tuple(seq.needs)))
            if sign != "|":
                return ways, place
            begun, seq = place + 1, _Sequence()
            place += 1
            continue
        place = _part(pattern, place, seq)


def _part(pattern: str, place: int, seq: _Sequence) -> int:
    """Read one part with how often it stands; the place after it."""
    letter, needs, end = _read(pattern, place)
    repeat = _REPEAT.match(pattern, end)
    optional = repeat is not None and not repeat[2] and not int(repeat[3] or 0)
    if letter and repeat is None:
        seq.run += letter
        return end
    if letter and not optional:
        seq.run += letter
    seq.note()
    if not optional:
        seq.needs += needs
    return repeat.end() if repeat is not None else end


def _read(pattern: str, place: int) -> tuple[str, Iterable[frozenset[str]], int]:
    """A part's plain letter, or else what it needs, and where it ends."""
    sign = pattern[place]
    if sign == "\\":
        escape = _ESCAPE.match(pattern, place)
        if escape is None:
            raise ValueError(pattern)
        plain = escape[1] or ""
        return "" if plain.isalnum() else plain, (), escape.end()
    if sign == "[":
        found = _CLASS.match(pattern, place)
        if found is None:
            raise ValueError(pattern)
        return "", () if found[1] else _marks_in(found[2]), found.end()
    if sign == "(":
        return "", *_group(pattern, place)
    if sign in "^$.":
        return "", (), place + 1
    if sign in "*+?{":
        raise ValueError(pattern)
    return sign if sign.isascii() else "", (), place + 1


def _marks_in(letters: str) -> Iterable[frozenset[str]]:
    """What a class of letters needs that is all marks."""
    marks = _MARK_RANGE.fullmatch(letters)
    if marks is None:
        return ()
    return (frozenset(map(chr, range(ord(marks[1]), ord(marks[2]), SPAN))),)


def _group(pattern: str, place: int) -> tuple[Iterable[frozenset[str]], int]:
    """What a group needs, and where it ends."""
    look = _LOOK.match(pattern, place)
    opened = look or _GROUP.match(pattern, place)
    if opened is None:
        raise ValueError(pattern)
    ways, end = _alternatives(pattern, opened.end())
    if pattern[end] != ")":
        raise ValueError(pattern)
    if look is not None:
        return (), end + 1
    if len(ways) == 1:
        return ways[0].needs, end + 1
    if not all(way.needs for way in ways):
        return (), end + 1
    return (frozenset().union(*(max(way.needs, key=_rarity) for way in ways)),), end + 1


def _rarity(some: frozenset[str]) -> int:
    """How seldom a text has one of these: the longer the letters, the seldomer."""
    return min(map(len, some))


class Letters:
    """Finds which of many letters a text has, by looking at its text once."""

    def __init__(self, letters: Iterable[str]) -> None:
        every = list(dict.fromkeys(letters))
        self._marks = frozenset(some for some in every if _MARK.match(some))
        plain = [some for some in every if some not in self._marks]
        few = len(plain) <= FEW
        self._looked_for = [some for some in plain if few or len(some) < SHORTEST]
        """Of so few each is looked for."""
        self._by_start: dict[str, list[str]] = {}
        for some in plain if not few else ():
            if len(some) >= SHORTEST:
                self._by_start.setdefault(some[:SHORTEST], []).append(some)
        self._starts = frozenset(self._by_start)

    def of(self, small: str) -> list[str]:
        """The letters that a text in small letters has, and the first mark of each class of marks in it."""
        had = [some for some in self._looked_for if some in small]
        if self._starts:
            for start in self._starts.intersection([small[at : at + SHORTEST] for at in range(len(small))]):
                had += [some for some in self._by_start[start] if some in small]
        if self._marks:
            had += self._marks.intersection([chr(ord(mark) // SPAN * SPAN) for mark in _MARK.findall(small)])
        return had


class Ways:
    """The alternatives of many patterns that read whatever the case, by what a text must have for them."""

    def __init__(self, patterns: Sequence[re.Pattern[str]]) -> None:
        """ValueError for a pattern that has no twin in small letters."""
        self._meets: dict[str, int] = {}
        """By letters the needs that they meet; each need is a bit."""
        self._ways: list[list[tuple[int, str]]] = []
        """By pattern its alternatives, each with the bits of its needs."""
        bits: dict[frozenset[str], int] = {}
        for pattern in patterns:
            if not pattern.flags & re.IGNORECASE:
                raise ValueError(f"a pattern that minds the case cannot be looked for in small letters: {pattern}")
            ways = ways_of(in_small(pattern.pattern))
            self._ways.append(
                [(sum(bits.setdefault(need, 1 << len(bits)) for need in set(way.needs)), way.source) for way in ways]
            )
        for need, bit in bits.items():
            for letters in need:
                self._meets[letters] = self._meets.get(letters, 0) | bit
        self._letters = Letters(self._meets)
        self._compiled: dict[str, re.Pattern[str]] = {}

    def that_may_match(self, small: str, among: Iterable[int]) -> Iterator[tuple[int, list[re.Pattern[str]]]]:
        """The places of the patterns of `among` that may match a text in small letters, with those alternatives of
        them that may, in order. Sure only for those left out.
        """
        met = 0
        for letters in self._letters.of(small):
            met |= self._meets[letters]
        for number in among:
            may = [source for needs, source in self._ways[number] if needs & met == needs]
            if may:
                yield number, [self._compiled.get(source) or self._compile(source) for source in may]

    def _compile(self, source: str) -> re.Pattern[str]:
        """Most texts need few of them, so each is compiled when first asked for."""
        self._compiled[source] = compiled = re.compile(source)
        return compiled
