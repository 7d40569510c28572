from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue.fold import squeeze, words
from bot.catalogue.index import TitleIndex


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("serverance", "severance"),
        ("the baer", "the-bear"),
        ("baer", "the-bear"),
        ("yuo", "you"),
        ("wensday", "wednesday"),
        ("heart stoper", "heartstopper"),
        ("heartstopper 4", "heartstopper"),
        ("house of dragons", "house-of-the-dragon"),
        ("lord of the rings", "the-rings-of-power"),
        ("grays anatomi", "greys-anatomy"),
        ("mandalorean", "the-mandalorian"),
        ("star trek strange worlds", "star-trek-strange-new-worlds"),
        ("only murders building", "only-murders-in-the-building"),
        ("la casa del papel", "money-heist"),
    ],
)
def test_the_nearest_show_is_the_one_that_was_meant(shipped, typed, meant):
    assert shipped.find(typed) == ()
    assert shipped.closest(typed, 3)[0].id == meant


@pytest.mark.parametrize(
    "typed",
    ["", "zz", "the", "of the", "asdfgh", "qwertyuiop", "xyzzy plugh", "pizza", "!!!", "z" * 5_000, "ㅋㅋㅋㅋㅋ"],
)
def test_nonsense_is_near_to_nothing(shipped, typed):
    assert shipped.closest(typed, 3) == ()


def test_an_empty_catalogue_knows_nothing_near():
    assert TitleIndex(()).closest("dark", 3) == ()


@given(st.data())
def test_one_slip_in_a_name_still_suggests_the_show(shipped, shipped_shows, data):
    show = data.draw(st.sampled_from(shipped_shows))
    key = squeeze(words(show.name))
    at = data.draw(st.integers(0, len(key) - 1))
    slipped = data.draw(
        st.sampled_from([key[:at] + key[at + 1 :], f"{key[:at]}x{key[at:]}", f"{key[:at]}x{key[at + 1 :]}"])
    )
    # A leading "the" that was mistyped counts among the letters, so a short name may be out of reach.
    if len(slipped) >= 3:
        assert show in shipped.find(slipped) or show in shipped.closest(slipped, 50)


@given(text=st.text(max_size=120), limit=st.integers(-1, 5))
def test_suggestions_are_bounded_whatever_is_typed(shipped, text, limit):
    near = shipped.closest(text, limit)
    assert len(near) == len(set(near)) <= max(limit, 0)
