"""What one more shift costs: with it and without it, against the cost of whole months."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.arrangement import Agreement
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift, ShiftKind
from bpa_desktop.domain.span import Span
from bpa_desktop.pay.agreement import PayRules
from bpa_desktop.pay.cost import Part
from bpa_desktop.pay.extra import ExtraPay, extra_pay
from bpa_desktop.pay.kind import Kind
from bpa_desktop.pay.labour import month_labour
from bpa_desktop.pay.parts import sum_of
from tests.pay.months import AVERAGED, MADE_UP, OSLO, VIRKE, kari, roster, shift, shipped

RULES = PayRules(MADE_UP, VIRKE.law, "I")
NO_AGREEMENT = PayRules(None, VIRKE.law, "I")
ON_TOP = {Kind.HOLIDAY_PAY, Kind.PENSION, Kind.EMPLOYER_CONTRIBUTION}
MONDAY = datetime(2026, 2, 9, tzinfo=OSLO)
"""A week within one month."""


def extra(plan: Roster, one: Shift, rules: PayRules = RULES) -> ExtraPay | None:
    """Return what a shift costs if Kari takes it."""
    return extra_pay(plan, one, assistant=plan.assistants[0], rules=rules)


def by_kind(parts: tuple[Part, ...]) -> dict[str, str]:
    """Return what each kind comes to."""
    return {part.kind.value: str(part.amount) for part in parts}


def month_pay(plan: Roster) -> Decimal:
    """Return the pay of February 2026, what is on top of it left out."""
    cost = month_labour(plan, date(2026, 2, 1), rules=RULES)
    return sum_of(part for person in cost.people for part in person.parts if part.kind not in ON_TOP)


KINDS = st.sampled_from([ShiftKind.ACTIVE, ShiftKind.ACTIVE, ShiftKind.RESTING_NIGHT, ShiftKind.STANDBY_HOME])
TIMES = st.builds(
    lambda start, length, kind: (MONDAY + timedelta(hours=start), timedelta(hours=length), kind),
    st.integers(0, 155),
    st.integers(1, 12),
    KINDS,
)


@given(st.lists(TIMES, min_size=1, max_size=8), st.booleans())
def test_with_and_without_differ_as_whole_months_do(
    times: list[tuple[datetime, timedelta, ShiftKind]], averaged: bool
) -> None:
    shifts = [
        Shift(f"s{n}", Span(start, min(start + length, MONDAY + timedelta(days=7))), "kari", kind)
        for n, (start, length, kind) in enumerate(times)
    ]
    held, wanted = roster(*shifts[1:], agreement=AVERAGED if averaged else Agreement()), shifts[0]
    found = extra(held, replace(wanted, assistant=None))
    assert found is not None
    difference = month_pay(held.with_shift(wanted)) - month_pay(held)
    assert abs(found.amount - difference) <= Decimal("0.01") * (2 * len(Kind))  # each line is rounded by itself


def test_overtime_that_falls_on_a_later_shift_is_this_ones_cost() -> None:
    held = [shift(f"2026-02-{day:02}T08:00", f"2026-02-{day:02}T17:00") for day in (10, 11, 12, 13)]
    monday = shift("2026-02-09T08:00", "2026-02-09T12:00", assistant=None)
    found = extra(roster(*held, assistant=kari(hourly_wage=Decimal(200))), monday)
    assert found is not None
    assert by_kind(found.parts) == {
        "base": "800.00",
        "overtime": "250.00",
    }  # 40 hours: 2.5 of them at half as much more
    assert found.amount == 1050


def test_overtime_that_is_there_already_is_not_its_cost() -> None:
    held = [shift(f"2026-02-{day:02}T08:00", f"2026-02-{day:02}T18:00") for day in (9, 10, 11, 12)]
    found = extra(
        roster(*held, assistant=kari(hourly_wage=Decimal(200))), shift("2026-02-13T08:00", "2026-02-13T12:00")
    )
    assert found is not None
    assert by_kind(found.parts) == {"base": "800.00", "overtime": "400.00"}


def test_without_an_agreement_it_is_the_wage_times_the_hours_and_without_a_wage_nothing_is_known() -> None:
    night = shift("2026-02-14T22:00", "2026-02-15T06:00", kind=ShiftKind.RESTING_NIGHT)
    found = extra(roster(assistant=kari(hourly_wage=Decimal("213.38"))), night, NO_AGREEMENT)
    assert found is not None
    assert by_kind(found.parts) == {"base": "1707.04"}
    assert extra(roster(), night, NO_AGREEMENT) is None


@pytest.mark.parametrize("agreement_id", ["ks", "nho-595", "virke-bpa"])
def test_what_nobody_has_read_is_named_and_never_taken_for_nothing(agreement_id: str) -> None:
    plan = roster(assistant=kari(hourly_wage=Decimal(200)))
    for kind in ShiftKind:
        found = extra(plan, shift("2026-02-14T22:00", "2026-02-15T06:00", kind=kind), shipped(agreement_id))
        assert found is None or found.amount > 0
