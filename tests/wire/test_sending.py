"""Posts and what may befall them: faults, limits, parked channels, lost connections, a wrong token."""

from __future__ import annotations

import asyncio

import pytest

from bot.model.errors import ConfigurationError
from tests.wire.living_bot import living_bot

POST = r"^/channels/\d+/messages$"
FIRST = "‘Silo’ Renewed for Season 5 at Apple TV+"
SECOND = "‘Severance’ Renewed for Season 4 at Apple TV+"


@pytest.fixture
async def bot(bot, control):
    """It follows two shows in two channels."""
    for show in ("silo", "severance"):
        for channel in ("general", "tv-news"):
            await control.command(f"/track add {show} channel:#{channel}", timeout=20)
    return bot


async def titles(control, channel):
    return sorted(post["embeds"][0]["title"].partition(":")[0] for post in await control.messages(channel))


@pytest.mark.parametrize(
    "fault",
    [
        {"effect": "status", "status": 502},
        {"effect": "status", "status": 503},
        {"effect": "status", "status": 500, "after_commit": True},
        {"effect": "reset_before"},
        {"effect": "reset_after"},
        {"effect": "status", "status": 429, "retry_after": 0.2},
        {"effect": "slow", "seconds": 0.3},
    ],
    ids=lambda fault: "-".join(map(str, fault.values())),
)
async def test_whatever_befalls_a_post_it_is_there_once(bot, control, rooms, fault):
    await control.fault(path=POST, **fault)
    rooms.tell(FIRST)
    await bot.poll()
    for channel in ("general", "tv-news"):
        await control.wait("messages", 1, channel=channel, timeout=20)
    rooms.tell(SECOND)
    await bot.poll()
    for channel in ("general", "tv-news"):
        await control.wait("messages", 2, channel=channel, timeout=20)
        assert await titles(control, channel) == ["Severance", "Silo"]


async def test_a_channel_that_refuses_is_parked_blocks_no_other_and_loses_nothing(bot, control, rooms):
    await control.set_permissions("tv-news", deny="send_messages")
    rooms.tell(FIRST)
    await bot.poll()
    await control.wait("messages", 1, channel="general")
    for _ in range(50):
        listed = await control.command("/track list")
        if "Send Messages" in listed.text:
            break
    assert "Send Messages" in listed.text
    assert "Silo" in listed.text

    await control.set_permissions("tv-news", allow="send_messages")
    await control.wait("messages", 1, channel="tv-news")
    assert await titles(control, "tv-news") == ["Silo"]
    assert "Send Messages" not in (await control.command("/track list")).text


async def test_a_deleted_channel_blocks_no_other(bot, control, rooms):
    await control.delete_channel("tv-news")
    rooms.tell(FIRST)
    rooms.tell(SECOND, feed="screenwire")
    await bot.poll()
    await control.wait("messages", 2, channel="general")
    assert await titles(control, "general") == ["Severance", "Silo"]
    listed = (await control.command("/track list")).text
    assert "Silo" in listed


@pytest.mark.parametrize("mode", ["reset", "reconnect", "invalid", "invalid resumable"])
async def test_a_lost_connection_comes_back(bot, control, mode):
    events = len(await control.gateway_log())
    await control.drop_gateway(mode)
    await control.wait("gateway events", events + 1, timeout=20)
    for _ in range(100):
        answer = await control.command("/help")
        if answer.error is None:
            break
        await asyncio.sleep(0.05)
    assert answer.error is None


async def test_the_bot_goes_on_where_it_was_invited_again(bot, control, rooms):
    await control.remove_guild("Sofa Society")
    rooms.tell(FIRST)
    await bot.poll()
    await control.restore_guild("Sofa Society")
    rooms.tell(SECOND)
    await bot.poll()
    await control.wait("messages", 1, channel="general")
    assert "Severance" in await titles(control, "general")
    assert "Severance" in (await control.command("/track list")).text


async def test_a_wrong_token_ends_with_one_clear_line(standin, control, rooms, tmp_path, expected_problems):
    expected_problems.append("401")
    with pytest.raises(ConfigurationError, match="DISCORD_TOKEN"):
        async with living_bot(standin, rooms, tmp_path, token="wrong.token.entirely"):
            pass


async def test_discord_refusing_the_intents_ends_with_one_clear_line(standin, control, rooms, tmp_path):
    await control.close_next_identify(4014)
    with pytest.raises(ConfigurationError, match="intents"):
        async with living_bot(standin, rooms, tmp_path):
            pass
