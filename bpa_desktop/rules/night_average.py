"""night_average: who regularly works at night works eight hours a day on average over four weeks, and no more."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from bpa_desktop.domain.span import Week, to_hundredths
from bpa_desktop.rules.case import Case
from bpa_desktop.rules.nights import nights_worked
from bpa_desktop.rules.rule import Finding, Measure, Rule, Weight, exceeded
from bpa_desktop.rules.weeks import Run, WorkedWeek, broken_runs, week_of, worked_weeks

_HOURS_A_DAY = 24
_HOURS_A_WEEK = 7 * _HOURS_A_DAY


def _findings(case: Case, who: str | None) -> Iterator[Finding]:
    if who is None:
        return
    allowed = case.once(weeks_allowed, who)
    if not allowed or max(worked.hours for worked, _ in allowed) <= min(limit for _, limit in allowed):
        return  # no run is longer on average than its longest week
    weeks = case.once(worked_weeks, who)
    length = int(case.limit("night_average_weeks", weeks[0].week.monday).value)

    def is_broken(run: Run) -> bool:
        limit = case.limit("night_average", run.first.monday)
        return run.total > limit.value * _days(case, run) and _is(case, who, run=run, key="night_regular")

    for run in broken_runs([(worked, worked.hours) for worked in weeks], length, is_broken=is_broken):
        limit = case.limit("night_average", run.first.monday)
        place = run.place(case, who)
        measure = Measure(to_hundredths(run.total / _days(case, run)), limit)
        weight = Weight.MUST if _is(case, who, run=run, key="night_regular_surely") else Weight.SHOULD
        yield exceeded(RULE.name, place, weight=weight, measure=measure)


def _days(case: Case, run: Run) -> Decimal:
    """Return the days the hours are shared over: those of the run less the shortest weekly rests in it."""
    rest = case.limit("weekly_rest", run.first.monday).value
    return run.length * (_HOURS_A_WEEK - rest) / _HOURS_A_DAY


def weeks_allowed(case: Case, who: str) -> tuple[tuple[WorkedWeek, Decimal], ...]:
    """Return the weeks an assistant has shifts in, with how long they may be on average where nights are worked."""
    return tuple((worked, case.once(_week_allowed, worked.week)) for worked in case.once(worked_weeks, who))


def _week_allowed(case: Case, week: Week) -> Decimal:
    """Return how long the weeks may be of a run that begins with one, if all are equally long."""
    rest = case.limit("weekly_rest", week.monday).value
    return case.limit("night_average", week.monday).value * (_HOURS_A_WEEK - rest) / _HOURS_A_DAY


def _is(case: Case, who: str, *, run: Run, key: str) -> bool:
    """Tell whether somebody works more than three hours at night in as many nights as a limit says."""
    nights = case.once(long_nights, who)
    return sum(nights.get(worked.week, 0) for worked in run.weeks) >= case.limit(key, run.first.monday).value


def long_nights(case: Case, who: str) -> dict[Week, int]:
    """Return in how many nights of each week somebody works more than three hours."""
    found: dict[Week, int] = {}
    for night, hours in case.once(nights_worked, who).items():
        if hours > case.limit("night_hours", night).value:
            week = case.once(week_of, night)
            found[week] = found.get(week, 0) + 1
    return found


RULE = Rule("night_average", _findings)
"""Measured: hours a day in any four ISO weeks, the shortest weekly rests left out of the days; limit 8.

Of who works more than three hours in twelve nights or more of these weeks, must; from four nights on, should: the law
says "regularly" and no more. AML § 10-11 (6).
"""
