"""Which price lists a household in a municipality may be charged by on a day, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from .municipality import MunicipalityNumbers
from .price_list import Status, Tariff


@dataclass(frozen=True)
class Place:
    """A municipality by any number it has had, and a district of it, "" for none."""

    municipality_no: str
    district: str = ""


class _Rank(IntEnum):
    """How well a list fits a day, the best first."""

    VALID = 0
    REPLACED = 1
    UNDATED = 2
    BEFORE = 3
    NOT_ADOPTED = 4


def lists_for(
    tariffs: Iterable[Tariff], place: Place, *, day: date, numbers: MunicipalityNumbers
) -> tuple[Tariff, ...]:
    """Return the lists of a place: those valid on the day, then undated ones, then those that ended, the newest first.

    A list that is replaced by one valid on the day, which may be replaced back in time, comes after all valid ones; one
    only proposed or withdrawn comes last. A list of the district comes before one of the whole municipality, and one
    that begins after the day is left out.
    """
    known = numbers.of_the_same(place.municipality_no)
    here = [tariff for tariff in tariffs if tariff.municipality_no in known and tariff.district in ("", place.district)]
    begun = [tariff for tariff in here if tariff.applies_from is None or tariff.applies_from <= day]
    replaced = _replaced(begun, day)
    by_id = sorted(begun, key=lambda tariff: tariff.id)
    newest_first = sorted(by_id, key=lambda tariff: tariff.applies_from or date.min, reverse=True)
    return tuple(sorted(newest_first, key=lambda tariff: (_rank(tariff, day, replaced=replaced), not tariff.district)))


def _rank(tariff: Tariff, day: date, *, replaced: frozenset[str]) -> _Rank:
    if tariff.status in (Status.PROPOSED, Status.WITHDRAWN):
        return _Rank.NOT_ADOPTED
    if tariff.undated or tariff.applies_from is None:
        return _Rank.UNDATED
    if not tariff.is_valid_on(day):
        return _Rank.BEFORE
    return _Rank.REPLACED if tariff.id in replaced else _Rank.VALID


def _replaced(tariffs: Sequence[Tariff], day: date) -> frozenset[str]:
    adopted = [tariff for tariff in tariffs if tariff.status not in (Status.PROPOSED, Status.WITHDRAWN)]
    return frozenset(name for tariff in adopted if tariff.is_valid_on(day) for name in tariff.replaces)
