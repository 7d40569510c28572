"""The replay: what is known of a show, from its claims, whatever order they came in."""

from __future__ import annotations

import pytest

from bot.model.show import ShowId
from bot.model.source import Tier
from bot.model.status import Fate
from bot.news.status import season_given_up
from tests.news.telling import C, K, after, claim, day, told

# Decisions


def test_of_a_show_without_claims_nothing_is_known():
    status = after()
    assert told(status) == ("unknown", None, None)
    assert (status.cause, status.next, status.lapsed, status.production) == (None, None, None, None)
    assert (status.changes, status.hopes, status.disputed) == ((), (), False)


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([claim(K.ORDERED, "2025-01-01")], ("in_development", None, "official")),
        ([claim(K.ORDERED, "2025-01-01"), claim(K.RELEASED, "2025-09-01", 1)], ("awaiting_decision", None, None)),
        ([claim(K.RELEASED, "2025-01-01", 2)], ("awaiting_decision", None, None)),
        ([claim(K.RENEWED, "2025-01-01", 3)], ("renewed", 3, "official")),
        ([claim(K.RENEWED, "2025-01-01")], ("renewed", None, "official")),
        ([claim(K.FINAL_SEASON, "2025-01-01", 4)], ("final_season", 4, "official")),
        ([claim(K.CANCELLED, "2025-01-01", 4)], ("cancelled", None, "official")),
        ([claim(K.FILM, "2025-01-01")], ("ending_with_film", None, "official")),
        ([claim(K.ENDED, "2025-01-01")], ("ended", None, "official")),
        ([claim(K.REVIVED, "2025-01-01", 6)], ("renewed", 6, "official")),
        ([claim(K.SPIN_OFF, "2025-01-01")], ("unknown", None, None)),
        ([claim(K.HALT, "2025-01-01", 3)], ("unknown", None, None)),
        ([claim(K.DATE_SET, "2025-01-01", 3, "2026-05-01")], ("unknown", None, None)),
    ],
)
def test_each_kind_moves_the_fate_as_a_fan_would_say(claims, expected):
    assert told(after(*claims)) == expected


def test_renewed_for_a_final_season_in_one_breath_is_one_step():
    status = after(claim(K.RENEWED, "2025-01-01", 4), claim(K.FINAL_SEASON, "2025-01-01", 4))
    assert told(status) == ("final_season", 4, "official")
    assert [change.fate for change in status.changes] == [Fate.FINAL_SEASON]


def test_the_number_of_a_renewal_is_kept_when_it_is_said_to_be_the_last():
    status = after(claim(K.RENEWED, "2025-01-01", 4), claim(K.FINAL_SEASON, "2025-03-01"))
    assert told(status) == ("final_season", 4, "official")


def test_a_season_after_the_last_one_drops_the_final_tag():
    status = after(claim(K.FINAL_SEASON, "2025-01-01", 7), claim(K.RENEWED, "2025-06-01", 8))
    assert told(status) == ("renewed", 8, "official")


def test_a_final_season_is_not_unsaid_by_its_own_renewal_told_later():
    status = after(claim(K.FINAL_SEASON, "2025-01-01", 4), claim(K.RENEWED, "2025-02-01", 4))
    assert told(status) == ("final_season", 4, "official")


def test_of_a_two_season_renewal_the_nearest_season_is_the_coming_one_until_it_is_out():
    both = [claim(K.RENEWED, "2025-01-01", 5), claim(K.RENEWED, "2025-01-01", 6)]
    assert told(after(*both)) == ("renewed", 5, "official")
    assert told(after(*both, claim(K.RELEASED, "2025-10-01", 5))) == ("renewed", 6, "official")
    late = [claim(K.RELEASED, "2025-10-01", 5), claim(K.RELEASED, "2025-12-01", 6)]
    assert told(after(*both, *late)) == ("awaiting_decision", None, None)


