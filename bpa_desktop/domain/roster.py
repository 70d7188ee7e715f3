"""Roster (arbeidsplan): an arrangement with everything planned in it, looked at together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from itertools import accumulate

from bpa_desktop.domain.absence import Absence
from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.domain.award import Award
from bpa_desktop.domain.base_amount import ExpectedBaseAmount
from bpa_desktop.domain.day_note import DayNote
from bpa_desktop.domain.fallback import FallbackContact
from bpa_desktop.domain.household import Household
from bpa_desktop.domain.invoice import Invoice
from bpa_desktop.domain.kept_finding import KeptFinding
from bpa_desktop.domain.need import Need
from bpa_desktop.domain.pay_agreement import OwnPayAgreement
from bpa_desktop.domain.price_list import OwnPriceList
from bpa_desktop.domain.publication import Publication
from bpa_desktop.domain.rotation import Rotation
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.shift_lock import ShiftLock
from bpa_desktop.domain.span import Span, Week
from bpa_desktop.domain.substitute import RequestState, SubstituteRequest
from bpa_desktop.domain.team import Assistant, Availability

Record = (
    Arrangement
    | Award
    | Assistant
    | Availability
    | Need
    | Rotation
    | Shift
    | Absence
    | SubstituteRequest
    | Household
    | OwnPriceList
    | OwnPayAgreement
    | ExpectedBaseAmount
    | Invoice
    | KeptFinding
    | Publication
    | DayNote
    | ShiftLock
    | FallbackContact
)
"""Everything that can be kept and undone."""


@dataclass(frozen=True)
class Roster:
    """One arrangement whole: what a `bpa-roster/1` file holds, and what rules and ranking look at.

    `household` is the one thing no file carries: whose incomes they are stays in the store.
    """

    arrangement: Arrangement
    awards: tuple[Award, ...] = ()
    assistants: tuple[Assistant, ...] = ()
    availability: tuple[Availability, ...] = ()
    needs: tuple[Need, ...] = ()
    rotations: tuple[Rotation, ...] = ()
    shifts: tuple[Shift, ...] = ()
    absences: tuple[Absence, ...] = ()
    requests: tuple[SubstituteRequest, ...] = ()
    household: Household | None = None

    @cached_property
    def assistants_by_id(self) -> dict[str, Assistant]:
        """Every assistant by id."""
        return {assistant.id: assistant for assistant in self.assistants}

    @cached_property
    def short_names(self) -> dict[str, str]:
        """What each assistant is called for short, by id: the first name, or the whole where two share it."""
        firsts = Counter(_first_name(assistant) for assistant in self.assistants)
        return {one.id: _first_name(one) if firsts[_first_name(one)] == 1 else one.name for one in self.assistants}

    @cached_property
    def kept_apart(self) -> dict[str, frozenset[str]]:
        """Whom each assistant never works at the same time as, by id; it is said of one of two and holds for both."""
        apart: dict[str, set[str]] = {}
        for assistant in self.assistants:
            for other in assistant.never_with:
                apart.setdefault(assistant.id, set()).add(other)
                apart.setdefault(other, set()).add(assistant.id)
        return {who: frozenset(others - {who}) for who, others in apart.items()}

    @cached_property
    def shifts_by_id(self) -> dict[str, Shift]:
        """Every shift by id."""
        return {shift.id: shift for shift in self.shifts}

    @cached_property
    def substitutes(self) -> dict[str, str]:
        """Who was chosen to take a shift, by the shift's id; only where the request is filled."""
        return {
            request.shift: request.chosen
            for request in self.requests
            if request.state is RequestState.FILLED and request.chosen is not None
        }

    @cached_property
    def shifts_by_holder(self) -> dict[str | None, tuple[Shift, ...]]:
        """The shifts each assistant holds, in time order; under None those that nobody holds."""
        return _by_holder(self, sorted(self.shifts, key=in_time))

    @cached_property
    def _ends_by_holder(self) -> dict[str | None, tuple[datetime, ...]]:
        """Beside each shift that a holder has, the latest end until then: it never falls, so it can be searched."""
        return {holder: _latest_ends(shifts) for holder, shifts in self.shifts_by_holder.items()}

    @cached_property
    def _absences_by_assistant(self) -> dict[str, tuple[Absence, ...]]:
        found: dict[str, list[Absence]] = {}
        for absence in self.absences:
            found.setdefault(absence.assistant, []).append(absence)
        return {assistant: tuple(absences) for assistant, absences in found.items()}

    def absences_of(self, assistant: str | None) -> tuple[Absence, ...]:
        """Return the absences of an assistant; none for None."""
        return self._absences_by_assistant.get(assistant, ()) if assistant is not None else ()

    def absence_of(self, assistant: str | None, span: Span) -> Absence | None:
        """Return the whole absence that takes an assistant away from a span, or None."""
        return next((a for a in self.absences_of(assistant) if a.opens(assistant, span)), None)

    def expected(self, shift: Shift) -> str | None:
        """Return who is to come: the chosen substitute, else the planned assistant."""
        return self.substitutes.get(shift.id, shift.assistant)

    def holder(self, shift: Shift) -> str | None:
        """Return who will be there: who is to come; None when that one is absent."""
        expected = self.substitutes.get(shift.id, shift.assistant)
        if expected not in self._absences_by_assistant:  # nearly always: asked for each shift of a week
            return expected
        return None if self.absence_of(expected, shift.span) else expected

    def shifts_in(self, span: Span) -> tuple[Shift, ...]:
        """Return the shifts that share time with a span, in time order."""
        return tuple(sorted(_sharing(self, span), key=in_time))

    def request_for(self, shift: str) -> SubstituteRequest | None:
        """Return the latest request for a shift that was not withdrawn, or None."""
        live = (r for r in reversed(self.requests) if r.shift == shift and r.state is not RequestState.WITHDRAWN)
        return next(live, None)

    @cached_property
    def days(self) -> tuple[date, date] | None:
        """The first and the last local day that a shift starts on, or None without shifts."""
        if not self.shifts:
            return None
        zone, held = self.arrangement.zone, self.shifts_by_holder.values()
        first, last = min(shifts[0].span.start for shifts in held), max(shifts[-1].span.start for shifts in held)
        return first.astimezone(zone).date(), last.astimezone(zone).date()

    def placed(self, shift: Shift, *, span: Span, holder: str | None) -> Roster:
        """Return the roster with a shift moved to a time and a holder; a substitute chosen before is let go."""
        if self.holder(shift) == holder:
            return self.with_shift(shift.changed_to(replace(shift, span=span)))
        moved = shift.changed_to(replace(shift, span=span, assistant=holder))
        others = tuple(request for request in self.requests if request.shift != shift.id)
        return replace(self, shifts=self._shifts_with(moved), requests=others).after(self, {moved.id: moved})

    def with_shift(self, shift: Shift) -> Roster:
        """Return the roster with a shift added, or put in the place of the one with its id."""
        return replace(self, shifts=self._shifts_with(shift)).after(self, {shift.id: shift})

    def _shifts_with(self, shift: Shift) -> tuple[Shift, ...]:
        known = self.shifts_by_id.get(shift.id)
        if known is None:
            return (*self.shifts, shift)
        at = next(place for place, other in enumerate(self.shifts) if other is known)
        return (*self.shifts[:at], shift, *self.shifts[at + 1 :])

    def after(self, before: Roster, touched: Mapping[str, Shift | None]) -> Roster:
        """Return this roster, knowing already what it has in common with another.

        `touched` are the shifts, by id, that are not the same in both, or have not the same request; None for one that
        is gone. All absences are the same.
        """
        known = vars(before)  # a cached property keeps under its name what it worked out
        if "shifts_by_holder" in known:
            vars(self)["shifts_by_id"] = _by_id_after(before, touched)
            vars(self)["shifts_by_holder"] = _held_after(before, self, touched=touched)
            if "_ends_by_holder" in known:
                vars(self)["_ends_by_holder"] = _ends_after(before, self)
        return self


