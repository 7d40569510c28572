"""When nobody is asked: an endpoint that fails is left alone, a day's requests are counted."""

from __future__ import annotations

from bot.advice.limits import FAILURES, Breaker, Budget


def broken(clock):
    breaker = Breaker(clock)
    for _ in range(FAILURES):
        assert breaker.admits()
        last = breaker.failed()
    assert last
    return breaker


def test_failures_in_a_row_open_it(clock):
    breaker = Breaker(clock)
    for _ in range(5):
        assert [breaker.failed(), breaker.failed()] == [False, False]
        breaker.succeeded()
    assert breaker.admits()
    assert not broken(clock).admits()


def test_after_a_pause_one_request_tries(clock):
    breaker = broken(clock)
    clock.pass_(minutes=9, seconds=59)
    assert not breaker.admits()
    clock.pass_(seconds=1)
    assert [breaker.admits(), breaker.admits()] == [True, False]
    breaker.succeeded()
    assert [breaker.admits(), breaker.admits()] == [True, True]


def test_a_failed_try_opens_it_again(clock):
    breaker = broken(clock)
    clock.pass_(minutes=10)
    assert breaker.admits()
    assert breaker.failed()
    clock.pass_(minutes=9)
    assert not breaker.admits()
    clock.pass_(minutes=1)
    assert breaker.admits()


def test_a_try_that_was_not_made_leaves_room_for_the_next(clock):
    breaker = broken(clock)
    clock.pass_(minutes=10)
    assert breaker.admits()
    breaker.withdrew()
    assert breaker.admits()


def test_a_day_has_so_many_requests(clock):
    budget = Budget(3, clock)
    assert [budget.take(for_everyone=True) for _ in range(4)] == [True, True, True, False]
    clock.pass_(hours=11, minutes=59)
    assert not budget.take(for_everyone=True)
    clock.pass_(minutes=1)
    assert budget.take(for_everyone=True)


def test_single_servers_leave_half_to_all(clock):
    budget = Budget(5, clock)
    assert [budget.take(for_everyone=False) for _ in range(3)] == [True, True, False]
    assert [budget.take(for_everyone=True) for _ in range(4)] == [True, True, True, False]
    clock.pass_(days=1)
    assert budget.take(for_everyone=False)
