from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import sqlite

from bot.model.health import HealthEvent, HealthKind
from bot.model.source import EVERYONE, GuildId, Tier, Validators
from bot.store import claims, health, seen, servers, sources, tables
from bot.store.tables import Instant, Season

LEASE = timedelta(minutes=5)
URL = "https://example.com/feed"
DIALECT = sqlite.dialect()


async def polled(kept, now, **facts):
    """Poll what is due, as the watcher does; returns what was claimed."""
    claimed = await kept.do(sources.claim_due, now=now, lease=LEASE, limit=10)
    for source in claimed:
        after = replace(source, next_at=now + timedelta(hours=1), first_polled=now, last_polled=now, **facts)
        assert await kept.do(sources.finish_poll, source, after)
    return claimed


async def only(kept):
    (source,) = await kept.do(sources.defaults) or await kept.do(sources.of_server, GuildId(100))
    return source


async def test_a_default_source_is_due_at_once_and_heard_by_everyone(kept, now):
    number = await kept.source(URL)
    source = await only(kept)
    assert (source.id, source.url, source.name, source.tier, source.public) == (
        number,
        URL,
        "Deadline",
        Tier.TRADE,
        True,
    )
    assert source.first_polled is None
    assert await kept.do(sources.scopes, number) == (EVERYONE,)
    assert [s.id for s in await kept.do(sources.claim_due, now=now, lease=LEASE, limit=10)] == [number]


async def test_the_list_of_defaults_is_brought_up_to_date(kept, now):
    number = await kept.source(URL)
    await polled(kept, now, validators=Validators("etag"))
    await kept.do(sources.add_default, url=URL, name="Deadline TV", tier=Tier.OUTLET, now=now)
    source = await only(kept)
    assert (source.id, source.name, source.tier) == (number, "Deadline TV", Tier.OUTLET)
    assert (source.first_polled, source.validators.etag) == (now, "etag")


async def test_a_default_that_is_dropped_from_the_list_is_polled_no_more(kept, now):
    number = await kept.source(URL)
    await kept.do(sources.retire_defaults, ["https://example.com/other"])
    assert await kept.do(sources.defaults) == []
    assert await kept.do(sources.claim_due, now=now, lease=LEASE, limit=10) == []
    assert await kept.do(sources.next_due) is None
    assert await kept.do(sources.scopes, number) == ()


async def test_defaults_that_are_kept_stay(kept):
    await kept.source(URL)
    await kept.do(sources.retire_defaults, [URL])
    assert len(await kept.do(sources.defaults)) == 1


async def test_a_private_source_is_heard_where_it_was_added_only(kept, now):
    number = await kept.source(URL, public=False)
    assert await kept.do(sources.scopes, number) == (100,)
    assert [source.url for source in await kept.do(sources.of_server, GuildId(100))] == [URL]
    assert await kept.do(sources.of_server, GuildId(200)) == []
    assert await kept.do(sources.defaults) == []


async def test_two_servers_may_add_the_same_feed_which_is_polled_once(kept, now):
    first = await kept.source(URL, public=False)
    await polled(kept, now)
    second = await kept.source(URL, public=False, guild=200)
    assert first == second
    assert await kept.do(sources.scopes, first) == (100, 200)
    assert await kept.do(sources.claim_due, now=now, lease=LEASE, limit=10) == []
    assert await kept.do(sources.add_for, GuildId(200), url=URL, name="x", now=now) == (first, False)


async def test_a_feed_stays_until_the_last_server_removes_it(kept, now):
    number = await kept.source(URL, public=False)
    await kept.source(URL, public=False, guild=200)
    await kept.entry(number)
    assert await kept.do(sources.remove_for, GuildId(100), number)
    assert not await kept.do(sources.remove_for, GuildId(100), number)
    assert await kept.do(sources.scopes, number) == (200,)
    await kept.do(seen.mark, {number: [1, 2]}, now)
    assert await kept.do(sources.remove_for, GuildId(200), number)
    for table in (tables.sources, tables.entries, tables.seen, tables.server_sources):
        assert await kept.rows(table) == []


async def test_a_feed_that_everyone_hears_stays_when_a_server_removes_it(kept):
    number = await kept.source(URL, public=False)
    await kept.source(URL)
    await kept.do(sources.remove_for, GuildId(100), number)
    assert [source.id for source in await kept.do(sources.defaults)] == [number]


async def test_what_everyone_was_told_stays_when_a_server_removes_a_feed_that_was_a_default_once(kept, a_claim):
    number = await kept.source(URL)
    entry = await kept.entry(number)
    await kept.do(claims.add, EVERYONE, a_claim(entry.id))
    await kept.do(sources.retire_defaults, [])
    await kept.source(URL, public=False)
    await kept.do(sources.remove_for, GuildId(100), number)
    assert len(await kept.rows(tables.claims)) == 1
    assert await kept.do(sources.next_due) is None


