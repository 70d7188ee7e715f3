"""The red days somebody works on: Sundays and holidays, from the evening before to the evening itself."""

from __future__ import annotations

from datetime import date

from bpa_desktop.domain.holidays import Eve, eve_before, is_red
from bpa_desktop.domain.span import ONE_DAY, Span, midnight
from bpa_desktop.rules.case import Case
from bpa_desktop.rules.nights import clock

_OPENS = {
    Eve.ORDINARY: "holiday_opens",
    Eve.GREAT: "holiday_opens_great_eve",
    Eve.MAY: "holiday_opens_may",
}


def red_window(case: Case, day: date) -> Span | None:
    """Return when work is Sunday or holiday work on a red day, None for another day. AML § 10-10 (1).

    From 18:00 the evening before, 15:00 on the three great eves and 22:00 before most of 1 and 17 May, to 22:00; where
    red days follow each other, from or to the midnight between.
    """
    if not is_red(day):
        return None
    before, after = day - ONE_DAY, day + ONE_DAY
    opens = midnight(day, case.zone) if is_red(before) else clock(case, before, key=_OPENS[eve_before(day)])
    closes = midnight(after, case.zone) if is_red(after) else clock(case, day, key="holiday_closes")
    return Span(opens, closes)


def next_red_day(case: Case, day: date) -> date:
    """Return the red day after a day."""
    following = day + ONE_DAY
    while case.once(red_window, following) is None:
        following += ONE_DAY
    return following


def red_days_worked(case: Case, who: str) -> dict[date, tuple[str, ...]]:
    """Return the red days on which an assistant works, in time order, with the shifts."""
    found: dict[date, list[str]] = {}
    for shift in case.held(who):
        if not shift.is_presence:
            continue
        day, last = case.day(shift.span.start), case.day(shift.span.end) + ONE_DAY
        while day <= last:
            window = case.once(red_window, day)
            if window is not None and window.overlaps(shift.span):
                found.setdefault(day, []).append(shift.id)
            day += ONE_DAY
    return {day: tuple(shifts) for day, shifts in sorted(found.items())}
