"""`/track add`, `/track remove`, `/track list`: what a server follows, for those who may manage it.

Parses the interaction and shows what the service says.
"""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from bot.cards.answers import ambiguous_card, tracked_card, tracks_card, untracked_card
from bot.cards.card import Card
from bot.cards.embeds import embed
from bot.cards.story_card import story_card
from bot.model.server import ChannelId, RoleId
from bot.model.source import EVERYONE, scope_of
from bot.services.shows import Ambiguous, Found
from bot.services.status import StatusService
from bot.services.tracking import Tracked, TrackingService, TrackList
from cogs.asked import guild_of, show_card, suggestions
from cogs.buttons import PageTurner, page_buttons
from cogs.managers import require_manager, server_of
from cogs.places import can_mention, chosen_channel, facts_of, mentionable
from cogs.status import card_of

_NAME = "track"
_PER_PAGE = 20
_PREVIEW = "preview"


@app_commands.guild_only()
@app_commands.default_permissions(manage_guild=True)
class TrackCog(PageTurner, commands.GroupCog, name=_NAME, description="Choose which shows this server gets alerts for"):
    """For admins only: asked again in every callback, as a server may have opened the command to others."""

    def __init__(self, tracking: TrackingService, status: StatusService) -> None:
        self._tracking = tracking
        self._status = status

    async def interaction_check(self, interaction: discord.Interaction) -> bool:
        """Only those who may manage the server. Raises `MissingPermissions`."""
        return require_manager(interaction)

    @app_commands.command(name="add", description="Post news of a show in a channel")
    @app_commands.describe(
        show="The show's name; any name will do, listed or not",
        channel="Where to post; this channel if you leave it out",
        role="A role to mention with each post",
    )
    async def add(
        self,
        interaction: discord.Interaction,
        show: app_commands.Range[str, 1, 100],
        channel: app_commands.AppCommandChannel | None = None,
        role: discord.Role | None = None,
    ) -> None:
        """Check the channel, follow the show, and show what posts will look like."""
        place = chosen_channel(interaction, channel)
        facts = facts_of(place)
        wanted = RoleId(mentionable(role).id) if role is not None else None
        await interaction.response.defer(ephemeral=True, thinking=True)
        added = await self._tracking.add(server_of(interaction), show, facts, wanted)
        if isinstance(added, Ambiguous):
            labels = [self._tracking.shows.label(candidate) for candidate in added.candidates]
            await show_card(interaction, ambiguous_card(added.text, labels), ephemeral=True)
            return
        silent_role = role is not None and not can_mention(place, role)
        card = tracked_card(
            added.label,
            channel=added.channel,
            role=added.role,
            new=added.new,
            own=added.own,
            role_is_silent=silent_role,
        )
        await show_card(interaction, card, ephemeral=True)
        await show_card(interaction, await self._preview(interaction, added), ephemeral=True)

    @add.autocomplete("show")
    async def _suggest(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return suggestions(interaction, self._tracking.shows, typed)

    @app_commands.command(name="remove", description="Post no more news of a show")
    @app_commands.describe(show="The show's name", channel="Only in this channel; everywhere if you leave it out")
    async def remove(
        self,
        interaction: discord.Interaction,
        show: app_commands.Range[str, 1, 100],
        channel: app_commands.AppCommandChannel | None = None,
    ) -> None:
        """Follow the show no longer."""
        where = ChannelId(channel.id) if channel is not None else None
        gone, channels = await self._tracking.remove(server_of(interaction), show, where)
        card = untracked_card(self._tracking.shows.label(gone), channels)
        await show_card(interaction, card, ephemeral=True)

    @remove.autocomplete("show")
    async def _suggest_tracked(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        tracked = self._tracking.shows.tracked(guild_of(interaction))
        return [choice for choice in suggestions(interaction, self._tracking.shows, typed) if choice.value in tracked]

    @app_commands.command(name="list", description="The shows this server gets alerts for, and where")
    async def list(self, interaction: discord.Interaction) -> None:
        """Answer with the first page."""
        tracks = await self._tracking.list(server_of(interaction))
        pages = _pages(tracks)
        await show_card(interaction, _page(tracks, 1), ephemeral=True, view=page_buttons(_NAME, "", 1, pages))

    async def turn(self, interaction: discord.Interaction, key: str, page: int) -> None:  # noqa: ARG002 - only one list
        """Show another page of the list."""
        require_manager(interaction)
        tracks = await self._tracking.list(server_of(interaction))
        pages = _pages(tracks)
        number = min(page, pages)
        view = page_buttons(_NAME, "", number, pages)
        await interaction.response.edit_message(embed=embed(_page(tracks, number)), view=view)

    async def _preview(self, interaction: discord.Interaction, added: Tracked) -> Card:
        """The latest story as it would be posted; what is known of the show where there is none yet."""
        guild = server_of(interaction)
        scope = scope_of(guild) if added.own else EVERYONE
        answer = await self._status.status(Found(added.show, scope), guild)
        if answer.stories:
            return story_card(answer.show, answer.stories[0], label=answer.label, ref=_PREVIEW, role=None)
        return card_of(answer)


def _pages(tracks: TrackList) -> int:
    return max(-(-len(tracks.tracks) // _PER_PAGE), 1)


def _page(tracks: TrackList, number: int) -> Card:
    shown = tracks.tracks[(number - 1) * _PER_PAGE : number * _PER_PAGE]
    return tracks_card(shown, tracks.parked, number, _pages(tracks))
