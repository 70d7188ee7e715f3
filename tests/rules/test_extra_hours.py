"""Twelve months of a part-timer beside the contract: what was worked beyond it, month by month."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.data.limits import shipped_limits
from bpa_desktop.domain.absence import AbsenceKind
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift, ShiftKind
from bpa_desktop.domain.span import DayRange, Span, days_span
from bpa_desktop.domain.substitute import RequestState, SubstituteRequest
from bpa_desktop.domain.team import Assistant, Employment, EmploymentKind
from bpa_desktop.rules.extra_causes import IN_ANOTHERS_PLACE
from bpa_desktop.rules.extra_hours import ExtraHours, extra_hours
from tests.rosters import OSLO, absence, assistant, post, roster, shift, span

ON = date(2026, 11, 30)
EARLY = shift("2025-01-01 08:00", "09:00", "ola")
"""So that the data goes back beyond the twelve months."""


def team(*posts: Employment) -> tuple[Assistant, ...]:
    """Return Kari with some posts, and Ola in full time."""
    return assistant("Kari", posts=posts or (post("20"),)), assistant("Ola", posts=(post("100"),))


def plan(*shifts: Shift, posts: tuple[Employment, ...] = ()) -> Roster:
    """Return a roster of Kari's: a fifth of a full week of 37.5 hours, which is 7.5 hours a week."""
    return roster(EARLY, *shifts, team=team(*posts))


def report(of: Roster, on: date = ON) -> ExtraHours:
    """Return the only report there is."""
    (found,) = extra_hours(of, shipped_limits(), on=on)
    return found


def test_twelve_months_end_with_the_day_and_each_begins_after_the_one_before() -> None:
    months = report(plan(), date(2026, 3, 30)).months
    assert len(months) == 12
    assert (months[0].first, months[-1].last) == (date(2025, 3, 31), date(2026, 3, 30))
    assert [month.last for month in months[-3:-1]] == [date(2026, 1, 30), date(2026, 2, 28)]
    assert all(later.first == before.last + timedelta(days=1) for before, later in pairwise(months))


def test_a_month_s_last_day_ends_whole_months() -> None:
    months = report(plan(), date(2026, 2, 28)).months
    assert [(month.first.day, (month.last + timedelta(days=1)).day) for month in months] == [(1, 1)] * 12
    assert (months[0].first, months[-2].last) == (date(2025, 3, 1), date(2026, 1, 31))


def test_hours_beyond_the_contract_are_told_by_month_and_in_all() -> None:
    found = report(plan(shift("mon 08:00", "18:00"), shift("wed 08:00", "18:00")), date(2026, 12, 6))
    december = found.months[-1]
    assert (december.first, december.worked) == (date(2026, 11, 7), Decimal(20))
    assert december.agreed == Decimal("32.14")  # 30 days of 7.5 hours a week
    assert found.worked == 20
    assert found.agreed == Decimal("391.03")  # 365 days, each month rounded
    assert found.extra == 0
    assert found.months_above == 0


def test_a_month_that_is_above_counts_though_the_year_is_not() -> None:
    shifts = [shift(f"2026-11-{day:02d} 08:00", "12:00") for day in range(1, 10)]
    found = report(plan(*shifts))
    assert found.months[-1].worked == 36
    assert found.months[-1].extra == Decimal("3.86")
    assert (found.months_above, found.extra) == (1, Decimal(0))


def test_what_was_less_in_one_month_makes_up_for_another() -> None:
    late = replace(EARLY, id="late", span=span("2026-11-01 08:00", "09:00"))
    only_november = roster(late, *(shift(f"2026-11-{day:02d} 08:00", "12:00") for day in range(1, 10)), team=team())
    found = report(only_november)
    assert [month.first for month in found.months] == [date(2026, 11, 1)]
    assert found.extra == found.months[0].extra == Decimal("3.86")


def test_days_before_the_data_begins_are_not_looked_at() -> None:
    found = report(roster(shift("2026-11-09 08:00", "12:00"), team=team()))
    assert (found.months[0].first, found.agreed) == (date(2026, 11, 9), Decimal("23.57"))  # 22 days
    assert extra_hours(roster(team=team()), shipped_limits(), on=ON) == ()
    begun = roster(shift("2026-12-01 08:00", "09:00"), team=team())
    assert extra_hours(begun, shipped_limits(), on=ON) == ()


def test_the_last_minute_of_the_day_counts_and_the_first_of_the_next_does_not() -> None:
    found = report(plan(shift("2026-11-30 22:00", "2026-12-01 06:00")))
    assert found.worked == 2
    assert report(plan(shift("2025-11-30 22:00", "2025-12-01 06:00"))).worked == 6


def test_what_was_really_worked_counts_where_it_is_known() -> None:
    longer = shift("2026-11-09 08:00", "12:00", actual=span("2026-11-09 08:00", "14:30"))
    assert report(plan(longer)).worked == Decimal("6.5")


def test_standby_at_home_counts_a_seventh() -> None:
    assert report(plan(shift("2026-11-09 08:00", "15:00", kind=ShiftKind.STANDBY_HOME))).worked == 1


def test_hours_in_the_place_of_somebody_absent_are_told_apart() -> None:
    olas = shift("2026-11-09 08:00", "15:00", "ola")
    free = shift("2026-11-10 08:00", "12:00", None)
    requests = (
        SubstituteRequest("one", olas.id, RequestState.FILLED, chosen="kari"),
        SubstituteRequest("two", free.id, RequestState.FILLED, chosen="kari"),
    )
    found = report(replace(plan(olas, free, shift("2026-11-11 08:00", "10:00")), requests=requests))
    assert (found.worked, found.in_anothers_place) == (Decimal(13), Decimal(7))


