"""Pay agreement (lønnsavtale): what an hour is paid with, as dated figures with mark and source. No figure stands here.

A figure whose value is None is one the agreement has and nobody has read: it is said, and never taken for nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import Protocol, TypeVar

from bpa_desktop.pay.days import DayClass
from bpa_desktop.pay.kind import SUPPLEMENTS, FigureName, Kind
from bpa_desktop.pay.mark import Mark


class Unit(StrEnum):
    """What a wage or a supplement counts in."""

    KRONER_AN_HOUR = "kroner_an_hour"
    KRONER_A_YEAR = "kroner_a_year"
    PERCENT = "percent"


@dataclass(frozen=True)
class Wage:
    """One step of the ladder: the wage from so many years of seniority on."""

    valid_from: date
    years: int
    value: Decimal
    unit: Unit
    mark: Mark
    source: str


@dataclass(frozen=True)
class Window:
    """When a supplement is paid: from one time of the clock to another on some days; an end at or before the start is
    on the next day."""

    days: DayClass
    start: time
    end: time
    mark: Mark


@dataclass(frozen=True)
class Supplement:
    """What is paid on top of the hourly wage inside its windows, but not where one of `not_with` is paid."""

    kind: Kind
    valid_from: date
    value: Decimal | None
    unit: Unit
    mark: Mark
    source: str
    windows: tuple[Window, ...] = ()
    not_with: frozenset[Kind] = frozenset()

    @property
    def weakest_mark(self) -> Mark:
        """The least sure of the value's mark and its windows'."""
        order = tuple(Mark)
        return max((self.mark, *(window.mark for window in self.windows)), key=order.index)


@dataclass(frozen=True)
class PayFigure:
    """Another figure, in the unit of its name; `zone` where the law has one for each zone."""

    name: FigureName
    valid_from: date
    value: Decimal | None
    mark: Mark
    source: str
    zone: str = ""


class _Dated(Protocol):
    @property
    def valid_from(self) -> date: ...


D = TypeVar("D", bound=_Dated)


def newest(rows: Iterable[D], day: date) -> D | None:
    """Return the row in force on a day: the latest that has begun, or None."""
    return max((row for row in rows if row.valid_from <= day), key=lambda row: row.valid_from, default=None)


@dataclass(frozen=True)
class PayAgreement:
    """An agreement whole. `full_time_week` in hours is the longest week a yearly wage is for.

    `known_to` is the last day its newest figures are sure to be the newest there are; None where that is not said.
    """

    id: str
    title: str
    full_time_week: Decimal
    wages: tuple[Wage, ...] = ()
    supplements: tuple[Supplement, ...] = ()
    figures: tuple[PayFigure, ...] = ()
    known_to: date | None = None

    def ladder_on(self, day: date) -> tuple[Wage, ...]:
        """Return the steps in force on a day, lowest seniority first; none from an older ladder."""
        latest = newest(self.wages, day)
        steps = (wage for wage in self.wages if latest is not None and wage.valid_from == latest.valid_from)
        return tuple(sorted(steps, key=lambda wage: wage.years))

    def supplements_on(self, day: date) -> tuple[Supplement, ...]:
        """Return the supplements in force on a day, one of each kind."""
        found = (newest((row for row in self.supplements if row.kind is kind), day) for kind in SUPPLEMENTS)
        return tuple(row for row in found if row is not None)


@dataclass(frozen=True)
class PayRules:
    """What a month is paid by: an agreement or none, what the law says anyway, and the employer's zone."""

    agreement: PayAgreement | None
    law: tuple[PayFigure, ...]
    zone: str

    def figure(self, name: FigureName, day: date) -> PayFigure | None:
        """Return a figure in force on a day: the agreement's, else the law's; None where neither has one."""
        own = self.agreement.figures if self.agreement is not None else ()
        return newest((row for row in own if row.name is name), day) or newest(
            (row for row in self.law if row.name is name and row.zone in ("", self.zone)), day
        )

    def value(self, name: FigureName, day: date) -> Decimal | None:
        """Return a figure's value, or None where it is not known."""
        found = self.figure(name, day)
        return found.value if found is not None else None

    def supplements_on(self, day: date) -> tuple[Supplement, ...]:
        """Return the agreement's supplements in force on a day."""
        return self.agreement.supplements_on(day) if self.agreement is not None else ()
