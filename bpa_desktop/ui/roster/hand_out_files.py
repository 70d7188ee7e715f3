"""The files in which shifts are handed out, each with what its dialog says and what stands in it."""

from __future__ import annotations

from dataclasses import dataclass

from bpa_desktop.data.resources import sheet_layouts
from bpa_desktop.i18n import mark
from bpa_desktop.interchange.sheet import sheet_pdf
from bpa_desktop.interchange.shift_files import shift_file
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.roster.handed import Handed


@dataclass(frozen=True)
class FileKind:
    """A kind of file by its ending: the button, the dialog's title, and what the dialog shows."""

    ending: str
    button: str
    title: str
    shown: str

    def content(self, desk: Desk, handed: Handed) -> bytes:
        """Return what stands in the file."""
        if self is PDF:
            return sheet_pdf(handed.paper(desk), sheet_layouts())
        words, extent = handed.words(desk, desk.language), handed.extent(desk)
        return shift_file(self.ending, desk.history, words=words, extent=extent)


PDF = FileKind("pdf", mark("&Save as PDF…"), mark("Save the sheet as a PDF"), mark("PDF files (*.pdf)"))
OTHERS = (
    FileKind("ics", mark("Calen&dar file…"), mark("Save as a calendar"), mark("Calendar files (*.ics)")),
    FileKind("csv", mark("Ta&ble (CSV)…"), mark("Save as a table"), mark("Tables (*.csv)")),
    FileKind("xlsx", mark("Wor&kbook (XLSX)…"), mark("Save as a workbook"), mark("Workbooks (*.xlsx)")),
)
