"""What the assistance would cost with another income, other hours, or by another list. Nothing of it is kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from bpa_desktop.domain.roster import Roster
from bpa_desktop.services.cost import PriceBook


@dataclass(frozen=True)
class WhatIf:
    """What shall be otherwise; None is as today. Income in kroner a year, hours of practical assistance a month."""

    income: Decimal | None = None
    hours: Decimal | None = None
    tariff: str | None = None


def what_if(roster: Roster, change: WhatIf, *, prices: PriceBook) -> Roster:
    """Return the roster as it would be charged; services that the other list does not have are left out of it.

    Another income takes the place of the members'. Hours are no part of a roster: the cost is asked for with them.
    """
    arrangement, household = roster.arrangement, roster.household
    if change.tariff is not None:
        left_out = services_left_out(roster, change.tariff, prices=prices)
        kept = tuple(use for use in arrangement.services if use.service not in left_out)
        arrangement = replace(arrangement, tariff=change.tariff, services=kept)
    if change.income is not None:
        arrangement, household = replace(arrangement, household_income=change.income), None
    return replace(roster, arrangement=arrangement, household=household)


def services_left_out(roster: Roster, tariff_id: str, *, prices: PriceBook) -> tuple[str, ...]:
    """Return the services in use that a list does not have, or counts in another unit, by id.

    What they cost by it is not known. Practical assistance comes first, where the list does not charge for it at all.
    Raises NoTariffError.
    """
    other = prices.tariff(tariff_id)
    used = prices.in_use(roster.arrangement) or other
    mine, theirs = ({service.id: service.unit for service in one.services} for one in (used, other))
    practical = used.practical_assistance
    lost = (practical.id,) if practical is not None and other.practical_assistance is None else ()
    ids = (use.service for use in roster.arrangement.services)
    return (*lost, *(one for one in ids if one not in theirs or theirs[one] is not mine.get(one, theirs[one])))
