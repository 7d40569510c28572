"""The stories of a show, a page at a time. Knows no Discord."""

from __future__ import annotations

from dataclasses import dataclass

from bot.model.show import Show
from bot.model.source import EVERYONE, GuildId, scope_of
from bot.model.story import Story
from bot.services.shows import Found
from bot.services.watching import Watching
from bot.store import stories
from bot.store.engine import Store

PAGE = 5
"""Stories on a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsPage:
    """Some stories of a show, newest first."""

    show: Show
    label: str
    stories: tuple[Story, ...]
    page: int
    """From 1."""
    pages: int
    """At least 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsService:
    """Looks up stories."""

    store: Store
    watching: Watching

    async def page(self, found: Found, guild: GuildId | None, page: int) -> NewsPage:
        """A page of a show's stories as a server may see them; a page that is none becomes the nearest."""
        await self.watching.watch(found.show, found.scope)
        scope = scope_of(guild) if guild is not None else EVERYONE
        async with self.store.read() as conn:
            pages = max(-(-await stories.count(conn, found.show.id, scope) // PAGE), 1)
            number = min(max(page, 1), pages)
            shown = await stories.page(conn, found.show.id, scope, offset=(number - 1) * PAGE, limit=PAGE)
        label = self.watching.shows.label(found.show)
        return NewsPage(show=found.show, label=label, stories=tuple(shown), page=number, pages=pages)
