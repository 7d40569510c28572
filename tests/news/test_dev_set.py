"""Floors on the development set, where it is here: below them something general broke."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from bot.cli.labelled import read_items, read_shows, row_of, with_stories
from bot.news.reader import Reader

DEV = Path(__file__).resolve().parents[2].parent / "shared" / "eval" / "dev"
LIFECYCLE = {"ordered", "renewed", "final_season", "film", "cancelled", "ended", "revived"}
pytestmark = pytest.mark.skipif(not DEV.is_dir(), reason="the labelled set is not here")


@pytest.fixture(scope="module")
def read():
    reader = Reader(read_shows(str(DEV / "shows.json")))
    rows = with_stories((item, entry, reader.read(entry)) for item, entry in read_items(str(DEV / "items.jsonl")))
    gold = [json.loads(line) for line in (DEV / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    return {row.id: row_of(row) for row in rows}, {row["id"]: row for row in gold}


def test_subjects(read):
    rows, gold = read
    right = sum(len(set(rows[item]["subjects"]) & set(want["subjects"])) for item, want in gold.items())
    total = sum(len(rows[item]["subjects"]) + len(want["subjects"]) for item, want in gold.items())
    assert 2 * right / total >= 0.97


def test_main(read):
    rows, gold = read
    assert sum(rows[item]["main"] == want["main"] for item, want in gold.items()) / len(gold) >= 0.90


def test_lifecycle(read):
    rows, gold = read
    counted: Counter[str] = Counter()
    for item, want in gold.items():
        have = {(c["show"], c["kind"]) for c in rows[item]["claims"] if c["kind"] in LIFECYCLE - {"final_season"}}
        wanted = {(c["show"], c["kind"]) for c in want["claims"] if c["kind"] in LIFECYCLE - {"final_season"}}
        counted += Counter(right=len(have & wanted), total=len(have) + len(wanted))
    assert 2 * counted["right"] / counted["total"] >= 0.93


def test_no_show_is_wrongly_said_to_be_cancelled(read):
    rows, gold = read
    wrong = [
        item
        for item, want in gold.items()
        for claim in rows[item]["claims"]
        if claim["kind"] == "cancelled"
        and claim["certainty"] in {"official", "reported"}
        and (claim["show"], "cancelled") not in {(c["show"], c["kind"]) for c in want["claims"]}
    ]
    assert len(wrong) <= 2


def test_summaries_are_there_and_bounded(read):
    rows, _ = read
    assert all(40 <= len(row["summary"]) <= 400 for row in rows.values() if row["main"] != "none")
