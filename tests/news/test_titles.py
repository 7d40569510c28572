"""Which names mean a show: plain words need proof, same names are told apart, credits and links are mentions."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model.show import Show, ShowId
from bot.news.reader import Reader
from bot.news.titles.index import NameIndex, fold
from bot.news.titles.tiers import Tier, tier_of


@pytest.mark.parametrize(
    ("name", "tier"),
    [
        ("Yellowjackets", Tier.DISTINCT),
        ("Emily in Paris", Tier.DISTINCT),
        ("S.W.A.T.", Tier.DISTINCT),
        ("Ghosts US", Tier.DISTINCT),
        ("The Bear", Tier.COMMONPLACE),
        ("Happy Valley", Tier.COMMONPLACE),
        ("Minx", Tier.COMMONPLACE),
        ("You", Tier.WORD),
        ("From", Tier.WORD),
        ("1923", Tier.WORD),
        ("Evil", Tier.WORD),
    ],
)
def test_names_are_of_three_tiers(name, tier):
    assert tier_of(name) is tier


@pytest.mark.parametrize(
    "text",
    [
        "You won’t believe who joins the final season of the dance show",
        "From season to season, the price of a TV licence rises",
        "Lost pilot found safe after two episodes of panic",
        "Fallout from the merger: three networks cancel their drama slates",
        "Industry body renews call for TV funding",
        "Bands cancelled: Ghosts and Foundation pull out of festival season",
        "Meet me on Wednesday for the finale",
        "Vigil held outside the BBC for cancelled soap",
        "the pitt river museum opens a new season of talks",
        "Hacks and leaks: a season of scandal for the broadcaster",
        "Suits you, sir: menswear has a new season",
        "Skins of the season: what to wear to a premiere",
        "Luther College cancels its film series",
    ],
)
def test_words_that_only_look_like_titles_are_none(text, reader, entry):
    reading = reader.read(entry(text))
    assert reading.subjects == ()
    assert reading.claims == ()


@pytest.mark.parametrize(
    ("text", "show"),
    [
        ("You season 5 renewed? Netflix has an answer", "you"),
        ("FROM renewed for season 5", "from"),
        ("‘Lost’ revival ordered at ABC", "lost"),
        ("Netflix’s You to end with season 5", "you"),
        ("Industry season 4 trailer", "industry"),
        ("Skins (2007) is getting a reunion episode, E4 confirms", "skins"),
        ("The ABC drama Lost is coming back", "lost"),
        ("Season 4 of Hacks premieres next month", "hacks"),
    ],
)
def test_words_that_are_titles_are_taken_with_proof(text, show, reader, entry):
    assert reader.read(entry(text)).subjects == (show,)


def test_a_tag_proves_a_plain_word(reader, entry):
    assert reader.read(entry("Lost: the hatch opens again", tags=["Lost"])).subjects == ("lost",)


@pytest.mark.parametrize(
    ("text", "show"),
    [
        ("CBS renews Ghosts for season 5", "ghosts-us"),
        ("Ghosts: BBC sitcom to end after series five", "ghosts-uk"),
        ("Ghosts (US) adds a new spirit for season 5", "ghosts-us"),
        ("Ghosts UK gets a Christmas special", "ghosts-uk"),
        ("Charlotte Ritchie on leaving Ghosts after series five", "ghosts-uk"),
        ("The Office: Greg Daniels orders up a reunion special for NBC", "the-office-us"),
        ("Ricky Gervais rules out series three of The Office", "the-office-uk"),
    ],
)
def test_shows_of_one_name_are_told_apart(text, show, reader, entry):
    assert show in reader.read(entry(text)).subjects
    assert not {"ghosts-us", "ghosts-uk", "the-office-us", "the-office-uk"} - {show} & set(
        reader.read(entry(text)).subjects
    )


def test_of_a_franchise_only_the_one_named_is_a_subject(reader, entry):
    assert reader.read(entry("The Walking Dead: Dead City renewed for season 4")).subjects == ("twd-dead-city",)
    assert reader.read(entry("The Walking Dead renewed for season 12 by AMC")).subjects == ("walking-dead",)


def test_a_longer_title_in_quotes_is_another_work(reader, entry):
    reading = reader.read(entry("‘Yellowjackets: The Musical’ cancelled after one season"))
    assert reading.subjects == ()
    assert reading.claims == ()


@pytest.mark.parametrize(
    "text",
    [
        "‘Yellowjackets’ Star Melanie Lynskey Joins New HBO Drama",
        "Keri Russell of The Diplomat to lead BBC thriller",
        "Greenlit: a new drama from the creator of The Diplomat",
        "‘The Gilded Room’ Renewed; ‘Yellowjackets’ Alum Boards",
    ],
)
def test_what_someone_is_known_for_is_no_subject(text, reader, entry):
    reading = reader.read(entry(text))
    assert not {"yellowjackets", "the-diplomat"} & set(reading.subjects)
    assert not reading.claims


def test_who_leaves_a_show_makes_it_the_subject(reader, entry):
    reading = reader.read(entry("‘The Diplomat’ Star Keri Russell to Exit After Season 4"))
    assert reading.subjects == ("the-diplomat",)


def test_a_quoted_part_of_a_name_stands_for_it(reader, entry):
    reading = reader.read(
        entry("AMC renews ‘Dead City’ for season 4", "The Walking Dead: Dead City will be back next year.")
    )
    assert reading.subjects == ("twd-dead-city",)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("ROOK &amp; DAUGHTER", "Rook & Daughter"),
        ("Rook and Daughter", "Rook & Daughter"),
        ("Etoile", "Étoile"),
        ("SWAT Unit", "S.W.A.T. Unit"),
        ("Mulligans Row", "Mulligan's Row"),
        ("Brooklyn Nine Nine", "Brooklyn Nine-Nine"),
    ],
)
def test_names_are_found_however_they_are_written(written, name, entry):
    aliases = ("SWAT Unit",) if name.startswith("S.") else ()
    reader = Reader((Show(ShowId("x"), name, aliases, network="CBS"),))
    assert reader.read(entry(f"CBS renews {written} for season 2")).subjects == ("x",)


@given(st.lists(st.text(min_size=1, max_size=20), max_size=8, unique=True))
@settings(max_examples=60, deadline=None)
def test_what_was_added_and_removed_leaves_nothing(names):
    index = NameIndex()
    shows = [Show(ShowId(f"s{number}"), name, (names[0],)) for number, name in enumerate(names)]
    for show in shows:
        index.add(show)
        index.add(show)
    for show in shows:
        assert not fold(show.name) or index.exact(show.name)
    for show in shows:
        index.remove(show.id)
    assert len(index) == 0
    assert all(not list(index.find(name)) and not index.exact(name) for name in names)


def test_fifty_thousand_names_cost_a_headline_next_to_nothing(entry):
    reader = Reader(Show(ShowId(f"s{n}"), f"The {n} Harbours of Vell {n % 97}", (f"Vell {n}",)) for n in range(25_000))
    item = entry("The 7 Harbours of Vell 7 renewed for season 2, the streamer says")
    reader.read(item)
    started = time.perf_counter()
    for _ in range(20):
        assert reader.read(item).subjects == ("s7",)
    assert (time.perf_counter() - started) / 20 < 0.05