@pytest.mark.parametrize(("grade", "left"), [("100", "31.07"), ("50", "31.61"), ("20", "31.93")])
def test_absence_takes_its_part_of_the_contract_away(grade: str, left: str) -> None:
    away = replace(plan(), absences=(absence("kari", "2026-11-09 00:00", "2026-11-10 00:00", grade=grade),))
    assert report(away).months[-1].agreed == Decimal(left)


def test_who_is_full_time_temporary_or_on_call_has_no_such_report() -> None:
    for one in (
        post("100"),
        post("50", kind=EmploymentKind.TEMPORARY),
        post("50", kind=EmploymentKind.ON_CALL),
        post("0"),
        post("50", days=DayRange(date(2020, 1, 1), date(2025, 11, 30))),
    ):
        assert extra_hours(plan(posts=(one,)), shipped_limits(), on=ON) == ()


def test_it_says_whether_somebody_was_permanent_all_the_time() -> None:
    assert report(plan()).throughout
    first, last = DayRange(date(2020, 1, 1), date(2026, 5, 31)), DayRange(date(2026, 6, 2))
    assert not report(plan(posts=(post("20", days=first), post("30", days=last)))).throughout
    assert report(plan(posts=(post("20", days=first), post("30", days=DayRange(date(2026, 6, 1)))))).throughout


def test_two_posts_at_once_add_up() -> None:
    assert report(plan(posts=(post("20"), post("30")))).agreed == Decimal("977.72")
    assert extra_hours(plan(posts=(post("50"), post("50"))), shipped_limits(), on=ON) == ()


def test_the_report_is_of_an_assistant_by_its_paragraph() -> None:
    found = report(plan())
    assert (found.assistant, found.reference) == ("kari", "AML § 14-4 a")


def test_the_smallest_post_is_a_post() -> None:
    tiny = plan(posts=(post("0.5"),))
    assert report(tiny).throughout
    assert report(tiny).months[-1].agreed == Decimal("0.80")  # 30 days of a two-hundredth of 37.5 hours


def test_hours_in_anothers_place_are_counted_as_the_law_counts_them_and_by_local_days() -> None:
    olas = shift("2026-11-30 22:00", "2026-12-01 05:00", "ola", kind=ShiftKind.STANDBY_HOME)
    filled = (SubstituteRequest("one", olas.id, RequestState.FILLED, chosen="kari"),)
    found = report(replace(plan(olas), requests=filled))
    assert (found.worked, found.in_anothers_place) == (Decimal("0.29"), Decimal("0.29"))  # two hours, a seventh


def test_data_that_begins_on_the_last_day_makes_a_month_of_one_day() -> None:
    found = report(roster(shift("2026-11-30 08:00", "12:00"), team=team()))
    assert [(month.first, month.last, month.agreed) for month in found.months] == [(ON, ON, Decimal("1.07"))]


HOURS = st.tuples(st.integers(0, 700), st.integers(0, 23), st.integers(1, 12))


@given(st.lists(HOURS, max_size=25), st.integers(0, 400))
def test_the_months_hold_every_hour_of_the_year_once(drawn: list[tuple[int, int, int]], back: int) -> None:
    """Counted by hand: each hour that somebody is there, between the first midnight and the last."""
    shifts = []
    for place, (day, hour, length) in enumerate(drawn):
        start = datetime(2025, 1, 1, hour, tzinfo=OSLO).astimezone(UTC) + timedelta(days=day)
        shifts.append(Shift(f"s{place}", Span(start, start + timedelta(hours=length)), "kari"))
    found = report(plan(*shifts), ON - timedelta(days=back))
    edges = days_span(found.months[0].first, found.months[-1].last, zone=OSLO)
    step = timedelta(hours=1)
    there = {one.span.start + n * step for one in shifts for n in range(one.span.length // step)}
    assert found.worked == sum(edges.contains(at) for at in there)


def test_what_was_worked_is_told_by_why() -> None:
    own, opened, ill, away, swapped = (
        shift("mon 08:00", "12:00"),
        shift("tue 08:00", "11:00"),
        shift("wed 08:00", "10:00", "ola"),
        shift("thu 08:00", "13:00", "ola"),
        shift("fri 08:00", "09:30", "ola"),
    )
    taken = tuple(
        SubstituteRequest(f"r{n}", one.id, RequestState.FILLED, chosen="kari")
        for n, one in enumerate((opened, ill, away, swapped))
    )
    absences = (
        replace(absence("ola", "wed 00:00", "thu 00:00"), id="ill", kind=AbsenceKind.CHILD_SICK),
        replace(absence("ola", "thu 00:00", "fri 00:00"), id="away", kind=AbsenceKind.HOLIDAY),
    )
    found = report(replace(plan(own, opened, ill, away, swapped), requests=taken, absences=absences), date(2026, 12, 6))
    assert {cause.value: amount for cause, amount in found.causes} == {
        "own_plan": 4,
        "open_shift": 3,
        "sickness": 2,
        "holiday": 5,
        "exchange": Decimal("1.5"),
    }
    assert sum(amount for cause, amount in found.causes if cause in IN_ANOTHERS_PLACE) == found.in_anothers_place
    assert sum(amount for _, amount in found.causes) == found.worked
