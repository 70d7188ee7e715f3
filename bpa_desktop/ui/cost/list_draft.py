"""A price list as it is being typed: a text a field, and what the form does not show. Plain Python, no Qt, no texts.

A field's key is the end of the place the checker names (`service[0].band[2].rate`), so a doubt finds its field.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from bpa_desktop.tariff.price import Free, Kind, Metered, Period, Price, Tiers
from bpa_desktop.tariff.price_list import Band, Chargeable, IncomeBasis, Service, Tariff, Unit
from bpa_desktop.ui.widgets.entry import amount_entry, day_entry

Texts = Mapping[str, str]

FIGURES: Mapping[Kind, tuple[str, ...]] = {
    Kind.FREE: (),
    Kind.FLAT: ("amount", "per"),
    Kind.METERED: ("rate", "max_units", "max_period", "cap", "cap_period"),
    Kind.SWITCH: ("rate", "switch_at", "amount", "per", "switch_from"),
    Kind.CHEAPEST: ("rate", "amount", "per", "minimum"),
    Kind.TIERS: ("tiers", "per"),
}
"""The fields a kind of price has, in the order they are typed."""
KRONER = ("rate", "cap", "amount", "minimum")
"""The fields that hold kroner, beside those of the tiers."""
_PERIOD_OF = {"max_units": "max_period", "cap": "cap_period"}
UNDATED = "yes"
_IN_THE_AUTUMN = 9
_NO_LONGER_ASSUMED = frozenset({"valid_from", "valid_to"})
"""What a judgement filled in that a new list says itself."""
_NOT_COPIED = (
    "id",
    "sources",
    "undated",
    "valid_to",
    "adopted_on",
    "adopted_ref",
    "status",
    "replaces",
    "retroactive_from",
    "mark",
    "checked_by",
)
_BY_THE_HOUR = Metered(Decimal(0), max_period=Period.MONTH)
_PLACE = re.compile(r"service\[(\d+)\](?:\.band\[(\d+)\])?(?:\.(.+))?")


class Spot(NamedTuple):
    """A field: of the list, of a service, or of one of its bands. An empty key is the whole of it."""

    key: str = ""
    service: int | None = None
    band: int | None = None

    @property
    def place(self) -> str:
        """The place as the checker names it."""
        steps = [f"service[{self.service}]"] if self.service is not None else []
        steps += [f"band[{self.band}]"] if self.band is not None else []
        return ".".join([*steps, self.key] if self.key else steps)


@dataclass(frozen=True)
class BandDraft:
    """One line of a service; `kept` holds what the form does not show."""

    texts: Texts
    kept: Band

    @property
    def kind(self) -> Kind:
        """The kind of price that is chosen."""
        return Kind(self.texts["kind"])


@dataclass(frozen=True)
class ServiceDraft:
    """A service and its lines; `kept` holds what the form does not show."""

    texts: Texts
    bands: tuple[BandDraft, ...]
    kept: Service


@dataclass(frozen=True)
class ListDraft:
    """A whole list; `kept` holds what the form does not show, and an empty id while the list is new."""

    texts: Texts
    services: tuple[ServiceDraft, ...]
    kept: Tariff

    def text(self, spot: Spot) -> str:
        """Return what stands in a field."""
        if spot.service is None:
            return self.texts[spot.key]
        service = self.services[spot.service]
        return (service if spot.band is None else service.bands[spot.band]).texts[spot.key]


def draft_of(tariff: Tariff) -> ListDraft:
    """Return a list as it can be typed again."""
    source = tariff.sources[0] if tariff.sources else None
    texts = {
        "title": tariff.title,
        "municipality": tariff.municipality,
        "municipality_no": tariff.municipality_no,
        "district": tariff.district,
        "undated": UNDATED if tariff.undated else "",
        "valid_from": day_entry(tariff.valid_from),
        "valid_to": day_entry(tariff.valid_to),
        "status": tariff.status.value,
        "adopted_ref": tariff.adopted_ref,
        "source[0].kind": source.kind.value if source is not None else "web",
        "source[0].ref": source.ref if source is not None else "",
        "source[0].retrieved": day_entry(source.retrieved) if source is not None else "",
        "source[0].quote": source.quote if source is not None else "",
        "g.policy": tariff.g.kind.value,
        "g.amount": amount_entry(tariff.g.amount),
        **{shared_key(place): amount_entry(group.amount) for place, group in enumerate(tariff.cap_groups)},
    }
    return ListDraft(texts, tuple(_service_draft(service) for service in tariff.services), tariff)


def shared_key(group: int) -> str:
    """Return the field of a ceiling that services share."""
    return f"cap_group[{group}].amount"


def copy_of(tariff: Tariff, today: date) -> ListDraft:
    """Return a new list like another, for the year that is to come, or this one until the autumn.

    Where and when the other was found does not hold for the copy; its prices, ceilings and rules do.
    """
    year = today.year + (today.month >= _IN_THE_AUTUMN)
    services = tuple(replace(service, source_lines="", duplicate_lines="") for service in tariff.services)
    plain = Tariff("", tariff.municipality_no, tariff.municipality, tariff.title, services, (), tariff.income)
    return draft_of(
        replace(
            tariff,
            **{name: getattr(plain, name) for name in _NOT_COPIED},
            services=services,
            valid_from=date(year, 1, 1),
            assumed=tuple(field for field in tariff.assumed if field not in _NO_LONGER_ASSUMED),
        )
    )


def blank(municipality_no: str, municipality: str, *, label: str, today: date) -> ListDraft:
    """Return a new list with one service, free up to 2 G, as the state's rules make most lists begin."""
    bands = (Band(Decimal(0), Decimal(2), Free()), Band(Decimal(2), None, _BY_THE_HOUR))
    practical = Service("practical", label, Unit.HOUR, bands, chargeable=Chargeable.PRACTICAL_ONLY)
    income = IncomeBasis("household_net_taxable_before_special_deduction")
    tariff = Tariff("", municipality_no, municipality, "", services=(practical,), sources=(), income=income)
    return copy_of(replace(tariff, title=label), today)


