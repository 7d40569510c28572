"""`cliffhanger read`: labelled items to readings, and every way in which a file may be wrong."""

from __future__ import annotations

import json

import pytest

SHOWS = [{"id": "heartstopper", "name": "Heartstopper", "network": "Netflix", "people": ["Alice Oseman"], "year": 2022}]
ITEM = {
    "id": "a",
    "source": "Backlot",
    "url": "https://example.com/a",
    "title": "Netflix Renews ‘Heartstopper’ for Season 4",
    "published": "2025-04-22T15:00:00Z",
    "summary": "",
    "content": "",
    "tags": [],
}


@pytest.fixture
def files(tmp_path):
    (tmp_path / "shows.json").write_text(json.dumps(SHOWS))

    def write(*items):
        lines = (item if isinstance(item, str) else json.dumps(item) for item in items)
        (tmp_path / "items.jsonl").write_text("\n".join(lines))
        return "--shows", "shows.json", "--items", "items.jsonl"

    return write


def test_one_object_an_item_in_their_order(cliffhanger, files):
    later = ITEM | {"id": "b", "title": "‘Heartstopper’ Renewed for Season 4", "published": "2025-04-22T18:00:00Z"}
    noise = ITEM | {"id": "c", "title": "Ten Teas to Drink This Winter"}
    ended = cliffhanger("read", *files(later, noise, ITEM))
    rows = [json.loads(line) for line in ended.out.splitlines()]
    assert [row["id"] for row in rows] == ["b", "c", "a"]
    assert all(set(row) == {"id", "subjects", "mentions", "main", "claims", "story", "summary"} for row in rows)
    assert rows[0]["story"] == rows[2]["story"]
    assert rows[1] == {
        "id": "c", "subjects": [], "mentions": [], "main": "none", "claims": [], "story": None, "summary": ""
    }  # fmt: skip
    [claim] = rows[2]["claims"]
    assert claim == {"show": "heartstopper", "kind": "renewed", "season": 4, "when": None, "certainty": "official"}


def test_items_can_come_from_standard_input(cliffhanger, files):
    arguments = files()
    ended = cliffhanger("read", *arguments[:3], "-", typed=json.dumps(ITEM) + "\n")
    assert json.loads(ended.out)["main"] == "renewed"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "line 1: this is not JSON"),
        ("[]", "line 1: an item is a JSON object"),
        (ITEM | {"id": 7}, 'line 1: "id" must be a text'),
        (ITEM | {"title": None}, 'line 1: "title" must be a text'),
        (ITEM | {"published": "yesterday"}, 'line 1: "published" must be a moment'),
        (ITEM | {"tags": "x"}, 'line 1: "tags" must be a list'),
    ],
)
def test_a_wrong_item_ends_with_one_line_that_names_it(cliffhanger, files, line, words):
    ended = cliffhanger("read", *files(line))
    assert ended.code == 1
    assert words in ended.err
    assert ended.err.count("\n") == 1


def test_an_id_that_comes_twice_is_refused(cliffhanger, files):
    ended = cliffhanger("read", *files(ITEM, ITEM))
    assert ended.code == 1
    assert "line 2: the id 'a' is there twice" in ended.err


def test_a_missing_file_is_named(cliffhanger):
    ended = cliffhanger("read", "--shows", "nowhere.json", "--items", "-")
    assert ended.code == 1
    assert "nowhere.json" in ended.err
