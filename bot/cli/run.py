"""`cliffhanger run`: the bot on Discord, or the demo where there is no token. Knows no part's work."""

from __future__ import annotations

import asyncio
import os
import threading
from pathlib import Path

import click
import structlog
from click.core import ParameterSource

from bot import logs
from bot.app import Surroundings, open_app
from bot.cli.ending import ended_by_signal
from bot.model.errors import ConfigurationError
from bot.session import run as run_session
from bot.settings import Settings, load
from bot.standin.server import DEFAULT_TOKEN

log = structlog.get_logger(__name__)

_STANDIN_GUILDS_SECONDS = 0.1
_LONGEST_END_SECONDS = 4.5
"""Threads cannot be broken off: one may look up a name, or wait for another program that writes to the database."""


@click.command()
@click.option(
    "--env-file",
    type=click.Path(path_type=Path, readable=False),
    default=Path(".env"),
    show_default=True,
    help="Where settings are read from, beside the environment. The usual one need not be there.",
)
@click.pass_context
def run(ctx: click.Context, env_file: Path) -> None:
    """Start the bot on Discord; without a DISCORD_TOKEN, play the demo on this machine.

    Ends cleanly at Ctrl-C or SIGTERM. All that is stored stands in the database that DATABASE_URL names.
    """
    if ctx.get_parameter_source("env_file") is not ParameterSource.DEFAULT and not env_file.exists():
        raise ConfigurationError(f"{env_file}: there is no such file of settings.")
    settings = load(env_file)
    token = settings.token or (DEFAULT_TOKEN if settings.standin else None)
    if token is None:
        from bot.cli.demo import demo  # noqa: PLC0415 - the terminal's libraries are for the demo only

        click.echo("There is no DISCORD_TOKEN, so this is the demo. The README tells how to get a token.", err=True)
        ctx.invoke(demo)
        return
    logs.configure(level=settings.log_level, style=settings.log_format, secrets=(token, settings.endpoint_key or ""))
    asyncio.run(_serve(settings, token))


async def _serve(settings: Settings, token: str) -> None:
    stop = asyncio.Event()
    outside = Surroundings(guild_ready_seconds=_STANDIN_GUILDS_SECONDS) if settings.standin else Surroundings()
    with ended_by_signal(lambda: _end(stop)):
        async with open_app(settings, outside) as app:
            await run_session(app, token, stop)


def _end(stop: asyncio.Event) -> None:
    """End in order, or else at once: whatever is stored by then stands, as after a kill."""
    if not stop.is_set():
        stop.set()
        last = threading.Timer(_LONGEST_END_SECONDS, _leave)
        last.daemon = True
        last.start()


def _leave() -> None:
    log.warning("something would not end in time and was left as it was", seconds=_LONGEST_END_SECONDS)
    os._exit(0)
