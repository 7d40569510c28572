from __future__ import annotations

from datetime import timedelta

import pytest

from bot.model.claim import Certainty, Kind
from bot.model.server import ChannelId
from bot.model.show import Show, ShowId
from bot.model.source import EVERYONE, GuildId, Scope, Tier
from bot.model.story import Report
from bot.store import claims, entries, meta, servers, shows, sources, stories, tables

DAY = timedelta(days=1)
SHOW, OTHER = ShowId("heartstopper"), ShowId("wednesday")
A, B = Scope(100), Scope(200)


async def test_an_entry_comes_back_as_it_was_stored(kept, an_entry, now):
    source = await kept.source()
    stored = await kept.do(
        entries.add,
        an_entry(source, summary="<p>A</p>", content="Ü 日本 😀", tags=("tv", "news"), tier=Tier.OUTLET),
        now,
    )
    assert stored.id > 0
    assert list(await kept.do(entries.of_source, source, now - DAY, limit=5)) == [stored]


async def test_stored_entries_are_found_by_a_word_in_any_text(kept, now):
    source = await kept.source()
    for title, summary, content in (
        ("Wednesday", "", ""),
        ("", "WEDNESDAY", ""),
        ("", "", "wednesdays"),
        ("no", "", ""),
    ):
        await kept.entry(source, title=title, summary=summary, content=content)
    found = await kept.do(entries.naming, {"wednesday"}, now - DAY, limit=9)
    assert [entry.title or entry.summary or entry.content for entry in found] == [
        "Wednesday",
        "WEDNESDAY",
        "wednesdays",
    ]


@pytest.mark.parametrize("word", ["100%", "a_b", "it's", '"', "\\", "%"])
async def test_a_word_is_taken_as_it_stands(kept, now, word):
    source = await kept.source()
    await kept.entry(source, title=f"x {word} y")
    await kept.entry(source, title="x 100 a-b its y")
    assert [entry.title for entry in await kept.do(entries.naming, [word], now - DAY, limit=9)] == [f"x {word} y"]


async def test_of_many_entries_the_newest_are_taken_oldest_first(kept, now):
    source = await kept.source()
    for days in range(5):
        await kept.entry(source, title=str(days), published=now - days * DAY)
    assert [e.title for e in await kept.do(entries.of_source, source, now - 3 * DAY, limit=2)] == ["1", "0"]
    assert [e.title for e in await kept.do(entries.naming, ["2", "3", "4"], now - 3 * DAY, limit=9)] == ["3", "2"]


async def test_old_entries_are_forgotten_unless_a_claim_stands_on_them(kept, a_claim, now):
    source = await kept.source()
    evidence, idle = await kept.entry(source), await kept.entry(source)
    await kept.do(claims.add, EVERYONE, a_claim(evidence.id))
    assert await kept.do(entries.forget, now, claims.evidence()) == 0
    assert await kept.do(entries.forget, now + DAY, claims.evidence()) == 1
    assert await kept.do(entries.still, [evidence.id, idle.id]) == {evidence.id}


async def test_a_claim_comes_back_with_its_outlet(kept, a_claim, now):
    entry = await kept.entry(await kept.source())
    claim = a_claim(
        entry.id,
        season=4,
        when="2026-11",
        by="Netflix",
        slot="x",
        background=True,
        sentence="It was renewed.",
        rule="renewed.plain",
        outlet=entry.outlet,
        tier=entry.tier,
        url=entry.url,
    )
    await kept.do(claims.add, EVERYONE, claim)
    assert list(await kept.do(claims.about, SHOW, EVERYONE)) == [claim]


async def test_a_claim_may_be_trusted_less_than_its_outlet_and_never_more(kept, a_claim):
    entry = await kept.entry(await kept.source())
    for season, tier in enumerate(Tier, 1):
        await kept.do(claims.add, EVERYONE, a_claim(entry.id, season=season, tier=tier))
    seen = await kept.do(claims.about, SHOW, EVERYONE)
    assert [claim.tier for claim in seen] == [entry.tier, entry.tier, entry.tier, Tier.SPECULATIVE]


async def test_an_entry_claims_the_same_once_a_scope(kept, a_claim):
    entry = await kept.entry(await kept.source())
    for scope in (EVERYONE, EVERYONE, A):
        for season in (None, 4):
            await kept.do(claims.add, scope, a_claim(entry.id, season=season))
    assert len(await kept.do(claims.about, SHOW, EVERYONE)) == 2
    assert len(await kept.do(claims.about, SHOW, A)) == 4


async def test_a_scope_sees_what_everyone_sees_and_its_own(kept, a_claim, now):
    entry = await kept.entry(await kept.source())
    for scope, kind in ((EVERYONE, Kind.RENEWED), (A, Kind.CANCELLED), (B, Kind.ENDED)):
        await kept.do(claims.add, scope, a_claim(entry.id, kind, happened=now + scope * DAY))
    seen = [[claim.kind for claim in await kept.do(claims.about, SHOW, scope)] for scope in (EVERYONE, A, B)]
    assert seen == [[Kind.RENEWED], [Kind.RENEWED, Kind.CANCELLED], [Kind.RENEWED, Kind.ENDED]]
    assert await kept.do(claims.about, OTHER, A) == []


