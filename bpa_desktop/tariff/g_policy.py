"""Which base amount a municipality counts its income bands in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from .base_amount import BaseAmount


class GPolicyKind(StrEnum):
    """The base amount in force on the day, on 1 January, one fixed by the list, or a yearly average it names."""

    IN_FORCE = "in_force"
    JAN1 = "jan1"
    FIXED = "fixed"
    ANNUAL_AVERAGE = "annual_average"


FOLLOWS_TABLE = frozenset({GPolicyKind.IN_FORCE, GPolicyKind.JAN1})
"""Policies that read the table of base amounts; the others bring their amount."""


@dataclass(frozen=True)
class GPolicy:
    """The policy, and the amount in kroner of a fixed or average one.

    `stated_from` is the first of May the list itself says that its amount is from; only the checker reads it.
    Raises ValueError when a fixed or average policy has no amount.
    """

    kind: GPolicyKind = GPolicyKind.IN_FORCE
    amount: Decimal | None = None
    stated_from: date | None = None

    def __post_init__(self) -> None:
        if self.kind not in FOLLOWS_TABLE and not self.amount:
            raise ValueError(f"a policy of {self.kind} needs an amount above 0")


@dataclass(frozen=True)
class GInUse:
    """The base amount a charge was worked out with; `from_day` is None for one that no first of May set."""

    amount: Decimal
    from_day: date | None
    provisional: bool = False
    announced: bool = True


def g_in_use(policy: GPolicy, day: date, *, base_amounts: BaseAmount) -> GInUse:
    """Return the base amount a list with that policy uses on a day. Raises BeforeFirstBaseAmountError."""
    if policy.kind in FOLLOWS_TABLE or policy.amount is None:
        asked = date(day.year, 1, 1) if policy.kind is GPolicyKind.JAN1 else day
        entry = base_amounts.on(asked)
        return GInUse(entry.amount, entry.from_day, entry.provisional, base_amounts.announced_for(asked))
    started = [entry.from_day for entry in base_amounts.entries if entry.amount == policy.amount]
    return GInUse(policy.amount, started[0] if started else None)
