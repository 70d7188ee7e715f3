"""open_shift: nobody is planned for a shift, and nobody was chosen."""

from __future__ import annotations

from collections.abc import Iterator

from bpa_desktop.rules.case import Case
from bpa_desktop.rules.rule import Finding, Place, Rule, Weight, told


def _findings(case: Case, who: str | None) -> Iterator[Finding]:
    if who is not None:
        return
    basis = case.limits.basis(RULE.name)
    for shift in case.missing.get(None, ()):
        yield told(RULE.name, Place(None, (shift.id,), shift.span), weight=Weight.SHOULD, basis=basis)


RULE = Rule("open_shift", near=_findings)
"""An open shift: should. One that is open because somebody is absent is `absent` instead."""
