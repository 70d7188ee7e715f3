"""daily_hours: the hours of a work period, from its start after a daily rest, by elapsed time."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bpa_desktop.domain.arrangement import AgreementLevel, Arrangement, Regime
from bpa_desktop.domain.shift import ShiftKind
from bpa_desktop.rules.daily_hours import RULE
from bpa_desktop.rules.limits import Mark, Unit
from bpa_desktop.rules.rule import Weight
from tests.rosters import arrangement, roster, shift
from tests.rules.checking import found, one

NOBODY = arrangement()
ALONE = arrangement(AgreementLevel.INDIVIDUAL, averaging=8)
UNION = arrangement(AgreementLevel.UNION, averaging=8)


@pytest.mark.parametrize(
    ("place", "end", "limit"),
    [
        (NOBODY, "17:00", "9"),
        (arrangement(AgreementLevel.INDIVIDUAL), "17:00", "9"),
        (arrangement(AgreementLevel.NONE, averaging=8), "17:00", "9"),
        (ALONE, "18:00", "10"),
        (UNION, "20:30", "12.5"),
        (arrangement(regime=Regime.HOUSEHOLD), "17:00", "9"),
    ],
)
def test_the_ordinary_day_is_as_long_as_law_and_agreement_say(place: Arrangement, end: str, limit: str) -> None:
    assert not found(RULE, roster(shift("mon 08:00", end), place=place))
    longer = f"{end[:-1]}1"
    finding = one(RULE, roster(shift("mon 08:00", longer), place=place))
    assert finding.weight is Weight.SHOULD
    assert (finding.limit, finding.unit, finding.mark) == (Decimal(limit), Unit.HOURS, Mark.SEEN)


@pytest.mark.parametrize(("place", "end", "limit"), [(NOBODY, "21:00", 13), (ALONE, "21:00", 13), (UNION, "00:00", 16)])
def test_ordinary_hours_and_overtime_together_end_somewhere(place: Arrangement, end: str, limit: int) -> None:
    just = one(RULE, roster(shift("mon 08:00", end), place=place))
    above = one(RULE, roster(shift("mon 07:59", end), place=place))
    assert just.weight is Weight.SHOULD
    assert above.weight is Weight.MUST
    assert above.limit == limit
    assert above.reference.startswith("AML § 10-6")


def test_a_day_is_counted_from_its_start_and_not_by_the_calendar() -> None:
    night = one(RULE, roster(shift("mon 20:00", "06:00")))
    assert night.measured == 10
    assert not found(RULE, roster(shift("mon 00:00", "07:00"), shift("mon 22:00", "05:00")))


def test_morning_and_afternoon_are_counted_together() -> None:
    finding = one(RULE, roster(shift("mon 08:00", "13:00"), shift("mon 16:00", "21:00")))
    assert finding.measured == 10
    assert finding.shifts == ("mon-08.00-kari", "mon-16.00-kari")


def test_the_count_ends_with_a_lawful_rest_and_goes_on_over_a_short_one() -> None:
    evening = shift("mon 15:00", "22:00")
    assert not found(RULE, roster(evening, shift("tue 09:00", "15:00")))
    finding = one(RULE, roster(evening, shift("tue 08:00", "15:00")))
    assert finding.weight is Weight.MUST
    assert finding.measured == 14


def test_two_shifts_at_once_count_once() -> None:
    assert not found(RULE, roster(shift("mon 08:00", "16:00"), shift("mon 10:00", "17:00")))


@pytest.mark.parametrize(
    ("kind", "active", "extended"),
    [
        (ShiftKind.RESTING_NIGHT, None, "11"),
        (ShiftKind.RESTING_NIGHT, 480, "10"),
        (ShiftKind.STANDBY_ON_SITE, None, "11"),
        (ShiftKind.ACTIVE, None, "9"),
    ],
)
def test_passive_work_extends_the_ordinary_day_by_half_of_it_at_most_two_hours(
    kind: ShiftKind, active: int | None, extended: str
) -> None:
    finding = one(
        RULE, roster(shift("mon 22:00", "08:00", kind=kind, active_minutes=active), shift("mon 20:00", "22:00"))
    )
    assert finding.limit == Decimal(extended)


def test_the_extended_day_is_just_legal_at_its_limit() -> None:
    night = shift("mon 22:00", "07:00", kind=ShiftKind.RESTING_NIGHT)
    assert not found(RULE, roster(shift("mon 20:00", "22:00"), night))
    assert found(RULE, roster(shift("mon 19:59", "22:00"), night))


def test_home_standby_within_a_work_period_counts_a_seventh_and_a_call_out_in_full() -> None:
    work = (shift("mon 08:00", "12:00"), shift("mon 19:00", "23:00"))
    home = shift("mon 12:00", "19:00", kind=ShiftKind.STANDBY_HOME)
    assert not found(RULE, roster(*work, home))  # 4 + 1 + 4 hours
    called = shift("mon 12:00", "19:00", kind=ShiftKind.STANDBY_HOME, active_minutes=70)
    assert one(RULE, roster(*work, called)).measured == Decimal("10.0000")


@pytest.mark.parametrize(("start", "measured"), [("2026-10-24 22:00", 10), ("2026-10-23 21:00", 10)])
def test_hours_are_counted_as_they_are_lived_when_the_clocks_change(start: str, measured: int) -> None:
    assert one(RULE, roster(shift(start, "07:00"))).measured == measured


def test_only_the_passive_hours_of_the_day_itself_extend_it() -> None:
    first = (shift("mon 20:00", "22:00"), shift("mon 22:00", "08:00", kind=ShiftKind.RESTING_NIGHT))
    ordinary = shift("wed 08:00", "18:00")
    limits = [finding.limit for finding in found(RULE, roster(*first, ordinary))]
    assert limits == [11, 9]


def test_passive_hours_are_counted_to_where_the_day_ends() -> None:
    night = shift("tue 07:00", "10:00", kind=ShiftKind.RESTING_NIGHT)
    finding = found(RULE, roster(shift("mon 08:00", "17:30"), shift("mon 23:00", "23:30"), night))[0]
    assert finding.limit == Decimal("9.50")  # one of its three hours lies within the 24


def test_a_night_in_march_may_be_ten_hours_by_the_clock() -> None:
    assert not found(RULE, roster(shift("2026-03-28 22:00", "08:00")))


def test_a_shift_of_forty_days_is_told_of_once() -> None:
    finding = one(RULE, roster(shift("2026-11-02 08:00", "2026-12-12 08:00")))
    assert finding.measured == 24


def test_each_day_of_a_long_work_period_is_counted_from_where_the_last_ended() -> None:
    plan = roster(shift("mon 08:00", "18:00"), shift("tue 03:00", "05:00"), shift("tue 10:00", "20:00"))
    assert [f.measured for f in found(RULE, plan)] == [12, 10]