def _service_draft(service: Service) -> ServiceDraft:
    texts = {
        "label": service.label,
        "unit": service.unit.value,
        "bpa": service.bpa.value,
        "step": amount_entry(service.step),
    }
    return ServiceDraft(texts, tuple(band_draft(band) for band in service.bands), service)


def band_draft(band: Band) -> BandDraft:
    """Return a band as it can be typed again."""
    texts = {
        "from_g": amount_entry(band.from_g),
        "to_g": amount_entry(band.to_g),
        "printed_kr[0]": amount_entry(band.printed_kr[0]),
        "printed_kr[1]": amount_entry(band.printed_kr[1]),
        "kind": band.price.kind.value,
        **_NOTHING,
        **_figures(band.price),
    }
    return BandDraft(texts, band)


_NOTHING = {key: "" for keys in FIGURES.values() for key in keys} | {
    "per": Period.MONTH.value,
    "max_period": Period.MONTH.value,
    "cap_period": Period.MONTH.value,
}
"""What stands in the fields of the kinds a price is not."""


def _figures(price: Price) -> Texts:
    if isinstance(price, Free):
        return {}
    if isinstance(price, Tiers):
        return {"tiers": tiers_entry(price), "per": price.per.value}
    return {key: _figure(getattr(price, key)) for key in FIGURES[price.kind]}


def _figure(value: Decimal | StrEnum | None) -> str:
    return value.value if isinstance(value, StrEnum) else amount_entry(value)


def tiers_entry(price: Tiers) -> str:
    """Return the steps of a price by number of units: 1: 157; 2-3: 385."""
    return "; ".join(
        f"{amount_entry(tier.min)}{'' if tier.min == tier.max else f'-{amount_entry(tier.max)}'}: "
        f"{amount_entry(tier.amount)}"
        for tier in price.tiers
    )


def shown_keys(service: ServiceDraft, band: int, *, printed: bool) -> frozenset[str]:
    """Return the fields of a line: those of its kind, and where it begins only when that is not where one ended.

    A ceiling's period is asked for once there is a ceiling; limits in kroner where the list prints them.
    """
    texts, kind = service.bands[band].texts, service.bands[band].kind
    keys = {"to_g", "kind", *FIGURES[kind]}
    keys -= {period for ceiling, period in _PERIOD_OF.items() if not texts[ceiling].strip()}
    before = service.bands[band - 1].texts if band > 0 else {"to_g": "0", "printed_kr[1]": texts["printed_kr[0]"]}
    if texts["from_g"] != before["to_g"]:
        keys.add("from_g")
    if printed:
        keys |= {"printed_kr[1]"} | ({"printed_kr[0]"} if texts["printed_kr[0]"] != before["printed_kr[1]"] else set())
    return frozenset(keys)


def prints_kroner(service: ServiceDraft) -> bool:
    """Tell whether limits in kroner are printed beside those in G."""
    return any(band.texts[key] for band in service.bands for key in ("printed_kr[0]", "printed_kr[1]"))


def spot_of(place: str, draft: ListDraft) -> Spot:
    """Return the field a doubt is about; where there is no such field, the line, the service or the list."""
    found = _PLACE.match(place)
    if found is None:
        key = {"undated": "valid_from", "source": "source[0].ref"}.get(place, place)
        if place.startswith("cap_group["):
            key = f"{place.split('.')[0]}.amount"
        return Spot(key if key in draft.texts else "")
    service = int(found.group(1))
    band = int(found.group(2)) if found.group(2) is not None else None
    where = Spot("", service, band)
    rest = found.group(3) or ""
    texts = draft.services[service].texts if band is None else draft.services[service].bands[band].texts
    key = rest if rest in texts else re.split(r"[.\[]", rest)[0]
    return where._replace(key=key) if key in texts else where
