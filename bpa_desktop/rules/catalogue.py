"""Every rule there is, and the check that asks them all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.span import ALWAYS, ONE_DAY, DayRange, midnight
from bpa_desktop.rules import (
    absent,
    averaged_hours,
    award_hours,
    breaks,
    contract_hours,
    daily_hours,
    daily_rest,
    double_booking,
    fair_share,
    late_to_early,
    never_together,
    night_average,
    nights_in_a_row,
    notice,
    open_shift,
    overtime_four_weeks,
    overtime_week,
    overtime_year,
    rest_after_nights,
    skills,
    sunday_rest,
    unavailable,
    uncovered_need,
    under_18,
    weekly_hours,
    weekly_rest,
)
from bpa_desktop.rules.case import Case
from bpa_desktop.rules.limits import Limits
from bpa_desktop.rules.rule import Finding, Rule
from bpa_desktop.rules.stretch import AFTER_ALL, BEFORE_ALL

ALL_RULES: tuple[Rule, ...] = (
    double_booking.RULE,
    absent.RULE,
    unavailable.RULE,
    daily_rest.RULE,
    weekly_rest.RULE,
    daily_hours.RULE,
    weekly_hours.RULE,
    averaged_hours.RULE,
    overtime_week.RULE,
    overtime_four_weeks.RULE,
    overtime_year.RULE,
    sunday_rest.RULE,
    night_average.RULE,
    under_18.RULE,
    skills.RULE,
    never_together.RULE,
    breaks.RULE,
    notice.RULE,
    award_hours.RULE,
    contract_hours.RULE,
    open_shift.RULE,
    uncovered_need.RULE,
    late_to_early.RULE,
    nights_in_a_row.RULE,
    rest_after_nights.RULE,
    fair_share.RULE,
)
"""The rules, by the names of the interchange, and the advice."""

_FIRST, _LAST = date.min + ONE_DAY, date.max - ONE_DAY
"""The ends of the calendar, where a day has no midnight in every zone."""


def check(
    roster: Roster, limits: Limits, *, days: DayRange = ALWAYS, rules: tuple[Rule, ...] = ALL_RULES
) -> tuple[Finding, ...]:
    """Return every finding of the rules that touches the days, by time, rule and assistant."""
    case = Case(roster, limits)
    found = (finding for rule in rules for who in case.people for finding in rule.look(case, who))
    start, end = ends_of(days, case.zone)
    return ordered(touching(found, start, end=end))


def check_assistants(
    roster: Roster, limits: Limits, *, assistants: frozenset[str | None], rules: tuple[Rule, ...] = ALL_RULES
) -> tuple[Finding, ...]:
    """Return the findings of some assistants only, None for those about nobody: a filtered check, but faster."""
    case = Case(roster, limits)
    people = [who for who in case.people if who in assistants]
    return ordered(finding for rule in rules for who in people for finding in rule.look(case, who))


def touching(findings: Iterable[Finding], start: datetime, *, end: datetime) -> Iterator[Finding]:
    """Yield the findings that touch the time between two instants; one without a time does."""
    for finding in findings:
        if finding.span is None or (finding.span.start < end and finding.span.end > start):
            yield finding


def ends_of(days: DayRange, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Return when some days begin and end; the ends of the calendar where they are open."""
    start = BEFORE_ALL if days.first is None or days.first <= _FIRST else midnight(days.first, zone)
    end = AFTER_ALL if days.last is None or days.last >= _LAST else midnight(days.last + ONE_DAY, zone)
    return start, end


def ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings by time, rule and assistant."""
    return tuple(sorted(findings, key=_order))


def _order(finding: Finding) -> tuple[datetime, str, str, datetime, tuple[str, ...]]:
    start = finding.span.start if finding.span is not None else BEFORE_ALL
    end = finding.span.end if finding.span is not None else BEFORE_ALL
    return start, finding.rule, finding.assistant or "", end, finding.shifts
