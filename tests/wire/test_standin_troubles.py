"""An unmodified discord.py against the stand-in when things change or go wrong: gateway, limits, faults."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import aiohttp
import discord
import pytest

from bot.standin import ControlClient, StandIn
from tests.wire.conftest import Connect
from tests.wire.sample_bot import SampleBot, general, new_bot

MESSAGES = r"^/channels/\d+/messages$"


@pytest.fixture
async def bot(standin: StandIn, checked: ControlClient, connect: Connect) -> AsyncIterator[SampleBot]:
    bot = new_bot(standin)
    async with connect(bot):
        yield bot


async def test_the_bot_hears_of_changes(bot, control):
    guild = await control.create_guild("Den")
    await bot.heard("joined Den")
    await control.create_channel(guild, "premieres")
    await bot.heard("created #premieres")
    await control.create_role(guild, "night owls")
    await bot.heard("created @night owls")
    await control.set_permissions((await control.world())["guilds"][1]["channels"][1]["id"], deny=["send_messages"])
    await bot.heard("updated #premieres")
    me = bot.get_guild(int(guild)).me
    assert not discord.utils.get(bot.get_all_channels(), name="premieres").permissions_for(me).send_messages
    await control.delete_channel((await control.world())["guilds"][1]["channels"][1]["id"])
    await bot.heard("deleted #premieres")
    await control.remove_guild(guild)
    await bot.heard("left Den")
    await control.restore_guild(guild)
    await bot.heard("joined Den")


async def test_an_outage_is_no_removal(bot, control):
    guild = (await control.world())["guilds"][0]["id"]
    await control.remove_guild(guild, unavailable=True)
    await control.restore_guild(guild)
    await control.create_channel(guild, "marker")
    await bot.heard("created #marker")
    assert bot.events.empty()


async def test_what_was_missed_is_replayed_by_resume(bot, control):
    guild = (await control.world())["guilds"][0]["id"]
    await control.drop_gateway("reset")
    await control.create_channel(guild, "while-away")
    await bot.heard("created #while-away")
    assert [event["event"] for event in await control.gateway_log()] == ["identify", "resume"]


@pytest.mark.parametrize("mode", ["reconnect", "invalid resumable"])
async def test_asked_to_reconnect_the_bot_resumes(bot, control, mode):
    assert await control.drop_gateway(mode) == 1
    await bot.heard("resumed 0")
    assert [event["event"] for event in await control.gateway_log()] == ["identify", "resume"]
    assert (await control.command("/status Silo")).error is None


async def test_an_invalid_session_logs_in_anew(bot, control):
    await control.drop_gateway("invalid")
    await control.wait("gateway events", 2)
    assert [event["event"] for event in await control.gateway_log()] == ["identify", "identify"]
    assert (await control.command("/status Silo")).error is None


@pytest.mark.parametrize("standin", [{"heartbeat_seconds": 0.2}], indirect=True)
async def test_a_gateway_that_falls_silent_is_left(standin, checked, connect):
    bot = new_bot(standin, heartbeat_timeout=0.5)
    async with connect(bot):
        await checked.ignore_heartbeats(True)
        await bot.wait_for("shard_disconnect", timeout=5)
        await checked.ignore_heartbeats(False)
        await bot.heard("resumed 0")


async def test_intents_that_are_not_allowed_end_the_bot(standin, checked, connect):
    await checked.close_next_identify(4014)
    with pytest.raises(discord.PrivilegedIntentsRequired):
        async with connect(new_bot(standin)):
            pass


async def test_a_wrong_token_ends_the_bot(standin, checked, expected_problems):
    expected_problems.append("401: Unauthorized")
    bot = new_bot(standin)
    with pytest.raises(discord.LoginFailure):
        await bot.login("wrong")
    await bot.close()


async def test_commands_that_discord_would_not_register(standin, checked, connect):
    await checked.fault("status", method="PUT", path="/commands$", status=400, code=50035)
    with pytest.raises(discord.HTTPException) as refused:
        async with connect(new_bot(standin)):
            pass
    assert refused.value.code == 50035


@pytest.mark.parametrize("standin", [{"shards": 2}], indirect=True)
async def test_two_shards(standin, checked, connect):
    while len({(int(g["id"]) >> 22) % 2 for g in (await checked.world())["guilds"]}) < 2:
        await checked.create_guild("Den")
    guilds = (await checked.world())["guilds"]
    bot = new_bot(standin)
    async with connect(bot):
        assert bot.shard_count == 2
        assert {guild.id: guild.shard_id for guild in bot.guilds} == {
            int(g["id"]): (int(g["id"]) >> 22) % 2 for g in guilds
        }
        for guild in guilds:
            assert (await checked.command("/status Silo", guild=guild["id"])).error is None
        assert await checked.drop_gateway("reset") == 2
        await checked.wait("gateway events", 4)
        assert sorted(event["shard"] for event in await checked.gateway_log()) == [0, 0, 1, 1]
        for guild in guilds:
            assert (await checked.command("/status Silo", guild=guild["id"])).error is None


async def test_a_full_bucket_is_waited_for(bot, control):
    await control.set_limits(per_channel=2, channel_window=0.2)
    await asyncio.gather(*(general(bot).send(str(number)) for number in range(4)))
    assert len(await control.messages("general")) == 4
    assert [r["status"] for r in await control.requests() if r["method"] == "POST"].count(429) == 0


@pytest.mark.parametrize("is_global", [False, True])
async def test_a_429_is_tried_again(bot, control, is_global):
    await control.fault("status", path=MESSAGES, status=429, retry_after=0.1, is_global=is_global)
    await general(bot).send("patience")
    sends = [r["status"] for r in await control.requests() if r["method"] == "POST"]
    assert sends == [429, 200]
    assert len(await control.messages("general")) == 1


async def test_the_limit_of_the_whole_bot(bot, control):
    await control.set_limits(per_bot=2, bot_window=0.2)
    await asyncio.gather(*(bot.application_info() for _ in range(5)))
    answers = [r["status"] for r in await control.requests() if r["path"].endswith("/applications/@me")][-8:]
    assert 429 in answers


async def test_a_ban_by_the_proxy_is_raised_at_once(bot, control):
    await control.fault("status", path=MESSAGES, status=429, retry_after=3600, cloudflare=True)
    with pytest.raises(discord.HTTPException) as banned:
        await general(bot).send("x")
    assert banned.value.status == 429
    assert banned.value.response.headers["Retry-After"] == "3600"
    assert "Via" not in banned.value.response.headers


async def test_a_503_is_raised_and_nothing_was_posted(bot, control):
    await control.fault("status", path=MESSAGES, status=503)
    with pytest.raises(discord.DiscordServerError):
        await general(bot).send("x")
    assert await control.messages("general") == []


@pytest.mark.parametrize(("effect", "posted"), [("reset_before", 0), ("reset_after", 1)])
async def test_a_connection_lost_around_the_commit(bot, control, effect, posted):
    await control.fault(effect, path=MESSAGES)
    with pytest.raises(aiohttp.ClientError):
        await general(bot).send("once", nonce="alert-1")
    assert len(await control.messages("general")) == posted
    message = await general(bot).send("once", nonce="alert-1")
    assert [m["id"] for m in await control.messages("general")] == [str(message.id)]
    assert [r["status"] for r in await control.requests() if r["method"] == "POST"] == [0, 200]


async def test_an_answer_is_held_back_until_released(bot, control):
    await control.fault("hold", path=MESSAGES)
    sending = asyncio.create_task(general(bot).send("held"))
    await control.wait("held", 1)
    assert len(await control.messages("general")) == 1
    assert not sending.done()
    assert await control.release() == 1
    await sending
    assert [entry["outcome"] for entry in await control.held_log()] == ["released"]
