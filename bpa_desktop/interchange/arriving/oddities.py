"""What the user should look at in what a file brings: what is here already, and who would be in two places at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bpa_desktop.domain.day_note import DayNote
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import Span
from bpa_desktop.domain.team import Assistant
from bpa_desktop.services.arrival import Arrival, Oddity

_FIGURES = 8
"""Of a telephone number in Norway: what stands before them is the country's."""


def with_oddities(arrivals: Sequence[Arrival], roster: Roster) -> tuple[Arrival, ...]:
    """Return what a file brings, with what of it is known already, and which shifts overlap others."""
    known = _known(arrivals, roster)
    new = {at: one.record for at, one in enumerate(arrivals) if isinstance(one.record, Shift) and at not in known}
    overlapping = _overlapping(new, roster)
    odd = ((Oddity.KNOWN, known), (Oddity.OVERLAPS, overlapping))
    return tuple(
        replace(one, oddities=(*(oddity for oddity, places in odd if at in places), *one.oddities))
        for at, one in enumerate(arrivals)
    )


def _known(arrivals: Sequence[Arrival], roster: Roster) -> set[int]:
    """Return the places in the sequence of what is here already, or came before in the same file."""
    here = {sign for one in roster.assistants for sign in _signs_of_person(one)}
    if any(isinstance(one.record, Shift) for one in arrivals):
        here |= {(one.span, who) for one in roster.shifts for who in (one.assistant, roster.holder(one))}
    known = set[int]()
    for at, one in enumerate(arrivals):
        signs = set(_signs(one.record))
        if not here.isdisjoint(signs):
            known.add(at)
        here |= signs
    return known


def _signs(record: Assistant | Shift | DayNote) -> Iterable[object]:
    if isinstance(record, Shift):
        return ((record.span, record.assistant),)
    if isinstance(record, DayNote):
        return ((record.first, record.last, record.text.casefold()),)
    return _signs_of_person(record)


def _signs_of_person(person: Assistant) -> Iterator[object]:
    """Yield that by which somebody is known again: the name, the e-mail address, the telephone number."""
    yield "name", " ".join(person.name.casefold().split())
    if person.email.strip():
        yield "email", person.email.strip().casefold()
    figures = "".join(sign for sign in person.phone if sign.isdecimal())[-_FIGURES:]
    if len(figures) == _FIGURES:
        yield "phone", figures


def _overlapping(new: dict[int, Shift], roster: Roster) -> set[int]:
    """Return which of the new shifts share time with another of their holder, here or in the file."""
    held: dict[str, list[tuple[Span, int | None]]] = {}
    for at, shift in new.items():
        if shift.assistant is not None:
            held.setdefault(shift.assistant, []).append((shift.span, at))
    found = set[int]()
    for holder, shifts in held.items():
        here = ((shift.span, None) for shift in roster.shifts_by_holder.get(holder, ()))
        found |= set(_sharing_time(sorted((*shifts, *here), key=lambda one: one[0])))
    return found


def _sharing_time(shifts: Iterable[tuple[Span, int | None]]) -> Iterator[int]:
    """Yield the numbers of those that share time; they come in the order of their starts."""
    last: tuple[Span, int | None] | None = None
    for span, number in shifts:
        if last is not None and span.start < last[0].end:
            yield from (one for one in (number, last[1]) if one is not None)
        if last is None or span.end > last[0].end:
            last = span, number
