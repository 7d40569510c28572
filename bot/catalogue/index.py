"""All shows of a catalogue in memory, by every name that people use for them: exact, beginning, nearly.

Built once and changed in place, so that an autocomplete needs no query: of 50,000 shows it has its answer in under a
millisecond, while guessing at a mistyped title takes some 10. Knows no files, no SQL, no servers.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Collection, Iterable, Iterator
from itertools import chain, islice

from bot.catalogue.fold import squeeze, without_the, words
from bot.catalogue.keys import Keys
from bot.catalogue.near import Spellings, likeness, shares, slips, telling
from bot.model.show import Show, ShowId

LONGEST_LABEL = 100
"""Characters; what Discord takes as the name of a choice."""

_MOST_QUALIFIERS = 4
"""Words after a name that may tell it from others of that name, such as `BBC One UK 2019`."""
_LONGEST_GUESS = 100
"""Characters that `closest` looks at."""
_MOST_GUESSES = 50
_MOST_GUESS_WORDS = 4
_COUNTRY_WORDS = {"GB": ("gb", "uk"), "US": ("us", "usa")}
_COUNTRY_LABELS = {"GB": "UK"}

_Sorted = list[tuple[str, ShowId]]


class TitleIndex:
    """Shows by name. Ids are unique: to add a show again replaces it."""

    def __init__(self, shows: Iterable[Show]) -> None:
        self._shows: dict[ShowId, Show] = {}
        self._keys: dict[ShowId, Keys] = {}
        self._exact: dict[str, dict[ShowId, None]] = {}
        self._spellings = Spellings()
        """The keys of `_exact`."""
        self._beginnings: _Sorted = []
        self._middles: _Sorted = []
        for show in {show.id: show for show in shows}.values():
            keys = self._enter(show)
            self._beginnings.extend((key, show.id) for key in keys.beginnings)
            self._middles.extend((key, show.id) for key in keys.middles)
        self._beginnings.sort()
        self._middles.sort()

    def __len__(self) -> int:
        return len(self._shows)

    def __iter__(self) -> Iterator[Show]:
        return iter(tuple(self._shows.values()))

    def add(self, show: Show) -> None:
        """Take in a show, in place of the one with its id."""
        self.remove(show.id)
        keys = self._enter(show)
        for key in keys.beginnings:
            insort(self._beginnings, (key, show.id))
        for key in keys.middles:
            insort(self._middles, (key, show.id))

    def remove(self, show: ShowId) -> None:
        """Forget a show, if it is here."""
        if self._shows.pop(show, None) is None:
            return
        keys = self._keys.pop(show)
        for key in keys.exact:
            del self._exact[key][show]
            if not self._exact[key]:
                del self._exact[key]
                self._spellings.remove(key)
        for key in keys.beginnings:
            del self._beginnings[bisect_left(self._beginnings, (key, show))]
        for key in keys.middles:
            del self._middles[bisect_left(self._middles, (key, show))]

    def get(self, show: ShowId) -> Show | None:
        """A show by its id."""
        return self._shows.get(show)

    def find(self, text: str) -> tuple[Show, ...]:
        """The shows that are called so: an id is that show; else all with the name, alias or label, likeliest first.

        Case, accents, punctuation and a leading `the` are forgiven; a year, country or network may follow the name.
        """
        known = self._shows.get(ShowId(text.strip()))
        if known is not None:
            return (known,)
        asked = words(text)
        return self._called(asked) or self._qualified(asked)

    def prefix(self, text: str, limit: int, *, first: Collection[ShowId] = ()) -> list[Show]:
        """At most `limit` shows of which a title goes on as the text does, from its beginning or from a later word.

        Those in `first` come first, then those that begin so, each alphabetically. Any show goes on from no text.
        """
        asked = words(text)
        found = self._going_on(squeeze(asked), limit, first)
        if not found:
            found = self._going_on(squeeze(without_the(asked)), limit, first)
        return found or list((self.find(text) or self._qualified(asked, typing=True))[: max(limit, 0)])

    def closest(self, text: str, limit: int) -> tuple[Show, ...]:
        """At most `limit` shows that someone may have meant who mistyped a title or knows a part of it; often none."""
        asked = words(text[:_LONGEST_GUESS])
        near: dict[ShowId, float] = {}
        for key in self._spelt_like(asked):
            for show in self._exact[key]:
                near[show] = max(near.get(show, 0.0), likeness(squeeze(asked), key))
        telling_words = telling(asked)
        for show in self._sharing(telling_words):
            for title in self._keys[show].titles:
                if shares(telling_words, title):
                    near[show] = max(near.get(show, 0.0), likeness(squeeze(asked), squeeze(title)))
        best = sorted(near, key=lambda show: (-near[show], show))[: max(limit, 0)]
        return tuple(self._shows[show] for show in best)

    def label(self, show: Show) -> str:
        """The name, with what tells the show from others of that name: `find` gives back this show and no other.

        At most `LONGEST_LABEL` characters. A show that is not here goes by its name.
        """
        if show.id not in self._shows:
            return show.name[:LONGEST_LABEL]
        for candidate in _labels(show):
            if len(candidate) <= LONGEST_LABEL and [found.id for found in self.find(candidate)] == [show.id]:
                return candidate
        return show.id

    def _enter(self, show: Show) -> Keys:
        keys = Keys.of(show)
        self._shows[show.id], self._keys[show.id] = show, keys
        for key in keys.exact:
            self._exact.setdefault(key, {})[show.id] = None
            self._spellings.add(key)
        return keys

    def _called(self, asked: tuple[str, ...]) -> tuple[Show, ...]:
        if not asked:
            return ()
        key, toggled = squeeze(asked), squeeze(_toggled(asked))
        ids = self._exact.get(key) or self._exact.get(toggled) or {}
        # The very name goes before an alias, then the newest show before older ones.
        return tuple(
            sorted(
                (self._shows[show] for show in ids),
                key=lambda show: (
                    squeeze(self._keys[show.id].titles[0]) not in {key, toggled},
                    -(show.year or 0),
                    show.id,
                ),
            )
        )

    def _qualified(self, asked: tuple[str, ...], *, typing: bool = False) -> tuple[Show, ...]:
        """A name followed by what tells it from others; `typing` means that the last word may go on."""
        for count in range(1, min(_MOST_QUALIFIERS, len(asked) - 1) + 1):
            name, said = asked[:-count], asked[-count:]
            found = tuple(show for show in self._called(name) if _fits(show, said, typing=typing))
            if found:
                return found
        return ()

    def _going_on(self, key: str, limit: int, first: Collection[ShowId]) -> list[Show]:
        placed = ((self._keys[show].place(key), show) for show in set(first) if show in self._shows)
        preferred = sorted((place, show) for place, show in placed if place is not None)
        found: dict[ShowId, None] = {}
        for show in chain((show for _, show in preferred), _from(self._beginnings, key), _from(self._middles, key)):
            if len(found) >= limit:
                break
            found[show] = None
        return [self._shows[show] for show in found]

    def _spelt_like(self, asked: tuple[str, ...]) -> set[str]:
        allowed = slips(squeeze(without_the(asked)))
        if not allowed:
            return set()
        return {
            key
            for spelling in {squeeze(asked), squeeze(_toggled(asked))}
            for key in self._spellings.within(spelling, slips=allowed, most=_MOST_GUESSES)
        }

    def _sharing(self, telling_words: list[str]) -> set[ShowId]:
        return {
            show
            for word in telling_words[:_MOST_GUESS_WORDS]
            for keys in (self._beginnings, self._middles)
            for show in islice(_from(keys, word), _MOST_GUESSES)
        }


def _from(keys: _Sorted, key: str) -> Iterator[ShowId]:
    """The shows of sorted keys that go on from this one."""
    for at in range(bisect_left(keys, (key, "")), len(keys)):
        if not keys[at][0].startswith(key):
            return
        yield keys[at][1]


def _toggled(asked: tuple[str, ...]) -> tuple[str, ...]:
    return asked[1:] if asked[:1] == ("the",) and len(asked) > 1 else ("the", *asked)


def _fits(show: Show, said: tuple[str, ...], *, typing: bool) -> bool:
    country = show.country or ""
    known = {*_COUNTRY_WORDS.get(country, words(country)), *words(show.network or ""), *words(str(show.year or ""))}
    whole, last = (said[:-1], said[-1]) if typing else (said, "")
    return all(word in known for word in whole) and any(word.startswith(last) for word in known)


def _labels(show: Show) -> Iterator[str]:
    """Ways to write a show, the plainest first."""
    country = _COUNTRY_LABELS.get(show.country or "", show.country)
    year = str(show.year) if show.year is not None else None
    yield show.name
    for known in ((country,), (year,), (country, year), (show.network,), (show.network, year)):
        parts = [part for part in known if part]
        if len(parts) == len(known):
            yield f"{show.name} ({', '.join(parts)})"
