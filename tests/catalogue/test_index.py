from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue.fold import squeeze, words
from bot.catalogue.index import LONGEST_LABEL, TitleIndex
from bot.catalogue.slug import slug
from bot.model.show import Show, ShowId

NAMES = (
    "Dark",
    "The Office",
    "Office",
    "From",
    "Ghosts",
    "Ghosts US",
    "V",
    "Élite",
    "S.W.A.T.",
    "The The",
    "오징어 게임",
)
ALPHABET = st.sampled_from("abeéøßt ’'&.-()19게임!") | st.characters(max_codepoint=0x24F)

names = st.sampled_from(NAMES) | st.text(ALPHABET, min_size=1, max_size=30)
one_show = st.builds(
    Show,
    id=st.sampled_from(["dark", "the-office", "from", "ghosts-us", "swat"]) | names.map(slug),
    name=names,
    aliases=st.lists(names, max_size=2).map(tuple),
    year=st.none() | st.integers(2018, 2020),
    country=st.sampled_from([None, "GB", "US", "KR"]),
    network=st.sampled_from([None, "CBS", "BBC One", "Apple TV+"]),
)
catalogues = st.lists(one_show, min_size=1, max_size=8, unique_by=lambda show: show.id)


def ids(shows):
    return [show.id for show in shows]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("greys anatomy", ["greys-anatomy"]),
        ("GREY’S ANATOMY", ["greys-anatomy"]),
        ("  grey's   anatomy ", ["greys-anatomy"]),
        ("marvels agents of shield", ["marvels-agents-of-shield"]),
        ("agents of s.h.i.e.l.d.", ["marvels-agents-of-shield"]),
        ("law and order", ["law-and-order"]),
        ("Law & Order", ["law-and-order"]),
        ("bear", ["the-bear"]),
        ("the elite", ["elite"]),
        ("911", ["9-1-1"]),
        ("9 1 1", ["9-1-1"]),
        ("tlou", ["the-last-of-us"]),
        ("오징어 게임", ["squid-game"]),
        ("ghosts", ["ghosts-us", "ghosts-uk"]),
        ("ghosts-us", ["ghosts-us"]),
        ("Ghosts (US)", ["ghosts-us"]),
        ("Ghosts US", ["ghosts-us"]),
        ("ghosts usa", ["ghosts-us"]),
        ("Ghosts (UK)", ["ghosts-uk"]),
        ("Ghosts (2021)", ["ghosts-us"]),
        ("Ghosts (US, 2021)", ["ghosts-us"]),
        ("ghosts cbs", ["ghosts-us"]),
        ("ghosts bbc one 2019", ["ghosts-uk"]),
        ("bbc ghosts", ["ghosts-uk"]),
        ("Ghosts (UK, 2021)", []),
        ("The Bear (1999)", []),
        ("greys", []),
        ("", []),
        ("!!!", []),
        ("the", []),
        ("uk", []),
        ("x" * 10_000, []),
    ],
)
def test_a_show_is_found_by_what_people_call_it(few, text, expected):
    assert ids(few.find(text)) == expected


def test_an_id_is_that_show_and_no_other():
    index = TitleIndex([Show(id=ShowId("dark"), name="Dark"), Show(id=ShowId("dark-2020"), name="dark")])
    assert ids(index.find("dark")) == ["dark"]
    assert ids(index.find("Dark")) == ["dark", "dark-2020"]


def test_the_very_name_goes_before_an_alias_and_the_newest_before_older_ones():
    index = TitleIndex(
        [
            Show(id=ShowId("a"), name="Something", aliases=("Utopia",), year=2024),
            Show(id=ShowId("b"), name="Utopia", year=2013),
            Show(id=ShowId("c"), name="Utopia", year=2020),
            Show(id=ShowId("d"), name="Utopia"),
        ]
    )
    assert ids(index.find("utopia")) == ["c", "b", "d", "a"]


def test_a_label_says_no_more_than_it_must(few):
    labels = {few.label(show) for show in few}
    assert {"The Bear", "Ghosts (UK)", "Ghosts (US)", "Frasier (1993)", "Frasier (2023)"} <= labels


def test_a_label_takes_what_it_needs_and_the_id_at_last():
    index = TitleIndex(
        [
            Show(id=ShowId("a"), name="V", year=1984, country="US"),
            Show(id=ShowId("b"), name="V", year=2009, country="US"),
            Show(id=ShowId("c"), name="V", year=2009, country="CA"),
            Show(id=ShowId("d"), name="V", year=1984, country="CA"),
            Show(id=ShowId("e"), name="V"),
            Show(id=ShowId("f"), name="Five", aliases=("V",)),
        ]
    )
    assert [index.label(show) for show in index] == [
        "V (US, 1984)", "V (US, 2009)", "V (CA, 2009)", "V (CA, 1984)", "e", "Five",
    ]  # fmt: skip


