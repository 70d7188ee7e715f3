"""Doubts about bands: they begin at 0, follow each other without gap or overlap, and the last has no end."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from .doubt import Doubt, DoubtCode
from .price_list import Band, Service


def band_doubts(service: Service, place: str) -> Iterator[Doubt]:
    """Yield what is wrong with a service's bands; each leaves some household without a sound answer."""
    if not service.bands:
        yield Doubt(DoubtCode.NO_BAND, f"{place}.band", "", breaking=True)
        return
    if service.bands[0].from_g != 0:
        yield Doubt(DoubtCode.NOT_FROM_ZERO, f"{place}.band[0].from_g", str(service.bands[0].from_g), breaking=True)
    for index, band in enumerate(service.bands):
        yield from _own_doubts(band, f"{place}.band[{index}]", is_last=index + 1 == len(service.bands))
    for index, (lower, upper) in enumerate(pairwise(service.bands)):
        yield from _joint_doubts(lower, upper, place=f"{place}.band[{index + 1}].from_g")


def _own_doubts(band: Band, place: str, *, is_last: bool) -> Iterator[Doubt]:
    if band.to_g is None:
        if not is_last:
            yield Doubt(DoubtCode.OPEN_BAND_NOT_LAST, f"{place}.to_g", "", breaking=True)
        return
    if is_last:
        yield Doubt(DoubtCode.NO_OPEN_BAND, f"{place}.to_g", str(band.to_g), breaking=True)
    if band.to_g <= band.from_g:
        facts = {"from_g": band.from_g}
        yield Doubt(DoubtCode.EMPTY_BAND, f"{place}.to_g", str(band.to_g), breaking=True, facts=facts)


def _joint_doubts(lower: Band, upper: Band, *, place: str) -> Iterator[Doubt]:
    if lower.to_g is None or lower.to_g == upper.from_g:
        return
    code = DoubtCode.BAND_GAP if upper.from_g > lower.to_g else DoubtCode.BAND_OVERLAP
    yield Doubt(code, place, str(upper.from_g), breaking=True, facts={"expected": lower.to_g})
