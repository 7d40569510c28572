"""Which show someone means: names typed by people, autocomplete, labels, from memory. Knows no Discord, no SQL."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bot.catalogue.index import TitleIndex
from bot.catalogue.slug import slug
from bot.model.errors import UserError
from bot.model.server import Track
from bot.model.show import Show, ShowId
from bot.model.source import EVERYONE, GuildId, Scope, scope_of

LONGEST_NAME = 100
"""Characters of a show's name as a person may type it."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """No show is called that."""

    text: str
    closest: tuple[Show, ...]


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Several shows are called that."""

    text: str
    candidates: tuple[Show, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The show, and the scope that knows it."""

    show: Show
    scope: Scope


@dataclass(slots=True)
class Shows:
    """The catalogue, each server's own shows, and what each server tracks, all in memory."""

    catalogue: TitleIndex
    _own: dict[Scope, TitleIndex] = field(default_factory=dict)
    _tracked: dict[GuildId, set[ShowId]] = field(default_factory=dict)
    _by_id: dict[ShowId, Show] = field(default_factory=dict)

    def learn(self, show: Show, scope: Scope) -> None:
        """A show that the store has: one that everybody knows, or a server's own."""
        self._by_id[show.id] = show
        if scope != EVERYONE:
            self._own.setdefault(scope, TitleIndex(())).add(show)
        elif self.catalogue.get(show.id) is None:
            # The catalogue has dropped it since; who tracks it must find it all the same.
            self.catalogue.add(show)

    def forget(self, show: ShowId, scope: Scope) -> None:
        """A server's own show that nobody tracks any more."""
        if scope in self._own and self._by_id.pop(show, None) is not None:
            self._own[scope].remove(show)

    def forget_server(self, guild: GuildId) -> Sequence[ShowId]:
        """Forget what a server tracks and the shows it named; returns the latter."""
        self._tracked.pop(guild, None)
        own = [show.id for show in self._own.pop(scope_of(guild), ())]
        for show in own:
            self._by_id.pop(show, None)
        return own

    def track(self, guild: GuildId, show: ShowId) -> None:
        """The server tracks it now."""
        self._tracked.setdefault(guild, set()).add(show)

    def untrack(self, guild: GuildId, show: ShowId) -> None:
        """The server tracks it in no channel any more."""
        self._tracked.get(guild, set()).discard(show)

    def load(self, watched: Iterable[tuple[Scope, Show]], tracks: Iterable[Track]) -> None:
        """Take over what the store has, at start."""
        for scope, show in watched:
            self.learn(self.catalogue.get(show.id) or show if scope == EVERYONE else show, scope)
        for track in tracks:
            self.track(track.guild, track.show)

    def get(self, show: ShowId) -> Show | None:
        """A show by its id."""
        return self.catalogue.get(show) or self._by_id.get(show)

    def visible(self, show: ShowId, guild: GuildId | None) -> Found | None:
        """A show by its id, as a server may see it: one of the catalogue, or of its own."""
        if (known := self.catalogue.get(show)) is not None:
            return Found(known, EVERYONE)
        own = self._own.get(scope_of(guild)) if guild is not None else None
        if own is not None and guild is not None and (mine := own.get(show)) is not None:
            return Found(mine, scope_of(guild))
        return None

    def label(self, show: Show) -> str:
        """Its name, with what tells it from another of the same name."""
        return self.catalogue.label(show)

    def tracked(self, guild: GuildId | None) -> frozenset[ShowId]:
        """What a server tracks."""
        return frozenset(self._tracked.get(guild, ())) if guild is not None else frozenset()

    def find(self, text: str, guild: GuildId | None) -> Found | Ambiguous | Unknown:
        """The show that someone in a server means by a name, an alias, a label or an id.

        Of several with that name the one the server tracks is meant.
        """
        asked = " ".join(text.split())
        own = self._own.get(scope_of(guild)) if guild is not None else None
        if own is not None and guild is not None and (mine := own.find(asked)):
            return Found(mine[0], scope_of(guild))
        found = self.catalogue.find(asked)
        tracked = [show for show in found if show.id in self.tracked(guild)]
        if len(tracked) == 1 or len(found) == 1:
            return Found((tracked or list(found))[0], EVERYONE)
        if found:
            return Ambiguous(asked, found)
        near = [*(own.closest(asked, 2) if own is not None else ()), *self.catalogue.closest(asked, 3)]
        return Unknown(asked, tuple(near[:3]))

    def complete(self, text: str, guild: GuildId | None, limit: int = 25) -> list[tuple[str, ShowId]]:
        """What an autocomplete offers: the server's tracked shows first, then all that everybody knows."""
        tracked = self.tracked(guild)
        own = self._own.get(scope_of(guild)) if guild is not None else None
        mine = own.prefix(text, limit, first=tracked) if own is not None else []
        offered = [*mine, *self.catalogue.prefix(text, limit, first=tracked)][:limit]
        return [(self.label(show), show.id) for show in offered]

    def name_own(self, text: str, guild: GuildId) -> Show:
        """Make a show out of a plain name, for one server. Raises `UserError` when the text is no name."""
        name = " ".join(text.split())
        if not 2 <= len(name) <= LONGEST_NAME or not any(letter.isalnum() for letter in name):
            raise UserError(f"That is no name of a show; write 2 to {LONGEST_NAME} characters.")
        return Show(id=ShowId(f"{slug(name)}-{guild}"), name=name)
