"""break: a recorded break that is too short."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bpa_desktop.domain.shift import ShiftKind
from bpa_desktop.rules.breaks import RULE
from bpa_desktop.rules.limits import Unit
from bpa_desktop.rules.rule import Weight
from tests.rosters import assistant, roster, shift
from tests.rules.checking import found, one


@pytest.mark.parametrize(
    ("end", "minutes", "is_short"),
    [("16:00", 29, True), ("16:00", 30, False), ("16:00", 0, False), ("15:59", 10, False), ("20:00", 45, False)],
)
def test_half_an_hour_is_due_from_eight_hours_on(end: str, minutes: int, is_short: bool) -> None:
    assert bool(found(RULE, roster(shift("mon 08:00", end, break_minutes=minutes)))) is is_short


def test_it_is_advice_and_says_how_long_the_break_is() -> None:
    held = shift("mon 08:00", "16:30", break_minutes=15)
    finding = one(RULE, roster(held))
    assert (finding.rule, finding.weight, finding.shifts) == ("break", Weight.SHOULD, (held.id,))
    assert (finding.measured, finding.limit, finding.unit) == (Decimal("0.25"), Decimal("0.5"), Unit.HOURS)
    assert finding.reference == "AML § 10-9 (1)"


@pytest.mark.parametrize(("end", "is_short"), [("12:30", False), ("12:31", True)])
def test_of_the_young_it_is_due_above_four_and_a_half_hours(end: str, is_short: bool) -> None:
    team = (assistant("Kari", born=date(2009, 1, 1)),)
    assert bool(found(RULE, roster(shift("mon 08:00", end, break_minutes=20), team=team))) is is_short


def test_an_open_shift_and_rest_at_home_have_no_break() -> None:
    assert not found(RULE, roster(shift("mon 08:00", "18:00", None, break_minutes=10)))
    assert not found(RULE, roster(shift("mon 08:00", "18:00", kind=ShiftKind.STANDBY_HOME, break_minutes=10)))
