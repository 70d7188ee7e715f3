"""weekly_hours: a single week, and eight weeks together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bpa_desktop.domain.arrangement import AgreementLevel, Arrangement, Regime
from bpa_desktop.domain.shift import ShiftKind
from bpa_desktop.domain.span import DayRange
from bpa_desktop.rules.limits import Mark, Unit
from bpa_desktop.rules.rule import Weight
from bpa_desktop.rules.weekly_hours import RULE
from tests.rosters import OSLO, arrangement, at, roster, shift
from tests.rules.checking import figures, found, one, worked

ALONE = arrangement(AgreementLevel.INDIVIDUAL, averaging=8)
UNION = arrangement(AgreementLevel.UNION, averaging=8)
HOUSE = arrangement(regime=Regime.HOUSEHOLD)


def normed(norm: str) -> Arrangement:
    """Return an arrangement with a full-time norm."""
    return replace(arrangement(), weekly_norm=Decimal(norm))


@pytest.mark.parametrize(
    ("place", "limit"),
    [
        (arrangement(), "40"),
        (normed("40"), "40"),
        (normed("38"), "38"),
        (normed("35.5"), "38"),
        (normed("36"), "36"),
        (normed("33.6"), "36"),
        (arrangement(AgreementLevel.INDIVIDUAL), "40"),
        (arrangement(AgreementLevel.NONE, averaging=8), "40"),
        (ALONE, "48"),
        (UNION, "54"),
        (HOUSE, "40"),
    ],
)
def test_a_single_week_is_as_long_as_law_norm_and_agreement_say(place: Arrangement, limit: str) -> None:
    assert not found(RULE, roster(*worked(limit), place=place))
    finding = one(RULE, roster(*worked(str(Decimal(limit) + Decimal("0.25"))), place=place))
    assert (finding.weight, finding.assistant, finding.unit) == (Weight.SHOULD, "kari", Unit.HOURS)
    assert figures(finding) == (Decimal(limit) + Decimal("0.25"), Decimal(limit))
    assert finding.span is not None
    assert finding.span.first_day(OSLO) == date(2026, 11, 30)
    assert finding.span.last_day(OSLO) == date(2026, 12, 6)


def test_the_week_runs_from_monday_to_monday() -> None:
    night = shift("sun 20:00", "04:00")
    assert not found(RULE, roster(*worked("36"), night))
    finding = one(RULE, roster(*worked("36.25"), night))
    assert finding.measured == Decimal("40.25")
    assert finding.shifts[-1] == night.id


@pytest.mark.parametrize(("hours", "is_broken"), [("48", False), ("48.25", True)])
def test_eight_weeks_together_are_forty_eight_hours_on_average(hours: str, is_broken: bool) -> None:
    musts = [f for f in found(RULE, roster(*worked(*[hours] * 8))) if f.weight is Weight.MUST]
    assert [figures(f) for f in musts] == ([(Decimal(hours), 48)] if is_broken else [])
    assert all(f.fact("weeks") == 8 for f in musts)
    assert all(f.reference == "AML § 10-6 (8)" and f.mark is Mark.SEEN and len(f.shifts) == 48 for f in musts)


def test_a_few_long_weeks_are_even_with_the_short_ones_beside_them() -> None:
    weeks = ["60", "60", "36", "36", "60", "60", "36", "36"]
    assert {f.weight for f in found(RULE, roster(*worked(*weeks)))} == {Weight.SHOULD}
    longer = [f for f in found(RULE, roster(*worked(*weeks[:-1], "36.25"))) if f.weight is Weight.MUST]
    assert [f.measured for f in longer] == [Decimal("48.03")]


def test_weeks_that_are_too_long_even_with_none_beside_them_are_told_of_in_short_data() -> None:
    musts = [f for f in found(RULE, roster(*worked(*["70"] * 6))) if f.weight is Weight.MUST]
    assert [f.measured for f in musts] == [Decimal("52.50")]


def test_long_runs_are_told_of_once_and_not_once_a_week() -> None:
    musts = [f for f in found(RULE, roster(*worked(*["50"] * 17))) if f.weight is Weight.MUST]
    assert [f.span and f.span.first_day(OSLO) for f in musts] == [date(2026, 11, 30), date(2027, 1, 25)]


@pytest.mark.parametrize(("hours", "weights"), [("69", [Weight.SHOULD]), ("69.5", [Weight.MUST])])
def test_no_single_week_is_longer_than_sixty_nine_hours_with_the_union(hours: str, weights: list[Weight]) -> None:
    assert [f.weight for f in found(RULE, roster(*worked(hours), place=UNION))] == weights


def test_passive_work_makes_the_week_longer_by_half_of_it_two_hours_a_day_at_most() -> None:
    nights = tuple(shift(f"{day} 23:00", "07:00", kind=ShiftKind.RESTING_NIGHT) for day in ("mon", "tue", "wed"))
    assert not found(
        RULE, roster(*nights, shift("fri 08:00", "16:00"), shift("sat 08:00", "16:00"), shift("sun 08:00", "14:00"))
    )
    longer = one(
        RULE, roster(*nights, shift("fri 08:00", "16:00"), shift("sat 08:00", "16:00"), shift("sun 08:00", "14:15"))
    )
    assert figures(longer) == (Decimal("46.25"), Decimal(46))


def test_a_night_over_the_weeks_end_makes_each_week_longer_by_its_share() -> None:
    night = shift("sun 22:00", "06:00", kind=ShiftKind.RESTING_NIGHT)
    day = shift("sat 08:00", "14:45")
    plan = roster(*worked("32"), day, night)  # 32 + 6.75 + 2 hours before midnight, half an hour longer
    finding = one(RULE, plan)
    assert figures(finding) == (Decimal("40.75"), Decimal("40.50"))


def test_passive_work_never_makes_the_week_longer_than_forty_eight_hours() -> None:
    nights = tuple(
        shift(f"{day} 23:00", "07:00", kind=ShiftKind.RESTING_NIGHT)
        for day in ("mon", "tue", "wed", "thu", "fri", "sat")
    )
    finding = one(RULE, roster(*nights, shift("sun 12:00", "12:15")))
    assert figures(finding) == (Decimal("48.25"), Decimal(48))


def test_standby_at_home_counts_a_seventh_and_two_shifts_at_once_count_once() -> None:
    home = shift("sat 08:00", "15:00", kind=ShiftKind.STANDBY_HOME)
    assert not found(RULE, roster(*worked("39"), home, shift("mon 09:00", "12:00")))
    assert one(RULE, roster(*worked("39.25"), home)).measured == Decimal("40.25")


def test_weeks_without_shifts_between_break_nothing() -> None:
    far = shift("2027-12-06 08:00", "16:00")
    assert not found(RULE, roster(*worked("40"), far))


@pytest.mark.parametrize("start", ["2026-10-19 00:00", "2026-03-23 00:00"])
def test_a_week_is_as_long_as_it_is_lived_when_the_clocks_change(start: str) -> None:
    day = at(start).date()
    plan = roster(shift(f"{day} 00:00", f"{date.fromordinal(day.toordinal() + 7)} 00:00"))
    (week,) = found(RULE, plan)
    assert week.measured == (169 if day.month == 10 else 167)


def test_when_the_agreement_is_over_the_week_of_the_law_is_back_and_it_is_said_why() -> None:
    agreed = replace(ALONE.agreement, days=DayRange(date(2026, 1, 1), date(2026, 12, 6)), reference="Avtale 3")
    plan = roster(*worked("49", "45"), place=replace(ALONE, agreement=agreed))
    before, after = found(RULE, plan)
    assert (before.limit, after.limit) == (Decimal(48), Decimal(40))
    assert [each.fact("agreement") for each in (before, after)] == ["Avtale 3", None]
    assert [each.fact("agreement_over") for each in (before, after)] == [None, date(2026, 12, 6)]
