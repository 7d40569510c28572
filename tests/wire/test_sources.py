"""A server's own feeds: what may be added, every refusal in words, and that one server cannot speak for another."""

from __future__ import annotations

import pytest


async def add(control, url, **where):
    return await control.command(f"/source add {url}", timeout=30, **where)


async def test_a_feed_is_added_listed_and_removed(bot, control, rooms):
    rooms.tell("Anything at all", feed="private")
    answer = await add(control, rooms.url("private"))
    assert answer.ephemeral
    assert "Private" in answer.text
    assert "Private" in (await control.command("/source list")).text
    again = await add(control, rooms.url("private"))
    assert again.error is None
    [choice] = await control.autocomplete("/source remove source:pri")
    assert choice.value == rooms.url("private")
    assert "Private" in (await control.command(f"/source remove {rooms.url('private')}")).text
    assert rooms.url("private") not in (await control.command("/source list")).text
    assert "added no source" in (await control.command("/source remove private")).text


async def test_admins_can_see_what_happened_to_their_feeds(bot, control, rooms):
    assert "all of them answer" in (await control.command("/source health")).text
    rooms.tell("Anything at all", feed="private")
    await add(control, rooms.url("private"))
    await bot.poll()
    rooms.pages["private"] = ("text/html", "<html><body>Closed</body></html>")
    await bot.poll()
    answer = await control.command("/source health")
    assert answer.ephemeral
    assert "**Private**: This is a web page" in answer.text
    del rooms.pages["private"]
    await bot.poll()
    assert "It answers again, after 1 failed poll." in (await control.command("/source health")).text
    other = await control.create_guild("Other Server")
    assert "Private" not in (await control.command("/source health", guild=other, channel=None)).text


async def test_a_default_feed_need_not_be_added(bot, control, rooms):
    assert "already" in (await add(control, rooms.url("backlot"))).text


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("file:///etc/passwd", "http"),
        ("not a url", "URL"),
        ("http://127.0.0.1:9/feed", "public internet"),
        ("http://10.1.2.3/feed", "public internet"),
        ("http://[::1]/feed", "public internet"),
        ("http://169.254.169.254/latest/meta-data", "public internet"),
        ("https://user:secret@example.com/feed", "password"),
    ],
)
async def test_an_address_that_cannot_be_a_feed_is_refused_in_words(bot, control, url, words):
    answer = await add(control, url)
    assert words in answer.text
    assert "secret" not in answer.text
    assert "no feeds of its own" in (await control.command("/source list")).text


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("text/html", "<html><head><title>Hi</title></head><body>No feed here</body></html>"),
        ("application/rss+xml", ""),
        ("application/rss+xml", "<rss><channel><title>Broken"),
        ("application/xml", "<div>" * 100_000),
        ("application/json", '{"feeds": []}'),
    ],
)
async def test_what_is_no_feed_is_refused_and_the_bot_goes_on(bot, control, rooms, kind, body):
    rooms.pages["page"] = (kind, body)
    answer = await add(control, rooms.url("page"))
    assert answer.error is None
    assert answer.text
    assert "Something went wrong" not in answer.text
    assert "no feeds of its own" in (await control.command("/source list")).text


async def test_a_hostile_feed_in_one_server_leaves_the_other_unchanged(bot, control, rooms):
    other = await control.create_guild("Other Server")
    here = {"guild": "Sofa Society", "channel": "general"}
    there = {"guild": other, "channel": None}
    for where in (here, there):
        assert (await control.command("/track add heartstopper", timeout=20, **where)).error is None
    await control.command("/track add Zebra Crossing Nights", timeout=20, **here)
    rooms.tell("Nothing yet", feed="hostile")
    assert (await add(control, rooms.url("hostile"), **here)).error is None
    await bot.poll()
    before = {
        "status": (await control.command("/status heartstopper", **there)).embeds[0]["description"],
        "choices": await control.autocomplete("/status show:", **there),
        "typed": await control.autocomplete("/status show:z", **there),
    }
    channel = next(g for g in (await control.world())["guilds"] if g["id"] == other)["channels"][0]["id"]

    rooms.tell("‘Heartstopper’ Cancelled by Netflix", feed="hostile")
    rooms.tell("‘Zebra Crossing Nights’ Renewed for Season 9 at Netflix", feed="hostile")
    await bot.poll()
    await control.wait("messages", 2, channel="general")
    rooms.tell("Netflix Renews ‘Heartstopper’ for Season 4")
    await bot.poll()
    await control.wait("messages", 2, channel=channel)

    [post] = [message for message in await control.messages(channel) if not message.get("interaction_metadata")]
    assert "Renewed for season 4" in post["embeds"][0]["title"]
    status = await control.command("/status heartstopper", **there)
    assert status.embeds[0]["description"].startswith("**Renewed for season 4")
    assert "Hostile" not in status.text + (await control.command("/news heartstopper", **there)).text
    assert "ancelled" not in status.text
    assert await control.autocomplete("/status show:", **there) == before["choices"]
    assert await control.autocomplete("/status show:z", **there) == before["typed"]
    assert all("zebra-crossing" not in str(choice.value) for choice in before["typed"])
    assert "Hostile" not in (await control.command("/source list", **there)).text
    assert "Nothing decided" in before["status"]
    assert "ancelled" in (await control.command("/status heartstopper", **here)).text


async def test_an_own_feed_that_another_server_has_is_added_like_a_new_one(bot, control, rooms):
    other = await control.create_guild("Other Server")
    rooms.tell("‘Heartstopper’ Renewed for Season 4 at Netflix", feed="private")
    assert (await add(control, rooms.url("private"))).error is None
    await bot.poll()
    assert (await add(control, rooms.url("private"), guild=other)).error is None
    assert "Renewed for season 4" in (await control.command("/status heartstopper", guild=other)).text
    await control.command("/source remove private", guild=other)
    assert "Renewed" not in (await control.command("/status heartstopper", guild=other)).text
    assert "Renewed for season 4" in (await control.command("/status heartstopper", guild="Sofa Society")).text
