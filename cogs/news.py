"""`/news`: the latest stories of a show, paged by buttons. Parses the interaction and shows what the service says."""

from __future__ import annotations

import discord
from discord import app_commands

from bot.cards.card import Card
from bot.cards.embeds import embed
from bot.cards.news_card import news_card
from bot.model.errors import UserError
from bot.model.show import ShowId
from bot.services.news import NewsPage, NewsService
from cogs.asked import find_show, guild_of, show_card, suggestions
from cogs.buttons import NEWER, OLDER, PageTurner, page_buttons

_NAME = "news"


class NewsCog(PageTurner, name=_NAME):
    """Answers everybody, everywhere."""

    def __init__(self, news: NewsService) -> None:
        self._news = news
        self._shows = news.watching.shows

    @app_commands.command(name="news", description="The latest stories about a show, with outlet, date and link")
    @app_commands.describe(show="The show's name")
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    @app_commands.allowed_installs(guilds=True, users=True)
    async def news(self, interaction: discord.Interaction, show: app_commands.Range[str, 1, 100]) -> None:
        """Answer with the newest page."""
        found = await find_show(interaction, self._shows, show)
        if found is None:
            return
        if not self._news.watching.watches(found.show, found.scope):
            # Stored entries are read for it first, which may take longer than the three seconds Discord gives.
            await interaction.response.defer(thinking=True)
        page = await self._news.page(found, guild_of(interaction), 1)
        await show_card(interaction, _card(page), view=_buttons(page))

    @news.autocomplete("show")
    async def _suggest(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return suggestions(interaction, self._shows, typed)

    async def turn(self, interaction: discord.Interaction, key: str, page: int) -> None:
        """Show another page of the show whose id is `key`. Raises `UserError` when it is known here no longer."""
        guild = guild_of(interaction)
        found = self._shows.visible(ShowId(key), guild)
        if found is None:
            raise UserError("This show is no longer known here; /news finds the ones that are.")
        shown = await self._news.page(found, guild, page)
        await interaction.response.edit_message(embed=embed(_card(shown)), view=_buttons(shown))


def _card(page: NewsPage) -> Card:
    return news_card(page.show, page.stories, label=page.label, page=page.page, pages=page.pages)


def _buttons(page: NewsPage) -> discord.ui.View | None:
    return page_buttons(_NAME, page.show.id, page.page, page.pages, back=NEWER, on=OLDER)
