"""Why a bill may differ: a kind, the amount the month comes to with that error, and its facts."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from bpa_desktop.tariff.provenance import Facts

SAME = Decimal(1)
"""Kroner within which two amounts are the same: bills are often rounded to whole kroner."""


class ReasonCode(StrEnum):
    """What the municipality may have done; the commonest first."""

    OTHER_LIST = "other_list"
    REPLACED_LIST = "replaced_list"
    OTHER_G = "other_g"
    ALL_HOURS = "all_hours"
    FREE_IN_BPA = "free_in_bpa"
    HOUSEHOLD = "household"
    NEIGHBOUR_BAND = "neighbour_band"
    OTHER_BAND = "other_band"
    TWO_MONTHS = "two_months"
    NATIONAL_MAXIMUM = "national_maximum"
    YEAR_CEILING = "year_ceiling"
    SHARED_CEILING = "shared_ceiling"
    NO_CEILING = "no_ceiling"
    SERVICE_NOT_USED = "service_not_used"
    SERVICE_LEFT_OUT = "service_left_out"
    FULL_CEILING = "full_ceiling"
    OTHER_HOURS = "other_hours"
    NOT_ROUNDED = "not_rounded"
    OLD_G = "old_g"
    ON_TOP = "on_top"


@dataclass(frozen=True)
class Reason:
    """A reason, the kroner the month comes to with it, and the facts its sentence is made of; never an income."""

    code: ReasonCode
    amount: Decimal
    facts: Facts = field(default_factory=dict, hash=False)
