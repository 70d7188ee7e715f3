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
    """Return the backups that stay now, or stood when one was brought back within the latest ninety days."""
    since = now - timedelta(hours=90 * 24)
    restored = [at for at, why in made if why is Reason.RESTORE and at >= since]
    moments = {at for at, _ in made}
    stood = {at for one in restored for at in spread({other for other in moments if other <= one}, one)}
    return {
        (at, why) for at, why in made if at in spread(moments, now) or at in stood or (why in LONGER and at >= since)
    }


def spread(made: set[datetime], now: datetime) -> set[datetime]:
    """Return those that stay by their moments alone, each judged by counting the periods after its own."""
    older = [at for at in made if at < now - timedelta(hours=48)]

    def is_last(at: datetime, period: Callable[[datetime], str], most: int) -> bool:
        later = {period(other) for other in older if period(other) > period(at)}
        return len(later) < most and all(other <= at for other in older if period(other) == period(at))

    return {
        at
        for at in made
        if at not in older
        or is_last(at, lambda one: f"{one:%Y-%m-%d}", 7)
        or is_last(at, lambda one: f"{one:%G-%V}", 4)
        or is_last(at, lambda one: f"{one:%Y-%m}", 12)
    }


def worked(kept: set[Made], at: datetime, *, until: datetime) -> set[Made]:
    """Return what is kept after somebody went on from a moment until another, each day with work on from 9 to 17."""
    while at < until:
        if 9 <= at.hour < 17:
            kept = staying({*kept, (at, Reason.ROUTINE)}, at)
        at += timedelta(minutes=30)
    return kept


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
    calm = {(at, why) for at, why in made if why is not Reason.RESTORE}
    older = {at for at, why in staying(calm, NOW) if NOW - at > timedelta(days=2) and why not in LONGER}
    assert len(older) <= 7 + 4 + 12


def test_nothing_there_was_when_one_was_brought_back_is_thinned_for_ninety_days_however_much_is_done() -> None:
    began, restored = datetime(2024, 1, 1, 8, tzinfo=UTC), datetime(2025, 6, 12, 17, 10, tzinfo=UTC)
    stood = staying({*worked(set(), began, until=restored), (restored, Reason.RESTORE)}, restored)
    older = {at for at, _ in stood if restored - at > timedelta(days=2)}
    assert len(stood - routine(older)) == 2 * 16 + 1
    assert len({f"{at:%Y-%m}" for at in older}) == 12
    assert len(older) > 7 + 12
    on_the_last_day = worked(stood, restored + timedelta(minutes=10), until=restored + timedelta(days=90))
    assert stood <= on_the_last_day
    a_day_later = worked(on_the_last_day, restored + timedelta(days=90), until=restored + timedelta(days=91))
    assert len(stood & a_day_later) < 12
    assert len(a_day_later) < 40 + 7 + 4 + 12


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
