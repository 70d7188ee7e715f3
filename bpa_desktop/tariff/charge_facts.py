"""A co-payment as facts: the amount and all that a sentence about it can be made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

from .case import Case
from .charge_warnings import ChargeWarning, warnings_of
from .g_change import GChange, g_change_of
from .g_policy import GInUse
from .price import Bill, Ceiling, CeilingKind, Period, in_ore
from .price_list import InBpa
from .provenance import Mark

THOUSANDTH = Decimal("0.001")
NEAR = Decimal("0.005")
"""The share of an edge within which a household should ask the municipality: half a per cent."""


@dataclass(frozen=True)
class BandLimits:
    """The band the income is in: above `from_g` and up to `to_g` times G; None is without end."""

    from_g: Decimal
    to_g: Decimal | None


@dataclass(frozen=True)
class Step:
    """A neighbouring edge: its income in kroner a year and in G, and the amount on its other side.

    For the edge below that is the amount at it, since an exact edge belongs to the lower band; for the edge above it is
    the amount from the first øre above it. The amount is None where the list has no price for the units there.
    """

    income: Decimal
    in_g: Decimal
    amount: Decimal | None


@dataclass(frozen=True)
class ChargeSource:
    """The list an amount is from; `lines` are the service's where the list gives them."""

    tariff: str
    title: str
    ref: str
    lines: str
    retrieved: date | None
    dated: bool
    mark: Mark


@dataclass(frozen=True)
class Charge:
    """What a service costs, in kroner with two decimals, and why.

    `units` were asked for, `units_charged` are left after rounding and a ceiling in units. `rate` is kroner a unit,
    None for an amount that no unit makes. `ceiling` is the one that decided, None when none did. What explains the
    amount further is worked out from `case` when it is first asked for.
    """

    service: str
    amount: Decimal
    per: Period
    units: Decimal
    units_charged: Decimal
    rate: Decimal | None
    ceiling: Ceiling | None
    income: Decimal
    g: GInUse
    free_in_bpa: bool
    case: Case = field(repr=False)
    currency: str = "NOK"

    @cached_property
    def band(self) -> BandLimits:
        """The band the income is in."""
        return BandLimits(self.case.band.from_g, self.case.band.to_g)

    @cached_property
    def assumed(self) -> tuple[str, ...]:
        """What was filled in by judgement, of the list, the income, the service, the band and an exact edge."""
        case = self.case
        bpa = ("bpa",) if case.service.bpa in (InBpa.ASSUMED_YES, InBpa.ASSUMED_NO) else ()
        edge = ("edge",) if case.is_on_edge else ()
        of_list, of_service = (*case.tariff.assumed, *case.tariff.income.assumed), (*case.service.assumed, *bpa)
        return tuple(dict.fromkeys((*of_list, *of_service, *case.band.assumed, *edge)))

    @cached_property
    def warnings(self) -> tuple[ChargeWarning, ...]:
        """What the amount must not be read without."""
        is_national = self.ceiling is not None and self.ceiling.kind is CeilingKind.NATIONAL
        biting = self.case.maximum if is_national else None
        return warnings_of(self.case.tariff, self.case.question.day, g=self.g, biting=biting)

    @cached_property
    def below(self) -> Step | None:
        """The edge below, and the amount at and below it; None in the lowest band."""
        case = self.case
        if case.index == 0:
            return None
        edge = case.band.from_g
        return self._step(edge, case.bill(case.service.bands[case.index - 1], lambda limit: edge <= limit))

    @cached_property
    def above(self) -> Step | None:
        """The edge above, and the amount just above it; None in the highest band."""
        case, edge = self.case, self.case.band.to_g
        if edge is None or case.index + 1 == len(case.service.bands):
            return None
        return self._step(edge, case.bill(case.service.bands[case.index + 1], lambda limit: edge < limit))

    def _step(self, edge: Decimal, bill: Bill | None) -> Step:
        return Step(edge * self.g.amount, edge, in_ore(bill.amount) if bill else None)

    @cached_property
    def g_change(self) -> GChange | None:
        """The change of G near the day that puts the same income into another band; None when there is none."""
        return g_change_of(self.case)

    @cached_property
    def source(self) -> ChargeSource:
        """The list, and where in it the amount stands."""
        tariff, service = self.case.tariff, self.case.service
        ref, lines, retrieved = "", "", None
        if tariff.sources:
            first = tariff.sources[0]
            ref, lines, retrieved = first.ref, first.lines, first.retrieved
        lines = service.source_lines or lines
        return ChargeSource(tariff.id, tariff.title, ref, lines, retrieved, not tariff.undated, tariff.mark)

    @property
    def income_in_g(self) -> Decimal:
        """The income as a multiple of G, to three decimals, a tie up."""
        return (self.income / self.g.amount).quantize(THOUSANDTH, ROUND_HALF_UP)

    @property
    def is_near_edge(self) -> bool:
        """Whether the income is within half a per cent of a neighbouring edge."""
        edges = [step.income for step in (self.below, self.above) if step is not None]
        return any(abs(self.income - edge) <= edge * NEAR for edge in edges)
