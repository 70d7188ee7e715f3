"""Findings as lines and as JSON, each with what would mend it and by whom it is kept as it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from bpa_desktop.cli.session import Session
from bpa_desktop.i18n import Language

if TYPE_CHECKING:
    from bpa_desktop.domain.kept_finding import KeptFinding
    from bpa_desktop.domain.roster import Roster
    from bpa_desktop.domain.shift import Shift
    from bpa_desktop.rules.checker import Checker
    from bpa_desktop.rules.repair import Repair
    from bpa_desktop.rules.rule import Finding

# What mends a finding is tried out against every rule. So that a very large roster is answered too, no more than so
# many shifts and findings are looked at in all; the findings after that come without it.
_MOST_LOOKED_AT = 150_000
_SPENT = 3
"""Of the tries that are allowed, one in so many is needed as a rule."""


class Told:
    """Says the findings of a roster. Not a value: it counts how much was tried."""

    def __init__(
        self, language: Language, roster: Roster, *, checker: Checker, kept: Sequence[KeptFinding] = ()
    ) -> None:
        self._language = language
        self._roster = roster
        self._checker = checker
        self._kept = kept
        self._left, self._a_try = _MOST_LOOKED_AT, 1 + len(roster.shifts)

    def data(self, findings: Sequence[Finding]) -> dict[str, object]:
        """Return findings as the interchange has them."""
        self._a_try += len(findings)
        musts = sum(finding.weight.value == "must" for finding in findings)
        return {
            "findings": [self._finding(finding) for finding in findings],
            "must": musts,
            "should": len(findings) - musts,
        }

    def say(self, session: Session, findings: Sequence[Finding]) -> None:
        """Say each finding in a line, and how many there are."""
        self._a_try += len(findings)
        language = self._language
        for finding in findings:
            word = language.text("Must") if finding.weight.value == "must" else language.text("Should")
            session.say(" ".join([f"{word}: {self._sentence(finding)}", *self._after(finding)]))
        session.say(language.plural("{n} finding.", "{n} findings.", n=len(findings)))

    def kept_by(self, finding: Finding) -> KeptFinding | None:
        """Return by what a finding is kept as it is, or None."""
        from bpa_desktop.rules.keeping import kept_by

        return kept_by(finding, self._kept)

    def _after(self, finding: Finding) -> list[str]:
        """Return what stands after a finding: by whom it is kept, else what would mend it."""
        from bpa_desktop.texts.repair import repair_text

        kept = self.kept_by(finding)
        if kept is not None:
            reason = self._language.text("Kept as it is: {reason}", reason=kept.reason)
            return [f"{reason}."]
        found = self._repair(finding)
        return [] if found is None else [repair_text(self._language, self._roster, repair=found)]

    def _sentence(self, finding: Finding) -> str:
        from bpa_desktop.texts.finding import finding_text

        return finding_text(self._language, self._roster, finding=finding)

    def _repair(self, finding: Finding) -> Repair | None:
        from bpa_desktop.rules.repair import MOST_TRIES, repair

        tries = min(MOST_TRIES, self._left // self._a_try)
        self._left -= tries * self._a_try // _SPENT
        return repair(self._checker, self._roster, finding=finding, tries=tries) if tries else None

    def _finding(self, finding: Finding) -> dict[str, object]:
        from bpa_desktop.texts.repair import repair_text

        kept = self.kept_by(finding)
        found = self._repair(finding) if kept is None else None
        return {
            "rule": finding.rule,
            "weight": finding.weight.value,
            "assistant": finding.assistant,
            "shifts": list(finding.shifts),
            "measured": _figure(finding.measured),
            "limit": _figure(finding.limit),
            "unit": None if finding.unit is None else finding.unit.value,
            "reference": finding.reference,
            "source_mark": finding.mark.value,
            "text": self._sentence(finding),
            "repair": None if found is None else repair_text(self._language, self._roster, repair=found),
            "repair_change": None if found is None else self._change(found.after),
            "kept": None if kept is None else _kept_data(kept),
        }

    def _change(self, after: Shift) -> dict[str, object]:
        zone = self._roster.arrangement.zone
        return {
            "shift": after.id,
            "start": after.span.start.astimezone(zone).isoformat(),
            "end": after.span.end.astimezone(zone).isoformat(),
            "assistant": after.assistant,
            "break_minutes": after.break_minutes,
        }


def _kept_data(kept: KeptFinding) -> dict[str, object]:
    return {"by": kept.author, "reason": kept.reason, "agreement": kept.agreement, "at": kept.at.isoformat()}


def _figure(value: Decimal | date | None) -> float | int | str | None:
    """Return a figure as a number of JSON, whole where it is whole; a day as it is written."""
    if isinstance(value, date):
        return value.isoformat()
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
