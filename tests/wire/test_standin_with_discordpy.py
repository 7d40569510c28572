"""An unmodified discord.py against the stand-in: commands, answers, messages, permissions."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import discord
import pytest

from bot.standin import ControlClient, StandIn, StandInError
from tests.wire.conftest import Connect
from tests.wire.sample_bot import SampleBot, general, new_bot

MESSAGES = r"^/channels/\d+/messages$"


@pytest.fixture
async def bot(standin: StandIn, checked: ControlClient, connect: Connect) -> AsyncIterator[SampleBot]:
    bot = new_bot(standin)
    async with connect(bot):
        yield bot


async def test_a_bot_gets_ready_with_its_guilds_and_commands(bot, control):
    assert [guild.name for guild in bot.guilds] == ["Sofa Society"]
    assert {c["name"] for c in await control.commands()} >= {"status", "track", "lookup"}
    assert await control.put_counts() == {"": 1}
    assert [event["event"] for event in await control.gateway_log()] == ["identify"]


async def test_a_command_is_answered(bot, control):
    answer = await control.command("/status show:Foundation")
    assert answer.error is None
    assert answer.kind == "message"
    assert answer.embeds[0]["title"] == "Foundation"
    assert answer.buttons == ("Mute",)
    assert [m["id"] for m in await control.messages("general")] == [answer.message_id]


async def test_autocomplete_suggests(bot, control):
    assert [c.value for c in await control.autocomplete("/status show:s")] == ["heartstopper", "severance", "silo"]
    assert [c.name for c in await control.autocomplete("/status heart")] == ["Heartstopper"]


async def test_a_button_survives_a_restart_of_the_bot(standin, checked, connect):
    async with connect(new_bot(standin)):
        shown = await checked.command("/status Silo")
    async with connect(new_bot(standin)):
        pressed = await checked.press(shown.message_id, "Mute")
    assert (pressed.kind, pressed.content, pressed.buttons) == ("update", "muted 42", ())
    assert [m["content"] for m in await checked.messages("general")] == ["muted 42"]


async def test_a_deferred_command_ends_with_the_final_answer(bot, control):
    added = await control.command("/track add Silo #tv-news @fans", followups=1)
    assert (added.kind, added.ephemeral) == ("deferred", True)
    assert added.content == "following Silo in tv-news for fans"
    assert [message["content"] for message in added.followups] == ["a preview"]
    assert await control.messages("general") == []


async def test_an_answer_is_read_and_taken_back(bot, control):
    answer = await control.command("/retract", followups=1)
    assert [message["content"] for message in answer.followups] == ["changed"]
    assert [m["content"] for m in await control.messages("general")] == ["changed"]


async def test_an_edit_of_the_original_is_the_final_answer(bot, control):
    found = await control.command("/lookup")
    assert (found.content, found.embeds[0]["title"]) == ("found", "Silo")
    assert [m["flags"] for m in await control.messages("general")] == [0]


async def test_a_modal_is_filled_in(bot, control):
    opened = await control.command("/track wish")
    assert opened.modal is not None
    assert opened.modal["title"] == "Wish for a show"
    sent = await control.submit(opened, {"Show": "Dark"})
    assert (sent.content, sent.ephemeral) == ("wished for Dark", True)
    too_long = await control.submit(opened, {"Show": "x" * 21})
    assert too_long.error is not None


@pytest.mark.parametrize("standin", [{"response_seconds": 0.2}], indirect=True)
async def test_components_v2(bot, control, expected_problems):
    expected_problems.append("MESSAGE_CANNOT_USE_LEGACY_FIELDS")
    card = await control.command("/card")
    assert card.text == "## Foundation"
    pressed = await control.press(card.message_id, "Mute")
    assert pressed.error is not None  # a message of components takes no content, which is what Mute answers with


async def test_a_menu(bot, control):
    shown = await control.command("/choose")
    chosen = await control.press(shown.message_id, "Which?", values=["Silo"])
    assert chosen.content == "chosen Silo"


async def test_a_command_that_fails_says_sorry(bot, control):
    assert (await control.command("/boom")).content == "Sorry: CommandInvokeError"


async def test_in_a_direct_message(bot, control):
    answer = await control.command("/status Silo", dm=True)
    assert answer.embeds[0]["description"] == "a direct message"
    assert "no command /track" in ((await control.command("/track add Silo", dm=True)).error or "")
    pressed = await control.press(answer.message_id, "Mute")
    assert pressed.content == "muted 42"


async def test_permissions_of_users(bot, control):
    plain = await control.command("/track add Silo", user="bob", user_permissions=[])
    assert plain.error == "You do not have permission to use this command."
    manager = await control.command("/track add Silo", user="bob", user_permissions=["manage_guild"])
    assert manager.error is None
    forced = await control.command("/track add Silo", user="bob", user_permissions=[], force=True)
    assert forced.error is None


@pytest.mark.parametrize("standin", [{"response_seconds": 0.1}], indirect=True)
async def test_an_answer_that_comes_too_late_is_refused(bot, control, expected_problems):
    expected_problems.append("10062")
    late = await control.command("/late")
    assert late.error == "The application did not respond."
    bot.may_answer.set()
    await control.wait("problems", 1)
    # The sample bot's apology is as late as its answer.
    await control.wait("problems", 2)
    assert [type(error).__name__ for error in bot.errors] == ["CommandInvokeError"]


async def test_the_same_nonce_posts_once(bot, control):
    first = await general(bot).send("once", nonce="alert-1")
    again = await general(bot).send("once", nonce="alert-1")
    assert first.id == again.id
    assert [m["content"] for m in await control.messages("general")] == ["once"]
    assert [entry["repeats"] for entry in await control.journal()] == [1]


async def test_nonces_count_by_author_across_channels(bot, control, expected_problems):
    expected_problems.append("nonce 'alert-1' was used in channel")
    news = discord.utils.get(bot.get_all_channels(), name="tv-news")
    first = await general(bot).send("once", nonce="alert-1")
    other = await news.send("once", nonce="alert-1")
    assert other.id == first.id
    assert await control.messages("tv-news") == []


async def test_without_dedupe_doubles_are_seen(bot, control):
    await control.set_dedupe(False)
    for _ in range(2):
        await general(bot).send("twice", nonce="alert-1")
    first, second = await control.journal()
    assert (first["duplicate_of"], second["duplicate_of"]) == (None, first["id"])


async def test_history_edit_and_delete(bot, control):
    channel = general(bot)
    for number in range(3):
        await channel.send(str(number))
    assert [m.content async for m in channel.history(limit=2)] == ["2", "1"]
    since = discord.utils.utcnow().replace(year=2020)
    old_to_new = [m async for m in channel.history(limit=150, after=since)]
    assert [m.content for m in old_to_new] == ["0", "1", "2"]
    await channel.get_partial_message(old_to_new[0].id).edit(content="changed")
    await channel.get_partial_message(old_to_new[1].id).delete()
    assert [m["content"] for m in await control.messages("general")] == ["changed", "2"]


async def test_what_can_be_looked_up(bot, control, expected_problems):
    guild = bot.guilds[0]
    kinds = {"lounge": 2, "shelf": 4, "announcements": 5, "stage": 13, "forum": 15}
    made = {name: await control.create_channel(str(guild.id), name, kind) for name, kind in kinds.items()}
    found = {channel.name: channel.type.value for channel in await guild.fetch_channels()}
    assert found == {"general": 0, "tv-news": 0, **kinds}
    assert [role.name for role in await guild.fetch_roles()] == ["@everyone", "fans"]
    assert (await guild.fetch_member(bot.user.id)).name == bot.user.name
    assert (await bot.fetch_guild(guild.id)).name == guild.name
    assert (await bot.fetch_channel(general(bot).id)).name == "general"
    message = await general(bot).send("here")
    assert (await general(bot).fetch_message(message.id)).content == "here"
    assert {command.name for command in await bot.tree.fetch_commands()} >= {"status", "track"}
    expected_problems.append("50008")
    with pytest.raises(discord.HTTPException) as no_text:
        await bot.get_partial_messageable(int(made["shelf"])).send("x")
    assert no_text.value.code == 50008


async def test_a_file_is_uploaded(bot, control):
    await general(bot).send("look", file=discord.File(io.BytesIO(b"x"), "a.txt"))
    [message] = await control.messages("general")
    assert [a["filename"] for a in message["attachments"]] == ["a.txt"]


async def test_channels_that_are_gone_closed_or_restricted(bot, control):
    channel, here = general(bot), bot.get_partial_messageable
    embed = discord.Embed(title="Silo")
    await control.set_permissions("general", deny=["embed_links"])
    with pytest.raises(discord.Forbidden) as no_embeds:
        await channel.send(embed=embed)
    await control.set_permissions("general", deny=["send_messages"])
    with pytest.raises(discord.Forbidden) as no_posts:
        await channel.send("x")
    await control.set_permissions("general", deny=["view_channel"])
    with pytest.raises(discord.Forbidden) as hidden:
        await channel.send("x")
    await control.delete_channel("general")
    with pytest.raises(discord.NotFound) as gone:
        await channel.send("x")
    with pytest.raises(discord.NotFound) as unknown:
        await here(12345).send("x")
    with pytest.raises(discord.NotFound) as no_guild:
        await bot.fetch_guild(12345)
    codes = [caught.value.code for caught in (no_embeds, no_posts, hidden, gone, unknown, no_guild)]
    assert codes == [50013, 50013, 50001, 10003, 10003, 10004]


async def test_what_discord_refuses_is_refused(bot, control, expected_problems):
    await control.set_limits(enabled=False)
    expected_problems += ["50035", "50006"]
    too_much: list[dict[str, Any]] = [
        {"content": "x" * 2001},
        {"embed": discord.Embed(title="x" * 257)},
        {"embeds": [discord.Embed(description="x" * 3001), discord.Embed(description="x" * 3000)]},
        {"embed": discord.Embed().add_field(name=" ", value="x")},
        {"content": " "},
    ]
    codes = []
    for body in too_much:
        with pytest.raises(discord.HTTPException) as refused:
            await general(bot).send(**body)
        codes.append(refused.value.code)
    assert codes == [50035, 50035, 50035, 50035, 50006]


async def test_whom_a_message_pings(bot, control):
    guild = bot.guilds[0]
    role = discord.utils.get(guild.roles, name="fans")
    await general(bot).send(f"{role.mention} @everyone")
    await general(bot).send(f"{role.mention} @everyone", allowed_mentions=discord.AllowedMentions(roles=[role]))
    quiet, loud = await control.messages("general")
    assert (quiet["mention_roles"], loud["mention_roles"]) == ([], [str(role.id)])
    assert not quiet["mention_everyone"]
    assert not loud["mention_everyone"]


async def test_messages_are_streamed(bot, control):
    await general(bot).send("before")
    stream = control.stream(replay=True)
    assert (await anext(stream))["message"]["content"] == "before"
    message = await general(bot).send("now")
    assert (await anext(stream))["message"]["content"] == "now"
    await general(bot).get_partial_message(message.id).edit(content="then")
    edited = await anext(stream)
    assert (edited["type"], edited["message"]["content"]) == ("update", "then")
    await stream.aclose()


async def test_there_is_no_way_out_of_this_machine(bot):
    session = bot.http._HTTPClient__session  # the one that discord.py made with our connector
    for url in ("https://example.org", "https://192.0.2.1/"):
        with pytest.raises(aiohttp.ClientConnectorError, match="no way out"):
            await session.get(url)


async def test_without_a_bot_commands_say_so(control):
    with pytest.raises(StandInError):
        await control.autocomplete("/status x")
    assert "told Discord no commands" in ((await control.command("/status x")).error or "")
