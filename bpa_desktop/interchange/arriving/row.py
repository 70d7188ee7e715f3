"""One row of a table, by what its columns are called."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bpa_desktop.domain.span import to_hundredths
from bpa_desktop.interchange.arriving.headings import Columns
from bpa_desktop.interchange.arriving.plain_text import tidy
from bpa_desktop.interchange.plain_cells import bare

_HOURS = re.compile(r"([0-9]{1,3})(?:[.,]([0-9]{1,20}))?")


@dataclass(frozen=True)
class Row:
    """A row with its number, and what stands in the fields that are filled, each on one line."""

    place: int
    fields: Mapping[str, str]

    def cell(self, field: str) -> str:
        """Return what stands in a field, or nothing."""
        return self.fields.get(field, "")

    @property
    def hours(self) -> Decimal | None:
        """How long a shift is by the table itself, to the hundredth of an hour, or None."""
        found = _HOURS.fullmatch(self.cell("hours"))
        return to_hundredths(Decimal(f"{found[1]}.{found[2] or 0}")) if found is not None else None

    def cells(self, field: str) -> tuple[str, ...]:
        """Return the several things that stand in a field, between commas or semicolons."""
        parts = self.cell(field).replace(";", ",").split(",")
        return tuple(part.strip() for part in parts if part.strip())


def row_of(place: int, cells: Sequence[str], *, columns: Columns) -> Row:
    """Return the fields of a row that are filled."""
    texts = ((field, tidy(bare(cells[at]))) for field, at in columns.items() if at < len(cells))
    return Row(place, {field: text for field, text in texts if text})
