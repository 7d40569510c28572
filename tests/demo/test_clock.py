from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.demo.clock import DemoClock

BEGIN = datetime(2024, 10, 1, tzinfo=UTC)


class Seconds:
    """A monotonic clock that a test moves."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_it_stands_still_until_it_may_run():
    seconds = Seconds()
    clock = DemoClock(BEGIN, 5, seconds)
    seconds.now += 60
    assert clock.now() == BEGIN


def test_it_runs_at_its_speed_and_not_past_its_limit():
    seconds = Seconds()
    clock = DemoClock(BEGIN, 5, seconds)
    clock.run_to(BEGIN + timedelta(days=10))
    seconds.now += 1
    assert clock.now() == BEGIN + timedelta(days=5)
    assert clock.seconds_until(BEGIN + timedelta(days=10)) == 1
    seconds.now += 60
    assert clock.now() == BEGIN + timedelta(days=10)


def test_what_took_its_time_makes_nothing_late():
    seconds = Seconds()
    clock = DemoClock(BEGIN, 1, seconds)
    clock.run_to(BEGIN + timedelta(days=1))
    seconds.now += 100
    clock.run_to(BEGIN + timedelta(days=50))
    assert clock.now() == BEGIN + timedelta(days=1)


def test_without_speed_it_only_jumps():
    clock = DemoClock(BEGIN, 0, Seconds())
    later = BEGIN + timedelta(days=300)
    clock.run_to(later)
    assert clock.now() == BEGIN
    assert clock.seconds_until(later) is None
    clock.jump(later)
    assert clock.now() == later
    assert clock.seconds_until(later) == 0


moves = st.lists(
    st.tuples(st.sampled_from(["run", "jump", "wait"]), st.integers(-1000, 1000)),
    max_size=30,
)


@given(moves, st.floats(0, 100))
def test_it_never_goes_back(done, speed):
    seconds = Seconds()
    clock = DemoClock(BEGIN, speed, seconds)
    before = clock.now()
    for what, hours in done:
        if what == "run":
            clock.run_to(BEGIN + timedelta(hours=hours))
        elif what == "jump":
            clock.jump(BEGIN + timedelta(hours=hours))
        else:
            seconds.now += abs(hours)
        now = clock.now()
        assert now >= before
        before = now
