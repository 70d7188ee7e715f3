"""Workbooks (XLSX) to rows of texts: of a formula its kept value, never what it would come to.

ECMA-376 part 1, 18.3: a sheet is rows of cells; a text stands in a list of its own, a day is a number of a form.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from bpa_desktop.interchange.arriving.cell_forms import CellForms, read_forms
from bpa_desktop.interchange.arriving.limits import LONGEST_NOTE, MOST, MOST_COLUMNS, MOST_HEADING_ROWS
from bpa_desktop.interchange.arriving.packed_book import PackedBook
from bpa_desktop.interchange.arriving.refusal import ForeignFileError
from bpa_desktop.interchange.arriving.xml_events import EnoughError, read_xml

_LONGEST_CELL = 2 * LONGEST_NOTE
"""Characters that are kept of a cell: enough to tell that it is too long."""
_MOST_SHEETS = 10
"""That are looked through for headings."""
_MOST_ROWS = 2**20
"""A sheet ends there."""
_PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_NUMBER = re.compile(r"[0-9]{1,7}")
_LETTERS = 26
_Rows = list[tuple[int, Sequence[str]]]


def workbook_tables(data: bytes) -> Iterator[Iterator[tuple[int, Sequence[str]]]]:
    """Yield the rows of each sheet that is not hidden, in order. Raises ForeignFileError."""
    book = PackedBook(data)
    sheets, is_1904 = _sheets(book)
    forms = read_forms(book.part("xl/styles.xml") or b"", is_1904=is_1904)
    shared = _shared_texts(book.part("xl/sharedStrings.xml") or b"")
    for name in islice(sheets, _MOST_SHEETS):
        content = book.part(name)
        if content:
            yield iter(_SheetReader(forms, shared).rows(content))


def _sheets(book: PackedBook) -> tuple[tuple[str, ...], bool]:
    """Return the names of the parts that are sheets, and whether days are counted from 1904."""
    links: dict[str, str] = {}
    wanted: list[str] = []
    is_1904 = False

    def link(name: str, attributes: Mapping[str, str]) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/xl", attributes.get("Target", "")))
            links[attributes.get("Id", "")] = target.removeprefix("/")

    def sheet(name: str, attributes: Mapping[str, str]) -> None:
        nonlocal is_1904
        if name == "workbookPr":
            is_1904 = attributes.get("date1904") in ("1", "true")
        elif name == "sheet" and attributes.get("state", "visible") == "visible":
            wanted.append(attributes.get("id", ""))

    read_xml(book.part("xl/_rels/workbook.xml.rels") or b"", begin=link)
    read_xml(book.part("xl/workbook.xml") or b"", begin=sheet)
    return tuple(links[one] for one in wanted if one in links), is_1904


def _shared_texts(content: bytes) -> list[str]:
    """Return the texts of the list that cells point into; how East Asian ones are read aloud is not part of them."""
    found: list[str] = []
    parts: list[str] = []
    aloud = 0

    def begin(name: str, _: Mapping[str, str]) -> None:
        nonlocal aloud
        aloud += name == "rPh"

    def end(name: str, text: str) -> None:
        nonlocal aloud
        if name == "t" and not aloud:
            parts.append(text[:_LONGEST_CELL])
        elif name == "rPh":
            aloud -= 1
        elif name == "si":
            found.append("".join(parts)[:_LONGEST_CELL])
            parts.clear()

    if content:
        read_xml(content, begin=begin, end=end)
    return found


class _SheetReader:
    """Reads one sheet; of each cell what stands in it, as text."""

    def __init__(self, forms: CellForms, shared: Sequence[str]) -> None:
        self._forms, self._shared = forms, shared
        self._rows: _Rows = []
        self._row = 0
        self._cells: dict[int, str] = {}
        self._column = -1
        self._attributes: Mapping[str, str] = {}
        self._value = ""

    def rows(self, content: bytes) -> _Rows:
        """Return the rows in which anything stands, with their numbers. Raises ForeignFileError."""
        read_xml(content, begin=self._begin, end=self._end)
        return self._rows

    def _begin(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "row":
            self._row = self._next_row(attributes.get("r"))
            self._cells, self._column = {}, -1
        elif name == "c":
            place = _PLACE.fullmatch(attributes.get("r", ""))
            self._column = _column(place[1]) if place is not None else self._column + 1
            self._attributes, self._value = attributes, ""

    def _end(self, name: str, text: str) -> None:
        if name in ("v", "t"):
            self._value = (self._value + text)[:_LONGEST_CELL]
        elif name == "c" and self._value and self._column < MOST_COLUMNS:
            self._cells[self._column] = self._text()
        elif name == "row" and self._cells:
            self._rows.append((self._row, [self._cells.get(at, "") for at in range(max(self._cells) + 1)]))
            if len(self._rows) > MOST + MOST_HEADING_ROWS:  # who reads on finds that they are too many
                raise EnoughError

    def _next_row(self, number: str | None) -> int:
        row = int(number) if number is not None and _NUMBER.fullmatch(number) else self._row + 1
        if not self._row < row <= _MOST_ROWS:
            raise ForeignFileError("broken")
        return row

    def _text(self) -> str:
        kind, value = self._attributes.get("t", "n"), self._value
        if kind == "s":
            at = int(value) if _NUMBER.fullmatch(value) else len(self._shared)
            return self._shared[at] if at < len(self._shared) else ""
        form = self._attributes.get("s", "")
        return self._forms.text(value, int(form) if _NUMBER.fullmatch(form) else 0) if kind == "n" else value


def _column(letters: str) -> int:
    """Return where a column stands, from 0: A, B, … Z, AA."""
    place = 0
    for letter in letters:
        place = place * _LETTERS + ord(letter) - ord("A") + 1
    return place - 1
