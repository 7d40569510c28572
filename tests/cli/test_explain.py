"""`cliffhanger explain`: from a file of any of its kinds, with the rule's name; and what cannot be explained."""

from __future__ import annotations

import json

import pytest

TEXT = "Netflix Cancels ‘Bridgerton’ After Five Seasons\nThe streamer confirmed it on Thursday."
FEED = """<rss version="2.0"><channel><title>Backlot</title>
<item><title>Netflix Renews ‘Heartstopper’ for Season 4</title><link>https://example.com/1</link></item>
<item><title>Nothing About Television</title></item></channel></rss>"""
ITEM = {
    "id": "a",
    "source": "B",
    "title": "Netflix Ends ‘Heartstopper’ With a Film",
    "published": "2025-04-22T15:00:00Z",
}


def test_a_text_whose_first_line_is_the_headline(cliffhanger):
    ended = cliffhanger("explain", "-", typed=TEXT)
    assert ended.code == 0, ended.err
    assert "is about bridgerton" in ended.out
    assert "+ cancelled: bridgerton: cancelled, official" in ended.out
    assert "Status of bridgerton by this entry alone: Cancelled." in ended.out


def test_a_feed(cliffhanger, tmp_path):
    (tmp_path / "feed.xml").write_text(FEED)
    ended = cliffhanger("explain", "feed.xml")
    assert "Outcome: renewed" in ended.out
    assert "Shows: it names none that is tracked." in ended.out
    assert "Nothing About Television" not in cliffhanger("explain", "feed.xml", "--first", "1").out


def test_labelled_items(cliffhanger, tmp_path):
    (tmp_path / "items.jsonl").write_text(json.dumps(ITEM))
    assert "Outcome: film" in cliffhanger("explain", "items.jsonl").out


def test_shows_of_ones_own(cliffhanger, tmp_path):
    (tmp_path / "shows.json").write_text(json.dumps([{"id": "zebra", "name": "Zebra Crossing Nights"}]))
    told = cliffhanger("explain", "--shows", "shows.json", "-", typed="‘Zebra Crossing Nights’ Renewed for Season 2")
    assert "is about zebra" in told.out


@pytest.mark.parametrize(
    ("source", "typed", "words"),
    [
        ("nowhere.xml", "", "nowhere.xml cannot be read"),
        ("-", "", "there is no entry in it"),
        ("-", "<html><body>Hello</body></html>", "page"),
        ("http://127.0.0.1:1/feed", "", "public internet"),
        ("http://", "", "URL"),
    ],
)
def test_what_cannot_be_explained_ends_with_one_line(cliffhanger, source, typed, words):
    ended = cliffhanger("explain", source, typed=typed)
    assert ended.code == 1
    assert words in ended.err
    assert ended.err.count("\n") == 1
