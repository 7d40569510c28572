"""The part of EDTF that is used: bounds, order and words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model.when import When, WhenError


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2026-07-17", "2026-07-17", "2026-07-17"),
        ("2028-02", "2028-02-01", "2028-02-29"),
        ("2026", "2026-01-01", "2026-12-31"),
        ("2025-21", "2025-03-01", "2025-05-31"),
        ("2025-22", "2025-06-01", "2025-08-31"),
        ("2025-23", "2025-09-01", "2025-11-30"),
        ("2025-24", "2025-12-01", "2026-02-28"),
        ("2026-01/2026-04", "2026-01-01", "2026-04-30"),
        ("2026/2027", "2026-01-01", "2027-12-31"),
        ("2026-21/2026-22", "2026-03-01", "2026-08-31"),
    ],
)
def test_a_date_has_a_first_and_a_last_day(text, start, end):
    when = When.parse(text)
    assert (when.start.isoformat(), when.end.isoformat(), when.text) == (start, end, text)
    assert when.is_day == (start == end)


@pytest.mark.parametrize(
    "text",
    ["", "soon", "26", "2026-7-1", "2026-13", "2026-00-01", "2026-02-30", "2026-25", "2026-07-17T10:00", "/",
     "2027/2026", "2026-22-05", "0000", "2026-07/x", "2026 "],
)  # fmt: skip
def test_what_is_no_date_is_refused_in_words(text):
    with pytest.raises(WhenError):
        When.parse(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2026-07-17", "17 July 2026"),
        ("2026-07", "July 2026"),
        ("2026", "2026"),
        ("2025-23", "autumn 2025"),
        ("2026-01/2026-04", "early 2026"),
        ("2026-05/2026-08", "mid-2026"),
        ("2026-09/2026-12", "late 2026"),
        ("2026-10/2026-12", "the last quarter of 2026"),
        ("2026-07/2026-12", "the second half of 2026"),
        ("2026-02/2026-03", "February to March 2026"),
        ("2025-12/2026-01", "December 2025 to January 2026"),
        ("2026/2027", "2026 to 2027"),
        ("2026-21/2026-22", "spring 2026 to summer 2026"),
        ("2025-04-28/2025-05-04", "28 April 2025 to 4 May 2025"),
    ],
)
def test_words_are_no_more_precise_than_the_date(text, words):
    assert When.parse(text).words() == words


def test_the_preposition_fits():
    assert When.parse("2026-07-17").preposition() == "on"
    assert When.parse("2026-07").preposition() == "in"


points = (
    st.dates(date(1900, 1, 1), date(2100, 1, 1)).map(date.isoformat)
    | st.tuples(st.integers(1900, 2100), st.integers(1, 12) | st.integers(21, 24)).map(lambda p: f"{p[0]}-{p[1]:02}")
    | st.integers(1900, 2100).map(str)
)


@settings(deadline=None)
@given(points)
def test_a_point_lies_within_its_own_bounds(text):
    when = When.parse(text)
    assert when.start <= when.end
    assert when.start.year == int(text[:4])
    assert when.words()


@settings(deadline=None)
@given(points, points)
def test_an_interval_runs_from_the_first_to_the_last_day(first, last):
    a, b = When.parse(first), When.parse(last)
    if b.end < a.start:
        with pytest.raises(WhenError):
            When.parse(f"{first}/{last}")
    else:
        both = When.parse(f"{first}/{last}")
        assert (both.start, both.end) == (a.start, b.end)
        assert both.words()


@settings(deadline=None)
@given(points, points)
def test_dates_are_ordered_by_when_they_may_begin(first, last):
    a, b = When.parse(first), When.parse(last)
    if a < b:
        assert a.start <= b.start


@settings(deadline=None)
@given(st.text(max_size=20) | st.from_regex(r"\d{4}(-\d\d){0,2}(/\d{4}(-\d\d)?)?", fullmatch=True))
def test_any_text_is_a_date_or_refused(text):
    try:
        when = When.parse(text)
    except WhenError:
        return
    assert when.start <= when.end
