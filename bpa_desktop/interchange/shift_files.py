"""The files for other programs in which shifts are handed out, each by its ending."""

from __future__ import annotations

from bpa_desktop.interchange.calendar_file import write_calendar
from bpa_desktop.interchange.table_file import write_table
from bpa_desktop.interchange.workbook import write_workbook
from bpa_desktop.services.calendar import calendar_of
from bpa_desktop.services.handout import Extent
from bpa_desktop.services.history import History
from bpa_desktop.texts.listing import shift_listing
from bpa_desktop.texts.shift_words import ShiftWords


def _calendar(history: History, words: ShiftWords, *, extent: Extent) -> bytes:
    return write_calendar(words, calendar_of(history, extent=extent))


def _table(_history: History, words: ShiftWords, *, extent: Extent) -> bytes:
    return write_table(words.language, shift_listing(words, extent))


def _workbook(_history: History, words: ShiftWords, *, extent: Extent) -> bytes:
    return write_workbook(words.language, shift_listing(words, extent), title=words.roster.arrangement.name)


def shift_file(ending: str, history: History, *, words: ShiftWords, extent: Extent) -> bytes:
    """Return the shifts of an extent as an ics, csv or xlsx file. Raises KeyError for another ending."""
    return {"ics": _calendar, "csv": _table, "xlsx": _workbook}[ending](history, words, extent=extent)
