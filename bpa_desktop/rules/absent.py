"""absent: a shift whose assistant is wholly away, and that no substitute holds."""

from __future__ import annotations

from collections.abc import Iterator

from bpa_desktop.rules.case import Case
from bpa_desktop.rules.rule import Finding, Place, Rule, Weight, told


def _findings(case: Case, who: str | None) -> Iterator[Finding]:
    if who is None:
        return
    basis = case.limits.basis(RULE.name)
    for shift in case.missing.get(who, ()):
        yield told(RULE.name, Place(who, (shift.id,), shift.span), weight=Weight.MUST, basis=basis)


RULE = Rule("absent", near=_findings)
"""Who was to come has an absence of grade 100, and nobody was chosen instead: must."""
