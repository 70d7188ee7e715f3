"""The weeks of the pattern, the needs below them, and the hours that are told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from bpa_desktop.data.limits import shipped_limits
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.rotation import Rotation
from bpa_desktop.domain.span import DayRange
from bpa_desktop.ui.rotation.view_model import NEEDS, PatternModel, build_pattern, chosen_rotation
from tests.ui.rotation.patterns import TURNUS, WEEK_50, line, with_rotation

TODAY = date(2026, 11, 24)


def model(rotation: Rotation | None = TURNUS) -> PatternModel:
    return build_pattern(with_rotation(), rotation, limits=shipped_limits(), today=TODAY)


def test_each_week_is_a_row_and_the_needs_are_the_last() -> None:
    built = model()
    assert [row.week for row in built.rows] == [1, 2, NEEDS]
    assert all(len(row.cells) == 7 for row in built.rows)
    monday = built.rows[0].cells[0]
    assert [item.line for item in monday] == [line(1, 1, 8, 15, "kari"), line(1, 1, 15, 22, "ola")]


def test_what_is_uncovered_stands_below_the_lines_of_its_day_and_a_seat_covers_nothing() -> None:
    tuesday = model().rows[0].cells[1]
    assert [item.line for item in tuesday] == [line(1, 2, 8, 15), None, None]
    assert [item.gap.hours for item in tuesday if item.gap is not None] == [Decimal(7), Decimal(7)]


def test_a_day_without_anything_is_a_place_to_add_to() -> None:
    rows = build_pattern(Roster(with_rotation().arrangement), TURNUS, limits=shipped_limits(), today=TODAY).rows
    assert [len(cell) for cell in rows[0].cells] == [2, 1, 1, 1, 1, 1, 1]
    assert [cell[0].is_empty for cell in rows[0].cells] == [False, False, True, True, True, True, True]
    assert all(cell[0].is_empty for cell in rows[-1].cells)


def test_the_hours_are_those_of_the_pattern_and_what_is_uncovered_of_each_week() -> None:
    built = model()
    assert [row.hours for row in built.rows] == [21, 7, 90]
    assert [row.uncovered for row in built.rows] == [90 - 14, 90 - 7, 0]
    assert built.uncovered == 180 - 21
    assert built.hours_a_week == 14


def test_without_a_rotation_there_are_the_needs_alone() -> None:
    built = model(None)
    assert [row.week for row in built.rows] == [NEEDS]
    assert built.uncovered == built.hours_a_week == 0


def test_the_rotation_in_force_is_shown_unless_another_is_chosen() -> None:
    over = replace(TURNUS, id="over", days=DayRange(date(2026, 1, 5), date(2026, 6, 30)))
    old = replace(TURNUS, id="old", days=DayRange(date(2026, 1, 5)))
    coming = replace(TURNUS, id="coming")
    roster = replace(with_rotation(), rotations=(old, coming, over))

    def shown(wanted: str, today: date) -> str:
        found = chosen_rotation(roster, wanted, today=today)
        return found.id if found is not None else ""

    assert shown("", date(2026, 11, 24)) == "old"
    assert shown("", WEEK_50) == "coming"
    assert shown("", date(2025, 1, 1)) == "over"
    assert shown("coming", date(2026, 11, 24)) == "coming"
    assert shown("gone", date(2026, 11, 24)) == "old"
    assert chosen_rotation(replace(roster, rotations=()), "gone", today=TODAY) is None
