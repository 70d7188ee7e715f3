"""sunday_rest: the next red day off, or every other on average."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bpa_desktop.domain.arrangement import AgreementLevel, Arrangement, Regime
from bpa_desktop.domain.shift import Shift
from bpa_desktop.rules.limits import Mark, Unit
from bpa_desktop.rules.rule import Finding, Weight
from bpa_desktop.rules.sunday_rest import RULE
from tests.rosters import arrangement, roster, shift, span
from tests.rules.checking import figures, found, one

ALONE = arrangement(AgreementLevel.INDIVIDUAL, sundays=True)
UNION = arrangement(AgreementLevel.UNION, sundays=True)
FIRST = date(2026, 8, 2)  # no holiday but Sundays until Christmas Day


def sundays(*numbers: int, first: date = FIRST) -> tuple[Shift, ...]:
    """Return a shift on each of some Sundays, counted from the first."""
    return tuple(shift(f"{first + timedelta(days=7 * number)} 08:00", "12:00") for number in numbers)


def days(finding: Finding) -> tuple[object, object]:
    """Return the first and the last day of a finding."""
    return finding.fact("first"), finding.fact("last")


def test_who_works_on_a_sunday_is_off_on_the_next() -> None:
    assert not found(RULE, roster(*sundays(0, 2, 4)))
    plan = roster(*sundays(0, 1))
    finding = one(RULE, plan)
    assert figures(finding) == (2, 1)
    assert (finding.weight, finding.unit) == (Weight.MUST, Unit.COUNT)
    assert days(finding) == (date(2026, 8, 2), date(2026, 8, 9))
    assert finding.shifts == tuple(held.id for held in plan.shifts)
    assert (finding.reference, finding.mark) == ("AML § 10-8 (4)", Mark.SEEN)


def test_each_red_day_that_should_have_been_off_is_told_of() -> None:
    told = [days(finding) for finding in found(RULE, roster(*sundays(0, 1, 2, 5, 6)))]
    assert told == [
        (date(2026, 8, 2), date(2026, 8, 9)),
        (date(2026, 8, 9), date(2026, 8, 16)),
        (date(2026, 9, 6), date(2026, 9, 13)),
    ]


def test_the_next_one_may_be_a_holiday() -> None:
    sunday, christmas = shift("2026-12-20 08:00", "12:00"), shift("2026-12-25 08:00", "12:00")
    assert days(one(RULE, roster(sunday, christmas))) == (date(2026, 12, 20), date(2026, 12, 25))
    assert not found(RULE, roster(sunday, shift("2026-12-27 08:00", "12:00")))


def test_work_that_ends_before_the_window_opens_is_no_holiday_work() -> None:
    eve = shift("2026-12-24 08:00", "15:00")
    assert not found(RULE, roster(shift("2026-12-20 08:00", "12:00"), eve))
    late = shift("2026-12-24 08:00", "15:15")
    assert one(RULE, roster(shift("2026-12-20 08:00", "12:00"), late)).shifts[-1] == late.id


def test_another_assistants_sunday_is_another_matter() -> None:
    first, second = sundays(0, 1)
    assert not found(RULE, roster(first, shift("2026-08-09 08:00", "12:00", "ola")))
    assert second


@pytest.mark.parametrize("place", [ALONE, UNION])
def test_where_it_is_averaged_three_in_a_row_may_be_worked_on_and_no_more(place: Arrangement) -> None:
    assert not found(RULE, roster(*sundays(0, 1, 2, 4, 5, 6), place=place))
    finding = one(RULE, roster(*sundays(0, 1, 2, 3), place=place))
    assert finding.weight is Weight.MUST
    assert figures(finding) == (4, 3)
    assert days(finding) == (date(2026, 8, 2), date(2026, 8, 23))
    assert len(found(RULE, roster(*sundays(0, 1, 2, 3, 4), place=place))) == 2


def test_an_agreement_that_does_not_name_sundays_changes_nothing() -> None:
    assert one(RULE, roster(*sundays(0, 1), place=arrangement(AgreementLevel.UNION))).limit == 1


YEAR = date(2026, 1, 11)
RED = [
    date(2026, 1, 11) + timedelta(days=n)
    for n in range(170)
    if (date(2026, 1, 11) + timedelta(days=n)).isoweekday() == 7
    or (date(2026, 1, 11) + timedelta(days=n)).isoformat()
    in {"2026-04-02", "2026-04-03", "2026-04-06", "2026-05-01", "2026-05-14", "2026-05-25"}
]


def on(*numbers: int) -> tuple[Shift, ...]:
    """Return a shift on each of some red days of 2026, counted from 11 January."""
    return tuple(shift(f"{RED[number]} 08:00", "12:00") for number in numbers)


def test_where_it_is_averaged_half_of_twenty_six_red_days_may_be_worked_on() -> None:
    half = (0, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23)
    assert not found(RULE, roster(*on(*half), place=ALONE))
    finding = one(RULE, roster(*on(*half, 25), place=ALONE))
    assert finding.weight is Weight.MUST
    assert figures(finding) == (14, 13)
    assert days(finding) == (RED[0], RED[25])
    assert finding.fact("period") == "period"
    assert not found(RULE, roster(*on(*half, 26), place=ALONE))


def test_too_many_red_days_are_told_of_once_in_a_period() -> None:
    many = tuple(number for number in range(28) if number % 4 != 3)
    finding = one(RULE, roster(*on(*many), place=ALONE))
    assert finding.measured == 20
    assert days(finding) == (RED[0], RED[25])


def test_the_household_regulation_was_not_read_so_it_is_advice_there() -> None:
    finding = one(RULE, roster(*sundays(0, 1), place=arrangement(regime=Regime.HOUSEHOLD)))
    assert (finding.weight, finding.mark) == (Weight.SHOULD, Mark.DOUBTFUL)


def test_the_finding_lies_from_the_first_window_to_the_last() -> None:
    finding = one(RULE, roster(*sundays(0, 1)))
    assert finding.span == span("2026-08-01 18:00", "2026-08-09 22:00")
    long = one(RULE, roster(*sundays(0, 1, 2, 3), place=ALONE))
    assert long.span == span("2026-08-01 18:00", "2026-08-23 22:00")
