"""Trial: the shift is given to an assistant, and it is seen what that would break."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import Span
from bpa_desktop.domain.team import Assistant
from bpa_desktop.rules.catalogue import ALL_RULES, check_assistants
from bpa_desktop.rules.limits import Limits
from bpa_desktop.rules.rule import Finding, Weight

# No rule of the trial looks further than two weeks to either side: the weekly rest's seven days, from a start of work
# that itself may lie a week back.
_ROUND = timedelta(days=15)

# A mean over two weeks round a shift says nothing about the contract: that is counted for the shift's own week.
_RULES = tuple(rule for rule in ALL_RULES if rule.name != "contract_hours")

_Breach = tuple[str, Weight, Span | None, Decimal | date | tuple[str, ...]]


@dataclass(frozen=True)
class Trial:
    """What an assistant's rows round the shift break only with the shift: `breaches`, and what is merely not good."""

    rows: tuple[Shift, ...]
    breaches: tuple[Finding, ...]
    advice: tuple[Finding, ...]


def tried(roster: Roster, shift: Shift, *, assistant: Assistant, limits: Limits) -> Trial:
    """Return what giving the shift to an assistant would break, that is not broken as badly without it."""
    rows = _rows(roster, shift, assistant=assistant.id)
    alone = _alone(roster, assistant)
    given = replace(shift, assistant=assistant.id)
    after = _findings(replace(alone, shifts=(*rows, given)), limits)
    before = {_breach(finding) for finding in _findings(replace(alone, shifts=rows), limits)} if after else set()
    caused = [finding for finding in after if _breach(finding) not in before]
    return Trial(
        (*rows, given),
        tuple(finding for finding in caused if finding.weight is Weight.MUST),
        tuple(finding for finding in caused if finding.weight is Weight.SHOULD),
    )


def _rows(roster: Roster, shift: Shift, *, assistant: str) -> tuple[Shift, ...]:
    """Return the shifts the assistant holds round a shift, as if planned for them."""
    start, end = shift.span.start - _ROUND, shift.span.end + _ROUND
    held = roster.shifts_by_holder.get(assistant, ())
    near = (other for other in held if other.span.start < end and start < other.span.end and other.id != shift.id)
    return tuple(other if other.assistant == assistant else replace(other, assistant=assistant) for other in near)


def _alone(roster: Roster, assistant: Assistant) -> Roster:
    said = tuple(entry for entry in roster.availability if entry.assistant == assistant.id)
    absences = roster.absences_of(assistant.id)
    return Roster(roster.arrangement, assistants=(assistant,), availability=said, absences=absences)


def _findings(roster: Roster, limits: Limits) -> tuple[Finding, ...]:
    people = frozenset({assistant.id for assistant in roster.assistants})
    return check_assistants(roster, limits, assistants=people, rules=_RULES)


def _breach(finding: Finding) -> _Breach:
    """Return what makes two findings the same breach: as bad in the same time; without figure, of the same shifts."""
    how = finding.measured if finding.measured is not None else finding.shifts
    return finding.rule, finding.weight, finding.span, how
