"""award_hours: more is used and planned than is granted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from bpa_desktop.domain.award import AccountPeriod, Award, CarryOver
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import ShiftKind
from bpa_desktop.domain.span import DayRange
from bpa_desktop.rules.award_hours import RULE
from bpa_desktop.rules.limits import Unit
from bpa_desktop.rules.rule import Weight
from tests.rosters import OSLO, award, roster, shift
from tests.rules.checking import figures, found, one, worked

WEEK = DayRange(date(2026, 11, 30), date(2026, 12, 6))
TWO = DayRange(date(2026, 11, 30), date(2026, 12, 13))


def under(plan: Roster, *awards: Award) -> Roster:
    """Return a roster under some awards."""
    return replace(plan, awards=awards)


def test_what_is_granted_may_be_planned_and_no_more() -> None:
    assert not found(RULE, under(roster(*worked("35")), award(WEEK)))
    finding = one(RULE, under(roster(*worked("35.25")), award(WEEK)))
    assert (finding.weight, finding.assistant) == (Weight.SHOULD, None)
    assert (finding.measured, finding.limit, finding.unit) == (Decimal("35.25"), Decimal(35), Unit.HOURS)
    assert finding.fact("award") == "award"
    assert (finding.fact("first"), finding.fact("last")) == (WEEK.first, WEEK.last)


def test_its_shifts_are_those_from_when_the_hours_are_used_up() -> None:
    finding = one(RULE, under(roster(*worked("42.5")), award(WEEK)))
    assert finding.shifts == ("fri-0",)
    assert finding.span is not None
    assert (finding.span.first_day(OSLO), finding.span.last_day(OSLO)) == (date(2026, 12, 4), date(2026, 12, 4))


def test_open_shifts_and_drafts_count_and_meetings_do_not() -> None:
    plan = roster(*worked("35"), shift("sun 08:00", "09:00", None))
    assert one(RULE, under(plan, award(WEEK))).measured == 36
    talk = roster(*worked("35"), shift("sun 08:00", "09:00", kind=ShiftKind.MEETING))
    assert not found(RULE, under(talk, award(WEEK)))
    drawn = replace(award(WEEK), also_drawn=(ShiftKind.MEETING,))
    assert one(RULE, under(talk, drawn)).measured == 36


def test_what_was_carried_over_may_be_used_too() -> None:
    days = DayRange(date(2026, 9, 24), date(2026, 12, 31))
    quarters = award(days, period=AccountPeriod.QUARTER, weekly="7", carry=CarryOver.FULL)
    plan = roster(*worked("48", "48"))
    assert not found(RULE, under(plan, quarters))
    lapsed = replace(quarters, carry_over=CarryOver.NONE)
    assert one(RULE, under(plan, lapsed)).limit == 92


def test_every_period_is_looked_at_and_each_award() -> None:
    plan = roster(*worked("40", "40"), shift("2027-03-01 08:00", "15:00"))
    quarters = award(DayRange(date(2026, 1, 1)), period=AccountPeriod.QUARTER, weekly="0.5")
    assert [f.measured for f in found(RULE, under(plan, quarters))] == [80, 7]
    first, second = award(WEEK, name="a"), award(DayRange(date(2026, 12, 7)), name="b", weekly="1")
    assert [f.fact("award") for f in found(RULE, under(plan, first, second))] == ["a", "b"]


def test_without_an_award_there_is_nothing_to_overdraw() -> None:
    assert not found(RULE, roster(*worked("60")))
    assert not found(RULE, under(roster(), award(TWO)))


def test_the_finding_counts_what_is_carried_what_is_over_and_what_still_runs() -> None:
    days = DayRange(date(2026, 9, 24), date(2026, 12, 31))
    quarters = award(days, period=AccountPeriod.QUARTER, weekly="7", carry=CarryOver.FULL)
    night = shift("sun+1 22:00", "06:00")  # not over on the last day of the data
    finding = one(RULE, under(roster(*worked("48", "45"), night), quarters))
    assert figures(finding) == (Decimal(101), Decimal(99))
    assert finding.shifts == (night.id,)


def test_what_just_uses_the_hours_up_is_not_beyond_them() -> None:
    plan = under(roster(*worked("42.5")), award(WEEK, weekly="34"))
    assert one(RULE, plan).shifts == ("fri-0",)


def test_an_overnight_shift_beyond_the_hours_is_named_once() -> None:
    plan = under(roster(shift("mon 20:00", "06:00")), award(WEEK, weekly="1"))
    assert one(RULE, plan).shifts == ("mon-20.00-kari",)
