"""What a reading holds beside its claims: shows that come and go, reasons, old news, denials, the headline's word."""

from __future__ import annotations

import pytest

from bot.model.claim import Certainty, Kind
from bot.model.show import Show, ShowId
from bot.model.source import Tier
from bot.news.reader import Reader

LANTERN_ROW = Show(ShowId("lantern-row"), "Lantern Row", year=2021, network="ITV1", people=("Nell Haskett",))


def test_an_entry_that_names_no_show_says_nothing(reader, entry):
    assert reader.read(entry("Council cancels the summer fair")) == Reader(()).read(entry("x"))


def test_a_show_is_read_from_the_moment_it_is_added(entry):
    reader = Reader(())
    item = entry("ITV renews Lantern Row for a third series")
    assert reader.read(item).subjects == ()
    reader.add(LANTERN_ROW)
    assert reader.read(item).subjects == ("lantern-row",)


def test_a_removed_show_is_not_read_and_one_of_its_name_still_is(entry):
    other = Show(ShowId("lantern-row-us"), "Lantern Row", year=2024, network="NBC")
    reader = Reader((LANTERN_ROW, other))
    item = entry("NBC renews Lantern Row for a second season")
    assert reader.read(item).subjects == ("lantern-row-us",)
    reader.remove(other.id)
    assert reader.read(item).subjects == ("lantern-row",)
    reader.remove(LANTERN_ROW.id)
    assert reader.read(item).subjects == ()
    reader.remove(LANTERN_ROW.id)


def test_a_show_added_anew_takes_the_place_of_its_old_self(entry):
    reader = Reader((LANTERN_ROW,))
    reader.add(Show(LANTERN_ROW.id, "Harbour Row"))
    assert reader.read(entry("Lantern Row renewed for series four")).subjects == ()
    assert reader.read(entry("Harbour Row renewed for series four")).subjects == ("lantern-row",)


def test_reading_is_the_same_every_time(reader, entry):
    item = entry("Copper Sky cancelled by Hulu after three seasons", "The finale airs on Friday.")
    assert reader.read(item) == reader.read(item)


def test_a_claim_keeps_its_sentence_its_rule_and_where_it_stood(reader, entry):
    (claim,) = reader.read(entry("Hulu cancels Copper Sky after three seasons")).claims
    assert claim.sentence == "Hulu cancels Copper Sky after three seasons"
    assert (claim.rule, claim.by, claim.outlet, claim.url) == ("cancelled", "Hulu", "Tellybox", "https://example.org/a")
    assert claim.happened.isoformat() == "2025-06-03T12:00:00+00:00"


def test_the_trace_tells_what_was_held_back_and_why(reader, entry):
    reading = reader.read(entry("Will Copper Sky be cancelled by Hulu?"))
    assert reading.main is None
    assert any("a question" in trace.outcome for trace in reading.trace)


@pytest.mark.parametrize(
    "text",
    [
        "The show was renewed in March 2023 for a third season.",
        "In 2022, Hulu cancelled the drama, only to change its mind.",
        "Hulu had previously axed the series.",
        "Last year the streamer pulled the plug on its sister show.",
        "Back in January Dean Alvaro hoped for a fourth season.",
        "A year ago the network announced that it would end with season three.",
    ],
)
def test_old_news_in_the_text_is_no_claim(text, reader, entry):
    reading = reader.read(
        entry("Copper Sky season 3 trailer is here", content=f"<p>Hulu put the trailer out.</p><p>{text}</p>")
    )
    assert {claim.kind for claim in reading.claims if not claim.background} == {Kind.TRAILER}


@pytest.mark.parametrize(
    "title",
    [
        "Hulu denies that Copper Sky has been cancelled",
        "Copper Sky has not been cancelled, says creator Dean Alvaro",
        "Dean Alvaro rubbishes talk of Copper Sky being axed",
        "Copper Sky isn’t ending, Hulu insists",
        "Copper Sky was nearly cancelled, Dean Alvaro reveals",
        "Should Copper Sky be cancelled?",
        "Petition to save Copper Sky if it is cancelled passes 50,000 names",
        "Copper Sky renewed after all: why the axed drama deserved it",
        "Copper Sky star Dean Alvaro cancels tour",
        "Hulu cancels subscription bundle as Copper Sky returns",
        "What if Copper Sky gets cancelled?",
        "Copper Sky: the cancelled show within the show, explained",
        "On this day: Hulu cancels Copper Sky",
        "Dean Alvaro not returning for Copper Sky season 4",
        "“Hulu should cancel Copper Sky,” says critic",
        "10 shows cancelled too soon, and why Copper Sky fans should worry",
    ],
)
def test_never_says_cancelled_where_it_is_not(title, reader, entry):
    kinds = {claim.kind for claim in reader.read(entry(title)).claims if claim.certainty.moves_fate}
    assert Kind.CANCELLED not in kinds
    assert Kind.ENDED not in kinds


