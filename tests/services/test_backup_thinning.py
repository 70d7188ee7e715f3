"""Which backups stay, against a slow judge that looks at each one alone, and over years of work."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.services.backup_thinning import staying

NOW = datetime(2026, 11, 30, 6, 45, tzinfo=UTC)
MOMENTS = st.sets(
    st.timedeltas(timedelta(days=-3), timedelta(days=900)).map(lambda age: NOW - age)
    | st.integers(0, 60 * 24).map(lambda hours: NOW - timedelta(hours=hours)),
    max_size=60,
)


def slow(moments: Collection[datetime], now: datetime) -> set[datetime]:
    """Return the moments that stay, each judged by counting the days, weeks and months after its own."""
    older = [at for at in moments if at < now - timedelta(hours=48)]

    def is_last(at: datetime, period: Callable[[datetime], str], most: int) -> bool:
        later = {period(other) for other in older if period(other) > period(at)}
        return len(later) < most and all(other <= at for other in older if period(other) == period(at))

    return {
        at
        for at in moments
        if at not in older
        or is_last(at, lambda one: f"{one:%Y-%m-%d}", 7)
        or is_last(at, lambda one: f"{one:%G-%V}", 4)
        or is_last(at, lambda one: f"{one:%Y-%m}", 12)
    }


@given(MOMENTS)
def test_the_same_backups_stay_as_the_slow_judge_says(moments: set[datetime]) -> None:
    assert staying(moments, NOW) == slow(moments, NOW)


@given(MOMENTS)
def test_thinning_again_takes_nothing_more_and_the_newest_always_stays(moments: set[datetime]) -> None:
    stay = staying(moments, NOW)
    assert stay <= moments
    assert staying(stay, NOW) == stay
    assert not moments or max(moments) in stay


@given(MOMENTS)
def test_few_of_the_older_ones_stay_however_many_there_were(moments: set[datetime]) -> None:
    older = {at for at in staying(moments, NOW) if NOW - at > timedelta(days=2)}
    assert len(older) <= 7 + 4 + 12


def test_over_two_years_of_work_there_is_always_something_from_every_month_of_the_last_year() -> None:
    at, kept = datetime(2024, 1, 1, 8, tzinfo=UTC), set[datetime]()
    while at < datetime(2026, 1, 1, tzinfo=UTC):
        kept = staying({*kept, at}, at)
        at += timedelta(hours=9)
    assert sorted({f"{one:%Y-%m}" for one in kept}) == [f"2025-{month:02}" for month in range(1, 13)]
    assert len({one.date() for one in kept if one > at - timedelta(days=9)}) >= 9
    assert len(kept) < 6 + 23


def test_a_day_is_the_one_of_the_moments_own_zone() -> None:
    oslo = ZoneInfo("Europe/Oslo")
    late, next_day = (datetime(2026, 11, 3, hour, 30, tzinfo=oslo) for hour in (22, 23))
    early = datetime(2026, 11, 4, 0, 30, tzinfo=oslo)  # the third still, in UTC
    assert staying({late, next_day, early}, NOW) == {next_day, early}


def test_what_lies_ahead_after_the_clock_was_put_back_stays() -> None:
    ahead = {NOW + timedelta(days=400, minutes=minute) for minute in range(30)}
    assert staying(ahead, NOW) == ahead
