"""Checker: the findings of a roster that changes, found again by asking only about those whom a change touches."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.span import ALWAYS, DayRange
from bpa_desktop.rules.advice import ADVICE
from bpa_desktop.rules.case import Case
from bpa_desktop.rules.catalogue import ALL_RULES, ordered, touching
from bpa_desktop.rules.limits import Limits
from bpa_desktop.rules.memory import Memory
from bpa_desktop.rules.rule import Finding, Rule
from bpa_desktop.rules.severity import Known


class Checker:
    """Checks a roster again and again. Not a value: it keeps what it found, by assistant and by need.

    Its answer is always that of `catalogue.check`: what was found about an assistant is given again only where the
    shifts they hold or miss, what is known of them, the arrangement and the days of the data are all the same.
    """

    def __init__(self, limits: Limits, *, rules: tuple[Rule, ...] = ALL_RULES) -> None:
        self.limits = limits
        self._rules = rules
        self._memory = Memory()
        self._known: Known | None = Known()
        self._checked: Roster | None = None
        self._found: tuple[Finding, ...] = ()

    def check(self, roster: Roster, *, days: DayRange = ALWAYS) -> tuple[Finding, ...]:
        """Return every finding of a roster that touches the days, and keep all that was found.

        Of the very roster that was checked last only the days are asked.
        """
        if roster is not self._checked:
            self._memory.is_kept = True
            self._found = tuple(self._findings(Case(roster, self.limits, memory=self._memory)))
            self._known = None
            self._checked = roster
        return ordered(touching(self._found, days, zone=roster.arrangement.zone))

    def new_in(self, roster: Roster) -> tuple[Finding, ...]:
        """Return what a changed roster would break that the one checked last does not break as badly.

        It is a question only: nothing of it is kept.
        """
        return ordered(self._before.new_among(self._asked(roster)))

    def is_mended_by(self, roster: Roster, finding: Finding) -> bool:
        """Tell whether a changed roster breaks neither what a finding says nor anything new.

        Advice stands in the way of advice only, never of what law or agreement asks for.
        """
        found = [other for other in self._asked(roster) if finding.rule in ADVICE or other.rule not in ADVICE]
        return not any(_is_same(other, finding) for other in found) and not any(self._before.new_among(found))

    @property
    def _before(self) -> Known:
        """What was found last; put in order only when a question is asked, not after every change."""
        if self._known is None:
            self._known = Known(self._found)
        return self._known

    def _asked(self, roster: Roster) -> Iterator[Finding]:
        self._memory.is_kept = False
        yield from self._findings(Case(roster, self.limits, memory=self._memory))

    def _findings(self, case: Case) -> Iterator[Finding]:
        shared = case.roster.arrangement, case.roster.days
        for who in case.people:
            if who is None:
                yield from self._about(case, None)
                continue
            given = (
                case.held(who),
                case.missing.get(who),
                case.said.get(who),
                case.roster.assistants_by_id.get(who),
                [(other, case.held(other)) for other in sorted(case.roster.kept_apart.get(who, ()))],
                shared,
            )
            yield from case.memory.recall(("all", who), given, work_out=partial(self._about, case, who))

    def _about(self, case: Case, who: str | None) -> tuple[Finding, ...]:
        return tuple(finding for rule in self._rules for finding in rule.look(case, who))


def _is_same(other: Finding, finding: Finding) -> bool:
    """Tell whether two findings are the same matter: rule, weight, person, and the shifts or the time."""
    is_alike = (other.rule, other.weight, other.assistant) == (finding.rule, finding.weight, finding.assistant)
    return is_alike and (other.shifts == finding.shifts or other.span == finding.span)
