"""The files in which shifts are handed out, each with what its dialog says and what stands in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bpa_desktop.data.resources import resources_folder
from bpa_desktop.i18n import mark
from bpa_desktop.interchange.calendar_file import write_calendar
from bpa_desktop.interchange.sheet import sheet_pdf
from bpa_desktop.interchange.table_file import write_table
from bpa_desktop.interchange.workbook import write_workbook
from bpa_desktop.services.calendar import calendar_of
from bpa_desktop.texts.listing import Listing, shift_listing
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.roster.handed import Handed

LAYOUTS = resources_folder() / "sheets"


@dataclass(frozen=True)
class FileKind:
    """A kind of file by its ending: the button, the dialog's title, what the dialog shows, and the content."""

    ending: str
    button: str
    title: str
    shown: str
    content: Callable[[Desk, Handed], bytes]


def _pdf(desk: Desk, handed: Handed) -> bytes:
    return sheet_pdf(handed.paper(desk), LAYOUTS)


def _calendar(desk: Desk, handed: Handed) -> bytes:
    events = calendar_of(desk.history, extent=handed.extent(desk))
    return write_calendar(handed.words(desk, desk.language), events)


def _listing(desk: Desk, handed: Handed) -> Listing:
    return shift_listing(handed.words(desk, desk.language), handed.extent(desk))


def _table(desk: Desk, handed: Handed) -> bytes:
    return write_table(desk.language, _listing(desk, handed))


def _workbook(desk: Desk, handed: Handed) -> bytes:
    return write_workbook(desk.language, _listing(desk, handed), title=desk.roster.arrangement.name)


PDF = FileKind("pdf", mark("&Save as PDF…"), mark("Save the sheet as a PDF"), mark("PDF files (*.pdf)"), _pdf)
OTHERS = (
    FileKind("ics", mark("Calen&dar file…"), mark("Save as a calendar"), mark("Calendar files (*.ics)"), _calendar),
    FileKind("csv", mark("Ta&ble (CSV)…"), mark("Save as a table"), mark("Tables (*.csv)"), _table),
    FileKind("xlsx", mark("Wor&kbook (XLSX)…"), mark("Save as a workbook"), mark("Workbooks (*.xlsx)"), _workbook),
)
