"""The figures of one's own pay agreement as they are typed. Plain Python, no Qt, no texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from decimal import Decimal
from enum import StrEnum

from bpa_desktop.data.own_pay_agreement import OwnFigures
from bpa_desktop.ui.cost.entry import read_kroner
from bpa_desktop.ui.widgets.entry import NoAmountError, amount_entry

OWN_FIELDS = tuple(field.name for field in fields(OwnFigures))
_NEVER_NOTHING = frozenset({"base_wage", "resting_hours"})
_MOST = Decimal(1000)
_FINEST = -2


class Fault(StrEnum):
    """What is wrong with a figure."""

    NO_AMOUNT = "no_amount"
    NOTHING = "nothing"


def own_entry(own: OwnFigures) -> dict[str, str]:
    """Return what stands in the form; nothing for what is not known."""
    return {name: amount_entry(getattr(own, name)) for name in OWN_FIELDS}


def read_own(values: Mapping[str, str]) -> OwnFigures | dict[str, Fault]:
    """Return the figures, or what is wrong with which; an empty one is not known."""
    figures: dict[str, Decimal | None] = {}
    faults: dict[str, Fault] = {}
    for name in OWN_FIELDS:
        try:
            figures[name] = _figure(values[name])
        except NoAmountError:
            faults[name] = Fault.NO_AMOUNT
            continue
        if figures[name] == 0 and name in _NEVER_NOTHING:
            faults[name] = Fault.NOTHING
    return faults or OwnFigures(**figures)


def _figure(typed: str) -> Decimal | None:
    """Return an amount from 0 to 1000 with at most two decimals, or None. Raises NoAmountError."""
    figure = read_kroner(typed.strip().removesuffix("%"))
    if figure is None:
        return None
    exponent = figure.as_tuple().exponent
    if figure > _MOST or not isinstance(exponent, int) or exponent < _FINEST:
        raise NoAmountError(typed)
    return figure
