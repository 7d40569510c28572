"""The headline patterns of the evaluation data: each must be read as its kind, and no "-" row may move a fate.

They come with shared data that a checkout alone does not have; without it these tests are skipped.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from bot.model.entry import Entry
from bot.model.show import Show, ShowId
from bot.model.source import Tier
from bot.news.reader import Reader

PATTERNS = Path(__file__).resolve().parents[2].parent / "shared" / "eval" / "patterns.tsv"
pytestmark = pytest.mark.skipif(not PATTERNS.exists(), reason="the shared evaluation data is not here")

NOTHING = "none"
MEANT = {
    "renewed": {"renewed", "revived", "ordered"},
    "cancelled": {"cancelled"},
    "ending": {"final_season", "ended"},
    "concluding_film": {"film"},
    "date": {"date_set", "released"},
    "delay": {"date_moved", "halt"},
    "filming": {"filming_start", "filming_wrap", "halt"},
    "trailer": {"trailer"},
    "first_look": {"trailer"},
    "casting": {"cast", "crew"},
    "departure": {"cast", "crew"},
    "crew": {"crew"},
    "spinoff": {"spin_off"},
    "revival": {"revived", "spin_off"},
    "order": {"ordered"},
    "availability": {"released", NOTHING},
    "hopeful": {"talk"},
    "denial": {"talk"},
    "rumour": {"talk", "renewed", NOTHING},
}
"""The kinds of the labels that a row's kind may be read as."""
UNDECIDED = {"talk"}
"""What a row may be read as too whose certainty is less than official."""
FATES = {"ordered", "renewed", "final_season", "film", "cancelled", "ended", "revived"}
SHOWS = (
    (
        Show(id=ShowId("heartstopper"), name="Heartstopper", year=2022, network="Netflix", people=("Kit Connor",)),
        Tier.OUTLET,
    ),
    (
        Show(id=ShowId("b99"), name="Brooklyn Nine-Nine", year=2013, network="NBC", people=("Andy Samberg",)),
        Tier.OUTLET,
    ),
    (Show(id=ShowId("silo"), name="Silo", year=2023, network="Apple TV+", people=("Rebecca Ferguson",)), Tier.TRADE),
    (Show(id=ShowId("evil"), name="Evil", year=2019, network="Paramount+", people=("Katja Herbers",)), Tier.TRADE),
    (Show(id=ShowId("lost"), name="Lost", year=2004, network="ABC", people=("Evangeline Lilly",)), Tier.TRADE),
)
"""Names that are nobody else's in any outlet, and dictionary words in one that writes of television only."""
WORDS = (
    {"{N}": "4", "{O}": "fourth", "{D}": "March 12", "{W}": "early 2026"},
    {"{N}": "2", "{O}": "second", "{D}": "15 January 2026", "{W}": "autumn 2025"},
)
PUBLISHED = datetime(2025, 4, 22, tzinfo=UTC)


@cache
def _rows() -> tuple[tuple[str, str, str], ...]:
    lines = PATTERNS.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    return tuple((row[0], row[1], row[2]) for row in rows)


def _claims(reader: Reader, show: Show, tier: Tier, pattern: str, words: dict[str, str]):
    named = {"{S}": show.name, "{NET}": show.network or "", "{P}": show.people[0], **words}
    for sign, word in named.items():
        pattern = pattern.replace(sign, word)
    entry = Entry(outlet="Tellybox", tier=tier, url="", title=pattern[:1].upper() + pattern[1:], published=PUBLISHED)
    return [claim for claim in reader.read(entry).claims if not claim.background]


@pytest.mark.parametrize("words", WORDS, ids=["fourth", "second"])
@pytest.mark.parametrize(("show", "tier"), SHOWS, ids=[show.id for show, _ in SHOWS])
def test_nearly_every_pattern_is_read_as_its_kind(show, tier, words):
    reader = Reader([show])
    missed = []
    rows = [row for row in _rows() if row[0] != "-"]
    for kind, certainty, pattern in rows:
        meant = MEANT[kind] if certainty == "official" else MEANT[kind] | UNDECIDED
        claims = _claims(reader, show, tier, pattern, words)
        if not {claim.kind.value for claim in claims or ()} & meant and (claims or NOTHING not in meant):
            missed.append(f"{kind}: {pattern}")
    assert len(missed) <= 0.03 * len(rows), missed


@pytest.mark.parametrize("words", WORDS, ids=["fourth", "second"])
@pytest.mark.parametrize(("show", "tier"), SHOWS, ids=[show.id for show, _ in SHOWS])
def test_what_decides_nothing_moves_no_fate(show, tier, words):
    reader = Reader([show])
    for kind, _, pattern in _rows():
        if kind in {"-", "hopeful", "denial", "rumour"}:
            claims = _claims(reader, show, tier, pattern, words)
            assert not [c for c in claims if c.certainty.moves_fate and c.kind.value in FATES], pattern


def test_every_kind_of_the_patterns_is_known():
    assert {kind for kind, _, _ in _rows()} == MEANT.keys() | {"-"}
