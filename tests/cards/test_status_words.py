"""The first line of a status card: every state in words, and never more than the evidence says."""

from __future__ import annotations

import pytest

from bot.cards.status_words import answer
from bot.model.claim import Certainty, Kind
from bot.model.status import Fate


def test_nothing_known(desk):
    assert answer(desk.status()) == (
        "**Nothing decided is known.** "
        "None of the sources watched has told of a renewal, an ending or a cancellation so far."
    )


def test_in_development(desk):
    cause = desk.claim(Kind.ORDERED, by="Apple TV+")
    assert answer(desk.status(Fate.IN_DEVELOPMENT, cause)) == (
        "**In development, not yet on air.** Apple TV+ announced it on 22 April 2025."
    )


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"season": 3, "when": "2024-10-03"}, "Season 3 is out; nothing is decided about more.** Season 3 came out on 3 October 2024."),
        ({"season": 3}, "Season 3 is out; nothing is decided about more.** ScreenWire reported the release on 22 April 2025."),
        ({}, "A season is out; nothing is decided about more.** ScreenWire reported the release on 22 April 2025."),
    ],
)  # fmt: skip
def test_awaiting_a_decision(desk, facts, said):
    assert answer(desk.status(Fate.AWAITING_DECISION, desk.claim(Kind.RELEASED, **facts))) == f"**{said}"


def test_awaiting_a_decision_with_no_release_known(desk):
    assert answer(desk.status(Fate.AWAITING_DECISION)) == "**Nothing is decided about more.**"


def test_renewed(desk):
    cause = desk.claim(Kind.RENEWED, season=4, by="Netflix")
    assert answer(desk.status(Fate.RENEWED, cause, season=4)) == (
        "**Renewed for season 4.** Netflix announced it on 22 April 2025."
    )


def test_reported_is_said_of_the_outlet(desk):
    cause = desk.claim(Kind.RENEWED, certainty=Certainty.REPORTED, outlet="Deadline", by="Netflix")
    assert answer(desk.status(Fate.RENEWED, cause)) == (
        "**Renewed for another season.** Deadline reported it on 22 April 2025."
    )


@pytest.mark.parametrize(("season", "said"), [(5, "Ending with season 5"), (None, "Ending with a final season")])
def test_final_season(desk, season, said):
    cause = desk.claim(Kind.FINAL_SEASON, season=season, by="Netflix")
    assert answer(desk.status(Fate.FINAL_SEASON, cause, season=season)) == (
        f"**{said}.** Netflix announced it on 22 April 2025."
    )


def test_ending_with_a_film(desk):
    cause = desk.claim(Kind.FILM, by="Netflix")
    assert answer(desk.status(Fate.ENDING_WITH_FILM, cause)) == (
        "**Ending with a film.** Netflix announced it on 22 April 2025."
    )


def test_ending_with_a_film_not_a_season_that_the_evidence_names(desk):
    cause = desk.claim(Kind.FILM, by="Netflix")
    assert answer(desk.status(Fate.ENDING_WITH_FILM, cause), instead_of=4) == (
        "**Ending with a film, not a season 4.** Netflix announced it on 22 April 2025."
    )


@pytest.mark.parametrize("fate", sorted(set(Fate) - {Fate.ENDING_WITH_FILM, Fate.CANCELLED}))
def test_no_season_is_given_up_where_the_show_goes_on_or_is_over(desk, fate):
    assert answer(desk.status(fate), instead_of=4) == answer(desk.status(fate))


def test_a_film_after_a_cancellation(desk):
    axed = desk.claim(Kind.CANCELLED, "2022-12-13T10:00")
    film = desk.claim(Kind.FILM, by="Simon Barry")
    changes = (desk.change(Fate.CANCELLED, axed), desk.change(Fate.ENDING_WITH_FILM, film))
    assert answer(desk.status(Fate.ENDING_WITH_FILM, film, changes=changes)) == (
        "**Ending with a film.** Simon Barry announced it on 22 April 2025. It had been cancelled on 13 December 2022."
    )


def test_cancelled(desk):
    cause = desk.claim(Kind.CANCELLED, certainty=Certainty.REPORTED, outlet="TVLine")
    assert answer(desk.status(Fate.CANCELLED, cause)) == "**Cancelled.** TVLine reported it on 22 April 2025."
    assert answer(desk.status(Fate.CANCELLED, cause), instead_of=3).startswith("**Cancelled: no season 3.**")


