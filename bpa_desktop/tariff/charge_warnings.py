"""What a charge must not be read without: a list without a date, out of its time, not adopted, a G not known."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from .g_policy import GInUse
from .national_maximum import NationalMaximumEntry
from .price_list import Status, Tariff
from .provenance import Facts, Mark


class WarningCode(StrEnum):
    """Why an amount is to be read with care."""

    UNDATED = "undated"
    OUTSIDE_VALIDITY = "outside_validity"
    PROPOSED = "proposed"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"
    REBILLED = "rebilled"
    PROVISIONAL_G = "provisional_g"
    G_NOT_ANNOUNCED = "g_not_announced"
    NATIONAL_MAXIMUM_DOUBTFUL = "national_maximum_doubtful"


@dataclass(frozen=True)
class ChargeWarning:
    """A warning's code, and the facts its sentence is made of."""

    code: WarningCode
    facts: Facts = field(default_factory=dict, hash=False)


_OF_STATUS = {
    Status.PROPOSED: WarningCode.PROPOSED,
    Status.WITHDRAWN: WarningCode.WITHDRAWN,
    Status.SUPERSEDED: WarningCode.SUPERSEDED,
}


def warnings_of(
    tariff: Tariff, day: date, *, g: GInUse, biting: NationalMaximumEntry | None
) -> tuple[ChargeWarning, ...]:
    """Return the warnings of a charge on a day; `biting` is the state's maximum when it held the amount down."""
    warnings: list[ChargeWarning] = []
    if tariff.undated:
        warnings.append(ChargeWarning(WarningCode.UNDATED, {"g": g.amount, "g_from": g.from_day}))
    elif not tariff.is_valid_on(day):
        facts: Facts = {"day": day, "valid_from": tariff.valid_from, "valid_to": tariff.valid_to}
        warnings.append(ChargeWarning(WarningCode.OUTSIDE_VALIDITY, facts))
    if tariff.status in _OF_STATUS:
        facts = {"retroactive_from": tariff.retroactive_from}
        warnings.append(ChargeWarning(_OF_STATUS[tariff.status], facts))
    if tariff.is_rebilled_on(day):
        facts = {"retroactive_from": tariff.retroactive_from}
        warnings.append(ChargeWarning(WarningCode.REBILLED, facts))
    if g.provisional:
        warnings.append(ChargeWarning(WarningCode.PROVISIONAL_G, {"g": g.amount, "g_from": g.from_day}))
    if not g.announced:
        warnings.append(ChargeWarning(WarningCode.G_NOT_ANNOUNCED, {"g": g.amount, "g_from": g.from_day}))
    if biting is not None and biting.mark is Mark.DOUBTFUL:
        facts = {"amount": biting.amount, "year": biting.year}
        warnings.append(ChargeWarning(WarningCode.NATIONAL_MAXIMUM_DOUBTFUL, facts))
    return tuple(warnings)
