"""What the rules say about a week, what would mend it, and in which words. The rules are imported when first asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.domain.kept_finding import KeptFinding
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.span import DayRange, Week
from bpa_desktop.i18n import Language

if TYPE_CHECKING:
    from bpa_desktop.rules.checker import Checker
    from bpa_desktop.rules.limits import Limits
    from bpa_desktop.rules.repair import Repair
    from bpa_desktop.rules.rule import Finding

_SIGNS = {"must": "▲", "should": "△"}
Kept = tuple["Finding", KeptFinding]
"""A finding that was left as it is, and by what."""


class Findings:
    """Asks the rules about the roster as it stands. Not a value: what a change does not touch is not asked again."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._checker: Checker | None = None
        self._looked_at: Roster | None = None

    def of_week(self, roster: Roster, week: Week) -> tuple[Finding, ...]:
        """Return what the rules find in a week."""
        return self.of_days(roster, DayRange(week.days[0], week.days[-1]))

    def of_days(self, roster: Roster, days: DayRange) -> tuple[Finding, ...]:
        """Return what the rules find from a day to another."""
        self._looked_at = roster
        return self._rules.check(roster, days=days)

    def have_seen(self, roster: Roster) -> bool:
        """Tell whether the rules have looked at this very roster already: asking about another week takes no time."""
        return self._looked_at is roster

    def new_in(self, changed: Roster, *, now: Roster) -> tuple[Finding, ...]:
        """Return what a changed roster would break that is not broken as badly now."""
        if self._looked_at is not now:
            self._looked_at = now
            self._rules.check(now)
        return self._rules.new_in(changed)

    @property
    def _rules(self) -> Checker:
        if self._checker is None:
            from bpa_desktop.rules.checker import Checker

            self._checker = Checker(self._limits)
        return self._checker

    def repair(self, roster: Roster, finding: Finding) -> Repair | None:
        """Return the change that mends a finding, where there is one."""
        from bpa_desktop.rules.repair import repair

        return repair(self._rules, roster, finding=finding)


def parted(
    findings: tuple[Finding, ...], kept: tuple[KeptFinding, ...]
) -> tuple[tuple[Finding, ...], tuple[Kept, ...]]:
    """Return the findings that are open, and those that were left as they are."""
    from bpa_desktop.rules.keeping import kept_by

    by = [(finding, kept_by(finding, kept)) for finding in findings]
    return (
        tuple(finding for finding, one in by if one is None),
        tuple((finding, one) for finding, one in by if one is not None),
    )


def in_few_words(language: Language, finding: Finding) -> str:
    """Return a finding in a few words, for a card."""
    from bpa_desktop.texts.finding import finding_short

    return finding_short(language, finding)


def in_a_sentence(language: Language, roster: Roster, *, finding: Finding) -> str:
    """Return a finding in a sentence, with its sign."""
    from bpa_desktop.texts.finding import finding_text

    text = finding_text(language, roster, finding=finding)
    if finding.reference:  # a paragraph and its number stay on one line
        text = text.replace(finding.reference, finding.reference.replace(" ", "\N{NO-BREAK SPACE}"))
    return f"{_SIGNS[finding.weight]} {text}"


def kept_sentence(language: Language, roster: Roster, *, kept: Kept) -> str:
    """Return a finding that was left as it is, with by whom, why and by which agreement."""
    finding, by = kept
    reason = language.text("Kept as it is: {reason}", reason=by.reason)
    agreement = f", {by.agreement}" if by.agreement else ""
    day = language.date(by.at.astimezone(roster.arrangement.zone).date(), "date")
    noted = ", ".join(part for part in (by.author, day) if part)  # nobody is named where the program knows no name
    return f"{in_a_sentence(language, roster, finding=finding)[2:]}\n✓ {reason}{agreement} ({noted})"
