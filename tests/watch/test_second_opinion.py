"""When the intake asks for a second opinion, and what becomes of one in the store."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.model.claim import Certainty, Claim, Kind
from bot.model.entry import Entry
from bot.model.server import ChannelId, Track
from bot.model.show import Show, ShowId
from bot.model.source import EVERYONE, GuildId, Scope, Tier
from bot.model.status import Fate
from bot.news.status import replay
from bot.store import claims, servers, sources, tables
from bot.store.engine import Store
from bot.watch.intake import Intake, PollResult
from bot.watch.readers import Readers

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
FEED = "https://trade.example/feed"
HEARTSTOPPER = Show(ShowId("heartstopper"), "Heartstopper", network="Netflix")
WEDNESDAY = Show(ShowId("wednesday"), "Wednesday", network="Netflix")
RENEWED = "'Heartstopper' Renewed for Season 4 at Netflix"


class Adviser:
    """Adds to each reading what it is told to, or never answers."""

    def __init__(self, *added: Claim, silent: bool = False, before=lambda: None):
        self.added, self.silent, self.before = added, silent, before
        self.asked: list[tuple[str, tuple[Scope, ...]]] = []

    async def advise(self, entry, readings, find):
        self.asked.append((entry.title, tuple(readings)))
        assert find(HEARTSTOPPER.id, EVERYONE) == HEARTSTOPPER
        self.before()
        if self.silent:
            await asyncio.Event().wait()
        return {scope: replace(reading, claims=(*reading.claims, *self.added)) for scope, reading in readings.items()}


class Desk:
    def __init__(self, store: Store) -> None:
        self.store = store
        self.readers = Readers()
        self.readers.watch([HEARTSTOPPER])
        self.intake = Intake(store=store, readers=self.readers, news_clock=lambda: NOW, clock=lambda: NOW)

    async def take(self, *titles, published=NOW, first=False):
        """Take in a poll of a source for everyone."""
        await self.store.write(lambda conn: sources.poll_now(conn, NOW))
        (source,) = await self.store.write(
            lambda conn: sources.claim_due(conn, now=NOW, lease=timedelta(minutes=5), limit=10)
        )
        source = replace(source, first_polled=None if first else NOW)
        entries = tuple(
            Entry(
                source=source.id,
                outlet=source.name,
                tier=source.tier,
                url=f"{FEED}/{number}",
                title=title,
                published=published,
            )
            for number, title in enumerate(titles)
        )
        after = replace(source, next_at=NOW + timedelta(hours=1), first_polled=NOW)
        return await self.intake.take(PollResult(source=source, after=after, arrivals=entries))

    async def rows(self, table):
        async with self.store.read() as conn:
            return list((await conn.execute(select(table))).all())


@pytest.fixture
async def desk(tmp_path):
    store = await Store.open(f"sqlite+aiosqlite:///{tmp_path}/desk.sqlite3")
    await store.write(lambda conn: sources.add_default(conn, url=FEED, name="Trade", tier=Tier.TRADE, now=NOW))
    yield Desk(store)
    await store.close()


def opinion(kind=Kind.CANCELLED):
    return Claim(
        show=HEARTSTOPPER.id,
        kind=kind,
        certainty=Certainty.REPORTED,
        happened=NOW + timedelta(seconds=1),
        rule="second opinion",
        tier=Tier.SPECULATIVE,
    )


async def test_what_is_new_and_about_a_show_is_submitted(desk):
    desk.intake.advisor = adviser = Adviser()
    await desk.take(RENEWED, "Something Else Entirely")
    assert adviser.asked == [(RENEWED, (EVERYONE,))]


async def test_a_second_opinion_is_kept_as_one_and_moves_no_fate_though_its_outlet_is_trusted(desk):
    track = Track(guild=GuildId(1), channel=ChannelId(1), show=HEARTSTOPPER.id, added=NOW)
    await desk.store.write(lambda conn: servers.add_track(conn, track))
    desk.intake.advisor = Adviser(opinion())
    taken = await desk.take(RENEWED)
    assert (taken.claims, taken.stories, taken.alerts) == (2, 1, 1)
    async with desk.store.read() as conn:
        kept = await claims.about(conn, HEARTSTOPPER.id, EVERYONE)
    assert [(one.kind, one.tier, one.rule == "second opinion") for one in kept] == [
        (Kind.RENEWED, Tier.TRADE, False),
        (Kind.CANCELLED, Tier.SPECULATIVE, True),
    ]
    status = replay(HEARTSTOPPER.id, kept, NOW + timedelta(days=1))
    assert (status.fate, status.season, status.disputed) == (Fate.RENEWED, 4, False)


async def test_nobody_is_asked_about_the_past(desk):
    desk.intake.advisor = adviser = Adviser()
    await desk.take(RENEWED, first=True)
    await desk.take(RENEWED, published=NOW - timedelta(days=3))
    past = [
        Entry(
            id=row.id, source=row.source, outlet=row.outlet, tier=Tier(row.tier), url=row.url, title=row.title,
            published=row.published,
        )
        for row in await desk.rows(tables.entries)
    ]  # fmt: skip
    await desk.intake.catch_up(past, [EVERYONE])
    assert len(past) == 2
    assert adviser.asked == []


async def test_a_poll_does_not_wait_for_ever(desk):
    desk.intake.advice_seconds = 0.05
    desk.intake.advisor = adviser = Adviser(silent=True)
    taken = await desk.take(RENEWED, RENEWED)
    assert (taken.entries, taken.stories) == (2, 1)
    assert len(adviser.asked) == 1


async def test_news_that_must_be_read_again_meanwhile_are_written_without(desk):
    desk.intake.advisor = adviser = Adviser(opinion(), before=lambda: desk.readers.watch([WEDNESDAY]))
    taken = await desk.take(RENEWED)
    assert (taken.claims, len(adviser.asked)) == (1, 1)


def test_a_show_is_found_as_its_scope_knows_it():
    readers, own = Readers(), replace(HEARTSTOPPER, name="Our Heartstopper")
    readers.watch([HEARTSTOPPER])
    readers.watch([own, WEDNESDAY], Scope(5))
    assert readers.find(HEARTSTOPPER.id, EVERYONE) == HEARTSTOPPER
    assert readers.find(HEARTSTOPPER.id, Scope(6)) == HEARTSTOPPER
    assert readers.find(HEARTSTOPPER.id, Scope(5)) == own
    assert readers.find(WEDNESDAY.id, Scope(6)) is None
