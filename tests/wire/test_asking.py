"""What everybody can ask: /status, /news, /help, /about, autocomplete, buttons that survive a restart."""

from __future__ import annotations

import asyncio

import pytest
import structlog

from tests.wire.living_bot import living_bot


async def test_help_and_about_answer_in_private(bot, control):
    text = (await control.command("/help")).text
    for command in ("/status", "/news", "/track add", "/track remove", "/track list", "/source add", "/about"):
        assert command in text
    about = await control.command("/about")
    assert about.ephemeral
    assert "Cliffhanger" in about.text


async def test_every_command_that_help_names_is_there_and_none_is_left_out(bot, control):
    text = (await control.command("/help")).text
    for command in await control.commands():
        parts = [option["name"] for option in command.get("options", ()) if option["type"] == 1]
        for spelt in [f"/{command['name']} {part}" for part in parts] or [f"/{command['name']}"]:
            assert spelt in text or spelt == "/help", spelt


async def test_status_answers_in_words_with_evidence(bot, control, rooms):
    link = rooms.tell("Netflix to End ‘Heartstopper’ With a Film Instead of a Fourth Season")
    await bot.poll()
    answer = await control.command("/status heartstopper")
    assert not answer.ephemeral
    assert answer.embeds[0]["title"] == "Heartstopper"
    assert answer.embeds[0]["description"].startswith(
        "**Ending with a film, not a season 4.** Netflix announced it on "
    )
    assert link in answer.text
    assert "Backlot" in answer.text


async def test_a_show_of_which_nothing_is_known(bot, control):
    answer = await control.command("/status Severance")
    assert "Nothing decided is known" in answer.text


async def test_a_rumour_moves_nothing_and_is_told_apart(bot, control, rooms):
    rooms.tell("Rumor: ‘Severance’ Could Be Cancelled After Season 3, Insiders Claim", feed="fancorner")
    await bot.poll()
    text = (await control.command("/status severance")).text
    assert "Nothing decided is known" in text
    assert "**Cancelled" not in text


async def test_an_unknown_show_gets_the_closest_ones_and_how_to_track_it(bot, control):
    answer = await control.command("/status Heartstoper")
    assert answer.ephemeral
    assert "Heartstopper" in answer.text
    assert "/track add" in answer.text
    nothing = await control.command("/status qqqq zzzz")
    assert "/track add" in nothing.text


async def test_a_name_that_several_shows_have(bot, control):
    answer = await control.command("/status ghosts")
    assert answer.ephemeral
    assert "Ghosts (UK)" in answer.text
    assert "Ghosts (US)" in answer.text
    assert (await control.command("/status ghosts (uk)")).embeds[0]["title"] == "Ghosts (UK)"


async def test_autocomplete_offers_tracked_shows_first(bot, control):
    await control.command("/track add silo", timeout=20)
    assert (await control.autocomplete("/status show:"))[0].value == "silo"
    names = [choice.name for choice in await control.autocomplete("/status show:hearts")]
    assert names[0] == "Heartstopper"
    assert len(await control.autocomplete("/news show:s")) == 25


@pytest.mark.parametrize("text", ["@everyone", "**bold**", "<@&1>", "`", "[x](https://evil.example)", "x" * 100])
async def test_what_people_type_is_shown_harmless(bot, control, text):
    answer = await control.command(f'/status "{text}"')
    assert answer.error is None
    assert "](https://evil" not in answer.text
    assert "@everyone" not in answer.text
    assert "<@&1>" not in answer.text


async def test_news_are_paged_and_the_buttons_survive_a_restart(standin, checked, rooms, tmp_path):
    people = ("Ada Holm", "Bo Lind", "Cy Marsh", "Di Okoro", "Ed Pratt", "Flo Quist", "Gus Rye", "Hal Stone")
    for person in people:
        rooms.tell(f"{person} Joins ‘Heartstopper’ Cast at Netflix")
    async with living_bot(standin, rooms, tmp_path) as bot:
        await bot.poll()
        first = await checked.command("/news heartstopper")
        assert first.buttons == ("Older",)
        assert sum(person in first.text for person in people) == 5
        older = await checked.press(first.message_id, "Older")
        assert older.error is None
        assert older.buttons == ("Newer",)
        assert older.text != first.text
    async with living_bot(standin, rooms, tmp_path):
        back = await checked.press(first.message_id, "Newer", user="bob", user_permissions=0)
        assert back.error is None
        assert back.text == first.text


async def test_commands_are_told_to_discord_once_over_restarts(standin, checked, rooms, tmp_path):
    for _ in range(2):
        async with living_bot(standin, rooms, tmp_path):
            assert await checked.put_counts() == {"": 1}


async def test_a_fault_of_ours_is_told_with_a_reference_and_without_a_traceback(bot, control):
    await bot.app.store.write(lambda conn: conn.exec_driver_sql("DROP TABLE claims"))
    answer = await control.command("/status heartstopper")
    assert "Something went wrong" in answer.text + str(answer.followups)
    assert "Traceback" not in answer.text
    assert "sqlite" not in answer.text.lower()


async def test_a_command_that_the_end_of_the_bot_cuts_off_is_no_fault_of_ours(bot, control):
    held, let = asyncio.Event(), asyncio.Event()

    async def hold(_conn):
        held.set()
        await let.wait()

    holding = asyncio.create_task(bot.app.store.write(hold))
    await held.wait()
    before = len(await control.requests())
    asked = asyncio.create_task(control.command("/track add heartstopper"))
    with structlog.testing.capture_logs() as logs:
        try:
            await control.wait("requests", before + 1)
            running = [task for task in asyncio.all_tasks() if task.get_name() == "CommandTree-invoker"]
            await bot.part.stop()
        finally:
            let.set()
        await asyncio.gather(holding, *running)
    asked.cancel()
    assert len(running) == 1
    assert [log["event"] for log in logs if log["log_level"] in {"warning", "error"}] == []
    assert "the bot ended before a command was answered" in [log["event"] for log in logs]
