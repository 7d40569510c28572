"""The bot's side of the way to the stand-in."""

from __future__ import annotations

import aiohttp
import pytest

from bot.connect import DISCORD_HOSTS, connector
from bot.model.errors import ConfigurationError
from bot.standin import HOST


async def test_the_real_discord_needs_no_connector():
    assert connector(None) is None


@pytest.mark.parametrize("host", ["192.0.2.1", "0.0.0.0", "discord.com", "localhost.example", "::"])
async def test_only_loopback_is_taken(host):
    with pytest.raises(ConfigurationError, match="only ever on this machine"):
        connector((host, 443))


@pytest.mark.parametrize("host", sorted(DISCORD_HOSTS))
async def test_discords_hosts_lead_to_the_stand_in(standin, host):
    async with (
        aiohttp.ClientSession(connector=connector((HOST, standin.port))) as session,
        session.get(f"https://{host}/api/v10/gateway", headers={"Authorization": f"Bot {standin.token}"}) as response,
    ):
        assert await response.json() == {"url": "wss://gateway.discord.gg"}


@pytest.mark.parametrize("url", ["https://example.org", "http://192.0.2.1", "https://discord.com.example.org"])
async def test_everything_else_is_refused(standin, url):
    async with aiohttp.ClientSession(connector=connector((HOST, standin.port))) as session:
        with pytest.raises(aiohttp.ClientConnectorError, match="no way out of this machine"):
            await session.get(url)
