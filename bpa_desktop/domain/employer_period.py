"""EmployerPeriod (arbeidsgiverperiode): the calendar days of sickness that the employer pays. No figure stands here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from bpa_desktop.domain.sick_days import SickDay


@dataclass(frozen=True)
class EmployerPeriod:
    """The days counted so far, in order, of so many in all."""

    days: tuple[date, ...]
    length: int

    @property
    def left(self) -> int:
        """How many days are left of it."""
        return self.length - len(self.days)

    @property
    def last_if_it_goes_on(self) -> date:
        """The last day of it where every day from the latest on is one of sickness."""
        return self.days[-1] + timedelta(self.left)


def employer_periods(sick: Iterable[SickDay], *, length: int, gap: int) -> tuple[EmployerPeriod, ...]:
    """Return the employer's periods of days of sickness in order.

    A period begins on a day that one was to work on, whole or by a sick note. Days of sickness count, days off too
    where they are days of sickness. Ill again before `gap` calendar days have passed goes on with the period before,
    and begins none where that one is used up. Source: NAV on folketrygdloven § 8-19.
    """
    found: list[list[date]] = []
    last, begun = date.min, False
    for one in sick:
        begun = begun and (one.day - last).days - 1 < gap
        last = one.day
        if not begun and one.may_begin:
            found.append([])
            begun = True
        if begun and len(found[-1]) < length:
            found[-1].append(one.day)
    return tuple(EmployerPeriod(tuple(days), length) for days in found)
