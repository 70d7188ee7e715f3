"""A co-payment worked out a second time, from the description of price lists alone: slowly, in fractions.

Shares no calculation with the program: it reads the same values, and that is all.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import floor

from bpa_desktop.tariff.base_amount import BaseAmount
from bpa_desktop.tariff.charge import Question
from bpa_desktop.tariff.national_maximum import NationalMaximum
from bpa_desktop.tariff.price import Cheapest, Flat, Free, Metered, Price, Switch, Tiers
from bpa_desktop.tariff.price_list import Service, Tariff

HUNDRED = Fraction(100)


def slow_charge(tariff: Tariff, question: Question, base_amounts: BaseAmount, national: NationalMaximum) -> int | None:
    """Return the charge in øre, or None where the list or the table of base amounts has no answer."""
    service = next(each for each in tariff.services if each.id == question.service)
    g = slow_g(tariff, question.day, base_amounts)
    if g is None:
        return None
    ratio = Fraction(question.income) / g
    paid = Fraction(question.paid_this_year)
    for band in service.bands:
        if band.to_g is None or ratio <= Fraction(band.to_g):
            free = service.chargeable is not None and service.bpa.value in ("no", "assumed_no")
            kroner = slow_price(Free() if free else band.price, half_up(question.units, service.step), paid)
            if kroner is None:
                return None
            kroner = below_shared_ceilings(kroner, tariff, question, ratio)
            kroner = below_the_states(kroner, service, question.day.year, ratio, national)
            return floor(kroner * HUNDRED + Fraction(1, 2))
    return None


def slow_g(tariff: Tariff, day: date, base_amounts: BaseAmount) -> Fraction | None:
    """G in force on the day, on 1 January of its year, or the amount the list itself brings."""
    policy = tariff.g.kind.value
    if policy in ("fixed", "annual_average"):
        assert tariff.g.amount is not None
        return Fraction(tariff.g.amount)
    asked = date(day.year, 1, 1) if policy == "jan1" else day
    begun = [entry.amount for entry in base_amounts.entries if entry.from_day <= asked]
    return Fraction(begun[-1]) if begun else None


def half_up(units: Decimal, step: Decimal | None) -> Fraction:
    """Units to the nearest step; a tie is rounded up."""
    if step is None:
        return Fraction(units)
    steps = Fraction(units) / Fraction(step)
    return floor(steps + Fraction(1, 2)) * Fraction(step)


def slow_price(price: Price, units: Fraction, paid: Fraction) -> Fraction | None:
    """The table of kinds, row by row."""
    kroner: Fraction | None = None
    if isinstance(price, Free):
        kroner = Fraction(0)
    elif isinstance(price, Flat):
        kroner = Fraction(price.amount)
    elif isinstance(price, Metered):
        kroner = slow_metered(price, units, paid)
    elif isinstance(price, Switch):
        kroner = Fraction(price.amount) if units > Fraction(price.switch_at) else units * Fraction(price.rate)
    elif isinstance(price, Cheapest):
        kroner = max(Fraction(price.minimum), min(Fraction(price.amount), units * Fraction(price.rate)))
    else:
        kroner = slow_tiers(price, units)
    return kroner


def slow_tiers(price: Tiers, units: Fraction) -> Fraction | None:
    """The amount of the tier, both ends included; outside all of them there is none."""
    for tier in price.tiers:
        if Fraction(tier.min) <= units <= Fraction(tier.max):
            return Fraction(tier.amount)
    return None


def slow_metered(price: Metered, units: Fraction, paid: Fraction) -> Fraction:
    """Units times the rate, below a ceiling in units and one in kroner; a yearly one counts what was paid."""
    rate = Fraction(price.rate)
    candidates = [units * rate]
    if price.max_units is not None:
        yearly = price.max_period is not None and price.max_period.value == "year"
        candidates.append(Fraction(price.max_units) * rate - (paid if yearly else 0))
    if price.cap is not None:
        candidates.append(Fraction(price.cap) - (paid if price.cap_period.value == "year" else 0))
    return max(Fraction(0), min(candidates))


def below_shared_ceilings(kroner: Fraction, tariff: Tariff, question: Question, ratio: Fraction) -> Fraction:
    """What is left of each ceiling the service shares, for incomes it holds for."""
    for group in tariff.cap_groups:
        if question.service in group.services and (group.to_g is None or ratio <= Fraction(group.to_g)):
            used = Fraction(question.paid_this_year) if group.per.value == "year" else Fraction(0)
            for other in question.others:
                if other.service in group.services:
                    used += Fraction(other.this_month)
                    used += Fraction(other.earlier_this_year) if group.per.value == "year" else 0
            kroner = min(kroner, max(Fraction(0), Fraction(group.amount) - used))
    return kroner


def below_the_states(
    kroner: Fraction, service: Service, year: int, ratio: Fraction, national: NationalMaximum
) -> Fraction:
    """The state's maximum a month for practical assistance, for incomes it holds for: it never adds."""
    if service.chargeable is None and not service.national_group:
        return kroner
    for entry in national.entries:
        if entry.year == year and ratio <= Fraction(entry.to_g):
            return min(kroner, Fraction(entry.amount))
    return kroner
