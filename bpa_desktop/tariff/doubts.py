"""The checker of price lists: what looks wrong in one, and in several beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from .band_doubts import band_doubts
from .base_amount import BaseAmount
from .doubt import Doubt, DoubtCode
from .example_doubts import example_doubts
from .limit_doubts import g_doubts, limit_doubts
from .maximum_doubts import maximum_doubts
from .national_maximum import NationalMaximum
from .price_doubts import price_doubts
from .price_list import Service, Status, Tariff
from .provenance import Mark, SourceKind


def doubts(tariff: Tariff, base_amounts: BaseAmount, *, national: NationalMaximum | None = None) -> tuple[Doubt, ...]:
    """Return all that looks wrong in a list; `national` are the state's maxima, None to leave them out."""
    found = [*_list_doubts(tariff), *g_doubts(tariff, base_amounts)]
    for index, service in enumerate(tariff.services):
        place = f"service[{index}]"
        found += band_doubts(service, place)
        found += limit_doubts(tariff, service, place=place, base_amounts=base_amounts)
        found += price_doubts(service, place)
        if national is not None:
            found += maximum_doubts(tariff, service, place=place, national=national)
    return (*found, *example_doubts(tariff, base_amounts))


def doubts_between(tariffs: Sequence[Tariff]) -> tuple[Doubt, ...]:
    """Return what looks wrong when lists are laid beside each other; places begin with `tariff[i]`."""
    found: list[Doubt] = []
    for (one, first), (other, second) in combinations(enumerate(tariffs), 2):
        if second.id in first.replaces:
            found += _gone(first, second, place=f"tariff[{one}]")
        elif first.id in second.replaces:
            found += _gone(second, first, place=f"tariff[{other}]")
        else:
            found += _overlapping(first, second, place=f"tariff[{other}]")
    return tuple(found)


def is_usable(found: Sequence[Doubt]) -> bool:
    """Tell whether a list with those doubts can be chosen: none of them is breaking."""
    return not any(doubt.breaking for doubt in found)


def _list_doubts(tariff: Tariff) -> Iterator[Doubt]:
    yield from _date_doubts(tariff)
    if not tariff.sources:
        yield Doubt(DoubtCode.NO_SOURCE, "source", "", breaking=True)
    elif tariff.mark is Mark.SEEN and not any(
        source.retrieved or source.kind is SourceKind.SEED for source in tariff.sources
    ):
        yield Doubt(DoubtCode.SEEN_WITHOUT_RETRIEVED, "source[0].retrieved", "")
    if tariff.status is not Status.IN_FORCE:
        facts = {"retroactive_from": tariff.retroactive_from}
        yield Doubt(DoubtCode.NOT_IN_FORCE, "status", tariff.status.value, facts=facts)
    if not tariff.services:
        yield Doubt(DoubtCode.NO_SERVICE, "service", "", breaking=True)
    yield from _duplicates(tariff.services)
    yield from _cap_group_doubts(tariff)


def _date_doubts(tariff: Tariff) -> Iterator[Doubt]:
    if tariff.undated:
        yield Doubt(DoubtCode.UNDATED, "undated", "true")
    elif tariff.valid_from is None:
        yield Doubt(DoubtCode.NO_DATE, "valid_from", "", breaking=True)
    elif tariff.valid_to is not None and tariff.valid_to < tariff.valid_from:
        facts = {"valid_from": tariff.valid_from}
        yield Doubt(DoubtCode.VALID_BACKWARDS, "valid_to", tariff.valid_to.isoformat(), breaking=True, facts=facts)


def _duplicates(services: Sequence[Service]) -> Iterator[Doubt]:
    """Two services with the same prices for the same unit are one table printed twice, or a slip of the hand."""
    for (_, first), (index, second) in combinations(enumerate(services), 2):
        several_bands = len(first.bands) > 1
        if several_bands and first.unit is second.unit and first.bands == second.bands:
            yield Doubt(DoubtCode.DUPLICATE_SERVICE, f"service[{index}]", second.id, facts={"same_as": first.id})


def _cap_group_doubts(tariff: Tariff) -> Iterator[Doubt]:
    known = {service.id for service in tariff.services}
    for index, group in enumerate(tariff.cap_groups):
        for place, service_id in enumerate(group.services):
            if service_id not in known:
                yield Doubt(DoubtCode.CAP_GROUP_OF_NOTHING, f"cap_group[{index}].services[{place}]", service_id)


def _overlapping(first: Tariff, second: Tariff, *, place: str) -> Iterator[Doubt]:
    """Two lists of one municipality that hold on the same day must say which of them replaces the other."""
    same_place = (first.municipality_no, first.district) == (second.municipality_no, second.district)
    shared = sorted({service.id for service in first.services} & {service.id for service in second.services})
    if same_place and shared and _hold_together(first, second):
        yield Doubt(DoubtCode.LISTS_OVERLAP, f"{place}.valid_from", second.id, facts={"other": first.id})


def _hold_together(first: Tariff, second: Tariff) -> bool:
    if first.valid_from is None or second.valid_from is None:
        return False
    later_start = max(first.valid_from, second.valid_from)
    return first.is_valid_on(later_start) and second.is_valid_on(later_start)


def _gone(new: Tariff, old: Tariff, *, place: str) -> Iterator[Doubt]:
    """A service the replaced list had and the new one has not: made free, or forgotten."""
    kept = {service.id for service in new.services}
    for service in old.services:
        if service.id not in kept:
            facts = {"replaced": old.id, "label": service.label}
            yield Doubt(DoubtCode.SERVICE_GONE, f"{place}.service", service.id, facts=facts)
