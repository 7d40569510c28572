"""What is not searched would not have been found: letters looked for before a search, and patterns in small letters."""

from __future__ import annotations

import re
import sys
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.cli.labelled import read_items, read_shows
from bot.news.frames.hits import RuleBook
from bot.news.frames.marks import mark
from bot.news.lexicon.any_case import any_case, small
from bot.news.lexicon.needs import Letters, Ways, ways_of
from bot.news.lexicon.noise import HEADLINES
from bot.news.lexicon.rules import RULES
from bot.news.lexicon.rules.dating import GOVERNOR
from bot.news.lexicon.speech import BACKGROUND, CONFIRMED, HEARSAY, HINTED, HYPOTHETICAL, NEGATED, REPORTED, RUMOUR
from bot.news.sentences import sentences
from bot.news.titles.gate import find_shows
from bot.news.titles.index import NameIndex

LABELLED = Path(__file__).parent / "labelled"
NEAR_THE_TOP = 4
"""Sentences of each item that are tried."""
PATTERNS = [*(rule.pattern for rule in RULES), *HEADLINES.values()]
ANY_CASE = [GOVERNOR, BACKGROUND, CONFIRMED, HEARSAY, HINTED, HYPOTHETICAL, NEGATED, REPORTED, RUMOUR]
BOOK, WAYS = RuleBook(RULES), Ways(PATTERNS)
SOURCES = list(dict.fromkeys(way.source for pattern in PATTERNS for way in ways_of(pattern.pattern)))


@cache
def marked_sentences() -> tuple[tuple[str, str], ...]:
    """The first sentences of every labelled item, as written and marked."""
    found: list[tuple[str, str]] = []
    for directory in sorted(LABELLED.iterdir()):
        index = NameIndex(read_shows(str(directory / "shows.json")))
        for _, entry in read_items(str(directory / "items.jsonl")):
            every = sentences(entry)
            named = find_shows(entry, every, index)
            shows = [index.get(show) for show in sorted(named.shows())]
            for number, sentence in enumerate(every[:NEAR_THE_TOP]):
                mentions = [mention for mention in named.mentions if mention.sentence == number]
                found.append((sentence.text, mark(sentence, number, mentions, shows, entry.published).text))
    return tuple(found)


@cache
def pieces() -> tuple[str, ...]:
    """The words of those sentences, and runs of three of them."""
    words = [text.split() for _, text in marked_sentences()]
    runs = {" ".join(some[at : at + 3]) for some in words for at in range(0, len(some), 3)}
    return tuple(sorted({word for some in words for word in some} | runs))


def texts() -> st.SearchStrategy[str]:
    """Pieces of labelled sentences in any order, some of them shouted."""
    piece = st.deferred(lambda: st.sampled_from(pieces()))
    return st.lists(piece | piece.map(str.upper), max_size=12).map(" ".join)


def assert_none_dropped(text: str) -> None:
    may = {number for number, _ in WAYS.that_may_match(small(text), range(len(PATTERNS)))}
    for number, pattern in enumerate(PATTERNS):
        if number not in may:
            assert pattern.search(text) is None, (pattern.pattern, text)


def assert_same_hits(written: str, marked: str) -> None:
    """The rule book finds what its rules find one after the other."""
    expected = [
        (rule.name, match.span())
        for rule in RULES
        if any(cue in written.lower() for cue in rule.cues)
        for match in rule.pattern.finditer(marked)
        if match.group()
    ]
    hits = BOOK.hits(small(written), small(marked))
    assert [(rule.name, match.span()) for rule, match in hits if match.group()] == expected


def test_no_rule_is_left_out_that_matches_a_labelled_sentence() -> None:
    for _, marked in marked_sentences():
        assert_none_dropped(marked)


def test_the_rule_book_finds_in_labelled_sentences_what_its_rules_find() -> None:
    for written, marked in marked_sentences():
        assert_same_hits(written, marked)


@settings(max_examples=150, deadline=None)
@given(texts())
def test_in_any_words_the_same_is_found(text: str) -> None:
    assert_none_dropped(text)
    assert_same_hits(text, text)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_no_way_is_left_out_of_a_text_made_for_it(data: st.DataObject) -> None:
    source = data.draw(st.sampled_from(SOURCES))
    text = data.draw(st.from_regex(re.compile(source, re.IGNORECASE)))
    assert_none_dropped(text)


@pytest.mark.parametrize("pattern", ANY_CASE, ids=lambda pattern: pattern.pattern[:20])
def test_in_small_letters_the_same_is_found(pattern: re.Pattern[str]) -> None:
    twin = any_case(pattern.pattern)
    for _, text in marked_sentences():
        assert [m.span() for m in twin.finditer(small(text))] == [m.span() for m in pattern.finditer(text)]


def test_small_letters_stand_in_their_places() -> None:
    assert all(len(small(chr(code))) == 1 for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000)


@pytest.mark.parametrize("source", [r"(?i:a)", r"(?-i:A)b", r"\u00c9", r"\xc9", r"\N{DIGIT ONE}"])
def test_what_has_no_twin_in_small_letters_is_said(source: str) -> None:
    with pytest.raises(ValueError, match="small letters"):
        any_case(source)


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        ("renewed", [[{"renewed"}]]),
        (r"\brenewed\sfor\b", [[{"renewed"}, {"for"}]]),
        ("colou?r", [[{"colo"}]]),
        ("(?:axed|cancelled) by", [[{"axed", "cancelled"}, {" by"}]]),
        ("(?:axed|cancelled)? by", [[{" by"}]]),
        ("axed|ended", [[{"axed"}], [{"ended"}]]),
        ("(?:axed|ended)", [[{"axed"}], [{"ended"}]]),
        ("(?:axed|no)", [[{"axed"}], []]),
        ("(?:axed|no) it", [[{" it"}]]),
        ("(?!renewed)(?<=axed)ended", [[{"ended"}]]),
        ("film{0,3}ed", [[{"fil"}]]),
        ("film{2}ed", [[{"film"}]]),
        ("[ab]cde", [[{"cde"}]]),
        (r"\u0061bcd", [[{"bcd"}]]),
    ],
)
def test_what_a_pattern_needs(pattern: str, needs: list[list[set[str]]]) -> None:
    assert [[set(need) for need in way.needs] for way in ways_of(pattern)] == needs


@pytest.mark.parametrize(
    "pattern", [r"(?P<a>x)(?P=a)renewed", r"(?#note)renewed", r"renew++ed", r"\U0001F600renewed", r"renewed\x41", "(ab"]
)
def test_what_is_not_understood_needs_nothing(pattern: str) -> None:
    assert [(way.source, way.needs) for way in ways_of(pattern)] == [(pattern, ())]


@given(st.lists(st.text("abc \ue000", min_size=1, max_size=5), max_size=300), st.text("abc \ue000", max_size=40))
def test_the_letters_of_a_text(letters: list[str], text: str) -> None:
    plain = [some for some in letters if "\ue000" not in some]
    assert sorted(Letters(plain).of(text)) == sorted({some for some in plain if some in text})


def test_a_pattern_that_minds_the_case_is_refused() -> None:
    with pytest.raises(ValueError, match="minds the case"):
        Ways([re.compile("Renewed")])
