"""Which entries report the same happening, and what it is called."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model.claim import Certainty, Claim, Kind
from bot.model.reading import StoryKey
from bot.model.show import Show, ShowId
from bot.model.source import EVERYONE
from bot.model.story import Story
from bot.model.when import When
from bot.news.stories import WINDOWS, headline, key_of, same_story

SHOW = Show(ShowId("lighthouse-row"), "Lighthouse Row", aliases=("The Last Lighthouse",))
NOON = datetime(2025, 4, 22, 12, tzinfo=UTC)
K, C = Kind, Certainty
DEV = Path(__file__).resolve().parents[2].parent / "shared" / "eval" / "dev"


def claim(kind: Kind, season: int | None = None, when: str | None = None, slot: str = "", **more: Any) -> Claim:
    facts: dict[str, Any] = {"show": SHOW.id, "certainty": C.OFFICIAL, "happened": NOON} | more
    return Claim(kind=kind, season=season, when=when, slot=slot, **facts)


def story(of: Claim, opened: datetime = NOON, latest: datetime | None = None) -> Story:
    return Story(
        scope=EVERYONE,
        key=key_of(of),
        certainty=of.certainty,
        headline="",
        summary="",
        opened=opened,
        latest=latest or opened,
    )


def joins(report: Claim, first: Claim, later: timedelta = timedelta(hours=3)) -> bool:
    return same_story(key_of(report), NOON + later, [story(first)]) is not None


DAY = timedelta(days=1)


# The same happening


@pytest.mark.parametrize(
    ("report", "first"),
    [
        (claim(K.RENEWED, 4), claim(K.RENEWED, 4)),
        (claim(K.RENEWED), claim(K.RENEWED, 4)),
        (claim(K.RENEWED, 4), claim(K.RENEWED)),
        (claim(K.RENEWED, 6), claim(K.RENEWED, 5)),
        (claim(K.RENEWED, 4), claim(K.FINAL_SEASON, 4)),
        (claim(K.FINAL_SEASON, 4), claim(K.RENEWED, 4)),
        (claim(K.REVIVED, 7), claim(K.FINAL_SEASON, 7)),
        (claim(K.CANCELLED), claim(K.FILM)),
        (claim(K.FINAL_SEASON), claim(K.FILM)),
        (claim(K.ENDED), claim(K.RELEASED)),
        (claim(K.DATE_SET, 3, "2025-11-26"), claim(K.DATE_SET, 3, "2025-11-26")),
        (claim(K.DATE_SET, 3, "2025-11"), claim(K.DATE_SET, 3, "2025-11-26")),
        (claim(K.DATE_SET, 3, "2025-11-26"), claim(K.DATE_SET, 3, "2025-11")),
        (claim(K.DATE_SET, 3, "2026-06-26"), claim(K.DATE_MOVED, 3, "2026-06-26")),
        (claim(K.CAST, 3, slot="Imogen Tate"), claim(K.CAST, slot="imogen  tate")),
        (claim(K.CAST, slot="Henry Vale, Liam Hart"), claim(K.CAST, slot="Liam Hart")),
        (claim(K.CAST, slot="Tate"), claim(K.CAST, slot="Imogen Tate and Rhea Kallis")),
        (claim(K.CAST), claim(K.CAST, slot="Imogen Tate")),
        (claim(K.CAST, slot="Zoë Grün"), claim(K.CAST, slot="Zoe Grun")),
        (claim(K.TRAILER, 2, slot="teaser trailer"), claim(K.TRAILER, 2, slot="teaser")),
        (claim(K.TALK, 4, certainty=C.HINTED), claim(K.TALK, 4, certainty=C.HINTED)),
        (claim(K.CANCELLED, certainty=C.RUMOUR), claim(K.CANCELLED, certainty=C.RUMOUR)),
        (claim(K.CAST, certainty=C.REPORTED, slot="Imogen Tate"), claim(K.CAST, slot="Imogen Tate")),
    ],
)
def test_reports_of_the_same_happening_make_one_story(report, first):
    assert joins(report, first)


@pytest.mark.parametrize(
    ("report", "first"),
    [
        (claim(K.RENEWED, 6), claim(K.RENEWED, 4)),
        (claim(K.FILM), claim(K.CANCELLED)),
        (claim(K.CANCELLED), claim(K.RENEWED)),
        (claim(K.REVIVED), claim(K.CANCELLED)),
        (claim(K.TRAILER, 2), claim(K.DATE_SET, 2, "2025-11")),
        (claim(K.CAST, slot="Imogen Tate"), claim(K.CAST, slot="Rhea Kallis")),
        (claim(K.CAST, slot="Will Smith"), claim(K.CAST, slot="Will Byers")),
        (claim(K.CAST, slot="Imogen Tate"), claim(K.CREW, slot="Imogen Tate")),
        (claim(K.DATE_SET, 2, "2025-11-26"), claim(K.DATE_SET, 3, "2025-11-26")),
        (claim(K.DATE_SET, 3, "2026-02-01"), claim(K.DATE_SET, 3, "2025-11-26")),
        (claim(K.DATE_MOVED, 3, "2026-02-01"), claim(K.DATE_SET, 3, "2025-11-26")),
        (claim(K.TRAILER, 2, slot="trailer 2"), claim(K.TRAILER, 2, slot="trailer 1")),
        (claim(K.TRAILER, 2, slot="trailer"), claim(K.TRAILER, 2, slot="teaser")),
        (claim(K.CANCELLED), claim(K.CANCELLED, certainty=C.RUMOUR)),
        (claim(K.RENEWED, 4), claim(K.RENEWED, 4, certainty=C.HINTED)),
        (claim(K.TALK, certainty=C.OFFICIAL), claim(K.TALK, certainty=C.RUMOUR)),
        (claim(K.RELEASED, 2, slot="part 2"), claim(K.RELEASED, 2, slot="part 1")),
    ],
)
def test_different_news_that_looks_alike_stays_apart(report, first):
    assert not joins(report, first)


def test_another_show_never_joins():
    report = claim(K.RENEWED, 4, show=ShowId("lighthouse-row-us"))
    assert not joins(report, claim(K.RENEWED, 4))


@pytest.mark.parametrize(
    ("kind", "days"),
    [(K.RENEWED, 21), (K.CANCELLED, 21), (K.DATE_SET, 10), (K.FILMING_WRAP, 10), (K.TRAILER, 4), (K.TALK, 4)],
)
def test_the_window_depends_on_the_kind(kind, days):
    said = claim(kind, 4, slot="teaser")
    assert timedelta(days=days) == WINDOWS[kind]
    assert joins(said, said, timedelta(days=days))
    assert not joins(said, said, timedelta(days=days, seconds=1))


def test_every_kind_has_a_window_and_a_headline():
    assert set(WINDOWS) == set(Kind)
    assert all(headline(claim(kind), SHOW, ()) for kind in Kind)


def test_what_agrees_in_part_only_joins_in_the_first_wave():
    assert joins(claim(K.CAST), claim(K.CAST, slot="Imogen Tate"), 1 * DAY)
    assert not joins(claim(K.CAST), claim(K.CAST, slot="Imogen Tate"), 3 * DAY)
    assert not joins(claim(K.CAST), claim(K.CAST), 3 * DAY)
    assert not joins(claim(K.FINAL_SEASON, 4), claim(K.RENEWED, 4), 5 * DAY)


def test_a_more_exact_date_days_later_is_news_and_a_vaguer_one_is_not():
    month, exact = claim(K.DATE_SET, 3, "2025-11"), claim(K.DATE_SET, 3, "2025-11-26")
    assert not joins(exact, month, 6 * DAY)
    assert joins(month, exact, 6 * DAY)


def test_weekly_reports_do_not_chain_into_one_endless_story():
    opened = story(claim(K.TALK, 4), NOON, latest=NOON + 4 * DAY)
    assert same_story(key_of(claim(K.TALK, 4)), NOON + 6 * DAY, [opened]) is None


def test_a_report_published_earlier_but_read_later_joins_too():
    assert joins(claim(K.RENEWED, 4), claim(K.RENEWED, 4), -2 * DAY)


def test_the_closest_story_is_taken_and_it_is_the_very_object():
    vague, exact = story(claim(K.CAST)), story(claim(K.CAST, slot="Imogen Tate"))
    key = key_of(claim(K.CAST, slot="Imogen Tate"))
    assert same_story(key, NOON, [vague, exact]) is exact
    assert same_story(key, NOON, [exact, vague]) is exact
    assert same_story(key, NOON, []) is None


def test_the_key_of_a_rumour_is_another_than_that_of_its_confirmation():
    assert key_of(claim(K.RENEWED, 4)) == StoryKey(SHOW.id, K.RENEWED, 4)
    assert key_of(claim(K.RENEWED, 4, certainty=C.RUMOUR)) != key_of(claim(K.RENEWED, 4))
    assert key_of(claim(K.RENEWED, 4, slot="noise")) == key_of(claim(K.RENEWED, 4))


slots = st.text(max_size=30) | st.sampled_from(["Imogen Tate", "Tate", "teaser", "unconfirmed; x", "and", ","])
claims = st.builds(
    Claim,
    show=st.just(SHOW.id),
    kind=st.sampled_from(list(Kind)),
    certainty=st.sampled_from(list(Certainty)),
    happened=st.just(NOON),
    season=st.none() | st.integers(1, 4),
    when=st.sampled_from([None, "2025", "2025-11", "2025-11-26", "2026-21", "never"]),
    slot=slots,
    sentence=st.text(max_size=60),
)


@settings(deadline=None)
@given(claims)
def test_a_claim_told_again_joins_its_own_story(said):
    assert joins(said, said)


@settings(deadline=None)
@given(claims, st.lists(claims, max_size=4), st.integers(0, 40))
def test_whatever_is_found_is_about_the_same_show_within_the_window(said, others, days):
    among = [story(other) for other in others]
    found = same_story(key_of(said), NOON + days * DAY, among)
    if found is not None:
        assert any(found is other for other in among)
        assert days * DAY <= WINDOWS[said.kind]


# Headlines


@pytest.mark.parametrize(
    ("said", "others", "expected"),
    [
        (claim(K.RENEWED, 4), [], "Renewed for season 4"),
        (claim(K.RENEWED), [], "Renewed for another season"),
        (claim(K.RENEWED, 5), [claim(K.RENEWED, 6)], "Renewed for seasons 5 and 6"),
        (claim(K.RENEWED, 4), [claim(K.FINAL_SEASON, 4)], "Renewed for season 4, the last"),
        (claim(K.FINAL_SEASON, 4), [claim(K.RENEWED, 4)], "Renewed for season 4, the last"),
        (
            claim(K.FINAL_SEASON, 4),
            [claim(K.RENEWED, 3), claim(K.RENEWED, 4)],
            "Renewed for seasons 3 and 4, ending with season 4",
        ),
        (claim(K.FINAL_SEASON, 5), [], "Season 5 will be the last"),
        (claim(K.REVIVED, 7), [claim(K.FINAL_SEASON, 7)], "Back for season 7, the last"),
        (claim(K.REVIVED), [], "Back after all"),
        (claim(K.FILM), [], "A film is coming"),
        (claim(K.FILM, sentence="It will conclude with a film."), [], "Ending with a film"),
        (
            claim(K.FILM, sentence="It ends with a movie in lieu of a fourth season."),
            [],
            "Ending with a film, not a season 4",
        ),
        (claim(K.FILM, sentence="No series four, but a big farewell film."), [], "Ending with a film, not a season 4"),
        (claim(K.FILM, sentence="A film of The Last Lighthouse is coming."), [], "A film is coming"),
        (claim(K.FILM, sentence="A Christmas special follows."), [], "A special is coming"),
        (claim(K.CANCELLED), [], "Cancelled"),
        (claim(K.CANCELLED, 3), [], "Cancelled, no season 3"),
        (claim(K.CANCELLED, sentence="It was cancelled after two seasons."), [], "Cancelled after 2 seasons"),
        (claim(K.CANCELLED, sentence="Axed after one series"), [], "Cancelled after 1 season"),
        (claim(K.CANCELLED, certainty=C.RUMOUR), [], "Rumour: cancelled"),
        (
            claim(K.CAST, slot="A Tate", sentence="A Tate exits, fans claim.", certainty=C.RUMOUR),
            [],
            "Rumour: A Tate leaves the cast",
        ),
        (claim(K.CAST, certainty=C.RUMOUR), [], "Rumour: cast news"),
        (claim(K.RENEWED, 4, certainty=C.HINTED), [], "Hoped for: renewed for season 4"),
        (claim(K.ENDED), [], "Over, the last episode is out"),
        (
            claim(K.ENDED, sentence="The farewell film closes the story."),
            [claim(K.RELEASED)],
            "Over, the film that ends it is out",
        ),
        (claim(K.DATE_SET, 3, "2026-07-17"), [], "Season 3 premieres on 17 July 2026"),
        (claim(K.DATE_SET, 3, "2026-01/2026-04"), [], "Season 3 premieres in early 2026"),
        (claim(K.DATE_SET, None, "2026-21"), [], "Premieres in spring 2026"),
        (
            claim(K.DATE_SET, 2, "2025-09-03"),
            [claim(K.RELEASED, 2)],
            "The next part of season 2 comes on 3 September 2025",
        ),
        (claim(K.DATE_MOVED, 3, "2027-01/2027-04"), [], "Season 3 moved to early 2027"),
        (claim(K.DATE_MOVED, None, "2026-23"), [], "Date moved to autumn 2026"),
        (claim(K.DATE_MOVED, 3), [], "Season 3 taken off its date, no new one yet"),
        (claim(K.FILMING_START, 2, "2026-01"), [], "Filming of season 2 is to begin in January 2026"),
        (claim(K.FILMING_START, 2), [], "Filming of season 2 begins"),
        (claim(K.FILMING_WRAP), [], "Filming is over"),
        (claim(K.HALT, 3), [], "Season 3 is on hold"),
        (claim(K.TRAILER, 2, sentence="The first trailer is here."), [], "Trailer for season 2 is out"),
        (claim(K.TRAILER, 2), [], "A first look at season 2 is out"),
        (claim(K.RELEASED, 3), [], "Season 3 is out"),
        (claim(K.RELEASED), [], "Out now"),
        (claim(K.ORDERED), [], "Series ordered"),
        (claim(K.ORDERED, sentence="CBS hands a pilot order to the drama."), [], "Pilot ordered"),
        (claim(K.SPIN_OFF, sentence="A prequel is in the works."), [], "A prequel is in the works"),
        (claim(K.CAST, slot="Imogen Tate", sentence="Imogen Tate joins the cast."), [], "Imogen Tate joins the cast"),
        (claim(K.CAST, slot="Imogen Tate", sentence="Imogen Tate exits."), [], "Imogen Tate leaves the cast"),
        (
            claim(K.CAST, slot="Imogen Tate", sentence="Imogen Tate joins as Rhea Kallis exits."),
            [],
            "Cast news: Imogen Tate",
        ),
        (claim(K.CAST), [], "Cast news"),
        (
            claim(K.CREW, slot="Pell Marchetti", sentence="Pell Marchetti steps down."),
            [],
            "Pell Marchetti leaves the crew",
        ),
        (claim(K.TALK, 4, certainty=C.HINTED, sentence="She hopes for more."), [], "Hope for a season 4"),
        (claim(K.TALK, 4, certainty=C.HINTED), [], "Talk of a season 4, nothing decided"),
        (claim(K.TALK, certainty=C.RUMOUR), [], "Rumour of more, nothing decided"),
        (claim(K.TALK, sentence="The BBC denies that it was shelved."), [], "Reports about its future are denied"),
    ],
)
def test_a_headline_says_what_happened_and_no_more(said, others, expected):
    assert headline(said, SHOW, others) == expected


def test_background_and_other_shows_lend_a_headline_nothing():
    old = claim(K.FINAL_SEASON, 4, background=True)
    other = claim(K.FINAL_SEASON, 4, show=ShowId("another"))
    assert headline(claim(K.RENEWED, 4), SHOW, [old, other]) == "Renewed for season 4"


@settings(deadline=None)
@given(claims, st.lists(claims, max_size=3))
def test_a_headline_is_short_and_names_no_number_that_the_claims_lack(said, others):
    words = headline(said, SHOW, others)
    assert 0 < len(words) <= 120
    numbers = {part for part in words.replace(",", " ").split() if part.isdigit()}
    known = {str(c.season) for c in (said, *others) if c.season}
    spoken = When.parse(said.when).words() if said.when not in (None, "never") else ""
    assert numbers <= known | set(spoken.split()) | set(f"{said.slot} {said.sentence}".split())


# The development set, with its own claims: how well structure alone groups


@pytest.mark.skipif(not DEV.is_dir(), reason="the labelled set is not here")
def test_structure_alone_groups_the_labelled_stories():
    items = {row["id"]: row for row in map(json.loads, (DEV / "items.jsonl").read_text("utf-8").splitlines())}
    gold = [
        row for row in map(json.loads, (DEV / "gold.jsonl").read_text("utf-8").splitlines()) if row["main"] != "none"
    ]
    gold.sort(key=lambda row: items[row["id"]]["published"])
    stories: list[Story] = []
    ours: dict[str, int] = {}
    for row in gold:
        published = datetime.fromisoformat(items[row["id"]]["published"])
        said = next(
            claim(K(c["kind"]), c["season"], c["when"], show=c["show"], certainty=C(c["certainty"]), happened=published)
            for show in row["subjects"]
            for c in row["claims"]
            if c["show"] == show and c["kind"] == row["main"]
        )
        found = same_story(key_of(said), published, stories)
        if found is None:
            found = story(said, published)
            stories.append(found)
        ours[row["id"]] = stories.index(found)
    pairs = [(a["id"], b["id"], a["story"] == b["story"]) for a in gold for b in gold if a["id"] < b["id"]]
    merged = [(a, b) for a, b, same in pairs if ours[a] == ours[b] and not same]
    missed = [(a, b) for a, b, same in pairs if ours[a] != ours[b] and same]
    assert merged == []
    assert len(missed) <= 1
