"""Why somebody worked what they worked: their own plan, an open shift, or in the place of somebody absent. § 14-4 a.

Work agreed on in another's place is normally not counted for a larger post. Why the other was absent is told by its
class and to the user only: what is handed on says no more than that it was in another's place.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum

from bpa_desktop.domain.absence import AbsenceKind
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import Span, to_hundredths
from bpa_desktop.rules.duty import Worked


class Cause(StrEnum):
    """Why a shift was worked. `exchange` is in the place of somebody who was there: a swap, or as agreed."""

    OWN_PLAN = "own_plan"
    OPEN_SHIFT = "open_shift"
    SICKNESS = "sickness"
    HOLIDAY = "holiday"
    LEAVE = "leave"
    EXCHANGE = "exchange"


IN_ANOTHERS_PLACE = (Cause.SICKNESS, Cause.HOLIDAY, Cause.LEAVE, Cause.EXCHANGE)
_CLASSES = {
    AbsenceKind.SELF_CERTIFIED: Cause.SICKNESS,
    AbsenceKind.SICK_NOTE: Cause.SICKNESS,
    AbsenceKind.CHILD_SICK: Cause.SICKNESS,
    AbsenceKind.HOLIDAY: Cause.HOLIDAY,
    AbsenceKind.LEAVE: Cause.LEAVE,
    AbsenceKind.OTHER: Cause.LEAVE,
}
Causes = tuple[tuple[Cause, Decimal], ...]
"""The hours of each cause there are any of."""


def cause_of(roster: Roster, shift: Shift, *, holder: str) -> Cause:
    """Return why the holder of a shift works it."""
    if shift.assistant in (holder, None):
        return Cause.OPEN_SHIFT if roster.substitutes.get(shift.id) == holder else Cause.OWN_PLAN
    away = next((one for one in roster.absences_of(shift.assistant) if one.span.overlaps(shift.span)), None)
    return _CLASSES[away.kind] if away is not None else Cause.EXCHANGE


def hours_by_cause(roster: Roster, assistant: str, *, within: Span, divisor: Decimal) -> Causes:
    """Return the hours an assistant worked within a span, as the law counts them, by cause."""
    found: dict[Cause, list[Shift]] = {}
    for shift in roster.shifts_by_holder.get(assistant, ()):
        found.setdefault(cause_of(roster, shift, holder=assistant), []).append(shift)
    worked = ((cause, Worked(as_worked(found[cause]), divisor)) for cause in Cause if cause in found)
    hours = ((cause, to_hundredths(each.hours(within.start, within.end))) for cause, each in worked)
    return tuple((cause, amount) for cause, amount in hours if amount)


def as_worked(shifts: Iterable[Shift]) -> list[Shift]:
    """Return shifts by the times that were really worked where they are known, in time order."""
    real = (shift if shift.actual is None else replace(shift, span=shift.actual) for shift in shifts)
    return sorted(real, key=lambda shift: shift.span)