async def test_a_source_of_a_server_that_left_is_not_polled(kept, now):
    number = await kept.source(URL, public=False)
    await kept.do(servers.leave, GuildId(100), now)
    assert await kept.do(sources.scopes, number) == ()
    assert await kept.do(sources.claim_due, now=now, lease=LEASE, limit=10) == []
    await kept.do(servers.present, [GuildId(100)], now)
    assert len(await kept.do(sources.claim_due, now=now, lease=LEASE, limit=10)) == 1


async def test_a_feed_nobody_heard_any_more_begins_anew(kept, now):
    await kept.source(URL, public=False)
    await polled(kept, now, validators=Validators("etag", "yesterday"), body_hash=b"hash")
    await kept.do(servers.leave, GuildId(100), now)
    later = now + timedelta(days=3)
    await kept.do(servers.present, [GuildId(200)], later)
    await kept.do(sources.add_for, GuildId(200), url=URL, name="Blog", now=later)
    (source,) = await kept.do(sources.of_server, GuildId(200))
    # Silently, and in full: a 304 for what another server heard would leave the first fetch for later.
    assert (source.first_polled, source.validators, source.body_hash) == (None, Validators(), None)
    assert source.next_at == later


async def test_a_default_that_was_dropped_begins_anew_for_a_server_that_adds_it(kept, now):
    await kept.source(URL)
    await polled(kept, now, body_hash=b"hash")
    await kept.do(sources.retire_defaults, [])
    await kept.source(URL, public=False)
    source = await only(kept)
    assert (source.first_polled, source.body_hash, source.tier) == (None, None, Tier.OUTLET)


async def test_a_feed_that_was_gone_is_tried_again_when_someone_adds_it(kept, now):
    await kept.source(URL, public=False)
    await polled(kept, now, stopped=True, failures=3, error="gone")
    assert await kept.do(sources.next_due) is None
    await kept.do(sources.add_for, GuildId(100), url=URL, name="Blog", now=now)
    source = await only(kept)
    assert (source.stopped, source.failures, source.error, source.next_at) == (False, 0, None, now)


async def test_a_claimed_source_is_nobody_elses_until_its_lease_ends(kept, now):
    await kept.source(URL)
    (first,) = await kept.do(sources.claim_due, now=now, lease=LEASE, limit=10)
    assert first.next_at == now + LEASE
    assert await kept.do(sources.claim_due, now=now, lease=LEASE, limit=10) == []
    assert await kept.do(sources.next_due) == now + LEASE
    (second,) = await kept.do(sources.claim_due, now=now + LEASE, lease=LEASE, limit=10)
    after = now + timedelta(hours=1)
    assert not await kept.do(sources.finish_poll, first, replace(first, next_at=after))
    assert await kept.do(sources.finish_poll, second, replace(second, next_at=after))


async def test_the_most_overdue_are_claimed_first(kept, now):
    for number in range(3):
        url = f"{URL}/{number}"
        due = now - timedelta(minutes=number)
        await kept.do(sources.add_default, url=url, name=str(number), tier=Tier.TRADE, now=due)
    claimed = await kept.do(sources.claim_due, now=now, lease=LEASE, limit=2)
    assert [source.name for source in claimed] == ["2", "1"]


async def test_all_of_how_a_poll_ended_is_kept(kept, now):
    await kept.source(URL)
    (claimed,) = await kept.do(sources.claim_due, now=now, lease=LEASE, limit=1)
    after = replace(
        claimed,
        next_at=now + LEASE,
        validators=Validators('W/"1"', "Sun, 01 Mar 2026 12:00:00 GMT"),
        body_hash=b"\x00\xff",
        first_polled=now,
        last_polled=now,
        last_changed=now,
        failures=2,
        error="The website has a fault of its own.",
        stopped=True,
    )
    assert await kept.do(sources.finish_poll, claimed, after)
    assert await only(kept) == after


async def test_a_poll_that_loses_its_source_writes_nothing(kept, now):
    number = await kept.source(URL, public=False)
    (claimed,) = await kept.do(sources.claim_due, now=now, lease=LEASE, limit=1)
    await kept.do(sources.remove_for, GuildId(100), number)
    assert not await kept.do(sources.finish_poll, claimed, claimed)
    await kept.source(URL, public=False)
    assert not await kept.do(sources.finish_poll, claimed, claimed)


async def test_what_is_given_back_is_due_again(kept, now):
    await kept.source(URL)
    claimed = await kept.do(sources.claim_due, now=now, lease=LEASE, limit=1)
    await kept.do(sources.release, claimed, now)
    (again,) = await kept.do(sources.claim_due, now=now, lease=2 * LEASE, limit=1)
    await kept.do(sources.release, claimed, now)
    assert await kept.do(sources.claim_due, now=now, lease=LEASE, limit=1) == []
    await kept.do(sources.release_all, now)
    assert len(await kept.do(sources.claim_due, now=now, lease=LEASE, limit=1)) == 1
    assert again


async def test_a_restart_asks_no_feed_sooner_that_was_not_in_hand(kept, now):
    await kept.source(URL)
    await polled(kept, now)
    await kept.do(sources.release_all, now)
    assert await kept.do(sources.claim_due, now=now, lease=LEASE, limit=1) == []


