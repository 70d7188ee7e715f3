"""The emergency sheet: who comes and whom to call; never who is away."""

from __future__ import annotations

from datetime import timedelta

from bpa_desktop.i18n import Language
from bpa_desktop.services.emergency import AHEAD, emergency_sheet
from bpa_desktop.services.records import Records
from bpa_desktop.services.roster import records_of
from bpa_desktop.services.step import Slot
from bpa_desktop.texts.emergency import emergency_lines
from tests.ui.desks import week_49

ROSTER = week_49()


def records() -> Records:
    return Records.of(Slot(type(one), one.id, one) for one in records_of(ROSTER))


def test_it_holds_the_shifts_under_way_and_of_two_days_and_no_others() -> None:
    starts = sorted({shift.span.start for shift in ROSTER.shifts})
    for now in (*starts, starts[0] - AHEAD, starts[-1] + timedelta(days=3)):
        told = [one.span for one in emergency_sheet(records(), now).coming]
        slow = [one.span for one in ROSTER.shifts if one.span.end > now and one.span.start - now < AHEAD]
        assert sorted(told, key=str) == sorted(slow, key=str)


def test_who_is_away_is_not_in_it_and_nobody_stands_where_nobody_comes() -> None:
    absence = ROSTER.absences[0]
    sheet = emergency_sheet(records(), absence.span.start)
    assert {one.name for one in sheet.coming if one.span.overlaps(absence.span)}.isdisjoint({"Ola"})
    lines = "\n".join(emergency_lines(Language("en"), sheet))
    assert "nobody yet" in lines
    assert "self" not in lines


def test_nobody_planned_is_said() -> None:
    late = max(shift.span.end for shift in ROSTER.shifts) + timedelta(days=1)
    assert "Nobody is planned for the next two days." in emergency_lines(
        Language("en"), emergency_sheet(records(), late)
    )
