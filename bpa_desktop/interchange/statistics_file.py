"""The quarter's absence statistics as a file for other programs, by its ending."""

from __future__ import annotations

from bpa_desktop.i18n import Language
from bpa_desktop.interchange.table_file import write_table
from bpa_desktop.interchange.workbook import write_workbook
from bpa_desktop.texts.listing import Listing

ENDINGS = ("csv", "xlsx")


def statistics_file(ending: str, language: Language, *, listing: Listing) -> bytes:
    """Return the statistics as a csv or xlsx file. Raises KeyError for another ending."""
    if ending == "csv":
        return write_table(language, listing)
    if ending == "xlsx":
        title = language.text("Absence statistics")
        return write_workbook(language, listing, title=title, tab=title)
    raise KeyError(ending)
