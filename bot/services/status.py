"""Answers what is known of a show: a replay of the claims that a server may see. Knows no Discord."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.clock import Clock
from bot.model.show import Show
from bot.model.source import EVERYONE, GuildId, Scope, scope_of
from bot.model.status import Status
from bot.model.story import Story
from bot.news.status import replay, season_given_up
from bot.services.shows import Found
from bot.services.watching import Watching
from bot.store import claims, sources, stories
from bot.store.engine import Store

LATEST = 3
"""Stories that a status shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusAnswer:
    """What is known of a show, and from whom."""

    show: Show
    label: str
    status: Status
    stories: tuple[Story, ...]
    """The latest ones, newest first."""
    outlets: tuple[str, ...]
    """Whose claims it stands on, most often heard first."""
    checked: datetime | None
    """When a source that everyone hears last answered."""
    tracked: bool
    """Whether the server gets alerts for it."""
    instead_of: int | None = None
    """The season that the evidence says will not come, where it names one ("a film instead of a fourth season")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusService:
    """Looks it up; a show nobody asked for before is read for from now on."""

    store: Store
    watching: Watching
    news_clock: Clock

    def ready(self, found: Found) -> bool:
        """Whether the answer needs no reading of old entries first."""
        return self.watching.watches(found.show, found.scope)

    async def status(self, found: Found, guild: GuildId | None) -> StatusAnswer:
        """The status of a show as a server may see it."""
        show, shows = found.show, self.watching.shows
        await self.watching.watch(show, found.scope)
        scope: Scope = scope_of(guild) if guild is not None else EVERYONE
        async with self.store.read() as conn:
            evidence = await claims.about(conn, show.id, scope)
            latest = await stories.page(conn, show.id, scope, offset=0, limit=LATEST)
            checked = await sources.last_checked(conn)
        status = replay(show.id, evidence, self.news_clock())
        return StatusAnswer(
            show=show,
            label=shows.label(show),
            status=status,
            stories=tuple(latest),
            outlets=_by_weight([claim.outlet for claim in evidence]),
            checked=checked,
            tracked=show.id in shows.tracked(guild),
            instead_of=season_given_up(status, evidence),
        )


def _by_weight(outlets: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(set(outlets), key=lambda outlet: (-outlets.count(outlet), outlet)))
