"""Old news in the replay: it fills gaps, and nothing newer or more certain gives way to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model.source import Tier
from bot.model.status import Fate
from bot.news.status import replay
from tests.news.telling import SHOW, C, K, after, claim, day, told

DECIDING = [K.ORDERED, K.RENEWED, K.FINAL_SEASON, K.FILM, K.CANCELLED, K.ENDED, K.REVIVED, K.RELEASED]


def old(kind, on, season=None, **more):
    return claim(kind, on, season, background=True, **({"certainty": C.REPORTED} | more))


def test_it_gives_a_fate_where_nothing_was_decided():
    status = after(old(K.RENEWED, "2025-03-16", 4), claim(K.TRAILER, "2025-06-01"))
    assert told(status) == ("renewed", 4, "reported")
    assert status.cause is not None
    assert status.cause.background


def test_it_gives_the_season_of_what_was_decided_just_then():
    renewed = claim(K.RENEWED, "2025-03-10")
    assert told(after(renewed, old(K.RENEWED, "2025-03-16", 4))) == ("renewed", 4, "official")
    assert told(after(renewed, old(K.RENEWED, "2023-03-16", 3))) == ("renewed", None, "official")


def test_two_numbers_settle_nothing():
    status = after(claim(K.RENEWED, "2025-03-10"), old(K.RENEWED, "2025-03-16", 4), old(K.RENEWED, "2025-03-17", 5))
    assert status.season is None


@pytest.mark.parametrize(
    ("newer", "background"),
    [
        (claim(K.RENEWED, "2025-03-01", 4), old(K.CANCELLED, "2025-07-16")),
        (claim(K.CANCELLED, "2025-03-01"), old(K.RENEWED, "2025-07-16", 4)),
        (claim(K.ENDED, "2025-03-01"), old(K.RENEWED, "2025-07-16", 4)),
        (claim(K.FINAL_SEASON, "2025-03-01", 5), old(K.ENDED, "2025-02-16")),
    ],
)
def test_what_was_decided_first_hand_stays_and_is_not_disputed(newer, background):
    status = after(newer, background)
    assert told(status) == told(after(newer))
    assert not status.disputed


@pytest.mark.parametrize(
    "sign",
    [
        claim(K.FILMING_START, "2025-06-01"),
        claim(K.DATE_SET, "2025-06-01", 4, "2026-02"),
        claim(K.RELEASED, "2025-06-01", 4),
        claim(K.TRAILER, "2025-06-01", 4),
        claim(K.CAST, "2025-06-01", slot="Nia Long"),
    ],
)
def test_a_sign_of_life_since_then_outweighs_an_old_cancellation(sign):
    assert after(sign, old(K.CANCELLED, "2023-06-16")).fate is not Fate.CANCELLED


def test_a_season_that_is_out_was_renewed_long_ago():
    assert told(after(claim(K.RELEASED, "2025-06-01", 3), old(K.RENEWED, "2024-06-16", 3)))[0] == "awaiting_decision"
    assert told(after(claim(K.RELEASED, "2025-06-01", 3), old(K.RENEWED, "2024-06-16", 4)))[:2] == ("renewed", 4)


def test_news_of_a_further_season_outweighs_an_old_renewal():
    assert after(claim(K.TRAILER, "2025-06-01", 5), old(K.RENEWED, "2024-06-16", 4)).fate is Fate.UNKNOWN


def test_an_old_plan_goes_stale_but_an_old_end_does_not():
    assert after(old(K.RENEWED, "2022-06-16", 2)).fate is Fate.UNKNOWN
    assert after(old(K.CANCELLED, "2015-06-16")).fate is Fate.CANCELLED


@pytest.mark.parametrize("more", [{"certainty": C.RUMOUR}, {"certainty": C.HINTED}, {"tier": Tier.SPECULATIVE}])
def test_what_moves_nothing_as_news_moves_nothing_as_old_news(more):
    assert after(old(K.RENEWED, "2025-03-16", 4, **more)).fate is Fate.UNKNOWN


def test_it_is_no_hope_and_no_date():
    status = after(old(K.TALK, "2025-12-01", certainty=C.HINTED), old(K.DATE_SET, "2025-11-01", when="2026-05"))
    assert (status.hopes, status.next) == ((), None)


CLAIMS = st.builds(
    lambda kind, days, season, certainty, background, tier: claim(
        kind,
        (day("2024-01-01") + timedelta(days=days)).date().isoformat(),
        season,
        certainty=certainty,
        background=background,
        tier=tier,
    ),
    st.sampled_from([*DECIDING, K.TRAILER, K.DATE_SET]),
    st.integers(0, 700),
    st.sampled_from([None, 2, 3, 4]),
    st.sampled_from([C.OFFICIAL, C.REPORTED, C.RUMOUR]),
    st.booleans(),
    st.sampled_from([Tier.OUTLET, Tier.TRADE, Tier.SPECULATIVE]),
)
NOW = day("2026-01-01")


@settings(max_examples=150, deadline=None)
@given(st.data(), st.lists(CLAIMS, max_size=8))
def test_the_order_of_arrival_decides_nothing(data, claims):
    shuffled = data.draw(st.permutations(claims))
    assert replay(SHOW, shuffled, NOW) == replay(SHOW, claims, NOW)


@settings(max_examples=200, deadline=None)
@given(st.lists(CLAIMS, max_size=8))
def test_it_never_changes_what_first_hand_news_decided(claims):
    mixed = replay(SHOW, claims, NOW)
    first_hand = replay(SHOW, [one for one in claims if not one.background], NOW)
    assert mixed.disputed == first_hand.disputed
    if first_hand.fate not in (Fate.UNKNOWN, Fate.AWAITING_DECISION):
        assert (mixed.fate, mixed.cause, mixed.changes) == (first_hand.fate, first_hand.cause, first_hand.changes)
        assert first_hand.season in (None, mixed.season)
        assert replace(mixed, season=None, against=None) == replace(first_hand, season=None, against=None)
