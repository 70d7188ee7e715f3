"""Doubts about the base amount: limits printed in kroner against their multiple of G, and G itself against the table.

Every base amount known, and every yearly average of two, is tried as an explanation of a limit that does not fit.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from .base_amount import BaseAmount
from .doubt import Doubt, DoubtCode
from .errors import BeforeFirstBaseAmountError
from .g_policy import FOLLOWS_TABLE, GPolicyKind
from .price_list import Service, Tariff
from .provenance import Facts

TOLERANCE = Decimal("0.001")
"""A limit in kroner is doubted from a tenth of a per cent away."""
EXACT = Decimal("0.0001")
"""An explanation must fit closely: base amounts of two years are never that near each other."""
MISPRINT = Decimal("0.01")
"""Closer than a hundredth, and no base amount explains it: a figure was mistyped."""
OTHER_MULTIPLES = tuple(Decimal(halves) / 2 for halves in range(1, 17))
ONE_KRONE = Decimal(1)


@dataclass(frozen=True)
class KnownG:
    """A base amount that may have been used: one from a first of May, or the average of a calendar year."""

    amount: Decimal
    from_day: date | None = None
    average_of: int | None = None

    @property
    def facts(self) -> Facts:
        """What a sentence says of it."""
        return {"explained_g": self.amount, "explained_from": self.from_day, "explained_average_of": self.average_of}


def g_doubts(tariff: Tariff, base_amounts: BaseAmount) -> Iterator[Doubt]:
    """Yield doubts about the amount a list names as G: from another year than it says, outdated, or never in force."""
    amount = tariff.g.amount
    if amount is None:
        return
    known = next((g for g in known_gs(base_amounts) if g.amount == amount), None)
    if known is None:
        yield Doubt(DoubtCode.UNKNOWN_G, "g.amount", str(amount))
    elif tariff.g.stated_from is not None and known.from_day != tariff.g.stated_from:
        stated = _on(base_amounts, tariff.g.stated_from)
        facts = {"stated_from": tariff.g.stated_from, "expected": stated, **known.facts}
        yield Doubt(DoubtCode.G_OF_ANOTHER_YEAR, "g.amount", str(amount), facts=facts)
    elif known.from_day is not None and tariff.valid_from is not None:
        in_force = _on(base_amounts, tariff.valid_from)
        if in_force is not None and known.from_day < base_amounts.on(tariff.valid_from).from_day:
            yield Doubt(DoubtCode.STALE_G, "g.amount", str(amount), facts={"expected": in_force, **known.facts})
        elif tariff.g.stated_from is not None:
            yield from _over_may_doubts(tariff, base_amounts, valid_from=tariff.valid_from)


def _over_may_doubts(tariff: Tariff, base_amounts: BaseAmount, *, valid_from: date) -> Iterator[Doubt]:
    """A list that names the G of one May for a time in which another May brings a new one."""
    last = tariff.valid_to or date.max
    passed = [entry for entry in base_amounts.entries if valid_from < entry.from_day <= last]
    later = [entry for entry in passed if tariff.g.stated_from is not None and entry.from_day > tariff.g.stated_from]
    if later:
        facts = {"stated_from": tariff.g.stated_from, "changed_on": later[0].from_day, "expected": later[0].amount}
        yield Doubt(DoubtCode.G_FIXED_OVER_MAY, "g.amount", str(tariff.g.amount), facts=facts)


def limit_doubts(tariff: Tariff, service: Service, *, place: str, base_amounts: BaseAmount) -> Iterator[Doubt]:
    """Yield doubts about limits printed in kroner: against their multiple of G, and against their neighbours."""
    right = _right_gs(tariff, base_amounts)
    for index, band in enumerate(service.bands):
        for side, multiple in enumerate((band.from_g, band.to_g)):
            printed = band.printed_kr[side]
            if (
                printed is not None
                and multiple
                and not any(_fits(printed, multiple * g, within=TOLERANCE) for g in right)
            ):
                where = f"{place}.band[{index}].printed_kr[{side}]"
                code, facts = _explained(printed, multiple, right=right[-1], known=known_gs(base_amounts))
                yield Doubt(code, where, str(printed), facts=facts)
    for index, (lower, upper) in enumerate(pairwise(service.bands)):
        end, start = lower.printed_kr[1], upper.printed_kr[0]
        if end is not None and start is not None and abs(start - end) > ONE_KRONE:
            code = DoubtCode.PRINTED_GAP if start > end else DoubtCode.PRINTED_OVERLAP
            yield Doubt(code, f"{place}.band[{index + 1}].printed_kr[0]", str(start), facts={"before": end})


def known_gs(base_amounts: BaseAmount) -> tuple[KnownG, ...]:
    """Return every base amount that may have been used, the latest first."""
    years = range(base_amounts.entries[0].from_day.year + 1, base_amounts.entries[-1].from_day.year + 1)
    averages = [KnownG(base_amounts.average(year), average_of=year) for year in reversed(years)]
    return tuple(KnownG(entry.amount, entry.from_day) for entry in reversed(base_amounts.entries)) + tuple(averages)


def _right_gs(tariff: Tariff, base_amounts: BaseAmount) -> tuple[Decimal, ...]:
    """Return the base amounts a printed limit may rightly stand on: fixed, or any in force while the list holds."""
    if tariff.g.kind not in FOLLOWS_TABLE and tariff.g.amount is not None:
        return (tariff.g.amount,)
    every = tuple(entry.amount for entry in base_amounts.entries)
    if tariff.undated or tariff.valid_from is None:
        return every
    start = date(tariff.valid_from.year, 1, 1) if tariff.g.kind is GPolicyKind.JAN1 else tariff.valid_from
    end = start if tariff.g.kind is GPolicyKind.JAN1 else tariff.valid_to or tariff.valid_from
    first = _on(base_amounts, start)
    later = [entry.amount for entry in base_amounts.entries if start < entry.from_day <= end]
    return (first, *later) if first is not None else (*later,) or every


def _on(base_amounts: BaseAmount, day: date) -> Decimal | None:
    try:
        return base_amounts.on(day).amount
    except BeforeFirstBaseAmountError:
        return None


def _explained(
    printed: Decimal, multiple: Decimal, *, right: Decimal, known: tuple[KnownG, ...]
) -> tuple[DoubtCode, Facts]:
    """Return the likeliest explanation: a stale G, a misprint, another multiple, or none."""
    facts: Facts = {"multiple": multiple, "expected": multiple * right, "g": right}
    for g in known:
        if _fits(printed, multiple * g.amount, within=EXACT):
            return DoubtCode.LIMIT_OF_STALE_G, {**facts, **g.facts}
    if _fits(printed, multiple * right, within=MISPRINT):
        return DoubtCode.LIMIT_MISPRINTED, facts
    for g in known:
        for other in OTHER_MULTIPLES:
            if _fits(printed, other * g.amount, within=EXACT):
                return DoubtCode.LIMIT_OF_OTHER_MULTIPLE, {**facts, "explained_multiple": other, **g.facts}
    return DoubtCode.LIMIT_UNEXPLAINED, facts


def _fits(printed: Decimal, expected: Decimal, *, within: Decimal) -> bool:
    return abs(printed - expected) <= expected * within