def test_a_show_that_is_not_here_goes_by_its_name(few):
    assert few.label(Show(id=ShowId("mine-1"), name="Ghosts")) == "Ghosts"
    assert len(few.label(Show(id=ShowId("mine-2"), name="x" * 300))) == LONGEST_LABEL


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("g", ["ghosts-uk", "ghosts-us", "greys-anatomy", "squid-game"]),
        ("b", ["ghosts-uk", "the-bear"]),
        ("the", ["the-bear", "the-last-of-us"]),
        ("the b", ["the-bear"]),
        ("of", ["marvels-agents-of-shield", "the-last-of-us"]),
        ("last of u", ["the-last-of-us"]),
        ("and o", ["law-and-order"]),
        ("91", ["9-1-1"]),
        ("ÉL", ["elite"]),
        ("오징", ["squid-game"]),
        ("the squid", ["squid-game"]),
        ("Ghosts (US", ["ghosts-us"]),
        ("Frasier (20", ["frasier-2023"]),
        ("Frasier (2023)", ["frasier-2023"]),
        ("zzz", []),
    ],
)
def test_what_goes_on_as_the_text_does(few, text, expected):
    assert ids(few.prefix(text, 25)) == expected


def test_tracked_shows_come_first(few):
    tracked = ["the-last-of-us", "ghosts-us", "not-here"]
    assert ids(few.prefix("g", 2, first=tracked)) == ["ghosts-us", "ghosts-uk"]
    assert ids(few.prefix("", 3, first=tracked)) == ["ghosts-us", "the-last-of-us", "9-1-1"]
    assert ids(few.prefix("l", 25, first=["the-last-of-us"])) == ["the-last-of-us", "law-and-order"]
    assert ids(few.prefix("zzz", 3, first=tracked)) == []


def test_no_text_lists_every_show_by_name(few):
    assert len(few.prefix("", 100)) == len(few)
    assert few.prefix("", 0) == few.prefix("ghosts (us", 0) == few.prefix("", -1) == []


def test_a_show_can_be_replaced_and_taken_out(few):
    few.add(Show(id=ShowId("mine"), name="Rook & Daughter"))
    few.add(Show(id=ShowId("mine"), name="The Beef", aliases=("Original Beef",)))
    assert few.find("Rook & Daughter") == few.closest("Rook and Daughters", 3) == ()
    assert few.prefix("daughter", 5) == []
    assert (
        ids(few.find("original beef")) == ids(few.prefix("beef", 5)) == ids(few.closest("orignal beaf", 5)) == ["mine"]
    )
    few.remove("mine")
    few.remove("mine")
    assert few.get("mine") is None
    assert few.find("mine") == few.find("The Beef") == few.closest("orignal beaf", 5) == ()
    assert few.prefix("beef", 5) == []
    assert len(few) == len(list(few)) == 12


def test_shows_can_come_and_go_while_they_are_looked_through(few):
    for show in few:
        few.remove(show.id)
    assert len(few) == 0


@given(catalogues)
def test_every_show_is_found_by_each_of_its_names(shows):
    index = TitleIndex(shows)
    for show in index:
        assert index.find(show.id) == (show,)
        for title in show.titles:
            for written in (title, title.upper(), f" “{title}” ", title.replace(" ", " - ")):
                assert not words(title) or written in {each.id for each in shows} or show in index.find(written)


@given(catalogues)
def test_a_label_finds_its_show_and_fits_a_choice(shows):
    index = TitleIndex(shows)
    for show in index:
        label = index.label(show)
        assert index.find(label) == (show,)
        assert 0 < len(label) <= LONGEST_LABEL


@given(catalogues, names, st.integers(0, 30), st.sets(st.sampled_from(["dark", "the-office", "from", "ghosts-us"])))
def test_what_is_offered_goes_on_from_the_text_once_and_tracked_first(shows, text, limit, tracked):
    index = TitleIndex(shows)
    offered = index.prefix(text, limit, first=tracked)
    assert len(offered) == len(set(ids(offered))) <= limit
    key = squeeze(words(text))
    going_on = {show.id for show in index if any(goes_on(title, key) for title in show.titles)}
    if going_on:
        assert len(offered) == min(limit, len(going_on))
        assert set(ids(offered)) <= going_on
        assert set(ids(offered)[: len(tracked & going_on)]) <= tracked


def goes_on(title, key):
    parts = words(title)
    return not key or any(squeeze(parts[at:]).startswith(key) for at in range(len(parts)))


@given(catalogues, st.data())
def test_the_beginning_of_a_name_offers_the_show(shows, data):
    index = TitleIndex(shows)
    show = data.draw(st.sampled_from(list(index)))
    typed = show.name[: data.draw(st.integers(1, len(show.name)))]
    assert show in index.prefix(typed, len(index))


@given(catalogues, st.lists(st.tuples(st.integers(0, 30), names), max_size=8), names)
def test_an_index_that_was_changed_is_as_one_that_was_built_so(shows, changes, text):
    index = TitleIndex(shows)
    wanted = {show.id: show for show in shows}
    for at, name in changes:
        show_id = list(wanted)[at % len(wanted)] if at % 2 and wanted else slug(name)
        if at % 3 == 0:
            wanted.pop(show_id, None)
            index.remove(ShowId(show_id))
        else:
            wanted[show_id] = Show(id=ShowId(show_id), name=name)
            index.add(wanted[show_id])
    built = TitleIndex(wanted.values())
    assert len(index) == len(built)
    assert index.find(text) == built.find(text)
    assert index.prefix(text, 25) == built.prefix(text, 25)
    assert index.closest(text, 25) == built.closest(text, 25)
