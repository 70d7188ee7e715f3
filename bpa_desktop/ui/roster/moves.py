"""Moves a shift in time or to somebody else: calls the verbs, refuses in words what makes no sense. No Qt but the desk.

Each function returns a refusal to be said, or None when it was done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift, ShiftState
from bpa_desktop.domain.span import Span, shifted_days
from bpa_desktop.services import shift as verbs
from bpa_desktop.services.booking import TakenError, is_taken
from bpa_desktop.services.locked import LockedError
from bpa_desktop.services.overdraw import OverdrawnError, overdrawn_by
from bpa_desktop.services.shift_lock import is_locked
from bpa_desktop.texts import error_text, name_of, span_text
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.roster.gesture import Drop

Refusal = str | None


def by_days(desk: Desk, shifts: Iterable[Shift], *, days: int) -> Refusal:
    """Move shifts by whole days, all or none; whoever holds one keeps it, unless they are absent then."""
    return placed(desk, [later(desk, shift, days=days) for shift in shifts])


def later(desk: Desk, shift: Shift, *, days: int) -> verbs.Place:
    """Return where a shift stands so many days later, with who holds it."""
    return verbs.Place(shift.id, shifted_days(shift.span, days, zone=desk.zone), desk.roster.holder(shift))


def placed(desk: Desk, places: Sequence[verbs.Place]) -> Refusal:
    """Move shifts to places, all or none, in one step; who is absent then cannot have one."""
    for place in places:
        if _is_absent(desk, place.holder, span=place.span):
            return _absent_text(desk, place.holder, span=place.span)
    return done(desk, lambda: verbs.place_shifts(desk.history, places))


def refused(desk: Desk, after: Roster, *, place: verbs.Place) -> Refusal:
    """Return why a shift could not stand at a place, where that would make this roster; nothing is changed."""
    if _is_absent(desk, place.holder, span=place.span):
        return _absent_text(desk, place.holder, span=place.span)
    if stays(desk, place):
        return refused_lock(desk, desk.roster.shifts_by_id[place.shift])
    error = overdrawn_by(desk.roster, after, on=desk.today)
    return error_text(desk.language, error) if error is not None else None


def stays(desk: Desk, place: verbs.Place) -> bool:
    """Tell whether a lock keeps a shift from standing at a place; whoever steps in for an absent one may have it."""
    shift = desk.roster.shifts_by_id.get(place.shift)
    if shift is None or not is_locked(desk.history, shift.id):
        return False
    steps_in = place.holder is not None and _is_absent(desk, shift.assistant, span=shift.span)
    return place.span != shift.span or not (steps_in or place.holder == shift.assistant)


def refused_lock(desk: Desk, shift: Shift) -> Refusal:
    """Return that a shift is locked, or None where it is not."""
    return error_text(desk.language, LockedError(shift, desk.zone)) if is_locked(desk.history, shift.id) else None


def by_minutes(desk: Desk, shifts: Iterable[Shift], *, minutes: int) -> Refusal:
    """Move shifts by so many minutes, all or none, as by days."""
    by, holder = timedelta(minutes=minutes), desk.roster.holder
    return placed(desk, [verbs.Place(shift.id, shift.span.moved(by), holder(shift)) for shift in shifts])


def to_place(desk: Desk, place: verbs.Place) -> Refusal:
    """Move a shift to a place; one that keeps its time is given away."""
    shift = desk.roster.shifts_by_id[place.shift]
    if place.span == shift.span:
        return given(desk, [shift], assistant=place.holder)
    return placed(desk, [place])


def refused_place(desk: Desk, place: verbs.Place) -> Refusal:
    """Return what `to_place` would refuse, or None; nothing is changed."""
    shift = desk.roster.shifts_by_id[place.shift]
    if place.span == shift.span:
        return refused_gift(desk, shift, assistant=place.holder)
    return refused(desk, desk.roster.placed(shift, span=place.span, holder=place.holder), place=place)


def in_cell(desk: Desk, shift: Shift, *, day: date, row: str | None) -> verbs.Place:
    """Return where a shift stands that begins on a day, with an assistant or nobody."""
    return replace(later(desk, shift, days=(day - shift.span.first_day(desk.zone)).days), holder=row)


def put_down(desk: Desk, drop: Drop) -> verbs.Place:
    """Return where a shift would stand that is put down."""
    return verbs.Place(drop.shift, drop.span_of(desk.roster.shifts_by_id[drop.shift].span, desk.zone), drop.row)


def done(desk: Desk, act: Callable[[], object]) -> Refusal:
    """Do something, unless an award that may not be overdrawn refuses it, or a shift's lock."""
    try:
        act()
    except (OverdrawnError, LockedError) as error:
        return error_text(desk.language, error)
    return None


def given(desk: Desk, shifts: Iterable[Shift], *, assistant: str | None) -> Refusal:
    """Give shifts to an assistant, or to nobody, all or none in one step; those that are theirs already stay."""
    wanted = [shift for shift in shifts if desk.roster.holder(shift) != assistant]
    return _assigned(desk, [(shift, assistant) for shift in wanted]) if wanted else _has_already(desk, assistant)


