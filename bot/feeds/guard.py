"""Which addresses may be dialled: only those of the public internet, so that nobody can make the bot reach into the
network it runs in (server-side request forgery).

The check belongs where a socket is made, after the name was resolved: a resolver is not asked for literal addresses,
and a name can resolve to something else a moment later. Knows nothing of feeds.
"""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass, field
from typing import Any

from yarl import URL

from bot.model.errors import CliffhangerError

LONGEST_URL = 2_000

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
IPNetwork = ipaddress.IPv4Network | ipaddress.IPv6Network
AddrInfo = tuple[int | socket.AddressFamily, int | socket.SocketKind, int, str, tuple[Any, ...]]
"""What `getaddrinfo` gives: family, type, protocol, canonical name, socket address."""

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
# `is_global` changed between Python 3.11 and 3.13; these are refused by every version.
_NEVER: tuple[IPNetwork, ...] = (
    ipaddress.IPv4Network("100.64.0.0/10"),  # carrier-grade NAT, RFC 6598
    ipaddress.IPv4Network("192.0.0.0/24"),  # protocol assignments, RFC 6890
    ipaddress.IPv4Network("192.88.99.0/24"),  # 6to4 relays, RFC 7526
    ipaddress.IPv4Network("198.18.0.0/15"),  # benchmarks, RFC 2544
    ipaddress.IPv6Network("64:ff9b:1::/48"),  # NAT64 of one's own network, RFC 8215
    ipaddress.IPv6Network("2001::/23"),  # protocol assignments with Teredo, RFC 2928 and RFC 4380
    ipaddress.IPv6Network("2002::/16"),  # 6to4, RFC 7526
    ipaddress.IPv6Network("3fff::/20"),  # documentation, RFC 9637
    ipaddress.IPv6Network("5f00::/16"),  # segment routing, RFC 9602
    ipaddress.IPv6Network("fec0::/10"),  # site-local, RFC 3879
)


class BlockedAddressError(CliffhangerError, OSError):
    """An address that may not be dialled.

    It is an OSError too, so that the connector takes it for a refused connection. The text names no address: it would
    tell a stranger what a name resolves to inside the operator's network.
    """

    def __init__(self) -> None:
        super().__init__("This address is not on the public internet, so it is not fetched.")


class UnfitUrlError(CliffhangerError):
    """A URL that cannot be the URL of a feed; the text says why."""


@dataclass(frozen=True, slots=True)
class AddressGuard:
    """Refuses every address that is not globally routable.

    `allow` names networks in CIDR notation (the operator's own), `exempt` single (address, port) pairs. Raises
    ValueError for a network that is none.
    """

    allow: tuple[str, ...] = ()
    exempt: frozenset[tuple[str, int]] = frozenset()
    _networks: tuple[IPNetwork, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        networks = tuple(ipaddress.ip_network(network, strict=False) for network in self.allow)
        object.__setattr__(self, "_networks", networks)

    def check(self, ip: str, port: int) -> None:
        """Raise `BlockedAddressError` unless this address may be dialled."""
        if (ip, port) in self.exempt:
            return
        try:
            address = _embedded(ipaddress.ip_address(ip.partition("%")[0]))
        except ValueError:
            raise BlockedAddressError from None
        if any(address in network for network in self._networks):
            return
        if not _is_public(address):
            raise BlockedAddressError

    def open_socket(self, info: AddrInfo) -> socket.socket:
        """Make the socket for one resolved address: the `socket_factory` of aiohttp's TCPConnector.

        Raises `BlockedAddressError`.
        """
        family, kind, protocol, _, address = info
        self.check(str(address[0]), int(address[1]))
        return socket.socket(family, kind, protocol)


def check_url(url: str) -> URL:
    """Read the URL of a feed. Raises `UnfitUrlError` that says what is wrong with it."""
    if len(url) > LONGEST_URL:
        raise UnfitUrlError(f"This URL is longer than {LONGEST_URL} characters.")
    try:
        parsed = URL(url.strip())
        port = parsed.port
    except ValueError:
        raise UnfitUrlError("This is not a valid URL. A feed's URL looks like https://example.com/feed.") from None
    if parsed.scheme not in {"http", "https"}:
        raise UnfitUrlError("This is no web address. A feed's URL looks like https://example.com/feed.")
    if parsed.raw_user is not None or parsed.raw_password is not None:
        raise UnfitUrlError("A URL with a user name or password in it is not accepted, as it would be shown to others.")
    if not parsed.raw_host or port == 0 or not _can_be_resolved(parsed.raw_host):
        raise UnfitUrlError("This URL names no website. A feed's URL looks like https://example.com/feed.")
    return parsed.with_fragment(None)


def _can_be_resolved(host: str) -> bool:
    """Whether a name has the lengths of RFC 1035 section 2.3.4; the resolver raises UnicodeError for others."""
    return ":" in host or (len(host) <= 253 and all(0 < len(part) <= 63 for part in host.rstrip(".").split(".")))


def _embedded(address: IPAddress) -> IPAddress:
    """The IPv4 address that an IPv6 address stands for on the wire, or the address itself."""
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return address.ipv4_mapped
        if address in _NAT64:  # an IPv6-only host reaches IPv4 through it, so it is not refused as a whole
            return ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
    return address


def _is_public(address: IPAddress) -> bool:
    if any(address in network for network in _NEVER):
        return False
    special = (
        address.is_private
        or address.is_loopback
        or address.is_link_local
        or address.is_multicast
        or address.is_reserved
        or address.is_unspecified
    )
    return not special and address.is_global
