"""The labour cost against a walk through every minute, and what never changes it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from bpa_desktop.domain.shift import Shift, ShiftKind
from bpa_desktop.domain.span import Span, midnight
from bpa_desktop.pay.cost import LabourCost
from bpa_desktop.pay.kind import Kind
from bpa_desktop.pay.labour import month_labour
from tests.pay.months import MADE_UP_RULES, OSLO, kari, roster
from tests.pay.oracle import month_amounts

ON_TOP = {Kind.HOLIDAY_PAY, Kind.PENSION, Kind.EMPLOYER_CONTRIBUTION}
MONTHS = st.sampled_from(
    [date(2025, 12, 1), date(2026, 1, 1), date(2026, 3, 1), date(2026, 4, 1), date(2026, 5, 1), date(2025, 10, 1)]
)


@st.composite
def months(draw: st.DrawFn) -> tuple[date, tuple[Shift, ...]]:
    """A month, and shifts one after another from some days before it on."""
    month = draw(MONTHS)
    moment = midnight(month - timedelta(days=draw(st.integers(0, 6))), OSLO)
    shifts = []
    for number in range(draw(st.integers(1, 8))):
        start = moment + timedelta(minutes=draw(st.integers(0, 6000)))
        moment = start + timedelta(minutes=draw(st.integers(1, 1500)))
        kind, active = draw(st.sampled_from(ShiftKind)), draw(st.none() | st.integers(0, 600))
        shifts.append(Shift(f"s{number}", Span(start, moment), "kari", kind, active_minutes=active))
    return month, tuple(shifts)


def cost_of(month: date, *shifts: Shift, since: date = date(2023, 1, 1)) -> LabourCost:
    return month_labour(roster(*shifts, assistant=kari(seniority_from=since)), month, rules=MADE_UP_RULES)


@settings(max_examples=60, deadline=None)
@given(months(), st.integers(-20, 50))
def test_every_part_is_what_a_walk_through_the_minutes_finds(
    drawn: tuple[date, tuple[Shift, ...]], reached: int
) -> None:
    month, shifts = drawn
    since = (month + timedelta(days=reached)).replace(year=month.year - 3)
    cost = cost_of(month, *shifts, since=since)
    found = sorted((p.kind.value, p.amount) for who in cost.people for p in who.parts if p.kind not in ON_TOP)
    slow = month_amounts(shifts, month, since=since)
    assert found == sorted((kind, amount) for (kind, _), amount in slow.items())


@given(months())
def test_the_total_is_the_sum_of_the_assistants_and_they_of_their_parts(drawn: tuple[date, tuple[Shift, ...]]) -> None:
    month, shifts = drawn
    cost = cost_of(month, *shifts)
    parts = [part.amount for person in cost.people for part in person.parts]
    assert cost.total == sum(parts, Decimal(0))
    assert all(amount >= 0 and amount == round(amount, 2) for amount in parts)


@given(months(), st.randoms(use_true_random=False))
def test_the_order_of_the_shifts_changes_nothing(drawn: tuple[date, tuple[Shift, ...]], random: st.DataObject) -> None:
    month, shifts = drawn
    mixed = list(shifts)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert cost_of(month, *mixed) == cost_of(month, *shifts)


@given(months(), st.integers(0, 10_000))
def test_a_shift_cut_in_two_costs_the_same(drawn: tuple[date, tuple[Shift, ...]], at: int) -> None:
    month, shifts = drawn
    first, *others = (replace(shift, kind=ShiftKind.ACTIVE, active_minutes=None) for shift in shifts)
    minutes = first.span.length // timedelta(minutes=1)
    if minutes < 2:
        return
    middle = first.span.start + timedelta(minutes=1 + at % (minutes - 1))
    halves = (
        replace(first, span=Span(first.span.start, middle)),
        replace(first, id="rest", span=Span(middle, first.span.end)),
    )
    assert cost_of(month, *halves, *others) == cost_of(month, first, *others)
