"""The demo as a whole: a stand-in for Discord, the sample newsroom, the bot itself between them, and somebody watching.

All of it runs in this process on loopback, with a fresh database in a temporary folder. The news are of the demo's
time; leases, pacing, nonces and limits are of the machine's.
"""

from __future__ import annotations

import asyncio
import secrets
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Coroutine, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from rich.console import Console

from bot.app import App, Surroundings, open_app
from bot.demo.clock import DemoClock
from bot.demo.discord_text import View, moment_words
from bot.demo.newsroom import HOST, Newsroom
from bot.demo.player import Player, happenings
from bot.demo.stories import Stories, load_stories
from bot.demo.terminal import Terminal, lines_of
from bot.demo.viewer import Viewer
from bot.session import run as run_session
from bot.settings import Settings
from bot.standin import HOST as STANDIN_HOST
from bot.standin import ControlClient, StandIn
from bot.store import outbox

_CONNECT_SECONDS = 20.0
_POSTING_SECONDS = 20.0
"""Longer than any post takes here; a post that fails is not waited for."""
_LOOK_AGAIN_SECONDS = 0.01
_POLL_SECONDS = 3_600
"""The newsroom says when there is something new, so the bot's own schedule hardly matters."""
_GUILDS_SECONDS = 0.1

_WELCOME = """\
This is Cliffhanger on a Discord of its own, on this machine: nothing leaves it, and nothing is kept.
A sample newsroom of invented outlets begins in October 2024 and plays to August 2026, {days:g} days a second.
Type slash commands as on Discord, such as /status heartstopper; help tells what else."""


@dataclass(frozen=True, slots=True)
class Demo:
    """The parts of a demo that is running."""

    stories: Stories
    clock: DemoClock
    app: App
    control: ControlClient
    viewer: Viewer
    bot: asyncio.Task[None]

    async def publish(self) -> None:
        """Something new is in the newsroom: let the bot read it, post what it posts, and show that."""
        await self.app.watcher.poll_all()
        await self._sent()
        await self.viewer.caught_up()

    async def ask(self, line: str) -> None:
        """Somebody types a command."""
        self.viewer.say_typed(line)
        await self.viewer.ask(line)

    async def track(self) -> None:
        """Follow the shows, as the server's admin."""
        for show in self.stories.tracks:
            await self.viewer.ask_in_short(f"/track add {show}")

    async def _sent(self) -> None:
        deadline = time.monotonic() + _POSTING_SECONDS
        while time.monotonic() < deadline:
            async with self.app.store.read() as conn:
                if not await outbox.pending(conn):
                    return
            await asyncio.sleep(_LOOK_AGAIN_SECONDS)


async def play(
    *, speed: float, until: datetime | None, asks: Sequence[str], console: Console, stop: asyncio.Event
) -> None:
    """Play the demo until its end, or until `stop` is set.

    With `until` or `asks` at full speed: what is posted up to that moment (the end, if it is None), then the answers to
    `asks` (commands, or a button to press). Otherwise `speed` days of news a second, with somebody at the prompt or
    lines from the standard input. Raises `CliffhangerError` when a part cannot do its work.
    """
    stories = load_stories()
    at_once = until is not None or bool(asks)
    clock = DemoClock(stories.begins, 0 if at_once else speed, time.monotonic)
    # Nobody looks on at full speed, so nothing need wait for Discord's limits (five posts in five seconds) there.
    async with _set_up(stories, clock, console, stop, limits=not at_once) as demo:
        work = _tell(demo, until or stories.ends, asks) if at_once else _perform(demo, console, speed)
        await _first_of(work, demo.viewer.follow(), _stay(demo.bot), stop.wait())


async def _tell(demo: Demo, until: datetime, asks: Sequence[str]) -> None:
    """Play at full speed, then ask."""
    player = Player(demo.clock, demo.publish, demo.ask)
    await demo.app.watcher.poll_all()
    await demo.track()
    await player.play(happenings(demo.stories, asks=False), until)
    terminal = Terminal(demo.viewer, player.skip)
    for line in asks:
        await terminal.do(line)


