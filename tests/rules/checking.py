"""What tests of single rules share: the shipped limits, and a rule asked for what it finds."""

from __future__ import annotations

from decimal import Decimal

from bpa_desktop.data.limits import shipped_limits
from bpa_desktop.domain.roster import Roster
from bpa_desktop.rules.rule import Finding, Rule

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
