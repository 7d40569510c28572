from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model.claim import Certainty, Kind
from bot.model.source import EVERYONE
from bot.model.story import StoryId
from bot.watch.decide import BRAKE, CEILING, FRESH, LATE, Arrival, decide, shows_in

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
A, B = 100, 200


def decided(arrivals, stored, **options):
    facts = {"now": NOW, "due": NOW, "silent": False}
    return decide(arrivals, stored, **{**facts, **options})


def posts(decision):
    """Which channels get which story, by its place."""
    return [(index, alert.channel) for index, plan in enumerate(decision.stories) for alert in plan.alerts]


def known(decision, *, first=1):
    """The stories of an earlier decision as they are stored."""
    return [replace(plan.story, id=StoryId(first + index)) for index, plan in enumerate(decision.stories)]


def test_a_happening_becomes_an_entry_a_claim_a_story_and_alerts(claim, arrival, stored):
    one = claim(season=4, by="Netflix", when="2026")
    arrived = arrival(one)
    decision = decided([arrived], stored((A, 1), (B, 2)), due=NOW + HOUR)
    assert decision.entries == (arrived.entry,)
    assert decision.claims == ((EVERYONE, 0, one),)
    (plan,) = decision.stories
    assert (plan.story.id, plan.story.scope, plan.reports) == (0, EVERYONE, ((0, EVERYONE),))
    assert (plan.story.key.kind, plan.story.key.season, plan.story.by, plan.story.when) == (
        Kind.RENEWED,
        4,
        "Netflix",
        "2026",
    )
    assert plan.story.headline
    assert plan.story.summary == "What the entry says."
    assert [(alert.channel, alert.due) for alert in plan.alerts] == [(1, NOW + HOUR), (2, NOW + HOUR)]


def test_three_outlets_at_once_are_one_story_and_one_post(claim, arrival, stored):
    outlets = [arrival(claim(season=4), outlet=name, url=f"https://{name}.example") for name in ("a", "b", "c")]
    decision = decided(outlets, stored((A, 1)))
    (plan,) = decision.stories
    assert plan.reports == ((0, EVERYONE), (1, EVERYONE), (2, EVERYONE))
    assert posts(decision) == [(0, 1)]


def test_a_further_report_of_a_stored_story_joins_it_and_is_not_posted(claim, arrival, stored):
    first = decided([arrival(claim(certainty=Certainty.REPORTED), age=HOUR)], stored((A, 1)))
    second = decided([arrival(claim())], stored((A, 1), stories=known(first)))
    (plan,) = second.stories
    assert (plan.story.id, plan.story.certainty, plan.story.latest) == (1, Certainty.OFFICIAL, NOW)
    assert plan.story.opened == NOW - HOUR
    assert posts(second) == []


def test_an_older_report_makes_a_story_neither_newer_nor_less_sure(claim, arrival, stored):
    first = decided([arrival(claim())], stored())
    second = decided([arrival(claim(certainty=Certainty.REPORTED), age=HOUR)], stored(stories=known(first)))
    (plan,) = second.stories
    assert (plan.story.certainty, plan.story.latest) == (Certainty.OFFICIAL, NOW)


def test_a_confirmed_rumour_is_news_again(claim, arrival, stored):
    first = decided([arrival(claim(certainty=Certainty.RUMOUR), age=HOUR)], stored((A, 1)))
    second = decided([arrival(claim())], stored((A, 1), stories=known(first)))
    assert posts(first) == posts(second) == [(0, 1)]


def test_an_entry_about_two_shows_is_a_story_of_each(claim, arrival, stored):
    both = arrival(claim(), claim(Kind.CANCELLED, "wednesday"))
    assert shows_in([both]) == {"heartstopper", "wednesday"}
    decision = decided([both], stored((A, 1)))
    assert {plan.story.key.show for plan in decision.stories} == {"heartstopper", "wednesday"}
    assert len(posts(decision)) == 1


