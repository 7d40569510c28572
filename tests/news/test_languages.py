"""Entries in Spanish, Portuguese, German and French are read by their tables; other languages are matched and say nothing."""

from __future__ import annotations

import json
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.claim import Kind
from bot.model.show import Show, ShowId
from bot.news.languages import ENGLISH, find_dates_in, find_seasons_in, tongue_of
from bot.news.lexicon.languages import READ
from bot.news.reader import Reader
from bot.news.sentences import Place, Sentence, split
from bot.news.text import one_line

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent / "cases_languages.jsonl").read_text(encoding="utf-8").splitlines()
]
SHOWS = (
    ("valeria", "Valeria", "Netflix", "Diana Gómez"),
    ("intimidad", "Intimidad", "Netflix", ""),
    ("marianne", "Marianne", "Netflix", "Tiphaine Daviot"),
    ("barbaren", "Barbaren", "Netflix", "Jeanne Goursaud"),
    ("astrid-et-raphaelle", "Astrid et Raphaëlle", "TF1", "Sara Mortensen"),
    ("engrenages", "Engrenages", "Canal+", ""),
    ("der-pass", "Der Pass", "Sky", ""),
    ("bom-dia-veronica", "Bom Dia, Verônica", "Netflix", ""),
    ("coisa-mais-linda", "Coisa Mais Linda", "Netflix", ""),
    ("the-expanse", "The Expanse", "Prime Video", "Naren Shankar"),
    ("ahsoka", "Ahsoka", "Disney+", ""),
    ("the-leftovers", "The Leftovers", "HBO", ""),
    ("la-mesias", "La Mesías", "Movistar Plus+", ""),
    ("alice-in-borderland", "Alice in Borderland", "Netflix", ""),
    ("firefly-lane", "Firefly Lane", "Netflix", ""),
    ("kleo", "Kleo", "Netflix", ""),
)
TABLES = {table.code: table for table in READ}
TUESDAY = datetime(2025, 6, 3, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def abroad():
    return Reader(
        Show(ShowId(id_), name, (), None, None, network, (person,) if person else ())
        for id_, name, network, person in SHOWS
    )


def _language(text):
    return tongue_of([Sentence(text, Place.TITLE, 0)], ()).code


@pytest.mark.parametrize("case", CASES, ids=[case["title"][:60] for case in CASES])
def test_reads_what_the_headline_says(case, abroad, entry):
    reading = abroad.read(entry(case["title"], case["summary"]))
    assert list(reading.subjects) == case["subjects"]
    assert (reading.main.value if reading.main else "none") == case["main"]
    assert [
        [claim.show, claim.kind.value, claim.season, claim.when, claim.certainty.value] for claim in reading.claims
    ] == case["claims"]


def test_the_cases_cover_every_kind_in_every_language():
    wanted = {
        "renewed", "cancelled", "final_season", "date_set", "filming_start", "halt", "trailer", "released", "spin_off",
        "talk", "film",
    }  # fmt: skip
    for code in TABLES:
        kinds = {claim[1] for case in CASES if case["language"] == code for claim in case["claims"]}
        assert wanted - kinds <= {"film", "halt", "talk"}, code


def test_every_table_has_the_same_kinds():
    kinds = [{rule.kind for rule in table.rules} for table in READ]
    assert all(one == kinds[0] for one in kinds)
    assert Kind.CANCELLED in kinds[0]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Netflix renueva la serie por una segunda temporada", "es"),
        ("Netflix renova a série para uma segunda temporada", "pt"),
        ("Netflix verlängert die Serie um eine zweite Staffel", "de"),
        ("Netflix renouvelle la série pour une deuxième saison", "fr"),
        ("Netflix rinnova la serie per una seconda stagione", "it"),
        ("Netflix verlengt het seizoen van de serie niet", "nl"),
        ("Netflix renews the series for a second season", ENGLISH),
        ("La Casa de Papel renewed for a fifth season", ENGLISH),
        ("Das Boot, Le Bureau and La Brea: what to watch on TV this week", ENGLISH),
        ("Netflixが新シリーズを発表", "??"),
        ("", ENGLISH),
        ("Elite S8!!!", ENGLISH),
    ],
)
def test_tells_the_language(text, code):
    assert _language(text) == code


