from __future__ import annotations

from datetime import timedelta

import pytest

from bot.model.errors import UserError
from bot.model.source import GuildId
from bot.model.status import Fate
from bot.services.sources import MOST_SOURCES
from bot.store import sources, tables

A, B = GuildId(100), GuildId(200)
TRADE, BLOG = "https://trade.example/feed", "https://blog.example/feed"
RENEWED = "'Heartstopper' Renewed for Season 4 at Netflix"
CANCELLED = "'Heartstopper' Canceled at Netflix After Three Seasons"


async def refusal(asked):
    with pytest.raises(UserError) as error:
        await asked
    return str(error.value)


async def test_a_feed_is_added_for_one_server(house):
    house.web.publish(BLOG, "One", "Two")
    added = await house.sources.add(A, f"  {BLOG}#top ")
    assert (added.source.url, added.source.name, added.entries, added.new) == (BLOG, "Blog", 2, True)
    assert [source.url for source in (await house.sources.list(A)).own] == [BLOG]
    listed = await house.sources.list(B)
    assert listed.own == ()
    assert listed.defaults == ()


async def test_the_watcher_is_told_of_it(house):
    house.web.publish(BLOG, "One")
    told = []
    service = type(house.sources)(
        **{
            name: getattr(house.sources, name) for name in ("store", "fetcher", "parser", "watching", "intake", "clock")
        },
        woken=lambda: told.append(True),
    )
    await service.add(A, BLOG)
    assert told == [True]


async def test_a_feed_goes_by_the_name_of_its_website_when_it_has_none(house):
    house.web.bodies["https://www.blog.example/x"] = (
        b"<rss version='2.0'><channel><item><title>T</title></item></channel></rss>"
    )
    assert (await house.sources.add(A, "https://www.blog.example/x")).source.name == "blog.example"


async def test_a_long_name_is_cut_and_kept_on_one_line(house):
    name = "Very\n long " * 50
    house.web.bodies[BLOG] = f"<rss version='2.0'><channel><title>{name}</title></channel></rss>".encode()
    added = await house.sources.add(A, BLOG)
    assert len(added.source.name) <= 80
    assert "\n" not in added.source.name


async def test_what_people_paste_is_added_by_its_feed_and_removed_as_pasted(house):
    channel = "UCuAXFkgsw1L7xaCfnd5JJOw"
    videos = f"https://www.youtube.com/feeds/videos.xml?channel_id={channel}"
    house.web.bodies["https://www.youtube.com/@bbc"] = f'<!DOCTYPE html><html>"externalId":"{channel}"</html>'.encode()
    house.web.publish(videos, "One")
    house.web.publish("https://www.reddit.com/r/television/.rss", "One")
    assert (await house.sources.add(A, "https://www.youtube.com/@bbc")).source.url == videos
    assert (await house.sources.add(A, "r/television")).source.url == "https://www.reddit.com/r/television/.rss"
    assert house.web.asked == [
        "https://www.youtube.com/@bbc",
        videos,
        "https://www.reddit.com/r/television/.rss",
    ]
    await house.sources.remove(A, f"youtube.com/channel/{channel}")
    await house.sources.remove(A, "r/television")
    assert (await house.sources.list(A)).own == ()


async def test_to_add_it_again_changes_nothing(house):
    house.web.publish(BLOG, "One")
    await house.sources.add(A, BLOG)
    again = await house.sources.add(A, BLOG)
    assert (again.new, again.entries) == (False, 1)
    assert len((await house.sources.list(A)).own) == 1


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("https://nowhere.example/feed", "nothing at this address"),
        ("https://page.example/", "web page"),
    ],
)
async def test_what_is_no_feed_is_refused_with_a_reason(house, url, words):
    house.web.bodies["https://page.example/"] = b"<!DOCTYPE html><html><body>Hello</body></html>"
    assert words in await refusal(house.sources.add(A, url))
    assert await house.rows(tables.sources) == []


async def test_a_default_source_need_not_be_added(house):
    await house.listen(TRADE)
    house.web.asked.clear()
    assert "Every server hears Trade already" in await refusal(house.sources.add(A, TRADE))
    assert house.web.asked == []


async def test_a_default_source_is_known_by_the_address_it_moved_to(house):
    await house.listen(TRADE)
    house.web.moved["https://trade.example/rss"] = TRADE
    assert "Every server hears Trade already" in await refusal(house.sources.add(A, "https://trade.example/rss"))


async def test_a_server_has_so_many_sources_and_no_more(house):
    for number in range(MOST_SOURCES + 1):
        house.web.publish(f"{BLOG}/{number}", "One")
    for number in range(MOST_SOURCES):
        await house.sources.add(A, f"{BLOG}/{number}")
    assert f"{MOST_SOURCES} sources" in await refusal(house.sources.add(A, f"{BLOG}/{MOST_SOURCES}"))
    assert not (await house.sources.add(A, f"{BLOG}/0")).new
    assert (await house.sources.add(B, f"{BLOG}/{MOST_SOURCES}")).new
    # Its existence elsewhere is no reason to let it in, nor to tell of it.
    assert f"{MOST_SOURCES} sources" in await refusal(house.sources.add(A, f"{BLOG}/{MOST_SOURCES}"))


async def test_what_a_new_source_shows_is_read_and_not_posted(house):
    await house.track(1)
    house.web.publish(BLOG, RENEWED)
    await house.sources.add(A, BLOG)
    await house.watcher.poll_due()
    assert (await house.ask(guild=A)).status.fate is Fate.RENEWED
    assert await house.posts() == []
    await house.publish(BLOG, "'Heartstopper' Ending With a Film After Season 4, Netflix Confirms")
    assert [channel for channel, _ in await house.posts()] == [1]


