"""Doubts about prices: ceilings that disagree, units no price is named for, a charge that falls when income rises."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from .doubt import Doubt, DoubtCode
from .price import Metered, Period, Switch, Tier, Tiers
from .price_list import Band, Service, Unit

ONE = Decimal(1)
FINEST_HOUR = Decimal("0.25")
"""The step hours are looked at with where a list gives none: a quarter."""
TRIED_UNITS = tuple(Decimal(units) for units in (1, 2, 3, 5, 8, 13, 20, 40, 80))
"""Units a month a falling charge is looked for at."""


def price_doubts(service: Service, place: str) -> Iterator[Doubt]:
    """Yield what is wrong with the prices of a service's bands, each by itself and one after the other."""
    step = _step(service)
    for index, band in enumerate(service.bands):
        yield from _own_doubts(band, f"{place}.band[{index}]", step=step)
    for index, (lower, upper) in enumerate(pairwise(service.bands)):
        yield from _falling(lower, upper, place=f"{place}.band[{index + 1}]")


def _step(service: Service) -> Decimal:
    """Return the difference between two neighbouring numbers of units: whole ones, except hours."""
    if service.unit is not Unit.HOUR:
        return ONE
    return service.step or FINEST_HOUR


def _own_doubts(band: Band, place: str, *, step: Decimal) -> Iterator[Doubt]:
    price = band.price
    if isinstance(price, Metered):
        yield from _metered_doubts(price, place)
    elif isinstance(price, Switch):
        yield from _switch_doubts(price, place, step=step)
    elif isinstance(price, Tiers):
        yield from _tiers_doubts(price, place, step=step)


def _metered_doubts(price: Metered, place: str) -> Iterator[Doubt]:
    if price.max_units is None:
        return
    if price.max_period is None:
        yield Doubt(DoubtCode.NO_MAX_PERIOD, f"{place}.max_period", "", breaking=True)
    same_period = price.cap_period is (price.max_period or Period.MONTH)
    if price.cap is not None and same_period and price.cap != price.rate * price.max_units:
        facts = {"rate": price.rate, "max_units": price.max_units, "expected": price.rate * price.max_units}
        yield Doubt(DoubtCode.CEILINGS_DISAGREE, f"{place}.cap", str(price.cap), facts=facts)


def _switch_doubts(price: Switch, place: str, *, step: Decimal) -> Iterator[Doubt]:
    """Units between "up to 8 hours" and "9 hours or more" have no price; they are counted as above the switch."""
    if price.switch_from is not None and price.switch_from - price.switch_at > step:
        facts = {"switch_at": price.switch_at}
        yield Doubt(DoubtCode.SWITCH_GAP, f"{place}.switch_from", str(price.switch_from), facts=facts)


def _tiers_doubts(price: Tiers, place: str, *, step: Decimal) -> Iterator[Doubt]:
    if not price.tiers:
        yield Doubt(DoubtCode.NO_TIER, f"{place}.tiers", "", breaking=True)
    for index, tier in enumerate(price.tiers):
        if tier.max < tier.min:
            where = f"{place}.tiers[{index}].max"
            yield Doubt(DoubtCode.TIER_BACKWARDS, where, str(tier.max), breaking=True, facts={"min": tier.min})
    order = sorted(range(len(price.tiers)), key=lambda index: price.tiers[index].min)
    for low, high in pairwise(order):
        yield from _joint_doubts(price.tiers[low], price.tiers[high], place=f"{place}.tiers[{high}].min", step=step)
        yield from _falling_tiers(price.tiers[low], price.tiers[high], place=f"{place}.tiers[{high}].amount")


def _joint_doubts(low: Tier, high: Tier, *, place: str, step: Decimal) -> Iterator[Doubt]:
    facts = {"before": low.max}
    if high.min <= low.max:
        yield Doubt(DoubtCode.TIER_OVERLAP, place, str(high.min), breaking=True, facts=facts)
    elif high.min - low.max > step:
        yield Doubt(DoubtCode.TIER_GAP, place, str(high.min), facts=facts)


def _falling_tiers(low: Tier, high: Tier, *, place: str) -> Iterator[Doubt]:
    """More help for less money: a column stands under the wrong heading, or a figure is mistyped."""
    if high.amount < low.amount:
        facts = {"before": low.amount}
        yield Doubt(DoubtCode.FALLS_WHEN_UNITS_RISE, place, str(high.amount), facts=facts)


def _falling(lower: Band, upper: Band, *, place: str) -> Iterator[Doubt]:
    """Yield a doubt at the first number of units for which the richer household pays less."""
    for units in TRIED_UNITS:
        poorer, richer = lower.price.bill(units, Decimal(0)), upper.price.bill(units, Decimal(0))
        if poorer is not None and richer is not None and richer.amount < poorer.amount:
            facts = {"units": units, "below": poorer.amount, "above": richer.amount}
            yield Doubt(DoubtCode.FALLS_WHEN_INCOME_RISES, place, str(richer.amount), facts=facts)
            return
