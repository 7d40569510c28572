"""The command-line core of reading: files of shows and items, clear messages for bad ones, rows and stories."""

from __future__ import annotations

import io
import json

import pytest
from click.testing import CliRunner

from bot.cli.explain_text import explain
from bot.cli.labelled import read_items, read_shows, row_of, with_stories
from bot.cli.read import read
from bot.model.errors import ConfigurationError
from bot.model.source import Tier
from bot.news.reader import Reader

SHOW = {"id": "copper-sky", "name": "Copper Sky", "year": None, "network": "Hulu"}
ITEM = {
    "id": "a",
    "source": "Tellybox",
    "title": "Hulu renews Copper Sky for season 4",
    "published": "2025-06-03T12:00:00Z",
}


@pytest.fixture
def file(tmp_path):
    def write(name, text):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


def test_shows_and_items_are_read_with_what_may_be_missing(file):
    (show,) = read_shows(file("shows.json", json.dumps([SHOW])))
    assert (show.id, show.name, show.aliases, show.year, show.network) == ("copper-sky", "Copper Sky", (), None, "Hulu")
    ((item, entry),) = read_items(file("items.jsonl", json.dumps(ITEM) + "\n\n"))
    assert (item, entry.outlet, entry.tier, entry.summary) == ("a", "Tellybox", Tier.OUTLET, "")
    assert entry.published.isoformat() == "2025-06-03T12:00:00+00:00"


@pytest.mark.parametrize(
    ("source", "tier"),
    [("Hulu Newsroom", Tier.PRESS_RELEASE), ("BBC Media Centre", Tier.PRESS_RELEASE), ("Deadline TV", Tier.TRADE)],
)
def test_the_tier_follows_the_source(source, tier, file):
    ((_, entry),) = read_items("items", [json.dumps(ITEM | {"source": source})])
    assert entry.tier is tier


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "this is not JSON"),
        ("{}", "must be a JSON list"),
        ("[3]", "show 1: a show is a JSON object"),
        ('[{"name": "X"}]', 'show 1: "id" must be a text'),
        ('[{"id": "x", "name": ""}]', '"name" must be a text'),
        ('[{"id": "x", "name": "X", "aliases": "Y"}]', '"aliases" must be a list of texts'),
        ('[{"id": "x", "name": "X", "year": "2020"}]', '"year" must be a number'),
        ("[" * 100_000, "this is not JSON"),
    ],
)
def test_a_bad_file_of_shows_is_told_in_one_line(text, message, file):
    with pytest.raises(ConfigurationError) as raised:
        read_shows(file("shows.json", text))
    assert message in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("nonsense", "line 2: this is not JSON"),
        ("[]", "line 2: an item is a JSON object"),
        (json.dumps(ITEM | {"id": None}), '"id" must be a text'),
        (json.dumps(ITEM), "the id 'a' is there twice"),
        (json.dumps(ITEM | {"id": "b", "published": "soon"}), '"published" must be a moment'),
        (json.dumps(ITEM | {"id": "b", "tags": [1]}), '"tags" must be a list of texts'),
        (json.dumps(ITEM | {"id": "b", "content": 5}), '"content" must be a text or missing'),
    ],
)
def test_a_bad_item_is_told_with_its_line(line, message, file):
    with pytest.raises(ConfigurationError) as raised:
        list(read_items(file("items.jsonl", json.dumps(ITEM) + "\n" + line)))
    assert message in str(raised.value)


def test_a_file_that_cannot_be_read_is_told(tmp_path):
    with pytest.raises(ConfigurationError, match="cannot be read"):
        read_shows(str(tmp_path / "absent.json"))
    bad = tmp_path / "bad.json"
    bad.write_bytes(b"\xff\xfe\x00[")
    with pytest.raises(ConfigurationError, match="not UTF-8"):
        read_shows(str(bad))


def test_read_prints_one_object_an_item_in_the_order_of_the_file(file):
    items = [
        ITEM | {"id": "late", "published": "2025-06-04T12:00:00Z"},
        ITEM | {"id": "early", "title": "Copper Sky: Hulu orders a fourth season"},
        ITEM | {"id": "other", "title": "Hulu cancels nothing today"},
    ]
    done = CliRunner().invoke(
        read,
        ["--shows", file("shows.json", json.dumps([SHOW])), "--items", "-"],
        input="\n".join(map(json.dumps, items)),
    )
    assert done.exit_code == 0, done.output
    rows = [json.loads(line) for line in done.output.splitlines()]
    assert [row["id"] for row in rows] == ["late", "early", "other"]
    assert rows[0]["story"] == rows[1]["story"] == "s1"
    assert rows[0]["claims"] == [
        {"show": "copper-sky", "kind": "renewed", "season": 4, "when": None, "certainty": "official"}
    ]
    assert rows[2] == {
        "id": "other", "subjects": [], "mentions": [], "main": "none", "claims": [], "story": None, "summary": "",
    }  # fmt: skip


def test_only_one_file_comes_from_standard_input():
    done = CliRunner().invoke(read, ["--shows", "-", "--items", "-"], input="")
    assert isinstance(done.exception, ConfigurationError)


def test_standard_input_can_hold_the_shows(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps([SHOW])))
    assert [show.id for show in read_shows("-")] == ["copper-sky"]


def test_news_of_different_things_are_different_stories(shows, entry):
    reader = Reader(shows)
    items = [
        ("1", entry("Hulu renews Copper Sky for season 4")),
        ("2", entry("Copper Sky adds Mia Holt for season 4", published="2025-06-04T12:00:00Z")),
        ("3", entry("Copper Sky season 4 is a go at Hulu", published="2025-06-05T12:00:00Z")),
    ]
    read_items_ = with_stories((item, one, reader.read(one)) for item, one in items)
    assert [row_of(one)["story"] for one in read_items_] == ["s1", "s2", "s1"]


def test_explain_shows_the_shows_the_sentences_and_what_was_held_back(reader, entry):
    text = explain(
        [
            entry(
                "Hulu renews Copper Sky for season 4",
                content="The drama was cancelled in 2023 before the streamer changed its mind.\nMore: Yellowjackets recap",
            )
        ],
        reader,
    )
    assert "is about copper-sky" in text
    assert "only names yellowjackets" in text
    assert "+ renewed: copper-sky: renewed, season 4, official" in text
    assert "- cancelled: held back: old news" in text
    assert "Outcome: renewed" in text
    assert "Story of copper-sky: renewed, season 4" in text


def test_explain_says_so_where_nothing_is_tracked(reader, entry):
    assert "names none that is tracked" in explain([entry("Rain tomorrow")], reader)
    assert "not taken for a show: “You”" in explain([entry("You and the tax year")], reader)
