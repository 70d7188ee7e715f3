"""The form for an absence: who, when, which kind."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.roster import held_ahead
from bpa_desktop.domain.span import days_span
from bpa_desktop.domain.substitute import Channel
from bpa_desktop.ui.absence.entry import (
    HOURS,
    ONGOING,
    Problem,
    ahead_entry,
    entry_for,
    entry_of,
    read_entry,
    shown_fields,
)
from tests.rosters import at, span
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
        ({"what": ONGOING, "from": "2.12", "to": "1.12"}, {"to": Problem.ENDS_BEFORE}),
        ({"what": HOURS, "times": "noon"}, {"times": Problem.NO_TIMES}),
        ({"what": HOURS, "times": "12-25"}, {"times": Problem.NO_TIMES}),
        ({"what": HOURS, "times": "12-12 +0"}, {"times": Problem.NO_TIMES}),
        ({"what": HOURS, "from": "soon", "times": "12-15"}, {"from": Problem.NO_DAY}),
        ({"kind": "sick_note", "grade": "0"}, {"grade": Problem.NO_GRADE}),
        ({"kind": "sick_note", "grade": "101"}, {"grade": Problem.NO_GRADE}),
        ({"kind": "leave", "grade": "half"}, {"grade": Problem.NO_GRADE}),
        ({"reported": "at six"}, {"reported": Problem.NO_MOMENT}),
        ({"reported": "31.2.2026 6:10"}, {"reported": Problem.NO_MOMENT}),
        ({"reported": "19:01"}, {"reported": Problem.NOT_YET}),
    ],
)
def test_each_error_is_told_with_its_field(changed: dict[str, str], problems: dict[str, Problem]) -> None:
    assert read_entry({**entry_for("kari", TODAY), **changed}, week_49(), now=NOW) == problems


def test_only_shifts_ahead_are_offered() -> None:
    assert [shift.id for shift in held_ahead(week_49(), "kari", now=TUESDAY_EVENING)] == [
        "w49-mon-day",
        "w49-tue-eve",
        "w49-thu-day",
    ]
    later = week_49().shifts_by_id["w49-tue-eve"].span.end
    assert [shift.id for shift in held_ahead(week_49(), "kari", now=later)] == ["w49-thu-day"]


def read(**typed: str) -> Absence:
    """Return the absence of Kari that is typed."""
    absence = read_entry({**entry_for("kari", TODAY), **typed}, week_49(), now=NOW)
    assert isinstance(absence, Absence)
    return absence


def test_some_hours_are_of_one_day_or_of_the_night_after_it() -> None:
    assert read(what=HOURS, times="12-15", **{"from": "30.11"}).span == span("mon 12:00", "15:00")
    assert read(what=HOURS, times="22-8", **{"from": "30.11"}).span == span("mon 22:00", "08:00")


def test_until_further_notice_says_how_far_ahead_shifts_are_opened() -> None:
    absence = read(what=ONGOING, to="13.12", **{"from": "30.11"})
    assert absence.open_ended
    assert absence.span == days_span(date(2026, 11, 30), date(2026, 12, 13), zone=HOME.zone)
    assert ahead_entry({"from": "30.11"}, TODAY) == "13.12.2026"
    assert ahead_entry({"from": "?"}, TODAY) == "07.12.2026"


def test_only_some_kinds_are_graded() -> None:
    assert read(kind="sick_note", grade="60 %").grade == 60
    assert read(kind="sick_note", grade="").grade == 100
    assert read(kind="self_certified", grade="60").grade == 100
    assert "grade" in shown_fields(entry_for("kari", TODAY) | {"kind": "leave"})
    assert "grade" not in shown_fields(entry_for("kari", TODAY))


def test_when_and_how_it_was_reported_is_read() -> None:
    absence = read(reported="6:10", how="phone")
    assert (absence.reported_at, absence.reported_how) == (at("2026-11-24 06:10"), Channel.PHONE)
    assert read(reported="23.11 2230").reported_at == at("2026-11-23 22:30")
    assert (read().reported_at, read().reported_how) == (None, None)


KEPT = (
    Absence("a", "kari", span("mon 00:00", "wed 00:00"), AbsenceKind.SICK_NOTE, Decimal(50), NOW, Channel.SMS),
    Absence("a", "kari", span("mon 12:00", "15:00"), AbsenceKind.SELF_CERTIFIED, reported_at=NOW),
    Absence("a", "kari", span("mon 22:00", "wed 08:00"), AbsenceKind.CHILD_SICK),
    Absence("a", "kari", span("mon 12:00", "fri 00:00"), AbsenceKind.SICK_NOTE, open_ended=True),
)


@pytest.mark.parametrize("absence", KEPT)
def test_saving_without_a_change_changes_nothing(absence: Absence) -> None:
    stirred = replace(absence, reported_at=NOW.replace(second=17))
    for one in (absence, stirred):
        assert read_entry(entry_of(one, week_49()), week_49(), now=NOW + timedelta(hours=1), before=one) == one


def test_when_it_was_reported_can_be_emptied() -> None:
    changed = read_entry({**entry_of(KEPT[0], week_49()), "reported": ""}, week_49(), now=NOW, before=KEPT[0])
    assert isinstance(changed, Absence)
    assert changed.reported_at is None


def test_an_absence_that_begins_on_another_day_begins_in_the_morning() -> None:
    values = {**entry_of(KEPT[3], week_49()), "from": "1.12.2026"}
    changed = read_entry(values, week_49(), now=NOW, before=KEPT[3])
    assert isinstance(changed, Absence)
    assert changed.span == span("tue 00:00", "fri 00:00")
