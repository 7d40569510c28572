"""What admins can change: /track and /source, with every refusal; and the posts that follow."""

from __future__ import annotations

import pytest

from tests.wire.living_bot import living_bot

VOICE, FORUM = 2, 15


@pytest.mark.parametrize("line", ["/track add silo", "/track remove silo", "/track list", "/source list"])
async def test_without_manage_server_nothing_can_be_changed(bot, control, line):
    answer = await control.command(line, user="bob", user_permissions=0)
    assert answer.error is not None
    forced = await control.command(line, user="bob", user_permissions=0, force=True)
    assert forced.ephemeral
    assert "Manage Server" in forced.text


async def test_a_first_track_add_is_enough_to_receive_alerts(bot, control, rooms):
    rooms.tell("‘Severance’ Renewed for Season 4 at Apple TV+")
    await bot.poll()
    answer = await control.command("/track add severance channel:#tv-news role:@fans", timeout=20)
    assert answer.ephemeral
    assert "Severance" in answer.text
    assert len(answer.followups) == 1
    assert "Renewed for season 4" in answer.followups[0]["embeds"][0]["title"]
    assert await control.messages("tv-news") == []

    link = rooms.tell("Apple Sets ‘Severance’ Season 4 Premiere Date for 12 March 2027")
    await bot.poll()
    await control.wait("messages", 1, channel="tv-news")
    [post] = await control.messages("tv-news")
    role = (await control.world())["guilds"][0]["roles"][-1]["id"]
    assert post["content"] == f"<@&{role}>"
    assert post["mention_roles"] == [role]
    assert "Severance" in post["embeds"][0]["title"]
    assert "12 March 2027" in post["embeds"][0]["title"]
    assert link in str(post["embeds"])
    assert "Official" in str(post["embeds"])


async def test_three_outlets_in_one_tick_make_one_post(bot, control, rooms):
    await control.command("/track add silo channel:#general", timeout=20)
    rooms.tell("‘Silo’ Renewed for Season 5 at Apple TV+")
    rooms.tell("Apple TV+ Renews ‘Silo’ for Fifth Season", feed="screenwire")
    rooms.tell("Silo season 5 is happening: Apple TV+ renews the sci-fi drama", feed="fancorner")
    rooms.tell("‘Silo’ Star Rebecca Ferguson Joins ‘Silo’ Prequel? No: Apple TV+ Sets ‘Silo’ Season 5 Filming Start")
    await bot.poll()
    await control.wait("messages", 1, channel="general")
    rooms.tell("Apple TV+ Cancels ‘Silo’ After Season 5")
    await bot.poll()
    await control.wait("messages", 2, channel="general")
    titles = [post["embeds"][0]["title"] for post in await control.messages("general")]
    assert sum("Renewed for season 5" in title for title in titles) == 1


@pytest.mark.parametrize("kind", [VOICE, FORUM])
async def test_a_channel_of_another_type_is_refused(bot, control, kind):
    await control.create_channel("Sofa Society", "elsewhere", kind)
    answer = await control.command("/track add silo channel:#elsewhere")
    assert "text and announcement channels" in answer.text + str(answer.followups)
    assert "Silo" not in (await control.command("/track list")).text


@pytest.mark.parametrize(
    ("denied", "words"),
    [("send_messages", "Send Messages"), ("embed_links", "Embed Links"), ("view_channel", "View Channel")],
)
async def test_missing_permissions_are_named_at_once(bot, control, denied, words):
    await control.set_permissions("tv-news", deny=denied)
    answer = await control.command("/track add silo channel:#tv-news", channel="general")
    assert words in answer.text + str(answer.followups)
    assert "Silo" not in (await control.command("/track list")).text


async def test_everyone_is_never_mentioned(bot, control):
    answer = await control.command("/track add silo role:@everyone")
    assert "never mentions everyone" in answer.text
    assert "Silo" not in (await control.command("/track list")).text


async def test_a_role_whose_mention_is_silent_is_told(bot, control):
    await control.create_role("Sofa Society", "quiet", mentionable=False)
    answer = await control.command("/track add silo role:@quiet", timeout=20)
    assert "mention" in answer.text.lower()


async def test_a_removed_show_is_posted_no_more(bot, control, rooms):
    await control.command("/track add silo channel:#general", timeout=20)
    await control.command("/track add severance channel:#general", timeout=20)
    gone = await control.command("/track remove silo")
    assert "Silo" in gone.text
    assert "does not track" in (await control.command("/track remove silo")).text
    rooms.tell("‘Silo’ Renewed for Season 5 at Apple TV+")
    rooms.tell("‘Severance’ Renewed for Season 4 at Apple TV+")
    await bot.poll()
    await control.wait("messages", 1, channel="general")
    [post] = await control.messages("general")
    assert "Severance" in post["embeds"][0]["title"]


async def test_a_long_list_has_pages(bot, control):
    shows = [choice.value for choice in await control.autocomplete("/track add show:s")]
    for show in shows[:22]:
        assert (await control.command(f"/track add {show}", timeout=20)).error is None
    first = await control.command("/track list")
    assert first.buttons == ("Next",)
    refused = await control.press(first.message_id, "Next", user="bob", user_permissions=0)
    assert "Manage Server" in refused.text
    second = await control.press(first.message_id, "Next")
    assert second.buttons == ("Previous",)


async def test_a_show_outside_the_catalogue_is_tracked_by_its_plain_name(bot, control, rooms):
    answer = await control.command("/track add The Lighthouse Keepers of Oban channel:#general", timeout=20)
    assert "The Lighthouse Keepers of Oban" in answer.text
    rooms.tell("‘The Lighthouse Keepers of Oban’ Renewed for Season 2 at BBC One")
    await bot.poll()
    await control.wait("messages", 1, channel="general")
    assert "Renewed for season 2" in (await control.command("/status lighthouse keepers of oban")).text


async def test_the_first_fetch_of_a_source_is_silent(standin, checked, rooms, tmp_path):
    rooms.tell("‘Silo’ Renewed for Season 5 at Apple TV+")
    async with living_bot(standin, rooms, tmp_path) as bot:
        await checked.command("/track add silo channel:#general", timeout=20)
        await bot.poll()
        assert "season 5" in (await checked.command("/status silo")).text
        rooms.tell("‘Silo’ Cancelled at Apple TV+, Season 5 Scrapped")
        await bot.poll()
        await checked.wait("messages", 1, channel="general")
        assert len(await checked.messages("general")) == 1


async def test_hostile_text_is_posted_harmless(bot, control, rooms):
    await control.command("/track add silo channel:#general", timeout=20)
    rooms.tell(
        "‘Silo’ Renewed for Season 5 at Apple TV+ @everyone <@&1> **x** [click](https://evil.example)",
        summary="@here ||spoiler|| <@1> `code` discord.gg/evil The drama was renewed by Apple TV+ on Thursday.",
    )
    await bot.poll()
    await control.wait("messages", 1, channel="general")
    [post] = await control.messages("general")
    assert post["mention_everyone"] is False
    assert post["mentions"] == post["mention_roles"] == []
    text = str(post["embeds"])
    assert "](https://evil" not in text
    assert "@everyone" not in text
    assert "@here" not in text
