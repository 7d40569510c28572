"""The entry point: lists the commands, runs one, and turns what went wrong into one clear line and exit code 1.

A command's module is imported only when that command runs, so that `--help` is quick. Knows no command's work.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Mapping

import click

from bot.model.errors import CliffhangerError
from bot.version import program_version

_COMMANDS: Mapping[str, tuple[str, str]] = {
    "run": ("bot.cli.run:run", "Start the bot: on Discord with a DISCORD_TOKEN, else the demo."),
    "demo": ("bot.cli.demo:demo", "See it work in a minute: a sample newsroom and a Discord of its own, on loopback."),
    "poll": ("bot.cli.poll:poll", "Poll feeds without Discord, and tell what became of each."),
    "feeds": ("bot.cli.feeds:feeds", "Tell how the bot's feeds are, also while it runs."),
    "doctor": ("bot.cli.doctor:doctor", "Try every feed, and check the machine and the settings; says what to do."),
    "explain": ("bot.cli.explain:explain", "Show how a feed or an entry is read, and why."),
    "read": ("bot.cli.read:read", "Read labelled news items; one JSON object an item."),
    "replay": ("bot.cli.replay:replay", "Tell the status of shows at given moments; one JSON object a timeline."),
    "standin": ("bot.cli.standin:standin", "Run a stand-in for Discord on loopback, for tests and experiments."),
}


class _Lazy(click.Group):
    """A group that imports a command when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """All names, in the order of the table."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's
        """Import the command."""
        if cmd_name not in _COMMANDS:
            return None
        module, _, name = _COMMANDS[cmd_name][0].partition(":")
        command = getattr(importlib.import_module(module), name)
        if not isinstance(command, click.Command):
            raise TypeError(f"{module}.{name} is no command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's
        """List them without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, words) for name, (_, words) in _COMMANDS.items()])


@click.command(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(program_version(), prog_name="cliffhanger")
def cliffhanger() -> None:
    """Cliffhanger tells Discord servers what becomes of their shows, in words, with evidence.

    Settings come from the environment or from a file .env in the present folder; .env.example documents each.
    """


def main() -> None:
    """Run the program."""
    try:
        cliffhanger.main(standalone_mode=False)
    except (click.exceptions.Abort, KeyboardInterrupt):
        sys.exit(130)
    except RuntimeError as error:
        # Before Python 3.12 an interrupt while a class is made, as modules are loaded, comes wrapped up.
        if not isinstance(error.__cause__, KeyboardInterrupt):
            raise
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except CliffhangerError as error:
        click.echo(f"cliffhanger: {error}", err=True)
        sys.exit(1)
    except BrokenPipeError:
        # Whoever read the output, such as `head`, has had enough.
        sys.stderr.close()
        sys.exit(0)
