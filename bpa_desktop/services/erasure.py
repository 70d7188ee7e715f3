"""Verbs that erase for good: what is not to be kept any longer is taken out of the log of earlier versions too.

Regulation (EU) 2016/679 (GDPR), article 17. Neither these steps nor any before them can be undone afterwards; copies
made before hold everything still.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from bpa_desktop.domain.absence import Absence
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.team import Assistant, Availability
from bpa_desktop.services.history import History

USUAL_YEARS = 3


def absences_over(roster: Roster, moment: datetime) -> tuple[Absence, ...]:
    """Return the absences that were over by then: what `forget_absences` erases."""
    return tuple(absence for absence in roster.absences if absence.span.end <= moment and not absence.open_ended)


def usual_day(today: date) -> date:
    """Return the day three years back: absences over before it are proposed to be erased; nobody has to."""
    day = today.replace(day=min(today.day, 28))  # the 29th of February has no fellow
    return day.replace(year=day.year - USUAL_YEARS)


def employment_over(roster: Roster, today: date) -> tuple[Assistant, ...]:
    """Return who was employed and is not any more, nor will be: whose details `forget_assistant` may erase."""
    return tuple(
        assistant
        for assistant in roster.assistants
        if assistant.employments and all(post.days.last and post.days.last < today for post in assistant.employments)
    )


def forget_absences(history: History, moment: datetime) -> int:
    """Erase the absences that were over by then, and all that were taken away before; return how many were over.

    The shifts stay, and so does who stepped in.
    """
    over = absences_over(history.roster, moment)
    stand = {absence.id for absence in history.roster.absences}
    removed = {record_id for record_id, _ in history.past(Absence)} - stand
    with history.step("forget_absences") as record:
        for absence in over:
            record.remove(absence)
        for absence_id in removed | {absence.id for absence in over}:
            record.forget(Absence, absence_id)
    return len(over)


def forget_assistant(history: History, assistant_id: str, *, name: str) -> None:
    """Erase who somebody was: their shifts and posts are left, under a name that says nothing.

    What they said about their time and when they were away goes with it. Raises UnknownRecordError.
    """
    with history.step("forget_assistant") as record:
        assistant = record.get(Assistant, assistant_id)
        roster = record.roster
        record.put(Assistant(assistant.id, name, employments=assistant.employments))
        record.forget(Assistant, assistant.id)
        for absence in roster.absences_of(assistant_id):
            record.remove(absence)
        for said in roster.availability:
            if said.assistant == assistant_id:
                record.remove(said)
        for absence_id in _ever_about(history.past(Absence), assistant_id):
            record.forget(Absence, absence_id)
        for said_id in _ever_about(history.past(Availability), assistant_id):
            record.forget(Availability, said_id)


def _ever_about(past: Iterable[tuple[str, Absence | Availability | None]], assistant_id: str) -> set[str]:
    """Return the ids of what was ever kept about somebody."""
    return {record_id for record_id, was in past if was is not None and was.assistant == assistant_id}
