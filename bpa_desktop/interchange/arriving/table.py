"""Tables of shifts or of people, whatever they were kept in: which of the two, the headings tell."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bpa_desktop.domain.roster import Roster
from bpa_desktop.interchange.arriving.headings import Columns, people_columns, shift_columns
from bpa_desktop.interchange.arriving.limits import MOST_HEADING_ROWS
from bpa_desktop.interchange.arriving.people_rows import person_of
from bpa_desktop.interchange.arriving.plain_text import quoted, tidy
from bpa_desktop.interchange.arriving.refusal import ForeignFileError, LeftOutError, refuse_more
from bpa_desktop.interchange.arriving.row import Row, row_of
from bpa_desktop.interchange.arriving.shift_rows import ShiftReader
from bpa_desktop.services.arrival import Arrival, LeftOut

Lines = Iterator[tuple[int, Sequence[str]]]
"""The lines of a table as texts, each with its number, from 1."""
_MOST_QUOTED = 8


@dataclass(frozen=True)
class _Headings:
    """What stands in the line of the headings: where shifts or people have their fields, and the words themselves."""

    words: tuple[str, ...] = ()
    shifts: Columns | None = None
    people: Columns | None = None

    @property
    def is_understood(self) -> bool:
        return self.shifts is not None or self.people is not None


def read_table(tables: Iterable[Lines], roster: Roster, *, today: date) -> Iterator[Arrival | LeftOut]:
    """Yield what the first table brings whose headings are understood. Raises ForeignFileError."""
    most = _Headings()
    for lines in tables:
        headings = _headings(lines)
        if headings.is_understood:
            yield from _read(lines, headings, roster=roster, today=today)
            return
        most = max(most, headings, key=lambda one: len(one.words))
    found = ", ".join(map(quoted, most.words[:_MOST_QUOTED]))
    raise ForeignFileError("no_columns", {"found": found})


def _headings(lines: Lines) -> _Headings:
    """Return the headings, leaving the lines below them; those with the most words where none are understood."""
    most = _Headings()
    for _, cells in itertools.islice(lines, MOST_HEADING_ROWS):
        words = tuple(word for word in map(tidy, cells) if word)
        found = _Headings(words, shift_columns(cells), people_columns(cells))
        if found.is_understood:
            return found
        most = max(most, found, key=lambda one: len(one.words))
    return most


def _read(lines: Lines, headings: _Headings, *, roster: Roster, today: date) -> Iterator[Arrival | LeftOut]:
    shifts = ShiftReader(roster)
    columns = headings.shifts or headings.people or {}
    for row in _filled(row_of(place, cells, columns=columns) for place, cells in lines):
        try:
            yield shifts.arrival(row) if headings.shifts is not None else person_of(row, today=today)
        except LeftOutError as error:
            yield LeftOut(row.place, error.code, {"unit": "row", **error.facts})


def _filled(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows in which anything stands. Raises ForeignFileError where they are too many."""
    found = 0
    for row in rows:
        if row.fields:
            found += 1
            refuse_more(found)
            yield row
