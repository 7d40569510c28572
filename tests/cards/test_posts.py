"""The post and the page of news, as a channel sees them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.cards.embeds import embed
from bot.cards.news_card import news_card
from bot.cards.story_card import story_card
from bot.model.claim import Certainty
from bot.model.server import RoleId


def test_a_post(desk, lines_of):
    story = desk.story(desk.report(), desk.report("Daily Comet", 2), desk.report("TVPulse", 3))
    card = story_card(desk.show, story, label="Heartstopper", ref="abcd2345", role=RoleId(77))
    assert card.role == 77
    assert (
        lines_of(card)
        == """\
<@&77>
Heartstopper: Ending with a film, not a season 4
https://screenwire.example/1
Netflix ends the show with a film. Alice Oseman writes it.

**Official** · Netflix
[ScreenWire](https://screenwire.example/1) · <t:1745326800:f>
Also reported by [Daily Comet](https://dailycomet.example/2) and [TVPulse](https://tvpulse.example/3)
-- Cliffhanger · abcd2345"""
    )


def test_a_post_shows_the_first_picture_that_a_report_has(desk):
    pictured = replace(desk.report("Daily Comet", 2), image="https://dailycomet.example/2.jpg")
    card = story_card(desk.show, desk.story(desk.report(), pictured), label="", ref="", role=None)
    assert card.thumbnail == "https://dailycomet.example/2.jpg"
    assert embed(card).thumbnail.url == card.thumbnail
    assert story_card(desk.show, desk.story(desk.report()), label="", ref="", role=None).thumbnail == ""


def test_a_post_does_not_say_its_title_twice(desk):
    story = desk.story(
        desk.report(), headline="Renewed for season 4", summary="Heartstopper: renewed for season 4. It is back in May."
    )
    card = story_card(desk.show, story, label="Heartstopper", ref="abcd2345", role=None)
    assert card.description.startswith("It is back in May.\n\n")


def test_a_post_without_a_role_mentions_nobody(desk):
    card = story_card(desk.show, desk.story(desk.report()), label="Heartstopper", ref="abcd2345", role=None)
    assert (card.content, card.role) == ("", None)


def test_a_post_of_a_rumour_without_summary(desk, lines_of):
    story = desk.story(
        desk.report("Spoiler Alley", 9), certainty=Certainty.RUMOUR, by=None, summary="", headline="A film is rumoured"
    )
    assert (
        lines_of(story_card(desk.show, story, label="Heartstopper", ref="", role=None))
        == """\
Heartstopper: A film is rumoured
https://spoileralley.example/9
**Rumour**
[Spoiler Alley](https://spoileralley.example/9) · <t:1745326800:f>
-- Cliffhanger"""
    )


def test_an_outlet_is_named_once_and_many_are_counted(desk):
    reports = [desk.report(outlet, number) for number, outlet in enumerate("ABBACDEFG")]
    card = story_card(desk.show, desk.story(*reports), label="H", ref="r", role=None)
    also = card.description.rsplit("\n", 1)[-1]
    assert also == (
        "Also reported by [B](https://b.example/1), [C](https://c.example/4), [D](https://d.example/5), "
        "[E](https://e.example/6) and 2 more"
    )


def test_no_more_of_an_article_than_good_manners_allow(desk):
    story = desk.story(desk.report(), summary="A sentence of the article that goes on. " * 10)
    summary = story_card(desk.show, story, label="H", ref="r", role=None).description.split("\n")[0]
    assert len(summary) <= 250
    assert summary.endswith(".")


def test_a_story_without_a_readable_report_is_still_told(desk, lines_of):
    told = lines_of(story_card(desk.show, desk.story(), label="Heartstopper", ref="r", role=None))
    assert "<t:1745326800:f>" in told


@pytest.mark.parametrize("label", ["", "Heartstopper"])
def test_the_same_story_gives_the_same_card(desk, label):
    cards = [story_card(desk.show, desk.story(desk.report()), label=label, ref="r", role=None) for _ in range(2)]
    assert cards[0] == cards[1]
    assert cards[0].title.startswith("Heartstopper: ")


def test_the_reference_is_found_whatever_the_story_says(desk):
    story = desk.story(desk.report("x" * 5000), headline="y" * 5000, summary="z" * 9000, by="w" * 9000)
    assert "abcd2345" in story_card(desk.show, story, label="v" * 5000, ref="abcd2345", role=None).footer


def test_a_page_of_news(desk, lines_of):
    stories = [
        desk.story(desk.report(), desk.report("Daily Comet", 2)),
        desk.story(desk.report("TVPulse", 3), certainty=Certainty.HINTED, headline="Talk of season 4"),
    ]
    assert (
        lines_of(news_card(desk.show, stories, label="Heartstopper", page=2, pages=3))
        == """\
News: Heartstopper
[Ending with a film, not a season 4](https://screenwire.example/1)
**Official** · ScreenWire and [Daily Comet](https://dailycomet.example/2) · <t:1745326800:D>

[Talk of season 4](https://tvpulse.example/3)
**Hinted** · TVPulse · <t:1745326800:D>
-- Page 2 of 3 · Headlines and reports belong to the outlets named."""
    )


def test_no_news(desk, lines_of):
    assert (
        lines_of(news_card(desk.show, [], label="Heartstopper", page=1, pages=1))
        == """\
News: Heartstopper
No news about this show yet. Its sources are read all day; what they report will stand here.
-- Headlines and reports belong to the outlets named."""
    )


def test_a_full_page_with_usual_links_shows_every_story(desk):
    stories = [
        desk.story(*(desk.report(f"Outlet {letter}", url=f"https://a.example/{'x' * 150}") for letter in "ABCDE"))
        for _ in range(5)
    ]
    card = news_card(desk.show, stories, label="Heartstopper", page=1, pages=1)
    assert card.description.count("**Official**") == 5
