"""A base amount (G) the user expects before it is announced in May."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

EXPECTED_ID = "expected"
"""One guess is enough: a later one takes its place."""


@dataclass(frozen=True)
class ExpectedBaseAmount:
    """Kroner a year from a day on, as the user expects it: no more than one is kept, under the id `expected`."""

    id: str
    from_day: date
    amount: Decimal