async def test_a_story_comes_back_with_the_reports_its_scope_may_see(kept, a_story, now):
    public, private = await kept.source(), await kept.source("https://blog.example/feed", public=False)
    first = await kept.entry(public, title="One", published=now - DAY)
    second = await kept.entry(private, title="Two", outlet="Blog", tier=Tier.OUTLET)
    number = await kept.do(stories.create, a_story(by="Netflix", when="2026"))
    await kept.do(stories.add_report, number, second.id, A)
    await kept.do(stories.add_report, number, first.id, EVERYONE)
    await kept.do(stories.add_report, number, first.id, EVERYONE)
    seen = await kept.do(stories.get, number, A)
    assert (seen.by, seen.when, seen.headline, seen.key.season) == ("Netflix", "2026", "Renewed", 4)
    assert [report.title for report in seen.reports] == ["One", "Two"]
    assert seen.reports[0] == Report(
        entry=first.id, outlet="Deadline", tier=Tier.TRADE, title="One", url=first.url, published=first.published
    )
    assert [report.title for report in (await kept.do(stories.get, number, B)).reports] == ["One"]


async def test_nobody_gets_the_story_of_another_server(kept, a_story):
    number = await kept.do(stories.create, a_story(scope=A))
    assert (await kept.do(stories.get, number, A)).id == number
    assert await kept.do(stories.get, number, B) is None
    assert await kept.do(stories.get, number, EVERYONE) is None
    assert await kept.do(stories.get, number + 1, A) is None


async def test_the_same_happening_is_stored_once_a_scope(kept, a_story):
    one = await kept.do(stories.create, a_story(season=None))
    assert await kept.do(stories.create, a_story(season=None)) == one
    assert await kept.do(stories.create, a_story(season=None, scope=A)) != one


async def test_pages_of_stories_are_newest_first(kept, a_story, now):
    for days in range(5):
        await kept.do(stories.create, a_story(at=now - days * DAY, headline=str(days)))
    await kept.do(stories.create, a_story(Kind.FILM, scope=A, at=now + DAY, headline="own"))
    await kept.do(stories.create, a_story(Kind.FILM, scope=B, at=now + DAY, headline="foreign"))
    assert await kept.do(stories.count, SHOW, A) == 6
    assert await kept.do(stories.count, SHOW, EVERYONE) == 5
    first = await kept.do(stories.page, SHOW, A, offset=0, limit=4)
    second = await kept.do(stories.page, SHOW, A, offset=4, limit=4)
    assert [story.headline for story in (*first, *second)] == ["own", "0", "1", "2", "3", "4"]


async def test_a_further_report_makes_a_story_surer_and_newer(kept, a_story, now):
    number = await kept.do(stories.create, a_story(certainty=Certainty.REPORTED))
    later = a_story(certainty=Certainty.OFFICIAL, latest=now + DAY, id=number)
    await kept.do(stories.update_from, later)
    (story,) = await kept.do(stories.recent, [SHOW], now + DAY)
    assert story == later
    assert await kept.do(stories.recent, [SHOW], now + 2 * DAY) == []
    assert await kept.do(stories.recent, [OTHER], now) == []


async def test_what_a_source_said_in_a_server_goes_with_it_and_nothing_else(kept, a_claim, a_story):
    mine = await kept.source("https://one.example/feed", public=False)
    other = await kept.source("https://two.example/feed", public=False)
    await kept.source("https://one.example/feed", public=False, guild=B)
    said, heard = await kept.entry(mine), await kept.entry(other)
    for scope, entry in ((A, said), (A, heard), (B, said)):
        await kept.do(claims.add, scope, a_claim(entry.id))
    alone = await kept.do(stories.create, a_story(scope=A))
    shared = await kept.do(stories.create, a_story(Kind.FILM, scope=A))
    elsewhere = await kept.do(stories.create, a_story(scope=B))
    public = await kept.do(stories.create, a_story(Kind.ENDED))
    for story, entry, scope in (
        (alone, said, A),
        (shared, said, A),
        (shared, heard, A),
        (elsewhere, said, B),
        (public, said, A),
    ):
        await kept.do(stories.add_report, story, entry.id, scope)
    await kept.track(1)
    await kept.do(claims.remove_scope, A, mine)
    await kept.do(stories.remove_scope, A, mine)
    assert [(row.scope, row.entry) for row in await kept.rows(tables.claims)] == [(A, heard.id), (B, said.id)]
    assert {row.id for row in await kept.rows(tables.stories)} == {shared, elsewhere, public}
    told = {(row.story, row.entry, row.scope) for row in await kept.rows(tables.reports)}
    assert told == {(shared, heard.id, A), (elsewhere, said.id, B)}


async def test_a_story_that_goes_takes_its_deliveries_along(kept, now):
    mine = await kept.source(public=False)
    said = await kept.entry(mine)
    await kept.track(1)
    story = await kept.deliver(1, scope=A)
    await kept.do(stories.add_report, story, said.id, A)
    await kept.do(stories.remove_scope, A, mine)
    assert await kept.rows(tables.deliveries) == []
    assert await kept.claim(now) is None