def first_week(roster: Roster, today: date) -> Week:
    """Return the week to begin with: this one, or the next in which something is planned."""
    week = Week.of(today)
    start = week.span(roster.arrangement.zone).start
    ahead = [shift.span.start for shift in roster.shifts if shift.span.end > start]
    return max(week, Week.of(min(ahead).astimezone(roster.arrangement.zone).date())) if ahead else week


def held_near(roster: Roster, span: Span) -> Iterable[tuple[str | None, tuple[Shift, ...]]]:
    """Return what each holds, in time order: all of it, or where that would have to be found out what is in a span.

    Who knows what somebody held need not look again at shifts that are the very same.
    """
    if "shifts_by_holder" in vars(roster):
        return roster.shifts_by_holder.items()
    return _by_holder(roster, roster.shifts_in(span)).items()


def _sharing(roster: Roster, span: Span) -> Iterator[Shift]:
    """Yield the shifts that share time with a span: of ten years by search, once it is known who holds what.

    Until then all are looked at: the first week is shown before that is found out.
    """
    start, end = span.start, span.end
    if "shifts_by_holder" not in vars(roster):
        yield from (shift for shift in roster.shifts if shift.span.start < end and start < shift.span.end)
        return
    for holder, shifts in roster.shifts_by_holder.items():
        first = bisect_right(roster._ends_by_holder[holder], start)
        last = bisect_left(shifts, end, lo=first, key=_start)
        yield from (shift for shift in shifts[first:last] if start < shift.span.end)


