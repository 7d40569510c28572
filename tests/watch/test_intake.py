from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.model.entry import Entry
from bot.model.server import ChannelId, Track
from bot.model.show import Show, ShowId
from bot.model.source import EVERYONE, GuildId, Scope, Tier
from bot.store import servers, sources, tables
from bot.store.engine import Store
from bot.watch.intake import Intake, PollResult, Taken
from bot.watch.readers import Readers

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
LEASE = timedelta(minutes=5)
FEED = "https://trade.example/feed"
HEARTSTOPPER = Show(ShowId("heartstopper"), "Heartstopper", network="Netflix")
WEDNESDAY = Show(ShowId("wednesday"), "Wednesday", network="Netflix")
A, B = GuildId(100), GuildId(200)
RENEWED = "'Heartstopper' Renewed for Season 4 at Netflix"


class Desk:
    """An intake over a real store, and a source that is polled by hand."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.readers = Readers()
        self.readers.watch([HEARTSTOPPER])
        self.woken = 0
        self.intake = Intake(
            store=store, readers=self.readers, news_clock=lambda: NOW, clock=lambda: NOW, woken=self._wake
        )

    def _wake(self) -> None:
        self.woken += 1

    async def do(self, function, *args, **options):
        return await self.store.write(lambda conn: function(conn, *args, **options))

    async def rows(self, table):
        async with self.store.read() as conn:
            return list((await conn.execute(select(table))).all())

    async def track(self, channel, guild=A, show=HEARTSTOPPER.id):
        await self.do(servers.add_track, Track(guild=guild, channel=ChannelId(channel), show=show, added=NOW))

    async def source(self, url=FEED, *, guild=None, polled=True):
        if guild is None:
            await self.do(sources.add_default, url=url, name="Trade", tier=Tier.TRADE, now=NOW)
        else:
            await self.do(servers.present, [guild], NOW)
            await self.do(sources.add_for, guild, url=url, name="Blog", now=NOW)
        if polled:
            await self.intake.take(await self.result(url))

    async def result(self, url=FEED, *titles, hashes=(1,)):
        """What a poll of the source brought, with its lease held."""
        await self.do(sources.poll_now, NOW)
        claimed = await self.do(sources.claim_due, now=NOW, lease=LEASE, limit=10)
        source = next(one for one in claimed if one.url == url)
        entries = [
            Entry(
                source=source.id,
                outlet=source.name,
                tier=source.tier,
                url=f"{url}/{number}",
                title=title,
                published=NOW,
            )
            for number, title in enumerate(titles)
        ]
        return PollResult(
            source=source,
            after=replace(source, next_at=NOW + timedelta(hours=1), first_polled=source.first_polled or NOW),
            shown=frozenset(hashes),
            arrivals=tuple(entries),
        )


@pytest.fixture
async def desk(tmp_path):
    store = await Store.open(f"sqlite+aiosqlite:///{tmp_path}/desk.sqlite3")
    yield Desk(store)
    await store.close()


async def test_news_become_rows_all_the_way_to_the_outbox(desk):
    await desk.source()
    await desk.track(1)
    await desk.track(2, B)
    taken = await desk.intake.take(await desk.result(FEED, RENEWED, "Something Else Entirely", hashes=(7, 8)))
    assert taken == Taken(entries=2, claims=1, stories=1, alerts=2)
    assert desk.woken == 1
    (claim,), (story,), (report,) = [
        await desk.rows(table) for table in (tables.claims, tables.stories, tables.reports)
    ]
    assert (claim.scope, claim.show, claim.entry, claim.sentence != "") == (
        EVERYONE,
        "heartstopper",
        report.entry,
        True,
    )
    assert (report.story, report.scope) == (story.id, EVERYONE)
    assert [(row.channel, row.state, row.due) for row in await desk.rows(tables.deliveries)] == [
        (1, "open", NOW),
        (2, "open", NOW),
    ]
    assert {row.hash for row in await desk.rows(tables.seen)} == {1, 7, 8}
    (source,) = await desk.rows(tables.sources)
    assert (source.next_at, source.in_hand) == (NOW + timedelta(hours=1), False)


async def test_a_poll_without_news_keeps_what_it_saw(desk):
    await desk.source()
    assert await desk.intake.take(await desk.result(hashes=(5,))) == Taken()
    assert {row.hash for row in await desk.rows(tables.seen)} == {1, 5}
    assert desk.woken == 0


async def test_a_first_fetch_is_stored_and_silent(desk):
    await desk.source(polled=False)
    await desk.track(1)
    taken = await desk.intake.take(await desk.result(FEED, RENEWED))
    assert (taken.claims, taken.stories, taken.alerts, desk.woken) == (1, 1, 0, 0)
    (source,) = await desk.rows(tables.sources)
    assert source.first_polled == NOW


async def test_a_poll_that_lost_its_lease_writes_nothing(desk):
    await desk.source()
    await desk.track(1)
    late = await desk.result(FEED, RENEWED)
    late = replace(late, source=replace(late.source, next_at=NOW + 2 * LEASE))
    assert await desk.intake.take(late) == Taken()
    assert await desk.rows(tables.entries) == []
    assert {row.hash for row in await desk.rows(tables.seen)} == {1}


async def test_a_poll_whose_source_was_removed_writes_nothing(desk):
    await desk.source(guild=A)
    result = await desk.result(FEED, RENEWED)
    await desk.do(sources.remove_for, A, result.source.id)
    assert await desk.intake.take(result) == Taken()
    assert await desk.rows(tables.entries) == []


async def test_all_of_it_is_written_or_nothing(desk):
    await desk.source()
    await desk.track(1)
    result = await desk.result(FEED, RENEWED)
    # The second entry cannot be stored: its source is none.
    broken = replace(result.arrivals[0], source=99, published=NOW + timedelta(seconds=1))
    with pytest.raises(Exception, match="FOREIGN KEY"):
        await desk.intake.take(replace(result, arrivals=(*result.arrivals, broken), shown=frozenset({50})))
    for table in (tables.entries, tables.claims, tables.stories, tables.reports, tables.deliveries):
        assert await desk.rows(table) == []
    assert 50 not in {row.hash for row in await desk.rows(tables.seen)}
    # The source is still in hand, so the same news come again.
    assert (await desk.intake.take(result)).alerts == 1


async def held(desk):
    """Keep the writer busy until the event is set."""
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def work(_conn):
        begun.set()
        await go_on.wait()

    holding = asyncio.create_task(desk.store.write(work))
    await begun.wait()
    return go_on, holding


async def until_it_waits(task):
    for _ in range(200):
        await asyncio.sleep(0)
    assert not task.done()


async def test_a_show_that_is_begun_while_news_are_read_is_read_for(desk):
    await desk.source()
    await desk.track(1, show=WEDNESDAY.id)
    result = await desk.result(FEED, "'Wednesday' Renewed for Season 3 at Netflix")
    go_on, holding = await held(desk)
    taking = asyncio.create_task(desk.intake.take(result))
    await until_it_waits(taking)
    desk.readers.watch([WEDNESDAY])
    go_on.set()
    assert (await taking).alerts == 1
    await holding


async def test_a_server_that_adds_a_feed_while_its_news_are_read_hears_them(desk):
    await desk.source(guild=A)
    await desk.do(servers.present, [B], NOW)
    result = await desk.result(FEED, RENEWED)
    go_on, holding = await held(desk)
    added = asyncio.create_task(desk.do(sources.add_for, B, url=FEED, name="Blog", now=NOW))
    await until_it_waits(added)
    taking = asyncio.create_task(desk.intake.take(result))
    await until_it_waits(taking)
    go_on.set()
    await asyncio.gather(holding, added, taking)
    assert {row.scope for row in await desk.rows(tables.claims)} == {A, B}


async def test_two_polls_at_once_make_one_story(desk):
    other = "https://other.example/feed"
    await desk.source()
    await desk.do(sources.add_default, url=other, name="Other", tier=Tier.TRADE, now=NOW)
    await desk.track(1)
    await desk.do(sources.poll_now, NOW)
    claimed = await desk.do(sources.claim_due, now=NOW, lease=LEASE, limit=10)
    results = [
        PollResult(
            source=replace(source, first_polled=NOW),
            after=replace(source, next_at=NOW + timedelta(hours=1), first_polled=NOW),
            arrivals=(
                Entry(
                    source=source.id,
                    outlet=source.name,
                    tier=source.tier,
                    url=f"{source.url}/1",
                    title=RENEWED,
                    published=NOW,
                ),
            ),
        )
        for source in claimed
    ]
    taken = await asyncio.gather(*(desk.intake.take(result) for result in results))
    assert sorted(one.alerts for one in taken) == [0, 1]
    assert len(await desk.rows(tables.stories)) == 1
    assert len(await desk.rows(tables.reports)) == 2


async def stored(desk):
    return [
        Entry(
            id=row.id,
            source=row.source,
            outlet=row.outlet,
            tier=Tier(row.tier),
            url=row.url,
            title=row.title,
            published=row.published,
        )
        for row in await desk.rows(tables.entries)
    ]


async def test_to_read_the_past_is_silent_and_may_be_done_twice(desk):
    await desk.source()
    await desk.intake.take(await desk.result(FEED, *["'Wednesday' Renewed for Season 3", RENEWED] * 60))
    await desk.track(1, show=WEDNESDAY.id)
    desk.readers.watch([WEDNESDAY])
    past = await stored(desk)
    before = [len(await desk.rows(table)) for table in (tables.entries, tables.claims, tables.stories)]
    first = await desk.intake.catch_up(past, [EVERYONE], WEDNESDAY.id)
    assert (first.claims, first.alerts) == (60, 0)
    await desk.intake.catch_up(past, [EVERYONE], WEDNESDAY.id)
    after = [len(await desk.rows(table)) for table in (tables.entries, tables.claims, tables.stories)]
    assert after == [before[0], before[1] + 60, before[2] + 1]
    assert await desk.rows(tables.deliveries) == []


async def test_what_was_dropped_meanwhile_is_not_read_again(desk):
    await desk.source(guild=A)
    await desk.source(guild=B, polled=False)
    await desk.intake.take(await desk.result(FEED, RENEWED))
    past = await stored(desk)
    (source,) = await desk.do(sources.of_server, A)
    await desk.do(sources.remove_for, B, source.id)
    before = await desk.rows(tables.claims)
    await desk.intake.catch_up(past, [Scope(B)])
    assert await desk.rows(tables.claims) == before
    gone = replace(past[0], id=999)
    assert await desk.intake.catch_up([gone], [Scope(A)]) == Taken()
    assert await desk.intake.catch_up([], [Scope(A)]) == Taken()


async def test_the_clock_of_the_news_decides_what_is_stale_and_that_of_the_machine_when_it_is_due(desk):
    await desk.source()
    await desk.track(1)
    desk.intake.news_clock = lambda: NOW + timedelta(days=30)
    assert (await desk.intake.take(await desk.result(FEED, RENEWED))).alerts == 0
    desk.intake.news_clock = lambda: NOW
    desk.intake.clock = lambda: NOW + timedelta(days=365)
    await desk.intake.take(await desk.result(FEED, "Ann Lee Joins the Cast of 'Heartstopper'"))
    assert [row.due for row in await desk.rows(tables.deliveries)] == [NOW + timedelta(days=365)]


async def test_an_edit_is_read_again_in_place_of_what_was_said_before(desk):
    await desk.source()
    await desk.track(1)
    result = await desk.result(FEED, "'Heartstopper' Cancelled by Netflix")
    await desk.intake.take(replace(result, arrivals=(replace(result.arrivals[0], primary=5),)))
    (before,) = await desk.rows(tables.claims)
    result = await desk.result(FEED, RENEWED, hashes=(1, 2))
    edited = replace(result.arrivals[0], primary=5)
    taken = await desk.intake.take(replace(result, arrivals=(), edits=(edited,)))
    (entry,), (claim,) = await desk.rows(tables.entries), await desk.rows(tables.claims)
    assert (before.kind, claim.kind) == ("cancelled", "renewed")
    assert (entry.title, claim.entry) == (RENEWED, entry.id)
    assert taken.alerts == 1


async def test_an_edit_that_says_the_same_is_no_second_post(desk):
    await desk.source()
    await desk.track(1)
    result = await desk.result(FEED, RENEWED)
    await desk.intake.take(replace(result, arrivals=(replace(result.arrivals[0], primary=5),)))
    result = await desk.result(FEED, RENEWED)
    edited = replace(result.arrivals[0], primary=5, summary="With more words.")
    taken = await desk.intake.take(replace(result, arrivals=(), edits=(edited,)))
    assert taken.alerts == 0
    assert [len(await desk.rows(table)) for table in (tables.entries, tables.claims, tables.stories)] == [1, 1, 1]


async def test_an_edit_of_what_is_stored_no_longer_is_left_alone(desk):
    await desk.source()
    result = await desk.result(FEED, RENEWED)
    result = replace(result, arrivals=(), edits=(replace(result.arrivals[0], primary=99),))
    assert await desk.intake.take(result) == Taken()
    assert await desk.rows(tables.entries) == []


async def test_results_of_several_polls_are_written_together_and_a_lost_lease_loses_its_own_only(desk):
    await desk.source(polled=False)
    await desk.source("https://b.example/feed", polled=False)
    await desk.do(sources.poll_now, NOW)
    one, two = await desk.do(sources.claim_due, now=NOW, lease=LEASE, limit=10)

    def result(source, held=True):
        url = f"{source.url}/1"
        entry = Entry(source=source.id, outlet="T", tier=Tier.TRADE, url=url, title=RENEWED, published=NOW)
        claimed = source if held else replace(source, next_at=NOW)
        after = replace(source, next_at=NOW + timedelta(hours=1), first_polled=NOW)
        return PollResult(source=claimed, after=after, shown=frozenset({1}), arrivals=(entry,))

    taken, kept = await desk.intake.take_all([result(one), result(two, held=False)])
    assert (taken.entries, kept) == (1, {one.id})
    assert [row.source for row in await desk.rows(tables.entries)] == [one.id]
