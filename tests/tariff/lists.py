"""Price lists and questions for the tests of the tariff floor."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from bpa_desktop.data.base_amount import shipped_base_amounts
from bpa_desktop.data.tariffs import tariff_by_id
from bpa_desktop.tariff.charge import Question, charge
from bpa_desktop.tariff.charge_facts import Charge
from bpa_desktop.tariff.national_maximum import NationalMaximum
from bpa_desktop.tariff.price import Price
from bpa_desktop.tariff.price_list import Band, Chargeable, IncomeBasis, Service, Tariff, Unit
from bpa_desktop.tariff.provenance import Mark, Source, SourceKind

G = shipped_base_amounts()
READ = Source("letter", SourceKind.LETTER, "a letter", retrieved=date(2026, 1, 2))


def shipped(tariff_id: str) -> Tariff:
    """Return a shipped list that must be there."""
    tariff = tariff_by_id(tariff_id)
    assert tariff is not None
    return tariff


def ask(
    tariff: Tariff,
    income: str,
    units: str,
    day: str,
    *,
    service: str = "practical",
    paid: str = "0",
    national: NationalMaximum | None = None,
) -> Charge:
    """Put a question written as text to a list."""
    question = Question(service, Decimal(units), Decimal(income), date.fromisoformat(day), Decimal(paid))
    return charge(tariff, question, base_amounts=G, national=national)


def band(from_g: str, to_g: str | None, price: Price) -> Band:
    """Return a band."""
    return Band(Decimal(from_g), None if to_g is None else Decimal(to_g), price)


def service(*bands: Band, unit: Unit = Unit.HOUR, name: str = "practical") -> Service:
    """Return practical assistance with those bands."""
    chargeable = Chargeable.PRACTICAL_ONLY if unit is Unit.HOUR else None
    return Service(name, name.title(), unit, bands, chargeable=chargeable)


def tariff(*services: Service, **changes: object) -> Tariff:
    """Return a list without doubts for the year 2024 that has those services."""
    plain = Tariff(
        id="plain",
        municipality_no="0301",
        municipality="Oslo",
        title="Prices",
        services=services,
        sources=(READ,),
        income=IncomeBasis("household_net_taxable_before_special_deduction"),
        valid_from=date(2024, 1, 1),
        valid_to=date(2024, 12, 31),
        mark=Mark.SEEN,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]
