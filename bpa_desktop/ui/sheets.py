"""Sheets of paper in the window: one is shown, saved and printed in the same way, whatever it tells."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from bpa_desktop.data.resources import sheet_layouts
from bpa_desktop.interchange.sheet import Sheet, sheet_pages, sheet_pdf
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.file_save import Wish, choose_place, save_and_say
from bpa_desktop.ui.widgets.paper import Paper


def show_sheet(preview: Paper, sheet: Sheet) -> None:
    """Show a sheet as it will be printed."""
    preview.show_pages(sheet_pages(sheet, sheet_layouts()), text=sheet.text)


def save_sheet(desk: Desk, sheet: Sheet, *, name: str, parent: QWidget) -> None:
    """Ask where a sheet shall be as a PDF, propose a name without its ending, write it and say so."""
    text = desk.language.text
    path = choose_place(parent, Wish(text("Save the sheet as a PDF"), text("PDF files (*.pdf)"), f"{name}.pdf"))
    if path is not None:
        save_and_say(desk, path, content=sheet_pdf(sheet, sheet_layouts()))


def print_sheet(desk: Desk, sheet: Sheet, *, parent: QWidget) -> None:
    """Ask for a printer, print a sheet and say so."""
    from bpa_desktop.ui.printing import print_pages  # brings the printing part of Qt

    if print_pages(sheet_pages(sheet, sheet_layouts()), parent):
        desk.bulletin.said.emit(desk.language.text("Sent to the printer."))
