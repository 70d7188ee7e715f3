"""The parts of a workbook out of its zip file, looked at before anything is unpacked, and never more than may be."""

from __future__ import annotations

import io
import zipfile
import zlib

from bpa_desktop.interchange.arriving.limits import MEBIBYTE
from bpa_desktop.interchange.arriving.refusal import ForeignFileError

_MOST_PARTS = 1_000
"""Of a workbook: sheets, pictures, settings; one of a hundred sheets has about 300."""
_MOST_UNPACKED = 64 * MEBIBYTE
"""Bytes in all: ten thousand rows of a hundred columns are about 40."""
_MOST_RATIO = 250
"""Unpacked to packed: sheets are packed to a tenth, seldom to a fiftieth; zeros to a thousandth."""
_SMALL = MEBIBYTE
"""Bytes: what unpacks to less does no harm, whatever its ratio."""
_ENTRY = b"PK\x01\x02"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_FAULTS = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError),
    *(ValueError, IndexError, OverflowError),
)
"""What the library says of a zip file that is none, is cut off or lies."""


class PackedBook:
    """A workbook whose directory was found in order; its parts are unpacked one by one."""

    def __init__(self, data: bytes) -> None:
        """Look at the directory. Raises ForeignFileError."""
        if data.count(_ENTRY) > _MOST_PARTS:  # before the library makes something of each
            raise ForeignFileError("bomb")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _FAULTS as error:
            raise ForeignFileError("broken") from error
        parts = self._zip.infolist()
        for part in parts:
            _check(part)
        self._parts = {part.filename: part for part in parts}
        if len(self._parts) < len(parts):
            raise ForeignFileError("broken")
        if sum(part.file_size for part in parts) > _MOST_UNPACKED:
            raise ForeignFileError("bomb")
        self._left = _MOST_UNPACKED

    def part(self, name: str) -> bytes | None:
        """Return a part, or None where there is none. Raises ForeignFileError, also where the directory lied."""
        found = self._parts.get(name)
        if found is None:
            return None
        try:
            with self._zip.open(found) as opened:
                content = opened.read(self._left + 1)
        except _FAULTS as error:
            raise ForeignFileError("broken") from error
        self._left -= len(content)
        if self._left < 0:
            raise ForeignFileError("bomb")
        return content


def _check(part: zipfile.ZipInfo) -> None:
    """Refuse a part that does harm by its name, its size or how it is packed."""
    if part.flag_bits & _ENCRYPTED:
        raise ForeignFileError("protected")
    steps = part.filename.replace("\\", "/").split("/")
    if ".." in steps or not steps[0] or ":" in steps[0] or part.compress_type not in _METHODS:
        raise ForeignFileError("broken")
    if part.file_size > max(_SMALL, part.compress_size * _MOST_RATIO):
        raise ForeignFileError("bomb")
