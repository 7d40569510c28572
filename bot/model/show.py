"""A show: who it is, in the terms that tell it from other shows of the same name. Knows nothing of its news."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

ShowId = NewType("ShowId", str)
"""A slug: lower-case ASCII words joined by hyphens, such as `heartstopper` or `ghosts-us`."""


@dataclass(frozen=True, slots=True)
class Show:
    """A television show. All but `id` and `name` may be unknown."""

    id: ShowId
    name: str
    aliases: tuple[str, ...] = ()
    year: int | None = None
    """Year of the first episode."""
    country: str | None = None
    """ISO 3166-1 alpha-2 code of the home country."""
    network: str | None = None
    """The network or streamer as the trade press writes it."""
    people: tuple[str, ...] = ()
    """Makers and leads."""

    @property
    def titles(self) -> tuple[str, ...]:
        """The name, then the aliases."""
        return (self.name, *self.aliases)
