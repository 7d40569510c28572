"""Importing a list of feeds from a file, and exporting one."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.feeds.opml import Outline, read_opml, write_opml
from bot.services.sources import MOST_SOURCES
from cogs import progress
from cogs.progress import Progress


def opml(*urls):
    return write_opml("Mine", [Outline(url, f"No. {number}") for number, url in enumerate(urls)], datetime.now(UTC))


async def bring_in(control, data, name="feeds.opml", **how):
    return await control.command(f"/source import file:{name}", files={name: data}, timeout=30, **how)


async def test_a_list_is_imported_and_told_of(bot, control, rooms):
    rooms.tell("Anything", feed="private")
    rooms.tell("Anything", feed="other")
    answer = await bring_in(
        control,
        opml(rooms.url("private"), rooms.url("other"), rooms.url("backlot"), rooms.url("gone"), "javascript:alert(1)"),
    )
    assert answer.ephemeral
    assert "**2 feeds** added, 1 heard before, 2 refused" in answer.text
    assert "[Private]" in answer.text
    assert "**No. 3**: There is nothing at this address" in answer.text
    assert "**No. 4**: This is no web address" in answer.text
    assert len(answer.text) < 1_000
    listed = (await control.command("/source list")).text
    assert "Private" in listed
    assert "Other" in listed
    again = await bring_in(control, opml(rooms.url("private")), name="Feeds.XML")
    assert "No feed added, 1 heard before" in again.text


async def test_there_is_room_for_so_many(bot, control, rooms):
    names = [f"feed{number}" for number in range(MOST_SOURCES + 2)]
    for name in names:
        rooms.feeds[name] = []
    answer = await bring_in(control, opml(*map(rooms.url, names)))
    assert f"**{MOST_SOURCES} feeds** added" in answer.text
    assert "2 feeds did not fit" in answer.text


async def test_what_is_exported_is_imported_elsewhere(bot, control, rooms):
    rooms.tell("Anything", feed="private")
    assert "no feeds of its own" in (await control.command("/source export")).text
    await bring_in(control, opml(rooms.url("private")))
    answer = await control.command("/source export")
    assert answer.ephemeral
    assert "1 feed in one file" in answer.text
    [attachment] = answer.attachments
    assert attachment["filename"] == "feeds.opml"
    data = await control.file(attachment)
    assert read_opml(data) == (Outline(rooms.url("private"), "Private"),)
    assert b"<title>Feeds of Sofa Society</title>" in data
    other = await control.create_guild("Other Server")
    assert "**1 feed** added" in (await bring_in(control, data, guild=other)).text


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("cat.png", b"\x89PNG", "ends in .opml or .xml"),
        ("feeds.opml", b"x" * 2_000_001, "larger than 2 MB"),
        ("feeds.opml", b"", "no OPML"),
        ("feeds.opml", b"<!DOCTYPE a [<!ENTITY a 'b'>]><opml/>", "entities"),
        ("feeds.opml", b"<opml><body>" + b"<outline xmlUrl='https://a.example'/>" * 10_000, "more than 5000"),
        ("feeds.opml", b"<opml><body>" + b"<outline text='a'>" * 10_000, "nests"),
    ],
)
async def test_a_file_that_is_no_list_is_refused_in_words(bot, control, name, data, says):
    assert says in (await bring_in(control, data, name=name)).text
    assert "no feeds of its own" in (await control.command("/source list")).text


async def test_a_file_that_discord_does_not_hand_out(bot, control):
    await control.fault(method="GET", path="ephemeral-attachments", effect="status", status=404)
    assert "attach it once more" in (await bring_in(control, opml("https://a.example/"))).text


async def test_only_those_who_manage_the_server_may(bot, control):
    for line in ("/source import file:feeds.opml", "/source export"):
        answer = await control.command(line, files={"feeds.opml": opml()}, user_permissions=0, force=True)
        assert "Manage Server" in answer.text


async def test_whoever_waits_is_told_how_far_it_is(bot, control, rooms, monkeypatch):
    monkeypatch.setattr(progress, "EVERY_SECONDS", 0.0)
    names = ["one", "two", "three"]
    for name in names:
        rooms.feeds[name] = []
    answer = await bring_in(control, opml(*map(rooms.url, names)))
    edits = [entry["body"] for entry in await control.requests() if entry["method"] == "PATCH"]
    assert [edit["content"] for edit in edits] == ["Trying the feeds: 1 of 3.", "Trying the feeds: 2 of 3.", None]
    assert answer.content == ""
    assert "**3 feeds** added" in answer.text


async def test_progress_is_told_every_two_seconds_and_its_failure_ends_nothing():
    told, time = [], [0.0]

    async def show(text):
        told.append(text)
        raise OSError

    counter = Progress(show, lambda: time[0])
    for done, at in ((1, 1.0), (2, 2.5), (3, 4.0), (4, 4.5), (5, 9.0)):
        time[0] = at
        await counter.told(done, 5)
    assert told == ["Trying the feeds: 2 of 5.", "Trying the feeds: 4 of 5."]
