"""A TLS certificate made in memory for the host names under which the bot looks for Discord. Knows nothing else.

Nobody needs to trust it: the bot's connector to the stand-in checks that the address is loopback instead.
"""

from __future__ import annotations

import ssl
from typing import Final

import trustme

HOST_NAMES: Final = ("discord.com", "gateway.discord.gg", "cdn.discordapp.com", "localhost", "127.0.0.1")


def server_context() -> ssl.SSLContext:
    """A server-side TLS context with a certificate of a minute-old authority that nobody else has."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert(*HOST_NAMES).configure_cert(context)
    return context
