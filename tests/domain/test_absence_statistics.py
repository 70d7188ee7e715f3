"""The quarter's figures: against a walk through every half hour of work, and by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.absence_statistics import Bins, Figures, Quarter, absence_statistics
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.sick_days import Away
from bpa_desktop.domain.span import days_span
from tests.domain import sick_oracle as slow
from tests.rosters import OSLO, absence, assistant, roster, shift

BINS = Bins(3, 16, 56)
AUTUMN, WINTER = Quarter(2026, 4), Quarter(2027, 1)
LAST = date(2027, 12, 31)


def year_of_kari(*absences: Absence) -> Roster:
    """Return a roster in which Kari works eight hours on each day from October to March."""
    first = date(2026, 10, 1)
    days = (first + timedelta(n) for n in range(182))
    shifts = (shift(f"{day} 08:00", "16:00") for day in days)
    return replace(roster(*shifts), absences=absences)


def away(first: date, last: date, kind: AbsenceKind, *, grade: str = "100") -> Absence:
    return Absence(f"{kind}-{first}", "kari", days_span(first, last, zone=OSLO), kind, Decimal(grade))


def whole(*amounts: Fraction | int) -> list[int]:
    """Return man-days that are whole ones."""
    assert all(amount.denominator == 1 for amount in amounts)
    return [amount.numerator for amount in amounts]


def of_kari(*absences: Absence, quarter: Quarter = AUTUMN, on: date = LAST) -> Figures:
    return absence_statistics(year_of_kari(*absences), quarter, bins=BINS, on=on)["kari"]


@given(slow.aways())
def test_the_figures_are_those_of_a_walk_through_every_half_hour(known: Away) -> None:
    shifts = tuple(Shift(f"s{n}", span, "kari") for n, span in enumerate(known.work))
    plan = Roster(roster().arrangement, assistants=(assistant("Kari"),), shifts=shifts, absences=known.absences)
    for quarter in (AUTUMN, WINTER):
        days = frozenset(quarter.first + timedelta(n) for n in range((quarter.last - quarter.first).days + 1))
        found = absence_statistics(plan, quarter, bins=Bins(3, 16, 20), on=LAST)["kari"]
        assert {name: getattr(found, name) for name in Figures.__dataclass_fields__} == slow.Walk(
            known, days, (3, 16, 20)
        ).figures()
        assert found.sick == found.short_days + found.middle_days + found.long_days


def test_a_quarter_without_absence_has_only_agreed_days() -> None:
    assert of_kari() == Figures(agreed=Fraction(92))
    assert of_kari().percent == 0
    assert Figures().percent is None


@pytest.mark.parametrize(
    ("days", "bin_"), [(3, "short"), (4, "middle"), (16, "middle"), (17, "long"), (56, "long"), (57, "very_long")]
)
def test_a_case_is_counted_by_its_length(days: int, bin_: str) -> None:
    first = date(2026, 10, 5)
    found = of_kari(away(first, first + timedelta(days - 1), AbsenceKind.SICK_NOTE))
    assert (getattr(found, f"{bin_}_cases"), getattr(found, f"{bin_}_days")) == (1, days)
    assert bool(found.very_long_cases) == bool(found.very_long_days) == (days > 56)
    assert found.short_cases + found.middle_cases + found.long_cases == 1
    assert found.sick == found.doctor_certified == days
    assert found.percent == round(Decimal(days * 100) / 92, 2)


def test_a_sick_note_after_days_of_ones_own_word_is_the_same_case() -> None:
    found = of_kari(
        away(date(2026, 10, 5), date(2026, 10, 7), AbsenceKind.SELF_CERTIFIED),
        away(date(2026, 10, 8), date(2026, 10, 9), AbsenceKind.SICK_NOTE),
    )
    assert (found.short_cases, found.middle_cases) == (0, 1)
    assert whole(found.self_certified, found.doctor_certified, found.middle_days) == [3, 2, 5]


def test_a_case_over_two_quarters_is_in_both_as_long_as_it_was_by_then() -> None:
    note = away(date(2026, 12, 30), date(2027, 1, 3), AbsenceKind.SICK_NOTE)
    assert whole(of_kari(note).short_cases, of_kari(note).sick) == [1, 2]
    after = of_kari(note, quarter=WINTER)
    assert whole(after.middle_cases, after.sick) == [1, 3]


def test_a_graded_absence_counts_by_its_grade_and_hours_as_a_part_of_the_day() -> None:
    half = away(date(2026, 10, 5), date(2026, 10, 6), AbsenceKind.SICK_NOTE, grade="50")
    assert of_kari(half).sick == 1
    two_hours = absence("kari", "2026-10-05 14:00", "16:00")
    assert of_kari(two_hours).self_certified == Fraction(1, 4)


def test_children_and_leave_stand_apart_and_holiday_is_no_absence() -> None:
    found = of_kari(
        away(date(2026, 10, 5), date(2026, 10, 5), AbsenceKind.CHILD_SICK),
        away(date(2026, 10, 6), date(2026, 10, 7), AbsenceKind.LEAVE),
        away(date(2026, 10, 8), date(2026, 10, 8), AbsenceKind.OTHER),
        away(date(2026, 10, 12), date(2026, 10, 14), AbsenceKind.HOLIDAY),
    )
    assert whole(found.agreed, found.sick, found.child, found.other) == [89, 0, 1, 3]


def test_who_goes_home_in_the_night_loses_a_part_of_a_session_in_a_case_that_begins_the_next_day() -> None:
    note = replace(absence("kari", "tue 02:00", "sat 00:00"), kind=AbsenceKind.SICK_NOTE)
    plan = replace(roster(shift("mon 22:00", "08:00")), absences=(note,))
    found = absence_statistics(plan, AUTUMN, bins=BINS, on=LAST)["kari"]
    assert (found.middle_cases, found.middle_days) == (1, Fraction(6, 10))


def test_until_further_notice_counts_to_the_day_that_is_asked_on() -> None:
    open_ended = replace(away(date(2026, 10, 5), date(2026, 10, 6), AbsenceKind.SICK_NOTE), open_ended=True)
    assert of_kari(open_ended, on=date(2026, 10, 24)).sick == 20


@pytest.mark.parametrize(
    ("day", "quarter", "last"),
    [
        (date(2026, 1, 1), Quarter(2026, 1), date(2026, 3, 31)),
        (date(2026, 6, 30), Quarter(2026, 2), date(2026, 6, 30)),
        (date(2026, 12, 31), Quarter(2026, 4), date(2026, 12, 31)),
    ],
)
def test_a_quarter_has_its_days(day: date, quarter: Quarter, last: date) -> None:
    assert Quarter.of(day) == quarter
    assert day in quarter
    assert quarter.last == last
    assert quarter.before().last == quarter.first - timedelta(1)
