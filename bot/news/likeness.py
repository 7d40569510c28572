"""How alike texts are: cosines of word counts, the words weighted by how few of the texts have them.

Knows nothing of shows, stories or news; the same texts give the same figures.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence

_LOOKED_AT = 1_000
"""Characters of a text: what news is about stands at its beginning."""
_WORD = re.compile(r"[^\W_]{2,}")
_ENDINGS = re.compile(r"(?<=\w{4})(?:ings?|ed|es|s)$")
_EMPTY = frozenset(
    """
    about after again all also an and any are as at back be been before being but by can could did do does for from get
    gets going had has have he her here his how if in into is it its just like ll made make may might more most much
    no not now of off on one only or other our out over own re said say saying says she should show shows so some still
    such tell tells than that the their them then there they this those to told too tv up us ve very was we well were
    what when where which who why will with would year years you your season seasons series news nothing decided hope
    talk rumour report reports netflix hbo max bbc itv prime video amazon apple disney hulu peacock paramount fox abc
    cbs nbc channel streamer network
    """.split()  # noqa: SIM905 - words, not a list of strings
)
"""Words that tell one piece of news from no other."""

Counts = Mapping[str, int]


def counts_of(text: str) -> Counts:
    """How often each word stands in a text that says something: folded, without endings."""
    plain = unicodedata.normalize("NFKD", text[:_LOOKED_AT].casefold())
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return Counter(_ENDINGS.sub("", word) for word in _WORD.findall(letters) if word not in _EMPTY)


def likeness(text: Counts, others: Sequence[Counts], common: Sequence[str] = ()) -> list[float]:
    """The cosine of a text to each of the others, 0 to 1. Words in `common` count for nothing."""
    every = [text, *others]
    spread = Counter(word for counts in every for word in counts)
    skipped = set(common)
    # Smoothed, so that a word that all have still counts a little: of two texts every shared word is one that all have.
    weights = {
        word: 0.0 if word in skipped else math.log((1 + len(every)) / (1 + held)) + 0.5 for word, held in spread.items()
    }
    ours = _vector(text, weights)
    return [_cosine(ours, _vector(other, weights)) for other in others]


def _vector(counts: Counts, weights: Mapping[str, float]) -> dict[str, float]:
    return {word: (1 + math.log(count)) * weights[word] for word, count in counts.items()}


def _cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    # Summed exactly, so that the order of words decides nothing.
    lengths = math.sqrt(math.fsum(x * x for x in a.values()) * math.fsum(x * x for x in b.values()))
    shared = math.fsum(a[word] * b[word] for word in a.keys() & b.keys())
    return min(1.0, shared / lengths) if lengths else 0.0
