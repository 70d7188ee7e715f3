"""Good files of every kind that is read, for tests to read, to cut and to spoil."""

from __future__ import annotations

import io
import zipfile
from datetime import date

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.i18n import Language
from bpa_desktop.interchange.foreign import read_foreign
from bpa_desktop.interchange.workbook import write_workbook
from bpa_desktop.services.arrival import Arrivals
from bpa_desktop.texts.listing import Cell, Listing
from tests.rosters import assistant, roster

TODAY = date(2026, 11, 24)
TEAM = (assistant("Kari"), assistant("Ola"), assistant("Amina"))
CSV = "Dato;Start;Slutt;Assistent;Type\n1.12.2026;08:00;15:00;Kari;aktivt arbeid\n1.12.2026;22;8;Ola;\n"
PEOPLE = "Navn,Mobil,E-post,Født\nKari Lunde,900 00 000,kari@example.org,12.4.1980\n"
CARDS = (
    "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:N=C3=B8st=\r\nb=C3=B8;Kari;;;\r\n"
    "TEL;HOME:22 22 22 22\r\nTEL;CELL;VOICE:900 00 000\r\nEND:VCARD\r\n"
    "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ola Berg\r\nitem1.TEL;TYPE=cell;VALUE=uri:tel:+47-900-00-001\r\n"
    "ADR;TYPE=home:;;Storgata 1;Asker;;1383;Norge\r\nBDAY:19800412\r\nEND:VCARD\r\n"
)
CALENDAR = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
    "BEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Europe/Oslo:20261201T220000\r\nDTEND;TZID=Europe/Oslo:20261202T080000\r\n"
    "RRULE:FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4\r\nEXDATE;TZID=Europe/Oslo:20261203T220000\r\nSUMMARY:Kari\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:2\r\nDTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20261227\r\nSUMMARY:Jul\r\nEND:VEVENT\r\n"
    "END:VCALENDAR\r\n"
)


def place(*shifts: Shift) -> Roster:
    """Return an arrangement in Asker with a team of three."""
    return roster(*shifts, team=TEAM)


def brought(content: str | bytes, into: Roster | None = None) -> Arrivals:
    """Return what a file brings to the small team, or to another."""
    return read_foreign(content.encode() if isinstance(content, str) else content, into or place(), today=TODAY)


def book(*lines: tuple[Cell, ...], columns: tuple[str, ...] = ("Date", "Start", "End", "Assistant")) -> bytes:
    """Return a workbook as this program writes it."""
    return write_workbook(Language("en"), Listing(columns, lines), title="Test")


def parts_of(content: bytes) -> dict[str, bytes]:
    """Return the parts of a workbook by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    """Return a zip file of some parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as zip_file:
        for name, content in parts.items():
            zip_file.writestr(name, content)
    return made.getvalue()


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """Return a workbook with a part added or in the place of the one with its name."""
    return packed({**parts_of(content), name: part})


def sheet(rows: str, *, before: str = "") -> bytes:
    """Return a workbook whose one sheet has these rows as XML."""
    head = f'<?xml version="1.0"?>{before}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    content = f"{head}<sheetData>{rows}</sheetData></worksheet>"
    return with_part(book(), "xl/worksheets/sheet1.xml", content.encode())
