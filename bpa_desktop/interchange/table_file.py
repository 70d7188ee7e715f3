"""A table as CSV, the way a spreadsheet of the language's country opens it by a double click."""

from __future__ import annotations

import csv
import io
from datetime import date, time
from decimal import Decimal

from bpa_desktop.i18n import Language
from bpa_desktop.interchange.plain_cells import plain
from bpa_desktop.texts.listing import Cell, Listing

_BYTE_ORDER_MARK = "\ufeff"
"""Without it spreadsheets read æ, ø and å in an older encoding."""


def write_table(language: Language, listing: Listing) -> bytes:
    """Return the table: Norwegian with semicolons, decimal commas and days as 4.12.2026, else as the world does it."""
    is_norwegian = language.code != "en"
    made = io.StringIO()
    writer = csv.writer(made, delimiter=";" if is_norwegian else ",", lineterminator="\r\n")
    writer.writerow([plain(name) for name in listing.columns])
    writer.writerows([_written(cell, is_norwegian=is_norwegian) for cell in line] for line in listing.lines)
    return (_BYTE_ORDER_MARK + made.getvalue()).encode()


def _written(cell: Cell, *, is_norwegian: bool) -> str:
    if isinstance(cell, date):
        return f"{cell.day:02}.{cell.month:02}.{cell.year}" if is_norwegian else cell.isoformat()
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    if isinstance(cell, Decimal):
        number = f"{round(cell, 2).normalize():f}"
        return number.replace(".", ",") if is_norwegian else number
    return plain(str(cell))
