"""Exact amounts and hours as decimals: rounded once, at the end of a line."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import floor

_HALF = Fraction(1, 2)


def ore(kroner: Fraction) -> Decimal:
    """Return an amount of 0 or more in kroner to the nearest øre, a half upwards."""
    return Decimal(floor(kroner * 100 + _HALF)).scaleb(-2)


def hundredths(hours: Fraction) -> Decimal:
    """Return a number of hours of 0 or more to the nearest hundredth, for showing."""
    return ore(hours)
