"""What people are told when a command fails: a map from errors to words; whatever is not in it goes to the log.

Users never see a traceback; the operator finds it by the reference the user was shown. Knows no command.
"""

from __future__ import annotations

import secrets

import aiohttp
import discord
import structlog
from discord import app_commands

from bot.cards.markdown import escape
from bot.model.errors import CliffhangerError

log = structlog.get_logger(__name__)

_TOO_LATE = frozenset({10_062, 40_060})
"""Unknown interaction; interaction already acknowledged (Discord, JSON Error Codes)."""
_WORDS: tuple[tuple[type[app_commands.AppCommandError], str], ...] = (
    (app_commands.MissingPermissions, "You need the Manage Server permission for this."),
    (app_commands.NoPrivateMessage, "This works in a server only."),
    (app_commands.CommandOnCooldown, "That was asked very often; try again in a moment."),
    (app_commands.CommandNotFound, "Discord still shows an older form of this command; try again in a minute."),
    (app_commands.CommandSignatureMismatch, "This command has changed; try again in a minute."),
    (app_commands.TransformerError, "That value cannot be used here; choose one of those that are offered."),
    (app_commands.CheckFailure, "You may not use this command."),
)


def words_for(error: BaseException) -> str | None:
    """What a user is told, or None for an error that nobody foresaw."""
    cause = error.__cause__ if isinstance(error, app_commands.CommandInvokeError) else error
    if isinstance(cause, CliffhangerError):
        return escape(str(cause))
    return next((words for kind, words in _WORDS if isinstance(cause, kind)), None)


async def answer_error(interaction: discord.Interaction, error: Exception) -> None:
    """Tell the user in private, and the log if it is a fault of the program."""
    text = words_for(error)
    if text is None:
        if _came_too_late(error):
            log.warning("answered too late", command=_name(interaction))
            return
        reference = secrets.token_hex(4)
        log.error("command failed", command=_name(interaction), reference=reference, exc_info=error)
        text = f"Something went wrong. The bot's operator can find it in the log as `{reference}`."
    try:
        if interaction.response.is_done():
            await interaction.followup.send(text, ephemeral=True)
        else:
            await interaction.response.send_message(text, ephemeral=True)
    except (discord.HTTPException, aiohttp.ClientError, OSError) as failure:
        log.warning("the user could not be told", command=_name(interaction), reason=str(failure))


def _came_too_late(error: BaseException) -> bool:
    cause = error.__cause__ if isinstance(error, app_commands.CommandInvokeError) else error
    return isinstance(cause, discord.HTTPException) and cause.code in _TOO_LATE


def _name(interaction: discord.Interaction) -> str:
    return interaction.command.qualified_name if interaction.command is not None else "button"
