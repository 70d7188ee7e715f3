"""Norway's red days, against the table of the law notes for 2026 to 2028."""

from __future__ import annotations

from datetime import date

import pytest

from bpa_desktop.domain.holidays import Holiday, easter, holidays_of, holidays_on, is_red

TABLE = {
    2026: ("04-02", "04-03", "04-05", "04-06", "05-14", "05-24", "05-25"),
    2027: ("03-25", "03-26", "03-28", "03-29", "05-06", "05-16", "05-17"),
    2028: ("04-13", "04-14", "04-16", "04-17", "05-25", "06-04", "06-05"),
}
MOVING = (
    Holiday.MAUNDY_THURSDAY,
    Holiday.GOOD_FRIDAY,
    Holiday.EASTER_SUNDAY,
    Holiday.EASTER_MONDAY,
    Holiday.ASCENSION_DAY,
    Holiday.WHIT_SUNDAY,
    Holiday.WHIT_MONDAY,
)


@pytest.mark.parametrize("year", TABLE)
def test_the_moving_holidays_are_those_of_the_table(year: int) -> None:
    for name, day in zip(MOVING, TABLE[year], strict=True):
        assert name in holidays_on(date.fromisoformat(f"{year}-{day}"))


@pytest.mark.parametrize("year", TABLE)
def test_each_of_the_twelve_holidays_falls_once_a_year(year: int) -> None:
    named = [name for names in holidays_of(year).values() for name in names]
    assert sorted(named) == sorted(Holiday)


def test_17_may_2027_is_two_holidays() -> None:
    assert set(holidays_on(date(2027, 5, 17))) == {Holiday.CONSTITUTION_DAY, Holiday.WHIT_MONDAY}
    assert len(holidays_of(2027)) == 11
    assert len(holidays_of(2026)) == 12


def test_the_fixed_holidays_are_red_and_their_eves_are_not() -> None:
    assert is_red(date(2026, 12, 25))
    assert is_red(date(2026, 12, 26))
    assert is_red(date(2028, 5, 1))
    assert not is_red(date(2026, 12, 24))
    assert not is_red(date(2026, 12, 31))


def test_sundays_are_red_and_saturdays_are_not() -> None:
    assert is_red(date(2026, 12, 6))
    assert not holidays_on(date(2026, 12, 6))
    assert not is_red(date(2026, 12, 5))


@pytest.mark.parametrize(
    ("year", "day"), [(1961, "04-02"), (2000, "04-23"), (2008, "03-23"), (2011, "04-24"), (2038, "04-25")]
)
def test_easter_is_right_at_its_edges(year: int, day: str) -> None:
    assert easter(year) == date.fromisoformat(f"{year}-{day}")