async def test_a_second_server_gets_the_past_of_a_feed_silently_and_at_once(house):
    await house.track(1)
    await house.track(2, guild=B)
    house.web.publish(BLOG, RENEWED)
    await house.sources.add(A, BLOG)
    await house.watcher.poll_due()
    assert (await house.ask(guild=B)).status.fate is Fate.UNKNOWN
    added = await house.sources.add(B, BLOG)
    assert added.new
    assert (await house.ask(guild=B)).status.fate is Fate.RENEWED
    assert (await house.ask()).status.fate is Fate.UNKNOWN
    assert len((await house.ask(guild=B)).stories) == 1
    assert await house.posts() == []


async def test_a_removed_source_takes_what_it_said_along(house):
    await house.track(1)
    house.web.publish(BLOG)
    await house.sources.add(A, BLOG)
    await house.watcher.poll_due()
    await house.publish(BLOG, RENEWED)
    assert len(await house.posts()) == 1
    assert (await house.sources.remove(A, "blog")).url == BLOG
    assert (await house.ask(guild=A)).status.fate is Fate.UNKNOWN
    assert (await house.ask(guild=A)).stories == ()
    assert (await house.sources.list(A)).own == ()
    assert await house.posts() == []
    for table in (tables.sources, tables.entries, tables.claims, tables.stories, tables.deliveries, tables.seen):
        assert await house.rows(table) == []


async def test_a_source_that_others_hear_too_goes_on_for_them(house):
    house.web.publish(BLOG, RENEWED)
    for guild in (A, B):
        await house.sources.add(guild, BLOG)
    await house.ask()
    await house.watcher.poll_due()
    await house.sources.remove(A, BLOG)
    assert (await house.ask(guild=A)).status.fate is Fate.UNKNOWN
    assert (await house.ask(guild=B)).status.fate is Fate.RENEWED
    assert [source.url for source in (await house.sources.list(B)).own] == [BLOG]


@pytest.mark.parametrize("others", [False, True])
async def test_a_source_that_comes_back_posts_nothing_old(house, others):
    await house.track(1)
    house.web.publish(BLOG)
    for guild in (A, B) if others else (A,):
        await house.sources.add(guild, BLOG)
    await house.watcher.poll_due()
    await house.publish(BLOG, RENEWED)
    await house.sources.remove(A, BLOG)
    await house.publish(BLOG, "'Heartstopper' Star Joe Locke Says Goodbye", "Ann Lee Joins the Cast of 'Heartstopper'")
    await house.sources.add(A, BLOG)
    await house.watcher.poll_due()
    assert await house.posts() == []
    assert (await house.ask(guild=A)).status.fate is Fate.RENEWED


async def test_a_source_is_removed_by_name_or_address_however_written(house):
    for text in ("BLOG", " blog ", BLOG, f"{BLOG}#x"):
        house.web.publish(BLOG, "One")
        await house.sources.add(A, BLOG)
        assert (await house.sources.remove(A, text)).url == BLOG


async def test_what_cannot_be_removed(house):
    await house.listen(TRADE)
    house.web.publish(BLOG, "One")
    house.web.publish("https://blog.example/feed2", "One")
    await house.sources.add(B, BLOG)
    for text in ("Blog", BLOG, "nonsense", ""):
        assert "added no source of that name" in await refusal(house.sources.remove(A, text))
    for text in ("trade", TRADE):
        assert "Every server hears" in await refusal(house.sources.remove(A, text))
    await house.sources.add(B, "https://blog.example/feed2")
    assert "give the address" in await refusal(house.sources.remove(B, "Blog"))
    assert len((await house.sources.list(B)).own) == 2


async def test_the_list_tells_how_each_source_fares(house):
    house.web.publish(BLOG, "One")
    await house.sources.add(A, BLOG)
    await house.listen(TRADE)
    (own,), (default,) = (listed := await house.sources.list(A)).own, listed.defaults
    assert (own.name, own.error, own.last_polled) == ("Blog", None, house.time)
    assert default.name == "Trade"
    del house.web.feeds[BLOG]
    house.time += timedelta(hours=1)
    await house.watcher.poll_due()
    (own,) = (await house.sources.list(A)).own
    assert own.error == "There is nothing at this address."
    assert (own.failures, own.next_at > house.time) == (1, True)


async def test_a_source_that_the_operator_made_a_default_is_nobodys_own(house):
    house.web.publish(BLOG, "One")
    await house.sources.add(A, BLOG)
    await house.listen(BLOG)
    listed = await house.sources.list(A)
    assert (listed.own, [source.url for source in listed.defaults]) == ((), [BLOG])
    assert "Every server hears" in await refusal(house.sources.remove(A, BLOG))
    await house.store.write(lambda conn: sources.retire_defaults(conn, []))
    assert [source.url for source in (await house.sources.list(A)).own] == [BLOG]


async def test_a_feed_removed_while_it_is_read_again_leaves_nothing(house):
    house.web.publish(BLOG, RENEWED)
    await house.ask()
    await house.sources.add(B, BLOG)
    await house.watcher.poll_due()
    stored = [row.id for row in await house.rows(tables.entries)]
    assert stored
    await house.sources.add(A, BLOG)
    await house.sources.remove(A, BLOG)
    assert {row.scope for row in await house.rows(tables.claims)} == {B}
