"""What a file is, its bytes tell; what is neither table, calendar nor card is refused by name."""

from __future__ import annotations

import json
import random

import pytest

from bpa_desktop.interchange.arriving.limits import LARGEST_MEBIBYTES, MEBIBYTE
from bpa_desktop.interchange.arriving.refusal import ForeignFileError
from bpa_desktop.interchange.writer import write_roster
from tests.interchange.foreign_files import CALENDAR, CARDS, CSV, book, brought, packed
from tests.rosters import asker_week_49

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
KEPT = {
    "format": 1,
    "at": "2026-11-30T06:12:00Z",
    "reason": "daily",
    "store": "a",
    "step": "",
    "bytes": 1,
    "sha256": "x",
}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"\x89PNG\r\n\x1a\n\0", "picture"),
        (b"\xff\xd8\xff\xe0", "picture"),
        (b"GIF89a\0", "picture"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "picture"),
        (b"II*\0\x08\0", "picture"),
        (b"MM\0*\0\0", "picture"),
        (b"\0\0\0\x18ftypheic", "picture"),
        (b"%PDF-1.7\n", "pdf"),
        (b"\n%PDF-1.7\n", "pdf"),
        (OLE, "old_excel"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "protected"),
        (packed({"xl/workbook.bin": b""}), "old_excel"),
        (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "old_excel"),
        (packed({"a.csv": CSV.encode()}), "archive"),
        (b"\x1f\x8b\x08\0", "archive"),
        (b"SQLite format 3\0" + bytes(100), "backup"),
        (random.Random(1).randbytes(8192), "backup"),
        (random.Random(1).randbytes(8191), "not_text"),
        (json.dumps(KEPT).encode(), "backup"),
        (write_roster(asker_week_49()), "roster_file"),
        (b"\xff\xfe\0\xd8", "not_text"),
        (b"a\x81b", "not_text"),
        (b"Navn;Mobil\nKa\0ri;1\n", "not_text"),
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "empty"),
        (b"Navn;Mobil\r\n", "empty"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(content: bytes, code: str) -> None:
    with pytest.raises(ForeignFileError) as caught:
        brought(content)
    assert caught.value.code == code


def test_a_file_that_is_too_large_is_refused_before_it_is_looked_at() -> None:
    with pytest.raises(ForeignFileError) as caught:
        brought(b"\x89PNG\r\n" + bytes(LARGEST_MEBIBYTES * MEBIBYTE))
    assert (caught.value.code, caught.value.facts) == ("too_large", {"mebibytes": "16"})


@pytest.mark.parametrize("content", [CALENDAR, CARDS, f"\ufeff{CALENDAR}", f"\n\n{CARDS}", CALENDAR.lower(), CSV])
def test_calendars_cards_and_tables_are_told_apart_by_how_they_begin(content: str) -> None:
    assert brought(content).found


def test_a_workbook_without_a_row_is_refused() -> None:
    with pytest.raises(ForeignFileError, match="empty"):
        brought(book())