async def test_a_show_comes_back_whole(kept, now):
    show = Show(SHOW, "Heartstopper", ("Coeur",), 2022, "GB", "Netflix", ("Alice Oseman",))
    assert await kept.do(shows.watch, show, EVERYONE, now)
    assert list(await kept.do(shows.watched)) == [(EVERYONE, show)]


async def test_the_facts_of_a_watched_show_are_brought_up_to_date(kept, now):
    await kept.do(shows.watch, Show(SHOW, "Heartstopper"), A, now)
    better = Show(SHOW, "Heartstopper", year=2022)
    assert not await kept.do(shows.watch, better, A, now)
    assert list(await kept.do(shows.watched)) == [(A, better)]
    await kept.do(shows.forget, SHOW, B)
    assert len(await kept.do(shows.watched)) == 1
    await kept.do(shows.forget, SHOW, A)
    assert list(await kept.do(shows.watched)) == []


async def test_small_facts(kept):
    assert await kept.do(meta.get, "x") is None
    assert await kept.do(meta.get_or_set, "x", "1") == "1"
    assert await kept.do(meta.get_or_set, "x", "2") == "1"
    await kept.do(meta.put, "x", "3")
    assert await kept.do(meta.get, "x") == "3"


async def test_a_track_is_kept_once_with_its_newest_role(kept, now):
    assert await kept.track(1, role=7)
    assert not await kept.track(1)
    (track,) = await kept.do(servers.tracks_of, GuildId(100))
    assert (track.channel, track.show, track.role, track.added) == (1, SHOW, None, now)
    assert await kept.do(servers.uses, SHOW, GuildId(100))
    assert not await kept.do(servers.uses, OTHER, GuildId(100))


async def test_a_show_is_untracked_in_one_channel_or_in_all(kept):
    for channel in (1, 2, 3):
        await kept.track(channel)
    await kept.track(4, guild=200)
    assert list(await kept.do(servers.remove_track, GuildId(100), SHOW, ChannelId(4))) == []
    assert list(await kept.do(servers.remove_track, GuildId(100), SHOW, ChannelId(2))) == [2]
    assert sorted(await kept.do(servers.remove_track, GuildId(100), SHOW, None)) == [1, 3]
    assert [track.guild for track in await kept.do(servers.all_tracks)] == [200]


async def test_who_left_gets_nothing_and_finds_all_again(kept, now):
    await kept.track(1)
    await kept.do(servers.leave, GuildId(100), now)
    await kept.do(servers.leave, GuildId(100), now + DAY)
    assert await kept.do(servers.tracks_for, [SHOW]) == []
    assert await kept.do(servers.known) == frozenset()
    # In memory it stays, for the moment in which it comes back.
    assert len(await kept.do(servers.all_tracks)) == 1
    assert await kept.do(servers.purge, now) == []
    await kept.do(servers.present, [GuildId(100), GuildId(200)], now)
    assert await kept.do(servers.known) == {100, 200}
    assert len(await kept.do(servers.tracks_for, [SHOW])) == 1
    await kept.do(servers.present, [], now)


async def test_a_server_is_forgotten_with_all_that_only_it_could_see(kept, a_claim, a_story, now):
    public = await kept.source()
    own = await kept.source("https://one.example/feed", public=False)
    shared = await kept.source("https://two.example/feed", public=False)
    await kept.source("https://two.example/feed", public=False, guild=200)
    news, private, both = [await kept.entry(source) for source in (public, own, shared)]
    for scope, entry in ((EVERYONE, news), (A, private), (A, news), (A, both), (B, both)):
        await kept.do(claims.add, scope, a_claim(entry.id))
    await kept.track(1)
    await kept.track(2, guild=200)
    told = await kept.deliver(1, 2)
    await kept.do(stories.add_report, told, both.id, A)
    await kept.do(stories.add_report, told, news.id, EVERYONE)
    await kept.deliver(1, scope=A)
    await kept.do(shows.watch, Show(ShowId("mine-100"), "Mine"), A, now)
    await kept.do(shows.watch, Show(SHOW, "Heartstopper"), EVERYONE, now)
    await kept.do(servers.leave, GuildId(100), now)

    assert await kept.do(servers.purge, now + DAY) == [100]

    assert [row.guild for row in await kept.rows(tables.servers)] == [200]
    assert {row.id for row in await kept.rows(tables.sources)} == {public, shared}
    assert {(row.scope, row.entry) for row in await kept.rows(tables.claims)} == {(EVERYONE, news.id), (B, both.id)}
    assert [row.scope for row in await kept.rows(tables.stories)] == [EVERYONE]
    assert [(row.scope, row.entry) for row in await kept.rows(tables.reports)] == [(EVERYONE, news.id)]
    assert [row.channel for row in await kept.rows(tables.deliveries)] == [2]
    assert [row.channel for row in await kept.rows(tables.tracks)] == [2]
    assert [row.id for row in await kept.rows(tables.shows)] == [SHOW]
    assert await kept.do(sources.scopes, shared) == (200,)
