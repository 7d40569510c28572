"""Whatever a card holds, what comes out is within Discord's limits, and cut where it does no harm."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.cards import limits
from bot.cards.card import Card, CardField
from bot.cards.limits import cut, fit, lines, quotation, units
from bot.cards.markdown import escape, link


def within(card: Card) -> bool:
    texts = [card.title, card.description, card.footer, *(t for f in card.fields for t in (f.name, f.value))]
    return (
        units(card.title) <= 256
        and units(card.description) <= 4096
        and units(card.footer) <= 2048
        and units(card.content) <= 2000
        and len(card.fields) <= 25
        and all(0 < units(f.name.strip()) <= 256 and 0 < units(f.value.strip()) <= 1024 for f in card.fields)
        and sum(map(units, texts)) <= 6000
        and 0 <= card.colour <= 0xFFFFFF
        and all(text == text.strip() for text in texts)
    )


def test_fit_property(hostile):
    fields = st.lists(st.builds(CardField, hostile, hostile, st.booleans()), max_size=30).map(tuple)
    cards = st.builds(
        Card,
        title=hostile,
        url=hostile,
        description=hostile,
        fields=fields,
        footer=hostile,
        content=hostile,
        colour=st.integers(),
        timestamp=st.none() | st.datetimes(timezones=st.none() | st.just(timezone(timedelta(hours=14)))),
    )

    @settings(max_examples=60, deadline=None)
    @given(cards)
    def check(card):
        fitted = fit(card)
        assert within(fitted)
        assert fitted.title or fitted.description or fitted.fields
        assert fit(fitted) == fitted
        for text in (fitted.title, fitted.description, fitted.content):
            text.encode()

    check()


def test_a_card_within_the_limits_stays_as_it_is():
    card = Card(
        title="T", url="https://a.example/", description="D", fields=(CardField("n", "v"),), footer="f",
        timestamp=datetime(2025, 4, 22, tzinfo=UTC), content="c",
    )  # fmt: skip
    assert fit(card) == card


def test_the_last_fields_go_first():
    fields = tuple(CardField(f"field {number}", "x" * 1000) for number in range(10))
    fitted = fit(Card(title="T", description="d" * 1000, fields=fields))
    assert fitted.fields == fields[:4]


def test_a_field_that_says_nothing_is_left_out_and_a_nameless_one_stays():
    fitted = fit(Card(title="T", fields=(CardField("blank", " \u2800\n"), CardField(" ", "said"))))
    assert fitted.fields == (CardField("\u200b", "said"),)


def test_an_empty_card_still_shows_something():
    assert fit(Card()).description == "…"


def test_astral_letters_count_twice():
    assert units("é😀") == 3
    assert units(cut("😀" * 300, 256)) <= 256


@pytest.mark.parametrize(
    ("text", "limit", "kept"),
    [
        ("one two three", 20, "one two three"),
        ("one two three", 10, "one two…"),
        ("one two three", 8, "one two…"),
        ("one twothreefour", 12, "one twothre…"),
        (r"escaped \*\*", 10, "escaped…"),
        (r"abcdefgh\*\*", 10, "abcdefgh…"),
        (r"abcdefgh\*\*", 11, r"abcdefgh\*…"),
        ("see [a b c](https://a.example/x)", 20, "see…"),
        ("when <t:1745326800:D> it is", 12, "when…"),
        ("**bold words here** and", 18, "**bold words…**"),
        ("cafe\u0301", 5, "cafe\u0301"),
        ("cafe\u0301s", 5, "caf…"),
        ("anything", 1, "…"),
        ("anything", 0, ""),
    ],
)
def test_cut(text, limit, kept):
    assert cut(text, limit) == kept


def test_cut_never_splits_an_escape_or_a_link(hostile):
    @settings(deadline=None)
    @given(hostile, hostile, st.integers(1, 300))
    def check(said, named, limit):
        whole = f"{escape(said)} {link(named, 'https://a.example/(x)')}"
        shown = cut(whole, limit)
        assert units(shown) <= limit
        if shown != whole:
            kept = shown.removesuffix("…")
            assert whole.startswith(kept)
            assert (len(kept) - len(kept.rstrip("\\"))) % 2 == 0
            assert "](https://" not in kept

    check()


def test_lines_are_kept_whole():
    assert lines(["a" * 10, "b" * 10, "c" * 10], 21) == f"{'a' * 10}\n{'b' * 10}"
    assert lines(["word " * 10], 12) == "word word…"
    assert lines([]) == ""


def test_a_quotation_ends_with_a_sentence_where_it_can():
    first = "Netflix ends the show with a film that closes the story of the two boys, the streamer said on Tuesday."
    assert quotation(f"{first} {'And more words follow it ' * 20}") == first
    long = quotation("no end in sight " * 40)
    assert long.endswith("…")
    assert units(long) <= limits.QUOTATION
    assert quotation(" <b>short</b>\n text ") == "<b>short</b> text"
