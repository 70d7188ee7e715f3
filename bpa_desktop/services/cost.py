"""What a month costs: the co-payment by the arrangement's price list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.domain.award import WeeklyHours
from bpa_desktop.domain.roster import Roster
from bpa_desktop.services.household import counted_income
from bpa_desktop.tariff.base_amount import BaseAmount
from bpa_desktop.tariff.charge import Question, charge_all
from bpa_desktop.tariff.charge_facts import Charge
from bpa_desktop.tariff.choice import Place, lists_for
from bpa_desktop.tariff.doubt import Doubt
from bpa_desktop.tariff.doubts import doubts, is_usable
from bpa_desktop.tariff.municipality import MunicipalityNumbers
from bpa_desktop.tariff.national_maximum import NationalMaximum
from bpa_desktop.tariff.price_list import Tariff

ZERO = Decimal(0)
_DAYS_A_WEEK = 7


class CostUnknownError(Exception):
    """The co-payment cannot be told, because something is not given."""


class NoTariffError(CostUnknownError):
    """The arrangement names no price list, or one that is not known."""


class NoIncomeError(CostUnknownError):
    """The household's income is not given."""


class NoAwardError(CostUnknownError):
    """No award is in force in the month."""


@dataclass(frozen=True)
class PriceBook:
    """The price lists known, the base amounts, the state's monthly maxima, and the municipalities' numbers."""

    tariffs: tuple[Tariff, ...]
    base_amounts: BaseAmount
    national: NationalMaximum | None = None
    municipalities: MunicipalityNumbers = field(default_factory=MunicipalityNumbers)

    def tariff(self, tariff_id: str | None) -> Tariff:
        """Return a price list by id. Raises NoTariffError."""
        for tariff in self.tariffs:
            if tariff.id == tariff_id:
                return tariff
        raise NoTariffError(tariff_id)

    def in_use(self, arrangement: Arrangement) -> Tariff | None:
        """Return the list an arrangement is charged by; None where it names none, or one that is not known."""
        return next((one for one in self.tariffs if one.id == arrangement.tariff), None)

    def tariffs_for(self, arrangement: Arrangement, day: date) -> tuple[Tariff, ...]:
        """Return the lists an arrangement may be charged by on a day, the likeliest first."""
        place = Place(arrangement.municipality_no, arrangement.district)
        return lists_for(self.tariffs, place, day=day, numbers=self.municipalities)

    def doubts(self, tariff: Tariff) -> tuple[Doubt, ...]:
        """Return what looks wrong in a price list, by the base amounts and the maxima known."""
        return doubts(tariff, self.base_amounts, national=self.national)


@dataclass(frozen=True)
class MonthCost:
    """A month's co-payment: the hours of practical assistance granted in it, and a charge for each service used."""

    month: date
    practical_hours: Decimal
    charges: tuple[Charge, ...]

    @property
    def total(self) -> Decimal:
        """The co-payment of the month in kroner."""
        return sum((charge.amount for charge in self.charges), ZERO)


def fitting_list(arrangement: Arrangement, day: date, *, prices: PriceBook) -> Tariff | None:
    """Return a dated list of the municipality that holds on a day while the one in use does not; None without such.

    One that is broken is never proposed. The list in use does not hold where it carries no date, is for other days,
    was never adopted or is replaced.
    """
    known = (one for one in prices.tariffs_for(arrangement, day) if is_usable(prices.doubts(one)))
    fitting = next(known, None)
    used = prices.in_use(arrangement)
    if fitting is None or fitting is used or fitting.undated or not fitting.is_in_force_on(day):
        return None
    if used is None or used.undated or not used.is_in_force_on(day) or used.id in fitting.replaces:
        return fitting
    return None


def practical_hours(roster: Roster, month: date) -> Decimal:
    """Return the hours of practical assistance granted in the month that begins on a day: weekly hours, day by day.

    Most municipalities charge what was delivered; the roster does not tell practical hours from others, so the award
    does. Raises NoAwardError.
    """
    return granted_hours(roster, month, counted=lambda hours: hours.practical)


def granted_hours(roster: Roster, month: date, *, counted: Callable[[WeeklyHours], Decimal]) -> Decimal:
    """Return the hours granted in the month that begins on a day, of those counted. Raises NoAwardError."""
    days = [month + timedelta(days=n) for n in range((_next_month(month) - month).days)]
    granted = [counted(award.weekly_hours) for day in days for award in roster.awards if day in award.days]
    if not granted:
        raise NoAwardError(month.isoformat())
    return sum(granted, ZERO) / _DAYS_A_WEEK


def month_cost(roster: Roster, month: date, *, prices: PriceBook, hours: Decimal | None = None) -> MonthCost:
    """Return the co-payment of the month that begins on a day, by the G in force on that day.

    `hours` are those of practical assistance a month, where they shall be others than those granted. What a yearly
    ceiling has used up is worked out from the months before, with the same income and services.
    Raises NoTariffError, NoIncomeError, NoAwardError, and the errors of the tariff.
    """
    return year_cost(roster, month, prices=prices, hours=hours)[-1]


def year_cost(roster: Roster, until: date, *, prices: PriceBook, hours: Decimal | None = None) -> tuple[MonthCost, ...]:
    """Return the co-payment of each month of a year that an award covers, up to the one that begins on a day.

    Raises as month_cost does, NoAwardError only for the last month.
    """
    tariff = prices.tariff(roster.arrangement.tariff)
    income = counted_income(roster, tariff.income)
    if income is None:
        raise NoIncomeError
    paid: dict[str, Decimal] = {}
    months = []
    for number in range(1, until.month + 1):
        first = date(until.year, number, 1)
        try:
            granted = practical_hours(roster, first)
        except NoAwardError:
            if number == until.month:
                raise
            continue
        counted = granted if hours is None else hours
        used = _used(roster, tariff, hours=counted)
        questions = [Question(service, units, income, first, paid.get(service, ZERO)) for service, units in used]
        charges = charge_all(tariff, questions, base_amounts=prices.base_amounts, national=prices.national)
        for charge in charges:
            paid[charge.service] = paid.get(charge.service, ZERO) + charge.amount
        months.append(MonthCost(first, counted, charges))
    return tuple(months)


def _used(roster: Roster, tariff: Tariff, *, hours: Decimal) -> tuple[tuple[str, Decimal], ...]:
    """Return the services used, by id, with their units; practical assistance first, where the list has it."""
    others = tuple((use.service, use.units) for use in roster.arrangement.services)
    practical = tariff.practical_assistance
    return others if practical is None else ((practical.id, hours), *others)


def _next_month(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)
