from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.standin.state.limits import BOT_WIDE, Limits, LimitSettings


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_bucket_is_used_up_and_fills_again():
    clock = Clock()
    limits = Limits(LimitSettings(per_channel=2, channel_window=5.0), clock)
    first, second, third = (limits.take("send:1") for _ in range(3))
    assert [(v.allowed, v.left) for v in (first, second, third)] == [(True, 1), (True, 0), (False, 0)]
    clock.now += 4.0
    assert limits.take("send:1").wait == 1.0
    clock.now += 1.0
    assert limits.take("send:1").allowed


def test_channels_and_kinds_have_buckets_of_their_own():
    limits = Limits(LimitSettings(per_channel=1), Clock())
    assert all(limits.take(key).allowed for key in ("send:1", "send:2", "edit:1"))
    assert not limits.take("send:1").allowed


def test_headers_are_those_of_discord():
    limits = Limits(LimitSettings(per_channel=1, channel_window=2.0), Clock())
    allowed, refused = limits.take("send:1"), limits.take("send:1")
    assert allowed.headers(1000.0) == {
        "X-RateLimit-Bucket": allowed.headers(0)["X-RateLimit-Bucket"],
        "X-RateLimit-Limit": "1",
        "X-RateLimit-Remaining": "0",
        "X-RateLimit-Reset": "1002.000",
        "X-RateLimit-Reset-After": "2.000",
    }
    assert refused.headers(1000.0).items() >= {"Retry-After": "2", "X-RateLimit-Scope": "user"}.items()
    # discord.py tells buckets apart by hash and channel, so the hash is the same for all channels.
    assert limits.take("send:2").headers(0)["X-RateLimit-Bucket"] == allowed.headers(0)["X-RateLimit-Bucket"]


def test_the_limit_of_the_whole_bot_is_marked_as_global():
    limits = Limits(LimitSettings(per_bot=1), Clock())
    assert limits.take(BOT_WIDE).headers(0) == {}
    assert limits.take(BOT_WIDE).headers(0) == {
        "Retry-After": "1",
        "X-RateLimit-Scope": "global",
        "X-RateLimit-Global": "true",
    }


def test_switched_off_nothing_is_refused():
    limits = Limits(LimitSettings(enabled=False, per_channel=1), Clock())
    assert all(limits.take("send:1").allowed for _ in range(5))


def test_changed_settings_start_anew():
    limits = Limits(LimitSettings(per_channel=1), Clock())
    limits.take("send:1")
    limits.change(LimitSettings(per_channel=2))
    assert limits.take("send:1").left == 1


@given(st.lists(st.floats(0, 3), max_size=60), st.integers(1, 5))
def test_no_window_lets_more_through_than_its_limit(pauses, limit):
    clock = Clock()
    limits = Limits(LimitSettings(per_channel=limit, channel_window=2.0), clock)
    windows: dict[float, int] = {}
    for pause in pauses:
        clock.now += pause
        verdict = limits.take("send:1")
        end = round(clock.now + verdict.wait, 6)
        windows[end] = windows.get(end, 0) + verdict.allowed
    assert all(count <= limit for count in windows.values())
