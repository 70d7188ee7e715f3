"""Weeks and runs of weeks."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.shift import Shift, ShiftKind
from bpa_desktop.domain.span import Week
from bpa_desktop.rules.case import Case
from bpa_desktop.rules.weeks import Run, WorkedWeek, broken_runs, extended_weeks, worked_weeks
from tests.rosters import roster, shift
from tests.rules.checking import LIMITS

FIRST = Week(2026, 49)


def weighed(values: dict[int, int]) -> list[tuple[WorkedWeek, Decimal]]:
    """Return weeks with values, by how many weeks they are after the first."""
    return [
        (WorkedWeek(FIRST.later(at), Decimal(value), (f"s{at}",)), Decimal(value))
        for at, value in sorted(values.items())
    ]


def test_each_week_has_the_shifts_that_reach_into_it() -> None:
    long = shift("sun 20:00", "mon+2 02:00")
    weeks = worked_weeks(Case(roster(shift("mon 08:00", "15:00"), long), LIMITS), "kari")
    assert {each.week: int(each.hours) for each in weeks} == {FIRST: 11, FIRST.later(1): 168, FIRST.later(2): 2}
    assert [each.shifts for each in weeks] == [("mon-08.00-kari", long.id), (long.id,), (long.id,)]


def test_a_shift_that_ends_at_midnight_is_not_in_the_next_week() -> None:
    (week,) = worked_weeks(Case(roster(shift("sun 20:00", "00:00")), LIMITS), "kari")
    assert week.week == FIRST


@given(st.dictionaries(st.integers(0, 30), st.integers(1, 9), max_size=20), st.integers(1, 8), st.integers(5, 40))
def test_a_run_is_found_where_weeks_add_up_to_too_much_and_no_two_share_a_week(
    values: dict[int, int], length: int, most: int
) -> None:
    def is_broken(run: Run) -> bool:
        return run.total > most

    runs = list(broken_runs(weighed(values), length, is_broken=is_broken))
    sums = {at: sum(values.get(at + n, 0) for n in range(length)) for at in range(-8, 31)}
    assert bool(runs) == any(total > most for total in sums.values())
    starts = [(run.first.monday - FIRST.monday) // timedelta(days=7) for run in runs]
    assert all(sums[at] == run.total > most for at, run in zip(starts, runs, strict=True))
    assert all(after - before >= length for before, after in pairwise(starts))
    told = {at + n for at in starts for n in range(length)}
    for at, total in sums.items():
        assert total <= most or told & {at + n for n in range(length)}


@given(st.dictionaries(st.integers(0, 20), st.integers(1, 9), max_size=15), st.integers(1, 6), st.integers(5, 30))
def test_runs_that_must_end_with_the_data_find_whatever_lies_within(
    values: dict[int, int], length: int, most: int
) -> None:
    def is_broken(run: Run) -> bool:
        return run.total > most

    runs = list(broken_runs(weighed(values), length, is_broken=is_broken, until=FIRST.later(20)))
    sums = [sum(values.get(at + n, 0) for n in range(length)) for at in range(21 - length)]
    sums += [sum(values.get(21 - length + n, 0) for n in range(length))]
    assert bool(runs) == any(total > most for total in sums)
    assert all(run.last <= FIRST.later(20) for run in runs)


def test_a_run_says_where_it_is() -> None:
    (run,) = broken_runs(weighed({0: 5, 2: 5}), 4, is_broken=lambda run: run.total > 9)
    place = run.place(Case(roster(), LIMITS), "kari")
    assert (place.assistant, place.shifts) == ("kari", ("s0", "s2"))
    assert place.span.length == timedelta(days=28)
    assert run.last.monday == date(2026, 12, 21)


def extensions(*nights: Shift) -> list[str]:
    """Return by how much passive work makes each week longer."""
    return [f"{hours:.2f}" for _, hours in sorted(extended_weeks(Case(roster(*nights), LIMITS), "kari").items())]


def test_passive_work_makes_each_week_longer_by_its_share_of_the_day() -> None:
    kind = ShiftKind.RESTING_NIGHT
    assert extensions(shift("sun 22:00", "06:00", kind=kind)) == ["0.50", "1.50"]
    assert extensions(shift("sun 16:00", "00:00", kind=kind)) == ["2.00"]
    assert extensions(shift("mon 08:00", "10:00", kind=kind)) == ["1.00"]
    every = [shift(f"{day} 22:00", "06:00", kind=kind) for day in ("mon", "tue", "wed", "thu", "fri", "sat")]
    assert extensions(*every) == ["10.00"]
    assert extensions(shift("mon 22:00", "06:00")) == []
