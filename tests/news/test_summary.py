"""A summary is true to the entry: bounded, no number or name that it lacks, no old news, sentences whole."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.model.claim import Certainty
from bot.news.opening import retold
from bot.news.summary import MAX_LENGTH, cut, paired


def test_it_begins_with_what_happened_and_adds_what_the_entry_tells(reader, entry):
    reading = reader.read(
        entry(
            "Hulu cancels Copper Sky",
            "The desert drama ends after three seasons, the streamer confirmed.",
            "<p>Dean Alvaro thanked the crew in a long post.</p><p>It was renewed in May 2023.</p>",
        )
    )
    assert reading.summary == (
        "Copper Sky: cancelled. The desert drama ends after three seasons, the streamer confirmed. "
        "Dean Alvaro thanked the crew in a long post."
    )


def test_a_number_that_the_entry_writes_as_a_word_is_not_written_as_a_number(reader, entry):
    reading = reader.read(
        entry("Hulu renews Copper Sky for a fourth season", "The desert drama goes on, the streamer said.")
    )
    assert reading.claims[0].season == 4
    assert reading.summary.startswith("Copper Sky: renewed for season four.")
    assert "4" not in reading.summary


def test_a_bare_headline_still_makes_a_summary(reader, entry):
    reading = reader.read(entry("Hulu axes Copper Sky"))
    assert 40 <= len(reading.summary) <= 400


def test_quotes_are_left_in_pairs(reader, entry):
    reading = reader.read(
        entry(
            "Hulu renews Copper Sky for season 4",
            "“We are thrilled to go back to the desert. It is “home” to us all, the team wrote.",
        )
    )
    assert reading.summary.count("“") == reading.summary.count("”")


def test_links_and_chatter_are_left_out(reader, entry):
    reading = reader.read(
        entry(
            "Hulu renews Copper Sky for season 4",
            "Sign up for our newsletter to get all the desert drama news. Hulu has given the desert drama one more year.",
            "Read more\n• Yellowjackets: everything that happened this year",
        )
    )
    assert "newsletter" not in reading.summary
    assert "Yellowjackets" not in reading.summary


@given(st.text(max_size=1_500))
@settings(max_examples=100, deadline=None)
def test_a_cut_is_short_enough_and_ends_clean(text):
    short = cut(text)
    assert len(short) <= MAX_LENGTH
    assert short == text or short.endswith(("…", ".", "!", "?"))
    assert re.sub(r"…$", "", short) == text[: len(re.sub(r"…$", "", short))] or short.endswith("…")


@pytest.mark.parametrize(
    ("title", "opening"),
    [
        ("Zendaya Coleman joins Vigil series three", "Vigil: Zendaya Coleman joins the cast."),
        ("Nia Long and Jim Beaver Join ‘Landman’", "Landman: Nia Long and Jim Beaver join the cast."),
        ("Vigil: Suranne Jones not returning for series three", "Vigil: Suranne Jones leaves the cast."),
        ("CBS Passes on ‘Elsbeth’ Spinoff", "Elsbeth: no spin-off is to be made."),
        ("Gavin & Stacey: James Corden rules out another series", "Gavin & Stacey: more is ruled out."),
        ("Outlander: the last ever episode aired on Starz last night", "Outlander: over, the last episode is out."),
    ],
)
def test_it_opens_with_one_colon_and_leaves_names_as_they_are(reader, entry, title, opening):
    assert reader.read(entry(title)).summary.startswith(opening)


@pytest.mark.parametrize(
    ("title", "opening"),
    [
        ("Hulu renews ‘Copper Sky’ for a fourth season", "Copper Sky: renewed for season four."),
        ("‘Copper Sky’ Canceled by Hulu After Two Seasons", "Copper Sky: cancelled after two seasons."),
        ("Copper Sky season 3 premieres September 21 on Hulu", "Copper Sky: season 3 premieres on 21 September."),
        ("Hulu Renews ‘Copper Sky’ for Seasons 4 and 5", "Copper Sky: renewed for seasons 4 and 5."),
        ("Hulu moves Copper Sky season 3 to early next year", "Copper Sky: season 3 "),
    ],
)
def test_it_opens_in_the_figures_that_the_entry_uses(reader, entry, title, opening):
    assert reader.read(entry(title)).summary.startswith(opening)


def test_of_a_headline_alone_it_never_opens_with_the_headline_or_the_teaser(reader, entry):
    reading = reader.read(entry("‘Copper Sky’ Canceled by Hulu After Two Seasons", "The dust has settled at last."))
    assert reading.summary.startswith("Copper Sky: cancelled")


def test_sentences_that_tell_no_fact_are_passed_over_where_others_do(reader, entry):
    reading = reader.read(
        entry(
            "Hulu renews Copper Sky for season 4",
            "Cry into your tea no more, everybody out there. Dean Alvaro returns as the sheriff, Hulu said.",
        )
    )
    assert reading.summary == "Copper Sky: renewed for season 4. Dean Alvaro returns as the sheriff, Hulu said."


def test_what_is_dated_long_ago_is_left_out_though_no_rule_reads_it(reader, entry):
    reading = reader.read(
        entry(
            "Hulu renews Copper Sky for season 4",
            "The desert drama goes on, Hulu said on Tuesday.",
            "In March 2021, Dean Alvaro bought the rights to the novel by Ann Field.",
        )
    )
    assert "2021" not in reading.summary


def test_an_entry_about_a_show_whose_news_is_not_recognised_is_summed_up_and_claims_nothing(reader, entry):
    reading = reader.read(
        entry("‘Copper Sky’ on Hulu: the desert has ears", "The Hulu drama has hired a hundred camels.")
    )
    assert (reading.main, reading.claims, reading.stories) == (None, (), ())
    assert reading.summary.startswith("Copper Sky: in the news, but what happened was not recognised.")
    assert reader.read(entry("Copper Sky recap: the desert has ears")).summary == ""


PIECES = st.sampled_from(
    [
        "Hulu renews Copper Sky for a fourth season.", "Hulu cancelled “Copper Sky” after two seasons.",
        "“It is over”, said Dean Alvaro", "(The ‘drama’ ends.", "It is back in 2027!", "Season 3 opens on Sept. 21.",
        "„Copper Sky“ endet.", "The “last” season”", "Dr. A. Smith joins as Ray [pictured.", "In March 2021 it began.",
        "A film will end it.", "Nia Long leaves Copper Sky", '"Ten episodes', "Filming begins in Utah on 3 July 2025.",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, min_size=1, max_size=8).map(" ".join)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_an_entry_says_its_summary_keeps_the_rules(reader, entry, data):
    title = data.draw(st.sampled_from(["Hulu renews Copper Sky", "Copper Sky: trailer", "Copper Sky"]))
    texts = [f"{title} {data.draw(TEXTS)}", data.draw(TEXTS), data.draw(TEXTS)]
    summary = reader.read(entry(*texts)).summary
    if not summary:
        return
    assert 40 <= len(summary) <= MAX_LENGTH
    assert summary.endswith((".", "!", "?", "…", "”", "“", '"', ")", "]", "’"))
    assert set(re.findall(r"\d+", summary)) <= {n.lstrip("0") for n in re.findall(r"\d+", " ".join(texts))}
    german = summary.count("„") == summary.count("“") and "„" in summary
    assert german or summary.count("“") == summary.count("”")
    assert summary.count('"') % 2 == 0
    assert all(summary.count(a) == summary.count(b) for a, b in ("()", "[]", "«»"))


@given(st.text(alphabet='ab “”„"()[]«».!?', max_size=900))
@settings(max_examples=150, deadline=None)
def test_whole_sentences_that_are_in_pairs_stay_so_when_cut(text):
    short = cut(paired(text))
    assert len(short) <= MAX_LENGTH
    for start, end in ("()", "[]", "«»"):
        assert short.count(start) == short.count(end)
    assert short.count('"') % 2 == 0


@pytest.mark.parametrize(
    "told",
    [
        "Renews ‘Copper Sky’ for a Fourth Season",
        "Renews ‘Copper Sky’ for Season 4",
        "Cancels ‘Copper Sky’ After Two Seasons",
        "Renews ‘Copper Sky’",
    ],
)
def test_it_can_be_told_again_with_less_certainty(reader, entry, shows, told):
    reading = reader.read(entry(f"Hulu {told}", "The drama about the desert was a topic on Monday, Hulu said."))
    show = next(one for one in shows if one.id == "copper-sky")
    lowered = [replace(claim, certainty=Certainty.RUMOUR) for claim in reading.claims]
    again = retold(reading.summary, show, reading.claims, lowered)
    assert again.startswith("Copper Sky: rumour: ")
    assert again.replace("rumour: ", "") == reading.summary
    assert retold(again, show, reading.claims, reading.claims) == again
