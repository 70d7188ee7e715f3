"""uncovered_need: fewer people are there than the needs ask for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bpa_desktop.domain.need import Need
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift, ShiftKind
from bpa_desktop.domain.span import DayRange
from bpa_desktop.rules import uncovered_need
from bpa_desktop.rules.case import Case
from bpa_desktop.rules.catalogue import check
from bpa_desktop.rules.checker import Checker
from bpa_desktop.rules.limits import Unit
from bpa_desktop.rules.rule import Weight
from bpa_desktop.rules.uncovered_need import RULE
from tests.rosters import absence, need, roster, shift, span
from tests.rules.checking import LIMITS, found, minutes, one

FRIDAY = need(5, "15:00", end="22:00")


def plan(*shifts: Shift, needs: tuple[Need, ...] = (FRIDAY,)) -> Roster:
    """Return a roster with needs."""
    return replace(roster(*shifts), needs=needs)


def test_a_need_with_somebody_there_all_the_time_is_covered() -> None:
    assert not found(RULE, plan(shift("fri 15:00", "22:00")))
    assert not found(RULE, plan(shift("fri 12:00", "18:00"), shift("fri 18:00", "22:00", "ola")))


def test_a_minute_without_anybody_is_found() -> None:
    finding = one(RULE, plan(shift("fri 15:01", "22:00")))
    assert finding.weight is Weight.SHOULD
    assert finding.span == span("fri 15:00", "15:01")
    assert minutes(finding) == 1
    assert finding.limit == 0
    assert finding.unit is Unit.HOURS
    assert finding.fact("need") == FRIDAY.id


def test_two_stretches_are_two_findings() -> None:
    findings = found(RULE, plan(shift("fri 16:00", "18:00"), shift("fri 19:00", "22:00")))
    assert [finding.span for finding in findings] == [span("fri 15:00", "16:00"), span("fri 18:00", "19:00")]


def test_hours_are_counted_for_each_who_is_lacking() -> None:
    two = (replace(FRIDAY, people=2),)
    finding = one(RULE, plan(shift("fri 15:00", "18:00"), needs=two))
    assert finding.measured == 3 + 2 * 4
    assert (finding.fact("lacking"), finding.fact("people")) == (2, 2)


def test_one_person_in_two_shifts_is_one_person() -> None:
    two = (replace(FRIDAY, people=2),)
    twice = (shift("fri 15:00", "22:00"), shift("fri 14:00", "22:00"))
    assert one(RULE, plan(*twice, needs=two)).measured == 7
    assert not found(RULE, plan(twice[0], replace(twice[1], assistant="ola"), needs=two))


def test_who_covers_one_need_covers_no_other_at_the_same_time() -> None:
    other = need(5, "20:00", end="23:00")
    finding = one(RULE, plan(shift("fri 15:00", "23:00"), needs=(FRIDAY, other)))
    assert finding.fact("need") == other.id
    assert finding.measured == 2


@pytest.mark.parametrize("kind", [ShiftKind.TRAINING, ShiftKind.MEETING, ShiftKind.STANDBY_HOME])
def test_training_meetings_and_home_standby_cover_nothing(kind: ShiftKind) -> None:
    assert one(RULE, plan(shift("fri 15:00", "22:00", kind=kind))).measured == 7


def test_home_standby_covers_a_need_for_home_standby() -> None:
    home = replace(FRIDAY, kind=ShiftKind.STANDBY_HOME)
    assert not found(RULE, plan(shift("fri 15:00", "22:00", kind=ShiftKind.STANDBY_HOME), needs=(home,)))
    assert not found(RULE, plan(shift("fri 15:00", "22:00"), needs=(home,)))


def test_open_shifts_and_absent_people_cover_nothing() -> None:
    assert found(RULE, plan(shift("fri 15:00", "22:00", None)))
    away = (absence("kari", "fri 15:00", "16:00"),)
    assert one(RULE, replace(plan(shift("fri 15:00", "22:00")), absences=away)).measured == 7


def test_a_need_without_dates_runs_over_the_days_of_the_shifts() -> None:
    assert len(found(RULE, plan(shift("mon 08:00", "15:00"), shift("fri+2 08:00", "15:00")))) == 3
    assert not found(RULE, plan(shift("mon 08:00", "15:00"), shift("thu 08:00", "15:00")))
    assert not found(RULE, plan())


def test_a_need_with_dates_runs_over_its_own_both_included() -> None:
    own = replace(FRIDAY, days=DayRange(date(2026, 12, 4), date(2026, 12, 18)))
    assert len(found(RULE, plan(shift("mon 08:00", "15:00"), needs=(own,)))) == 3
    assert len(found(RULE, plan(needs=(own,)))) == 3


def test_a_need_with_one_date_ends_where_the_shifts_do() -> None:
    since = replace(FRIDAY, days=DayRange(date(2020, 1, 1)))
    until = replace(FRIDAY, days=DayRange(None, date(2026, 12, 4)))
    shifts = (shift("mon 08:00", "15:00"), shift("fri+1 08:00", "15:00"))
    assert len(found(RULE, plan(*shifts, needs=(since,)))) == 2
    assert len(found(RULE, plan(*shifts, needs=(until,)))) == 1


def test_a_need_to_the_end_of_time_ends() -> None:
    endless = replace(FRIDAY, days=DayRange(date(9999, 12, 1), date(9999, 12, 31)))
    assert len(found(RULE, plan(needs=(endless,)))) == 3


def test_a_night_of_need_in_october_lasts_an_hour_longer() -> None:
    night = need(6, "22:00", end="07:00")
    assert one(RULE, plan(shift("2026-10-24 08:00", "09:00"), needs=(night,))).measured == 10


def test_a_shift_longer_than_a_week_covers_the_needs_of_every_week_it_reaches_into() -> None:
    three = (replace(FRIDAY, days=DayRange(date(2026, 12, 4), date(2026, 12, 18))),)
    assert not found(RULE, plan(shift("mon 08:00", "fri+2 22:00"), needs=three))


def test_who_comes_after_midnight_of_the_weekend_covers_a_need_that_began_before() -> None:
    night = (need(6, "22:00", end="08:00"),)
    there = (shift("sat 22:00", "02:00"), shift("sun 03:00", "08:00", "ola"))
    assert one(RULE, plan(*there, needs=night)).span == span("sun 02:00", "03:00")


def test_after_a_change_only_the_hours_in_which_somebody_came_or_went_are_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = plan(
        shift("mon 08:00", "12:00"),
        shift("mon 15:00", "21:00"),
        needs=(need(1, "08:00", end="12:00"), need(1, "15:00", end="22:00")),
    )
    late = before.shifts[1]
    after = before.with_shift(replace(late, span=late.span.moved(timedelta(hours=1))))
    expected, checker = check(after, LIMITS, rules=(RULE,)), Checker(LIMITS, rules=(RULE,))
    checker.check(before)
    looked_at: list[datetime] = []
    played = uncovered_need._found_in

    def noted(case: Case, scene: uncovered_need._Needed, *, present: tuple[uncovered_need._Supply, ...]) -> object:
        looked_at.append(scene.start)
        return played(case, scene, present=present)

    monkeypatch.setattr(uncovered_need, "_found_in", noted)
    assert checker.check(after) == expected
    assert looked_at == [span("mon 15:00", "22:00").start]
