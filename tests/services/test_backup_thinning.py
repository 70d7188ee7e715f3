"""Which backups stay, against a slow judge that looks at each one alone, and over years of work."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.services.backup import Reason
from bpa_desktop.services.backup_thinning import Made, staying

NOW = datetime(2026, 11, 30, 6, 45, tzinfo=UTC)
HOURS = st.integers(0, 60 * 24).map(lambda hours: timedelta(hours=hours))
AGES = st.timedeltas(timedelta(days=-3), timedelta(days=900)) | HOURS
MOMENTS = AGES.map(lambda age: NOW - age)
MADE = st.sets(st.tuples(MOMENTS, st.sampled_from(Reason)), max_size=60)
LONGER = (Reason.MIGRATION, Reason.RESTORE)


def routine(moments: Collection[datetime]) -> set[Made]:
    """Return backups made by themselves."""
    return {(at, Reason.ROUTINE) for at in moments}


def slow(made: Collection[Made], now: datetime) -> set[Made]:
    """Return the backups that stay, each judged by counting the days, weeks and months after its own."""
    older = [at for at, _ in made if at < now - timedelta(hours=48)]

    def is_last(at: datetime, period: Callable[[datetime], str], most: int) -> bool:
        later = {period(other) for other in older if period(other) > period(at)}
        return len(later) < most and all(other <= at for other in older if period(other) == period(at))

    return {
        (at, why)
        for at, why in made
        if at not in older
        or (why in LONGER and at + timedelta(hours=90 * 24) >= now)
        or is_last(at, lambda one: f"{one:%Y-%m-%d}", 7)
        or is_last(at, lambda one: f"{one:%G-%V}", 4)
        or is_last(at, lambda one: f"{one:%Y-%m}", 12)
    }


@given(MADE)
def test_the_same_backups_stay_as_the_slow_judge_says(made: set[Made]) -> None:
    assert staying(made, NOW) == slow(made, NOW)


@pytest.mark.parametrize("why", Reason)
@pytest.mark.parametrize("days", [89, 90, 91])
def test_what_there_was_before_a_new_version_or_a_restore_stays_for_ninety_days(why: Reason, days: int) -> None:
    at = NOW - timedelta(days=days)
    busy = routine([at + timedelta(hours=hours) for hours in range(1, 24 * days)])
    assert ((at, why) in staying({(at, why), *busy}, NOW)) is (why in LONGER and days <= 90)


@given(MADE)
def test_thinning_again_takes_nothing_more_and_the_newest_always_stays(made: set[Made]) -> None:
    stay = staying(made, NOW)
    assert stay <= made
    assert staying(stay, NOW) == stay
    assert not made or max(made) in stay


@given(MADE)
def test_few_of_the_older_ones_stay_however_many_there_were(made: set[Made]) -> None:
    older = {at for at, why in staying(made, NOW) if NOW - at > timedelta(days=2) and why not in LONGER}
    assert len(older) <= 7 + 4 + 12


def test_over_two_years_of_work_there_is_always_something_from_every_month_of_the_last_year() -> None:
    at, kept = datetime(2024, 1, 1, 8, tzinfo=UTC), set[datetime]()
    while at < datetime(2026, 1, 1, tzinfo=UTC):
        kept = {one for one, _ in staying(routine({*kept, at}), at)}
        at += timedelta(hours=9)
    assert sorted({f"{one:%Y-%m}" for one in kept}) == [f"2025-{month:02}" for month in range(1, 13)]
    assert len({one.date() for one in kept if one > at - timedelta(days=9)}) >= 9
    assert len(kept) < 6 + 23


def test_a_day_is_the_one_of_the_moments_own_zone() -> None:
    oslo = ZoneInfo("Europe/Oslo")
    late, next_day = (datetime(2026, 11, 3, hour, 30, tzinfo=oslo) for hour in (22, 23))
    early = datetime(2026, 11, 4, 0, 30, tzinfo=oslo)  # the third still, in UTC
    assert staying(routine({late, next_day, early}), NOW) == routine({next_day, early})


def test_what_lies_ahead_after_the_clock_was_put_back_stays() -> None:
    ahead = {NOW + timedelta(days=400, minutes=minute) for minute in range(30)}
    assert staying(routine(ahead), NOW) == routine(ahead)
