from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.feeds.identity import BRAKE, Identified, canonical_link, hashes, identify, unseen
from bot.feeds.parsed import ParsedEntry

words = st.text(max_size=12)
links = st.sampled_from(["", "https://a.example/1", "https://a.example/2", "http://a.example/1?utm_source=x"])
entries = st.builds(
    ParsedEntry, guid=st.sampled_from(["", "a", "b", "c"]), link=links, title=words, summary=words, content=words
)
feeds = st.lists(entries, max_size=12)


def known(feed: Sequence[Identified]) -> frozenset[int]:
    return frozenset().union(*(one.hashes.known for one in feed))


def news(count: int, **changes: Any) -> list[ParsedEntry]:
    return [
        replace(
            ParsedEntry(guid=f"g{n}", link=f"https://a.example/{n}", title=f"Title {n}", summary=f"Text {n}"), **changes
        )
        for n in range(count)
    ]


@given(feeds)
def test_what_was_shown_once_is_never_new_again(feed):
    first = identify(feed)
    assert unseen(identify(feed), known(first)) == ()


@given(feeds)
def test_at_first_everything_is_new_and_has_an_identity_of_its_own(feed):
    first = identify(feed)
    assert unseen(first, frozenset()) == first
    assert len({one.hashes.primary for one in first}) == len(first)
    assert all(one.entry in feed for one in first)


@given(entries)
def test_hashes_fit_a_signed_64_bit_column(entry):
    assert all(-(2**63) <= value < 2**63 for value in hashes(entry).known)


@given(feeds, st.randoms())
def test_the_order_of_a_feed_does_not_matter_to_what_is_seen(feed, random):
    seen = known(identify(feed))
    random.shuffle(feed)
    assert unseen(identify(feed), seen) == ()


def test_a_new_entry_is_new():
    before, after = identify(news(3)), identify(news(4))
    assert [one.entry and one.entry.guid for one in unseen(after, known(before))] == ["g3"]


def test_an_edited_entry_under_its_guid_is_not_new():
    seen = known(identify(news(1)))
    edited = [replace(news(1)[0], title="Corrected", link="https://a.example/moved")]
    assert unseen(identify(edited), seen) == ()


def test_a_changed_guid_is_not_news_while_link_and_text_stay():
    seen = known(identify(news(2)))
    renamed = [replace(entry, guid=f"{entry.guid}-again") for entry in news(2)]
    assert unseen(identify(renamed), seen) == ()


def test_a_changed_guid_with_another_text_is_news():
    seen = known(identify(news(2)))
    other = [replace(news(1)[0], guid="other", title="Something else", summary="")]
    assert len(unseen(identify(other), seen)) == 1


def test_all_guids_and_texts_changed_at_once_let_only_new_links_through():
    seen = known(identify(news(BRAKE + 5)))
    changed = [replace(entry, guid=f"v2-{entry.guid}", summary="New template") for entry in news(BRAKE + 6)]
    assert [one.entry and one.entry.link for one in unseen(identify(changed), seen)] == [
        f"https://a.example/{BRAKE + 5}"
    ]


def test_the_brake_does_not_hold_up_real_news_whose_links_are_all_the_home_page():
    home = "https://a.example/"
    seen = known(identify(news(10, link=home)))
    fresh = [
        replace(entry, guid=f"n-{entry.guid}", title=f"New {entry.title}", summary="") for entry in news(10, link=home)
    ]
    assert len(unseen(identify(fresh), seen)) == 10


def test_after_a_long_silence_all_the_new_entries_come_through():
    old, new = news(30)[:15], news(30)[15:]
    assert len(unseen(identify(new), known(identify(old)))) == 15


def test_entries_that_share_one_guid_are_told_apart():
    feed = identify(news(3, guid="same"))
    assert len(feed) == 3
    assert len(unseen(identify(news(4, guid="same")), known(feed))) == 1


def test_a_feed_that_stops_repeating_a_guid_brings_nothing_old_again():
    seen = known(identify(news(3, guid="same")))
    assert unseen(identify(news(1, guid="same")), seen) == ()


def test_the_same_entry_twice_in_a_feed_is_one():
    assert len(identify([*news(2), *news(2)])) == 2
    assert len(identify([*news(2), *(replace(entry, guid=f"copy-{entry.guid}") for entry in news(2))])) == 2


def test_without_guid_and_link_the_text_is_the_identity():
    bare = news(2, guid="", link="")
    assert len(identify(bare)) == 2
    assert unseen(identify(bare), known(identify(bare))) == ()


@pytest.mark.parametrize(
    "variant",
    [
        "http://example.com/news/1",
        "https://www.example.com/news/1/",
        "https://example.com/news/1?utm_source=rss&utm_medium=feed#comments",
        "https://EXAMPLE.com/news/./1?fbclid=abc",
    ],
)
def test_links_to_one_page_are_one(variant):
    assert canonical_link(variant) == canonical_link("https://example.com/news/1")


def test_parameters_that_name_the_page_are_kept_in_any_order():
    assert canonical_link("https://example.com/?p=1&lang=en") == canonical_link("https://example.com/?lang=en&p=1")
    assert canonical_link("https://example.com/?p=1") != canonical_link("https://example.com/?p=2")


@given(st.text(max_size=60))
def test_any_link_has_a_canonical_form(link):
    assert isinstance(canonical_link(f"https://example.com/{link}"), str)
    assert isinstance(canonical_link(link), str)


def test_a_column_with_the_same_words_each_time_is_news_on_a_day_when_all_is_new():
    seen = known(
        identify([*news(8), ParsedEntry(guid="c1", link="https://a.example/c1", title="Ratings", summary="-")])
    )
    new = [replace(one, guid=f"n{one.guid}", link=f"{one.link}/n", title=f"{one.title}!") for one in news(8)]
    column = ParsedEntry(guid="c2", link="https://a.example/c2", title="Ratings", summary="-")
    assert len(unseen(identify([*new, column]), seen)) == 9


def test_a_short_feed_whose_guids_all_change_does_not_flood():
    seen = known(identify(news(4)))
    changed = [replace(one, guid=f"new-{one.guid}", summary="else") for one in news(4)]
    assert unseen(identify(changed), seen) == ()
    one_link = known(identify(news(4, link="https://a.example/")))
    fresh = [replace(one, title=f"{one.title}!", guid=f"x{one.guid}") for one in news(4, link="https://a.example/")]
    assert len(unseen(identify(fresh), one_link)) == 4
