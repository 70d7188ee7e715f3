"""Which shift a sentence means. Plain Python."""

from __future__ import annotations

from collections.abc import Iterable

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import days_span
from bpa_desktop.ui.roster.sentence_wish import Lack, Problem, Which, Who
from bpa_desktop.ui.roster.sentence_words import Deed
from bpa_desktop.ui.widgets.time_entry import entry_of


def meant(which: Which, roster: Roster, *, deed: Deed, receiver: Who | None = None) -> Shift | Problem:
    """Return the one shift that fits, else what is lacking.

    A shift is theirs who will be there, else theirs who was planned. Where it is for a receiver, an open one goes
    before those of others, and these before the receiver's own.
    """
    zone = roster.arrangement.zone
    that_day = [
        shift
        for shift in roster.shifts_in(days_span(which.day, which.day, zone=zone))
        if shift.span.first_day(zone) == which.day
    ]
    theirs = _of(that_day, which.who, roster=roster)
    fitting = [shift for shift in theirs if which.times in (None, entry_of(shift.span, zone))]
    if which.who is None and receiver is not None:
        fitting = _best_for(fitting, receiver, roster=roster)
    if len(fitting) == 1:
        return fitting[0]
    if not fitting:
        return Problem(Lack.NO_SUCH_SHIFT, deed, known=_ids(theirs), which=which)
    lack = Lack.SEVERAL_SHIFTS if which.times is None else Lack.SAME_SHIFTS
    return Problem(lack, deed, known=_ids(fitting), which=which)


def _of(shifts: list[Shift], who: Who | None, *, roster: Roster) -> list[Shift]:
    if who is None:
        return shifts
    held = [shift for shift in shifts if roster.holder(shift) == who.id]
    planned = [shift for shift in shifts if who.id is not None and shift.assistant == who.id and shift not in held]
    return [*held, *planned]


def _best_for(shifts: list[Shift], receiver: Who, *, roster: Roster) -> list[Shift]:
    unheld = [shift for shift in shifts if roster.holder(shift) is None]
    others = [shift for shift in shifts if roster.holder(shift) != receiver.id]
    if receiver.id is None:
        return others or shifts
    return unheld or others or shifts


def _ids(shifts: Iterable[Shift]) -> tuple[str, ...]:
    return tuple(shift.id for shift in shifts)