def test_the_next_decided_season_is_coming_from_the_day_the_one_before_is_out():
    six, five = claim(K.RENEWED, "2025-01-01", 6), claim(K.RENEWED, "2025-01-02", 5)
    status = after(six, five, claim(K.RELEASED, "2025-10-01", 5))
    assert told(status) == ("renewed", 6, "official")
    assert status.cause == six
    assert [(change.season, change.at) for change in status.changes] == [
        (6, day("2025-01-01")), (5, day("2025-01-02")), (6, day("2025-10-01")),
    ]  # fmt: skip


def test_a_number_from_a_less_certain_report_takes_no_certainty_away():
    official, number = claim(K.RENEWED, "2025-01-01"), claim(K.RENEWED, "2025-01-02", 4, certainty=C.REPORTED)
    assert told(after(official, number)) == ("renewed", 4, "official")


def test_an_early_renewal_outlives_the_release_of_the_season_before():
    status = after(claim(K.RENEWED, "2025-07-01", 3), claim(K.RELEASED, "2025-08-01", 2))
    assert told(status) == ("renewed", 3, "official")


def test_a_renewal_for_a_season_that_is_out_is_old_news():
    status = after(claim(K.RELEASED, "2025-08-01", 3), claim(K.RENEWED, "2025-09-01", 3))
    assert told(status) == ("awaiting_decision", None, None)


def test_another_season_after_a_numbered_one_is_the_next():
    status = after(claim(K.RELEASED, "2025-08-01", 3), claim(K.RENEWED, "2025-09-01"))
    assert told(status) == ("renewed", 4, "official")


def test_a_release_without_a_number_is_the_renewed_season_once_it_can_have_been_made():
    renewal = claim(K.RENEWED, "2025-01-01", 2)
    assert told(after(renewal, claim(K.RELEASED, "2025-02-01"))) == ("renewed", 2, "official")
    assert told(after(renewal, claim(K.RELEASED, "2025-10-01"))) == ("awaiting_decision", None, None)


def test_a_final_season_stays_final_until_its_end_is_told():
    final = [claim(K.FINAL_SEASON, "2025-01-01", 5), claim(K.RELEASED, "2025-10-01", 5)]
    assert told(after(*final)) == ("final_season", 5, "official")
    assert told(after(*final, claim(K.ENDED, "2025-12-01"))) == ("ended", None, "official")


def test_back_nine_change_nothing():
    status = after(claim(K.RELEASED, "2025-10-01", 1), claim(K.ORDERED, "2025-11-01"))
    assert told(status) == ("awaiting_decision", None, None)


def test_a_cancelled_show_that_airs_its_last_season_stays_cancelled():
    status = after(
        claim(K.CANCELLED, "2025-03-01"), claim(K.FINAL_SEASON, "2025-05-01", 3), claim(K.RELEASED, "2025-06-01", 3)
    )
    assert told(status) == ("cancelled", None, "official")


def test_a_rescue_for_a_final_season():
    rescue = [
        claim(K.CANCELLED, "2025-05-05"), claim(K.REVIVED, "2025-05-08", 7), claim(K.FINAL_SEASON, "2025-05-08", 7),
    ]  # fmt: skip
    status = after(*rescue)
    assert told(status) == ("final_season", 7, "official")
    assert not status.disputed
    # Another outlet tells only the rescue.
    assert told(after(*rescue, claim(K.REVIVED, "2025-05-09"))) == ("final_season", 7, "official")


# Films


@pytest.mark.parametrize("cancelled_on", ["2025-04-10", "2025-04-22", "2025-05-05"])
def test_cancelled_and_finished_by_a_film_is_an_ending_with_a_film(cancelled_on):
    status = after(claim(K.CANCELLED, cancelled_on), claim(K.FILM, "2025-04-22"))
    assert told(status) == ("ending_with_film", None, "official")
    assert not status.disputed


def test_a_film_cancelled_later_is_told_with_both_sides():
    film = claim(K.FILM, "2025-04-22")
    status = after(film, claim(K.CANCELLED, "2025-09-01"))
    assert told(status) == ("cancelled", None, "official")
    assert status.disputed
    assert status.against == film


def test_the_film_that_is_out_ends_the_story():
    status = after(claim(K.FILM, "2025-04-22"), claim(K.RELEASED, "2025-12-01"))
    assert told(status) == ("ended", None, "official")


