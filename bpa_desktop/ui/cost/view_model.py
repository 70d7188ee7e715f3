"""What a month costs, as it is shown: frozen values. Plain Python, no Qt, no texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from bpa_desktop.domain.roster import Roster
from bpa_desktop.services.cost import (
    CostUnknownError,
    MonthCost,
    NoAwardError,
    PriceBook,
    fitting_list,
    month_cost,
    year_cost,
)
from bpa_desktop.tariff.charge import Question, charge
from bpa_desktop.tariff.charge_facts import Charge
from bpa_desktop.tariff.doubt import Doubt
from bpa_desktop.tariff.errors import TariffError
from bpa_desktop.tariff.price_list import Band, Tariff

_MONTHS = 12


@dataclass(frozen=True)
class Rung:
    """One step of the ladder: incomes above `from_g` and up to `to_g` times G cost `amount`, None where unknown."""

    from_g: Decimal
    to_g: Decimal | None
    amount: Decimal | None
    is_here: bool


@dataclass(frozen=True)
class Ladder:
    """What the same hours cost at every income, and where the household stands: `at` times G, in kroner `income`."""

    rungs: tuple[Rung, ...]
    at: Decimal
    income: Decimal

    @property
    def highest(self) -> Decimal:
        """The dearest step."""
        return max((rung.amount for rung in self.rungs if rung.amount is not None), default=Decimal(0))

    def share(self, rung: Rung) -> Decimal:
        """Return how far into its step the household is, from 0 to 1; half way where the step has no end."""
        if rung.to_g is None:
            return Decimal("0.5")
        return min(max((self.at - rung.from_g) / (rung.to_g - rung.from_g), Decimal(0)), Decimal(1))


@dataclass(frozen=True)
class ServiceLine:
    """A service the municipality charges for, by the list's own name for it."""

    label: str
    charge: Charge


@dataclass(frozen=True)
class CostModel:
    """A month's co-payment. `ladder` is that of the service BPA hours are charged as; None in a list without one."""

    month: date
    tariff: Tariff
    lines: tuple[ServiceLine, ...]
    total: Decimal
    months: tuple[MonthCost, ...]
    ladder: Ladder | None
    doubts: tuple[Doubt, ...]
    fitting: Tariff | None = None
    """A list of the municipality that holds in the month, where the one in use does not."""

    @property
    def year_total(self) -> Decimal:
        """The co-payment of the year's months that an award covers."""
        return sum((month.total for month in self.months), Decimal(0))


@dataclass(frozen=True)
class Unknown:
    """A month whose cost cannot be told, and why."""

    month: date
    error: Exception


def build_cost(roster: Roster, month: date, *, prices: PriceBook, hours: Decimal | None = None) -> CostModel | Unknown:
    """Return what the month that begins on a day costs, for the hours granted or for others a month."""
    try:
        cost = month_cost(roster, month, prices=prices, hours=hours)
    except (CostUnknownError, TariffError) as error:
        return Unknown(month, error)
    tariff = prices.tariff(roster.arrangement.tariff)
    return CostModel(
        month,
        tariff,
        lines=tuple(ServiceLine(tariff.service(one.service).label, one) for one in cost.charges),
        total=cost.total,
        months=months_of_year(roster, month.year, prices=prices, hours=hours),
        ladder=_ladder(tariff, cost, prices=prices),
        doubts=prices.doubts(tariff),
        fitting=fitting_list(roster.arrangement, month, prices=prices),
    )


def months_later(month: date, by: int) -> date:
    """Return the first day of the month so many months later (or earlier)."""
    number = month.year * _MONTHS + month.month - 1 + by
    return date(number // _MONTHS, number % _MONTHS + 1, 1)


def first_days(year: int) -> tuple[date, ...]:
    """Return the days that the months of a year begin on."""
    return tuple(date(year, number, 1) for number in range(1, _MONTHS + 1))


def months_of_year(
    roster: Roster, year: int, *, prices: PriceBook, hours: Decimal | None = None
) -> tuple[MonthCost, ...]:
    """Return the months of a year that an award covers and the list has a price for."""
    for last in reversed(first_days(year)):
        try:
            return year_cost(roster, last, prices=prices, hours=hours)
        except (NoAwardError, TariffError):
            continue
    return ()


def _ladder(tariff: Tariff, cost: MonthCost, *, prices: PriceBook) -> Ladder | None:
    service = tariff.practical_assistance
    asked = next((one for one in cost.charges if service is not None and one.service == service.id), None)
    if service is None or asked is None:
        return None
    g, here, rungs = asked.g.amount, asked.band.from_g, []
    for band, just_inside in amounts_by_band(tariff, asked.case.question, g=g, prices=prices):
        is_here = band.from_g == here
        rungs.append(Rung(band.from_g, band.to_g, asked.amount if is_here else just_inside, is_here))
    return Ladder(tuple(rungs), asked.income / g, asked.income)


def amounts_by_band(
    tariff: Tariff, question: Question, *, g: Decimal, prices: PriceBook
) -> Iterator[tuple[Band, Decimal | None]]:
    """Yield each band of a service with what the units cost just inside it, None where the list has no price.

    An exact edge belongs to the band below.
    """
    for band in tariff.service(question.service).bands:
        asked = replace(question, income=band.just_inside(g))
        try:
            amount = charge(tariff, asked, base_amounts=prices.base_amounts, national=prices.national).amount
        except TariffError:
            amount = None
        yield band, amount
