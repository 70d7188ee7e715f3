"""Rosters of a size, for what is timed: a team that covers day, evening and resting night in turn."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from bpa_desktop.domain.award import Award, WeeklyHours
from bpa_desktop.domain.need import Need
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift, ShiftKind
from bpa_desktop.domain.span import DayRange, Span, local_instant
from bpa_desktop.domain.team import Assistant, Employment, EmploymentKind
from tests.rosters import OSLO, arrangement

FIRST = date(2026, 1, 5)
_TIMES = (("07:30", "15:00"), ("14:30", "22:00"), ("22:30", "07:00"))
_DAYS = ((1, 2, 3, 4), (1, 2, 5, 6))
_VISITS = (("07:30", "09:00"), ("10:00", "11:30"), ("14:00", "15:30"), ("17:00", "18:30"))
_CROWD = 20


def plan_of(weeks: int, team: int = 15) -> Roster:
    """Return a roster of some weeks in which each of a team works four shifts a week, every other weekend.

    Everybody has a week of days, one of evenings and one of nights in turn.
    """
    shifts = []
    for week in range(weeks):
        for person in range(team):
            start, end = _TIMES[(week + person) % len(_TIMES)]
            for offset in _DAYS[(week + person) % 2]:
                shifts.append(_shift(FIRST + timedelta(days=7 * week + offset), start, end=end, who=f"p{person:02}"))
    days = DayRange(FIRST, FIRST + timedelta(days=7 * weeks))
    hours = WeeklyHours(Decimal(600), Decimal(0), Decimal(0))
    needs = [
        Need(f"need-{weekday}-{at}", weekday, time.fromisoformat(start), time.fromisoformat(end), 2)
        for weekday in range(1, 8)
        for at, (start, end) in enumerate(_TIMES)
    ]
    people = tuple(_assistant(f"p{person:02}") for person in range(team))
    return Roster(
        arrangement(), awards=(Award("a", days, hours),), assistants=people, needs=tuple(needs), shifts=tuple(shifts)
    )


def crowded(weeks: int) -> Roster:
    """Return a roster in which 20 assistants have 500 shifts a week: four visits on six days; 20 are open.

    All that is needed is covered.
    """
    shifts = []
    for day in range(7 * weeks):
        when = FIRST + timedelta(days=day)
        for person in range(_CROWD):
            for start, end in _VISITS if (day + person) % 7 else ():
                shifts.append(_shift(when, start, end=end, who=f"p{person:02}"))
        for start, end in _VISITS[: 2 if day % 7 == 6 else 3]:
            shifts.append(replace(_shift(when, start, end=end, who="open"), assistant=None))
    needs = [
        Need(f"need-{weekday}-{at}", weekday, time.fromisoformat(start), time.fromisoformat(end), _CROWD * 4 // 5)
        for weekday in range(1, 8)
        for at, (start, end) in enumerate(_VISITS)
    ]
    return replace(plan_of(weeks, _CROWD), needs=tuple(needs), shifts=tuple(shifts))


def _shift(day: date, start: str, *, end: str, who: str) -> Shift:
    begins = local_instant(day, time.fromisoformat(start), zone=OSLO)
    until = day if end > start else day + timedelta(days=1)
    kind = ShiftKind.RESTING_NIGHT if end < start else ShiftKind.ACTIVE
    ends: datetime = local_instant(until, time.fromisoformat(end), zone=OSLO)
    return Shift(f"{who}-{day}-{start.replace(':', '.')}", Span(begins, ends), who, kind)


def _assistant(name: str) -> Assistant:
    post = Employment(DayRange(date(2020, 1, 1)), EmploymentKind.PERMANENT, Decimal(100))
    return Assistant(name, name.upper(), employments=(post,))