def test_a_season_out_shortly_after_the_news_of_a_film_is_not_the_film():
    film = claim(K.FILM, "2025-09-01")
    assert told(after(film, claim(K.RELEASED, "2025-09-10")))[0] == "ending_with_film"
    assert told(after(film, claim(K.RELEASED, "2025-12-10", 3)))[0] == "ending_with_film"


def test_a_film_announced_and_released_in_one_breath():
    assert told(after(claim(K.FILM, "2025-09-01"), claim(K.RELEASED, "2025-09-01")))[0] == "ended"


def test_a_film_of_a_show_with_a_season_to_come_does_not_end_it():
    renewed = claim(K.RENEWED, "2025-01-01", 15)
    assert told(after(renewed, claim(K.FILM, "2025-02-01"))) == ("renewed", 15, "official")
    ending = claim(K.FILM, "2025-02-01", sentence="It will conclude with a film in place of a season 15.")
    assert told(after(renewed, ending)) == ("ending_with_film", None, "official")


def test_a_film_told_of_with_a_season_to_come_does_not_end_it():
    film, date = claim(K.FILM, "2025-08-20"), claim(K.DATE_SET, "2025-08-20", 15, "2026")
    assert told(after(film, date)) == ("unknown", None, None)
    elsewhere = claim(K.DATE_SET, "2025-08-20", 15, "2026", outlet="Another")
    assert told(after(film, elsewhere))[0] == "ending_with_film"


def test_a_christmas_special_ends_nothing():
    special = claim(K.FILM, "2025-09-01", sentence="The BBC has ordered a Christmas special.")
    assert told(after(claim(K.RELEASED, "2025-08-01", 2), special)) == ("awaiting_decision", None, None)


def test_a_finale_special_is_an_ending():
    special = claim(K.FILM, "2025-09-01", sentence="A two-hour finale special will wrap up the story.")
    assert told(after(claim(K.CANCELLED, "2025-08-01"), special)) == ("ending_with_film", None, "official")


def test_an_ended_show_may_go_on_as_a_film():
    assert told(after(claim(K.ENDED, "2024-01-01"), claim(K.FILM, "2025-01-01")))[0] == "ending_with_film"


def test_the_echo_of_a_finale_film_does_not_reopen_the_story():
    status = after(
        claim(K.FILM, "2025-01-01"), claim(K.ENDED, "2025-10-01"), claim(K.FILM, "2025-10-09", outlet="Late News")
    )
    assert told(status)[0] == "ended"


def test_the_season_that_will_not_come_is_the_one_the_news_names():
    film = claim(K.FILM, "2025-04-22", sentence="It ends with a movie in lieu of a fourth season.")
    assert season_given_up(after(film), [film]) == 4
    reversal = claim(K.CANCELLED, "2025-04-22", 3)
    assert season_given_up(after(reversal), [reversal]) == 3


def test_else_it_is_the_last_one_hoped_for():
    hopes = [claim(K.TALK, "2024-10-08", 4, certainty=C.HINTED), claim(K.RELEASED, "2024-10-03", 3)]
    film = claim(K.FILM, "2025-04-22")
    assert season_given_up(after(film, *hopes), [film, *hopes]) == 4
    assert season_given_up(after(film), [film]) is None
    stale = [claim(K.TALK, "2023-10-08", 3, certainty=C.HINTED), claim(K.RELEASED, "2024-10-03", 3)]
    assert season_given_up(after(film, *stale), [film, *stale]) is None
    renewed = claim(K.RENEWED, "2025-04-22", 4)
    assert season_given_up(after(renewed, *hopes), [renewed, *hopes]) is None


# Who may move it


@pytest.mark.parametrize("certainty", [C.HINTED, C.RUMOUR])
@pytest.mark.parametrize("kind", [K.RENEWED, K.CANCELLED, K.FILM, K.ENDED, K.FINAL_SEASON, K.RELEASED, K.REVIVED])
def test_hopes_and_rumours_never_move_the_fate(kind, certainty):
    before = claim(K.RENEWED, "2025-01-01", 2)
    status = after(before, claim(kind, "2025-12-01", 3, certainty=certainty))
    assert told(status) == ("renewed", 2, "official")
    assert not status.disputed


