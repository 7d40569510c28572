"""The sample newsroom tells what it is meant to tell: its data are part of the product."""

from collections import Counter
from datetime import date

from bot.catalogue.index import TitleIndex
from bot.catalogue.load import load_catalogue
from bot.demo.stories import Format, Quirk
from bot.model.source import Tier


def days_of(stories, story):
    return [item.at.date() for item in stories.items if item.story == story]


def test_there_is_enough_to_see_and_all_of_it_lies_within_the_story(stories):
    assert 40 <= len(stories.items) <= 60
    moments = [item.at for item in stories.items]
    assert moments == sorted(moments)
    assert all(item.at < stories.ends for item in stories.items)
    assert stories.begins.date() == date(2024, 10, 1)
    assert all(stories.begins < ask.at < stories.ends for ask in stories.asks)


def test_ids_are_unique_and_every_item_has_an_outlet_of_its_own(stories):
    assert max(Counter(item.id for item in stories.items).values()) == 1
    assert {item.outlet for item in stories.items} == {outlet.id for outlet in stories.outlets}


def test_the_outlets_differ_as_real_ones_do(stories):
    assert {outlet.format for outlet in stories.outlets} == set(Format)
    assert {outlet.tier for outlet in stories.outlets} == set(Tier)
    assert {outlet.quirk for outlet in stories.outlets} == set(Quirk)


def test_every_tracked_show_is_told_of_and_no_other(stories):
    told = {item.story.partition("/")[0] for item in stories.items if item.story}
    assert told == {show.lower().replace(" ", "-") for show in stories.tracks}
    assert len(stories.tracks) == 6


def test_all_shows_but_the_invented_one_are_in_the_catalogue(stories):
    catalogue = TitleIndex(load_catalogue())
    assert [show for show in stories.tracks if len(catalogue.find(show)) != 1] == ["Harbour Nine"]


def test_the_story_of_heartstopper_is_told(stories):
    assert days_of(stories, "heartstopper/hopes for season 4") == [date(2024, 10, 8), date(2024, 10, 9)]
    assert days_of(stories, "heartstopper/still hoping in February") == [date(2025, 2, 11)]
    assert days_of(stories, "heartstopper/moving parts in March") == [date(2025, 3, 18)]
    assert days_of(stories, "heartstopper/filming is over") == [date(2025, 7, 30), date(2025, 7, 31)]
    assert set(days_of(stories, "heartstopper/the end")) == {date(2026, 7, 17)}
    announced = [item for item in stories.items if item.story == "heartstopper/ends with a film"]
    assert len({item.outlet for item in announced}) == 3
    assert {item.at.date() for item in announced} == {date(2025, 4, 22)}


def test_the_other_shows_are_renewed_revived_moved_denied_and_ambiguous(stories):
    told = {item.story for item in stories.items}
    assert {
        "the-pitt/renewed for season 2",
        "harbour-nine/cancelled",
        "harbour-nine/revived",
        "wonder-man/date moved",
        "doctor-who/rumoured to be cancelled",
        "doctor-who/the BBC denies it",
        "from/renewed for season 4",
    } <= told


def test_there_is_noise_among_the_news(stories):
    noise = [item for item in stories.items if item.story is None]
    assert len(noise) >= 8
    assert any(item.title.startswith("From ") and "From" not in item.tags for item in noise)


def test_an_outlet_shows_only_what_it_has_published(stories):
    outlet = stories.outlets[0]
    mine = [item for item in stories.items if item.outlet == outlet.id]
    assert stories.of(outlet, stories.begins) == ()
    assert stories.of(outlet, mine[1].at) == (mine[1], mine[0])
    assert len(stories.of(outlet, stories.ends)) == len(mine)
