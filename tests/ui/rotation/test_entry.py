"""What is typed becomes a line, a need, a rotation or the days of a roll-out, or an error with its field."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from bpa_desktop.domain.need import Need
from bpa_desktop.domain.roll_out import RollOut
from bpa_desktop.domain.rotation import Rotation
from bpa_desktop.domain.shift import ShiftKind
from bpa_desktop.domain.span import DayRange
from bpa_desktop.ui.rotation.entry import (
    Problem,
    line_entry,
    need_entry,
    new_rotation,
    read_line,
    read_need,
    read_roll_out,
    read_rotation,
    roll_out_entry,
    rotation_entry,
)
from tests.ui.rotation.patterns import TURNUS, WEEK_50, line

TODAY = date(2026, 11, 24)
NIGHT = replace(line(1, 5, 22, 8, "kari"), kind=ShiftKind.RESTING_NIGHT)
NEED = Need("n", 5, time(15), time(22), people=2, skills=("transfer", "driving"))


def test_saving_without_a_change_changes_nothing() -> None:
    assert read_line(line_entry(NIGHT), NIGHT) == NIGHT
    assert read_need(need_entry(NEED), NEED) == NEED
    assert read_rotation(rotation_entry(TURNUS), TURNUS, today=TODAY) == TURNUS


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [("8-15", 8, 15), ("22-8", 22, 8), ("08.00–15", 8, 15), ("0-24", 0, 0), ("9-9", 9, 9), ("15-24", 15, 0)],
)
def test_times_are_typed_as_people_write_them(typed: str, start: int, end: int) -> None:
    expected = replace(NIGHT, start=time(start), end=time(end))
    assert read_line({**line_entry(NIGHT), "times": typed}, NIGHT) == expected


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", Problem.NO_TIMES),
        ("8", Problem.NO_TIMES),
        ("8-25", Problem.NO_TIMES),
        ("8-15 +1", Problem.TOO_LONG),
        ("22-8 +2", Problem.TOO_LONG),
        ("22-8 +0", Problem.TOO_LONG),
    ],
)
def test_times_that_fit_no_day_are_told(typed: str, problem: Problem) -> None:
    assert read_line({**line_entry(NIGHT), "times": typed}, NIGHT) == {"times": problem}
    assert read_need({**need_entry(NEED), "times": typed}, NEED) == {"times": problem}


def test_nobody_is_a_seat() -> None:
    assert read_line({**line_entry(NIGHT), "assistant": ""}, NIGHT) == replace(NIGHT, assistant=None)


@pytest.mark.parametrize("typed", ["", "0", "-1", "21", "two"])
def test_a_need_is_of_one_to_twenty_people(typed: str) -> None:
    assert read_need({**need_entry(NEED), "people": typed}, NEED) == {"people": Problem.NO_PEOPLE}


@pytest.mark.parametrize(
    ("field", "typed", "problem"),
    [
        ("name", "  ", Problem.NO_NAME),
        ("weeks", "0", Problem.NO_WEEKS),
        ("weeks", "13", Problem.NO_WEEKS),
        ("weeks", "1.5", Problem.NO_WEEKS),
        ("from", "", Problem.NO_FIRST_DAY),
        ("from", "31.2.2027", Problem.NO_DAY),
        ("to", "soon", Problem.NO_DAY),
        ("to", "6.12.2026", Problem.ENDS_BEFORE),
    ],
)
def test_each_error_of_a_rotation_is_told_with_its_field(field: str, typed: str, problem: Problem) -> None:
    assert read_rotation({**rotation_entry(TURNUS), field: typed}, TURNUS, today=TODAY) == {field: problem}


def test_a_rotation_has_one_to_twelve_weeks_and_a_longer_one_from_a_file_stays() -> None:
    twelve = read_rotation({**rotation_entry(TURNUS), "weeks": "12"}, TURNUS, today=TODAY)
    assert isinstance(twelve, Rotation)
    assert twelve.weeks == 12
    long = replace(TURNUS, weeks=26)
    assert read_rotation(rotation_entry(long), long, today=TODAY) == long


def test_a_new_rotation_begins_next_monday() -> None:
    assert new_rotation(TODAY).days == DayRange(date(2026, 11, 30))


def test_a_roll_out_begins_with_whole_rounds_of_four_weeks_or_more() -> None:
    assert roll_out_entry(TURNUS, TODAY) == {"from": "07.12.2026", "to": "03.01.2027"}
    assert roll_out_entry(TURNUS, date(2026, 12, 9)) == {"from": "14.12.2026", "to": "10.01.2027"}
    assert roll_out_entry(replace(TURNUS, weeks=3), TODAY) == {"from": "07.12.2026", "to": "17.01.2027"}
    ends = replace(TURNUS, days=DayRange(WEEK_50, date(2026, 12, 31)))
    assert roll_out_entry(ends, TODAY) == {"from": "07.12.2026", "to": "31.12.2026"}


@pytest.mark.parametrize(
    ("first", "last", "problems"),
    [
        ("", "1.1.2027", {"from": Problem.NO_FIRST_DAY}),
        ("1.1.2027", "", {"to": Problem.NO_DAY}),
        ("1.1.2027", "31.12.2026", {"to": Problem.ENDS_BEFORE}),
        ("1.1.2027", "7.1.2028", {"to": Problem.TOO_FAR}),
        ("x", "y", {"from": Problem.NO_DAY, "to": Problem.NO_DAY}),
    ],
)
def test_days_that_make_no_sense_are_told(first: str, last: str, problems: dict[str, Problem]) -> None:
    assert read_roll_out({"from": first, "to": last}, "turnus", today=TODAY) == problems


def test_fifty_three_weeks_can_be_rolled_out_at_once() -> None:
    found = read_roll_out({"from": "1.1.2027", "to": "6.1.2028"}, "turnus", today=TODAY)
    assert found == RollOut("turnus", date(2027, 1, 1), date(2028, 1, 6))
