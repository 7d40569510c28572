from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.feeds.moves import PROVING, after_failure, after_success
from bot.model.source import Move

NOW = datetime(2026, 11, 1, tzinfo=UTC)
OLD, NEW, OTHER = "https://a.example/feed", "https://b.example/feed", "https://c.example/feed"


def test_a_move_is_believed_after_its_proving_period():
    move = after_success(OLD, Move(), NEW, NOW)
    assert move == Move(to=NEW, since=NOW)
    assert after_success(OLD, move, NEW, NOW + PROVING - timedelta(seconds=1)) == move
    assert after_success(OLD, move, NEW, NOW + PROVING) == Move(settled=NEW)


def test_another_target_or_none_begins_anew():
    move = Move(to=NEW, since=NOW)
    later = NOW + timedelta(days=3)
    assert after_success(OLD, move, OTHER, later) == Move(to=OTHER, since=later)
    assert after_success(OLD, move, None, later) == Move()


def test_the_same_page_by_https_is_believed_at_once_and_nothing_else_is():
    assert after_success("http://a.example/feed?x=1", Move(), "https://a.example/feed?x=1", NOW).settled
    for url, target in (
        ("http://a.example/feed", "https://www.a.example/feed"),
        ("http://a.example/feed", "https://a.example/feed/"),
        ("https://a.example/feed", "http://a.example/feed"),
        ("http://a.example:8080/feed", "https://a.example/feed"),
    ):
        assert after_success(url, Move(), target, NOW).settled is None


def test_failures_that_say_nothing_of_the_address_change_nothing():
    assert after_failure(Move(to=NEW, since=NOW), missing=False) == Move(to=NEW, since=NOW)
    assert after_failure(Move(settled=NEW), missing=False) == Move(settled=NEW)


def test_nothing_at_the_address_believes_what_was_announced_and_forgets_what_was_settled():
    assert after_failure(Move(to=NEW, since=NOW), missing=True) == Move(settled=NEW)
    assert after_failure(Move(settled=NEW), missing=True) == Move()
    assert after_failure(Move(), missing=True) == Move()


@given(st.lists(st.tuples(st.sampled_from([None, NEW, OTHER]), st.floats(0, 3)), max_size=30))
def test_no_move_is_believed_that_was_not_announced_for_a_week_without_a_break(polls):
    move, now, unbroken, last = Move(), NOW, NOW, None
    for target, days in polls:
        now += timedelta(days=days)
        if target != last:
            unbroken, last = now, target
        settled, move = move.settled, after_success(OLD, move, target, now)
        if move.settled != settled:
            assert move.settled == target
            assert now - unbroken >= PROVING
            unbroken = now
