"""CSV to rows of texts: whatever the delimiter is, and no row longer than a row may be."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from bpa_desktop.interchange.arriving.limits import LONGEST_ROW, MOST_COLUMNS, MOST_LINES
from bpa_desktop.interchange.arriving.refusal import ForeignFileError, refuse_more

_DELIMITERS = (";", ",", "\t")


def csv_tables(text: str) -> Iterator[Iterator[tuple[int, Sequence[str]]]]:
    """Yield the rows of a text once for each delimiter it may have. Raises ForeignFileError while they are read."""
    for delimiter in _DELIMITERS:
        if delimiter in text:
            yield _rows(text, delimiter)
    if not any(delimiter in text for delimiter in _DELIMITERS):
        yield _rows(text, _DELIMITERS[0])


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, Sequence[str]]]:
    lines = _Lines(text)
    rows = csv.reader(lines, delimiter=delimiter)
    try:
        for place, cells in enumerate(rows, start=1):
            lines.begin_row()
            refuse_more(place, MOST_LINES)
            yield place, cells[:MOST_COLUMNS]
    except csv.Error as error:
        raise ForeignFileError("broken") from error


class _Lines:
    """The lines of a text, no more of them for one row than a row may have: an open quotation mark takes all."""

    def __init__(self, text: str) -> None:
        self._lines = io.StringIO(text, newline="")
        self._taken = 0

    def begin_row(self) -> None:
        """Begin another row."""
        self._taken = 0

    def __iter__(self) -> Iterator[str]:
        """Yield line after line. Raises ForeignFileError."""
        for line in self._lines:
            self._taken += len(line)
            if self._taken > LONGEST_ROW:
                raise ForeignFileError("broken")
            yield line
