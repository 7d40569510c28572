"""The ways of the press (cases_vocabulary.jsonl): hundreds of headlines about one show, each with what it tells.

They stand beside the labelled cases of test_reader_cases.py, which look at every claim: here it is the width of the
vocabulary that counts, so a case says no more than the kind of its news and, where it matters, the seasons.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.model.show import Show, ShowId
from bot.model.source import Tier
from bot.news.reader import Reader

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent / "cases_vocabulary.jsonl").read_text(encoding="utf-8").splitlines()
]
FATES = {"ordered", "renewed", "final_season", "film", "cancelled", "ended", "revived"}


@pytest.fixture(scope="module")
def watcher():
    return Reader([Show(id=ShowId("kestrel-bay"), name="Kestrel Bay")])


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_a_headline_is_read_as_its_kind_of_news(case, watcher, entry):
    reading = watcher.read(entry(case["title"], published="2025-10-06T12:00:00Z"))
    claims = [claim for claim in reading.claims if not claim.background]
    assert (reading.main.value if reading.main else "none") == case["main"]
    if "seasons" in case:
        told = sorted(claim.season for claim in claims if claim.kind is reading.main and claim.season is not None)
        assert told == case["seasons"]
    if case["main"] == "none":
        assert not claims


def test_the_cases_cover_every_kind_and_what_is_none():
    by_kind = [case["main"] for case in CASES]
    assert len(set(by_kind)) == 19
    assert by_kind.count("none") >= 50
    assert len({case["title"] for case in CASES}) == len(CASES) >= 600


@pytest.mark.parametrize(
    ("title", "tier"),
    [
        ("Storm to end with season 4", Tier.OUTLET),
        ("Storm quietly renewed for season 3, sources say", Tier.OUTLET),
        ("Storm isn't getting season 3, but a film will finish the story", Tier.OUTLET),
        ("Storm lands back-nine order", Tier.OUTLET),
        ("Storm pulled from schedule", Tier.OUTLET),
        ("Storm will say goodbye with a film", Tier.OUTLET),
        ("Storm production paused", Tier.TRADE),
        ("Storm to launch in early 2026", Tier.TRADE),
        ("First images from Storm", Tier.TRADE),
        ("Mia Holt exits Storm", Tier.TRADE),
    ],
)
def test_what_is_said_of_shows_proves_a_title_that_is_a_plain_word(title, tier, entry):
    reader = Reader([Show(id=ShowId("storm"), name="Storm", network="Hulu")])
    assert reader.read(entry(title, tier=tier)).subjects == ("storm",)


@pytest.mark.parametrize(
    ("title", "tier"),
    [
        ("Storm production paused", Tier.OUTLET),
        ("Storm to launch in early 2026", Tier.OUTLET),
        ("Storm to end with a splash", Tier.TRADE),
        ("Mia Holt exits storm after three days", Tier.TRADE),
        ("Storm gets a new station", Tier.OUTLET),
        ("Pictures from storm show the storm", Tier.TRADE),
    ],
)
def test_what_is_said_of_other_things_too_proves_nothing(title, tier, entry):
    reader = Reader([Show(id=ShowId("storm"), name="Storm", network="Hulu")])
    assert reader.read(entry(title, tier=tier)).subjects == ()
