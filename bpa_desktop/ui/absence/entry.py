"""An absence as it is typed into the form. Plain Python, no Qt, no texts."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import days_span
from bpa_desktop.ui.widgets.entry import NoDayError, day_entry, parse_day

WHOLE_DAYS = ""
Values = dict[str, str]


class Problem(StrEnum):
    """What is wrong with a field."""

    NOBODY = "nobody"
    NO_DAY = "no_day"
    ENDS_BEFORE = "ends_before"


def shifts_ahead(roster: Roster, assistant: str, *, now: datetime) -> tuple[Shift, ...]:
    """Return the shifts somebody still has before them: what they can be absent from."""
    return tuple(shift for shift in roster.shifts_by_holder.get(assistant, ()) if shift.span.end > now)


def entry_for(assistant: str, today: date, *, shift: str = WHOLE_DAYS) -> Values:
    """Return what the form begins with: whole days from today, or one shift."""
    return {
        "assistant": assistant,
        "what": shift,
        "from": day_entry(today),
        "to": day_entry(today),
        "kind": AbsenceKind.SELF_CERTIFIED,
    }


def read_entry(values: Values, roster: Roster, *, today: date) -> Absence | dict[str, Problem]:
    """Return the absence that the form describes, or a problem by field."""
    if values["assistant"] not in roster.assistants_by_id:
        return {"assistant": Problem.NOBODY}
    kind = AbsenceKind(values["kind"])
    shift = roster.shifts_by_id.get(values["what"])
    if shift is not None:
        return Absence("", values["assistant"], shift.span, kind)
    problems: dict[str, Problem] = {}
    first, last = (
        _day(values, "from", today=today, problems=problems),
        _day(values, "to", today=today, problems=problems),
    )
    if first is None or last is None:
        return problems
    if last < first:
        return {"to": Problem.ENDS_BEFORE}
    return Absence("", values["assistant"], days_span(first, last, zone=roster.arrangement.zone), kind)


def _day(values: Values, key: str, *, today: date, problems: dict[str, Problem]) -> date | None:
    try:
        return parse_day(values[key] or values["from"], near=today)
    except NoDayError:
        problems[key] = Problem.NO_DAY
        return None
