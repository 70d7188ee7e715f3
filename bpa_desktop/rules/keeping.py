"""Which findings may be left as they are with a reason, and which of those kept still hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bpa_desktop.domain.kept_finding import KeptFinding
from bpa_desktop.rules.rule import Finding, Weight
from bpa_desktop.rules.severity import distance

# What somebody has said of themselves, or what is entered about them, is theirs to change; no law stands behind it.
_OWN_MATTERS = {"unavailable", "skills", "never_together"}


def is_law(finding: Finding) -> bool:
    """Tell whether a finding is of what law or sense forbids: nobody can agree it away. AML § 1-9."""
    return finding.weight is Weight.MUST and finding.rule not in _OWN_MATTERS


def kept_by(finding: Finding, kept: Iterable[KeptFinding]) -> KeptFinding | None:
    """Return by what a finding is kept: of the same rule, person and shifts, and no worse than it was then."""
    if is_law(finding):
        return None
    return next((one for one in kept if _is_about(one, finding)), None)


def _is_about(kept: KeptFinding, finding: Finding) -> bool:
    if (kept.rule, kept.assistant, kept.shifts) != (finding.rule, finding.assistant, finding.shifts):
        return False
    has_figure = finding.decimal is not None
    is_no_worse = distance(finding) <= distance(replace(finding, measured=kept.measured))
    return has_figure == (kept.measured is not None) and is_no_worse
