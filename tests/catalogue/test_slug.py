from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue.fold import words
from bot.catalogue.slug import FORM, LONGEST, slug


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Heartstopper", "heartstopper"),
        ("Grey's Anatomy", "greys-anatomy"),
        ("Grey’s Anatomy", "greys-anatomy"),
        ("Law & Order", "law-and-order"),
        ("S.W.A.T.", "swat"),
        ("M*A*S*H", "mash"),
        ("St. Denis Medical", "st-denis-medical"),
        ("9-1-1: Lone Star", "9-1-1-lone-star"),
        ("Élite", "elite"),
        ("Shōgun", "shogun"),
        ("Bron/Broen", "bron-broen"),
        ("Straße Ødeland", "strasse-odeland"),
        ("What We Do in the Shadows", "what-we-do-in-the-shadows"),
    ],
)
def test_a_name_is_spelt_in_ascii(name, expected):
    assert slug(name) == expected


def test_what_ascii_cannot_spell_keeps_names_apart():
    names = ("오징어 게임", "오징어 게임 2", "今際の国のアリス", "Слово пацана", "!!!", "", "2", "a" * 70, "a" * 71)
    slugs = [slug(name) for name in names]
    assert len(set(slugs)) == len(names)
    assert slugs == [slug(name) for name in names]
    assert slug("오징어 게임") == "show-2ee87e22ce"


@given(st.text(max_size=150))
def test_a_slug_is_well_formed_whatever_the_name(name):
    made = slug(name)
    assert FORM.fullmatch(made)
    assert len(made) <= LONGEST
    assert slug(made) == made


@given(st.text(max_size=10))
def test_to_fold_twice_is_to_fold_once(text):
    folded = words(text)
    assert words(" ".join(folded)) == folded


@given(st.text(max_size=300))
def test_folded_words_have_no_gaps_and_no_capitals(text):
    assert all(word and word == word.lower() and not any(map(str.isspace, word)) for word in words(text))
