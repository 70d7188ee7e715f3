"""What tests of single rules share: the shipped limits, and a rule asked for what it finds."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from bpa_desktop.data.limits import shipped_limits
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import Span
from bpa_desktop.rules.rule import Finding, Rule
from tests.rosters import at as at_

LIMITS = shipped_limits()


def minutes(finding: Finding) -> int:
    """Return what was measured, in minutes."""
    assert isinstance(finding.measured, Decimal)
    return round(finding.measured * 60)


def found(rule: Rule, plan: Roster) -> list[Finding]:
    """Return every finding of a rule."""
    return list(rule.findings(plan, LIMITS))


def one(rule: Rule, plan: Roster) -> Finding:
    """Return the only finding of a rule."""
    (finding,) = found(rule, plan)
    return finding


def worked(*weeks: str) -> tuple[Shift, ...]:
    """Return Kari's shifts of so many hours in each week from week 49 on, at most eight and a half a day."""
    shifts: list[Shift] = []
    for at, hours in enumerate(weeks):
        left = timedelta(hours=float(hours))
        for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun"):
            length = min(left, timedelta(hours=12 if float(hours) > 59 else 8.5))
            if length:
                start = at_(f"{day}+{at} 08:00")
                shifts.append(Shift(f"{day}-{at}", Span(start, start + length), "kari"))
            left -= length
    return tuple(shifts)


def figures(finding: Finding) -> tuple[object, object]:
    """Return what was measured, and the limit."""
    return finding.measured, finding.limit
