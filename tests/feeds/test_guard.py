from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.feeds.guard import AddressGuard, BlockedAddressError, UnfitUrlError, check_url
from bot.model.errors import CliffhangerError

REFUSED = [
    "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.9.9.9", "169.254.169.254", "172.16.0.1", "192.0.0.8",
    "192.168.1.1", "198.18.0.1", "203.0.113.5", "224.0.0.1", "240.0.0.1", "255.255.255.255",
    "::", "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "fe80::1", "fe80::1%eth0", "fc00::1", "fec0::1",
    "ff02::1", "2002:7f00:1::", "2002:808:808::", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "64:ff9b::7f00:1",
    "64:ff9b::a00:1", "64:ff9b:1::808:808", "2001:db8::1", "100::1", "nonsense", "",
]  # fmt: skip
DIALLED = ["1.1.1.1", "8.8.8.8", "93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]


@pytest.mark.parametrize("ip", REFUSED)
def test_an_address_off_the_public_internet_is_refused(ip):
    with pytest.raises(BlockedAddressError):
        AddressGuard().check(ip, 80)


@pytest.mark.parametrize("ip", DIALLED)
def test_a_public_address_is_dialled(ip):
    AddressGuard().check(ip, 80)


def test_the_operators_networks_are_allowed_however_they_are_written():
    guard = AddressGuard(allow=("10.1.0.0/16",))
    guard.check("10.1.2.3", 80)
    guard.check("::ffff:10.1.2.3", 80)
    with pytest.raises(BlockedAddressError):
        guard.check("10.2.0.1", 80)


def test_an_exempt_address_is_exempt_on_its_port_only():
    guard = AddressGuard(exempt=frozenset({("127.0.0.1", 8080)}))
    guard.check("127.0.0.1", 8080)
    with pytest.raises(BlockedAddressError):
        guard.check("127.0.0.1", 8081)


def test_the_refusal_names_no_address():
    with pytest.raises(CliffhangerError) as refusal:
        AddressGuard().check("10.1.2.3", 80)
    assert "10.1" not in str(refusal.value)


@given(st.one_of(st.ip_addresses(v=4, network="10.0.0.0/8"), st.ip_addresses(v=4, network="127.0.0.0/8")))
def test_a_private_address_cannot_hide_in_ipv6(address):
    for prefix in ("::ffff:0:0", "64:ff9b::", "::"):
        disguised = ipaddress.IPv6Address(int(ipaddress.IPv6Address(prefix)) | int(address))
        with pytest.raises(BlockedAddressError):
            AddressGuard().check(str(disguised), 443)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("file:///etc/passwd", "http"),
        ("ftp://example.com/feed", "http"),
        ("javascript:alert(1)", "http"),
        ("example.com/feed", "http"),
        ("", "http"),
        ("https://user:secret@example.com/feed", "password"),
        ("https://user@example.com/feed", "user name"),
        ("https:///feed", "website"),
        ("http://example.com:0/", "website"),
        ("http://example.com:99999/", "valid"),
        ("http://a..b/", "website"),
        ("http://" + "a" * 64 + ".example/", "website"),
        ("http://[::1", "valid"),
        ("https://example.com/" + "a" * 2_000, "longer"),
    ],
)
def test_a_url_that_is_none_is_refused_with_the_reason(url, why):
    with pytest.raises(UnfitUrlError, match=why):
        check_url(url)


def test_a_fit_url_is_taken_without_its_fragment():
    assert str(check_url(" https://example.com:8443/feed?a=b%20c#top ")) == "https://example.com:8443/feed?a=b%20c"
