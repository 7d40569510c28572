"""What an entry tells of the past: evidence at its own date, never the entry's news; and what proves nothing."""

from __future__ import annotations

import pytest

from bot.model.claim import Certainty, Kind
from bot.model.source import Tier

TRAILER = "Copper Sky season 3 trailer is here"


@pytest.fixture
def told_in_passing(reader, entry):
    """The reading of an entry with a trailer for news and a sentence in its text."""

    def read(text, **more):
        return reader.read(entry(TRAILER, content=f"<p>Hulu put the trailer out.</p><p>{text}</p>", **more))

    return read


def old(reading):
    return [
        (claim.kind.value, claim.season, claim.happened.date().isoformat())
        for claim in reading.claims
        if claim.background
    ]


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("The show was renewed in March 2023 for a third season.", ("renewed", 3, "2023-03-16")),
        ("Copper Sky was renewed for a third season on 4 March 2024.", ("renewed", 3, "2024-03-04")),
        ("In March 2024, Hulu renewed Copper Sky for a third season.", ("renewed", 3, "2024-03-16")),
        ("The show was renewed for a third season back in March, to the joy of all.", ("renewed", 3, "2025-03-16")),
        ("The third season was ordered last year.", ("renewed", 3, "2024-07-01")),
        ("A third season was confirmed in February.", ("renewed", 3, "2025-02-14")),
        ("Hulu had renewed the drama in May 2024.", ("renewed", None, "2024-05-16")),
        ("Hulu cancelled the series in December 2022 after two seasons.", ("cancelled", None, "2022-12-16")),
        ("The desert drama was dumped by Hulu in April.", ("cancelled", None, "2025-04-15")),
    ],
)
def test_it_is_evidence_at_its_own_date(told_in_passing, text, evidence):
    reading = told_in_passing(text)
    assert old(reading) == [evidence]
    assert reading.main is Kind.TRAILER
    assert {key.kind for key in reading.stories} == {Kind.TRAILER}
    assert text not in reading.summary


@pytest.mark.parametrize(
    "text",
    [
        "Hulu had previously axed the series.",
        "The show was renewed last week, in a busy spring for the streamer.",
        "In 2022, Hulu cancelled the drama, only to change its mind.",
        "Last year the streamer pulled the plug on its sister show.",
        "In October 2024, Dean Alvaro said a fourth season would be the last.",
        "Dean Alvaro told reporters in March 2024 that the show was renewed.",
        "The show was reportedly cancelled in March 2024.",
        "The streamer had not renewed the show in March 2024.",
        "Was the show cancelled in March 2024?",
        "The trailer follows news from March 2024, after Hulu cancelled the drama.",
        "Hulu's other desert drama was cancelled in March 2024.",
        "It was renewed before its premiere in March 2024.",
        "The network cancelled it in 2010 and it was revived in 2023.",
        "Netflix picked up the rival drama for season two in May 2024.",
        "The remake of the show was cancelled in March 2024.",
    ],
)
def test_what_gives_no_date_or_is_no_plain_fact_proves_nothing(told_in_passing, text):
    assert old(told_in_passing(text)) == []


def test_a_season_behind_ahead_of_is_not_the_one_that_was_decided(told_in_passing):
    text = "Hulu renewed the show for a last season in February 2022, ahead of the two-part season four."
    assert old(told_in_passing(text)) == [("renewed", None, "2022-02-14")]


def test_what_the_entry_tells_as_its_own_news_is_no_background_too(reader, entry):
    reading = reader.read(
        entry(
            "Hulu renews Copper Sky for season 4", content="<p>Copper Sky was renewed in March 2024 for season 4.</p>"
        )
    )
    assert [(claim.kind, claim.background) for claim in reading.claims] == [(Kind.RENEWED, False)]


@pytest.mark.parametrize(
    ("tier", "certainty"),
    [
        (Tier.PRESS_RELEASE, Certainty.OFFICIAL),
        (Tier.TRADE, Certainty.REPORTED),
        (Tier.OUTLET, Certainty.REPORTED),
        (Tier.SPECULATIVE, Certainty.REPORTED),
    ],
)
def test_it_is_at_best_reported_but_in_a_press_release(told_in_passing, tier, certainty):
    reading = told_in_passing("Hulu renewed Copper Sky for a third season in March 2024.", tier=tier)
    assert [claim.certainty for claim in reading.claims if claim.background] == [certainty]


def test_an_entry_without_news_still_gives_evidence_and_nothing_else(reader, entry):
    reading = reader.read(
        entry("Copper Sky: all that we know", content="<p>Copper Sky was renewed in March 2024 for a third season.</p>")
    )
    assert (reading.main, reading.stories) == (None, ())
    assert old(reading) == [("renewed", 3, "2024-03-16")]


def test_the_trace_tells_it_with_its_date(told_in_passing):
    outcomes = [trace.outcome for trace in told_in_passing("The show was renewed in March 2024.").trace]
    assert "background: copper-sky: renewed, official, evidence at March 2024" in outcomes
    assert not any(outcome.startswith("held back: old news") for outcome in outcomes)


def test_back_in_march_may_as_well_be_to_come(reader, entry):
    reading = reader.read(entry("Copper Sky is renewed and back in March, Hulu says"))
    assert not any(claim.background for claim in reading.claims)