@pytest.mark.parametrize(
    ("code", "text", "numbers", "final"),
    [
        ("es", "la cuarta y última temporada", (4,), True),
        ("es", "las temporadas 3 y 4", (3, 4), False),
        ("es", "otra temporada", (), False),
        ("pt", "a 3ª temporada", (3,), False),
        ("pt", "temporada final", (), True),
        ("de", "mit der fünften Staffel", (5,), False),
        ("de", "die dritte und letzte Staffel", (3,), True),
        ("de", "zwei weitere Staffeln", (), False),
        ("fr", "la saison 6", (6,), False),
        ("fr", "la quatrième et dernière saison", (4,), True),
        ("fr", "la partie 4", (4,), False),
    ],
)
def test_finds_seasons(code, text, numbers, final):
    (season,) = find_seasons_in(TABLES[code], text)
    assert (season.numbers, season.final) == (numbers, final)


@pytest.mark.parametrize(
    ("code", "text", "when"),
    [
        ("es", "el 27 de junio", "2025-06-27"),
        ("es", "este verano", "2025-22"),
        ("es", "a principios de 2026", "2026-01/2026-04"),
        ("es", "en septiembre", "2025-09"),
        ("pt", "em 5 de fevereiro de 2026", "2026-02-05"),
        ("pt", "nesta terça-feira", "2025-06-03"),
        ("pt", "no fim de 2026", "2026-09/2026-12"),
        ("de", "am 4. Oktober", "2025-10-04"),
        ("de", "ab 4.10.2025", "2025-10-04"),
        ("de", "Anfang 2026", "2026-01/2026-04"),
        ("de", "im Herbst", "2025-23"),
        ("de", "nächstes Jahr", "2026"),
        ("fr", "le 1er octobre", "2025-10-01"),
        ("fr", "à l'automne 2026", "2026-23"),
        ("fr", "début 2026", "2026-01/2026-04"),
        ("fr", "mi-2026", "2026-05/2026-08"),
        ("fr", "vendredi", None),
        ("fr", "ce vendredi", "2025-06-06"),
    ],
)
def test_finds_dates(code, text, when):
    found = find_dates_in(TABLES[code], text, TUESDAY)
    assert [date.coming for date in found] == ([when] if when else [])


def test_a_german_ordinal_ends_no_sentence():
    assert split("Die Folgen kommen ab dem 22. November. Das steht fest.") == [
        "Die Folgen kommen ab dem 22. November.",
        "Das steht fest.",
    ]


@pytest.mark.parametrize(
    ("text", "even"),
    [
        ("« Engrenages » revient", "«Engrenages» revient"),
        ("„Kleo“ kommt zurück", "“Kleo” kommt zurück"),
        ("»Kleo« kommt zurück", "«Kleo» kommt zurück"),
        ("5 » 4 and „ alone", "5 » 4 and „ alone"),
    ],
)
def test_quotes_of_other_languages_are_made_even(text, even):
    assert one_line(text) == even


@pytest.mark.parametrize(
    "title",
    [
        "Cancelado el concierto de Valeria en Madrid por la lluvia",
        "El festival de la serie ‘Valeria’ ha sido cancelado por la tormenta",
        "Diana Gómez, de ‘Valeria’, cancela su gira",
        "Konzert zur Serie „Kleo“ in Berlin abgesagt",
        "Annulation du festival : la star de « Marianne » réagit",
    ],
)
def test_something_of_a_show_that_is_cancelled_is_not_the_show(title, abroad, entry):
    assert Kind.CANCELLED not in {claim.kind for claim in abroad.read(entry(title)).claims}


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=200))
def test_no_text_troubles_a_table(text):
    for table in READ:
        find_seasons_in(table, text)
        find_dates_in(table, text, TUESDAY)


def test_a_long_text_is_searched_quickly():
    text = "la temporada y la temporada de la serie " * 17
    began = time.perf_counter()
    for table in READ:
        for rule in table.rules:
            rule.pattern.search(text)
    assert time.perf_counter() - began < 1
