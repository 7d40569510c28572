from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue.load import load_catalogue
from bot.catalogue.sources import DefaultSource, load_sources
from bot.model.errors import ConfigurationError
from bot.model.show import Show, ShowId
from bot.model.source import Tier

SHOW = {"id": "dark", "name": "Dark"}
SOURCE = {"name": "Deadline", "url": "https://deadline.example/feed", "tier": "trade"}


@pytest.fixture
def complaint(tmp_path):
    def complaint(load, content):
        file = tmp_path / "own.json"
        if isinstance(content, bytes):
            file.write_bytes(content)
        else:
            file.write_text(json.dumps(content), encoding="utf-8")
        with pytest.raises(ConfigurationError) as caught:
            load(file)
        said = str(caught.value)
        assert said.startswith(f"{file}: ")
        assert said.isprintable()
        assert len(said) < len(str(file)) + 250
        return said.removeprefix(f"{file}: ")

    return complaint


def test_all_but_id_and_name_may_be_missing_or_null(tmp_path):
    file = tmp_path / "own.json"
    full = {"id": "bron", "name": "Bron", "aliases": ["Broen"], "year": 2011, "country": "SE", "network": "SVT"}
    file.write_text(json.dumps([SHOW, full | {"people": ["Sofia Helin"]}, {"id": "x", "name": "X", "year": None}]))
    assert load_catalogue(file) == (
        Show(id=ShowId("dark"), name="Dark"),
        Show(ShowId("bron"), "Bron", ("Broen",), 2011, "SE", "SVT", ("Sofia Helin",)),
        Show(id=ShowId("x"), name="X"),
    )


def test_a_file_may_begin_with_a_byte_order_mark(tmp_path):
    file = tmp_path / "own.json"
    file.write_text(json.dumps([SHOW]), encoding="utf-8-sig")
    assert len(load_catalogue(file)) == 1


@pytest.mark.parametrize("load", [load_catalogue, load_sources])
@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "line 1: is not JSON"),
        (b'[\n{"id": "dark",}\n]', "line 2: is not JSON"),
        (b"\xff\xfe", "is not UTF-8 text"),
        (b"[" * 100_000, "is not JSON that can be read"),
        (b"[" + b"1" * 5_000 + b"]", "is not JSON that can be read"),
        ({"shows": []}, "must be a list of entries"),
        (["dark"], 'entry 1: must be an object in curly brackets, not "dark"'),
        ([{"alias": "x"}], 'entry 1: "alias" is no field; there are '),
        ([{}], "entry 1: "),
    ],
)
def test_a_file_that_is_none_is_told_in_one_line(complaint, load, content, says):
    assert complaint(load, content).startswith(says)


@pytest.mark.parametrize("load", [load_catalogue, load_sources])
def test_a_file_that_is_not_there_is_told_in_one_line(tmp_path, load):
    for path in (tmp_path / "none.json", tmp_path):
        with pytest.raises(ConfigurationError, match="cannot be read"):
            load(path)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"id": None}, "entry 2: id must be a text in quotes, not null"),
        ({"id": "Dark 2"}, 'entry 2 ("Dark 2"): id must be lower-case words'),
        ({"id": "dark-"}, "id must be lower-case words"),
        ({"id": "a" * 61}, "id must have at most 60 characters"),
        ({"id": "dark"}, 'entry 2 ("dark"): id is there twice'),
        ({"name": ""}, 'entry 2 ("second"): name must be plain text'),
        ({"name": " Dark"}, "name must be plain text without spaces around it"),
        ({"name": "Da\nrk"}, r'not "Da\nrk"'),
        ({"name": "!!!"}, "name and aliases must have letters or digits"),
        ({"name": "x" * 101}, "name must have at most 100 characters, not 101"),
        ({"aliases": "Bron"}, "aliases must be a list"),
        ({"aliases": [1]}, "each of aliases must be a text in quotes, not 1"),
        ({"people": [None]}, "each of people must be a text in quotes, not null"),
        ({"year": "2011"}, 'year must be a whole number from 1930 to 2100, not "2011"'),
        ({"year": True}, "not true"),
        ({"year": 1929}, "not 1929"),
        ({"year": 2011.0}, "not 2011.0"),
        ({"country": "UK"}, '"GB" for the United Kingdom'),
        ({"country": "us"}, "two-letter ISO code"),
        ({"network": 5}, "network must be a text in quotes, not 5"),
    ],
)
def test_a_wrong_show_is_named_with_what_is_wrong(complaint, wrong, says):
    assert says in complaint(load_catalogue, [SHOW, {"id": "second", "name": "Second"} | wrong])


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"url": SOURCE["url"]}, 'entry 2 ("Second"): url is there twice'),
        ({"url": "deadline.com/feed"}, "url must be a web address"),
        ({"url": "ftp://deadline.com/feed"}, "url must be a web address"),
        ({"url": "https:///feed"}, "url must be a web address"),
        ({"url": "https://me:secret@deadline.com/feed"}, "without a login"),
        ({"url": "https://[::1/feed"}, "url must be a web address"),
        ({"url": "https://deadline.com:99999/feed"}, "url must be a web address"),
        ({"tier": "trades"}, "tier must be one of press_release, trade, outlet, speculative"),
        ({"tier": None}, "tier must be a text"),
        ({"name": ""}, "entry 2: name must be plain text"),
    ],
)
def test_a_wrong_source_is_named_with_what_is_wrong(complaint, wrong, says):
    second = {"name": "Second", "url": "https://second.example/feed", "tier": "outlet"}
    assert says in complaint(load_sources, [SOURCE, second | wrong])


def test_sources_are_taken_in_their_order(tmp_path):
    file = tmp_path / "own.json"
    file.write_text(json.dumps([SOURCE]))
    assert load_sources(file) == (DefaultSource(SOURCE["url"], "Deadline", Tier.TRADE),)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
)
fields = st.sampled_from(["id", "name", "aliases", "year", "country", "network", "people", "url", "tier"])


@given(content=st.lists(st.dictionaries(fields, anything, max_size=4), max_size=3) | anything)
def test_whatever_stands_there_is_taken_or_told(tmp_path_factory, content):
    file = tmp_path_factory.getbasetemp() / "any.json"
    file.write_text(json.dumps(content))
    for load in (load_catalogue, load_sources):
        with suppress(ConfigurationError):
            load(file)
