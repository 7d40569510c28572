"""Where a second opinion is asked for, and where the rules are left alone."""

from __future__ import annotations

import pytest

from bot.advice.doubt import doubt_of
from bot.model.claim import Kind
from bot.model.reading import Reading, Trace
from bot.model.show import ShowId
from bot.news.reader import Reader

A, B, C, D = (ShowId(name) for name in "abcd")


def shows_in_doubt(reading):
    found = doubt_of(reading)
    return found.shows if found else None


def said(outcome, rule="renewed"):
    return Trace("sentences", rule, "words", outcome)


@pytest.mark.parametrize(
    "pair",
    [
        (Kind.RENEWED, Kind.CANCELLED),
        (Kind.ENDED, Kind.RENEWED),
        (Kind.FINAL_SEASON, Kind.CANCELLED),
        (Kind.CANCELLED, Kind.ENDED),
        (Kind.REVIVED, Kind.ENDED),
    ],
)
def test_two_things_that_cannot_both_be_so(claim, pair):
    reading = Reading(subjects=(A, B), main=pair[0], claims=tuple(claim(A, kind) for kind in pair))
    assert shows_in_doubt(reading) == (A,)


@pytest.mark.parametrize(
    "pair",
    [
        (Kind.RENEWED, Kind.FINAL_SEASON),
        (Kind.CANCELLED, Kind.FILM),
        (Kind.ENDED, Kind.RELEASED),
        (Kind.CANCELLED, Kind.ORDERED),
        (Kind.CANCELLED, Kind.TALK),
    ],
)
def test_things_that_go_together(claim, pair):
    reading = Reading(subjects=(A,), main=pair[0], claims=tuple(claim(A, kind) for kind in pair))
    assert doubt_of(reading) is None


def test_what_is_old_news_contradicts_nothing(claim):
    claims = (claim(A, Kind.RENEWED), claim(A, Kind.CANCELLED, background=True))
    assert doubt_of(Reading(subjects=(A,), main=Kind.RENEWED, claims=claims)) is None


def test_two_shows_may_fare_differently(claim):
    claims = (claim(A, Kind.RENEWED), claim(B, Kind.CANCELLED))
    assert doubt_of(Reading(subjects=(A, B), main=Kind.RENEWED, claims=claims)) is None


@pytest.mark.parametrize(
    ("subjects", "claimed", "main", "open_"),
    [
        ((A, B, C), (A,), Kind.RENEWED, (B, C)),
        ((A, B, C, D), (A, B), Kind.CANCELLED, (C, D)),
        ((A, B, C), (A, B), Kind.RENEWED, None),
        ((A, B), (A,), Kind.RENEWED, None),
        ((A, B, C), (A,), Kind.TRAILER, None),
        ((A, B, C), (), None, None),
    ],
)
def test_a_round_up_that_did_not_split(claim, subjects, claimed, main, open_):
    reading = Reading(subjects=subjects, main=main, claims=tuple(claim(show, main) for show in claimed))
    assert shows_in_doubt(reading) == open_


@pytest.mark.parametrize(
    ("trace", "asked"),
    [
        (said("a: cancelled, season 4, official (held back)"), True),
        (said("held back: no show is named", "cancelled"), True),
        (said("a: trailer, official (held back)"), False),
        (said("b: cancelled, official (held back)"), False),
        (said("a: cancelled, official"), False),
        (said("held back: no show is named", "trailer"), False),
        (said("held back: a question", "cancelled"), False),
        (said("held back: negated", "cancelled"), False),
        (Trace("titles", "a: cancelled", "words", "a: cancelled (held back)"), False),
    ],
)
def test_something_held_back_beside_a_silent_show(claim, trace, asked):
    reading = Reading(subjects=(A, B), main=Kind.RENEWED, claims=(claim(B),), trace=(trace,))
    assert (doubt_of(reading) is not None) is asked


def test_a_headline_of_no_news_leaves_no_doubt(claim):
    noise = Trace("noise", "review", "Heartstopper review", "a headline of no news")
    claims = (claim(A, Kind.RENEWED), claim(A, Kind.CANCELLED))
    assert doubt_of(Reading(subjects=(A,), claims=claims, trace=(noise,))) is None


def test_an_entry_about_nobody_leaves_no_doubt():
    assert doubt_of(Reading(trace=(said("held back: no show is named", "cancelled"),))) is None


@pytest.mark.parametrize(
    ("title", "content", "open_"),
    [
        ("'Heartstopper' Renewed for Season 4 at Netflix", "", None),
        ("Netflix Renews 'Bridgerton', Cancels 'Wednesday' After Two Seasons", "", None),
        (
            "Netflix Shake-Up: Heartstopper Cancelled",
            "Heartstopper has been renewed for season 4 at Netflix.",
            ("heartstopper",),
        ),
        (
            "Netflix Decides on 'Heartstopper', 'Wednesday' and 'Bridgerton'",
            "Heartstopper has been renewed for a fourth season. The other two got their pink slips.",
            ("wednesday", "bridgerton"),
        ),
        (
            "Heartstopper, Wednesday: the latest",
            "The drama has been renewed for season 4 at Netflix. 'Severance' has been cancelled.",
            ("heartstopper", "wednesday"),
        ),
    ],
)
def test_what_the_reader_leaves_open(entry, shows, title, content, open_):
    assert shows_in_doubt(Reader(shows).read(entry(title, content))) == open_


def test_the_reader_marks_what_it_held_back_in_the_words_that_are_looked_for(entry, shows):
    reading = Reader(shows).read(
        entry("'Heartstopper' Renewed for Season 4 at Netflix", "Netflix has cancelled Heartstopper.")
    )
    dropped = [trace for trace in reading.trace if trace.outcome.endswith("(held back)")]
    assert dropped
    silent = Reading(subjects=reading.subjects, trace=tuple(dropped))
    assert shows_in_doubt(silent) == reading.subjects
