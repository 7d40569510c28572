"""`cliffhanger replay`: timelines in, the status at each moment out."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from bot.cli.replay import replay
from bot.cli.timelines import Answers, Timeline, parse_timelines
from bot.model.claim import Certainty, Claim, Kind
from bot.model.entry import Entry
from bot.model.errors import ConfigurationError
from bot.model.reading import Reading
from bot.model.show import ShowId
from bot.model.source import Tier

SHOW = ShowId("lighthouse-row")


def line(**fields: Any) -> str:
    row = {"id": "t-1", "show": SHOW, "as_of": "2025-05-01T00:00:00Z", "items": ["i-1"]} | fields
    return json.dumps({name: value for name, value in row.items() if value is not None})


def entry(published: str) -> Entry:
    moment = datetime.fromisoformat(published).replace(tzinfo=UTC)
    return Entry(outlet="Wire", tier=Tier.OUTLET, url="", title="Lighthouse Row renewed", published=moment)


def test_a_timeline_is_read_and_further_fields_are_passed_over():
    lines = [line(gold={"fate": "renewed"}), "\n", line(id="t-2", as_of="2025-05-01T02:00:00+02:00", items=[])]
    moment = datetime(2025, 5, 1, tzinfo=UTC)
    assert list(parse_timelines(lines, "timelines.jsonl")) == [
        Timeline("t-1", SHOW, moment, ("i-1",)),
        Timeline("t-2", SHOW, moment, ()),
    ]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", "JSON object"),
        (line(id=7), '"id" must be a text'),
        (line(show=""), '"show" must be a text'),
        ('{"id": "t", "show": "x", "items": []}', '"as_of" must be a text'),
        (line(as_of="yesterday"), "a moment such as"),
        (line(as_of="0001-01-01T00:00:00+23:00"), "a moment such as"),
        (line(items="i-1"), '"items" must be a list'),
        (line(items=[1]), '"items" must be a list'),
    ],
)
def test_a_line_that_is_no_timeline_is_named_with_its_number(text, says):
    with pytest.raises(ConfigurationError, match=says) as failure:
        list(parse_timelines([line(), text], "timelines.jsonl"))
    assert str(failure.value).startswith("timelines.jsonl, line 2:")
    assert "\n" not in str(failure.value)


class Wire:
    """Reads every entry as a renewal, and counts."""

    def __init__(self) -> None:
        self.reads = 0

    def read(self, item: Entry) -> Reading:
        self.reads += 1
        said = Claim(
            show=SHOW, kind=Kind.RENEWED, certainty=Certainty.OFFICIAL, happened=item.published, season=self.reads + 1
        )
        return Reading(subjects=(SHOW,), claims=(said,))


def test_only_the_items_of_a_timeline_count_and_each_is_read_once():
    wire = Wire()
    items = {"i-1": entry("2025-01-01"), "i-2": entry("2025-02-01"), "i-3": entry("2025-03-01")}
    answers = Answers(frozenset({SHOW}), items, wire.read)
    moment = datetime(2025, 5, 1, tzinfo=UTC)
    first = answers.answer(Timeline("t-1", SHOW, moment, ("i-1",)))
    assert first == {"id": "t-1", "fate": "renewed", "season": 2, "certainty": "official", "next_when": None}
    assert answers.answer(Timeline("t-2", SHOW, moment, ("i-2", "i-1")))["season"] == 3
    assert answers.answer(Timeline("t-3", SHOW, moment, ("i-1", "i-2")))["season"] == 3
    assert answers.answer(Timeline("t-4", SHOW, moment, ()))["fate"] == "unknown"
    assert wire.reads == 2


@pytest.mark.parametrize(
    ("timeline", "says"),
    [
        (
            Timeline("t-9", SHOW, datetime(2025, 5, 1, tzinfo=UTC), ("i-404",)),
            "Timeline t-9: the items have no 'i-404'",
        ),
        (Timeline("t-9", ShowId("another"), datetime(2025, 5, 1, tzinfo=UTC), ()), "the shows have no 'another'"),
    ],
)
def test_what_the_set_lacks_is_named(timeline, says):
    answers = Answers(frozenset({SHOW}), {"i-1": entry("2025-01-01")}, Wire().read)
    with pytest.raises(ConfigurationError, match=says):
        answers.answer(timeline)


# The command, over the very reader of the bot


SHOWS = [{"id": SHOW, "name": "Lighthouse Row", "aliases": [], "year": 2023, "network": "Netflix", "people": []}]
ITEMS = [
    {
        "id": "i-1",
        "source": "Wire",
        "url": "https://wire.example/1",
        "title": "‘Lighthouse Row’ Renewed for Season 3 at Netflix",
        "published": "2025-03-01T10:00:00Z",
        "summary": "Netflix has renewed Lighthouse Row for a third season.",
        "content": "",
        "tags": [],
    },
    {
        "id": "i-2",
        "source": "Wire",
        "url": "https://wire.example/2",
        "title": "Netflix cancels ‘Lighthouse Row’",
        "published": "2025-11-01T10:00:00Z",
        "summary": "Netflix has cancelled Lighthouse Row, the streamer confirmed.",
        "content": "",
        "tags": [],
    },
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    rows = "".join(json.dumps(item) + "\n" for item in ITEMS)
    (tmp_path / "shows.json").write_text(json.dumps(SHOWS), "utf-8")
    (tmp_path / "items.jsonl").write_text(rows, "utf-8")
    (tmp_path / "timelines.jsonl").write_text(line() + "\n", "utf-8")
    return tmp_path


def run(folder: Path, given: str | None = None, **files: str) -> Result:
    paths = {"shows": "shows.json", "items": "items.jsonl", "timelines": "timelines.jsonl"} | files
    args = [part for name, file in paths.items() for part in (f"--{name}", file if file == "-" else str(folder / file))]
    return CliRunner().invoke(replay, args, input=given)


def test_the_command_prints_one_object_a_timeline(folder):
    asked = [line(), line(id="t-2", as_of="2025-12-01T00:00:00Z", items=["i-2", "i-1"]), line(id="t-3", items=[])]
    (folder / "timelines.jsonl").write_text("\n".join(asked), "utf-8")
    result = run(folder)
    assert result.exception is None
    assert [json.loads(row) for row in result.stdout.splitlines()] == [
        {"id": "t-1", "fate": "renewed", "season": 3, "certainty": "official", "next_when": None},
        {"id": "t-2", "fate": "cancelled", "season": None, "certainty": "official", "next_when": None},
        {"id": "t-3", "fate": "unknown", "season": None, "certainty": None, "next_when": None},
    ]


def test_timelines_may_come_from_standard_input(folder):
    result = run(folder, line() + "\n", timelines="-")
    assert json.loads(result.stdout)["fate"] == "renewed"


def test_only_one_file_may_be_standard_input(folder):
    failure = run(folder, "", items="-", timelines="-").exception
    assert isinstance(failure, ConfigurationError)
    assert "Only one of" in str(failure)


@pytest.mark.parametrize("missing", ["shows", "items", "timelines"])
def test_a_file_that_is_not_there_is_named_in_one_line(folder, missing):
    failure = run(folder, **{missing: "nowhere.json"}).exception
    assert isinstance(failure, ConfigurationError)
    assert "nowhere.json" in str(failure)
    assert "\n" not in str(failure)


def test_timelines_that_are_no_text_are_refused(folder):
    (folder / "timelines.jsonl").write_bytes(b"\xff\xfe\x00")
    failure = run(folder).exception
    assert isinstance(failure, ConfigurationError)
    assert "not UTF-8" in str(failure)