async def test_when_a_public_source_last_answered(kept, now):
    assert await kept.do(sources.last_checked) is None
    await kept.source(URL, public=False)
    await polled(kept, now)
    assert await kept.do(sources.last_checked) is None
    await kept.source(f"{URL}/public")
    await polled(kept, now + LEASE)
    assert await kept.do(sources.last_checked) == now + LEASE
    await kept.source(f"{URL}/failing")
    await polled(kept, now + 2 * LEASE, error="broken", failures=1)
    assert await kept.do(sources.last_checked) == now + LEASE


async def test_what_was_shown_is_remembered_for_its_source(kept, now):
    one, two = await kept.source(URL), await kept.source(f"{URL}/2")
    hashes = [-(2**63), -1, 0, 2**63 - 1, *range(1, 1200)]
    await kept.do(seen.mark, {one: hashes}, now)
    assert await kept.do(seen.hashes, {one: [*hashes, 5000]}) == {one: frozenset(hashes)}
    assert await kept.do(seen.hashes, {two: hashes}) == {two: frozenset()}


async def test_what_a_feed_still_shows_is_not_forgotten(kept, now):
    source = await kept.source(URL)
    await kept.do(seen.mark, {source: [1, 2]}, now - timedelta(days=200))
    await kept.do(seen.mark, {source: [2]}, now)
    await kept.do(seen.mark, {source: []}, now)
    assert await kept.do(seen.forget, now - timedelta(days=180)) == 1
    assert await kept.do(seen.hashes, {source: [1, 2]}) == {source: {2}}


async def test_entries_go_with_their_source_but_stay_with_another(kept):
    one, two = await kept.source(URL, public=False), await kept.source(f"{URL}/2")
    await kept.entry(one)
    second = await kept.entry(two)
    await kept.do(sources.remove_for, GuildId(100), one)
    assert [row.id for row in await kept.rows(tables.entries)] == [second.id]


@given(st.datetimes(timezones=st.timezones()))
def test_an_instant_is_kept_to_the_millisecond(moment):
    kind = Instant()
    back = kind.process_result_value(kind.process_bind_param(moment, DIALECT), DIALECT)
    assert back is not None
    assert timedelta(0) <= moment - back < timedelta(milliseconds=1)


@given(st.none() | st.integers(0, 1000))
def test_a_season_is_kept_without_null(season):
    kind = Season()
    bound = kind.process_bind_param(season, DIALECT)
    assert bound is not None
    assert kind.process_result_value(bound, DIALECT) == season


async def test_a_lease_is_kept_at_any_fraction_of_a_second(kept, now):
    """Moments are stored to the millisecond; the lease that is compared must be too."""
    odd = now.replace(microsecond=123_456)
    await kept.do(sources.add_default, url="https://example.com/odd", name="Odd", tier=Tier.TRADE, now=now)
    (claimed,) = await kept.do(sources.claim_due, now=odd, lease=timedelta(minutes=5), limit=5)
    assert await kept.do(sources.finish_poll, claimed, replace(claimed, next_at=odd + timedelta(hours=1)))


async def test_a_default_that_was_gone_begins_anew_when_it_comes_back_to_the_list(kept, now):
    feed = {"url": "https://example.com/gone", "name": "Gone", "tier": Tier.TRADE}
    await kept.do(sources.add_default, **feed, now=now)
    (claimed,) = await kept.do(sources.claim_due, now=now, lease=timedelta(minutes=5), limit=5)
    stopped = replace(claimed, next_at=now + timedelta(days=1), stopped=True, error="Gone.")
    await kept.do(sources.finish_poll, claimed, stopped)
    await kept.do(sources.add_default, **feed, now=now)
    assert await kept.do(sources.claim_due, now=now, lease=timedelta(minutes=5), limit=5) == []
    await kept.do(sources.retire_defaults, [])
    await kept.do(sources.add_default, **feed, now=now)
    (again,) = await kept.do(sources.claim_due, now=now, lease=timedelta(minutes=5), limit=5)
    assert (again.stopped, again.error, again.first_polled) == (False, None, None)


async def test_what_a_feed_does_with_every_poll_is_told_once_a_week(kept, now):
    await kept.do(sources.add_default, url="https://example.com/x", name="X", tier=Tier.TRADE, now=now)
    (claimed,) = await kept.do(sources.claim_due, now=now, lease=timedelta(minutes=5), limit=5)

    async def tell(kind, at):
        await kept.do(health.add, [HealthEvent(claimed.id, at, kind, "Told.")])

    for hours in (0, 1, 24 * 8):
        await tell(HealthKind.BRAKED, now + timedelta(hours=hours))
        await tell(HealthKind.FAILING, now + timedelta(hours=hours))
    events = await kept.do(health.recent, [claimed.id], 100)
    assert [event.kind for event in events].count(HealthKind.BRAKED) == 2
    assert [event.kind for event in events].count(HealthKind.FAILING) == 3
    assert await kept.do(health.forget, now + timedelta(days=1)) == 3
