"""What demo tests need: a stand-in with a small bot of its own, somebody who looks on, and a console to read."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from typing import Any

import discord
import pytest
from discord import app_commands
from discord.ext import commands
from rich.console import Console

from bot.connect import connector
from bot.demo.discord_text import View
from bot.demo.stories import Stories, load_stories
from bot.demo.viewer import Viewer
from bot.standin import HOST, ControlClient, StandIn

NOW = datetime(2025, 4, 22, 13, 5, tzinfo=UTC)


class Pages(discord.ui.View):
    """One button that turns to the second page."""

    @discord.ui.button(label="Older", custom_id="older")
    async def older(self, interaction: discord.Interaction, button: discord.ui.Button[Any]) -> None:
        await interaction.response.edit_message(content="page two", view=None)


class SmallBot(commands.Bot):
    """Answers a few commands and posts what it is told to."""

    def __init__(self, port: int) -> None:
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            intents=discord.Intents(guilds=True),
            connector=connector((HOST, port)),
            guild_ready_timeout=0.02,
        )

    async def setup_hook(self) -> None:
        tree = self.tree

        @tree.command(description="What becomes of a show")
        async def status(interaction: discord.Interaction, show: str) -> None:
            embed = discord.Embed(title=show, description="**Ending with a film.**", colour=0x9B59B6)
            await interaction.response.send_message(embed=embed)

        @status.autocomplete("show")
        async def suggest(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
            names = {"Heartstopper": "heartstopper", "From": "from"}
            found = names.items() if not typed else [n for n in names.items() if n[0].lower().startswith(typed.lower())]
            return [app_commands.Choice(name=name, value=value) for name, value in found]

        @tree.command(description="The latest stories")
        async def news(interaction: discord.Interaction) -> None:
            await interaction.response.send_message("page one", view=Pages(timeout=None))

        @tree.command(description="Answers late, and twice")
        async def slow(interaction: discord.Interaction) -> None:
            await interaction.response.defer(ephemeral=True, thinking=True)
            await interaction.followup.send(embed=discord.Embed(description="News of **From** come to <#1>.\nMore."))
            await interaction.followup.send("and this", ephemeral=True)

        await tree.sync()


@pytest.fixture
def stories() -> Stories:
    return load_stories()


@pytest.fixture
def view() -> View:
    return View(
        now=NOW,
        machine_now=datetime(2030, 1, 1, tzinfo=UTC),
        names={"11": "#general", "22": "@fans"},
    )


@pytest.fixture
def console() -> Console:
    return Console(file=io.StringIO(), width=60, highlight=False, markup=False, emoji=False)


@pytest.fixture
def written(console: Console) -> Callable[[], str]:
    """What has been written to the console by now."""

    def read() -> str:
        assert isinstance(console.file, io.StringIO)
        return console.file.getvalue()

    return read


@pytest.fixture
async def control() -> AsyncIterator[ControlClient]:
    standin = StandIn()
    await standin.start()
    bot = SmallBot(standin.port)
    try:
        await bot.login(standin.token)
        running = asyncio.create_task(bot.connect())
        await asyncio.wait_for(bot.wait_until_ready(), 10)
        async with ControlClient(standin.port) as control:
            yield control
    finally:
        await bot.close()
        await asyncio.gather(running, return_exceptions=True)
        await standin.stop()


@pytest.fixture
async def viewer(control: ControlClient, console: Console) -> AsyncIterator[Viewer]:
    viewer = Viewer(control, console, lambda: NOW)
    await viewer.look_around()
    following = asyncio.create_task(viewer.follow())
    yield viewer
    following.cancel()
    await asyncio.gather(following, return_exceptions=True)
