"""A small bot with one of everything that a real one uses: it shows that discord.py, unmodified, works as on Discord."""

from __future__ import annotations

import asyncio
import contextlib
import re
from typing import Any, Self

import aiohttp
import discord
from discord import app_commands
from discord.ext import commands

from bot.connect import connector
from bot.standin import HOST, StandIn

SHOWS = ("Foundation", "Heartstopper", "Severance", "Silo")


class Mute(discord.ui.DynamicItem[discord.ui.Button[Any]], template=r"mute:(?P<show>\d+)"):
    def __init__(self, show: int) -> None:
        super().__init__(discord.ui.Button(label="Mute", custom_id=f"mute:{show}"))
        self.show = show

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls(int(match["show"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        await interaction.response.edit_message(content=f"muted {self.show}", view=None)


class Wish(discord.ui.Modal, title="Wish for a show"):
    name: discord.ui.TextInput[Wish] = discord.ui.TextInput(label="Show", max_length=20)

    async def on_submit(self, interaction: discord.Interaction) -> None:
        await interaction.response.send_message(f"wished for {self.name.value}", ephemeral=True)


class Tree(app_commands.CommandTree["SampleBot"]):
    async def on_error(
        self, interaction: discord.Interaction[SampleBot], error: app_commands.AppCommandError, /
    ) -> None:
        self.client.errors.append(error)
        answered = interaction.response.is_done()
        send = interaction.followup.send if answered else interaction.response.send_message
        with contextlib.suppress(discord.HTTPException):
            await send(f"Sorry: {type(error).__name__}", ephemeral=True)


class SampleBot(commands.AutoShardedBot):
    """`events`: names of gateway events as they come; `errors`: what commands raised."""

    def __init__(self, connector: aiohttp.BaseConnector | None, **settings: Any) -> None:
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            tree_cls=Tree,
            intents=discord.Intents(guilds=True),
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            chunk_guilds_at_startup=False,
            guild_ready_timeout=0.02,
            connector=connector,
            **settings,
        )
        self.events: asyncio.Queue[str] = asyncio.Queue()
        self.errors: list[app_commands.AppCommandError] = []
        self.may_answer = asyncio.Event()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """discord.py waits five seconds here before it logs in anew."""

    async def setup_hook(self) -> None:
        self.add_dynamic_items(Mute)
        add_commands(self.tree)
        self.tree.add_command(choose)
        self.tree.add_command(card)
        await self.tree.sync()

    async def on_shard_resumed(self, shard_id: int) -> None:
        self.events.put_nowait(f"resumed {shard_id}")

    async def on_guild_join(self, guild: discord.Guild) -> None:
        self.events.put_nowait(f"joined {guild.name}")

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        self.events.put_nowait(f"left {guild.name}")

    async def on_guild_channel_create(self, channel: discord.abc.GuildChannel) -> None:
        self.events.put_nowait(f"created #{channel.name}")

    async def on_guild_channel_update(self, before: discord.abc.GuildChannel, after: discord.abc.GuildChannel) -> None:
        self.events.put_nowait(f"updated #{after.name}")

    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        self.events.put_nowait(f"deleted #{channel.name}")

    async def on_guild_role_create(self, role: discord.Role) -> None:
        self.events.put_nowait(f"created @{role.name}")

    async def heard(self, event: str, seconds: float = 10.0) -> None:
        """Wait until that event came; earlier ones are dropped."""
        async with asyncio.timeout(seconds):
            while await self.events.get() != event:
                pass


def add_commands(tree: app_commands.CommandTree[Any]) -> None:
    @tree.command(description="Status of a show")
    async def status(interaction: discord.Interaction, show: str) -> None:
        view = discord.ui.View(timeout=None)
        view.add_item(Mute(42))
        where = "a server" if interaction.guild_id is not None else "a direct message"
        embed = discord.Embed(title=show, url="https://x.example/1", description=where)
        await interaction.response.send_message(embed=embed, view=view)

    @status.autocomplete("show")
    async def suggest(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return [app_commands.Choice(name=s, value=s.lower()) for s in SHOWS if typed.lower() in s.lower()]

    track = app_commands.Group(
        name="track",
        description="Follow shows",
        default_permissions=discord.Permissions(manage_guild=True),
        guild_only=True,
    )

    @track.command(name="add", description="Follow a show")
    async def add(
        interaction: discord.Interaction,
        show: str,
        channel: discord.TextChannel | None = None,
        role: discord.Role | None = None,
    ) -> None:
        await interaction.response.defer(thinking=True, ephemeral=True)
        place = channel.name if channel is not None else "here"
        await interaction.followup.send(f"following {show} in {place} for {role.name if role else 'nobody'}")
        await interaction.followup.send("a preview", ephemeral=True)

    @track.command(name="wish", description="Fill in a form")
    async def wish(interaction: discord.Interaction) -> None:
        await interaction.response.send_modal(Wish())

    tree.add_command(track)

    @tree.command(description="Look it up and edit the answer")
    async def lookup(interaction: discord.Interaction) -> None:
        await interaction.response.defer()
        await interaction.edit_original_response(content="found", embed=discord.Embed(title="Silo"))

    @tree.command(description="Answer, look at it, take it back, add something, change that")
    async def retract(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("first")
        message = await interaction.original_response()
        assert message.content == "first"
        further = await interaction.followup.send("further", wait=True)
        await interaction.delete_original_response()
        await further.edit(content="changed")

    @tree.command(description="Fails")
    async def boom(interaction: discord.Interaction) -> None:
        raise RuntimeError("on purpose")

    @tree.command(description="Answers when it may")
    async def late(interaction: discord.Interaction) -> None:
        bot = interaction.client
        assert isinstance(bot, SampleBot)
        await bot.may_answer.wait()
        await interaction.response.send_message("late")


class Choose(discord.ui.View):
    @discord.ui.select(placeholder="Which?", options=[discord.SelectOption(label=show) for show in SHOWS])
    async def which(self, interaction: discord.Interaction, menu: discord.ui.Select[Any]) -> None:
        await interaction.response.send_message(f"chosen {menu.values[0]}", ephemeral=True)
        self.stop()


@app_commands.command(description="Choose from a menu")
async def choose(interaction: discord.Interaction) -> None:
    await interaction.response.send_message("Which?", view=Choose(timeout=60))


@app_commands.command(description="A card of components")
async def card(interaction: discord.Interaction) -> None:
    view = discord.ui.LayoutView(timeout=None)
    row: discord.ui.ActionRow[discord.ui.LayoutView] = discord.ui.ActionRow()
    row.add_item(Mute(7))
    text: discord.ui.TextDisplay[discord.ui.LayoutView] = discord.ui.TextDisplay("## Foundation")
    view.add_item(discord.ui.Container(text, discord.ui.Separator(), row))
    await interaction.response.send_message(view=view)


def new_bot(standin: StandIn, **settings: Any) -> SampleBot:
    return SampleBot(connector((HOST, standin.port)), **settings)


def general(bot: SampleBot) -> discord.TextChannel:
    channel = discord.utils.get(bot.get_all_channels(), name="general")
    assert isinstance(channel, discord.TextChannel)
    return channel
