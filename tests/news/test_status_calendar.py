"""The calendar, hopes, and what must hold for any evidence."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model.claim import Certainty, Claim, Kind
from bot.model.entry import EntryId
from bot.model.source import Tier
from bot.model.status import Fate
from bot.model.when import When
from bot.news.evidence import is_trusted
from bot.news.status import replay
from tests.news.telling import SHOW, C, K, after, claim, day

# The calendar


def test_the_next_date_is_the_newest_that_holds():
    first, second = claim(K.DATE_SET, "2025-01-01", 5, "2026"), claim(K.DATE_SET, "2025-06-01", 5, "2026-02-26")
    status = after(first, second)
    assert status.next is not None
    assert (status.next.when, status.next.season, status.next.film) == ("2026-02-26", 5, False)
    assert status.next.claim == second


def test_a_vaguer_date_takes_nothing_back():
    status = after(claim(K.DATE_SET, "2025-06-01", 5, "2026-02-26"), claim(K.DATE_SET, "2025-07-01", 5, "2026-02"))
    assert status.next is not None
    assert status.next.when == "2026-02-26"


def test_a_moved_date_replaces_the_old_one_and_no_new_date_clears_it():
    date = claim(K.DATE_SET, "2025-01-01", 3, "2026-02-01")
    moved = after(date, claim(K.DATE_MOVED, "2025-02-01", 3, "2026-05"))
    assert moved.next is not None
    assert moved.next.when == "2026-05"
    assert after(date, claim(K.DATE_MOVED, "2025-02-01", 3)).next is None
    assert after(date, claim(K.DATE_MOVED, "2025-02-01")).next is None


def test_a_move_without_a_number_is_that_of_the_only_season_planned():
    status = after(claim(K.DATE_SET, "2025-01-01", 3, "2026-02-01"), claim(K.DATE_MOVED, "2025-02-01", None, "2026-05"))
    assert status.next is not None
    assert (status.next.when, status.next.season) == ("2026-05", 3)


def test_a_date_without_a_number_joins_the_season_it_fits():
    unnumbered, numbered = claim(K.DATE_SET, "2025-01-01", None, "2026"), claim(K.DATE_SET, "2025-03-01", 2, "2026-04")
    for claims in ([unnumbered, numbered], [numbered, unnumbered]):
        status = after(*claims)
        assert status.next is not None
        assert (status.next.when, status.next.season) == ("2026-04", 2)


def test_a_release_clears_its_date_but_not_the_next_part():
    status = after(
        claim(K.DATE_SET, "2025-06-01", 2, "2025-08-06"),
        claim(K.RELEASED, "2025-08-06", 2, "2025-08-06"),
        claim(K.DATE_SET, "2025-08-06", 2, "2025-09-03"),
        as_of="2025-08-10",
    )
    assert status.next is not None
    assert status.next.when == "2025-09-03"
    assert status.lapsed is None


def test_a_window_counts_until_its_end_and_then_lapses():
    planned = claim(K.DATE_SET, "2025-01-01", 3, "2025-22")
    still = after(planned, as_of="2025-08-31")
    assert still.next is not None
    assert still.lapsed is None
    gone = after(planned, as_of="2025-09-01")
    assert gone.next is None
    assert gone.lapsed is not None
    assert gone.lapsed.when == "2025-22"
    assert after(planned, claim(K.RELEASED, "2025-08-20", 3), as_of="2025-09-01").lapsed is None


def test_a_decision_after_the_planned_day_tells_that_life_went_on():
    planned = claim(K.DATE_SET, "2025-01-01", 3, "2025-09-28")
    assert after(planned, claim(K.CANCELLED, "2025-12-01")).lapsed is None
    assert after(planned, claim(K.RENEWED, "2025-12-01", 4)).lapsed is None
    assert after(planned, claim(K.RENEWED, "2025-05-01", 4)).lapsed is not None


def test_a_day_holds_for_the_whole_day():
    planned = claim(K.DATE_SET, "2025-01-01", 3, "2025-10-09")
    assert replay(SHOW, [planned], day("2025-10-09T20:00")).next is not None
    assert replay(SHOW, [planned], day("2025-10-10T00:00")).next is None


def test_the_earliest_of_several_seasons_is_next():
    status = after(claim(K.DATE_SET, "2025-01-01", 2, "2027"), claim(K.DATE_SET, "2025-02-01", 1, "2026-01-18"))
    assert status.next is not None
    assert status.next.when == "2026-01-18"


def test_hoped_for_and_rumoured_dates_are_not_next():
    status = after(
        claim(K.DATE_SET, "2025-12-01", 2, "2026-02", certainty=C.RUMOUR),
        claim(K.DATE_SET, "2025-12-02", 2, "2026-03", certainty=C.HINTED),
    )
    assert status.next is None
    assert len(status.hopes) == 1


def test_a_less_certain_date_does_not_replace_a_fresh_official_one():
    official = claim(K.DATE_SET, "2025-06-01", 2, "2026-02-01")
    reported = claim(K.DATE_SET, "2025-06-05", 2, "2026-03-01", certainty=C.REPORTED)
    kept = after(official, reported)
    assert kept.next is not None
    assert kept.next.when == "2026-02-01"


def test_what_will_not_come_has_no_date():
    date = claim(K.DATE_SET, "2025-01-01", 3, "2026-05")
    assert after(date, claim(K.CANCELLED, "2025-02-01", 3)).next is None
    assert after(date, claim(K.FILM, "2025-02-01")).next is None
    assert after(date, claim(K.ENDED, "2025-02-01")).next is None
    # Cancelled, but the season that is made still airs.
    assert after(date, claim(K.CANCELLED, "2025-02-01")).next is not None


def test_the_date_of_a_finishing_film_is_that_of_a_film():
    status = after(claim(K.FILM, "2025-01-01"), claim(K.DATE_SET, "2025-01-01", None, "2026"))
    assert status.next is not None
    assert status.next.film


def test_a_date_told_after_it_passed_is_no_plan():
    assert after(claim(K.DATE_SET, "2025-06-01", 2, "2025-03")).lapsed is None


def test_a_date_that_is_none_is_passed_over():
    assert after(claim(K.DATE_SET, "2025-06-01", 2, "soon")).next is None


# Filming, hopes


def test_production_is_the_newest_word_until_the_season_is_out():
    start, wrap = claim(K.FILMING_START, "2025-03-01", 3), claim(K.FILMING_WRAP, "2025-06-01", 3)
    assert after(wrap, start).production == wrap
    assert after(start, claim(K.FILMING_WRAP, "2025-06-01", 3, certainty=C.RUMOUR)).production == start
    assert after(start, wrap, claim(K.RELEASED, "2025-12-01", 3)).production is None
    assert after(start, wrap, claim(K.RELEASED, "2025-12-01", 2)).production == wrap
    assert after(start, claim(K.CANCELLED, "2025-07-01")).production is None


@pytest.mark.parametrize(
    ("kind", "certainty", "days"),
    [
        (K.CANCELLED, C.RUMOUR, 45),
        (K.TALK, C.RUMOUR, 45),
        (K.TALK, C.HINTED, 60),
        (K.TALK, C.OFFICIAL, 60),
        (K.FILMING_START, C.HINTED, 120),
    ],
)
def test_hopes_fade(kind, certainty, days):
    said = claim(kind, "2025-01-01", 4, certainty=certainty)
    until = day("2025-01-01") + timedelta(days=days)
    assert replay(SHOW, [said], until).hopes == (said,)
    assert replay(SHOW, [said], until + timedelta(seconds=1)).hopes == ()


def test_hopes_are_newest_first_and_the_same_hope_is_shown_once():
    first, second = (claim(K.TALK, on, 4, certainty=C.HINTED) for on in ("2025-12-01", "2025-12-10"))
    film = claim(K.FILM, "2025-12-05", certainty=C.RUMOUR)
    assert after(first, second, film).hopes == (second, film)


def test_a_decision_settles_the_hopes_before_it():
    hope = claim(K.TALK, "2025-12-01", 4, certainty=C.HINTED)
    assert after(hope, claim(K.FILM, "2025-12-10")).hopes == ()
    assert after(hope, claim(K.FILM, "2025-11-10")).hopes == (hope,)


# What must hold for any evidence


whens = st.sampled_from([None, "2025-03-01", "2025-22", "2025", "2025-09/2025-12", "2026-02-26", "nonsense"])
claims = st.builds(
    Claim,
    show=st.just(SHOW),
    kind=st.sampled_from(list(Kind)),
    certainty=st.sampled_from(list(Certainty)),
    happened=st.integers(0, 60).map(lambda days: day("2025-01-01") + timedelta(days=days * 7)),
    season=st.none() | st.integers(1, 6),
    when=whens,
    background=st.booleans(),
    sentence=st.sampled_from(["", "It will end with a film.", "A Christmas special is coming."]),
    tier=st.sampled_from(list(Tier)),
    entry=st.integers(1, 4).map(EntryId),
    outlet=st.sampled_from(["A", "B"]),
)
evidence = st.lists(claims, max_size=14)
moments = st.integers(0, 500).map(lambda days: day("2025-01-01") + timedelta(days=days))


@settings(max_examples=300, deadline=None)
@given(evidence, moments, st.randoms(use_true_random=False))
def test_the_order_of_arrival_changes_nothing(told_claims, as_of, chance: random.Random):
    shuffled = list(told_claims)
    chance.shuffle(shuffled)
    assert replay(SHOW, told_claims, as_of) == replay(SHOW, shuffled, as_of)


@settings(deadline=None)
@given(evidence, moments)
def test_hopes_rumours_and_speculation_leave_no_trace_but_as_hopes(told_claims, as_of):
    trusted = [c for c in told_claims if is_trusted(c)]
    status, sober = replay(SHOW, told_claims, as_of), replay(SHOW, trusted, as_of)
    assert (status.fate, status.season, status.certainty, status.changes, status.next, status.against) == (
        sober.fate, sober.season, sober.certainty, sober.changes, sober.next, sober.against,
    )  # fmt: skip
    assert all(not hope.certainty.moves_fate or hope.kind is K.TALK for hope in status.hopes)


@settings(deadline=None)
@given(evidence, moments)
def test_what_is_next_is_still_to_come_and_what_lapsed_is_past(told_claims, as_of):
    status = replay(SHOW, told_claims, as_of)
    assert status.next is None or When.parse(status.next.when).end >= as_of.date()
    assert status.lapsed is None or When.parse(status.lapsed.when).end < as_of.date()


@settings(deadline=None)
@given(evidence, moments)
def test_a_status_tells_one_coherent_thing(told_claims, as_of):
    status = replay(SHOW, told_claims, as_of)
    assert (status.certainty is None) == (status.fate in (Fate.UNKNOWN, Fate.AWAITING_DECISION))
    assert status.certainty in (None, C.OFFICIAL, C.REPORTED)
    assert status.season is None or status.fate in (Fate.RENEWED, Fate.FINAL_SEASON)
    assert status.disputed == (status.against is not None)
    assert [change.at for change in status.changes] == sorted(change.at for change in status.changes)
    assert (status.changes[-1].fate if status.changes else Fate.UNKNOWN) == status.fate
    assert all(change.at <= as_of for change in status.changes)


@settings(deadline=None)
@given(evidence, moments)
def test_a_replay_is_blind_to_the_future(told_claims, as_of):
    known_then = [c for c in told_claims if c.happened <= as_of]
    assert replay(SHOW, told_claims, as_of) == replay(SHOW, known_then, as_of)
