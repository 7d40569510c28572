"""How near what someone typed is to a title: a few slips of the fingers, or most of the words.

Works on folded words; knows nothing of shows.
"""

from __future__ import annotations

from itertools import chain

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

_SHORTEST = 3
"""Letters; of less no one can say what was meant."""
_LETTERS_PER_SLIP = 3.5
_MOST_SLIPS = 4
_SHARE = 0.6
"""Of the letters that were typed, those in words that the title has too."""
_SMALL = frozenset({"a", "an", "and", "at", "by", "for", "in", "of", "on", "the", "to"})


class Spellings:
    """Squeezed titles by their length, so that only those that can be near are measured."""

    def __init__(self) -> None:
        self._by_length: dict[int, dict[str, None]] = {}

    def add(self, title: str) -> None:
        """Take in a title; twice is once."""
        self._by_length.setdefault(len(title), {})[title] = None

    def remove(self, title: str) -> None:
        """Forget a title that is here."""
        del self._by_length[len(title)][title]

    def within(self, asked: str, *, slips: int, most: int) -> list[str]:
        """At most `most` titles that at most so many slips make of what was asked, the nearest first."""
        lengths = range(len(asked) - slips, len(asked) + slips + 1)
        titles = list(chain.from_iterable(self._by_length.get(length, ()) for length in lengths))
        near = process.extract(asked, titles, scorer=OSA.distance, score_cutoff=slips, limit=most)
        return [title for title, _, _ in near]


def slips(asked: str) -> int:
    """How many letters of a squeezed text may be wrong, missing, too many or swapped with the next."""
    return 0 if len(asked) < _SHORTEST else min(max(1, int(len(asked) / _LETTERS_PER_SLIP)), _MOST_SLIPS)


def telling(asked: tuple[str, ...]) -> list[str]:
    """The words that tell a title from others, the longest first."""
    return sorted((word for word in asked if len(word) >= _SHORTEST and word not in _SMALL), key=len, reverse=True)


def shares(asked: list[str], title: tuple[str, ...]) -> bool:
    """Whether a title has most of the telling words that were typed, or words like them."""
    shared = sum(len(word) for word in asked if any(OSA.distance(word, other) <= _word_slips(word) for other in title))
    return shared >= _SHARE * sum(map(len, asked)) > 0


def likeness(asked: str, title: str) -> float:
    """0 to 100, of two squeezed texts."""
    return fuzz.ratio(asked, title)


def _word_slips(word: str) -> int:
    return min(int(len(word) / _LETTERS_PER_SLIP), 2)
