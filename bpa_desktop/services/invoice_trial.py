"""A month's bill that can be counted anew with one thing changed: the list, the income, the hours, a ceiling."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from bpa_desktop.services.cost import MonthCost, PriceBook
from bpa_desktop.tariff.case import Figures, case_of
from bpa_desktop.tariff.charge import Question, charge_all
from bpa_desktop.tariff.errors import TariffError
from bpa_desktop.tariff.g_policy import GPolicy, GPolicyKind, g_in_use
from bpa_desktop.tariff.national_maximum import NationalMaximum
from bpa_desktop.tariff.price import Price
from bpa_desktop.tariff.price_list import Service, Tariff

ZERO = Decimal(0)


@dataclass(frozen=True)
class Trial:
    """What a month is counted from: the list, what is asked of it, the state's figures."""

    tariff: Tariff
    questions: tuple[Question, ...]
    prices: PriceBook
    national: NationalMaximum | None

    @property
    def g(self) -> Decimal:
        """The base amount the list counts in, in kroner. Raises TariffError."""
        return g_in_use(self.tariff.g, self.questions[0].day, base_amounts=self.prices.base_amounts).amount

    @property
    def practical(self) -> tuple[Service, Question] | None:
        """The service BPA hours are charged as with what is asked of it, where it is asked for."""
        service = self.tariff.practical_assistance
        if service is None:
            return None
        return next(((service, one) for one in self.questions if one.service == service.id), None)

    @property
    def band(self) -> int:
        """The place of the band that the household is in, among those of practical assistance; 0 without such."""
        if self.practical is None:
            return 0
        _, question = self.practical
        return case_of(self.tariff, question, figures=Figures(self.prices.base_amounts)).index

    @property
    def rate(self) -> Decimal | None:
        """Kroner an hour at the household's income; None where no hours are charged by the hour."""
        if self.practical is None:
            return None
        service, _ = self.practical
        return getattr(service.bands[self.band].price, "rate", None)

    def total(self) -> Decimal | None:
        """Return the kroner of the month, or None where the list has no answer."""
        try:
            charges = charge_all(
                self.tariff, self.questions, base_amounts=self.prices.base_amounts, national=self.national
            )
        except TariffError:
            return None
        return sum((charge.amount for charge in charges), ZERO)

    def by_list(self, other: Tariff) -> Trial:
        """Return the month by another list, whatever it calls the service BPA hours are charged as."""
        mine, theirs = self.tariff.practical_assistance, other.practical_assistance
        if mine is None or theirs is None:
            return replace(self, tariff=other)
        questions = (replace(one, service=theirs.id) if one.service == mine.id else one for one in self.questions)
        return replace(self, tariff=other, questions=tuple(questions))

    def in_g(self, amount: Decimal) -> Trial:
        """Return the month counted in another base amount, in kroner."""
        return replace(self, tariff=replace(self.tariff, g=GPolicy(GPolicyKind.FIXED, amount)))

    def with_income(self, income: Decimal) -> Trial:
        """Return the month at another income in kroner a year."""
        return replace(self, questions=tuple(replace(one, income=income) for one in self.questions))

    def with_hours(self, hours: Decimal) -> Trial:
        """Return the month with other hours of practical assistance."""
        service = self.tariff.practical_assistance
        mine = service.id if service is not None else None
        questions = (replace(one, units=hours) if one.service == mine else one for one in self.questions)
        return replace(self, questions=tuple(questions))

    def with_service(self, changed: Service) -> Trial:
        """Return the month with a service of the list in the place of the one with its id."""
        services = tuple(changed if one.id == changed.id else one for one in self.tariff.services)
        return replace(self, tariff=replace(self.tariff, services=services))

    def repriced(self, change: Callable[[Price], Price]) -> Trial:
        """Return the month with every price of the list changed."""
        services = tuple(
            replace(service, bands=tuple(replace(band, price=change(band.price)) for band in service.bands))
            for service in self.tariff.services
        )
        return replace(self, tariff=replace(self.tariff, services=services))


def trial_of(tariff: Tariff, cost: MonthCost, *, prices: PriceBook) -> Trial:
    """Return the month as it should be billed."""
    questions = tuple(replace(charge.case.question, others=()) for charge in cost.charges)
    return Trial(tariff, questions, prices, prices.national)
