"""The pure parts: who gets a story, what an answer of Discord means, the nonce."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.nonce import LENGTH, nonce, reference
from bot.delivery.outcome import Verdict, judge
from bot.delivery.route import route
from bot.model.claim import Certainty, Kind
from bot.model.delivery import Alert, DeliveryId
from bot.model.reading import StoryKey
from bot.model.server import ChannelId, Track
from bot.model.show import ShowId
from bot.model.source import EVERYONE, GuildId, Scope
from bot.model.story import Story

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def story(scope=EVERYONE, show="heartstopper"):
    return Story(
        scope=scope,
        key=StoryKey(ShowId(show), Kind.RENEWED),
        certainty=Certainty.OFFICIAL,
        headline="Renewed",
        summary="",
        opened=NOW,
        latest=NOW,
    )


def test_a_story_goes_to_every_channel_that_tracks_its_show(tracks):
    wanted = [*tracks((100, 3), (100, 1), (200, 2)), *tracks((100, 4), show="wednesday")]
    assert route(story(), wanted, (), NOW) == (
        Alert(ChannelId(1), NOW),
        Alert(ChannelId(2), NOW),
        Alert(ChannelId(3), NOW),
    )


def test_the_story_of_a_servers_own_source_stays_there(tracks):
    assert route(story(Scope(100)), tracks((100, 1), (200, 2)), (), NOW) == (Alert(ChannelId(1), NOW),)


def test_who_had_it_already_gets_it_no_more(tracks):
    assert route(story(), tracks((100, 1), (200, 2)), {ChannelId(1)}, NOW) == (Alert(ChannelId(2), NOW),)


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), max_size=20), st.sampled_from([0, 1, 2]))
def test_a_channel_gets_a_story_once_and_only_where_its_server_may_see_it(pairs, scope):
    wanted = [
        Track(guild=GuildId(g), channel=ChannelId(10 * g + c), show=ShowId("heartstopper"), added=NOW) for g, c in pairs
    ]
    alerts = route(story(Scope(scope)), wanted, (), NOW)
    assert len({alert.channel for alert in alerts}) == len(alerts)
    assert {alert.channel // 10 for alert in alerts} <= ({scope} if scope else {1, 2, 3, 4, 5})


@pytest.mark.parametrize(
    ("status", "code", "verdict"),
    [
        (404, 10003, Verdict.PARK),
        (404, 10004, Verdict.PARK),
        (403, 50001, Verdict.PARK),
        (403, 50013, Verdict.PARK),
        (403, 0, Verdict.PARK),
        (404, 0, Verdict.PARK),
        (400, 50024, Verdict.PARK),
        (400, 50083, Verdict.PARK),
        (400, 160005, Verdict.PARK),
        (400, 50035, Verdict.DEAD),
        (400, 50006, Verdict.DEAD),
        (400, 200000, Verdict.DEAD),
        (413, 40005, Verdict.DEAD),
        (400, 99999, Verdict.DEAD),
        (401, 0, Verdict.PAUSE),
        (429, 0, Verdict.RETRY),
        (408, 0, Verdict.RETRY),
        (500, 0, Verdict.RETRY),
        (502, 0, Verdict.RETRY),
        (503, 0, Verdict.RETRY),
    ],
)
def test_what_an_answer_of_discord_means(status, code, verdict):
    refused = judge(status, code, "text")
    assert refused.verdict is verdict
    assert refused.reason


def test_a_parked_channels_reason_tells_an_admin_what_to_do():
    for code in (10003, 50001, 50013, 50024, 50083, 160005):
        assert "/track" in judge(403, code, "").reason


@pytest.mark.parametrize(("status", "after"), [(429, None), (429, 30.0), (403, None)])
def test_a_ban_by_cloudflare_stops_everything(status, after):
    refused = judge(status, 0, "error code: 1015", retry_after=after, behind_proxy=False)
    assert (refused.verdict, refused.seconds) == (Verdict.PAUSE, after or 600.0)


def test_a_rate_limit_says_how_long_to_wait():
    assert judge(429, 0, "", retry_after=3.5).seconds == 3.5


@given(st.integers(400, 599), st.integers(0, 300_000), st.text(), st.none() | st.floats(0, 1e6), st.booleans())
def test_every_answer_has_a_meaning_of_bounded_length(status, code, text, after, proxied):
    refused = judge(status, code, text, retry_after=after, behind_proxy=proxied)
    assert 0 < len(refused.reason) <= 500


@given(st.text(), st.lists(st.integers(1, 2**40), min_size=2, max_size=20, unique=True))
def test_a_nonce_is_of_one_delivery_in_one_database(installation, numbers):
    made = [nonce(installation, DeliveryId(number)) for number in numbers]
    assert len(set(made)) == len(made)
    assert made == [nonce(installation, DeliveryId(number)) for number in numbers]
    assert made[0] != nonce(f"{installation}x", DeliveryId(numbers[0]))
    for one in made:
        assert len(one) == LENGTH <= 25
        assert re.fullmatch(r"[a-z2-7]+", one)
        assert one.startswith(reference(one))
        assert len(reference(one)) == 8
