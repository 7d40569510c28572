"""What a show is looked up by: its titles folded, whole and from each word on. Knows nothing of other shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from bot.catalogue.fold import squeeze, without_the, words
from bot.model.show import Show


@dataclass(frozen=True, slots=True)
class Keys:
    """Squeezed, folded texts; none is in two of `beginnings` and `middles`."""

    titles: tuple[tuple[str, ...], ...]
    """The words of the name, then of each alias."""
    exact: frozenset[str]
    """Each title as a whole, and the id."""
    beginnings: frozenset[str]
    """Each title from its first word, and from the one after `the`; an empty one for a name without any letter."""
    middles: frozenset[str]
    """Each title from each later word."""

    @classmethod
    def of(cls, show: Show) -> Self:
        """The keys of a show."""
        titles = tuple(map(words, show.titles))
        beginnings = frozenset(squeeze(part) for title in titles for part in (title, without_the(title)))
        return cls(
            titles=titles,
            exact=frozenset(map(squeeze, (*titles, words(show.id)))) - {""},
            beginnings=beginnings,
            middles=frozenset(squeeze(title[at:]) for title in titles for at in range(1, len(title))) - beginnings,
        )

    def place(self, key: str) -> tuple[bool, str] | None:
        """Where a title goes on as the key does, as it is sorted: whether only from a later word, and what is there."""
        for later, keys in ((False, self.beginnings), (True, self.middles)):
            going_on = [candidate for candidate in keys if candidate.startswith(key)]
            if going_on:
                return later, min(going_on)
        return None
