"""G (grunnbeløpet i folketrygden): the base amount, from each first of May."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from .errors import BeforeFirstBaseAmountError
from .provenance import Mark

KRONE = Decimal(1)


@dataclass(frozen=True)
class BaseAmountEntry:
    """The base amount in kroner a year, from a day on; provisional until the regulation is announced in May."""

    from_day: date
    amount: Decimal
    mark: Mark
    source: str
    provisional: bool = False


@dataclass(frozen=True)
class BaseAmount:
    """The base amounts known, oldest first. Raises ValueError when they are not in order."""

    entries: tuple[BaseAmountEntry, ...]
    _days: tuple[date, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        days = tuple(entry.from_day for entry in self.entries)
        if not days or list(days) != sorted(set(days)):
            raise ValueError("base amounts must be given oldest first, one a day, and at least one")
        object.__setattr__(self, "_days", days)

    def on(self, day: date) -> BaseAmountEntry:
        """Return the entry in force on a day. Raises BeforeFirstBaseAmountError."""
        place = bisect_right(self._days, day)
        if place == 0:
            raise BeforeFirstBaseAmountError(day, self._days[0])
        return self.entries[place - 1]

    def average(self, year: int) -> Decimal:
        """Return the average of a calendar year in whole kroner: four months of the old and eight of the new.

        Raises BeforeFirstBaseAmountError for a year that began before the first entry.
        """
        old, new = self.on(date(year, 1, 1)).amount, self.on(date(year, 5, 1)).amount
        return ((4 * old + 8 * new) / 12).quantize(KRONE, ROUND_HALF_UP)

    def announced_for(self, day: date) -> bool:
        """Tell whether the base amount of a day is known: no first of May has passed since the last entry's."""
        last = self._days[-1]
        return day < date(last.year + 1, 5, 1)

    def with_provisional(self, from_day: date, amount: Decimal) -> BaseAmount:
        """Return the table with an amount the user expects from a day on, before May's announcement."""
        guess = BaseAmountEntry(from_day, amount, Mark.DOUBTFUL, "", provisional=True)
        kept = tuple(entry for entry in self.entries if entry.from_day != from_day)
        return replace(self, entries=tuple(sorted((*kept, guess), key=lambda entry: entry.from_day)))
