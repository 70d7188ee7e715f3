"""What other programs wrote (tables, workbooks, calendars, cards) to what it would bring: the one entry."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bpa_desktop.domain.roster import Roster
from bpa_desktop.interchange.arriving.calendar_events import read_calendar
from bpa_desktop.interchange.arriving.cards import read_cards
from bpa_desktop.interchange.arriving.csv_rows import csv_tables
from bpa_desktop.interchange.arriving.kind import Kind, binary_kind, is_like_a_store, text_kind
from bpa_desktop.interchange.arriving.limits import LARGEST_MEBIBYTES, MEBIBYTE
from bpa_desktop.interchange.arriving.oddities import with_oddities
from bpa_desktop.interchange.arriving.plain_text import decoded
from bpa_desktop.interchange.arriving.refusal import ForeignFileError, refuse_more
from bpa_desktop.interchange.arriving.table import read_table
from bpa_desktop.interchange.arriving.workbook_rows import workbook_tables
from bpa_desktop.services.arrival import Arrival, Arrivals, LeftOut


def read_foreign(data: bytes, roster: Roster, *, today: date) -> Arrivals:
    """Return what a file brings; what it is, its bytes tell. Raises ForeignFileError (`arriving/refusal.py`)."""
    if len(data) > LARGEST_MEBIBYTES * MEBIBYTE:
        raise ForeignFileError("too_large", {"mebibytes": str(LARGEST_MEBIBYTES)})
    found: list[Arrival] = []
    left_out: list[LeftOut] = []
    for one in _read(data, roster, today=today):
        if isinstance(one, Arrival):
            found.append(one)
        else:
            left_out.append(one)
        refuse_more(len(found))
    if not found and not left_out:
        raise ForeignFileError("empty")
    return Arrivals(with_oddities(found, roster), tuple(left_out))


def _read(data: bytes, roster: Roster, *, today: date) -> Iterator[Arrival | LeftOut]:
    if binary_kind(data) is Kind.WORKBOOK:
        return read_table(workbook_tables(data), roster, today=today)
    text = _text(data)
    kind = text_kind(text)
    if kind is Kind.CALENDAR:
        return read_calendar(text, roster, today=today)
    if kind is Kind.CARDS:
        return read_cards(text, today=today)
    return read_table(csv_tables(text), roster, today=today)


def _text(data: bytes) -> str:
    try:
        return decoded(data)
    except ForeignFileError as error:
        if is_like_a_store(data):
            raise ForeignFileError("backup") from error
        raise
