"""Which season a text speaks of."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.news.seasons import CARDINALS, MOST, ORDINALS, find_seasons, season_given_up


def read(text: str) -> list[tuple[tuple[int, ...], bool]]:
    return [(season.numbers, season.final) for season in find_seasons(text)]


@pytest.mark.parametrize(
    ("text", "numbers", "final"),
    [
        ("renewed for season 4", (4,), False),
        ("Season Four premieres", (4,), False),
        ("back for series two", (2,), False),
        ("renewed for S4", (4,), False),
        ("S04E02 recap", (4,), False),
        ("Season 3B arrives", (3,), False),
        ("season 2 episodes", (2,), False),
        ("season two’s finale", (2,), False),
        ("its second-season shoot", (2,), False),
        ("a second run", (2,), False),
        ("the 22nd season", (22,), False),
        ("its twenty-second season", (22,), False),
        ("fourth Lighthouse Row season", (4,), False),
        ("a sixth instalment", (6,), False),
        ("fourth and final season", (4,), True),
        ("11th and Final Season", (11,), True),
        ("its fifth, and last, season", (5,), True),
        ("a fourth, likely final season", (4,), True),
        ("the final season 4", (4,), True),
        ("the final season", (), True),
        ("one last run", (), True),
        ("the last ever season", (), True),
        ("another season", (), False),
        ("two more seasons", (), False),
        ("a two-season renewal", (), False),
        ("seasons five and six", (5, 6), False),
        ("Season 4 and season 5", (4, 5), False),
        ("Seasons 1 and 3", (1, 3), False),
        ("Seasons 5, 6 and 7", (5, 6, 7), False),
        ("seasons 1-3", (1, 2, 3), False),
        ("series 1 to 4", (1, 2, 3, 4), False),
        ("ninth and tenth seasons", (9, 10), False),
        ("cuarta temporada", (4,), False),
        ("la cuarta y última temporada", (4,), True),
        ("a quarta temporada", (4,), False),
        ("la troisième saison", (3,), False),
        ("die vierte Staffel", (4,), False),
        ("Staffel 3", (3,), False),
    ],
)
def test_a_season_is_found_as_it_is_named(text, numbers, final):
    assert read(text) == [(numbers, final)]


@pytest.mark.parametrize(
    "text",
    [
        "season 2.5 million", "season 2024", "season 100", "the season finale", "after six seasons", "the first two seasons",
        "series finale", "the final series of talks", "the fifth time in a row", "S.W.A.T.", "S4.5", "a series regular",
        "its final eight episodes", "ten episodes", "the second episode", "series 5 million", "Seven Kingdoms", "",
    ],
)  # fmt: skip
def test_what_names_no_season(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a film in lieu of a fourth season", 4),
        ("one episode in place of a full third season", 3),
        ("No series four, but a film", 4),
        ("there will not be a season 5", 5),
        ("a fourth season is not planned", None),
        ("season 4 and no film", None),
        ("no more seasons", None),
    ],
)
def test_the_season_that_will_not_be(text, expected):
    assert season_given_up(text) == expected


def test_several_seasons_are_found_in_order_with_their_places():
    text = "Season 2 is out; a third and final season follows."
    assert [text[s.start : s.end] for s in find_seasons(text)] == ["Season 2", "third and final season"]


@settings(deadline=None)
@given(st.integers(1, MOST))
def test_every_number_is_read(number):
    assert read(f"Season {number} is coming.") == [((number,), False)]


def test_words_and_ordinals_are_read_alike():
    for word, number in CARDINALS.items():
        assert read(f"season {word}") == [((number,), False)]
    for word, number in ORDINALS.items():
        noun = "temporada" if word in {"primera", "primeira"} else "season"
        assert read(f"the {word} {noun}") == [((number,), False)]


WORDS = "season seasons series S4 S٣ 3 ٣ fourth and & - , to final last two more run"
texts = st.text(max_size=150) | st.lists(st.sampled_from(WORDS.split()), max_size=15).map(" ".join)


@settings(deadline=None)
@given(texts)
def test_reading_never_fails(text):
    end = 0
    for season in find_seasons(text):
        assert all(1 <= number <= MOST for number in season.numbers)
        assert end <= season.start < season.end <= len(text)
        end = season.end


@pytest.mark.parametrize(
    "piece", ["fourth ", "season ", "season 1, ", "final ", "a new ", "Seasons 1, 1 ", "fourth and "]
)
def test_hostile_text_takes_bounded_time(piece):
    started = time.perf_counter()
    find_seasons(piece * (40_000 // len(piece)) + "season")
    assert time.perf_counter() - started < 2
