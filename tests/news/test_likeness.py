"""How alike texts are; and which talk, and which news without names, is one story by its text."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.claim import Certainty, Kind
from bot.model.reading import StoryKey
from bot.model.show import ShowId
from bot.model.source import EVERYONE
from bot.model.story import Story
from bot.news.likeness import counts_of, likeness
from bot.news.stories import same_story

NOON = datetime(2025, 4, 22, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
SHOW = ShowId("copper-sky")


def key(kind=Kind.TALK, season=None, slot="unconfirmed"):
    return StoryKey(SHOW, kind, season, slot)


def story(summary, of=None, opened=NOON):
    return Story(
        scope=EVERYONE,
        key=of or key(),
        certainty=Certainty.HINTED,
        headline="Hope for more",
        summary=summary,
        opened=opened,
        latest=opened,
    )


def joins(known, text, of=None, later=HOUR):
    """Whether an entry with this text joins the story that is known."""
    return same_story(of or key(), NOON + later, [known], text) is known


# Texts


def test_the_same_text_is_alike_and_another_is_not():
    one, other = counts_of("Dean Alvaro dreams of a desert wedding"), counts_of("Budget cuts hit the studio hard")
    assert likeness(one, [one, other]) == [pytest.approx(1.0), 0.0]


def test_words_that_all_news_has_and_those_given_count_for_nothing():
    assert likeness(counts_of("the season and the show"), [counts_of("the season and the show")]) == [0.0]
    assert likeness(counts_of("Copper Sky"), [counts_of("Copper Sky")], ["copper", "sky"]) == [0.0]


def test_what_few_texts_have_counts_for_more():
    text = counts_of("desert drama budget wedding")
    others = [counts_of(words) for words in ("desert drama rain", "desert drama storm", "budget wedding snow")]
    first, second, third = likeness(text, others)
    assert third > first == second


@given(st.text(max_size=200), st.lists(st.text(max_size=200), max_size=5))
def test_it_is_a_cosine_and_the_same_both_ways(text, others):
    counts = [counts_of(other) for other in others]
    found = likeness(counts_of(text), counts)
    assert all(0 <= figure <= 1 for figure in found)
    if len(counts) == 1:
        assert likeness(counts[0], [counts_of(text)]) == found


# Stories

HOPE = "Dean Alvaro would love to return to the desert, the creator told a podcast on Monday."
AGAIN = "Copper Sky creator Dean Alvaro tells a podcast that he would love to go back to the desert"
OTHER = "The network boss calls the budget of the show a headache at a conference in Las Vegas."


def test_talk_of_the_same_is_one_story_and_other_talk_another():
    assert joins(story(HOPE), AGAIN)
    assert not joins(story(HOPE), OTHER)


def test_of_several_the_most_alike_is_taken_whatever_their_order():
    hope, budget = story(HOPE), story(OTHER)
    for among in ([hope, budget], [budget, hope]):
        assert same_story(key(), NOON + HOUR, among, AGAIN) is hope


def test_the_same_words_of_another_person_are_another_story():
    known = story("Nia Long hopes for another desert season, she told a podcast.")
    assert not joins(known, "Jim Beaver hopes for another desert season, he told a podcast")


def test_after_the_first_wave_more_must_be_alike():
    vaguely = "A podcast heard of love for the desert, and of plans with horses, canyons, rivers and trains"
    assert joins(story(HOPE), vaguely)
    assert not joins(story(HOPE), vaguely, later=timedelta(days=3))
    assert joins(story(HOPE), AGAIN, later=timedelta(days=3))
    assert not joins(story(HOPE), AGAIN, later=timedelta(days=5))


def test_a_season_that_both_name_needs_no_likeness():
    assert joins(story(HOPE, key(season=4)), "Season four is all that fans want", key(season=4))


def test_news_of_people_without_names_is_told_apart_by_its_text():
    bare = key(Kind.CAST, slot="")
    known = story("A rapper joins as the new sheriff of the canyon town.", bare)
    again = "New sheriff of the canyon town is a rapper"
    assert joins(known, again, bare)
    assert joins(known, again, bare, later=timedelta(days=6))
    assert not joins(known, "Two comedians board as twin bankers", bare)


def test_without_texts_the_key_alone_decides():
    assert same_story(key(), NOON + HOUR, [story("")], OTHER) is not None
    assert same_story(key(), NOON + HOUR, [story(HOPE)]) is not None


def test_a_text_does_not_stand_in_the_way_of_a_decision():
    of = key(Kind.RENEWED, 4, "")
    assert same_story(of, NOON + HOUR, [story(HOPE, of)], OTHER) is not None
