"""What the three rules of overtime share: the hours above the ordinary week, added up over a number of weeks."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from bpa_desktop.domain.span import to_hundredths
from bpa_desktop.rules.case import Case
from bpa_desktop.rules.rule import Finding, Measure, Weight, exceeded
from bpa_desktop.rules.weeks import Run, WorkedWeek, broken_runs, longer, single_week, worked_weeks

_NOTHING = Decimal(0)


def overtime(case: Case, who: str | None, *, name: str, weeks: int) -> Iterator[Finding]:
    """Yield where the overtime in so many consecutive ISO weeks is more than the limit of that name."""
    weighed = case.once(overtime_weeks, who) if who is not None else ()
    if who is None or not weighed:
        return

    def is_broken(run: Run) -> bool:
        return run.total > case.limit(name, run.first.monday).value

    for run in broken_runs(weighed, weeks, is_broken=is_broken):
        measure = Measure(to_hundredths(run.total), case.limit(name, run.first.monday))
        yield exceeded(name, run.place(case, who), weight=Weight.MUST, measure=measure)


def overtime_weeks(case: Case, who: str) -> tuple[tuple[WorkedWeek, Decimal], ...]:
    """Return the weeks in which an assistant has hours above the ordinary week, with these hours."""
    found = []
    for worked in case.once(worked_weeks, who):
        ordinary = case.once(single_week, worked.week)
        if worked.hours > ordinary.value:
            above = worked.hours - ordinary.value - longer(case, who, week=worked.week, limit=ordinary)
            if above > _NOTHING:
                found.append((worked, above))
    return tuple(found)
