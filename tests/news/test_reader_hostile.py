"""Any text is read: nothing raises, nothing hangs, and what is said stays within what the entry says."""

from __future__ import annotations

import re
import string
import time
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model.entry import Entry
from bot.model.show import Show, ShowId
from bot.model.source import Tier
from bot.news.reader import Reader

SHOWS = (
    Show(ShowId("copper-sky"), "Copper Sky", network="Hulu", people=("Dean Alvaro",)),
    Show(ShowId("you"), "You", network="Netflix"),
    Show(ShowId("odd"), "(a+)+$ [Odd] *Title*", aliases=("…", "  ", "24", "\ue000")),
)
READER = Reader(SHOWS)
PIECES = st.sampled_from(
    [
        "Copper Sky", "You", "renewed", "cancelled", "season 4", "fourth and final season", "by Hulu", "“", "”", "‘", "’",
        "after", "not", "has been", "<p>", "</p>", "<li>", "film", "instead of", "on 3 June", "next year", "?", ".", ", ",
        "Dean Alvaro", "joins", "trailer", "\ue000", "\ue200", "&amp;", "2025", "S4", "—", ":", "(", ")", "\n", "the show",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=40).map(" ".join))


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS, TEXTS)
def test_reads_any_text_and_keeps_to_it(title, summary, content):
    reading = READER.read(_entry(title, summary, content))
    assert not set(reading.subjects) & set(reading.mentions)
    assert {claim.show for claim in reading.claims} <= set(reading.subjects)
    assert (reading.main is None) == all(claim.background for claim in reading.claims)
    keys = [(claim.show, claim.kind, claim.season) for claim in reading.claims]
    assert len(keys) == len(set(keys))
    if reading.summary:
        assert 40 <= len(reading.summary) <= 400
        source = f"{title} {summary} {content}"
        assert _numbers(reading.summary) <= _numbers(source)
    else:
        assert reading.main is None


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=60), st.text(max_size=120))
def test_any_name_can_be_a_show(name, text):
    reader = Reader((Show(ShowId("x"), name, (name * 3,), people=(name,), network=name),))
    reader.read(_entry(f"{name} renewed for season 2", text, name))
    reader.remove(ShowId("x"))
    assert reader.read(_entry(f"{name} renewed for season 2", text, name)).subjects == ()


@pytest.mark.parametrize(
    "evil",
    [
        "Copper Sky " + "renewed " * 80,
        "Copper Sky " + "season 4 " * 80,
        "Copper Sky " + "a " * 340,
        "Copper Sky " + "a-" * 340,
        "Copper Sky " + "Dean Alvaro and " * 40,
        "Copper Sky, " * 55,
        "‘Copper Sky’ " * 50,
        "“" * 600 + "Copper Sky",
        "Copper Sky " + "to end with the final " * 30,
        "Copper Sky not not not " + "cancelled after " * 40,
        "Copper Sky " + "3 June, " * 80,
        "Copper Sky " + "Will Return To " * 45,
    ],
)
def test_no_text_makes_a_search_slow(evil):
    item = _entry(evil, evil, f"<p>{evil}.</p>" * 20)
    started = time.perf_counter()
    READER.read(item)
    assert time.perf_counter() - started < 2


@given(st.text(alphabet=string.ascii_letters + "<>&'\" ", max_size=400))
@settings(max_examples=60, deadline=None)
def test_markup_in_any_state_is_read(markup):
    READER.read(_entry("Copper Sky renewed for season 4", markup, markup))


def _numbers(text):
    return {digits.lstrip("0") or "0" for digits in re.findall(r"\d+", text)}


def _entry(title, summary, content):
    return Entry(
        outlet="Tellybox",
        tier=Tier.OUTLET,
        url="",
        title=title,
        published=datetime(2025, 6, 3, 12, tzinfo=UTC),
        summary=summary,
        content=content,
        tags=("TV",),
    )