def test_the_headline_outweighs_a_cancellation_that_the_text_repeats(reader, entry):
    reading = reader.read(
        entry(
            "Copper Sky renewed for season 4 by Hulu",
            content="Reports said the drama was cancelled. Hulu cancels The Ninth Floor, though.",
        )
    )
    assert (ShowId("copper-sky"), Kind.CANCELLED) not in {(claim.show, claim.kind) for claim in reading.claims}


@pytest.mark.parametrize(
    ("title", "certainty"),
    [
        ("Hulu renews Copper Sky for season 4", Certainty.OFFICIAL),
        ("Copper Sky renewed for season 4", Certainty.REPORTED),
        ("Copper Sky renewed for season 4 at Hulu, Deadline reports", Certainty.REPORTED),
        ("Copper Sky reportedly renewed for season 4", Certainty.RUMOUR),
        ("Insiders say Copper Sky will be renewed for season 4", Certainty.RUMOUR),
        ("Copper Sky creator Dean Alvaro hopes for a season 4", Certainty.HINTED),
    ],
)
def test_certainty_is_of_whoever_stands_behind_it(title, certainty, reader, entry):
    (claim,) = reader.read(entry(title)).claims
    assert claim.certainty is certainty


def test_a_press_release_is_the_networks_word(reader, entry):
    (claim,) = reader.read(entry("Copper Sky renewed for season 4", tier=Tier.PRESS_RELEASE)).claims
    assert claim.certainty is Certainty.OFFICIAL


def test_a_round_up_is_read_line_by_line(reader, entry):
    reading = reader.read(
        entry(
            "Hulu and AMC set their autumn dates",
            content="<ul><li><b>Copper Sky</b> season 4 (Hulu): September 9</li><li><b>Dark Winds</b> season 4 (AMC): 2 October"
            "</li></ul><p>Not on the list: Yellowjackets, which Showtime canceled in March.</p>",
        )
    )
    assert [(claim.show, claim.season, claim.when) for claim in reading.claims] == [
        ("copper-sky", 4, "2025-09-09"),
        ("dark-winds", 4, "2025-10-02"),
    ]
    assert reading.mentions == ("yellowjackets",)


def test_titles_in_a_list_of_links_are_mentions(reader, entry):
    reading = reader.read(
        entry(
            "Copper Sky renewed for season 4 by Hulu",
            content="Hulu made it official.\nMORE FROM TELLYBOX\nYellowjackets cancelled after three seasons",
        )
    )
    assert reading.subjects == ("copper-sky",)
    assert reading.mentions == ("yellowjackets",)


def test_each_show_has_one_story_and_the_main_claim_leads(reader, entry):
    reading = reader.read(
        entry("Hulu renews Copper Sky for season 4", "Filming begins in August, and the drama returns in 2026.")
    )
    assert reading.claims[0].kind is reading.main is Kind.RENEWED
    assert [(key.show, key.kind) for key in reading.stories] == [("copper-sky", Kind.RENEWED)]


def test_what_is_done_to_another_show_is_not_done_to_the_one_before_it(entry):
    reader = Reader([Show(id=ShowId("heartstopper"), name="Heartstopper", network="Netflix")])
    for title in (
        "Netflix renews Heartstopper but cancels Wednesday",
        "Netflix Renews ‘Heartstopper’ But Cancels Wednesday",
        "Netflix renews Heartstopper but axes Zebra Crossing Nights",
    ):
        assert [claim.kind for claim in reader.read(entry(title)).claims] == [Kind.RENEWED], title


@pytest.mark.parametrize(
    ("title", "teaser", "is_meant"),
    [
        ("Netflix orders a third year at Nevermore for Wednesday", "Jenna Ortega will be back in class.", True),
        ("Netflix hands another season to Wednesday", "Jenna Ortega will be back in class.", False),
        ("Netflix orders a third year at Nevermore for Wednesday", "The pupils will be back in class.", False),
        ("HBO orders a third year at Hogwarts for Wednesday", "Jenna Ortega will be back in class.", False),
        ("Netflix orders a third pizza for Wednesday", "Jenna Ortega will be back in class.", False),
    ],
)
def test_a_weekday_is_a_show_where_its_network_orders_more_of_it(entry, title, teaser, is_meant):
    show = Show(ShowId("wednesday"), "Wednesday", (), 2022, "US", "Netflix", ("Jenna Ortega",))
    assert (Reader([show]).read(entry(title, teaser)).subjects == ("wednesday",)) is is_meant
