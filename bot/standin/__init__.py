"""A stand-in for Discord on loopback: REST v10 and gateway v10 as far as the bot uses them, and people who use the bot.

It speaks only the wire. It knows nothing of shows, feeds or discord.py, and nothing else of `bot` but its error base.
"""

from __future__ import annotations

from bot.standin.control.client import ControlClient, StandInError
from bot.standin.people.answer import Answer, Choice, words
from bot.standin.server import HOST, StandIn, serve

__all__ = ["HOST", "Answer", "Choice", "ControlClient", "StandIn", "StandInError", "serve", "words"]
