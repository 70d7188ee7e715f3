"""Invoice (faktura): what the municipality billed for a month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class Invoice:
    """The kroner billed for the month that begins on a day; the id is that month, as `2026-11`."""

    id: str
    month: date
    amount: Decimal


def invoice_id(month: date) -> str:
    """Return the id of a month's invoice."""
    return f"{month:%Y-%m}"
