"""Buttons that turn pages and survive a restart: everything they need is in their custom_id.

discord.py only logs what such a button raises, so the user is told here. Knows no command.
"""

from __future__ import annotations

import re
from abc import abstractmethod
from typing import Any, Self

import discord
from discord.ext import commands

from cogs.errors import answer_error

PlainButton = discord.ui.Button[discord.ui.View]
NEWER, OLDER = "Newer", "Older"
PREVIOUS, NEXT = "Previous", "Next"


class PageTurner(commands.Cog):
    """A cog whose answers have pages."""

    @abstractmethod
    async def turn(self, interaction: discord.Interaction, key: str, page: int) -> None:
        """Show another page in place of the one whose button was pressed; `key` says of what."""


class PageButton(
    discord.ui.DynamicItem[PlainButton],
    template=r"page:(?P<cog>[a-z]{1,10}):(?P<key>[a-z0-9-]{0,82}):(?P<page>[0-9]{1,5})",
):
    """Leads to a page of what a cog showed; its custom_id stays within Discord's 100 characters."""

    def __init__(self, cog: str, key: str, page: int, label: str) -> None:
        super().__init__(discord.ui.Button(label=label, custom_id=f"page:{cog}:{key}:{page}"))
        self._cog = cog
        self._key = key
        self._page = page

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Make it again from what Discord kept of it."""
        label = item.label if isinstance(item, discord.ui.Button) and item.label else NEXT
        return cls(match["cog"], match["key"], int(match["page"]), label)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Turn the page."""
        client = interaction.client
        cog = client.get_cog(self._cog) if isinstance(client, commands.AutoShardedBot) else None
        if not isinstance(cog, PageTurner):
            return
        try:
            await cog.turn(interaction, self._key, self._page)
        except Exception as error:  # noqa: BLE001 - as with a command, every error is told or logged
            await answer_error(interaction, error)


def page_buttons(
    cog: str, key: str, page: int, pages: int, *, back: str = PREVIOUS, on: str = NEXT
) -> discord.ui.View | None:
    """The buttons below a page; None where there is only one."""
    if pages <= 1:
        return None
    view = discord.ui.View(timeout=None)
    if page > 1:
        view.add_item(PageButton(cog, key, page - 1, back))
    if page < pages:
        view.add_item(PageButton(cog, key, page + 1, on))
    return view
