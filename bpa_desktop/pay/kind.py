"""What a part of the pay is for, and how a wage, a supplement or another figure is named."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What a part of the labour cost pays for."""

    BASE = "base"
    RESTING_NIGHT = "resting_night"
    STANDBY_HOME = "standby_home"
    EVENING = "evening"
    NIGHT = "night"
    EVENING_NIGHT = "evening_night"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    OVERTIME = "overtime"
    HOLIDAY_PAY = "holiday_pay"
    PENSION = "pension"
    EMPLOYER_CONTRIBUTION = "employer_contribution"


class FigureName(StrEnum):
    """A figure beside wages and supplements, with its unit."""

    OVERTIME = "overtime"  # percent on top of the hourly wage
    RESTING_NIGHT = "resting_night"  # hours on site that are paid as one
    STANDBY_HOME = "standby_home"  # hours at home that are paid as one
    ACTIVATION_BLOCK = "activation_block"  # minutes that active work on a resting night is rounded up to
    ALL_ACTIVE_PART = "all_active_part"  # one active part of so many makes the whole resting night active
    HOLIDAY_PAY = "holiday_pay"  # percent of the pay
    HOLIDAY_PAY_SENIOR = "holiday_pay_senior"  # percentage points more, from the year one turns 59
    PENSION = "pension"  # percent of the pay
    EMPLOYER_CONTRIBUTION = "employer_contribution"  # percent of pay, holiday pay and pension


SUPPLEMENTS = (Kind.EVENING, Kind.NIGHT, Kind.EVENING_NIGHT, Kind.WEEKEND, Kind.HOLIDAY)
