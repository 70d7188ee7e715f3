"""Needs arise on their weekday, on their own days, by the wall clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bpa_desktop.domain.span import DayRange
from tests.rosters import OSLO, need, span


def test_a_weekly_need_arises_once_a_week_first_and_last_day_included() -> None:
    friday = need(5, "15:00", end="22:00")
    found = list(friday.occurrences(date(2026, 12, 4), date(2026, 12, 11), zone=OSLO))
    assert found == [span("fri 15:00", "22:00"), span("fri+1 15:00", "22:00")]
    assert not list(friday.occurrences(date(2026, 12, 5), date(2026, 12, 10), zone=OSLO))


def test_an_end_at_or_before_the_start_is_on_the_next_day() -> None:
    night = need(5, "22:00", end="07:00")
    around_the_clock = need(6, "10:00", end="10:00")
    assert next(night.occurrences(date(2026, 12, 4), date(2026, 12, 4), zone=OSLO)) == span("fri 22:00", "sat 07:00")
    assert next(around_the_clock.occurrences(date(2026, 12, 5), date(2026, 12, 5), zone=OSLO)).hours == 24


def test_a_need_arises_on_its_own_days_only_both_included() -> None:
    daily = replace(need(1, "08:00", end="09:00"), days=DayRange(date(2026, 12, 7), date(2026, 12, 14)))
    found = [found.first_day(OSLO) for found in daily.occurrences(date(2026, 11, 1), date(2027, 1, 31), zone=OSLO)]
    assert found == [date(2026, 12, 7), date(2026, 12, 14)]


def test_a_night_in_october_is_needed_an_hour_longer() -> None:
    night = need(6, "22:00", end="07:00")
    assert next(night.occurrences(date(2026, 10, 24), date(2026, 10, 24), zone=OSLO)).hours == 10


def test_a_need_in_the_hour_the_clocks_skip_does_not_arise_that_day() -> None:
    early = need(7, "02:00", end="03:00")
    found = [found.first_day(OSLO) for found in early.occurrences(date(2026, 3, 22), date(2026, 4, 5), zone=OSLO)]
    assert found == [date(2026, 3, 22), date(2026, 4, 5)]
