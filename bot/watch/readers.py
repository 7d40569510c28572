"""The readers in memory: one for the shows everybody knows, one for each server's shows of its own.

A show that only one server knows is read apart, so that its name can change nothing for anyone else. Knows no SQL,
no feeds, no Discord.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.model.entry import Entry
from bot.model.reading import Reading
from bot.model.show import Show, ShowId
from bot.model.source import EVERYONE, Scope
from bot.news.reader import Reader


@dataclass(slots=True)
class Readers:
    """The watched shows, by scope. `version` changes with them, so that a reading can be told to be out of date."""

    version: int = 0
    _by_scope: dict[Scope, Reader] = field(default_factory=dict)
    _watched: dict[Scope, dict[ShowId, Show]] = field(default_factory=dict)

    def watch(self, shows: Iterable[Show], scope: Scope = EVERYONE) -> None:
        """Begin to read for these shows; those that are read already change nothing."""
        watched = self._watched.setdefault(scope, {})
        fresh = [show for show in shows if watched.get(show.id) != show]
        if not fresh:
            return
        reader = self._by_scope.setdefault(scope, Reader(()))
        for show in fresh:
            if show.id in watched:
                reader.remove(show.id)
            reader.add(show)
            watched[show.id] = show
        self.version += 1

    def forget(self, show: ShowId, scope: Scope) -> None:
        """Read for this show no longer."""
        if self._watched.get(scope, {}).pop(show, None) is not None:
            self._by_scope[scope].remove(show)
            self.version += 1

    def watches(self, show: ShowId, scope: Scope) -> bool:
        """Whether the show is read for, in its scope or for everyone."""
        return any(show in self._watched.get(where, {}) for where in (scope, EVERYONE))

    def find(self, show: ShowId, scope: Scope) -> Show | None:
        """A show that is read for, as a scope knows it."""
        own = self._watched.get(scope, {}).get(show)
        return own or self._watched.get(EVERYONE, {}).get(show)

    def shows(self) -> Mapping[ShowId, Show]:
        """Every show that is read for."""
        return {show.id: show for watched in self._watched.values() for show in watched.values()}

    def read(self, entry: Entry, scopes: Sequence[Scope], only: ShowId | None = None) -> dict[Scope, Reading]:
        """Read an entry of a source that is heard in `scopes`, once for each scope it says something in.

        With `only`, what it says of other shows is left out.

        What a public source says of the shows everyone knows is for everyone; what it says of a server's own show is
        for that server. What a server's own source says is for that server only.
        """
        public = self._read_one(EVERYONE, entry)
        readings: dict[Scope, Reading] = {}
        for scope in self._by_scope if EVERYONE in scopes else scopes:
            reading = public if scope == EVERYONE else self._read_in(scope, entry, public)
            if reading is not None and scope not in scopes:
                reading = _of(reading, self._watched[scope])
            if reading is not None and only is not None:
                reading = _of(reading, (only,))
            if reading is not None and (reading.subjects or reading.mentions):
                readings[scope] = reading
        return readings

    def _read_one(self, scope: Scope, entry: Entry) -> Reading | None:
        reader = self._by_scope.get(scope)
        return reader.read(entry) if reader is not None and self._watched[scope] else None

    def _read_in(self, scope: Scope, entry: Entry, public: Reading | None) -> Reading | None:
        """What an entry says of a server's own shows and of those everyone knows, which `public` is about."""
        own = self._read_one(scope, entry)
        if own is None or not own.subjects:
            return public
        if public is None or not (public.subjects or public.mentions):
            return own
        # Read once more with both: "A renewed, B cancelled" is understood by whoever knows both for titles.
        named = [self._watched[EVERYONE][show] for show in (*public.subjects, *public.mentions)]
        return Reader((*named, *self._watched[scope].values())).read(entry)


def _of(reading: Reading, shows: Collection[ShowId]) -> Reading:
    """What a reading says of these shows."""
    return replace(
        reading,
        subjects=tuple(show for show in reading.subjects if show in shows),
        mentions=tuple(show for show in reading.mentions if show in shows),
        claims=tuple(claim for claim in reading.claims if claim.show in shows),
        stories=tuple(key for key in reading.stories if key.show in shows),
    )