def swapped(desk: Desk, shift: Shift, *, other: Shift) -> Refusal:
    """Let who is to come to a shift and to another change places, unless either is absent then."""
    holders = [(shift, desk.roster.expected(other)), (other, desk.roster.expected(shift))]
    if holders[0][1] is holders[1][1] is None:
        return desk.language.text("Both shifts are open: nobody can swap")
    if holders[0][1] == holders[1][1]:
        return desk.language.text("Both shifts are with the same person. Choose two people's")
    return _changing_hands(desk, holders, act=lambda: verbs.swap_shifts(desk.history, shift.id, second=other.id))


def _assigned(desk: Desk, holders: Sequence[tuple[Shift, str | None]]) -> Refusal:
    """Give each shift to its holder, all or none."""
    wanted = {shift.id: assistant for shift, assistant in holders}
    return _changing_hands(desk, holders, act=lambda: verbs.assign_shifts(desk.history, wanted))


def _changing_hands(desk: Desk, holders: Sequence[tuple[Shift, str | None]], *, act: Callable[[], object]) -> Refusal:
    """Do what gives each shift to its holder; who is absent then cannot have one."""
    for shift, assistant in holders:
        if _is_absent(desk, assistant, span=shift.span):
            return _absent_text(desk, assistant, span=shift.span)
    try:
        return done(desk, act)
    except TakenError as error:
        return _taken_text(desk, error.args[0])


def refused_gift(desk: Desk, shift: Shift, *, assistant: str | None) -> Refusal:
    """Return what `given` would refuse, or None; nothing is changed."""
    if _is_absent(desk, assistant, span=shift.span):
        return _absent_text(desk, assistant, span=shift.span)
    if assistant == desk.roster.holder(shift):
        return _has_already(desk, assistant)
    if stays(desk, verbs.Place(shift.id, shift.span, assistant)):
        return refused_lock(desk, shift)
    steps_in = assistant is not None and _is_absent(desk, shift.assistant, span=shift.span)
    if steps_in and assistant is not None and is_taken(desk.roster, shift, assistant=assistant):
        return _taken_text(desk, assistant)
    return None


def _has_already(desk: Desk, assistant: str | None) -> str:
    if assistant is None:
        return desk.language.text("The shift is open already")
    return desk.language.text(
        "{name} has this shift already", name=name_of(desk.language, desk.roster, assistant=assistant)
    )


def to_neighbours(desk: Desk, shifts: Iterable[Shift], *, rows: Sequence[str | None], step: int) -> Refusal:
    """Give each shift to the row above or below its own, all or none, passing over those who are absent then."""
    holders: list[tuple[Shift, str | None]] = []
    for shift in shifts:
        place = rows.index(desk.roster.holder(shift)) + step
        while 0 <= place < len(rows) and _is_absent(desk, rows[place], span=shift.span):
            place += step
        if not 0 <= place < len(rows):
            return desk.language.text("There is nobody further that way who can have it")
        holders.append((shift, rows[place]))
    return _assigned(desk, holders)


def stretched(desk: Desk, shifts: Iterable[Shift], *, start: int = 0, end: int = 0) -> Refusal:
    """Move the start or end of shifts by so many minutes, all or none."""
    longer = []
    for shift in shifts:
        first, last = shift.span.start + timedelta(minutes=start), shift.span.end + timedelta(minutes=end)
        if last - first < verbs.SHORTEST:
            return desk.language.text("A shift lasts at least 15 minutes")
        longer.append(replace(shift, span=Span(first, last)))
    return done(desk, lambda: verbs.edit_shifts(desk.history, longer))


def copied(desk: Desk, shifts: Iterable[Shift], *, places: Sequence[verbs.Place]) -> tuple[Shift, ...]:
    """Add shifts like these at their places, as drafts, in one step; open where the holder is absent then. Return them.

    Raises OverdrawnError.
    """
    plans = [
        replace(
            shift,
            span=place.span,
            assistant=None if _is_absent(desk, place.holder, span=place.span) else place.holder,
            state=ShiftState.DRAFT,
            published_at=None,
            rotation=None,
            actual=None,
        )
        for shift, place in zip(shifts, places, strict=True)
    ]
    return verbs.add_shifts(desk.history, plans)


def _is_absent(desk: Desk, assistant: str | None, *, span: Span) -> bool:
    return desk.roster.absence_of(assistant, span) is not None


def _taken_text(desk: Desk, assistant: str) -> str:
    name = name_of(desk.language, desk.roster, assistant=assistant)
    return desk.language.text("{name} has another shift at that time", name=name)


def _absent_text(desk: Desk, assistant: str | None, *, span: Span) -> str:
    name = name_of(desk.language, desk.roster, assistant=assistant)
    when = span_text(desk.language, span, zone=desk.zone)
    return desk.language.text("{name} is absent {when}: choose somebody else, or another day", name=name, when=when)
