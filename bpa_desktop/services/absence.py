"""Verbs about absences."""

from __future__ import annotations

from dataclasses import replace

from bpa_desktop.domain.absence import Absence
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.substitute import RequestState
from bpa_desktop.services.history import History
from bpa_desktop.services.identity import new_id
from bpa_desktop.services.substitute import look_for


def register_absence(history: History, plan: Absence) -> tuple[Shift, ...]:
    """Keep an absence like the plan, and open the shifts it covers, each with a request; return those shifts.

    The shifts keep who was planned. Raises UnknownRecordError for an assistant who is not there.
    """
    now = history.clock.now()
    absence = replace(plan, id=new_id(now), reported_at=plan.reported_at or now)
    with history.step("register_absence") as record:
        held = record.roster.shifts_by_holder.get(absence.assistant, ())
        record.put(absence)
        opened = tuple(shift for shift in held if record.roster.holder(shift) is None)
        for shift in opened:
            look_for(record, shift, at=now)
    return opened


def remove_absence(history: History, absence_id: str) -> tuple[Shift, ...]:
    """Take an absence away; return the shifts that are held again, whose requests are withdrawn.

    A shift that a substitute was chosen for stays with the substitute. Raises UnknownRecordError.
    """
    with history.step("remove_absence") as record:
        absence = record.get(Absence, absence_id)
        before = {shift.id for shift in record.roster.shifts_by_holder.get(None, ())}
        record.remove(absence)
        held = record.roster.shifts_by_holder.get(absence.assistant, ())
        back = tuple(shift for shift in held if shift.id in before)
        for shift in back:
            request = record.roster.request_for(shift.id)
            if request is not None and request.is_live:
                record.put(request.moved_to(RequestState.WITHDRAWN))
    return back
