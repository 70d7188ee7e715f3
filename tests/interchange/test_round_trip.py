"""Export and import carry the same content."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given

from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import DayRange, Span
from bpa_desktop.domain.team import Assistant, Availability, Employment, EmploymentKind, Grade
from bpa_desktop.interchange.roster_file import read_roster, write_roster
from bpa_desktop.services.roster import import_roster
from tests.interchange.strategies import CLOCK_CHANGES, rosters
from tests.memory import history_of

DEMO = Path(__file__).resolve().parents[2] / "resources" / "demo" / "demo.json"


@given(rosters())
def test_what_was_written_is_read_as_the_same_roster(roster: Roster) -> None:
    assert read_roster(write_roster(roster)) == roster


@given(rosters())
def test_export_twice_with_an_import_between_gives_the_same_bytes(roster: Roster) -> None:
    first, _ = history_of(roster)
    exported = write_roster(first.roster)
    second, _ = history_of()
    import_roster(second, read_roster(exported))
    import_roster(first, read_roster(exported))
    assert write_roster(second.roster) == exported
    assert write_roster(first.roster) == exported


@pytest.mark.parametrize("change", CLOCK_CHANGES)
def test_a_night_on_which_the_clocks_change_keeps_its_instants(change: datetime) -> None:
    night = Shift("night", Span(change - timedelta(minutes=30), change + timedelta(minutes=30)))
    roster = Roster(Arrangement("a", "A", "3203"), shifts=(night,))
    written = json.loads(write_roster(roster))["shifts"][0]
    assert written["start"][-6:] != written["end"][-6:]
    assert read_roster(write_roster(roster)).shifts == (night,)


def test_equal_numbers_are_written_alike() -> None:
    plain = Arrangement("a", "A", "3203", household_income=Decimal("480000"))
    fussy = replace(plain, household_income=Decimal("4.80000E+5"))
    assert write_roster(Roster(plain)) == write_roster(Roster(fussy))
    assert b'"household_income": "480000"' in write_roster(Roster(fussy))


def test_a_file_has_the_keys_in_the_order_of_the_format_and_only_those_that_say_something() -> None:
    someone = Assistant("a", "A", employments=(Employment(DayRange(), EmploymentKind.ON_CALL, Decimal(0)),))
    tree = json.loads(write_roster(Roster(Arrangement("x", "X", "3203"), assistants=(someone,))))
    assert list(tree) == [
        *("format", "arrangement", "awards", "assistants", "availability", "needs", "rotations"),
        *("shifts", "absences", "substitute_requests"),
    ]
    assert list(tree["arrangement"]) == ["id", "name", "municipality_no"]
    assert tree["assistants"] == [
        {"id": "a", "name": "A", "employments": [{"from": "1900-01-01", "kind": "on_call", "percent": "0"}]}
    ]
    assert tree["shifts"] == []


def test_a_file_ends_with_a_line_end_and_keeps_norwegian_letters() -> None:
    data = write_roster(Roster(Arrangement("a", "Ordning på Ås", "3218")))
    assert data.endswith(b"}\n")
    assert "Ordning på Ås" in data.decode()


def test_half_a_sign_does_not_stop_an_export() -> None:
    data = write_roster(Roster(Arrangement("a", "half \ud800", "3203")))
    assert read_roster(data).arrangement.name == "half ?"


def test_availability_gets_ids_that_nothing_else_in_the_file_has() -> None:
    someone = Assistant("availability-2", "A")
    moment = datetime(2026, 12, 4, tzinfo=UTC)
    said = tuple(
        Availability(f"old-{n}", someone.id, Span(moment, moment + timedelta(hours=n)), Grade.CAN) for n in (1, 2, 3)
    )
    read = read_roster(write_roster(Roster(Arrangement("a", "A", "3203"), assistants=(someone,), availability=said)))
    assert [item.id for item in read.availability] == ["availability--1", "availability--2", "availability--3"]


def test_the_demo_is_a_roster_file_in_its_written_form() -> None:
    data = DEMO.read_bytes()
    assert write_roster(read_roster(data)) == data
