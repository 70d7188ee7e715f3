"""What a file is, by its bytes: never by its name."""

from __future__ import annotations

import re
from enum import StrEnum

from bpa_desktop.interchange.arriving.refusal import ForeignFileError

_SIGNATURES = (
    (b"\x89PNG\r\n", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"II*\0", "picture"),
    (b"MM\0*", "picture"),
    (b"SQLite format 3\0", "backup"),
    (b"\x1f\x8b", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!\x1a\x07", "archive"),
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OTHER_BOOKS = (b"application/vnd.oasis.opendocument", b"xl/workbook.bin")
_HEAD = 4096
_PAGE = 4096
"""Bytes: a store is whole pages of this size, and nothing in it can be told from chance."""
_BEGINS = re.compile(r"\s*(?:[\w-]+\.)?BEGIN:(VCALENDAR|VCARD)\b", re.IGNORECASE)


class Kind(StrEnum):
    """What can be read."""

    WORKBOOK = "workbook"
    CALENDAR = "calendar"
    CARDS = "cards"
    TABLE = "table"


def binary_kind(data: bytes) -> Kind | None:
    """Return WORKBOOK for one, None for what may be text. Raises ForeignFileError for what is neither."""
    if not data.strip():
        raise ForeignFileError("empty")
    if data.startswith(_ZIP):
        return _zip_kind(data)
    if data.startswith(_OLE):
        raise ForeignFileError("protected" if _ENCRYPTED in data else "old_excel")
    code = next((code for signature, code in _SIGNATURES if data.startswith(signature)), None)
    code = "picture" if _is_newer_picture(data) else code
    code = "pdf" if b"%PDF-" in data[:1024] else code
    if code is not None:
        raise ForeignFileError(code)
    return None


def is_like_a_store(data: bytes) -> bool:
    """Tell whether bytes that are no text may be an encrypted store: whole pages of it."""
    return len(data) % _PAGE == 0


def text_kind(text: str) -> Kind:
    """Return what a text is. Raises ForeignFileError for a file of this program's own."""
    begins = _BEGINS.match(text.lstrip("\ufeff")[:_HEAD])
    if begins is not None:
        return Kind.CALENDAR if begins[1].upper() == "VCALENDAR" else Kind.CARDS
    head = text[:_HEAD].lstrip()
    if head.startswith("{"):
        if '"bpa-roster/' in head or '"arrangement"' in head:
            raise ForeignFileError("roster_file")
        if '"sha256"' in head or '"slots"' in head:
            raise ForeignFileError("backup")
    return Kind.TABLE


def _zip_kind(data: bytes) -> Kind:
    if b"xl/workbook.xml" in data:
        return Kind.WORKBOOK
    raise ForeignFileError("old_excel" if any(name in data for name in _OTHER_BOOKS) else "archive")


def _is_newer_picture(data: bytes) -> bool:
    """Tell WebP, HEIC and AVIF, whose signature does not begin the file."""
    return (data[:4] == b"RIFF" and data[8:12] == b"WEBP") or data[4:8] == b"ftyp"
