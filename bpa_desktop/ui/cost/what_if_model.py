"""Today beside what would be, as it is shown, and what is typed for it. Plain Python, no Qt, no texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bpa_desktop.domain.roster import Roster
from bpa_desktop.services.cost import NoAwardError, PriceBook, practical_hours
from bpa_desktop.services.household import counted_income
from bpa_desktop.services.what_if import WhatIf, services_left_out, what_if
from bpa_desktop.tariff.choice import Place, lists_for
from bpa_desktop.tariff.doubts import is_usable
from bpa_desktop.tariff.price_list import Tariff
from bpa_desktop.ui.cost.entry import Problem, read_amounts
from bpa_desktop.ui.cost.view_model import CostModel, Ladder, Unknown, build_cost
from bpa_desktop.ui.widgets.entry import amount_entry

AMOUNTS = ("income", "hours")
CHOICES = ("municipality", "tariff")


@dataclass(frozen=True)
class WhatIfModel:
    """Both sides; `left_out` are the names of services in use that the other list does not have."""

    today: CostModel | Unknown
    other: CostModel | Unknown
    left_out: tuple[str, ...] = ()

    @property
    def month_difference(self) -> Decimal | None:
        """Kroner more a month than today, below 0 for less; None where a side is not known."""
        if isinstance(self.today, Unknown) or isinstance(self.other, Unknown):
            return None
        return self.other.total - self.today.total

    @property
    def year_difference(self) -> Decimal | None:
        """Kroner more a year; None where a side is not known, or has other months than the other."""
        if isinstance(self.today, Unknown) or isinstance(self.other, Unknown):
            return None
        mine, theirs = ([one.month for one in side.months] for side in (self.today, self.other))
        return self.other.year_total - self.today.year_total if mine == theirs else None

    @property
    def highest(self) -> Decimal:
        """The dearest step of both ladders, to which both are drawn."""
        return max(
            (ladder.highest for side in (self.today, self.other) if (ladder := ladder_of(side))), default=Decimal(0)
        )


def ladder_of(side: CostModel | Unknown) -> Ladder | None:
    """Return the ladder of a side that has one."""
    return side.ladder if isinstance(side, CostModel) else None


def build_what_if(roster: Roster, month: date, *, change: WhatIf, prices: PriceBook) -> WhatIfModel:
    """Return the month as it is and as it would be."""
    today = build_cost(roster, month, prices=prices)
    other = build_cost(what_if(roster, change, prices=prices), month, prices=prices, hours=change.hours)
    missing = services_left_out(roster, change.tariff, prices=prices) if change.tariff is not None else ()
    names = {line.charge.service: line.label for line in today.lines} if isinstance(today, CostModel) else {}
    return WhatIfModel(today, other, tuple(names.get(service, service) for service in missing))


def what_if_entry(roster: Roster, month: date, *, prices: PriceBook) -> dict[str, str]:
    """Return what stands in the form while nothing is changed."""
    used = prices.in_use(roster.arrangement)
    income = roster.arrangement.household_income if used is None else counted_income(roster, used.income)
    try:
        hours: Decimal | None = round(practical_hours(roster, month), 2)
    except NoAwardError:
        hours = None
    return {
        "income": amount_entry(income),
        "hours": amount_entry(hours),
        "municipality": used.municipality if used is not None else "",
        "tariff": used.id if used is not None else "",
    }


def read_what_if(values: Mapping[str, str], today: Mapping[str, str]) -> WhatIf | dict[str, Problem]:
    """Return what shall be otherwise than today, or a problem by field; a field left as it stood changes nothing."""
    changed = [field for field in AMOUNTS if values[field] != today[field]]
    amounts, problems = read_amounts(values, changed)
    problems |= {field: Problem.NO_AMOUNT for field in changed if field not in amounts}
    tariff = values["tariff"] if values["tariff"] != today["tariff"] else None
    return problems or WhatIf(amounts.get("income"), amounts.get("hours"), tariff or None)


def municipalities(prices: PriceBook) -> tuple[str, ...]:
    """Return every municipality that a usable list is known of, by name."""
    return tuple(sorted({one.municipality for one in prices.tariffs if is_usable(prices.doubts(one))}))


def lists_of(municipality: str, day: date, *, prices: PriceBook) -> tuple[Tariff, ...]:
    """Return the usable lists of a municipality: the likeliest on a day first, those to come last."""
    usable = [one for one in prices.tariffs if one.municipality == municipality and is_usable(prices.doubts(one))]
    if not usable:
        return ()
    likely = lists_for(
        usable, Place(usable[0].municipality_no, usable[0].district), day=day, numbers=prices.municipalities
    )
    return (*likely, *(one for one in usable if one not in likely))
