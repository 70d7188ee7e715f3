"""Verbs about absences: a layer over the plan that opens shifts, and gives them back when it is changed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from bpa_desktop.domain.absence import WHOLE, Absence
from bpa_desktop.domain.roster import Roster, held_by, held_differently
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.sick_days import OWN_SICKNESS
from bpa_desktop.domain.span import Span, midnight
from bpa_desktop.domain.substitute import RequestState
from bpa_desktop.domain.team import Assistant
from bpa_desktop.services.booking import has_shift
from bpa_desktop.services.history import History, Recorder
from bpa_desktop.services.identity import new_id
from bpa_desktop.services.substitute import look_for

_NOTHING = Decimal(0)


class OverlapError(Exception):
    """The assistant is absent already at that time: `other` is that absence, which can be changed instead."""

    def __init__(self, other: Absence, roster: Roster) -> None:
        super().__init__(other.id)
        self.other = other
        self.name = roster.assistants_by_id[other.assistant].name
        self.zone = roster.arrangement.zone


@dataclass(frozen=True)
class Changed:
    """What a change of an absence did: the shifts it opened, and those that the assistant has again."""

    opened: tuple[Shift, ...]
    back: tuple[Shift, ...]


def register_absence(history: History, plan: Absence) -> tuple[Shift, ...]:
    """Keep an absence like the plan, and open the shifts it covers, each with a request; return those shifts.

    The shifts keep who was planned. Raises OverlapError, UnknownRecordError.
    """
    now = history.clock.now()
    absence = replace(plan, id=new_id(now), reported_at=plan.reported_at or now)
    with history.step("register_absence") as record:
        layer = _Layer(record, absence.assistant, at=now)
        layer.put(absence)
        return layer.settle(()).opened


def change_absence(history: History, plan: Absence, *, back: Collection[str] = ()) -> Changed:
    """Put an absence in the place of the one with its id: open what it covers now, give back what it does not.

    Of the shifts that a substitute takes (`given_away`) those in `back` go back to who was planned, and the others stay
    with the substitute. Raises OverlapError, UnknownRecordError.
    """
    with history.step("change_absence") as record:
        layer = _Layer(record, record.get(Absence, plan.id).assistant, at=history.clock.now())
        layer.put(plan)
        return layer.settle(back)


def end_absence(history: History, absence_id: str, *, back_on: date, back: Collection[str] = ()) -> Changed:
    """Have an assistant back at work from the morning of a day; `back` is as in `change_absence`.

    Raises EmptySpanError for a day that is not after the absence's first, OverlapError, UnknownRecordError.
    """
    with history.step("end_absence") as record:
        absence = record.get(Absence, absence_id)
        layer = _Layer(record, absence.assistant, at=history.clock.now())
        layer.put(ended(record.roster, absence, back_on=back_on))
        return layer.settle(back)


def remove_absence(history: History, absence_id: str, *, back: Collection[str] = ()) -> tuple[Shift, ...]:
    """Take an absence away; return the shifts that are held again, whose requests are withdrawn.

    `back` is as in `change_absence`. Raises UnknownRecordError.
    """
    with history.step("remove_absence") as record:
        absence = record.get(Absence, absence_id)
        layer = _Layer(record, absence.assistant, at=history.clock.now())
        record.remove(absence)
        return layer.settle(back).back


def ended(roster: Roster, absence: Absence, *, back_on: date) -> Absence:
    """Return an absence as it is when the assistant is back on a day. Raises EmptySpanError."""
    return replace(absence, span=Span(absence.span.start, midnight(back_on, roster.arrangement.zone)), open_ended=False)


def given_away(roster: Roster, absence: Absence, *, span: Span | None) -> tuple[Shift, ...]:
    """Return the shifts that a substitute takes for who is absent, and that an absence of that span no longer covers.

    None is for an absence that is taken away. In time order: about each the user decides who has it now.
    """
    taken = (roster.shifts_by_id.get(shift_id) for shift_id in roster.substitutes)
    mine = (one for one in taken if one is not None and one.assistant == absence.assistant)
    lost = (one for one in mine if one.span.overlaps(absence.span) and not (span and one.span.overlaps(span)))
    return tuple(sorted(lost, key=lambda one: (one.span, one.id)))


def refuse_overlap(roster: Roster, absence: Absence) -> None:
    """Raise OverlapError where another absence of the assistant stands in the way of one.

    Beside a graded one there may be one of another sort: half a post sick, and a day with a sick child.
    """
    for other in roster.absences_of(absence.assistant):
        if other.id != absence.id and other.span.overlaps(absence.span) and not _go_together(other, absence):
            raise OverlapError(other, roster)


def opened_by(roster: Roster, absence: Absence) -> tuple[Shift, ...]:
    """Return the shifts that an absence would open, in time order."""
    held = held_by(roster, absence.assistant, span=absence.span)
    return tuple(shift for shift in held if absence.opens(absence.assistant, shift.span))


def given_back(roster: Roster, before: Absence, *, after: Absence) -> tuple[Shift, ...]:
    """Return the shifts that nobody has and that a change of an absence gives back, in time order."""
    mine = (one for one in held_by(roster, None, span=before.span) if before.opens(roster.expected(one), one.span))
    return tuple(one for one in mine if not after.opens(before.assistant, one.span))


def hours_kept(roster: Roster, absence: Absence) -> tuple[Decimal, Decimal]:
    """Return the hours of the shifts within an absence, and how many of them a graded one leaves."""
    held = held_by(roster, absence.assistant, span=absence.span)
    common = (shift.span.common(absence.span) for shift in held)
    planned = sum((one.hours for one in common if one is not None), _NOTHING)
    return planned, planned * (WHOLE - absence.grade) / WHOLE


def not_employed(roster: Roster, absence: Absence) -> date | None:
    """Return the first day of an absence on which the assistant is not employed, or None."""
    assistant = roster.assistants_by_id.get(absence.assistant)
    days = absence.span.days(roster.arrangement.zone)
    return next((day for day in days if assistant is not None and assistant.employment_on(day) is None), None)


def _go_together(one: Absence, other: Absence) -> bool:
    graded = min(one.grade, other.grade) < WHOLE
    both_sick = one.kind in OWN_SICKNESS and other.kind in OWN_SICKNESS
    return graded and one.kind is not other.kind and not both_sick


class _Layer:
    """The absences of one assistant while a step changes them, and what their shifts become by it."""

    def __init__(self, record: Recorder, assistant: str, *, at: datetime) -> None:
        self._record = record
        self._assistant = record.get(Assistant, assistant).id
        self._at = at
        self._before = record.roster

    def put(self, absence: Absence) -> None:
        """Keep an absence. Raises OverlapError."""
        refuse_overlap(self._before, absence)
        self._record.put(absence)

    def settle(self, back: Collection[str]) -> Changed:
        """Open the shifts that nobody has any more, and give back those that the assistant has again."""
        for shift_id in back:
            self._give_back(self._record.get(Shift, shift_id))
        before, now, who = self._before, self._record.roster, self._assistant
        opened = tuple(one for one in held_differently(before, who, other=now) if now.holder(one) is None)
        held = tuple(one for one in held_differently(now, who, other=before) if before.holder(one) != who)
        for shift in opened:
            look_for(self._record, shift, at=self._at)
        for shift in held:
            self._withdraw(shift)
        return Changed(opened, held)

    def _give_back(self, shift: Shift) -> None:
        """Take a shift from its substitute, where it was the assistant's, who is neither away nor at work then."""
        roster = self._record.roster
        is_away = roster.absence_of(self._assistant, shift.span) is not None
        if (
            shift.assistant == self._assistant
            and not is_away
            and not has_shift(roster, shift, assistant=self._assistant)
        ):
            self._withdraw(shift)

    def _withdraw(self, shift: Shift) -> None:
        request = self._record.roster.request_for(shift.id)
        if request is not None and request.chosen != self._assistant:
            self._record.put(request.moved_to(RequestState.WITHDRAWN))
