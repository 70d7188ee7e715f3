"""Hours in the shift's weeks: worked with it, agreed in the contract, and the overtime that it brings."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.span import Span, Week, to_hundredths
from bpa_desktop.domain.team import Assistant
from bpa_desktop.ranking.trial import Trial
from bpa_desktop.rules.duty import Worked
from bpa_desktop.rules.limits import Limits, weekly_ordinary

_NOTHING, _PERCENT = Decimal(0), Decimal(100)


@dataclass(frozen=True)
class Hours:
    """Hours in the shift's weeks with the shift, and how many of them would be overtime that it brings.

    Overtime is above the week of the law, or above the ordinary day.
    """

    worked: Decimal
    overtime: Decimal


def hours_of(roster: Roster, trial: Trial, *, limits: Limits) -> Hours:
    """Return the hours of a trial's weeks, and what the shift brings above the ordinary week or day."""
    rows = sorted(trial.rows, key=lambda row: (row.span.start, row.span.end))
    shift = trial.rows[-1]
    zone = roster.arrangement.zone
    divisor = limits.on("standby_home_divisor", shift.span.first_day(zone), arrangement=roster.arrangement).value
    worked, without = Worked(rows, divisor), Worked([row for row in rows if row is not shift], divisor)
    total, overtime = _NOTHING, _NOTHING
    for week in _weeks(roster, shift.span):
        span = week.span(zone)
        most = weekly_ordinary(limits, week.monday, arrangement=roster.arrangement).value
        hours, hours_without = worked.hours(span.start, span.end), without.hours(span.start, span.end)
        total += hours
        overtime += max(_NOTHING, hours - max(most, hours_without))
    return Hours(to_hundredths(total), to_hundredths(max(overtime, _above_the_day(trial))))


def contract_of(roster: Roster, assistant: Assistant, *, span: Span) -> Decimal:
    """Return the hours agreed in the weeks of a span, by all that somebody is employed for on its first day."""
    day = span.first_day(roster.arrangement.zone)
    share = sum((post.percent for post in assistant.employments if day in post.days), _NOTHING)
    return to_hundredths(share * roster.arrangement.weekly_norm / _PERCENT * len(_weeks(roster, span)))


def _above_the_day(trial: Trial) -> Decimal:
    """Return how many hours the shift brings a day above the ordinary one."""
    above = (
        finding.measured - finding.limit
        for finding in trial.advice
        if finding.rule == "daily_hours"
        and isinstance(finding.measured, Decimal)
        and isinstance(finding.limit, Decimal)
    )
    return max(above, default=_NOTHING)


def _weeks(roster: Roster, span: Span) -> tuple[Week, ...]:
    return tuple(dict.fromkeys(Week.of(day) for day in span.days(roster.arrangement.zone)))
