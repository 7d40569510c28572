"""Which shows a headline is about, with all of the shipped shows tracked: those it names, no word that only looks so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.catalogue.load import load_catalogue
from bot.model.claim import Kind
from bot.model.show import Show, ShowId
from bot.news.reader import Reader
from bot.news.titles.index import NameIndex, words_of

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent / "cases_subjects.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.fixture(scope="module")
def shipped():
    return Reader(load_catalogue())


def _claims(reading):
    return {(str(claim.show), claim.kind.value, claim.season) for claim in reading.claims}


@pytest.mark.parametrize("case", CASES, ids=[case["title"][:60] for case in CASES])
def test_names_its_subjects(case, shipped, entry):
    reading = shipped.read(entry(case["title"], case["summary"]))
    assert sorted(reading.subjects) == case["subjects"]


@pytest.mark.parametrize(
    ("title", "claims"),
    [
        (
            "HBO renews The White Lotus for season 5 and The Gilded Age for season 4, cancels The Penguin",
            {
                ("the-white-lotus", "renewed", 5),
                ("the-gilded-age", "renewed", 4),
                ("the-penguin", "cancelled", None),
            },
        ),
        (
            "Netflix: ‘Wednesday’ Gets Season 3, ‘The Sandman’ to End With Season 2",
            {("wednesday", "renewed", 3), ("the-sandman", "final_season", 2)},
        ),
        (
            "CBS Renews ‘Matlock’ & ‘Elsbeth,’ Cancels ‘S.W.A.T.’ and ‘FBI: International’",
            {
                ("matlock-2024", "renewed", None),
                ("elsbeth", "renewed", None),
                ("swat", "cancelled", None),
                ("fbi-international", "cancelled", None),
            },
        ),
        (
            "Fox cancels Alert but renews Doc and Animal Control",
            {("doc", "renewed", None), ("animal-control", "renewed", None)},
        ),
        (
            "Apple TV+ sets dates: Slow Horses returns 24 September, The Morning Show on 17 September",
            {("slow-horses", "date_set", None), ("the-morning-show", "date_set", None)},
        ),
        (
            "Slow Horses and Severance both renewed; Foundation cancelled",
            {("slow-horses", "renewed", None), ("severance", "renewed", None), ("foundation", "cancelled", None)},
        ),
    ],
)
def test_each_claim_of_a_round_up_goes_to_its_own_show(title, claims, shipped, entry):
    assert _claims(shipped.read(entry(title))) == claims


def test_a_heading_is_what_the_lines_below_it_speak_of(shipped, entry):
    reading = shipped.read(
        entry(
            "Every renewal of the week",
            content="<h3>The Rookie</h3><p>ABC has renewed the drama for an eighth season.</p>"
            "<h3>2. Will Trent (ABC)</h3><p>Renewed for season 4.</p>",
        )
    )
    assert _claims(reading) == {("the-rookie", "renewed", 8), ("will-trent", "renewed", 4)}


def test_a_headline_that_shouts_is_read_as_others_are(entry):
    reader = Reader([Show(ShowId("severance"), "Severance", (), 2022, "US", "Apple TV+", ())])
    reading = reader.read(entry("SEVERANCE RETURNS JANUARY 17!!! Praise Kier", published="2024-12-02T12:00:00Z"))
    assert [(claim.kind, claim.when) for claim in reading.claims] == [(Kind.DATE_SET, "2025-01-17")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("#SaveLucifer", ["save", "lucifer"]),
        ("#StrangerThings5", ["stranger", "things", "5"]),
        ("McDonald & Dodds", ["mcdonald", "dodds"]),
        ("#savelucifer", ["savelucifer"]),
    ],
)
def test_the_words_of_a_hashtag(text, words):
    assert [word.folded for word in words_of(text)] == words


def test_a_sign_at_the_end_of_a_name_is_part_of_it():
    index = NameIndex([Show(ShowId("3-percent"), "3%", (), 2016, "BR", "Netflix", ())])
    assert not list(index.find("Season 3 trailer"))
    assert [hit.name for hit in index.find("Is 3% back?")] == ["3%"]


def test_a_name_of_several_words_is_found_without_its_article():
    index = NameIndex([Show(ShowId("tale"), "The Handmaid’s Tale", (), 2017, "US", "Hulu", ())])
    assert [hit.shows for hit in index.find("Handmaid’s Tale finale explained")] == [("tale",)]
    index.remove(ShowId("tale"))
    assert not list(index.find("Handmaid’s Tale finale explained"))
