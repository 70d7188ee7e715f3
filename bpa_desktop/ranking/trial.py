"""Trial: the shift is given to an assistant, and it is seen what that would break."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import partial

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import Span
from bpa_desktop.domain.team import Assistant
from bpa_desktop.rules.advice import ADVICE
from bpa_desktop.rules.catalogue import ALL_RULES, check_assistants
from bpa_desktop.rules.limits import Limits
from bpa_desktop.rules.rule import Finding, Rule, Weight

# Most rules look no further than two weeks to either side: the weekly rest's seven days, from a start of work that
# itself may lie a week back. Those that add up weeks look as far as overtime is added up.
_NEAR, _FAR = timedelta(days=15), timedelta(weeks=52)
_ADDING_UP = {
    "weekly_hours",
    "averaged_hours",
    "overtime_week",
    "overtime_four_weeks",
    "overtime_year",
    "sunday_rest",
    "night_average",
}

# What is not the candidate's own matter: a mean over two weeks round a shift says nothing about the contract, which is
# counted for the shift's own week; break and notice are as they are, whoever takes the shift; and nobody is left out
# for what is only advice.
_NOT_ASKED = {"contract_hours", "break", "notice", *ADVICE}
_NEAR_RULES = tuple(rule for rule in ALL_RULES if rule.name not in _NOT_ASKED | _ADDING_UP)
_FAR_RULES = tuple(rule for rule in ALL_RULES if rule.name in _ADDING_UP)

_Breach = tuple[str, Weight, Span | None, Decimal | date | tuple[str, ...]]


@dataclass(frozen=True)
class Trial:
    """What an assistant's rows round the shift break only with the shift: `breaches`, and what is merely not good."""

    rows: tuple[Shift, ...]
    breaches: tuple[Finding, ...]
    advice: tuple[Finding, ...]


def tried(roster: Roster, shift: Shift, *, assistant: Assistant, limits: Limits) -> Trial:
    """Return what giving the shift to an assistant would break, that is not broken as badly without it."""
    near = _rows(roster, shift, assistant=assistant.id, around=_NEAR)
    far = _rows(roster, shift, assistant=assistant.id, around=_FAR)
    alone = _alone(roster, assistant)
    given = replace(shift, assistant=assistant.id)
    caused = [
        *_caused(alone, near, given=given, ask=partial(_findings, limits=limits, rules=_NEAR_RULES)),
        *_caused(alone, far, given=given, ask=partial(_findings, limits=limits, rules=_FAR_RULES)),
    ]
    return Trial(
        (*near, given),
        tuple(finding for finding in caused if finding.weight is Weight.MUST),
        tuple(finding for finding in caused if finding.weight is Weight.SHOULD),
    )


def _caused(
    alone: Roster, rows: tuple[Shift, ...], *, given: Shift, ask: Callable[[Roster], tuple[Finding, ...]]
) -> Iterator[Finding]:
    """Yield what is broken with a shift, and not as badly without it."""
    after = ask(replace(alone, shifts=(*rows, given)))
    before = {_breach(finding) for finding in ask(replace(alone, shifts=rows))} if after else set()
    yield from (finding for finding in after if _breach(finding) not in before)


def _rows(roster: Roster, shift: Shift, *, assistant: str, around: timedelta) -> tuple[Shift, ...]:
    """Return the shifts the assistant holds round a shift, as if planned for them."""
    start, end = shift.span.start - around, shift.span.end + around
    held = roster.shifts_by_holder.get(assistant, ())
    near = (other for other in held if other.span.start < end and start < other.span.end and other.id != shift.id)
    return tuple(other if other.assistant == assistant else replace(other, assistant=assistant) for other in near)


def _alone(roster: Roster, assistant: Assistant) -> Roster:
    said = tuple(entry for entry in roster.availability if entry.assistant == assistant.id)
    absences = roster.absences_of(assistant.id)
    return Roster(roster.arrangement, assistants=(assistant,), availability=said, absences=absences)


def _findings(roster: Roster, *, limits: Limits, rules: tuple[Rule, ...]) -> tuple[Finding, ...]:
    people = frozenset({assistant.id for assistant in roster.assistants})
    return check_assistants(roster, limits, assistants=people, rules=rules)


def _breach(finding: Finding) -> _Breach:
    """Return what makes two findings the same breach: as bad in the same time; without figure, of the same shifts."""
    how = finding.measured if finding.measured is not None else finding.shifts
    return finding.rule, finding.weight, finding.span, how
