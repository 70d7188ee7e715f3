"""Roster (arbeidsplan): an arrangement with everything planned in it, looked at together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cached_property
from itertools import chain

from bpa_desktop.domain.absence import Absence
from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.domain.award import Award
from bpa_desktop.domain.base_amount import ExpectedBaseAmount
from bpa_desktop.domain.day_note import DayNote
from bpa_desktop.domain.fallback import FallbackContact
from bpa_desktop.domain.held import Held, in_time
from bpa_desktop.domain.household import Household
from bpa_desktop.domain.invoice import Invoice
from bpa_desktop.domain.kept import Kept, Listed, kept_of
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
    shifts: Sequence[Shift] = ()
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
    def shifts_by_id(self) -> Kept[Shift]:
        """Every shift by id."""
        return kept_of(self.shifts)

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
        return {holder: held.all for holder, held in self._held.items()}

    @cached_property
    def _held(self) -> dict[str | None, Held]:
        by_holder = _by_holder(self, sorted(self.shifts, key=in_time))
        return {holder: Held.of(shifts) for holder, shifts in by_holder.items()}

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
        return tuple(sorted(chain.from_iterable(held_in(self, span).values()), key=in_time))

    def request_for(self, shift: str) -> SubstituteRequest | None:
        """Return the latest request for a shift that was not withdrawn, or None."""
        live = (r for r in reversed(self.requests) if r.shift == shift and r.state is not RequestState.WITHDRAWN)
        return next(live, None)

    @cached_property
    def days(self) -> tuple[date, date] | None:
        """The first and the last local day that a shift starts on, or None without shifts."""
        if not self._held:
            return None
        zone, held = self.arrangement.zone, self._held.values()
        first, last = min(each.first.span.start for each in held), max(each.last.span.start for each in held)
        return first.astimezone(zone).date(), last.astimezone(zone).date()

    def placed(self, shift: Shift, *, span: Span, holder: str | None) -> Roster:
        """Return the roster with a shift moved to a time and a holder; a substitute chosen before is let go."""
        if self.holder(shift) == holder:
            return self.with_shift(shift.changed_to(replace(shift, span=span)))
        moved = shift.changed_to(replace(shift, span=span, assistant=holder))
        others = tuple(request for request in self.requests if request.shift != shift.id)
        return replace(self, shifts=self._shifts_with(moved), requests=others).after(self, (moved.id,))

    def with_shift(self, shift: Shift) -> Roster:
        """Return the roster with a shift added, or put in the place of the one with its id."""
        return replace(self, shifts=self._shifts_with(shift)).after(self, (shift.id,))

    def _shifts_with(self, shift: Shift) -> Listed[Shift]:
        return Listed(self.shifts_by_id.changed({shift.id: shift}))

    def after(self, before: Roster, touched: Iterable[str]) -> Roster:
        """Return this roster, knowing already what it has in common with another.

        `touched` are the ids of the shifts that are not the same in both, or that somebody else may hold now.
        """
        known = vars(before)  # a cached property keeps under its name what it worked out
        if "substitutes" in known and self.requests is before.requests:
            vars(self)["substitutes"] = before.substitutes
        if "_absences_by_assistant" in known and self.absences is before.absences:
            vars(self)["_absences_by_assistant"] = before._absences_by_assistant
        if "_held" in known:
            vars(self)["_held"] = _held_after(before, self, touched=touched)
        return self


def first_week(roster: Roster, today: date) -> Week:
    """Return the week to begin with: this one, or the next in which something is planned."""
    week = Week.of(today)
    start = week.span(roster.arrangement.zone).start
    ahead = [shift.span.start for shift in roster.shifts if shift.span.end > start]
    return max(week, Week.of(min(ahead).astimezone(roster.arrangement.zone).date())) if ahead else week


def held_in(roster: Roster, span: Span) -> dict[str | None, tuple[Shift, ...]]:
    """Return what each holds that shares time with a span, in time order: of ten years by search.

    Until it is known who holds what, all are looked at: the first week is shown before that is found out.
    """
    if "_held" in vars(roster):
        inside = ((holder, tuple(held.sharing(span))) for holder, held in roster._held.items())
        return {holder: shifts for holder, shifts in inside if shifts}
    start, end = span.start, span.end
    shared = [shift for shift in roster.shifts if shift.span.start < end and start < shift.span.end]
    return _by_holder(roster, sorted(shared, key=in_time))


def held_by(roster: Roster, holder: str | None, *, span: Span) -> tuple[Shift, ...]:
    """Return what somebody, or nobody, holds that shares time with a span, in time order."""
    return tuple(roster._held.get(holder, Held()).sharing(span))


def held_ahead(roster: Roster, holder: str | None, *, now: datetime) -> tuple[Shift, ...]:
    """Return what somebody, or nobody, holds that is not over yet, in time order."""
    return held_by(roster, holder, span=Span(now, datetime.max.replace(tzinfo=UTC)))


def held_differently(roster: Roster, holder: str | None, *, other: Roster) -> tuple[Shift, ...]:
    """Return what somebody holds in a roster, in time order, without most of what they hold in another too."""
    return tuple(roster._held.get(holder, Held()).other_than(other._held.get(holder, Held())))


def _by_holder(roster: Roster, shifts: Iterable[Shift]) -> dict[str | None, tuple[Shift, ...]]:
    held: dict[str | None, list[Shift]] = {}
    for shift in shifts:
        who = roster.substitutes.get(shift.id, shift.assistant)
        held.setdefault(roster.holder(shift) if who in roster._absences_by_assistant else who, []).append(shift)
    return {holder: tuple(shifts) for holder, shifts in held.items()}


def _held_after(before: Roster, after: Roster, *, touched: Iterable[str]) -> dict[str | None, Held]:
    """Return who holds what after a change: whoever it does not touch holds the same as before."""
    gone: dict[str | None, list[Shift]] = {}
    came: dict[str | None, list[Shift]] = {}
    for name in frozenset(touched):
        for roster, shifts in ((before, gone), (after, came)):
            shift = roster.shifts_by_id.get(name)
            if shift is not None:
                shifts.setdefault(roster.holder(shift), []).append(shift)
    held = dict(before._held)
    for holder in (*gone, *(holder for holder in came if holder not in gone)):
        now = held.pop(holder, Held()).changed(gone.get(holder, ()), came.get(holder, ()))
        if now.blocks:
            held[holder] = now
    return held


def _first_name(assistant: Assistant) -> str:
    return assistant.name.split()[0] if assistant.name.split() else ""