def test_a_speculative_source_alone_moves_nothing():
    leak = claim(K.CANCELLED, "2025-12-01", tier=Tier.SPECULATIVE)
    date = claim(K.DATE_SET, "2025-12-01", 2, "2026-05-01", tier=Tier.SPECULATIVE)
    status = after(claim(K.RENEWED, "2025-01-01", 2), leak, date)
    assert told(status) == ("renewed", 2, "official")
    assert status.next is None
    assert told(after(leak, claim(K.CANCELLED, "2025-12-02")))[0] == "cancelled"


def test_the_certainty_is_that_of_the_best_word():
    reported = claim(K.CANCELLED, "2025-03-01", certainty=C.REPORTED)
    assert told(after(reported)) == ("cancelled", None, "reported")
    official = claim(K.CANCELLED, "2025-03-02")
    confirmed = after(reported, official)
    assert told(confirmed) == ("cancelled", None, "official")
    assert confirmed.cause == official
    assert confirmed.changes[0].claim == reported
    later = claim(K.CANCELLED, "2025-03-05", certainty=C.REPORTED)
    assert told(after(reported, official, later)) == ("cancelled", None, "official")


def test_claims_after_the_moment_and_about_other_shows_do_not_count():
    other = claim(K.CANCELLED, "2025-01-01", show=ShowId("another"))
    assert told(after(other, claim(K.CANCELLED, "2026-02-01"))) == ("unknown", None, None)


def test_an_end_dated_after_the_moment_has_not_come():
    ended = claim(K.ENDED, "2025-12-20", when="2026-01-15")
    assert told(after(ended))[0] == "unknown"
    assert told(after(ended, as_of="2026-01-15"))[0] == "ended"


# Contradictions


def test_renewed_after_a_cancellation_is_disputed_with_both_sides():
    cancelled, renewed = claim(K.CANCELLED, "2025-03-01"), claim(K.RENEWED, "2025-06-01", 3)
    status = after(cancelled, renewed)
    assert told(status) == ("renewed", 3, "official")
    assert (status.disputed, status.against) == (True, cancelled)


def test_a_less_certain_claim_does_not_undo_a_fresh_decision_but_is_shown():
    cancelled = claim(K.CANCELLED, "2025-03-01")
    renewed = claim(K.RENEWED, "2025-03-05", 3, certainty=C.REPORTED)
    status = after(cancelled, renewed)
    assert told(status) == ("cancelled", None, "official")
    assert (status.disputed, status.against) == (True, renewed)
    assert not after(cancelled, renewed, claim(K.CANCELLED, "2025-03-06")).disputed


def test_a_dispute_ends_when_the_winner_is_confirmed():
    status = after(
        claim(K.CANCELLED, "2025-03-01"),
        claim(K.RENEWED, "2025-06-01", 3),
        claim(K.RENEWED, "2025-06-02", 3, outlet="Second Outlet"),
    )
    assert told(status)[0] == "renewed"
    assert not status.disputed


def test_a_revival_is_no_contradiction():
    assert not after(claim(K.CANCELLED, "2025-03-01"), claim(K.REVIVED, "2025-03-02", 3)).disputed


def test_a_renewal_reversed_at_once_is_disputed_and_later_a_change_of_mind():
    renewed = claim(K.RENEWED, "2025-03-01", 3)
    assert after(renewed, claim(K.CANCELLED, "2025-03-02", 3)).disputed
    later = after(renewed, claim(K.CANCELLED, "2025-11-01", 3))
    assert (later.fate, later.disputed) == (Fate.CANCELLED, False)


def test_old_news_told_again_contradicts_nothing():
    renewed = claim(K.RENEWED, "2025-06-01", 3)
    # A vague "after it was cancelled last year" lands after the renewal.
    background = claim(K.CANCELLED, "2025-06-02", background=True, outlet="Late News")
    status = after(renewed, background)
    assert (told(status), status.disputed) == (("renewed", 3, "official"), False)
