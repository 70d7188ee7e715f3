"""Doubts about worked examples: a printed amount that the table does not give, a limit the table does not have."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from .base_amount import BaseAmount
from .charge import Question, charge
from .charge_facts import Charge
from .doubt import Doubt, DoubtCode
from .errors import TariffError
from .price_list import Example, Tariff

TOLERANCE = Decimal("0.001")
"""A limit in an example is doubted from a tenth of a per cent away from the table's."""


def example_doubts(tariff: Tariff, base_amounts: BaseAmount) -> Iterator[Doubt]:
    """Yield doubts about a list's worked examples. An example may stand on any G in force while the list holds.

    A list that ended before the first G known is not asked.
    """
    days = _days(tariff, base_amounts)
    for index, example in enumerate(tariff.examples if days else ()):
        place = f"example[{index}]"
        charges = tuple(_charges(tariff, example, days=days, base_amounts=base_amounts))
        if not charges:
            yield Doubt(DoubtCode.EXAMPLE_UNANSWERED, place, example.service)
            continue
        if all(found.amount != example.amount for found in charges):
            facts = {"expected": charges[0].amount, "units": example.units, "income": example.income}
            yield Doubt(DoubtCode.EXAMPLE_DISAGREES, f"{place}.amount", str(example.amount), facts=facts)
        if example.below and not any(_is_limit(found) for found in charges):
            yield from _other_limit(charges[0], place)


def _charges(tariff: Tariff, example: Example, *, days: tuple[date, ...], base_amounts: BaseAmount) -> Iterator[Charge]:
    """Yield what the list charges by each G in force while it holds; nothing where it has no answer."""
    for day in days:
        try:
            yield charge(
                tariff, Question(example.service, example.units, example.income, day), base_amounts=base_amounts
            )
        except TariffError:
            continue


def _days(tariff: Tariff, base_amounts: BaseAmount) -> tuple[date, ...]:
    first, last = tariff.valid_from or date.min, tariff.valid_to or date.max
    changes = [entry.from_day for entry in base_amounts.entries]
    return tuple(day for day in dict.fromkeys((first, *changes)) if max(first, changes[0]) <= day <= last)


def _is_limit(found: Charge) -> bool:
    """Tell whether the income is a limit of its service, as near as figures are printed."""
    edges = [to_g * found.g.amount for to_g in _limits(found)]
    return any(abs(found.income - edge) <= edge * TOLERANCE for edge in edges)


def _other_limit(found: Charge, place: str) -> Iterator[Doubt]:
    """Yield a doubt that names the table's nearest limit; a table without limits has none to differ from."""
    nearest = min(_limits(found), key=lambda to_g: abs(found.income - to_g * found.g.amount), default=None)
    if nearest is not None:
        facts = {"ratio": found.income_in_g, "to_g": nearest, "expected": nearest * found.g.amount}
        yield Doubt(DoubtCode.EXAMPLE_OF_OTHER_LIMIT, f"{place}.income", str(found.income), facts=facts)


def _limits(found: Charge) -> list[Decimal]:
    return [band.to_g for band in found.case.service.bands if band.to_g is not None]
