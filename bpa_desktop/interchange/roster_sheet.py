"""The roster as a sheet of paper: what stands on it, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True)
class SheetTable:
    """A table; the first column names the line. Lines of a cell stand below each other.

    `even`: all columns but the first are of one width. `fresh`: it begins on a page of its own.
    """

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    even: bool = False
    fresh: bool = False


@dataclass(frozen=True)
class RosterSheet:
    """What stands on the sheet, in words; `language` and `region` as in `nb` and `no`. Empty parts are left out.

    `large` is large type; `wide` lays the sheet on its side.
    """

    layout: ClassVar[str] = "roster.typ"

    language: str
    region: str
    title: str
    subtitle: str
    lead: str
    tables: tuple[SheetTable, ...]
    printed: str
    large: bool = False
    wide: bool = False

    @property
    def text(self) -> str:
        """The whole sheet in plain text, one thing a line, for who does not see its picture."""
        lines = [self.title, self.subtitle, self.lead]
        for table in self.tables:
            lines += [table.heading, *(self._line(table, row) for row in table.rows)]
        return "\n".join(line for line in (*lines, self.printed) if line)

    def _line(self, table: SheetTable, row: tuple[str, ...]) -> str:
        """Return a row: its name, then each cell that holds something, named by its column where that has a name."""
        cells = [
            ": ".join(part for part in (column, cell.replace("\n", ", ")) if part)
            for column, cell in zip(table.columns[1:], row[1:], strict=True)
            if cell
        ]
        return ", ".join(part for part in (row[0].replace("\n", ", "), *cells) if part)
