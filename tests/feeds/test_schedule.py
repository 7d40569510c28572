from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.feeds.schedule import LONGEST_PAUSE, MOST_ASKED, after_wait, gap_between, is_unconditional, next_poll
from bot.model.source import Pace, Reason

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)

urls = st.integers(0, 10_000).map(lambda n: f"https://example.com/{n}")
moments = st.timedeltas(timedelta(days=-2_000), timedelta(days=5_000)).map(lambda passed: NOW + passed)
floors = st.integers(1, 86_400)
spans = st.none() | st.timedeltas(timedelta(), timedelta(days=10_000))


@given(urls, moments, floors, spans)
def test_after_a_success_the_pause_is_at_least_the_floor_and_not_much_more_than_needed(url, now, floor, fresh_for):
    plan = next_poll(url, now, floor, fresh_for=fresh_for)
    wanted = max(timedelta(seconds=floor), min(fresh_for or timedelta(), MOST_ASKED))
    assert wanted <= plan.at - now <= wanted * 1.1 + timedelta(microseconds=2)
    assert not plan.stopped


@given(urls, moments, floors, st.integers(1, 10_000), spans)
def test_after_a_failure_the_pause_is_bounded_on_both_sides(url, now, floor, failures, retry_after):
    plan = next_poll(url, now, floor, failures=failures, retry_after=retry_after)
    assert timedelta(seconds=floor) <= plan.at - now <= LONGEST_PAUSE
    if retry_after is not None:
        assert plan.at - now >= min(retry_after, LONGEST_PAUSE)
    assert not plan.stopped


@given(urls, st.integers(1, 40))
def test_every_further_failure_waits_no_less(url, failures):
    first = next_poll(url, NOW, 600, failures=failures)
    second = next_poll(url, NOW, 600, failures=failures + 1)
    assert second.at >= first.at


@given(urls, moments, floors)
def test_the_decision_is_the_same_each_time(url, now, floor):
    assert next_poll(url, now, floor) == next_poll(url, now, floor)


def test_feeds_that_are_due_together_are_spread():
    pauses = {next_poll(f"https://example.com/{n}", NOW, 600).at for n in range(100)}
    assert len(pauses) > 90
    assert max(pauses) - min(pauses) > timedelta(seconds=45)


def test_feeds_that_fail_together_do_not_come_back_together():
    order = [
        sorted(range(20), key=lambda n: next_poll(f"https://example.com/{n}", NOW, 600, failures=failures).at)
        for failures in (1, 2)
    ]
    assert order[0] != order[1]


def test_the_reason_is_told():
    url = "https://example.com/feed"
    assert next_poll(url, NOW, 600).reason is Reason.USUAL
    assert next_poll(url, NOW, 600, fresh_for=timedelta(minutes=5)).reason is Reason.USUAL
    assert next_poll(url, NOW, 600, fresh_for=timedelta(minutes=30)).reason is Reason.FRESH
    assert next_poll(url, NOW, 600, failures=3).reason is Reason.FAILED
    assert next_poll(url, NOW, 600, failures=1, retry_after=2 * HOUR).reason is Reason.RETRY_AFTER


def test_back_off_doubles_and_ends_at_a_day():
    waits = [next_poll("https://example.com/feed", NOW, 600, failures=n).at - NOW for n in range(1, 12)]
    assert timedelta(minutes=10) <= waits[0] <= timedelta(minutes=11)
    assert timedelta(minutes=80) <= waits[3] <= timedelta(minutes=88)
    assert waits[-1] == LONGEST_PAUSE


def test_a_feed_that_is_gone_is_stopped():
    assert next_poll("https://example.com/feed", NOW, 600, failures=1, gone=True).stopped


@given(st.sets(st.integers(0, 23)), st.sets(st.integers(0, 6)), moments, urls)
def test_skipped_hours_and_days_are_heeded_unless_all_are(hours, days, now, url):
    plan = next_poll(url, now, 600, pace=Pace(skip_hours=frozenset(hours), skip_days=frozenset(days)))
    assert plan.at >= now + timedelta(minutes=10)
    if len(hours) < 24 and len(days) < 7:
        assert plan.at.hour not in hours
        assert plan.at.weekday() not in days
    else:
        assert plan.at <= now + timedelta(minutes=11)


def test_the_longest_of_what_is_asked_gives_the_reason():
    pace = Pace(ttl=timedelta(hours=2), gap=timedelta(hours=40))
    assert next_poll("u", NOW, 600, pace=pace).reason is Reason.TTL
    assert next_poll("u", NOW, 600, pace=pace, fresh_for=timedelta(hours=3)).reason is Reason.FRESH
    assert next_poll("u", NOW, 600, pace=Pace(gap=timedelta(hours=40))).reason is Reason.QUIET
    assert next_poll("u", NOW, 600, pace=Pace(gap=timedelta(minutes=20))).reason is Reason.USUAL


def test_one_poll_in_a_hundred_is_unconditional_for_every_url():
    for url in ("https://example.com/a", "https://example.com/b"):
        assert [is_unconditional(url, n) for n in range(1, 301)].count(True) == 3
        assert not is_unconditional(url, 0)


def test_the_gap_between_entries_counts_the_silence_since_the_last():
    hourly = [NOW - n * HOUR for n in range(30)]
    assert gap_between(hourly, NOW) == timedelta(minutes=54)
    assert gap_between(hourly, NOW + 100 * HOUR) == timedelta(hours=10.9)
    assert gap_between([NOW + HOUR], NOW) is None
    assert gap_between([], NOW) is None


def test_who_waits_for_others_comes_after_the_wait_and_not_all_at_once():
    plans = [after_wait(f"https://example.com/{n}", NOW, HOUR, 600) for n in range(50)]
    assert {plan.reason for plan in plans} == {Reason.POSTPONED}
    assert all(NOW + HOUR <= plan.at <= NOW + HOUR + timedelta(minutes=10) for plan in plans)
    assert len({plan.at for plan in plans}) == 50


def test_a_failing_feed_is_asked_within_a_day_whatever_days_it_named():
    pace = Pace(skip_days=frozenset(range(7)) - {(NOW.weekday() - 1) % 7})
    assert next_poll("u", NOW, 600, pace=pace).at > NOW + timedelta(days=5)
    assert next_poll("u", NOW, 600, pace=pace, failures=1).at <= NOW + LONGEST_PAUSE
