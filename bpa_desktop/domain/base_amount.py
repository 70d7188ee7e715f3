"""A base amount (G) the user expects before it is announced in May."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class ExpectedBaseAmount:
    """Kroner a year from a day on, as the user expects it; the id is that day, as `2027-05-01`."""

    id: str
    from_day: date
    amount: Decimal