def test_cancelled_after_a_renewal(desk):
    renewed = desk.claim(Kind.RENEWED, "2019-09-20T10:00", season=4)
    axed = desk.claim(Kind.CANCELLED, by="Netflix")
    changes = (desk.change(Fate.RENEWED, renewed, 4), desk.change(Fate.CANCELLED, axed))
    assert answer(desk.status(Fate.CANCELLED, axed, changes=changes)) == (
        "**Cancelled.** Netflix announced it on 22 April 2025. It had been renewed for season 4 on 20 September 2019."
    )


def test_revived(desk):
    axed = desk.claim(Kind.CANCELLED, "2018-05-10T20:00")
    saved = desk.claim(Kind.REVIVED, "2018-05-11T20:00", season=6, by="NBC")
    changes = (desk.change(Fate.CANCELLED, axed), desk.change(Fate.RENEWED, saved, 6))
    assert answer(desk.status(Fate.RENEWED, saved, season=6, changes=changes)) == (
        "**Revived for season 6.** NBC announced it on 11 May 2018. It had been cancelled on 10 May 2018."
    )


def test_the_next_renewal_of_a_revived_show_is_a_renewal(desk):
    axed = desk.claim(Kind.CANCELLED, "2018-05-10T20:00")
    saved = desk.claim(Kind.REVIVED, "2018-05-11T20:00", season=6)
    again = desk.claim(Kind.RENEWED, "2019-02-27T20:00", season=7, by="NBC")
    changes = (
        desk.change(Fate.CANCELLED, axed),
        desk.change(Fate.RENEWED, saved, 6),
        desk.change(Fate.RENEWED, again, 7),
    )
    assert answer(desk.status(Fate.RENEWED, again, season=7, changes=changes)) == (
        "**Renewed for season 7.** NBC announced it on 27 February 2019."
    )


def test_ended(desk):
    end = desk.claim(Kind.ENDED, when="2025-04-20")
    assert answer(desk.status(Fate.ENDED, end)) == "**Ended.** The end came on 20 April 2025."
    assert answer(desk.status(Fate.ENDED, desk.claim(Kind.ENDED))) == (
        "**Ended.** ScreenWire reported the end on 22 April 2025."
    )


def test_ended_with_its_final_season(desk):
    last = desk.claim(Kind.FINAL_SEASON, "2024-01-10T10:00", season=5)
    end = desk.claim(Kind.ENDED)
    changes = (desk.change(Fate.FINAL_SEASON, last, 5), desk.change(Fate.ENDED, end))
    assert answer(desk.status(Fate.ENDED, end, changes=changes)).startswith("**Ended with season 5.**")


def test_ended_with_its_film(desk):
    film = desk.claim(Kind.FILM)
    out = desk.claim(Kind.RELEASED, "2026-07-17T07:10", when="2026-07-17")
    changes = (desk.change(Fate.ENDING_WITH_FILM, film), desk.change(Fate.ENDED, out))
    assert answer(desk.status(Fate.ENDED, out, changes=changes)) == (
        "**Ended with a film.** The film came out on 17 July 2026."
    )


def test_disputed_names_both_sides(desk):
    renewed = desk.claim(Kind.RENEWED, season=4, by="Netflix")
    axed = desk.claim(Kind.CANCELLED, "2025-04-24T10:00", certainty=Certainty.REPORTED, outlet="TVLine")
    assert answer(desk.status(Fate.RENEWED, renewed, season=4, disputed=True, against=axed)) == (
        "**Renewed for season 4, but that is disputed.** Netflix announced it on 22 April 2025. "
        "But TVLine reported on 24 April 2025 that it is cancelled."
    )


@pytest.mark.parametrize("fate", list(Fate))
def test_a_status_without_its_cause_is_still_answered(desk, fate):
    assert answer(desk.status(fate)).startswith("**")


def test_names_from_feeds_are_escaped(desk):
    cause = desk.claim(Kind.RENEWED, by="**@everyone**")
    assert answer(desk.status(Fate.RENEWED, cause)) == (
        "**Renewed for another season.** \\*\\*@\u200beveryone\\*\\* announced it on 22 April 2025."
    )


def test_what_was_told_in_passing_has_no_day(desk):
    facts = {"certainty": Certainty.REPORTED, "background": True}
    renewed = desk.claim(Kind.RENEWED, "2024-03-16T12:00", season=4, **facts)
    axed = desk.claim(Kind.CANCELLED, "2023-07-16T12:00", **facts)
    changes = (desk.change(Fate.CANCELLED, axed), desk.change(Fate.RENEWED, renewed, 4))
    assert answer(desk.status(Fate.RENEWED, renewed, season=4, changes=changes)) == (
        "**Revived for season 4.** ScreenWire told of it later, in passing. It had been cancelled about July 2023."
    )
