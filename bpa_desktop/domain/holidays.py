"""Norway's red days and eves, worked out from the calendar.

Source: lov om helligdager og helligdagsfred § 2 and lov om 1. og 17. mai; checked against the table for 2026 to 2028.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from functools import cache


class Holiday(StrEnum):
    """A public holiday by name; two may fall on one day (17 May and Whit Monday in 2027)."""

    NEW_YEAR = "new_year"
    MAUNDY_THURSDAY = "maundy_thursday"
    GOOD_FRIDAY = "good_friday"
    EASTER_SUNDAY = "easter_sunday"
    EASTER_MONDAY = "easter_monday"
    LABOUR_DAY = "labour_day"
    CONSTITUTION_DAY = "constitution_day"
    ASCENSION_DAY = "ascension_day"
    WHIT_SUNDAY = "whit_sunday"
    WHIT_MONDAY = "whit_monday"
    CHRISTMAS_DAY = "christmas_day"
    BOXING_DAY = "boxing_day"


_FIXED = (
    (1, 1, Holiday.NEW_YEAR),
    (5, 1, Holiday.LABOUR_DAY),
    (5, 17, Holiday.CONSTITUTION_DAY),
    (12, 25, Holiday.CHRISTMAS_DAY),
    (12, 26, Holiday.BOXING_DAY),
)
_FROM_EASTER = (
    (-3, Holiday.MAUNDY_THURSDAY),
    (-2, Holiday.GOOD_FRIDAY),
    (0, Holiday.EASTER_SUNDAY),
    (1, Holiday.EASTER_MONDAY),
    (39, Holiday.ASCENSION_DAY),
    (49, Holiday.WHIT_SUNDAY),
    (50, Holiday.WHIT_MONDAY),
)


def easter(year: int) -> date:
    """Return Easter Sunday of a Gregorian year, by the anonymous Gregorian computus (Meeus)."""
    century, in_century = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (in_century // 4) - moon - in_century % 4) % 7
    correction = (year % 19 + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * correction + 114, 31)
    return date(year, month, day + 1)


@cache
def holidays_of(year: int) -> dict[date, tuple[Holiday, ...]]:
    """Return the public holidays of a year by day."""
    sunday = easter(year)
    named = [(date(year, month, day), name) for month, day, name in _FIXED]
    named += [(sunday + timedelta(days=offset), name) for offset, name in _FROM_EASTER]
    days: dict[date, tuple[Holiday, ...]] = {}
    for day, name in sorted(named):
        days[day] = (*days.get(day, ()), name)
    return days


def holidays_on(day: date) -> tuple[Holiday, ...]:
    """Return the public holidays on a day; none on most, two on some."""
    return holidays_of(day.year).get(day, ())


def is_red(day: date) -> bool:
    """Tell whether a day is a Sunday or a public holiday."""
    return day.isoweekday() == 7 or bool(holidays_on(day))


class Eve(StrEnum):
    """What kind of day the day before a red day is, as to when work must stop."""

    ORDINARY = "ordinary"
    GREAT = "great"
    MAY = "may"


_GREAT = {Holiday.CHRISTMAS_DAY, Holiday.EASTER_SUNDAY, Holiday.WHIT_SUNDAY}
_MAY = {Holiday.LABOUR_DAY, Holiday.CONSTITUTION_DAY}


def eve_before(day: date) -> Eve:
    """Return what kind of eve a red day has: Christmas, Easter and Whitsun Eve are great ones (AML § 10-10 (1)).

    The day before 1 and 17 May counts as an ordinary weekday, unless it is a Saturday, red itself, or the day before
    Ascension Day (lov 26. april 1947 nr. 1 § 2).
    """
    names = set(holidays_on(day))
    if names & _GREAT:
        return Eve.GREAT
    if not names & _MAY or Holiday.ASCENSION_DAY in names:
        return Eve.ORDINARY
    before = day - timedelta(days=1)
    return Eve.ORDINARY if before.isoweekday() == 6 or is_red(before) else Eve.MAY
