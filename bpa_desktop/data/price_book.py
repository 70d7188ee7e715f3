"""The shipped price lists and base amounts, with what the user has of their own."""

from __future__ import annotations

from functools import lru_cache

from bpa_desktop.data.problem import DataError
from bpa_desktop.data.tariffs import read_tariffs
from bpa_desktop.domain.base_amount import ExpectedBaseAmount
from bpa_desktop.domain.price_list import OwnPriceList
from bpa_desktop.services.cost import PriceBook
from bpa_desktop.services.records import Records
from bpa_desktop.tariff.base_amount import BaseAmount
from bpa_desktop.tariff.price_list import Tariff

LISTS_REMEMBERED = 64


def with_own(shipped: PriceBook, records: Records) -> PriceBook:
    """Return what is shipped together with the user's own lists and the G they expect; itself where there are none.

    An own list goes before a shipped one with its id. A text that cannot be read is left out: whoever is charged by it
    is told that there is no such list.
    """
    lists, expected = records.all(OwnPriceList), records.all(ExpectedBaseAmount)
    if not lists and not expected:
        return shipped
    own = tuple(tariff for kept in lists for tariff in own_tariffs(kept.text))
    replaced = {tariff.id for tariff in own}
    others = tuple(tariff for tariff in shipped.tariffs if tariff.id not in replaced)
    base_amounts = _with_expected(shipped.base_amounts, expected)
    return PriceBook((*own, *others), base_amounts, shipped.national, shipped.municipalities)


@lru_cache(maxsize=LISTS_REMEMBERED)
def own_tariffs(text: str) -> tuple[Tariff, ...]:
    """Return the lists of a kept text, none where it cannot be read."""
    try:
        return read_tariffs(text.encode(), "")
    except DataError:
        return ()


def _with_expected(base_amounts: BaseAmount, expected: tuple[ExpectedBaseAmount, ...]) -> BaseAmount:
    """Return the base amounts with those expected after the last announced one; an announced G is not doubted."""
    announced = base_amounts.entries[-1].from_day
    for guess in expected:
        if guess.from_day > announced:
            base_amounts = base_amounts.with_provisional(guess.from_day, guess.amount)
    return base_amounts