async def _perform(demo: Demo, console: Console, speed: float) -> None:
    """Play at its pace, with somebody who may type."""
    typed = sys.stdin  # None where the standard input was closed
    at_terminal = typed is not None and typed.isatty() and console.is_terminal
    player = Player(demo.clock, demo.publish, demo.ask)
    terminal = Terminal(demo.viewer, player.skip, echo=not at_terminal)
    demo.viewer.say(_WELCOME.format(days=speed))
    await demo.app.watcher.poll_all()
    await demo.track()
    if at_terminal:
        listen = _at_prompt(demo, terminal, player)
    else:
        listen = terminal.obey(lines_of(typed.fileno() if typed is not None else None, player.over))
    listening = asyncio.create_task(listen)
    playing = asyncio.create_task(_to_the_end(demo, player, at_terminal=at_terminal))
    try:
        await asyncio.wait([playing, listening], return_when=asyncio.FIRST_COMPLETED)
        if playing.done():
            playing.result()
        if not await listening:
            await playing
    finally:
        for task in (playing, listening):
            task.cancel()
        await asyncio.gather(playing, listening, return_exceptions=True)


async def _to_the_end(demo: Demo, player: Player, *, at_terminal: bool) -> None:
    await player.play(happenings(demo.stories, asks=True), demo.stories.ends)
    demo.viewer.say("\nThe story is over." + (" Commands still work; quit ends the demo." if at_terminal else ""))


async def _at_prompt(demo: Demo, terminal: Terminal, player: Player) -> bool:
    """Carry out what is typed at a prompt. Returns True: whoever ends the input there (Ctrl-D) wants to quit too."""
    from prompt_toolkit.patch_stdout import patch_stdout  # noqa: PLC0415 - for a terminal only

    from bot.demo.prompt import typed_lines  # noqa: PLC0415 - for a terminal only

    def status() -> str:
        now = demo.clock.now()
        day = moment_words(now, "D", View(now=now, machine_now=now))
        return f" {day} · {'the story is over' if player.over.is_set() else 'help tells what can be typed'} "

    with patch_stdout(raw=True), suppress(KeyboardInterrupt):
        await terminal.obey(typed_lines(demo.control, status))
    return True


@asynccontextmanager
async def _set_up(
    stories: Stories, clock: DemoClock, console: Console, stop: asyncio.Event, *, limits: bool
) -> AsyncIterator[Demo]:
    """Build everything and connect it; what was built is taken down in the end, the last first.

    `limits`: whether the stand-in limits how fast may be posted, as Discord does.
    """
    token = f"demo.{secrets.token_urlsafe(24)}"
    async with AsyncExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="cliffhanger-demo-"))
        standin = StandIn(token, limits=limits)
        await standin.start()
        stack.push_async_callback(standin.stop)
        newsroom = Newsroom(stories, clock.now)
        await newsroom.start()
        stack.push_async_callback(newsroom.stop)
        control = await stack.enter_async_context(ControlClient(standin.port))
        outside = Surroundings(
            news_clock=clock.now,
            fetch_exempt=frozenset({(HOST, newsroom.port)}),
            sources=newsroom.sources(),
            guild_ready_seconds=_GUILDS_SECONDS,
            host_gap=0.0,
        )
        app = await stack.enter_async_context(open_app(_settings(folder, standin.port), outside))
        ended = asyncio.Event()
        bot = asyncio.create_task(run_session(app, token, ended), name="bot")
        stack.push_async_callback(_take_down, bot, ended)
        viewer = Viewer(control, console, clock.now)
        await _first_of(_connected(control), _stay(bot), stop.wait())
        await viewer.look_around()
        yield Demo(stories, clock, app, control, viewer, bot)


def _settings(folder: str, standin_port: int) -> Settings:
    """Settings of the demo's own: neither the environment nor a .env file has a say in them."""
    # Constructed, not read: pydantic-settings would look into the environment for what is not given here.
    return Settings.model_construct(
        DISCORD_TOKEN=None,
        DATABASE_URL=f"sqlite+aiosqlite:///{folder}/demo.sqlite3",
        standin=f"{STANDIN_HOST}:{standin_port}",
        poll_seconds=_POLL_SECONDS,
    )


async def _connected(control: ControlClient) -> None:
    await control.wait("connected", 1, timeout=_CONNECT_SECONDS)
    await control.wait("command puts", 1, timeout=_CONNECT_SECONDS)


async def _stay(bot: asyncio.Task[None]) -> None:
    """Wait for the end of the bot; what it ended with is raised."""
    await asyncio.shield(bot)


async def _take_down(bot: asyncio.Task[None], ended: asyncio.Event) -> None:
    ended.set()
    await asyncio.gather(bot, return_exceptions=True)


async def _first_of(*works: Coroutine[Any, Any, object]) -> None:
    """Run several things until the first is done; the others are cancelled. Raises what the first one raised."""
    tasks = [asyncio.ensure_future(work) for work in works]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    for task in done:
        task.result()
