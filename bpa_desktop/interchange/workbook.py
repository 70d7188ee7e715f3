"""A table as a workbook (XLSX): days, times and numbers as such, every text as a text."""

from __future__ import annotations

import io
from datetime import date, time
from decimal import Decimal

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from bpa_desktop.i18n import Language
from bpa_desktop.interchange.plain_cells import plain
from bpa_desktop.texts.listing import Cell, Listing

_FORMS = {date: "dd.mm.yyyy", time: "hh:mm", Decimal: "0.##"}
_WIDTH = 14
"""Of a column, in letters."""


def write_workbook(language: Language, listing: Listing, *, title: str, tab: str = "") -> bytes:
    """Return a workbook with one sheet of the table, its first row fixed and ready to be filtered.

    The sheet is of shifts unless its tab is called otherwise.
    """
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": title, "comments": ""})
        sheet = book.add_worksheet(tab or language.text("Shifts"))
        forms = {kind: book.add_format({"num_format": form, "align": "left"}) for kind, form in _FORMS.items()}
        heading = book.add_format({"bold": True, "bottom": 1})
        for place, name in enumerate(listing.columns):
            sheet.write_string(0, place, plain(name), heading)
        for row, line in enumerate(listing.lines, start=1):
            for place, cell in enumerate(line):
                _write(sheet, cell, at=(row, place), forms=forms)
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, len(listing.columns) - 1, _WIDTH)
        sheet.autofilter(0, 0, max(1, len(listing.lines)), len(listing.columns) - 1)
    return made.getvalue()


def _write(sheet: Worksheet, cell: Cell, *, at: tuple[int, int], forms: dict[type, Format]) -> None:
    if isinstance(cell, date | time):
        sheet.write_datetime(*at, cell, forms[type(cell)])
    elif isinstance(cell, int | Decimal):
        sheet.write_number(*at, float(cell), forms.get(type(cell)))
    else:
        sheet.write_string(*at, plain(cell))
