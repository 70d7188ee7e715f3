"""The price list schema `bpa-tariff/1` as pydantic models: keys, types and what each kind of price needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from bpa_desktop.data.models import Day, DecimalText, Id, OptionalDay, PrintedLimit, Strict, Text, Units, UpperCase
from bpa_desktop.data.problem import Problem, ProblemCode
from bpa_desktop.tariff.g_policy import GPolicyKind
from bpa_desktop.tariff.household import Member
from bpa_desktop.tariff.price import Kind, Period
from bpa_desktop.tariff.price_list import Chargeable, InBpa, Status, Unit
from bpa_desktop.tariff.provenance import Mark, SourceKind

KindChoice = Annotated[Kind, Field(strict=False)]
PeriodChoice = Annotated[Period, Field(strict=False)]
MarkChoice = Annotated[Mark, Field(strict=False), UpperCase]
Names = list[Text]


class SourceTable(Strict):
    """What was read."""

    id: Id
    kind: Annotated[SourceKind, Field(strict=False)]
    ref: Annotated[str, Field(min_length=1, max_length=2000)]
    lines: Text = ""
    retrieved: OptionalDay = None
    quote: Text = ""


class GTable(Strict):
    """Which base amount the bands are counted in."""

    policy: Annotated[GPolicyKind, Field(strict=False)] = GPolicyKind.IN_FORCE
    amount: DecimalText | None = None
    stated_from: OptionalDay = None


class IncomeTable(Strict):
    """Which income of whom counts."""

    basis: Annotated[str, Field(min_length=1, max_length=200)]
    members: list[Annotated[Member, Field(strict=False)]] = Field(
        default_factory=lambda: [Member.SPOUSE, Member.COHABITANT]
    )
    add: Names = Field(default_factory=list)
    year: Text = ""
    assumed: Names = Field(default_factory=list)


class AbsenceTable(Strict):
    """What is charged for cancelled help."""

    notice_hours: Annotated[int, Field(ge=0, le=10_000)] | None = None
    charge_when_late: bool | None = None
    free_when_hospitalised: bool | None = None
    free_when_not_delivered: bool | None = None


class CapGroupTable(Strict):
    """A ceiling that services share."""

    id: Id
    to_g: DecimalText | None = None
    amount: DecimalText
    per: PeriodChoice
    services: list[Id]


class TierTable(Strict):
    """An amount for so many units."""

    min: Units
    max: Units
    amount: DecimalText


class BandTable(Strict):
    """A price for a span of incomes; which keys a kind has is told by `kind_problems`."""

    from_g: DecimalText
    to_g: DecimalText | None = None
    kind: KindChoice
    to_inclusive: bool | None = None
    edge: Text = ""
    assumed: Names = Field(default_factory=list)
    printed_kr: Annotated[list[PrintedLimit], Field(min_length=2, max_length=2)] | None = None
    rate: DecimalText | None = None
    max_units: DecimalText | None = None
    max_period: PeriodChoice | None = None
    cap: DecimalText | None = None
    cap_period: PeriodChoice | None = None
    amount: DecimalText | None = None
    per: PeriodChoice | None = None
    switch_at: DecimalText | None = None
    switch_from: DecimalText | None = None
    minimum: DecimalText | None = None
    tiers: list[TierTable] | None = None


class ServiceTable(Strict):
    """Something charged for."""

    id: Id
    label: Annotated[str, Field(min_length=1, max_length=200)]
    bpa: Annotated[InBpa, Field(strict=False)] = InBpa.ASSUMED_YES
    chargeable: Annotated[Chargeable, Field(strict=False)] | None = None
    unit: Annotated[Unit, Field(strict=False)]
    step: DecimalText | None = None
    assumed: Names = Field(default_factory=list)
    source_lines: Text = ""
    duplicate_lines: Text = ""
    national_floor_group: Text = ""
    band: list[BandTable] = Field(default_factory=list)


class TariffTable(Strict):
    """One price list."""

    id: Id
    municipality_no: Annotated[str, Field(pattern=r"^[0-9]{4}$")]
    municipality: Annotated[str, Field(min_length=1, max_length=200)]
    district: Text = ""
    title: Text
    undated: bool = False
    valid_from: OptionalDay = None
    valid_to: OptionalDay = None
    adopted_on: OptionalDay = None
    adopted_ref: Text = ""
    status: Annotated[Status, Field(strict=False)] = Status.IN_FORCE
    replaces: list[Id] = Field(default_factory=list)
    retroactive_from: OptionalDay = None
    confidence: MarkChoice = Mark.DOUBTFUL
    assumed: Names = Field(default_factory=list)
    checked_by: Text = ""
    source: list[SourceTable] = Field(default_factory=list)
    g: GTable = GTable()
    income: IncomeTable
    absence: AbsenceTable | None = None
    cap_group: list[CapGroupTable] = Field(default_factory=list)
    service: list[ServiceTable] = Field(default_factory=list)


class GValueTable(Strict):
    """A base amount beside price lists: checked, and not used, since the program has its own."""

    from_: Annotated[Day, Field(alias="from")]
    amount: DecimalText
    confidence: MarkChoice = Mark.DOUBTFUL


class PriceListFile(Strict):
    """A file of price lists."""

    schema_: Annotated[Literal["bpa-tariff/1"], Field(alias="schema")]
    tariff: Annotated[list[TariffTable], Field(min_length=1)]
    g_value: list[GValueTable] = Field(default_factory=list)


@dataclass(frozen=True)
class _Keys:
    needed: frozenset[str]
    allowed: frozenset[str]


def _keys(needed: str, also: str = "") -> _Keys:
    return _Keys(frozenset(needed.split()), frozenset(f"{needed} {also}".split()))


PRICE_KEYS = {
    Kind.FREE: _keys(""),
    Kind.FLAT: _keys("amount per"),
    Kind.METERED: _keys("rate", "max_units max_period cap cap_period"),
    Kind.SWITCH: _keys("rate switch_at amount per", "switch_from"),
    Kind.CHEAPEST: _keys("rate amount per", "minimum"),
    Kind.TIERS: _keys("tiers per"),
}
EVERY_PRICE_KEY = frozenset().union(*(keys.allowed for keys in PRICE_KEYS.values()))


def kind_problems(tables: Mapping[str, object]) -> Iterator[Problem]:
    """Yield the keys a band lacks or has too many for its kind, and the amount a policy lacks, wherever they stand.

    Read from the raw tables, so that these problems are told together with those of types.
    """
    for tariff_place, tariff in _tables(tables, "tariff"):
        yield from _g_problems(tariff, tariff_place)
        for service_place, service in _tables(tariff, "service", prefix=f"{tariff_place}."):
            for place, band in _tables(service, "band", prefix=f"{service_place}."):
                yield from _band_problems(band, place)


def _tables(parent: Mapping[str, object], key: str, *, prefix: str = "") -> Iterator[tuple[str, Mapping[str, object]]]:
    found = parent.get(key)
    for index, table in enumerate(found if isinstance(found, list) else []):
        if isinstance(table, dict):
            yield f"{prefix}{key}[{index}]", table


def _g_problems(tariff: Mapping[str, object], place: str) -> Iterator[Problem]:
    g = tariff.get("g")
    if isinstance(g, dict) and g.get("policy") in (GPolicyKind.FIXED, GPolicyKind.ANNUAL_AVERAGE):
        if "amount" not in g:
            yield Problem(f"{place}.g.amount", ProblemCode.MISSING, {"key": "amount"})
        elif isinstance(g["amount"], str) and not g["amount"].strip("0."):
            yield Problem(f"{place}.g.amount", ProblemCode.OUT_OF_RANGE, {"value": g["amount"]})


def _band_problems(band: Mapping[str, object], place: str) -> Iterator[Problem]:
    kind = band.get("kind")
    if not isinstance(kind, str) or kind not in set(Kind):
        return
    keys = PRICE_KEYS[Kind(kind)]
    present = EVERY_PRICE_KEY & band.keys()
    for key in sorted(keys.needed - present):
        yield Problem(f"{place}.{key}", ProblemCode.MISSING, {"key": key})
    for key in sorted(present - keys.allowed):
        yield Problem(f"{place}.{key}", ProblemCode.NOT_OF_KIND, {"key": key, "kind": kind})
    if "cap_period" in present and "cap" not in present:
        yield Problem(f"{place}.cap", ProblemCode.MISSING, {"key": "cap"})
