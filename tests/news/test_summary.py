"""A summary is true to the entry: bounded, no number or name that it lacks, no old news, sentences whole."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.news.summary import MAX_LENGTH, cut


def test_it_begins_with_what_happened_and_adds_what_the_entry_tells(reader, entry):
    reading = reader.read(
        entry(
            "Hulu cancels Copper Sky",
            "The desert drama ends after three seasons, the streamer confirmed.",
            "<p>Dean Alvaro thanked the crew in a long post.</p><p>It was renewed in May 2023.</p>",
        )
    )
    assert reading.summary == (
        "Copper Sky: cancelled. The desert drama ends after three seasons, the streamer confirmed. "
        "Dean Alvaro thanked the crew in a long post."
    )


def test_a_number_that_the_entry_writes_as_a_word_is_not_written_as_a_number(reader, entry):
    reading = reader.read(
        entry("Hulu renews Copper Sky for a fourth season", "The desert drama goes on, the streamer said.")
    )
    assert reading.claims[0].season == 4
    assert "4" not in reading.summary


def test_a_bare_headline_still_makes_a_summary(reader, entry):
    reading = reader.read(entry("Hulu axes Copper Sky"))
    assert 40 <= len(reading.summary) <= 400


def test_quotes_are_left_in_pairs(reader, entry):
    reading = reader.read(
        entry(
            "Hulu renews Copper Sky for season 4",
            "“We are thrilled to go back to the desert. It is “home” to us all, the team wrote.",
        )
    )
    assert reading.summary.count("“") == reading.summary.count("”")


def test_links_and_chatter_are_left_out(reader, entry):
    reading = reader.read(
        entry(
            "Hulu renews Copper Sky for season 4",
            "Sign up for our newsletter to get all the desert drama news. Hulu has given the desert drama one more year.",
            "Read more\n• Yellowjackets: everything that happened this year",
        )
    )
    assert "newsletter" not in reading.summary
    assert "Yellowjackets" not in reading.summary


@given(st.text(max_size=1_500))
@settings(max_examples=100, deadline=None)
def test_a_cut_is_short_enough_and_ends_clean(text):
    short = cut(text)
    assert len(short) <= MAX_LENGTH
    assert short == text or short.endswith(("…", ".", "!", "?"))
    assert re.sub(r"…$", "", short) == text[: len(re.sub(r"…$", "", short))] or short.endswith("…")


@pytest.mark.parametrize(
    ("title", "opening"),
    [
        ("Zendaya Coleman joins Vigil series three", "Vigil: Zendaya Coleman joins the cast."),
        ("Nia Long and Jim Beaver Join ‘Landman’", "Landman: Nia Long and Jim Beaver join the cast."),
        ("Vigil: Suranne Jones not returning for series three", "Vigil: Suranne Jones leaves the cast."),
        ("CBS Passes on ‘Elsbeth’ Spinoff", "Elsbeth: no spin-off is to be made."),
        ("Gavin & Stacey: James Corden rules out another series", "Gavin & Stacey: more is ruled out."),
        ("Outlander: the last ever episode aired on Starz last night", "Outlander: over, the last episode is out."),
    ],
)
def test_it_opens_with_one_colon_and_leaves_names_as_they_are(reader, entry, title, opening):
    assert reader.read(entry(title)).summary.startswith(opening)
