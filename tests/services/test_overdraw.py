"""An award that may not be overdrawn refuses what would take more than it grants; any other award only warns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bpa_desktop.domain.award import AccountPeriod, Award, CarryOver, Overdraw
from bpa_desktop.domain.shift import Shift, ShiftKind
from bpa_desktop.domain.span import DayRange, Week
from bpa_desktop.rules.repair import Repair
from bpa_desktop.services.finding import mend_finding
from bpa_desktop.services.history import History
from bpa_desktop.services.overdraw import OverdrawnError
from bpa_desktop.services.shift import Place, add_shift, assign_shifts, edit_shift, place_shifts, remove_shifts
from tests.memory import history_of
from tests.rosters import award, roster, shift, span

FIRST = shift("mon 08:00", "15:00", "kari")
WEEK = DayRange(FIRST.span.start.date(), Week.of(FIRST.span.start.date()).days[-1])
STRICT = replace(award(WEEK, weekly="14", period=AccountPeriod.AWARD), overdraw=Overdraw.BLOCK)
LONGER = replace(FIRST, span=span("mon 07:00", "15:00"))
Act = Callable[[History], object]

MORE: dict[str, Act] = {
    "add": lambda history: add_shift(history, shift("wed 08:00", "08:01", "kari")),
    "edit": lambda history: edit_shift(history, LONGER),
    "move": lambda history: place_shifts(history, (Place(FIRST.id, LONGER.span, "kari"),)),
    "place": lambda history: place_shifts(history, (Place(FIRST.id, LONGER.span, None),)),
    "mend": lambda history: mend_finding(history, Repair(FIRST, LONGER)),
}


def full(granting: Award = STRICT, *more: Shift) -> History:
    """Return a week in which all that is granted is planned."""
    plan = roster(FIRST, shift("tue 08:00", "15:00", "kari"), *more)
    return history_of(replace(plan, awards=(granting,)))[0]


@pytest.mark.parametrize("act", MORE.values(), ids=MORE)
def test_what_takes_more_is_refused_and_nothing_is_kept(act: Act) -> None:
    history = full()
    before = history.roster
    with pytest.raises(OverdrawnError) as refused:
        act(history)
    assert refused.value.award == STRICT
    assert refused.value.account.left < 0
    assert history.roster == before
    assert history.undoable is None


@pytest.mark.parametrize("act", MORE.values(), ids=MORE)
def test_an_award_that_warns_lets_it_be(act: Act) -> None:
    act(full(replace(STRICT, overdraw=Overdraw.WARN)))


def test_the_last_minute_granted_can_be_planned() -> None:
    history = full(replace(STRICT, weekly_hours=replace(STRICT.weekly_hours, personal=Decimal(15))))
    place_shifts(history, (Place(FIRST.id, LONGER.span, "kari"),))
    with pytest.raises(OverdrawnError):
        add_shift(history, shift("wed 08:00", "08:01", "kari"))


def test_what_draws_nothing_more_is_done() -> None:
    history = full()
    assign_shifts(history, {FIRST.id: None})
    add_shift(history, replace(shift("wed 08:00", "15:00", "kari"), kind=ShiftKind.TRAINING))
    place_shifts(history, (Place(FIRST.id, span("thu 08:00", "15:00"), None),))
    remove_shifts(history, (FIRST.id,))
    add_shift(history, FIRST)


def test_a_plan_that_is_overdrawn_already_is_made_better_and_not_worse() -> None:
    over = shift("fri 08:00", "15:00", "kari")
    history = full(STRICT, over)
    edit_shift(history, replace(over, span=span("fri 08:00", "12:00")))
    with pytest.raises(OverdrawnError):
        edit_shift(history, replace(over, span=span("fri 08:00", "12:01")))


def test_hours_taken_from_what_another_period_would_have_got_are_refused_too() -> None:
    """Two quarters under one award: what the first leaves is carried to the second, which needs all of it."""
    days = DayRange(date(2026, 9, 28), date(2026, 10, 11))
    carried = replace(
        award(days, weekly="7", period=AccountPeriod.QUARTER, carry=CarryOver.FULL), overdraw=Overdraw.BLOCK
    )
    # Three days, three hours, in September; eleven days, eleven hours, in October: fourteen in all.
    october = shift("2026-10-05 08:00", "21:00", "kari")
    plan = replace(roster(october), awards=(carried,))
    history, _ = history_of(plan)
    add_shift(history, shift("2026-09-29 08:00", "09:00", "kari"))
    with pytest.raises(OverdrawnError) as refused:
        add_shift(history, shift("2026-09-30 08:00", "08:30", "kari"))
    assert refused.value.account.period.first == date(2026, 10, 1)
