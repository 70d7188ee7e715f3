"""The days a supplement is for: every day, the weekend, public holidays, and the eves that agreements name."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from bpa_desktop.domain.holidays import easter, holidays_on

_SATURDAY, _SUNDAY = 6, 7


class DayClass(StrEnum):
    """Which days a window of the clock is for."""

    EVERY_DAY = "every_day"
    SATURDAY = "saturday"
    SUNDAY = "sunday"
    HOLIDAY = "holiday"
    WEDNESDAY_BEFORE_EASTER = "wednesday_before_easter"
    EASTER_EVE = "easter_eve"
    WHITSUN_EVE = "whitsun_eve"
    CHRISTMAS_EVE = "christmas_eve"
    NEW_YEARS_EVE = "new_years_eve"


_FROM_EASTER = {DayClass.WEDNESDAY_BEFORE_EASTER: -4, DayClass.EASTER_EVE: -1, DayClass.WHITSUN_EVE: 48}
_IN_DECEMBER = {DayClass.CHRISTMAS_EVE: 24, DayClass.NEW_YEARS_EVE: 31}
_WEEKDAYS = {DayClass.SATURDAY: _SATURDAY, DayClass.SUNDAY: _SUNDAY}


def falls_on(days: DayClass, day: date) -> bool:
    """Tell whether a local day is one of the days."""
    if days in _WEEKDAYS:
        return day.isoweekday() == _WEEKDAYS[days]
    if days in _FROM_EASTER:
        return day == easter(day.year) + timedelta(days=_FROM_EASTER[days])
    if days in _IN_DECEMBER:
        return (day.month, day.day) == (12, _IN_DECEMBER[days])
    return days is DayClass.EVERY_DAY or bool(holidays_on(day))
