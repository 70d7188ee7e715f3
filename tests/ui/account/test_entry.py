"""An award as it is typed: back as it was where nothing was touched, and each mistake told with its field."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given

from bpa_desktop.domain.award import AccountPeriod, Award, CarryOver, Overdraw, WeeklyHours
from bpa_desktop.domain.shift import ShiftKind
from bpa_desktop.domain.span import DayRange
from bpa_desktop.ui.account.entry import Problem, entry_of, new_award, read_entry
from tests.interchange.strategies import awards
from tests.rosters import award

TODAY = date(2026, 11, 27)
GRANTED = award(DayRange(date(2026, 1, 1), date(2026, 12, 31)), weekly="37.5")


def read(plan: Award = GRANTED, **typed: str) -> Award | dict[str, Problem]:
    """Return what comes of an award with something typed over it."""
    return read_entry({**entry_of(plan), **typed}, plan, today=TODAY)


@given(awards("award"))
def test_what_is_not_touched_stays_to_the_last_digit(plan: Award) -> None:
    hours = plan.weekly_hours
    if max(hours.personal, hours.practical, hours.other) > 1680 or not hours.total:
        plan = replace(plan, weekly_hours=WeeklyHours(Decimal("0.25"), Decimal(0), Decimal("37.50")))
    if plan.carry_over == 0:
        plan = replace(plan, carry_over=CarryOver.FULL)
    if plan.days.first is not None and plan.days.first.year < 1000:
        plan = replace(plan, days=DayRange(date(2026, 1, 1)))
    assert read(plan) == plan


def test_an_untouched_reference_keeps_its_blanks() -> None:
    plan = replace(GRANTED, reference=" Vedtak 12\r")
    assert read(plan) == plan
    assert read(plan, reference=" Vedtak 13 ") == replace(plan, reference="Vedtak 13")


def test_everything_that_is_typed_is_read() -> None:
    typed = {
        "reference": " Vedtak 12/2027 ",
        "from": "1.1.2027",
        "to": "31.12.27",
        "personal": "20,5",
        "practical": "",
        "other": "3",
        "account_period": "quarter",
        "carry_over": "hours",
        "carried_hours": "40",
        "overnight": "33,3 %",
        "also_drawn": "training meeting",
        "overdraw": "block",
    }
    assert read_entry(typed, new_award((), TODAY), today=TODAY) == Award(
        "",
        DayRange(date(2027, 1, 1), date(2027, 12, 31)),
        WeeklyHours(Decimal("20.5"), Decimal(0), Decimal(3)),
        AccountPeriod.QUARTER,
        Decimal(40),
        Decimal("0.333"),
        "Vedtak 12/2027",
        (ShiftKind.TRAINING, ShiftKind.MEETING),
        Overdraw.BLOCK,
    )


@pytest.mark.parametrize(
    ("field", "typed", "problem"),
    [
        ("from", "", Problem.NO_FIRST_DAY),
        ("from", "january", Problem.NO_DAY),
        ("to", "31.2.2027", Problem.NO_DAY),
        ("to", "31.12.2025", Problem.ENDS_BEFORE),
        ("practical", "-1", Problem.NO_HOURS),
        ("practical", "many", Problem.NO_HOURS),
        ("practical", "1681", Problem.NO_HOURS),
        ("personal", "", Problem.NOTHING_GRANTED),
        ("personal", "0", Problem.NOTHING_GRANTED),
        ("overnight", "101", Problem.NO_PERCENT),
        ("overnight", "-1", Problem.NO_PERCENT),
        ("overnight", "half", Problem.NO_PERCENT),
    ],
)
def test_a_mistake_is_told_with_its_field(field: str, typed: str, problem: Problem) -> None:
    assert read_entry({**entry_of(GRANTED), field: typed}, GRANTED, today=TODAY) == {field: problem}


@pytest.mark.parametrize("typed", ["", "0", "-1", "some"])
def test_so_many_hours_carried_over_are_a_number(typed: str) -> None:
    assert read(carry_over="hours", carried_hours=typed) == {"carried_hours": Problem.NO_HOURS}
    assert read(carry_over="none", carried_hours=typed) == GRANTED


def test_a_resting_night_may_draw_nothing_or_all() -> None:
    for typed, factor in (("0", Decimal(0)), ("", Decimal(0)), ("100", Decimal(1)), ("12.5", Decimal("0.125"))):
        assert read(overnight=typed) == replace(GRANTED, overnight_factor=factor)


def test_a_kind_that_cannot_be_chosen_stays_drawn() -> None:
    odd = replace(GRANTED, also_drawn=(ShiftKind.STANDBY_HOME, ShiftKind.MEETING))
    assert read(odd) == odd
    assert read(odd, also_drawn="training") == replace(odd, also_drawn=(ShiftKind.TRAINING, ShiftKind.STANDBY_HOME))


def test_a_new_award_begins_like_the_latest_the_day_after_it() -> None:
    older = replace(GRANTED, id="old", days=DayRange(date(2025, 1, 1), date(2025, 12, 31)), overdraw=Overdraw.BLOCK)
    latest = replace(GRANTED, carry_over=CarryOver.FULL, reference="Vedtak 1")
    begun = new_award((latest, older), TODAY)
    assert (begun.id, begun.reference, begun.days) == ("", "", DayRange(date(2027, 1, 1)))
    assert (begun.weekly_hours, begun.carry_over, begun.overdraw) == (
        latest.weekly_hours,
        CarryOver.FULL,
        Overdraw.WARN,
    )
    without_end = replace(GRANTED, days=DayRange(date(2026, 1, 1)))
    assert new_award((without_end,), TODAY).days == DayRange(TODAY)


def test_the_first_award_begins_today_with_nothing_granted() -> None:
    begun = new_award((), TODAY)
    assert begun.days == DayRange(TODAY)
    assert read_entry(entry_of(begun), begun, today=TODAY) == {"personal": Problem.NOTHING_GRANTED}
