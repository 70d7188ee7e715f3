"""weekly_hours: a week is longer than the ordinary one, or weeks together are longer than allowed on average."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bpa_desktop.domain.span import Week, to_hundredths
from bpa_desktop.rules.case import Case, limit_if_any
from bpa_desktop.rules.limits import Limit
from bpa_desktop.rules.rule import Finding, Measure, Place, Rule, Weight, exceeded
from bpa_desktop.rules.weeks import Run, WorkedWeek, broken_runs, longer, single_week, told, worked_weeks


def _weeks(case: Case, who: str | None) -> Iterator[Finding]:
    if who is None:
        return
    for worked in case.once(worked_weeks, who):
        ordinary = case.once(single_week, worked.week)
        if worked.hours > ordinary.value:  # passive work can only make the limit longer
            yield from _long_week(case, who, worked=worked, ordinary=ordinary)


def _long_week(case: Case, who: str, *, worked: WorkedWeek, ordinary: Limit) -> Iterator[Finding]:
    place = Place(who, worked.shifts, case.week_span(worked.week))
    most = limit_if_any(case, "weekly_total", day=worked.week.monday)
    limit = replace(ordinary, value=ordinary.value + longer(case, who, week=worked.week, limit=ordinary))
    if most is not None and worked.hours > most.value:
        yield exceeded(RULE.name, place, weight=Weight.MUST, measure=Measure(to_hundredths(worked.hours), most))
    elif worked.hours > limit.value:
        yield exceeded(
            RULE.name, place, weight=Weight.SHOULD, measure=Measure(to_hundredths(worked.hours), told(limit))
        )


def _runs(case: Case, who: str | None) -> Iterator[Finding]:
    """Yield the runs of eight weeks whose hours, ordinary and overtime, are above 48 a week on average."""
    if who is None or not case.once(weeks_above_average, who):
        return  # no run is longer on average than its longest week
    weeks = case.once(worked_weeks, who)
    length = int(case.limit("weekly_total_weeks", weeks[0].week.monday).value)

    def is_broken(run: Run) -> bool:
        return run.total > _average(case, run.first).value * length

    for run in broken_runs([(worked, worked.hours) for worked in weeks], length, is_broken=is_broken):
        place = run.place(case, who)
        measure = Measure(to_hundredths(run.total / length), _average(case, run.first))
        yield exceeded(RULE.name, place, weight=Weight.MUST, measure=measure)


def weeks_above_average(case: Case, who: str) -> tuple[WorkedWeek, ...]:
    """Return the weeks that are longer than eight weeks may be on average."""
    weeks = case.once(worked_weeks, who)
    return tuple(worked for worked in weeks if worked.hours > _average(case, worked.week).value)


def _average(case: Case, week: Week) -> Limit:
    return case.limit("weekly_total_averaged", week.monday)


RULE = Rule("weekly_hours", _runs, near=_weeks)
"""Should: an ISO week above the law's 40, 38 or 36 hours, or above 48 (54 with the union) where hours are averaged.

Must: above 48 hours on average over eight weeks, a week without shifts counted as none, and a week above 69 with the
union. Fact `weeks` where it is an average. AML §§ 10-4, 10-5, 10-6 (8), (9).
"""