def test_background_is_evidence_and_no_story(claim, arrival, stored):
    decision = decided([arrival(claim(background=True))], stored((A, 1)))
    assert len(decision.claims) == 1
    assert decision.stories == ()


def test_a_show_that_is_read_no_longer_makes_no_story(claim, arrival, stored):
    assert decided([arrival(claim(show="forgotten"))], stored((A, 1))).stories == ()


def test_an_entry_without_news_is_stored(arrival, stored):
    idle = Arrival(arrival().entry, {})
    decision = decided([idle], stored((A, 1)))
    assert (decision.entries, decision.claims, decision.stories) == ((idle.entry,), (), ())
    assert decided([], stored()).entries == ()


@pytest.mark.parametrize(
    ("age", "posted"), [(timedelta(), True), (FRESH, True), (FRESH + timedelta(seconds=1), False), (400 * DAY, False)]
)
def test_what_is_stale_is_stored_and_not_posted(claim, arrival, stored, age, posted):
    decision = decided([arrival(claim(), age=age)], stored((A, 1)))
    assert len(decision.stories) == 1
    assert bool(posts(decision)) == posted


def test_what_is_silent_is_stored_and_not_posted(claim, arrival, stored):
    arrivals = [arrival(claim(Kind.CAST, slot=name)) for name in ("ann", "bob")]
    loud, silent = (decided(arrivals, stored((A, 1)), silent=value) for value in (False, True))
    assert len(posts(loud)) == 2
    assert posts(silent) == []
    assert [replace(plan, alerts=()) for plan in loud.stories] == list(silent.stories)


def test_after_days_offline_the_brake_lets_the_newest_through(claim, arrival, stored):
    arrivals = [
        arrival(claim(Kind.CAST, slot=f"person{number}"), age=LATE + (number + 1) * HOUR) for number in range(40)
    ]
    decision = decided(arrivals, stored((A, 1), (B, 2)))
    assert len(decision.stories) == 40
    newest = {plan.story.opened for plan in decision.stories if plan.alerts}
    assert newest == {NOW - LATE - (number + 1) * HOUR for number in range(BRAKE)}
    assert [channel for _, channel in posts(decision)].count(1) == BRAKE


def test_on_a_busy_day_everything_is_posted(claim, arrival, stored):
    arrivals = [arrival(claim(Kind.CAST, slot=f"person{number}"), age=LATE) for number in range(3 * BRAKE)]
    assert len(posts(decided(arrivals, stored((A, 1))))) == 3 * BRAKE


def test_what_comes_in_time_leaves_no_room_for_what_comes_late(claim, arrival, stored):
    timely = [arrival(claim(Kind.CAST, slot=f"person{number}")) for number in range(BRAKE)]
    late = arrival(claim(Kind.TRAILER), age=2 * LATE)
    told = [plan.story.key.kind for plan in decided([*timely, late], stored((A, 1))).stories if plan.alerts]
    assert told == [Kind.CAST] * BRAKE


def test_no_feed_can_flood_a_channel(claim, arrival, stored):
    arrivals = [arrival(claim(Kind.CAST, slot=f"person{number}")) for number in range(CEILING + 5)]
    assert len(posts(decided(arrivals, stored((A, 1))))) == CEILING
    assert len(posts(decided(arrivals, stored((A, 1), lately={1: CEILING - 1})))) == 1


@pytest.mark.parametrize("certainty", [Certainty.OFFICIAL, Certainty.RUMOUR])
def test_under_the_brake_a_decision_goes_first(claim, arrival, stored, certainty):
    others = [arrival(claim(Kind.CAST, slot=f"p{n}", certainty=certainty), age=2 * LATE) for n in range(BRAKE)]
    decision = decided([*others, arrival(claim(Kind.CANCELLED), age=DAY)], stored((A, 1)))
    assert Kind.CANCELLED in {plan.story.key.kind for plan in decision.stories if plan.alerts}


