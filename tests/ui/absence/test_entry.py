"""The form for an absence: who, when, which kind."""

from __future__ import annotations

from datetime import date

import pytest

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.span import days_span
from bpa_desktop.ui.absence.entry import Problem, entry_for, read_entry, shifts_ahead
from tests.ui.desks import HOME, TUESDAY_EVENING, week_49

TODAY = date(2026, 11, 24)
NOW = TUESDAY_EVENING


def test_whole_days_run_from_midnight_to_midnight() -> None:
    values = {**entry_for("kari", TODAY), "from": "30.11", "to": "1.12."}
    absence = read_entry(values, week_49(), now=NOW)
    assert isinstance(absence, Absence)
    assert absence.span == days_span(date(2026, 11, 30), date(2026, 12, 1), zone=HOME.zone)
    assert absence.kind is AbsenceKind.SELF_CERTIFIED


def test_an_empty_last_day_is_the_first() -> None:
    absence = read_entry({**entry_for("kari", TODAY), "from": "30.11", "to": ""}, week_49(), now=NOW)
    assert isinstance(absence, Absence)
    assert absence.span == days_span(date(2026, 11, 30), date(2026, 11, 30), zone=HOME.zone)


def test_a_chosen_shift_gives_its_own_times() -> None:
    absence = read_entry(entry_for("kari", TODAY, shift="w49-mon-day"), week_49(), now=NOW)
    assert isinstance(absence, Absence)
    assert absence.span == week_49().shifts_by_id["w49-mon-day"].span


@pytest.mark.parametrize(
    ("changed", "problems"),
    [
        ({"assistant": ""}, {"assistant": Problem.NOBODY}),
        ({"from": "soon"}, {"from": Problem.NO_DAY}),
        ({"from": "2.12", "to": "32.12"}, {"to": Problem.NO_DAY}),
        ({"from": "2.12", "to": "1.12"}, {"to": Problem.ENDS_BEFORE}),
    ],
)
def test_each_error_is_told_with_its_field(changed: dict[str, str], problems: dict[str, Problem]) -> None:
    assert read_entry({**entry_for("kari", TODAY), **changed}, week_49(), now=NOW) == problems


def test_only_shifts_ahead_are_offered() -> None:
    assert [shift.id for shift in shifts_ahead(week_49(), "kari", now=TUESDAY_EVENING)] == [
        "w49-mon-day",
        "w49-tue-eve",
        "w49-thu-day",
    ]
    later = week_49().shifts_by_id["w49-tue-eve"].span.end
    assert [shift.id for shift in shifts_ahead(week_49(), "kari", now=later)] == ["w49-thu-day"]
