"""`cliffhanger standin`: a Discord on this machine for tests and experiments. Knows no part's work."""

from __future__ import annotations

import asyncio
import contextlib
import sys

import click

from bot.cli.ending import ended_by_signal
from bot.standin import HOST, ControlClient, StandInError, serve, words

_HOW_TO_TYPE = "Type slash commands here as you would on Discord, such as /status heartstopper. Ctrl-D ends it."


@click.command()
@click.option(
    "--port",
    type=click.IntRange(0, 65_535),
    default=8443,
    show_default=True,
    help="Where to listen, on 127.0.0.1 only. 0 takes any free port.",
)
def standin(port: int) -> None:
    """Run a stand-in for Discord on this machine, for tests and experiments.

    Start a bot beside it with CLIFFHANGER_STANDIN set to the address that is printed. On a terminal, slash commands can
    be typed as somebody with all permissions in the channel #general of a server "Sofa Society". Nothing is stored.
    """
    asyncio.run(_serve(port))


async def _serve(port: int) -> None:
    stop = asyncio.Event()
    typing: list[asyncio.Task[None]] = []

    def announce(listening: int) -> None:
        click.echo(
            "A stand-in for Discord is listening. Connect a bot: "
            f"CLIFFHANGER_STANDIN={HOST}:{listening} cliffhanger run"
        )
        if sys.stdin.isatty():
            click.echo(_HOW_TO_TYPE)
            typing.append(asyncio.create_task(_type(listening, stop)))

    serving = asyncio.create_task(serve(port, announce))
    stopped = asyncio.create_task(stop.wait())
    with ended_by_signal(stop.set):
        await asyncio.wait([serving, stopped], return_when=asyncio.FIRST_COMPLETED)
    for task in (stopped, *typing, serving):
        task.cancel()
    outcomes = await asyncio.gather(serving, *typing, return_exceptions=True)
    for outcome in outcomes:
        if isinstance(outcome, Exception):
            raise outcome


async def _type(port: int, stop: asyncio.Event) -> None:
    """Run what a person types, and show what the bot posts, until the input ends; then set `stop`."""
    from prompt_toolkit import PromptSession  # noqa: PLC0415 - needed on a terminal only
    from prompt_toolkit.patch_stdout import patch_stdout  # noqa: PLC0415 - needed on a terminal only

    prompt: PromptSession[str] = PromptSession()
    async with ControlClient(port) as control:
        showing = asyncio.create_task(_show_posts(control))
        with contextlib.suppress(EOFError, KeyboardInterrupt), patch_stdout():
            while True:
                line = await prompt.prompt_async("> ", handle_sigint=False)
                if line.strip():
                    click.echo(await _answer(control, line))
        showing.cancel()
        await asyncio.wait([showing])
    stop.set()


async def _answer(control: ControlClient, line: str) -> str:
    try:
        answer = await control.command(line)
    except StandInError as error:
        return str(error)
    parts = [answer.text or f"({answer.kind})", *map(words, answer.followups)]
    parts += [" ".join(f"[{button}]" for button in answer.buttons)]
    return "\n".join(part for part in parts if part)


async def _show_posts(control: ControlClient) -> None:
    """Print what the bot posts by itself; answers to commands are shown where they were typed."""
    async for event in control.stream():
        message = event["message"]
        if event["type"] == "create" and "interaction_metadata" not in message:
            guilds = (await control.world())["guilds"]
            names = {channel["id"]: channel["name"] for guild in guilds for channel in guild["channels"]}
            click.echo(f"#{names.get(message['channel_id'], '?')}: {words(message)}")
