from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.feeds.identity import BRAKE
from bot.feeds.parsed import ParsedEntry, ParsedFeed
from bot.feeds.window import MOST_EDITS, Comparison, Look
from bot.model.window import Shown


def item(number: int, **changes: Any) -> ParsedEntry:
    entry = ParsedEntry(
        guid=f"g{number}",
        link=f"https://a.example/{number}",
        title=f"Title {number}",
        summary=f"Text {number}",
        fingerprint=number,
    )
    return replace(entry, **changes)


class Feed:
    """A feed that is looked at again and again, as the bot does it: what was seen is remembered for ever."""

    def __init__(self) -> None:
        self.window: tuple[Shown, ...] = ()
        self.seen: set[int] = set()

    def show(self, *entries: ParsedEntry, strip: bool = True) -> Comparison:
        known = {shown.fingerprint for shown in self.window if shown.fingerprint is not None} if strip else set()
        feed = ParsedFeed(
            title="",
            entries=tuple(entry for entry in entries if entry.fingerprint not in known),
            stripped=tuple(entry.fingerprint for entry in entries if entry.fingerprint in known),
        )
        look = Look(feed, self.window)
        found = look.compare(look.to_ask & self.seen)
        self.window = found.window
        self.seen |= found.to_remember
        return found


def titles(found: Comparison) -> list[str]:
    return [one.entry.title for one in found.new if one.entry is not None]


def test_what_is_known_is_not_read_again_and_only_the_rest_is_new():
    feed = Feed()
    assert titles(feed.show(item(1), item(2))) == ["Title 1", "Title 2"]
    found = feed.show(item(3), item(1), item(2))
    assert titles(found) == ["Title 3"]
    assert not found.edited
    assert len(feed.window) == 3


def test_an_edit_is_noticed_and_is_not_new():
    feed = Feed()
    feed.show(item(1), item(2))
    found = feed.show(item(1, title="Title 1, corrected", fingerprint=11), item(2))
    assert not found.new
    assert [edited.entry.title for edited in found.edited] == ["Title 1, corrected"]
    assert not feed.show(item(1, title="Title 1, corrected", fingerprint=11), item(2)).edited


def test_another_fingerprint_of_the_same_text_is_no_edit():
    feed = Feed()
    feed.show(item(1))
    found = feed.show(item(1, fingerprint=12, tags=("new",)))
    assert not found.new
    assert not found.edited
    assert feed.window[0].fingerprint == 12


def test_an_entry_with_a_clock_in_its_text_is_heeded_so_many_times():
    feed = Feed()
    feed.show(item(1))
    edits = [
        len(feed.show(item(1, summary=f"{minute} minutes ago", fingerprint=100 + minute)).edited)
        for minute in range(MOST_EDITS + 10)
    ]
    assert sum(edits) == MOST_EDITS
    assert edits[-1] == 0


def test_an_edit_of_one_of_several_with_a_guid_is_told_by_its_link():
    feed = Feed()
    feed.show(item(1, guid="same"), item(2, guid="same"), item(3, guid="same"))
    found = feed.show(item(1, guid="same"), item(2, guid="same", summary="else", fingerprint=22), item(3, guid="same"))
    assert not found.new
    assert [edited.entry.link for edited in found.edited] == ["https://a.example/2"]


def test_a_new_entry_with_a_guid_that_others_had_is_not_lost_when_they_have_gone():
    feed = Feed()
    feed.show(item(1, guid="same"), item(2, guid="same"), item(3, guid="same"))
    found = feed.show(item(4, guid="same"))
    assert titles(found) == ["Title 4"]


def test_an_edit_at_the_moment_when_another_entry_gets_the_same_guid_is_an_edit():
    feed = Feed()
    feed.show(item(1, guid="same"))
    found = feed.show(item(1, guid="same", summary="else", fingerprint=11), item(2, guid="same"))
    assert titles(found) == ["Title 2"]
    assert [edited.entry.link for edited in found.edited] == ["https://a.example/1"]


def test_what_left_the_feed_and_comes_back_is_not_new():
    feed = Feed()
    feed.show(item(1), item(2))
    feed.show(item(2), item(3))
    found = feed.show(item(1), item(3))
    assert not found.new


def test_guids_that_change_with_every_poll_do_not_flood_and_are_told():
    feed = Feed()
    feed.show(*(item(n) for n in range(BRAKE + 5)))
    # Their texts were touched too, so that link and title do not both agree.
    found = feed.show(
        *(item(n, guid=f"new{n}", summary=f"Text {n}!", fingerprint=100 + n) for n in range(BRAKE + 5)), item(99)
    )
    assert titles(found) == ["Title 99"]
    assert found.braked == BRAKE + 5


def test_a_feed_that_cannot_be_taken_apart_is_compared_all_the_same():
    feed = Feed()
    feed.show(item(1, fingerprint=None), item(2, fingerprint=None))
    found = feed.show(item(3, fingerprint=None), item(1, fingerprint=None, summary="else"), item(2, fingerprint=None))
    assert titles(found) == ["Title 3"]
    assert [edited.entry.guid for edited in found.edited] == ["g1"]


def test_an_entry_stays_known_by_the_window_though_the_seen_marks_were_forgotten():
    feed = Feed()
    feed.show(item(1), item(2))
    feed.seen.clear()
    assert not feed.show(item(1, title="Else", fingerprint=50), item(2)).new


numbers = st.lists(st.integers(0, 8), max_size=8, unique=True)


@given(st.lists(numbers, max_size=6))
def test_each_entry_is_new_once_whether_it_is_stripped_or_read_again(shows):
    stripped, whole = Feed(), Feed()
    told: list[str] = []
    for shown in shows:
        entries = [item(number) for number in shown]
        found = stripped.show(*entries)
        assert sorted(titles(found)) == sorted(titles(whole.show(*entries, strip=False)))
        assert not found.edited
        assert len(stripped.window) == len(shown)
        told += titles(found)
    assert sorted(told) == sorted({f"Title {number}" for shown in shows for number in shown})
