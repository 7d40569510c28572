"""Finds names of shows in a text, many thousand of them at once, by their words; a name can be added or taken out at
any time. Tells only that the words stand there; whether they mean the show is for `gate`.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from bot.model.show import Show, ShowId

MAX_WORDS = 14
"""Words of a name that are looked at; no title is longer."""

_WORD = re.compile(r"[^\W_]+")
_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z][^\W_A-Z\d]*|\d+|[^\W_A-Z\d]+")
"""One word of a hashtag: "#SaveKingfisher2" has three."""
_GAP = re.compile(r"[\s\W_]{0,4}")
_SENTENCE_ENDS = re.compile(r"[.!?:;…]\s|[\n()\[\]“”\"•|]|,\s")
_LABEL = re.compile(r"\s*\((?:[A-Z]{2}|[A-Z][a-z]+|(?:19|20)\d\d|[A-Z]{2}, (?:19|20)\d\d)\)$")
_SIGNS = ("%", "$", "+")
_NUMBERED = re.compile(r"(.+\D)\s(\d{1,2})$")


class Word(NamedTuple):
    """One word of a text: where it stands and its letters folded."""

    start: int
    end: int
    folded: str


@dataclass(frozen=True, slots=True)
class Hit:
    """Words of a text that are the name of one show, or of several of the same name."""

    start: int
    end: int
    name: str
    """The title as the show has it."""
    shows: tuple[ShowId, ...]


@dataclass(slots=True)
class _Phrase:
    """What a folded name stands for."""

    shows: dict[ShowId, str] = field(default_factory=dict)


def words_of(text: str) -> list[Word]:
    """The words of a text; an apostrophe, a hyphen or a stop parts words, in a hashtag capitals do too."""
    ascii_only = text.isascii()
    found: list[re.Match[str]] = []
    for match in _WORD.finditer(text):
        if text[match.start() - 1 : match.start()] == "#":
            found += _PART.finditer(text, match.start(), match.end())
        else:
            found.append(match)
    if ascii_only:
        small = text.lower()
        return [Word(start, end, small[start:end]) for start, end in map(re.Match.span, found)]
    return [Word(m.start(), m.end(), _fold(m.group())) for m in found]


def fold(text: str) -> str:
    """A name as the index compares it: its words in small letters without accents; "&" is "and"."""
    return " ".join(word.folded for word in words_of(text.replace("&", " and ")))


def _fold(word: str) -> str:
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


class NameIndex:
    """Names by their words. Adding and removing take effect at once and cost nothing but the show's own names."""

    def __init__(self, shows: Iterable[Show] = ()) -> None:
        self._shows: dict[ShowId, Show] = {}
        self._phrases: dict[str, _Phrase] = {}
        self._lengths: dict[str, Counter[int]] = {}
        for show in shows:
            self.add(show)

    def add(self, show: Show) -> None:
        """Know a show; one that has its id is replaced."""
        self.remove(show.id)
        self._shows[show.id] = show
        for key, name in _keys(show):
            phrase = self._phrases.get(key)
            if phrase is None:
                phrase = self._phrases[key] = _Phrase()
                first, length = _first_and_length(key)
                self._lengths.setdefault(first, Counter())[length] += 1
            phrase.shows.setdefault(show.id, name)

    def remove(self, show: ShowId) -> None:
        """Know it no longer; an unknown id changes nothing."""
        known = self._shows.pop(show, None)
        if known is None:
            return
        for key, _ in _keys(known):
            phrase = self._phrases.get(key)
            if phrase is None or phrase.shows.pop(show, None) is None or phrase.shows:
                continue
            del self._phrases[key]
            first, length = _first_and_length(key)
            lengths = self._lengths[first]
            lengths[length] -= 1
            if lengths[length] <= 0:
                del lengths[length]
            if not lengths:
                del self._lengths[first]

    def get(self, show: ShowId) -> Show:
        """The show of an id that the index knows."""
        return self._shows[show]

    def __len__(self) -> int:
        return len(self._shows)

    def exact(self, text: str) -> dict[ShowId, str]:
        """The shows of which a text is a name, such as a tag of a feed."""
        phrase = self._phrases.get(fold(text))
        return dict(phrase.shows) if phrase is not None else {}

    def find(self, text: str) -> Iterator[Hit]:
        """Every name in a text, from left to right; of names that begin together the longest, and none inside it."""
        words = _with_ampersands(text, words_of(text))
        folded = [word.folded for word in words]
        place = 0
        while place < len(words):
            hit = self._at(text, words, folded, place)
            if hit is None:
                place += 1
                continue
            length, found = hit
            yield found
            place += length

    def _at(self, text: str, words: list[Word], folded: list[str], place: int) -> tuple[int, Hit] | None:
        lengths = self._lengths.get(folded[place])
        if lengths is None:
            return None
        for length in sorted(lengths, reverse=True):
            if place + length > len(words):
                continue
            phrase = self._phrases.get(" ".join(folded[place : place + length]))
            if phrase is None:
                continue
            run = words[place : place + length]
            name = next(iter(phrase.shows.values()))
            if not _stands_together(text, run, name):
                continue
            end = run[-1].end
            if name.endswith(_SIGNS) and text[end : end + 1] != name[-1]:
                # "3" is not "3%".
                continue
            # "S.W.A.T." and "Jeopardy!" have their last mark with them.
            end += name[-1:] in {".", "!", "?"} and text[end : end + 1] == name[-1]
            return length, Hit(run[0].start, end, name, tuple(phrase.shows))
        return None


def _with_ampersands(text: str, words: list[Word]) -> list[Word]:
    """The words with "&" and "+" between spaces read as "and"."""
    if " & " not in text:
        return words
    extra = [Word(m.start(), m.end(), "and") for m in re.finditer(r"(?<=\s)&(?=\s)", text)]
    return sorted([*words, *extra], key=lambda word: word.start)


def _stands_together(text: str, run: list[Word], name: str) -> bool:
    """Whether nothing but a few marks parts the words: a sentence may not end within a name."""
    for one, following in pairwise(run):
        between = text[one.end : following.start]
        if between == " " or between in name:
            continue
        if not _GAP.fullmatch(between):
            return False
        if _SENTENCE_ENDS.search(between) and not between.startswith((":", ".", ",", "!")):
            return False
        if between.startswith(".") and len(one.folded) > 2 and len(between) > 1:
            return False
    return True


def _first_and_length(key: str) -> tuple[str, int]:
    return key.partition(" ")[0], key.count(" ") + 1


def _keys(show: Show) -> Iterator[tuple[str, str]]:
    """Every way a show's titles may be written, each with the title it stands for."""
    for title in show.titles:
        numbered = _NUMBERED.fullmatch(title)
        # "Stranger Things 5" is the show and a number; the number is for the season to read.
        for form in _forms(numbered[1] if numbered is not None and numbered[1] in show.titles else title):
            key = fold(form)
            if key and key.count(" ") < MAX_WORDS:
                yield key, title


def _forms(title: str) -> Iterator[str]:
    yield title
    bare = _LABEL.sub("", title)
    if bare and bare != title:
        yield bare
    if title.startswith("The ") and fold(title).count(" ") > 2:
        # "Handmaid's Tale renewed".
        yield title[4:]
    if "'" in title or "’" in title:
        yield title.replace("'", "").replace("’", "")
