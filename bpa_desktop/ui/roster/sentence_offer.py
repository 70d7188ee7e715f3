"""What a wish would do to the roster, told first and done then, by the verbs that keys call. No Qt but the desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from bpa_desktop.domain.absence import Absence
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import EmptySpanError, Span, days_span
from bpa_desktop.services import shift as verbs
from bpa_desktop.services.absence import OverlapError, opened_by, refuse_overlap, register_absence
from bpa_desktop.texts import error_text
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.roster import moves
from bpa_desktop.ui.roster import sentence_wording as wording
from bpa_desktop.ui.roster.sentence_shift import meant
from bpa_desktop.ui.roster.sentence_wish import (
    BeAway,
    GiveShift,
    MoveShift,
    NewShift,
    Problem,
    RemoveShift,
    Which,
    Who,
)
from bpa_desktop.ui.roster.sentence_words import Deed
from bpa_desktop.ui.widgets.time_entry import TimeEntry

Act = Callable[[], "str | None"]
"""Does it; returns the id of the shift to follow, None where there is none any more."""


@dataclass(frozen=True)
class Offer:
    """What would be done, and the roster then; and where the focus belongs: on a shift, else on a day in a row."""

    text: str
    day: date
    row: str | None
    after: Roster
    act: Act


class RefusedError(Exception):
    """The program would refuse it; the words to say."""


def offered(desk: Desk, wish: NewShift | MoveShift | GiveShift | RemoveShift | BeAway) -> Offer:
    """Return what a wish would do. Raises RefusedError."""
    if isinstance(wish, NewShift):
        return _new(desk, wish)
    if isinstance(wish, MoveShift):
        return _move(desk, wish)
    if isinstance(wish, GiveShift):
        return _give(desk, wish)
    return _remove(desk, wish) if isinstance(wish, RemoveShift) else _away(desk, wish)


def _new(desk: Desk, wish: NewShift) -> Offer:
    plan = Shift("", _span(desk, wish.times, day=wish.day), wish.who.id)
    place = verbs.Place(plan.id, plan.span, plan.assistant)
    after = desk.roster.with_shift(plan)
    _refuse(moves.refused(desk, after, place=place))
    text = wording.new_words(desk.language, desk.roster, plan=plan)
    return Offer(text, wish.day, wish.who.id, after, lambda: verbs.add_shift(desk.history, plan).id)


def _move(desk: Desk, wish: MoveShift) -> Offer:
    shift = _meant(desk, wish.which, deed=Deed.MOVE)
    place = _place(desk, wish, shift=shift)
    _refuse(moves.refused_place(desk, place))
    text = wording.move_words(desk.language, desk.roster, shift=shift, place=place)
    return _placed(desk, text, place=place)


def _place(desk: Desk, wish: MoveShift, *, shift: Shift) -> verbs.Place:
    home = shift.span.first_day(desk.zone)
    holder = wish.who.id if wish.who is not None else desk.roster.holder(shift)
    if wish.times is not None:
        return verbs.Place(shift.id, _span(desk, wish.times, day=wish.day or home), holder)
    return moves.in_cell(desk, shift, day=wish.day or home, row=holder)


def _give(desk: Desk, wish: GiveShift) -> Offer:
    shift = _meant(desk, wish.which, deed=Deed.GIVE, receiver=wish.to)
    _refuse(moves.refused_gift(desk, shift, assistant=wish.to.id))
    text = wording.give_words(desk.language, desk.roster, shift=shift, receiver=wish.to.id)
    return _placed(desk, text, place=verbs.Place(shift.id, shift.span, wish.to.id))


def _placed(desk: Desk, text: str, *, place: verbs.Place) -> Offer:
    def act() -> str:
        _refuse(moves.to_place(desk, place))
        return place.shift

    after = verbs.roster_placed(desk.history, place)
    return Offer(text, place.span.first_day(desk.zone), place.holder, after, act)


def _remove(desk: Desk, wish: RemoveShift) -> Offer:
    shift = _meant(desk, wish.which, deed=Deed.REMOVE)
    _refuse(moves.refused_lock(desk, shift))
    text = wording.remove_words(desk.language, desk.roster, shift=shift)

    def act() -> None:
        _refuse(moves.done(desk, lambda: verbs.remove_shifts(desk.history, [shift.id])))

    after = replace(desk.roster, shifts=tuple(one for one in desk.roster.shifts if one.id != shift.id))
    return Offer(text, wish.which.day, desk.roster.holder(shift), after, act)


def _away(desk: Desk, wish: BeAway) -> Offer:
    days = days_span(wish.first, wish.last, zone=desk.zone)
    span = days if wish.times is None else _span(desk, wish.times, day=wish.first)
    absence = Absence("", wish.who, span, wish.kind)
    try:
        refuse_overlap(desk.roster, absence)
    except OverlapError as error:
        raise RefusedError(error_text(desk.language, error)) from error
    opened = opened_by(desk.roster, absence)
    text = wording.away_words(desk.language, desk.roster, absence=absence, hide_kind=desk.hides_kinds)

    def act() -> str | None:
        register_absence(desk.history, absence)
        return opened[0].id if opened else None

    after = replace(desk.roster, absences=(*desk.roster.absences, absence))
    return Offer(text, opened[0].span.first_day(desk.zone) if opened else wish.first, wish.who, after, act)


def _meant(desk: Desk, which: Which, *, deed: Deed, receiver: Who | None = None) -> Shift:
    found = meant(which, desk.roster, deed=deed, receiver=receiver)
    if isinstance(found, Problem):
        raise RefusedError(wording.problem_words(desk.language, desk.roster, problem=found))
    return found


def _span(desk: Desk, times: TimeEntry, *, day: date) -> Span:
    try:
        return times.span(day, desk.zone)
    except EmptySpanError as error:
        text = desk.language.text("Write when the shift begins and ends, such as 8-15 or 22-8.")
        raise RefusedError(text) from error


def _refuse(refusal: moves.Refusal) -> None:
    if refusal is not None:
        raise RefusedError(refusal)
