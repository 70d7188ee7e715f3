"""The state's monthly maximum for practical assistance to households under 2 G: it caps a charge and never adds to it.

Regulation FOR-2011-12-16-1349 section 10; the figures are dated data, announced for each calendar year.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from .provenance import Mark


@dataclass(frozen=True)
class NationalMaximumEntry:
    """The most in kroner a month in a calendar year, for incomes up to `to_g` times G."""

    year: int
    amount: Decimal
    to_g: Decimal
    mark: Mark
    source: str


@dataclass(frozen=True)
class NationalMaximum:
    """The maxima known; a year that is missing has none that could be found."""

    entries: tuple[NationalMaximumEntry, ...]

    def in_year(self, year: int) -> NationalMaximumEntry | None:
        """Return the maximum of a calendar year, or None when it is not known."""
        return next((entry for entry in self.entries if entry.year == year), None)
