"""What a second opinion may do to a reading: lower a certainty, add what moves no fate; and never more."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.advice.check import Opinion
from bot.advice.weigh import RULE, weigh
from bot.model.claim import Certainty, Kind
from bot.model.reading import Reading
from bot.model.show import ShowId
from bot.model.source import Tier
from bot.news.evidence import is_trusted
from bot.news.reader import Reader
from bot.news.status import replay
from bot.news.stories import key_of

A, B, C = ShowId("heartstopper"), ShowId("wednesday"), ShowId("bridgerton")


def opinion(show=A, kind=Kind.RENEWED, certainty=Certainty.RUMOUR, season=None, when=None):
    return Opinion(show, kind, certainty, season, when, f"A sentence on {show}.")


def reading_of(*claims, subjects=(A, B, C)):
    first = {one.show: one for one in reversed(claims)}
    stories = tuple(key_of(one) for one in claims if first[one.show] is one)
    main = claims[0].kind if claims else None
    return Reading(subjects=subjects, main=main, claims=claims, stories=stories, summary="Told.")


@pytest.fixture
def find(shows):
    return {show.id: show for show in shows}.get


@pytest.fixture
def opine(entry, find):
    return lambda reading, *opinions: weigh(reading, opinions, entry(), find)


def test_a_claim_is_lowered_and_says_so(opine, claim):
    before = reading_of(claim(season=4, sentence="Renewed, they say."))
    after = opine(before, opinion(season=4, certainty=Certainty.REPORTED))
    (lowered,) = after.claims
    assert lowered == replace(before.claims[0], certainty=Certainty.REPORTED, rule="a rule, second opinion")
    assert (after.main, after.stories, after.subjects) == (before.main, before.stories, before.subjects)
    assert [(one.rule, one.text, one.outcome) for one in after.trace] == [
        ("lowered", "Renewed, they say.", "heartstopper: renewed, season 4, reported")
    ]


@pytest.mark.parametrize("said", [Certainty.OFFICIAL, Certainty.REPORTED, Certainty.HINTED])
def test_nothing_is_raised(opine, claim, said):
    before = reading_of(claim(certainty=Certainty.HINTED))
    assert opine(before, opinion(certainty=said)) == before


@pytest.mark.parametrize(
    "other",
    [{"season": 5}, {"kind": Kind.CANCELLED}, {"show": B, "kind": Kind.CANCELLED}],
)
def test_an_opinion_of_something_else_lowers_nothing(opine, claim, other):
    before = reading_of(claim(season=4), claim(B))
    assert opine(before, opinion(**other)) == before


def test_of_two_opinions_the_less_certain_counts(opine, claim):
    ranks = (Certainty.REPORTED, Certainty.RUMOUR, Certainty.HINTED)
    after = opine(reading_of(claim()), *(opinion(certainty=one) for one in ranks))
    assert after.claims[0].certainty is Certainty.RUMOUR


def test_what_is_no_longer_certain_makes_a_story_that_its_confirmation_does_not_join(opine, claim):
    after = opine(reading_of(claim(season=4), claim(B, Kind.CANCELLED)), opinion(season=4))
    assert after.stories == (key_of(after.claims[0]), key_of(claim(B, Kind.CANCELLED)))
    assert after.stories[0].slot == "unconfirmed"
    assert (after.stories[0].show, after.stories[0].kind, after.stories[0].season) == (A, Kind.RENEWED, 4)


def test_a_silent_show_gets_a_claim_that_moves_no_fate(opine, claim, entry):
    before = reading_of(claim())
    told = opinion(B, Kind.CANCELLED, Certainty.OFFICIAL, season=3, when="2026")
    after = opine(before, told)
    kept, added = after.claims
    assert kept == before.claims[0]
    assert (added.show, added.kind, added.season, added.when) == (B, Kind.CANCELLED, 3, "2026")
    assert (added.certainty, added.tier, added.rule) == (Certainty.REPORTED, Tier.SPECULATIVE, RULE)
    assert (added.sentence, added.happened, added.url) == (told.sentence, entry().published, entry().url)
    assert not is_trusted(added)
    assert (after.main, after.stories, after.summary) == (before.main, before.stories, before.summary)
    assert [(one.rule, one.outcome) for one in after.trace] == [("added", "wednesday: cancelled, season 3, reported")]


def test_nothing_is_added_to_what_the_rules_say_of_a_show(opine, claim):
    # The story's headline is made of all claims of its show.
    before = reading_of(claim())
    assert opine(before, opinion(A, Kind.FILM, Certainty.REPORTED)) == before


def test_nothing_is_added_about_a_show_that_the_entry_is_not_about(opine, claim):
    before = reading_of(claim(), subjects=(A,))
    assert opine(before, opinion(B, Kind.CANCELLED)) == before


def test_the_same_is_added_once(opine, claim):
    said = [opinion(B, Kind.CANCELLED, one) for one in (Certainty.REPORTED, Certainty.RUMOUR)]
    after = opine(reading_of(claim()), *said)
    assert [one.certainty for one in after.claims[1:]] == [Certainty.RUMOUR]


def test_the_summary_is_as_careful_as_the_claim(entry, find, shows):
    told = entry("Netflix Shake-Up: Heartstopper Cancelled", "Heartstopper has been renewed for season 4 at Netflix.")
    before = Reader(shows).read(told)
    after = weigh(before, [opinion(A, Kind.CANCELLED)], told, find)
    assert before.summary.startswith("Heartstopper: cancelled.")
    assert after.summary.startswith("Heartstopper: rumour: cancelled.")
    assert after.summary.split(". ", 1)[1] == before.summary.split(". ", 1)[1]
    assert replace(after, claims=(), stories=(), trace=(), summary="") == replace(
        before, claims=(), stories=(), trace=(), summary=""
    )


_KINDS, _CERTAINTIES = st.sampled_from(list(Kind)), st.sampled_from(list(Certainty))
_SHOWS = st.sampled_from([A, B, C])
_SEASONS = st.none() | st.integers(1, 5)
_OPINIONS = st.builds(opinion, _SHOWS, _KINDS, _CERTAINTIES, _SEASONS)


@given(
    st.lists(
        st.tuples(_SHOWS, _KINDS, _CERTAINTIES, _SEASONS), max_size=5, unique_by=lambda one: (one[0], one[1], one[3])
    ),
    st.lists(_OPINIONS, max_size=6),
)
def test_whatever_is_said_nothing_is_raised_removed_or_decided(claim, entry, shows, told, opinions):
    claims = [claim(show, kind, certainty=certainty, season=season) for show, kind, certainty, season in told]
    before = reading_of(*claims)
    after = weigh(before, opinions, entry(), {show.id: show for show in shows}.get)
    assert (after.subjects, after.mentions, after.main) == (before.subjects, before.mentions, before.main)
    assert [(k.show, k.kind, k.season) for k in after.stories] == [(k.show, k.kind, k.season) for k in before.stories]
    for was, now in zip(before.claims, after.claims, strict=False):
        assert replace(now, certainty=was.certainty, rule=was.rule) == was
        assert now.certainty.rank >= was.certainty.rank
    added = after.claims[len(before.claims) :]
    assert not any(is_trusted(one) for one in added)
    for show in (A, B, C):
        kept = [one for one in after.claims if one not in added]
        as_of = entry().published
        with_them, without = replay(show, after.claims, as_of), replay(show, kept, as_of)
        assert (with_them.fate, with_them.season, with_them.disputed, with_them.changes, with_them.next) == (
            without.fate, without.season, without.disputed, without.changes, without.next,
        )  # fmt: skip
