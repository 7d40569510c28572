from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from bot.feeds.health import health_events
from bot.model.health import HealthKind
from bot.model.source import Move, Source, SourceId, Tier

NOW = datetime(2026, 11, 1, tzinfo=UTC)
WELL = Source(id=SourceId(7), url="https://a.example/feed", name="A", tier=Tier.TRADE, public=True, next_at=NOW)
FAILING = replace(WELL, failures=3, error="The website has a fault of its own. (HTTP 500)")


def kinds(before: Source, after: Source, **options: int) -> list[HealthKind]:
    return [event.kind for event in health_events(before, after, NOW, **options)]


def test_what_stays_as_it_is_makes_no_event():
    assert kinds(WELL, WELL) == []
    assert kinds(FAILING, replace(FAILING, failures=4)) == []


def test_failing_and_recovering_are_told_once_each_whatever_the_words():
    (event,) = health_events(WELL, replace(FAILING, failures=1), NOW)
    assert (event.source, event.at, event.kind, event.text) == (7, NOW, HealthKind.FAILING, FAILING.error)
    assert kinds(FAILING, replace(FAILING, error="Something else.")) == []
    (event,) = health_events(FAILING, WELL, NOW)
    assert (event.kind, event.text) == (HealthKind.RECOVERED, "It answers again, after 3 failed polls.")


def test_a_feed_that_is_gone_is_told_as_stopped():
    assert kinds(WELL, replace(FAILING, stopped=True)) == [HealthKind.STOPPED]


def test_moves_are_told_when_they_begin_and_when_they_are_believed():
    moving = replace(WELL, move=Move(to="https://b.example/feed", since=NOW))
    moved = replace(WELL, move=Move(settled="https://b.example/feed"))
    assert kinds(WELL, moving) == [HealthKind.MOVING]
    assert kinds(moving, replace(moving, move=Move(to="https://c.example/feed", since=NOW))) == []
    assert kinds(moving, moved) == [HealthKind.MOVED]
    assert kinds(moved, WELL) == [HealthKind.MOVED]


def test_the_brake_is_told():
    (event,) = health_events(WELL, WELL, NOW, braked=12)
    assert event.kind is HealthKind.BRAKED
    assert event.text.startswith("12 of its entries")
