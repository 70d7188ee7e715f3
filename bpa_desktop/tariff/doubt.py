"""What looks wrong in a price list, as a value: which doubt, where, and what would explain it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from .provenance import Facts


class DoubtCode(StrEnum):
    """What looks wrong."""

    # the list
    UNDATED = "undated"
    NO_DATE = "no_date"
    VALID_BACKWARDS = "valid_backwards"
    NO_SOURCE = "no_source"
    SEEN_WITHOUT_RETRIEVED = "seen_without_retrieved"
    NOT_IN_FORCE = "not_in_force"
    NO_SERVICE = "no_service"
    DUPLICATE_SERVICE = "duplicate_service"
    CAP_GROUP_OF_NOTHING = "cap_group_of_nothing"
    # the base amount
    STALE_G = "stale_g"
    UNKNOWN_G = "unknown_g"
    G_OF_ANOTHER_YEAR = "g_of_another_year"
    G_FIXED_OVER_MAY = "g_fixed_over_may"
    # the bands
    NO_BAND = "no_band"
    NOT_FROM_ZERO = "not_from_zero"
    EMPTY_BAND = "empty_band"
    BAND_GAP = "band_gap"
    BAND_OVERLAP = "band_overlap"
    NO_OPEN_BAND = "no_open_band"
    OPEN_BAND_NOT_LAST = "open_band_not_last"
    # limits printed in kroner
    LIMIT_OF_STALE_G = "limit_of_stale_g"
    LIMIT_OF_OTHER_MULTIPLE = "limit_of_other_multiple"
    LIMIT_MISPRINTED = "limit_misprinted"
    LIMIT_UNEXPLAINED = "limit_unexplained"
    PRINTED_GAP = "printed_gap"
    PRINTED_OVERLAP = "printed_overlap"
    # the prices
    NO_MAX_PERIOD = "no_max_period"
    CEILINGS_DISAGREE = "ceilings_disagree"
    SWITCH_GAP = "switch_gap"
    NO_TIER = "no_tier"
    TIER_BACKWARDS = "tier_backwards"
    TIER_OVERLAP = "tier_overlap"
    TIER_GAP = "tier_gap"
    FALLS_WHEN_UNITS_RISE = "falls_when_units_rise"
    FALLS_WHEN_INCOME_RISES = "falls_when_income_rises"
    ABOVE_NATIONAL_MAXIMUM = "above_national_maximum"
    NATIONAL_MAXIMUM_OUTDATED = "national_maximum_outdated"
    NATIONAL_MAXIMUM_DISPUTED = "national_maximum_disputed"
    # worked examples
    EXAMPLE_OF_OTHER_LIMIT = "example_of_other_limit"
    EXAMPLE_DISAGREES = "example_disagrees"
    EXAMPLE_UNANSWERED = "example_unanswered"
    # lists beside each other
    LISTS_OVERLAP = "lists_overlap"
    SERVICE_GONE = "service_gone"


@dataclass(frozen=True)
class Doubt:
    """A doubt, its place (`service[0].band[2].from_g`), the value there, and the facts that would explain it.

    A list with a breaking doubt has no sound answer for some household and cannot be chosen.
    """

    code: DoubtCode
    place: str
    value: str
    breaking: bool = False
    facts: Facts = field(default_factory=dict, hash=False)
