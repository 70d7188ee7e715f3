"""Records and the roster they make."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bpa_desktop.domain.absence import Absence
from bpa_desktop.domain.day_note import DayNote
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.substitute import RequestState, SubstituteRequest
from bpa_desktop.services.records import Records
from bpa_desktop.services.roster import records_of
from bpa_desktop.services.step import Change, Slot
from tests.rosters import absence, asker_week_49, shift

KEPT = Records.of(Slot(type(record), record.id, record) for record in records_of(asker_week_49()))
MONDAY_MORNING = KEPT.roster.shifts_by_holder["kari"][0]
SATURDAY = shift("sat 10:00", "20:00", None)
NOTE = DayNote("n", date(2026, 12, 4), date(2026, 12, 4), "Tannlege")
AWAY = absence("kari", "mon 00:00", "23:00")
CHANGES = {
    "moved": Change(Shift, MONDAY_MORNING.id, MONDAY_MORNING, replace(MONDAY_MORNING, assistant="per")),
    "removed": Change(Shift, MONDAY_MORNING.id, MONDAY_MORNING, None),
    "added": Change(Shift, SATURDAY.id, None, SATURDAY),
    "chosen": Change(
        SubstituteRequest,
        "r",
        None,
        SubstituteRequest("r", MONDAY_MORNING.id, RequestState.FILLED, chosen="per"),
    ),
    "absent": Change(Absence, AWAY.id, None, AWAY),
    "noted": Change(DayNote, NOTE.id, None, NOTE),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_after_a_change_and_after_taking_it_back_a_roster_knows_what_it_would_work_out(change: Change) -> None:
    assert KEPT.roster.shifts_by_holder and KEPT.roster.shifts_by_id
    changed = KEPT.changed((change,))
    for handed in (changed.roster, changed.changed((change.reversed(),)).roster):
        anew = replace(handed, shifts=tuple(handed.shifts))
        assert handed.shifts_by_holder == anew.shifts_by_holder
        assert handed.shifts_by_id == anew.shifts_by_id


def test_a_note_on_a_day_makes_no_other_roster() -> None:
    noted = KEPT.changed((CHANGES["noted"],))
    assert noted.roster is KEPT.roster
    assert noted.all(DayNote) == (NOTE,)
