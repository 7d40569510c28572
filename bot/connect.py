"""The way to Discord: the usual one, or one that leads every request to a stand-in on this machine and nowhere else.

discord.py keeps Discord's own URLs; only where its host names lead is changed, so the product and discord.py are run as
they are. Knows nothing of what is said on the connection.
"""

from __future__ import annotations

import errno
import ipaddress
import socket
from typing import Final

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.model.errors import ConfigurationError

DISCORD_HOSTS: Final = frozenset({"discord.com", "gateway.discord.gg", "cdn.discordapp.com", "media.discordapp.net"})
"""Every host that the bot has to do with on Discord's side."""


def connector(standin: tuple[str, int] | None) -> aiohttp.BaseConnector | None:
    """A connector to the stand-in at (host, port), or None for the real Discord, where discord.py makes its own.

    A client closes its connector, so each client needs a new one. Made inside a running event loop. Raises
    `ConfigurationError` unless the host is a loopback address.
    """
    if standin is None:
        return None
    host, port = standin
    if not _is_loopback(host):
        raise ConfigurationError(f"A stand-in for Discord is only ever on this machine (127.0.0.1), not at {host}.")
    # The certificate proves nothing here; that the address is this machine's own is what is checked.
    return aiohttp.TCPConnector(
        resolver=_ToStandIn(host, port), ssl=False, limit=0, use_dns_cache=False, socket_factory=_loopback_socket
    )


class _ToStandIn(AbstractResolver):
    """Answers the stand-in's address for Discord's host names, and refuses all others."""

    def __init__(self, host: str, port: int) -> None:
        self._host = host
        self._port = port
        self._family = socket.AF_INET6 if ":" in host else socket.AF_INET

    async def resolve(
        self,
        host: str,
        port: int = 0,  # noqa: ARG002 - the resolver's interface
        family: socket.AddressFamily = socket.AF_INET,  # noqa: ARG002 - the resolver's interface
    ) -> list[ResolveResult]:
        """Where the host is. Raises OSError for a host that is not Discord's."""
        if host.lower().rstrip(".") not in DISCORD_HOSTS:
            raise _no_way_out(host)
        return [
            ResolveResult(
                hostname=host,
                host=self._host,
                port=self._port,
                family=self._family,
                proto=0,
                flags=socket.AI_NUMERICHOST | socket.AI_NUMERICSERV,
            )
        ]

    async def close(self) -> None:
        """Nothing is held open."""


def _loopback_socket(address: aiohttp.AddrInfoType) -> socket.socket:
    """A socket for an address; an address written as such in a URL is never resolved, so it is looked at here."""
    family, kind, protocol, _, place = address
    if not _is_loopback(str(place[0])):
        raise _no_way_out(str(place[0]))
    return socket.socket(family, kind, protocol)


def _no_way_out(host: str) -> OSError:
    return OSError(errno.ENETUNREACH, f"no way out of this machine to {host}")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
