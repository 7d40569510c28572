"""Dates in news text: EDTF relative to the day of publication, and what is no date at all."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model.when import When
from bot.news.lexicon.calendar_words import CUES, NUMBERED, RULES
from bot.news.lexicon.date_forms import FORMS
from bot.news.lexicon.dates import find_dates, release_date

TUESDAY = datetime(2025, 4, 22, 12, tzinfo=UTC)
TABLE = Path(__file__).resolve().parents[2].parent / "shared" / "eval" / "dates.tsv"


def rows() -> list[tuple[str, str]]:
    if not TABLE.is_file():
        return []
    lines = TABLE.read_text("utf-8").splitlines()
    return [(line.split("\t")[0], line.split("\t")[1]) for line in lines if line and not line.startswith("#")]


@pytest.mark.skipif(not TABLE.is_file(), reason="the labelled table is not here")
def test_every_row_of_the_labelled_table_is_read_right():
    wrong = {text: release_date(text, TUESDAY) for text, edtf in rows() if (release_date(text, TUESDAY) or "") != edtf}
    assert wrong == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Days
        ("launches Saturday, May 3", "2025-05-03"),
        ("from 26th of November", "2025-11-26"),
        ("Wed., Sept. 24: Mercy Street (CBS)", "2025-09-24"),
        ("begins on Monday 13 October", "2025-10-13"),
        ("will open on Sunday, September 7", "2025-09-07"),
        ("on Friday the 5th of June", "2025-06-05"),
        ("Dragon season 3 (HBO): summer", "2025-22"),
        ("lands on the 2nd of June 2026", "2026-06-02"),
        ("Aug 5th", "2025-08-05"),
        ("on Jan. 5", "2026-01-05"),
        ("release date at Starz: 7/21", "2025-07-21"),
        ("premieres 2/3", "2026-02-03"),
        ("on 25/12/2025", "2025-12-25"),
        ("due 2026-03-04", "2026-03-04"),
        ("this Friday", "2025-04-25"),
        ("next Thursday", "2025-05-01"),
        ("airs Tuesday", "2025-04-22"),
        ("yesterday", "2025-04-21"),
        ("in two weeks", "2025-05-06"),
        ("three days ago", "2025-04-19"),
        ("on New Year’s Eve", "2025-12-31"),
        ("on Halloween", "2025-10-31"),
        # Months and seasons
        ("in late July", "2025-07"),
        ("early June 2026", "2026-06"),
        ("set for June", "2025-06"),
        ("in March", "2026-03"),
        ("this April", "2025-04"),
        ("back in six months", "2025-10"),
        ("at Christmas", "2025-12"),
        ("before Christmas", "2025-10/2025-12"),
        ("December 2025/January 2026", "2025-12/2026-01"),
        ("between September and November", "2025-09/2025-11"),
        ("the autumn of 2026", "2026-23"),
        ("by autumn", "2025-23"),
        ("a fall premiere", "2025-23"),
        ("next autumn", "2026-23"),
        ("spring or summer 2026", "2026-21/2026-22"),
        # Windows and years
        ("early next year", "2026-01/2026-04"),
        ("late this year", "2025-09/2025-12"),
        ("early-to-mid 2026", "2026-01/2026-08"),
        ("mid 2026", "2026-05/2026-08"),
        ("the tail end of 2026", "2026-09/2026-12"),
        ("by the end of 2026", "2026"),
        ("in the new year", "2026"),
        ("later in 2026", "2026"),
        ("in Q4", "2025-10/2025-12"),
        ("in Q1", "2026-01/2026-03"),
        ("the first quarter of next year", "2026-01/2026-03"),
        ("the first half of 2026", "2026-01/2026-06"),
        ("next week", "2025-04-28/2025-05-04"),
        ("next weekend", "2025-05-03/2025-05-04"),
        # Other languages
        ("llega el 17 de julio de 2026", "2026-07-17"),
        ("am 3. Oktober 2025", "2025-10-03"),
        ("le 1er juin 2025", "2025-06-01"),
        ("em março de 2026", "2026-03"),
        ("im Herbst 2026", "2026-23"),
        ("en été 2026", "2026-22"),
    ],
)
def test_what_is_to_come(text, expected):
    assert release_date(text, TUESDAY) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on March 24", "2025-03-24"),
        ("on Thursday", "2025-04-17"),
        ("in October", "2024-10"),
        ("in the autumn", "2024-23"),
        ("last spring", "2024-21"),
        ("last summer", "2024-22"),
        ("last month", "2025-03"),
        ("last weekend", "2025-04-19/2025-04-20"),
        ("last year", "2024"),
        ("late last year", "2024-09/2024-12"),
        ("a year ago", "2024"),
        ("in Q4", "2024-10/2024-12"),
        ("since 2019", "2019"),
    ],
)
def test_what_has_been(text, expected):
    assert [found.past for found in find_dates(text, TUESDAY)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "working 24/7 on it", "rated 10/10 by fans", "a 9/11 drama", "4/5 stars", "the class of '26",
        "told The Sunday Times", "wrote in The Mail on Sunday", "a Black Friday deal", "Saturday Night Live",
        "June Osborne returns", "April plays the villain", "Ant and Dec return", "Jan Komasa directs",
        "viewers may watch", "fans march on the studio", "ratings fall again", "prices spring up", "Winter is coming",
        "Blade Runner 2049", "the 1990s", "$2026", "2,025 episodes", "the 2025-26 season",
        "for the first time in six months", "in two years", "a Halloween special", "the Christmas special",
        "Entertainment Tonight", "USA Today", "The Tonight Show", "Season 4", "episode 12", "at 9/8c",
    ],
)  # fmt: skip
def test_what_is_no_date(text):
    assert find_dates(text, TUESDAY) == []


def test_several_dates_are_found_in_order_with_their_places():
    text = "Part 1 arrives on 26 November, part 2 on Christmas Day and the finale on New Year's Eve."
    found = find_dates(text, TUESDAY)
    assert [f.coming for f in found] == ["2025-11-26", "2025-12-25", "2025-12-31"]
    assert [text[f.start : f.end] for f in found] == ["26 November", "Christmas Day", "New Year's Eve"]


def test_a_winter_belongs_to_the_year_it_begins_in():
    assert release_date("this winter", datetime(2026, 1, 10, tzinfo=UTC)) == "2025-24"
    assert release_date("this winter", datetime(2026, 6, 10, tzinfo=UTC)) == "2026-24"


def test_a_leap_day_needs_a_leap_year_to_be_exact():
    assert release_date("on February 29, 2028", TUESDAY) == "2028-02-29"
    assert release_date("on February 29, 2027", TUESDAY) != "2027-02-29"
    assert release_date("on February 29", TUESDAY) is not None


def test_every_pattern_has_a_meaning_and_cues():
    assert set(RULES) == set(FORMS) == set(CUES)
    assert set(RULES) >= NUMBERED


WORDS = """in on by at the this next last early mid late to of or and end year month week weekend day spring summer autumn
    fall winter January Feb. March may June Sept Dec Monday Fri. Christmas Eve Day Halloween New Year's quarter half
    first second final Q1 Q5 2025 2026 1999 2077 31 30 29 0 00 5th 12/25 2/30 13/13 2026-02-30 2026-07-17 ago days
    weeks years a couple three , . - / – ’s later before holidays tonight tomorrow premiere julio de Herbst été
    ٢٠٢٦ 20٢٦ ２０２６ K"""
words = st.sampled_from(WORDS.split())
texts = st.lists(words, max_size=14).map(" ".join) | st.text(max_size=120)
moments = st.dates(date(1970, 1, 1), date(2100, 12, 31)).map(
    lambda day: datetime(day.year, day.month, day.day, tzinfo=UTC)
)


@settings(max_examples=500, deadline=None)
@given(texts, moments)
def test_reading_never_fails_and_always_gives_edtf(text, published):
    end = 0
    for found in find_dates(text, published):
        assert When.parse(found.coming).text == found.coming
        assert When.parse(found.past).text == found.past
        assert end <= found.start < found.end <= len(text)
        end = found.end


@settings(deadline=None)
@given(texts)
def test_the_look_for_cues_hides_no_match(text):
    small = text.lower()
    for name, pattern in RULES.items():
        if small.isascii() and pattern.search(text):
            assert any(cue in small for cue in CUES[name]), name
            assert name not in NUMBERED or any(letter.isdigit() for letter in text)


@settings(deadline=None)
@given(st.dates(date(2025, 4, 23), date(2026, 3, 1)))
def test_a_day_is_read_whichever_way_it_is_written(day):
    month = day.strftime("%B")
    for text in (f"{month} {day.day}", f"{day.day} {month}", f"{month} {day.day}, {day.year}", day.isoformat()):
        assert release_date(f"It premieres on {text}.", TUESDAY) == day.isoformat()


@pytest.mark.parametrize(
    "piece",
    [
        "in the ",
        "early-",
        "Jan to ",
        "3 de ",
        "12/",
        "2026 or ",
        "May ",
        "Mon., ",
        "the first quarter of ",
        "1",
        " ",
        "mid-to-",
    ],
)
def test_hostile_text_takes_bounded_time(piece):
    text = piece * (40_000 // len(piece)) + "2026"
    started = time.perf_counter()
    find_dates(text, TUESDAY)
    assert time.perf_counter() - started < 1
