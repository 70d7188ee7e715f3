"""Shifts as a table for other programs: a line a shift, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import Week
from bpa_desktop.services.handout import Extent, handed_out
from bpa_desktop.texts.shift_words import ShiftWords
from bpa_desktop.texts.words import word

Cell = str | int | date | time | Decimal


@dataclass(frozen=True)
class Listing:
    """A table: what its columns are called, and its lines with a cell for each column."""

    columns: tuple[str, ...]
    lines: tuple[tuple[Cell, ...], ...]


def shift_listing(words: ShiftWords, extent: Extent) -> Listing:
    """Return the shifts of an extent as a table: when, hours, who, kind, state, and what more is asked for."""
    columns = (*_times(words), *_always(words), *_asked(words))
    lines = tuple(tuple(cell(shift) for _, cell in columns) for shift in handed_out(words.roster, extent))
    return Listing(tuple(name for name, _ in columns), lines)


_Column = tuple[str, Callable[[Shift], Cell]]


def _times(words: ShiftWords) -> tuple[_Column, ...]:
    language, zone = words.language, words.roster.arrangement.zone
    text = language.text
    return (
        (text("Week"), lambda shift: Week.of(words.begins(shift)).number),
        (text("Weekday"), lambda shift: language.date(words.begins(shift), "weekday")),
        (text("Date"), words.begins),
        (text("Start"), lambda shift: shift.span.start.astimezone(zone).time()),
        (text("End date"), lambda shift: shift.span.end.astimezone(zone).date()),
        (text("End"), lambda shift: shift.span.end.astimezone(zone).time()),
        (text("Hours"), lambda shift: shift.span.hours),
    )


def _always(words: ShiftWords) -> tuple[_Column, ...]:
    text = words.language.text
    return (
        (text("Assistant"), words.who),
        (text("Kind"), lambda shift: word(words.language, shift.kind)),
        (text("State"), lambda shift: word(words.language, shift.state)),
    )


def _asked(words: ShiftWords) -> Iterator[_Column]:
    text, contents = words.language.text, words.contents
    if contents.places:
        yield text("Place"), lambda shift: shift.place
    if contents.tasks:
        yield text("Tasks"), lambda shift: ", ".join(shift.tasks)
    if contents.notes:
        yield text("Note"), lambda shift: shift.note