@pytest.mark.parametrize(("lately", "room"), [(0, 3), (BRAKE - 1, 1), (BRAKE, 0), (BRAKE + 5, 0)])
def test_what_a_channel_got_lately_counts(claim, arrival, stored, lately, room):
    arrivals = [arrival(claim(Kind.CAST, slot=name), age=2 * LATE) for name in ("ann", "bob", "cid")]
    assert len(posts(decided(arrivals, stored((A, 1), lately={1: lately})))) == room


def test_news_of_a_servers_own_source_stays_in_that_server(claim, arrival, stored):
    decision = decided([arrival(claim(), scope=A)], stored((A, 1), (B, 2)))
    assert decision.claims[0][0] == A
    assert decision.stories[0].story.scope == A
    assert posts(decision) == [(0, 1)]


def test_a_servers_own_source_joins_the_story_everyone_has_and_changes_nothing_of_it(claim, arrival, stored):
    first = decided([arrival(claim(certainty=Certainty.REPORTED), age=HOUR)], stored())
    decision = decided([arrival(claim(), scope=A)], stored((A, 1), (B, 2), stories=known(first)))
    (plan,) = decision.stories
    assert plan.story == known(first)[0]
    assert plan.reports == ((0, A),)
    assert posts(decision) == []


def test_a_public_report_does_not_join_the_story_of_one_server(claim, arrival, stored):
    own = decided([arrival(claim(), scope=A, age=HOUR)], stored((A, 1), (B, 2)))
    channels = {StoryId(1): frozenset({1})}
    decision = decided([arrival(claim())], stored((A, 1), (B, 2), stories=known(own), delivered=channels))
    assert [plan.story.scope for plan in decision.stories] == [EVERYONE]
    # The first server was told already.
    assert posts(decision) == [(0, 2)]


def test_a_servers_own_news_that_it_was_not_told_is_told_by_the_public_report(claim, arrival, stored):
    own = decided([arrival(claim(), scope=A, age=HOUR)], stored((A, 1)), silent=True)
    decision = decided([arrival(claim())], stored((A, 1), (B, 2), stories=known(own)))
    assert posts(decision) == [(0, 1), (0, 2)]


def test_two_servers_with_the_same_own_source_have_a_story_each(claim, arrival, stored):
    both = arrival(claim(), scope=A)
    both = replace(both, readings={**both.readings, B: both.readings[A]})
    decision = decided([both], stored((A, 1), (B, 2)))
    assert [plan.story.scope for plan in decision.stories] == [A, B]
    assert posts(decision) == [(0, 1), (1, 2)]


KINDS = st.sampled_from(
    [Kind.RENEWED, Kind.CANCELLED, Kind.FINAL_SEASON, Kind.FILM, Kind.DATE_SET, Kind.CAST, Kind.TALK]
)
NEWS = st.lists(
    st.tuples(
        KINDS,
        st.sampled_from([None, 4, 5]),
        st.sampled_from(["heartstopper", "wednesday"]),
        st.sampled_from(["", "ann", "bob", "ann, bob"]),
        st.sampled_from([None, "2026", "2026-11", "2026-11-26"]),
        st.sampled_from(list(Certainty)),
        st.integers(0, 30 * 24),
        st.sampled_from([EVERYONE, A, B]),
    ),
    max_size=12,
)


@pytest.fixture(scope="session")
def from_news(claim, arrival):
    def made(news):
        return [
            arrival(
                claim(kind, show, season=season, slot=slot, when=when, certainty=certainty),
                scope=scope,
                age=hours * HOUR,
                url=f"https://example.com/{number}",
            )
            for number, (kind, season, show, slot, when, certainty, hours, scope) in enumerate(news)
        ]

    return made


