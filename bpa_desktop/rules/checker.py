"""Checker: the findings of a roster that changes, found again by asking only about those whom a change touches."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.span import ALWAYS, DayRange
from bpa_desktop.rules.case import Case
from bpa_desktop.rules.catalogue import ALL_RULES, ordered, touches
from bpa_desktop.rules.limits import Limits
from bpa_desktop.rules.memory import Memory
from bpa_desktop.rules.rule import Finding, Rule

_Breach = tuple[str, str, str | None, object]


class Checker:
    """Checks a roster again and again. Not a value: it keeps what it found, by assistant and by need.

    Its answer is always that of `catalogue.check`: what was found about an assistant is given again only where the
    shifts they hold or miss, what is known of them, the arrangement and the days of the data are all the same.
    """

    def __init__(self, limits: Limits, *, rules: tuple[Rule, ...] = ALL_RULES) -> None:
        self.limits = limits
        self._rules = rules
        self._memory = Memory()
        self._settled: frozenset[_Breach] = frozenset()

    def check(self, roster: Roster, *, days: DayRange = ALWAYS) -> tuple[Finding, ...]:
        """Return every finding of a roster that touches the days, and keep all that was found."""
        self._memory.is_kept = True
        case = Case(roster, self.limits, memory=self._memory)
        found = list(self._findings(case))
        self._settled = frozenset(_breach(finding) for finding in found)
        return ordered(finding for finding in found if touches(case, finding, days=days))

    def new_in(self, roster: Roster) -> tuple[Finding, ...]:
        """Return what a changed roster would break that the one checked last does not break as badly.

        It is a question only: nothing of it is kept.
        """
        self._memory.is_kept = False
        found = self._findings(Case(roster, self.limits, memory=self._memory))
        return ordered(finding for finding in found if _breach(finding) not in self._settled)

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
                shared,
            )
            yield from case.memory.recall(("all", who), given, work_out=partial(self._about, case, who))

    def _about(self, case: Case, who: str | None) -> tuple[Finding, ...]:
        return tuple(finding for rule in self._rules for finding in rule.look(case, who))


def _breach(finding: Finding) -> _Breach:
    """Return what makes two findings the same: of one rule and weight, about one person, as bad in the same shifts."""
    measured = finding.measured
    how = round(measured, 2) if isinstance(measured, Decimal) else measured
    return finding.rule, finding.weight.value, finding.assistant, (finding.span, finding.shifts, how)
