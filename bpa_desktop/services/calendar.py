"""The calendar of what was published: which shifts hold, which were cancelled, and how often each was changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bpa_desktop.domain.absence import Absence
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift, ShiftState
from bpa_desktop.domain.substitute import SubstituteRequest
from bpa_desktop.services.handout import EVERYTHING, Extent
from bpa_desktop.services.history import History

_View = tuple[object, ...] | None


@dataclass(frozen=True)
class Event:
    """A shift as it stands in a calendar; `sequence` counts how often what stands there may have changed, from 0."""

    shift: Shift
    assistant: str | None
    sequence: int
    is_cancelled: bool = False


def calendar_of(history: History, *, extent: Extent = EVERYTHING) -> tuple[Event, ...]:
    """Return every shift of the extent that was ever published, in order; of one assistant, those they ever had.

    A published shift that was changed holds as it was published until the change is confirmed. One that is gone, or
    that somebody else holds now, is cancelled; the calendar does not say why.
    """
    past = _Past(history)
    found = (past.event(shift_id, extent.assistant) for shift_id in past.published)
    events = [one for one in found if one is not None and extent.holds(one.shift)]
    return tuple(sorted(events, key=lambda one: (one.shift.span, one.shift.id)))


class _Past:
    """What the log says of the shifts that were ever published."""

    def __init__(self, history: History) -> None:
        self._roster: Roster = history.roster
        self._changes: dict[str, int] = {}
        self.published: dict[str, list[Shift]] = {}
        """Each shift as it was published, again and again, oldest first."""
        self._chosen: dict[str, set[str]] = {}
        self._absences: dict[str, list[Absence | None]] = {}
        self._absences_of: dict[str | None, set[str]] = {}
        self._read_shifts(history)
        self._read_requests(history)
        for absence_id, absence in history.past(Absence):
            self._absences.setdefault(absence_id, []).append(absence)
            if absence is not None:
                self._absences_of.setdefault(absence.assistant, set()).add(absence_id)

    def _read_shifts(self, history: History) -> None:
        before: dict[str, _View] = {}
        for shift_id, shift in history.past(Shift):
            waits = shift is not None and shift.state is ShiftState.OFFERED
            view = _view(self.published.get(shift_id, [None])[-1] if waits else shift)
            if shift_id in self.published and view != before[shift_id]:
                self._changes[shift_id] += 1
            if shift is not None and view is not None and not waits:
                self._changes.setdefault(shift_id, 0)
                self.published.setdefault(shift_id, []).append(shift)
            before[shift_id] = view

    def _read_requests(self, history: History) -> None:
        for _, request in history.past(SubstituteRequest):
            if request is not None and request.shift in self.published:
                self._changes[request.shift] += 1
                self._chosen.setdefault(request.shift, set()).update(_chosen(request))

    def event(self, shift_id: str, assistant: str | None) -> Event | None:
        """Return how a shift stands in the calendar of an assistant, or of everybody; None where they never had it."""
        past, now = self.published[shift_id], self._roster.shifts_by_id.get(shift_id)
        had = {shift.assistant for shift in past} | self._chosen.get(shift_id, set())
        if assistant is not None and assistant not in had:
            return None
        stands = now if now is not None and now.state is ShiftState.PUBLISHED else past[-1]
        holds = now is not None and now.state is not ShiftState.DRAFT
        holder = self._roster.holder(stands) if holds else None
        sequence = self._changes[shift_id] + self._times_away(stands, had)
        if holder is not None and assistant in (None, holder):
            return Event(stands, holder, sequence)
        mine = [shift for shift in past if assistant in (None, shift.assistant)]
        return Event(mine[-1] if mine else stands, assistant, sequence, is_cancelled=True)

    def _times_away(self, shift: Shift, had: set[str | None]) -> int:
        """Return how often something about an absence at the shift's time was kept."""
        theirs = {absence_id for who in had for absence_id in self._absences_of.get(who, ())}
        versions = (self._absences[absence_id] for absence_id in theirs)
        return sum(len(one) for one in versions if any(_takes(absence, shift=shift, had=had) for absence in one))


def _view(shift: Shift | None) -> _View:
    """Return what a calendar shows of a shift; None for one that is not there or was not published to anybody."""
    if shift is None or shift.state is not ShiftState.PUBLISHED or shift.assistant is None:
        return None
    return (shift.span, shift.assistant, shift.kind, shift.place, shift.tasks)


def _takes(absence: Absence | None, *, shift: Shift, had: set[str | None]) -> bool:
    return absence is not None and absence.assistant in had and absence.span.overlaps(shift.span)


def _chosen(request: SubstituteRequest) -> Iterator[str]:
    if request.chosen is not None:
        yield request.chosen
