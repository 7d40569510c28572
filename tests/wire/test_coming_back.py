"""A server that comes back, from an outage or by a new invitation, gets what could not be posted while it was away."""

from __future__ import annotations

import pytest

from tests.wire.living_bot import living_bot, newsrooms

POST = r"^/channels/\d+/messages$"


@pytest.fixture
async def rooms():
    async with newsrooms() as rooms:
        yield rooms


@pytest.fixture
async def bot(standin, checked, rooms, tmp_path):
    async with living_bot(standin, rooms, tmp_path) as bot:
        await bot.poll()
        await checked.command("/track add silo channel:#general", timeout=20)
        yield bot


@pytest.mark.parametrize("outage", [False, True], ids=["thrown out", "outage"])
async def test_a_channel_that_was_parked_when_the_server_went_is_tried_again_when_it_is_back(
    bot, control, rooms, outage
):
    await control.fault("status", path=POST, status=403, code=50001)
    rooms.tell("‘Silo’ Renewed for Season 5 at Apple TV+")
    await bot.poll()
    guild = next(iter(bot.session.client.guilds)).id
    while not await bot.app.tracking.parked(guild):
        await bot.app.store.settle()
    await control.remove_guild("Sofa Society", unavailable=outage)
    await control.restore_guild("Sofa Society")
    await control.wait("messages", 1, channel="general")
    [post] = await control.messages("general")
    assert "Renewed for season 5" in post["embeds"][0]["title"]


async def test_a_permission_that_lacks_is_told_without_signs_that_mean_nothing(bot, control):
    await control.set_permissions("tv-news", deny="send_messages")
    answer = await control.command("/track add silo channel:#tv-news", channel="general")
    assert "\\" not in answer.text
