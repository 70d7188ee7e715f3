"""The numbers a municipality has had: its lists are found by any of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .provenance import Mark


@dataclass(frozen=True)
class MunicipalityNumber:
    """A number, and the day it was taken into use; None for the first one known."""

    number: str
    from_day: date | None


@dataclass(frozen=True)
class Municipality:
    """A municipality, and its numbers, oldest first."""

    name: str
    numbers: tuple[MunicipalityNumber, ...]
    mark: Mark
    source: str


@dataclass(frozen=True)
class MunicipalityNumbers:
    """The municipalities whose numbers are known. No number was ever given to two of them."""

    municipalities: tuple[Municipality, ...] = ()

    def of_the_same(self, number: str) -> frozenset[str]:
        """Return every number of the municipality that has or had a number; itself alone where it is not known."""
        for municipality in self.municipalities:
            numbers = frozenset(each.number for each in municipality.numbers)
            if number in numbers:
                return numbers
        return frozenset((number,))
