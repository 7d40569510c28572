"""`cliffhanger demo`: parses what is to be played, and plays it. Knows no part's work."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

import click

from bot import logs
from bot.cli.ending import ended_by_signal

_SLOWEST, _FASTEST = 0.1, 100.0
_USUAL = 5.0
_ASKED = ("/", "press ")
_EXAMPLE = """\b
Such as:
  cliffhanger demo --until 2025-05-01 --ask "/status heartstopper" --ask "/news heartstopper"
"""


def _day(ctx: click.Context, param: click.Parameter, value: str | None) -> datetime | None:
    """Read a day within the demo's story: its first moment, UTC."""
    from bot.demo.stories import load_stories  # noqa: PLC0415 - only where a day is given
    from bot.demo.wishes import parse_day  # noqa: PLC0415 - only where a day is given

    if value is None:
        return None
    try:
        day = parse_day(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is no day; write it like 2025-05-01.", ctx, param) from None
    stories = load_stories()
    if not stories.begins <= day <= stories.ends:
        within = f"{stories.begins + timedelta(days=1):%Y-%m-%d} to {stories.ends:%Y-%m-%d}"
        raise click.BadParameter(f"{value} is outside the story; choose a day from {within}.", ctx, param)
    return day


@click.command(epilog=_EXAMPLE)
@click.option(
    "--speed",
    type=click.FloatRange(_SLOWEST, _FASTEST),
    default=None,
    help=f"Days of news a second, {_SLOWEST:g} to {_FASTEST:g}; {_USUAL:g} if you leave it out.",
)
@click.option(
    "--until",
    callback=_day,
    metavar="DAY",
    help="Play at full speed up to the beginning of this day (like 2025-05-01), print what was posted, and end.",
)
@click.option(
    "--ask",
    "asks",
    metavar="COMMAND",
    multiple=True,
    help='A slash command to ask in the end, such as "/status heartstopper", or "press Older"; can be given again.',
)
def demo(speed: float | None, until: datetime | None, asks: tuple[str, ...]) -> None:
    """See the bot work in a few minutes, without Discord and without the internet.

    A stand-in for Discord and a sample newsroom run on this machine, the bot between them. You see every card as its
    channel shows it, and type slash commands at a prompt as on Discord; `help` tells what else can be typed. Lines from
    a pipe or file do too; when they end, it plays on and ends with the story.

    With --until or --ask it plays at full speed, types nothing but what you ask, and ends.
    """
    if speed is not None and (until is not None or asks):
        raise click.UsageError("--until and --ask play at full speed; leave out --speed.")
    for line in asks:
        if not line.startswith(_ASKED):
            raise click.UsageError(f"Ask a command with its slash, such as /status heartstopper, not {line!r}.")
    logs.configure(level="error", style="auto")
    asyncio.run(_play(speed if speed is not None else _USUAL, until, asks))


async def _play(speed: float, until: datetime | None, asks: tuple[str, ...]) -> None:
    from bot.demo.play import play  # noqa: PLC0415 - keeps --help quick
    from bot.demo.screen import Screen  # noqa: PLC0415 - keeps --help quick

    stop = asyncio.Event()
    with ended_by_signal(stop.set):
        await play(speed=speed, until=until, asks=asks, console=Screen(), stop=stop)