def told(decision):
    """A decision without the order in which its parts were found."""
    urls = [entry.url for entry in decision.entries]
    return {
        (plan.story, frozenset((urls[index], scope) for index, scope in plan.reports), plan.alerts)
        for plan in decision.stories
    }


@settings(deadline=None)
@given(news=NEWS, order=st.randoms(use_true_random=False))
def test_the_order_of_arrivals_changes_nothing(from_news, stored, news, order):
    arrivals = from_news(news)
    shuffled = list(arrivals)
    order.shuffle(shuffled)
    kept = stored((A, 1), (B, 2), (B, 3))
    assert told(decided(arrivals, kept)) == told(decided(shuffled, kept))


@settings(deadline=None)
@given(news=NEWS)
def test_every_report_is_in_one_story_that_its_scope_may_see(from_news, stored, news):
    arrivals = from_news(news)
    decision = decided(arrivals, stored((A, 1), (B, 2)))
    reports = [(report, plan.story) for plan in decision.stories for report in plan.reports]
    assert sorted(index for (index, _), _ in reports) == list(range(len(arrivals)))
    for (index, scope), story in reports:
        assert story.scope in (EVERYONE, scope)
        assert story.opened <= decision.entries[index].published <= story.latest or story.scope != scope
    for plan in decision.stories:
        assert plan.story.scope != A or {alert.channel for alert in plan.alerts} <= {1}
        assert plan.story.scope != B or {alert.channel for alert in plan.alerts} <= {2}


@settings(deadline=None)
@given(news=NEWS)
def test_what_a_server_says_changes_nothing_for_another(from_news, stored, news):
    hostile = [(*item[:7], A) for item in news]
    others = [item for item in news if item[7] != A]
    kept = stored((A, 1), (B, 2))
    quiet, loud = (decided(from_news([*others, *more]), kept) for more in ([], hostile))

    def seen_by_others(decision):
        return {
            (plan.story, tuple(alert for alert in plan.alerts if alert.channel != 1))
            for plan in decision.stories
            if plan.story.scope != A
        }

    assert seen_by_others(quiet) == seen_by_others(loud)


@settings(deadline=None)
@given(news=NEWS)
def test_no_channel_gets_more_than_the_brake_lets_through(from_news, stored, news):
    decision = decided(from_news(news * 4), stored((A, 1), (A, 2)))
    late = [alert.channel for plan in decision.stories if plan.story.opened < NOW - LATE for alert in plan.alerts]
    assert all(late.count(channel) <= BRAKE for channel in (1, 2))


@settings(deadline=None)
@given(news=NEWS)
def test_what_came_before_makes_no_second_story(from_news, stored, news):
    arrivals = from_news(news)
    first = decided(arrivals, stored((A, 1), (B, 2)))
    again = decided(arrivals, stored((A, 1), (B, 2), stories=known(first)))
    assert all(plan.story.id for plan in again.stories)
    assert posts(again) == []


def test_talk_is_one_story_by_what_is_said_and_by_whom(claim, arrival, stored):
    def talk(title, **facts):
        one = arrival(claim(Kind.TALK, certainty=Certainty.HINTED), title=title, url=title, **facts)
        return Arrival(one.entry, {EVERYONE: replace(one.readings[EVERYONE], summary=f"Hope for more. {title}.")})

    arrivals = [
        talk("Dean Alvaro would love to go back to the desert", age=3 * HOUR),
        talk("Creator would love to return to the desert", age=2 * HOUR),
        talk("Jim Beaver would love to go back to the desert", age=HOUR),
        talk("Budget is a headache, boss complains"),
    ]
    for order in (arrivals, arrivals[::-1]):
        decision = decided(order, stored((A, 1)))
        assert [[index for index, _ in plan.reports] for plan in decision.stories] == [[0, 1], [2], [3]]
    # And so it goes on once they are stored.
    again = decided([talk("Dean Alvaro: I would love to see the desert again")], stored(stories=known(decision)))
    assert [plan.story.id for plan in again.stories] == [1]
