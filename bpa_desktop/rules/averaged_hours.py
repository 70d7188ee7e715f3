"""averaged_hours: over the agreed number of weeks, the mean week is longer than the week of the law."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from bpa_desktop.domain.span import Week, to_hundredths
from bpa_desktop.rules.case import Case, limit_if_any
from bpa_desktop.rules.rule import Finding, Measure, Rule, Weight, exceeded
from bpa_desktop.rules.weeks import (
    Run,
    WorkedWeek,
    broken_runs,
    law_week,
    longer,
    told,
    whole_weeks,
    worked_weeks,
)


def _findings(case: Case, who: str | None) -> Iterator[Finding]:
    data = whole_weeks(case)
    if who is None or data is None or not case.once(weeks_above_law, who):
        return  # no run is longer on average than its longest week
    weeks = [worked for worked in case.once(worked_weeks, who) if _length(case, worked.week)]
    length = _length(case, weeks[0].week)
    if data[0].later(length - 1) > data[1]:
        return  # the data hold no whole period

    def is_broken(run: Run) -> bool:
        return run.total > case.once(law_week, run.first).value * length

    counted = [
        (worked, worked.hours - longer(case, who, week=worked.week, limit=case.once(law_week, worked.week)))
        for worked in weeks
    ]
    for run in broken_runs(counted, length, is_broken=is_broken, until=data[1]):
        place = run.place(case, who)
        mean = sum((worked.hours for worked in run.weeks), Decimal(0)) / length
        law = case.once(law_week, run.first)
        limit = told(replace(law, value=law.value + mean - run.total / length))
        yield exceeded(RULE.name, place, weight=Weight.MUST, measure=Measure(to_hundredths(mean), limit))


def weeks_above_law(case: Case, who: str) -> tuple[WorkedWeek, ...]:
    """Return the weeks with an averaging period agreed on that are longer than the law's week."""
    if case.roster.arrangement.agreement.averaging_weeks is None:
        return ()
    weeks = (worked for worked in case.once(worked_weeks, who) if _length(case, worked.week))
    return tuple(worked for worked in weeks if worked.hours > case.once(law_week, worked.week).value)


def _length(case: Case, week: Week) -> int:
    """Return the weeks of the averaging period agreed on, never more than the law allows; 0 without an agreement."""
    most = limit_if_any(case, "averaging_weeks", day=week.monday)
    agreed = case.roster.arrangement.agreement.averaging_weeks
    return 0 if most is None or agreed is None else min(agreed, int(most.value))


RULE = Rule("averaged_hours", _findings)
"""Measured: mean hours a week in a run of the agreed weeks within the data; limit: the law's week. Must. AML § 10-5.

Only where averaging is agreed. Runs that overlap are told of once. Fact `weeks`: how many.
"""
