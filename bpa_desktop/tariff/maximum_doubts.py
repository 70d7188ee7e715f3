"""Doubts about what a household under 2 G pays at most a month, against the state's maximum of the year."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from .doubt import Doubt, DoubtCode
from .national_maximum import NationalMaximum, NationalMaximumEntry
from .price import Cheapest, Flat, Free, Metered, Period, Price, Switch, Tiers
from .price_list import Service, Tariff
from .provenance import Facts, Mark


def maximum_doubts(tariff: Tariff, service: Service, *, place: str, national: NationalMaximum) -> Iterator[Doubt]:
    """Yield doubts about the bands under 2 G of practical assistance, in the year the list begins to hold."""
    entry = national.in_year(tariff.valid_from.year) if tariff.valid_from else None
    if entry is None or not service.is_practical_assistance or service.is_free_in_bpa:
        return
    before = national.in_year(entry.year - 1)
    for index, band in enumerate(service.bands):
        if band.to_g is not None and band.to_g <= entry.to_g and not isinstance(band.price, Free):
            yield from _band_doubts(band.price, entry, before=before, place=f"{place}.band[{index}]")


def _band_doubts(
    price: Price, entry: NationalMaximumEntry, *, before: NationalMaximumEntry | None, place: str
) -> Iterator[Doubt]:
    most = most_a_month(price)
    value = "" if most is None else str(most)
    facts: Facts = {"maximum": entry.amount, "year": entry.year, "mark": entry.mark.value}
    if entry.mark is Mark.DOUBTFUL and most is not None:
        if most != entry.amount:
            yield Doubt(DoubtCode.NATIONAL_MAXIMUM_DISPUTED, place, value, facts=facts)
    elif most is None or most > entry.amount:
        yield Doubt(DoubtCode.ABOVE_NATIONAL_MAXIMUM, place, value, facts=facts)
    elif before is not None and most == before.amount != entry.amount:
        facts = {**facts, "explained_by": before.year}
        yield Doubt(DoubtCode.NATIONAL_MAXIMUM_OUTDATED, place, value, facts=facts)


def most_a_month(price: Price) -> Decimal | None:
    """Return the most kroner a price comes to in a month, or None when nothing holds it."""
    if isinstance(price, Metered):
        return _most_metered(price)
    if isinstance(price, Tiers):
        return max((tier.amount for tier in price.tiers), default=None)
    if isinstance(price, Switch):
        return max(price.amount, price.rate * price.switch_at)
    if isinstance(price, Cheapest):
        return max(price.amount, price.minimum)
    return price.amount if isinstance(price, Flat) else Decimal(0)


def _most_metered(price: Metered) -> Decimal | None:
    ceilings = []
    if price.cap is not None and price.cap_period is Period.MONTH:
        ceilings.append(price.cap)
    if price.max_units is not None and price.max_period is not Period.YEAR:
        ceilings.append(price.max_units * price.rate)
    return min(ceilings, default=None)
