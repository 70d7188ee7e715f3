"""A price list as a file of the schema `bpa-tariff/1`, which the reader reads back to the same values."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeVar

import tomli_w

from bpa_desktop.data.tariffs import SCHEMA
from bpa_desktop.tariff.g_policy import GPolicy
from bpa_desktop.tariff.price import Cheapest, Flat, Metered, Period, Price, Switch, Tiers
from bpa_desktop.tariff.price_list import AbsenceRules, Band, CapGroup, InBpa, IncomeBasis, Service, Status, Tariff
from bpa_desktop.tariff.provenance import Mark, Source

Table = dict[str, object]
Value = TypeVar("Value")


def tariff_text(tariff: Tariff) -> str:
    """Return a file with one price list: keys in the schema's order, decimals as strings, defaults left out."""
    return tomli_w.dumps({"schema": SCHEMA, "tariff": [_tariff(tariff)]})


def _tariff(tariff: Tariff) -> Table:
    return {
        "id": tariff.id,
        "municipality_no": tariff.municipality_no,
        "municipality": tariff.municipality,
        **_given(district=tariff.district),
        "title": tariff.title,
        **_given(
            undated=tariff.undated or None,
            valid_from=tariff.valid_from,
            valid_to=tariff.valid_to,
            adopted_on=tariff.adopted_on,
            adopted_ref=tariff.adopted_ref,
            status=_unless(Status.IN_FORCE, tariff.status),
            replaces=tariff.replaces or None,
            retroactive_from=tariff.retroactive_from,
            confidence=None if tariff.mark is Mark.DOUBTFUL else tariff.mark.value.lower(),
            assumed=tariff.assumed or None,
            checked_by=tariff.checked_by,
            source=[_source(source) for source in tariff.sources] or None,
            g=_unless(GPolicy(), tariff.g) and _g(tariff.g),
            income=_income(tariff.income),
            absence=None if tariff.absence is None else _absence(tariff.absence),
            cap_group=[_cap_group(group) for group in tariff.cap_groups] or None,
            service=[_service(service) for service in tariff.services] or None,
        ),
    }


def _source(source: Source) -> Table:
    optional = _given(lines=source.lines, retrieved=source.retrieved, quote=source.quote)
    return {"id": source.id, "kind": source.kind.value, "ref": source.ref, **optional}


def _g(policy: GPolicy) -> Table:
    return {"policy": policy.kind.value, **_given(amount=policy.amount, stated_from=policy.stated_from)}


def _income(income: IncomeBasis) -> Table:
    usual = IncomeBasis(income.basis).members
    members = None if income.members == usual else [member.value for member in income.members]
    optional = _given(members=members, add=income.add or None, year=income.year, assumed=income.assumed or None)
    return {"basis": income.basis, **optional}


def _absence(rules: AbsenceRules) -> Table:
    return _given(
        notice_hours=rules.notice_hours,
        charge_when_late=rules.charge_when_late,
        free_when_hospitalised=rules.free_when_hospitalised,
        free_when_not_delivered=rules.free_when_not_delivered,
    )


def _cap_group(group: CapGroup) -> Table:
    held = _given(to_g=group.to_g, amount=group.amount, per=group.per.value)
    return {"id": group.id, **held, "services": list(group.services)}


def _service(service: Service) -> Table:
    return {
        "id": service.id,
        "label": service.label,
        **_given(bpa=_unless(InBpa.ASSUMED_YES, service.bpa), chargeable=service.chargeable),
        "unit": service.unit.value,
        **_given(
            step=service.step,
            assumed=service.assumed or None,
            source_lines=service.source_lines,
            duplicate_lines=service.duplicate_lines,
            national_floor_group=service.national_group,
            band=[_band(band) for band in service.bands] or None,
        ),
    }


def _band(band: Band) -> Table:
    printed = ["" if limit is None else _text(limit) for limit in band.printed_kr]
    return {
        **_given(from_g=band.from_g, to_g=band.to_g, to_inclusive=band.to_inclusive, edge=band.edge),
        "kind": band.price.kind.value,
        **_price(band.price),
        **_given(assumed=band.assumed or None, printed_kr=printed if any(printed) else None),
    }


def _price(price: Price) -> Table:
    """Return the keys of a kind of price, in the order of the schema's table of kinds."""
    if isinstance(price, Metered):
        return _metered(price)
    if isinstance(price, Flat):
        return _given(amount=price.amount, per=price.per)
    if isinstance(price, Switch):
        switch = _given(rate=price.rate, switch_at=price.switch_at, switch_from=price.switch_from)
        return {**switch, **_given(amount=price.amount, per=price.per)}
    if isinstance(price, Cheapest):
        return _given(rate=price.rate, amount=price.amount, per=price.per, minimum=price.minimum or None)
    if isinstance(price, Tiers):
        tiers = [_given(min=tier.min, max=tier.max, amount=tier.amount) for tier in price.tiers]
        return {"tiers": tiers, "per": price.per.value}
    return {}


def _metered(price: Metered) -> Table:
    cap_period = None if price.cap is None else _unless(Period.MONTH, price.cap_period)
    ceiling = _given(max_units=price.max_units, max_period=price.max_period, cap=price.cap, cap_period=cap_period)
    return {**_given(rate=price.rate), **ceiling}


def _unless(default: Value, value: Value) -> Value | None:
    """Return a value, or None when it is what the reader takes when nothing is written."""
    return None if value == default else value


def _given(**values: object) -> Table:
    """Return the keys with a value: None and an empty text are what the reader takes when nothing is written."""
    written = {key: _text(value) if isinstance(value, Decimal) else value for key, value in values.items()}
    return {key: value for key, value in written.items() if value is not None and value != ""}


def _text(number: Decimal) -> str:
    return f"{number:f}"
