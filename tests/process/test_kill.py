"""Killed with SIGKILL at any moment, the program posts each story exactly once in each channel.

`CLIFFHANGER_TEST_KILLS` sets how often it is killed. The last test proves that the others could fail: with nonces
ignored by the stand-in the same kills make doubles.
"""

from __future__ import annotations

import asyncio
import os
import random
from collections import Counter

import pytest

from bot.catalogue.load import load_catalogue
from bot.model.show import Show

KILLS = int(os.environ.get("CLIFFHANGER_TEST_KILLS", "6"))
PER_ROUND = 2
CHANNELS = ("general", "tv-news")
POST = r"^/channels/\d+/messages$"
MOMENTS = ("between commit and answer", "before commit", "anywhere")

pytestmark = [pytest.mark.process, pytest.mark.timeout(60 + 10 * KILLS)]


def shows(count: int) -> list[Show]:
    """So many shows of the catalogue that no text could mean by chance: each gets one story."""
    found = [show for show in load_catalogue() if show.network and len(show.name.split()) > 2 and show.name.isascii()]
    return found[:count]


async def begin(bot, control, newsroom, followed):
    """A bot that follows the shows in both channels and has had its silent first poll."""
    newsroom.tell("Nothing happened today")
    await bot.start()
    await control.wait("connected", 1, timeout=30)
    for show in followed:
        for channel in CHANNELS:
            answer = await control.command(f"/track add {show.id}", channel=channel, timeout=30)
            assert answer.error is None, answer.error
            assert show.name in answer.text
    await newsroom.polled(2)


async def kill_at(moment: str, bot, control, chance: random.Random) -> None:
    """Let the program run into the moment, and kill it there."""
    if moment == "between commit and answer":
        held = len(await control.held_log())
        await control.fault("hold", path=POST)
        await control.wait("ever held", held + 1, timeout=30)
    elif moment == "before commit":
        requests = len(await control.requests())
        await control.fault("slow", path=POST, seconds=1.0)
        await control.wait("requests", requests + 1, timeout=30)
    else:
        await asyncio.sleep(chance.random() * 1.5)
    await bot.kill()
    await control.clear_faults()


async def posted(control, channel: str) -> Counter[str]:
    return Counter(message["embeds"][0]["title"] for message in await control.messages(channel) if message["embeds"])


async def rounds(bot, control, newsroom, moments, chance):
    """Kill it once a moment, with two new stories each time, and wait until all of them are there.

    Returns how many stories each channel should have.
    """
    count = PER_ROUND * (len(moments) + 1)
    followed = shows(count)
    await begin(bot, control, newsroom, followed)
    news = (f"{show.network} renews ‘{show.name}’ for season 3" for show in followed)
    for moment in moments:
        for _ in range(PER_ROUND):
            newsroom.tell(next(news))
        await kill_at(moment, bot, control, chance)
        await bot.start()
        await control.wait("connected", 1, timeout=30)
    for title in news:
        newsroom.tell(title)
    for channel in CHANNELS:
        await control.wait("messages", count, channel=channel, timeout=40)
    return count


async def test_each_story_once_in_each_channel_whenever_it_is_killed(bot, control, newsroom, capsys):
    moments = [MOMENTS[number % len(MOMENTS)] for number in range(KILLS)]
    expected = await rounds(bot, control, newsroom, moments, random.Random(7))
    assert await bot.terminate(5) == 0
    for channel in CHANNELS:
        titles = await posted(control, channel)
        assert len(titles) == expected, titles
        assert set(titles.values()) == {1}, titles
    journal = await control.journal()
    assert [post for post in journal if post["duplicate_of"]] == []
    cut_off = sum(held["outcome"] == "peer gone" for held in await control.held_log())
    repeats = sum(post["repeats"] for post in journal)
    assert cut_off == moments.count(MOMENTS[0])
    assert repeats >= cut_off
    assert await control.problems() == []
    with capsys.disabled():
        print(f"\n{len(moments)} kills, {cut_off} between commit and answer; {repeats} repeats answered by nonce")  # noqa: T201 - the figure is what the run is for


async def test_with_nonces_ignored_the_same_kills_make_doubles(bot, control, newsroom):
    await control.set_dedupe(False)
    await rounds(bot, control, newsroom, [MOMENTS[0]] * 2, random.Random(7))
    doubles = [post for post in await control.journal() if post["duplicate_of"]]
    assert len(doubles) >= 2
