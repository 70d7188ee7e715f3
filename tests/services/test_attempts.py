"""Wrong tries: the first are free, each wait is longer than the one before, and none is longer than half a minute."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.services.attempts import LONGEST, Attempts

NOW = datetime(2026, 11, 24, 18, tzinfo=UTC)


def waits(tries: int, *, gap: timedelta) -> list[timedelta]:
    """Return how long each of some wrong tries makes the next one wait."""
    attempts, now, waited = Attempts(), NOW, []
    for _ in range(tries):
        now += gap
        attempts = attempts.after_wrong(now)
        until = attempts.waiting(now)
        waited.append(until - now if until is not None else timedelta(0))
        now = until if until is not None else now
    return waited


def test_two_are_free_and_then_each_wait_doubles_up_to_half_a_minute() -> None:
    assert [wait.seconds for wait in waits(9, gap=timedelta(0))] == [0, 0, 2, 4, 8, 16, 30, 30, 30]


@given(st.integers(1, 5000), st.timedeltas(timedelta(0), timedelta(days=400)))
def test_however_often_it_was_wrong_the_wait_ends(tries: int, gap: timedelta) -> None:
    attempts = Attempts(tries, NOW).after_wrong(NOW)
    until = attempts.waiting(NOW)
    assert until is None or until - NOW <= LONGEST
    assert attempts.waiting(NOW + LONGEST + gap) is None


@given(st.timedeltas(timedelta(seconds=31), timedelta(days=4000)))
def test_a_clock_that_was_put_back_makes_nobody_wait(back: timedelta) -> None:
    attempts = Attempts(9).after_wrong(NOW)
    assert attempts.waiting(NOW - back) is None
