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


def told(cliffhanger, text):
    ended = cliffhanger("explain", "-", typed=text)
    assert ended.code == 0, ended.err
    return ended.out


def test_it_tells_who_stands_behind_it_the_certainty_and_why(cliffhanger):
    out = told(cliffhanger, TEXT)
    assert "Language: English, read by the English rules." in out
    assert "Who stands behind it: Netflix." in out
    assert "+ cancelled: bridgerton: cancelled, official (Netflix)" in out


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("‘Heartstopper’: Netflix verlängert die Serie um eine vierte Staffel", "German, read by its own table."),
        (
            "Netflix: „Heartstopper” nie wróci, nie będzie kolejny sezon i to jest koniec, serial się kończy",
            "Polish, not read: its shows are matched and linked, but it claims nothing.",
        ),
    ],
)
def test_a_language_has_a_line_of_its_own_and_none_says_who_stands_behind_it(cliffhanger, text, language):
    out = told(cliffhanger, text)
    assert f"  Language: {language}\n" in out
    assert "Who stands behind it" not in out


def test_what_was_held_back_has_its_kind_and_its_reason(cliffhanger):
    out = told(cliffhanger, "Netflix Renews ‘Heartstopper’ for Season 4\nWill it be the end? It was not axed.")
    assert "- cancelled: held back: negated" in out
    out = told(cliffhanger, "‘Heartstopper’ Season 3 Recap\nNetflix has renewed Heartstopper for season 4.")
    assert "The headline tells no news: recap." in out
    assert "renewed, season 4, official; the headline tells no news (held back)" in out


def test_old_news_is_told_with_its_date_and_posted_as_nothing(cliffhanger):
    text = "‘Heartstopper’ Season 3 Trailer Is Out\nThe show was renewed for its third season in May 2022."
    out = told(cliffhanger, text)
    assert "~ renewed: background: heartstopper: renewed, season 3" in out
    assert "evidence at May 2022" in out
    assert "background: heartstopper: renewed, season 3, reported, evidence at about May 2022" in out
    assert "Outcome: trailer" in out


def test_the_story_it_joins_and_the_change_of_the_status(cliffhanger, tmp_path):
    later = ITEM | {"id": "b", "source": "C", "title": "‘Heartstopper’ to End With a Film at Netflix"}
    back = ITEM | {"id": "c", "title": "Netflix Saves ‘Heartstopper’ With a Season 4"}
    rows = [ITEM, later | {"published": "2025-04-22T19:00:00Z"}, back | {"published": "2025-09-01T09:00:00Z"}]
    (tmp_path / "items.jsonl").write_text("\n".join(map(json.dumps, rows)))
    out = cliffhanger("explain", "items.jsonl").out
    assert "Joins the story of “Netflix Ends ‘Heartstopper’ With a Film” (B)" in out
    assert "Status of heartstopper by the entries before: Ending with a film." in out
    assert "    With this one: the same." in out
    assert "    With this one: Revived for season 4." in out
