"""Trial: the shift is given to an assistant, and it is seen what that would break."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import Span
from bpa_desktop.domain.team import Assistant
from bpa_desktop.ranking.look import LOOKS, Look, Part
from bpa_desktop.rules.case import Case, part_of
from bpa_desktop.rules.catalogue import ordered
from bpa_desktop.rules.limits import Limits
from bpa_desktop.rules.rule import Finding, Weight
from bpa_desktop.rules.stretch import NEAR

_Breach = tuple[str, Weight, Span | None, Decimal | date | tuple[str, ...]]


@dataclass(frozen=True)
class Trial:
    """What an assistant's rows round the shift break only with the shift: `breaches`, and what is merely not good."""

    rows: tuple[Shift, ...]
    breaches: tuple[Finding, ...]
    advice: tuple[Finding, ...]


def tried(roster: Roster, shift: Shift, *, assistant: Assistant, limits: Limits) -> Trial:
    """Return what giving the shift to an assistant would break, that is not broken as badly without it."""
    return Trials(roster, limits).of(shift, assistant)


class Trials:
    """Tries one roster again and again. Not a value: what the calendar and the limits say is worked out once."""

    def __init__(self, roster: Roster, limits: Limits) -> None:
        self.roster = roster
        self.case = Case(roster, limits)

    def of(self, shift: Shift, assistant: Assistant, *, given_away: str = "") -> Trial:
        """Return what a shift would break in an assistant's rows, which lose another, by id, where it is given away."""
        given = replace(shift, assistant=assistant.id)
        rows = self._rows(given, around=NEAR, without=given_away)
        near = self._with(given, assistant, rows=rows)
        caused = [
            found for look in LOOKS if look.matters(near) for found in self._caused(near, look, given_away=given_away)
        ]
        return Trial(
            (*rows, given),
            tuple(finding for finding in caused if finding.weight is Weight.MUST),
            tuple(finding for finding in caused if finding.weight is Weight.SHOULD),
        )

    def _caused(self, near: Part, look: Look, *, given_away: str) -> Iterator[Finding]:
        """Yield what is broken with a shift, and not as badly without it."""
        given, assistant = near.shift, near.case.roster.assistants[0]
        after = near
        if look.around != NEAR:
            after = self._with(given, assistant, rows=self._rows(given, around=look.around, without=given_away))
        found = _findings(after.case, look, who=assistant.id)
        if found:
            rows = self._rows(given, around=look.around)
            before = self._part(given, assistant, rows=rows)
            known = {_breach(finding) for finding in _findings(before, look, who=assistant.id)}
            yield from (finding for finding in found if _breach(finding) not in known)

    def _rows(self, given: Shift, *, around: timedelta, without: str = "") -> tuple[Shift, ...]:
        """Return the shifts the assistant of a shift holds round it, as if planned for them."""
        who = given.assistant
        start, end = given.span.start - around, given.span.end + around
        held = self.roster.shifts_by_holder.get(who, ())
        near = (row for row in held if row.span.start < end and start < row.span.end)
        rows = (row for row in near if row.id not in (given.id, without))
        return tuple(row if row.assistant == who else replace(row, assistant=who) for row in rows)

    def _with(self, given: Shift, assistant: Assistant, *, rows: tuple[Shift, ...]) -> Part:
        return Part(self._part(given, assistant, rows=(*rows, given)), given)

    def _part(self, given: Shift, assistant: Assistant, *, rows: tuple[Shift, ...]) -> Case:
        """Return the case of an assistant with some rows, and of those they never work together with at that time."""
        whole = self.roster
        apart = whole.kept_apart.get(assistant.id, frozenset())
        theirs = (
            replace(row, assistant=other)
            for other in apart
            for row in whole.shifts_by_holder.get(other, ())
            if row.span.overlaps(given.span) and row.id != given.id
        )
        part = Roster(
            whole.arrangement,
            assistants=(assistant, *(one for one in whole.assistants if one.id in apart)),
            availability=self.case.said.get(assistant.id, ()),
            absences=whole.absences_of(assistant.id),
            shifts=(*rows, *theirs),
        )
        return part_of(self.case, part)


def _findings(case: Case, look: Look, *, who: str) -> tuple[Finding, ...]:
    return ordered(finding for rule in look.rules for finding in rule.look(case, who))


def _breach(finding: Finding) -> _Breach:
    """Return what makes two findings the same breach: as bad in the same time; without figure, of the same shifts."""
    how = finding.measured if finding.measured is not None else finding.shifts
    return finding.rule, finding.weight, finding.span, how
