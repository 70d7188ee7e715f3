"""The demo is near the present whenever it is opened."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bpa_desktop.data.resources import resources_folder
from bpa_desktop.domain.span import Week
from bpa_desktop.interchange.reader import read_roster
from bpa_desktop.ui.start.demo import FILE, near

SHIPPED = read_roster((resources_folder() / "demo" / FILE).read_bytes())
ZONE = SHIPPED.arrangement.zone


def test_it_is_as_shipped_while_today_lies_in_it() -> None:
    assert near(SHIPPED, date(2026, 11, 24)) is SHIPPED


@pytest.mark.parametrize("today", [date(2027, 6, 9), date(2028, 2, 29), date(2020, 12, 31)])
def test_its_open_shift_is_in_the_week_after_today(today: date) -> None:
    roster = near(SHIPPED, today)
    first = min((shift for shift in roster.shifts if roster.holder(shift) is None), key=lambda shift: shift.span.start)
    assert Week.of(first.span.first_day(ZONE)) == Week.of(today).later(1)


def test_days_of_the_week_and_clock_times_stay_when_it_is_moved_over_a_clock_change() -> None:
    roster = near(SHIPPED, date(2027, 6, 9))
    for before, after in zip(SHIPPED.shifts, roster.shifts, strict=True):
        was, now = before.span.start.astimezone(ZONE), after.span.start.astimezone(ZONE)
        assert (was.weekday(), was.time()) == (now.weekday(), now.time())
        assert (now.date() - was.date()) % timedelta(7) == timedelta(0)
    assert roster.awards[0].id == SHIPPED.awards[0].id
    assert roster.assistants[0].name == SHIPPED.assistants[0].name
