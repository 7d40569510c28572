"""Labelled one-liners of our own (cases.jsonl): other shows and other words than any set, each with what it must say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent / "cases.jsonl").read_text(encoding="utf-8").splitlines()
    if line
]
SEASONED = {
    "renewed", "final_season", "filming_start", "filming_wrap", "date_set", "date_moved", "trailer", "released",
}  # fmt: skip
FINALITY = {"final_season", "renewed", "revived"}


def _keys(claims, main):
    """When and how certain, by (show, kind, season); that a season is the last counts where the headline says so."""
    return {
        (claim["show"], claim["kind"], claim["season"] if claim["kind"] in SEASONED else None): (
            claim["when"],
            claim["certainty"],
        )
        for claim in claims
        if claim["kind"] != "final_season" or main in FINALITY
    }


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_reads_what_the_headline_says(case, reader, entry):
    want = case["expected"]
    reading = reader.read(
        entry(
            case["title"],
            case.get("summary", ""),
            case.get("content", ""),
            tags=case.get("tags", ()),
            published=case["published"],
        )
    )
    assert set(reading.subjects) == set(want["subjects"])
    assert (reading.main.value if reading.main else "none") == want["main"]
    have = _keys(
        [
            {
                "show": claim.show,
                "kind": claim.kind.value,
                "season": claim.season,
                "when": claim.when,
                "certainty": claim.certainty.value,
            }
            for claim in reading.claims
            if not claim.background
        ],
        want["main"],
    )
    assert have == _keys(want["claims"], want["main"])


def test_the_cases_cover_every_kind():
    kinds = {claim["kind"] for case in CASES for claim in case["expected"]["claims"]}
    assert len(kinds) == 18
    assert len(CASES) >= 200
