"""The rules, each with what it must and must not read; how marks hide titles; the background, the moot and the asked."""

from __future__ import annotations

import re

import pytest

from bot.model.claim import Kind
from bot.model.show import Show, ShowId
from bot.news.lexicon.marks import MACROS, expand
from bot.news.lexicon.rules import RULES
from bot.news.reader import Reader


def _kinds(reading):
    return {claim.kind for claim in reading.claims}


def test_every_rule_has_a_name_of_its_own_and_cues():
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule.cues and all(cue == cue.lower() and cue for cue in rule.cues) for rule in RULES)


def test_every_kind_has_a_rule():
    assert {rule.kind for rule in RULES} == set(Kind)


def test_no_rule_looks_at_everything():
    # A bounded gap keeps a search short on any text; ".*" would not.
    assert [rule.name for rule in RULES if re.search(r"(?<!\\)\.[*+]", rule.pattern.pattern)] == []


def test_a_macro_is_a_class_and_a_count_is_left_alone():
    assert expand(r"{S}x{0,4}") == MACROS["S"] + "x{0,4}"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Renewed for Love", "Renewed for Love: the trailer"),
        ("The Final Season", "The Final Season reveals its cast"),
        ("Cancelled", "‘Cancelled’ adds Mia Holt for season 2"),
        ("Dead to Me Now", "Dead to Me Now season 3 premieres June 20"),
        ("Movie Night Forever", "Movie Night Forever renewed for season 2"),
    ],
)
def test_what_a_title_says_is_no_news(name, text, entry):
    reading = Reader((Show(ShowId("x"), name, network="CBS"),)).read(entry(text, "CBS has more.", tags=[name]))
    assert reading.subjects == ("x",)
    assert not _kinds(reading) & {Kind.CANCELLED, Kind.FINAL_SEASON, Kind.FILM} - {Kind.TRAILER}


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Hulu renews Copper Sky for a fourth season", Kind.RENEWED),
        ("Copper Sky scores season 4 renewal at Hulu", Kind.RENEWED),
        ("Hulu picks up Copper Sky for season 4", Kind.RENEWED),
        ("Copper Sky will return for a fourth season on Hulu", Kind.RENEWED),
        ("Hulu axes Copper Sky", Kind.CANCELLED),
        ("Copper Sky gets the axe at Hulu after three seasons", Kind.CANCELLED),
        ("Copper Sky won’t be back for season 4, Hulu says", Kind.CANCELLED),
        ("Hulu is not moving forward with season 4 of Copper Sky", Kind.CANCELLED),
        ("Copper Sky to end with season 4 on Hulu", Kind.FINAL_SEASON),
        ("Hulu announces final season of Copper Sky", Kind.FINAL_SEASON),
        ("Copper Sky to conclude with a film instead of season 4", Kind.FILM),
        ("Copper Sky saved by Netflix after Hulu cancellation", Kind.REVIVED),
        ("Copper Sky prequel ordered at Hulu", Kind.SPIN_OFF),
        ("Copper Sky ordered to series at Hulu", Kind.ORDERED),
        ("Copper Sky season 4 begins production", Kind.FILMING_START),
        ("Copper Sky wraps filming on season 4", Kind.FILMING_WRAP),
        ("Copper Sky production shut down", Kind.HALT),
        ("Copper Sky season 4 premieres September 9 on Hulu", Kind.DATE_SET),
        ("Copper Sky season 4 delayed to 2026", Kind.DATE_MOVED),
        ("Copper Sky season 4 trailer drops", Kind.TRAILER),
        ("Copper Sky season 4 is now streaming on Hulu", Kind.RELEASED),
        ("Mia Holt joins Copper Sky season 4", Kind.CAST),
        ("Copper Sky showrunner Dean Alvaro steps down", Kind.CREW),
        ("Dean Alvaro would love to make Copper Sky season 4", Kind.TALK),
    ],
)
def test_each_kind_is_read_from_plain_words(title, kind, reader, entry):
    assert reader.read(entry(title)).main is kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Dean Alvaro renews his overall deal with Hulu after Copper Sky", Kind.RENEWED),
        ("Copper Sky renews interest in the desert", Kind.RENEWED),
        ("Hulu hasn’t renewed Copper Sky for season 4", Kind.RENEWED),
        ("Copper Sky will be renewed if it hits its target, analyst says", Kind.RENEWED),
        ("Copper Sky ends on a cliffhanger: who survived?", Kind.FINAL_SEASON),
        ("Copper Sky ending explained", Kind.FINAL_SEASON),
        ("Copper Sky is not ending, says Hulu", Kind.FINAL_SEASON),
        ("Copper Sky star to make film debut", Kind.FILM),
        ("Why Copper Sky works better than a film", Kind.FILM),
        ("Copper Sky wraps up its trial storyline", Kind.FILMING_WRAP),
        ("Copper Sky trailer park set is for sale", Kind.RELEASED),
        ("Copper Sky does not start filming this year", Kind.FILMING_START),
        ("Dean Alvaro shuts down Copper Sky spin-off rumours", Kind.SPIN_OFF),
    ],
)
def test_and_not_from_words_that_only_look_like_it(title, kind, reader, entry):
    assert kind not in _kinds(reader.read(entry(title)))


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Copper Sky season 4 arrives in early 2026 on Hulu", "2026-01/2026-04"),
        ("Copper Sky season 4 lands on Hulu this autumn", "2025-23"),
        ("Copper Sky season 4 is due in the second half of 2026", "2026-07/2026-12"),
        ("Hulu announced on Monday that Copper Sky season 4 premieres October 5", "2025-10-05"),
        ("Copper Sky returns for season 4 next month on Hulu", "2025-07"),
    ],
)
def test_a_date_is_that_of_the_release_and_not_of_the_announcement(text, when, reader, entry):
    claims = [claim for claim in reader.read(entry(text)).claims if claim.kind is Kind.DATE_SET]
    assert [(claim.season, claim.when) for claim in claims] == [(4, when)]


@pytest.mark.parametrize(
    "text",
    [
        "Copper Sky, which premiered in June 2023, gets a trailer for season 4",
        "Copper Sky season 4 teaser: the one set in the summer of 1987",
        "Hulu said on Friday that the Copper Sky season 4 trailer is out",
    ],
)
def test_a_date_of_something_else_is_no_release_date(text, reader, entry):
    assert Kind.DATE_SET not in _kinds(reader.read(entry(text)))


def test_a_renewal_for_two_seasons_is_two_claims(reader, entry):
    reading = reader.read(entry("Copper Sky gets two-season renewal at Hulu, to end with season 5"))
    assert {claim.season for claim in reading.claims if claim.kind is Kind.RENEWED} == {4, 5}
    assert reading.main is Kind.FINAL_SEASON


def test_each_show_of_a_list_has_its_own_season(reader, entry):
    reading = reader.read(entry("CBS renews ‘Elsbeth’ for Season 4, ‘Fire Country’ for Season 5"))
    assert {(claim.show, claim.season) for claim in reading.claims} == {("elsbeth", 4), ("fire-country", 5)}
