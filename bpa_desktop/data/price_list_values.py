"""The price list tables as values of the tariff floor."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeVar

from bpa_desktop.data.price_list_models import (
    BandTable,
    CapGroupTable,
    ExampleTable,
    ServiceTable,
    SourceTable,
    TariffTable,
)
from bpa_desktop.tariff.g_policy import GPolicy
from bpa_desktop.tariff.price import Cheapest, Flat, Free, Kind, Metered, Period, Price, Switch, Tier, Tiers
from bpa_desktop.tariff.price_list import AbsenceRules, Band, CapGroup, Example, IncomeBasis, Service, Tariff
from bpa_desktop.tariff.provenance import Source

Value = TypeVar("Value")


def tariff_of(table: TariffTable) -> Tariff:
    """Return a price list's table as a value; the keys each kind of price needs were checked before."""
    return Tariff(
        id=table.id,
        municipality_no=table.municipality_no,
        municipality=table.municipality,
        district=table.district,
        title=table.title,
        undated=table.undated,
        valid_from=table.valid_from,
        valid_to=table.valid_to,
        adopted_on=table.adopted_on,
        adopted_ref=table.adopted_ref,
        status=table.status,
        replaces=tuple(table.replaces),
        retroactive_from=table.retroactive_from,
        mark=table.confidence,
        assumed=tuple(table.assumed),
        checked_by=table.checked_by,
        sources=tuple(_source(source) for source in table.source),
        g=GPolicy(table.g.policy, table.g.amount, table.g.stated_from),
        income=_income(table),
        absence=_absence(table),
        cap_groups=tuple(_cap_group(group) for group in table.cap_group),
        services=tuple(_service(service) for service in table.service),
        examples=tuple(_example(example) for example in table.example),
    )


def _source(table: SourceTable) -> Source:
    return Source(table.id, table.kind, table.ref, table.lines, table.retrieved, table.quote)


def _income(table: TariffTable) -> IncomeBasis:
    income = table.income
    members, add, assumed = tuple(income.members), tuple(income.add), tuple(income.assumed)
    return IncomeBasis(income.basis, members, add, income.year, assumed)


def _absence(table: TariffTable) -> AbsenceRules | None:
    rules = table.absence
    if rules is None:
        return None
    return AbsenceRules(
        rules.notice_hours, rules.charge_when_late, rules.free_when_hospitalised, rules.free_when_not_delivered
    )


def _cap_group(table: CapGroupTable) -> CapGroup:
    return CapGroup(table.id, table.to_g, table.amount, table.per, tuple(table.services))


def _example(table: ExampleTable) -> Example:
    return Example(table.service, table.income, table.units, table.amount, table.below, table.quote)


def _service(table: ServiceTable) -> Service:
    return Service(
        id=table.id,
        label=table.label,
        unit=table.unit,
        bands=tuple(_band(band) for band in table.band),
        bpa=table.bpa,
        chargeable=table.chargeable,
        step=table.step,
        assumed=tuple(table.assumed),
        source_lines=table.source_lines,
        duplicate_lines=table.duplicate_lines,
        national_group=table.national_floor_group,
    )


def _band(table: BandTable) -> Band:
    printed = table.printed_kr or (None, None)
    return Band(
        from_g=table.from_g,
        to_g=table.to_g,
        price=_PRICES[table.kind](table),
        to_inclusive=table.to_inclusive,
        edge=table.edge,
        assumed=tuple(table.assumed),
        printed_kr=(printed[0], printed[1]),
    )


def _metered(table: BandTable) -> Price:
    cap_period = table.cap_period or Period.MONTH
    return Metered(_given(table.rate), table.max_units, table.max_period, table.cap, cap_period)


def _switch(table: BandTable) -> Price:
    rate, amount, switch_at = _given(table.rate), _given(table.amount), _given(table.switch_at)
    return Switch(rate, switch_at, amount, _given(table.per), table.switch_from)


def _cheapest(table: BandTable) -> Price:
    return Cheapest(_given(table.rate), _given(table.amount), _given(table.per), table.minimum or Decimal(0))


def _tiers(table: BandTable) -> Price:
    tiers = tuple(Tier(tier.min, tier.max, tier.amount) for tier in _given(table.tiers))
    return Tiers(tiers, _given(table.per))


def _free(_table: BandTable) -> Price:
    return Free()


def _flat(table: BandTable) -> Price:
    return Flat(_given(table.amount), _given(table.per))


_PRICES = {
    Kind.FREE: _free,
    Kind.FLAT: _flat,
    Kind.METERED: _metered,
    Kind.SWITCH: _switch,
    Kind.CHEAPEST: _cheapest,
    Kind.TIERS: _tiers,
}


def _given(value: Value | None) -> Value:
    """Return a value that the check of kinds promised. Raises LookupError when it did not keep its promise."""
    if value is None:
        raise LookupError("a key the kind of price needs")
    return value
