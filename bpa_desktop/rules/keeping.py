"""Which findings may be left as they are with a reason, and which of those kept still hold."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from bpa_desktop.domain.kept_finding import KeptFinding
from bpa_desktop.rules.rule import Finding, Weight

# What somebody has said of themselves, or what is entered about them, is theirs to change; no law stands behind it.
_OWN_MATTERS = {"unavailable", "skills"}


def is_law(finding: Finding) -> bool:
    """Tell whether a finding is of what law or sense forbids: nobody can agree it away. AML § 1-9."""
    return finding.weight is Weight.MUST and finding.rule not in _OWN_MATTERS


def kept_by(finding: Finding, kept: Iterable[KeptFinding]) -> KeptFinding | None:
    """Return by what a finding is kept: of the same rule, person and shifts, and no worse than it was then."""
    if is_law(finding):
        return None
    return next((one for one in kept if _is_about(one, finding)), None)


def _is_about(kept: KeptFinding, finding: Finding) -> bool:
    is_same = (kept.rule, kept.assistant, kept.shifts) == (finding.rule, finding.assistant, finding.shifts)
    return is_same and _is_no_worse(finding, kept.measured)


def _is_no_worse(finding: Finding, measured: Decimal | None) -> bool:
    now, limit = finding.decimal, finding.limit
    if now is None or measured is None or not isinstance(limit, Decimal):
        return now is None and measured is None
    return abs(now - limit) <= abs(measured - limit)