def _by_holder(roster: Roster, shifts: Iterable[Shift]) -> dict[str | None, tuple[Shift, ...]]:
    held: dict[str | None, list[Shift]] = {}
    for shift in shifts:
        who = roster.substitutes.get(shift.id, shift.assistant)
        held.setdefault(roster.holder(shift) if who in roster._absences_by_assistant else who, []).append(shift)
    return {holder: tuple(shifts) for holder, shifts in held.items()}


_Touched = Mapping[str, Shift | None]


def _by_id_after(before: Roster, touched: _Touched) -> dict[str, Shift]:
    found = {**before.shifts_by_id, **{name: shift for name, shift in touched.items() if shift is not None}}
    for name in (name for name, shift in touched.items() if shift is None):
        found.pop(name, None)
    return found


def _held_after(before: Roster, after: Roster, *, touched: _Touched) -> dict[str | None, tuple[Shift, ...]]:
    """Return who holds what after a change: whoever it does not touch holds the same as before."""
    came: dict[str | None, list[Shift]] = {}
    for name, shift in touched.items():
        if name in before.shifts_by_id:
            came.setdefault(before.holder(before.shifts_by_id[name]), [])
        if shift is not None:
            came.setdefault(after.holder(shift), []).append(shift)
    held = dict(before.shifts_by_holder)
    for holder, new in came.items():
        stay = [shift for shift in held.pop(holder, ()) if shift.id not in touched]
        if stay or new:
            held[holder] = _put_among(stay, new)
    return held


def _put_among(stay: list[Shift], new: list[Shift]) -> tuple[Shift, ...]:
    """Return shifts in time order, with others put among them: of ten years, the few that changed are sorted."""
    every: list[Shift] = []
    begin = 0
    for shift in sorted(new, key=in_time):
        at = bisect_left(stay, in_time(shift), lo=begin, key=in_time)
        every += (*stay[begin:at], shift)
        begin = at
    return (*every, *stay[begin:])


def _ends_after(before: Roster, after: Roster) -> dict[str | None, tuple[datetime, ...]]:
    """Return the latest ends after a change: whoever holds the same has the same."""
    held, known = before.shifts_by_holder, before._ends_by_holder
    return {
        holder: known[holder] if held.get(holder) is shifts else _latest_ends(shifts)
        for holder, shifts in after.shifts_by_holder.items()
    }


def _latest_ends(shifts: Iterable[Shift]) -> tuple[datetime, ...]:
    return tuple(accumulate((shift.span.end for shift in shifts), max))


def _start(shift: Shift) -> datetime:
    return shift.span.start


def in_time(shift: Shift) -> tuple[datetime, datetime, str]:
    """Return what shifts are put in the order of time by."""
    return shift.span.start, shift.span.end, shift.id


def _first_name(assistant: Assistant) -> str:
    return assistant.name.split()[0] if assistant.name.split() else ""
