"""Records and the roster they make."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bpa_desktop.domain import held, kept
from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.domain.day_note import DayNote
from bpa_desktop.domain.roster import Record, Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.substitute import RequestState, SubstituteRequest
from bpa_desktop.services.records import NoArrangementError, Records
from bpa_desktop.services.roster import records_of
from bpa_desktop.services.step import Change, Slot
from tests.benchmarks.plans import plan_of
from tests.memory import history_of
from tests.rosters import absence, asker_week_49, shift

KEPT = Records.of(Slot(type(record), record.id, record) for record in records_of(asker_week_49()))
MONDAY_MORNING = KEPT.roster.shifts_by_holder["kari"][0]
SATURDAY = shift("sat 10:00", "20:00", None)
NOTE = DayNote("n", date(2026, 12, 4), date(2026, 12, 4), "Tannlege")
AWAY = absence("kari", "mon 00:00", "23:00")
HOME = KEPT.roster.arrangement
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
    "renamed": Change(Arrangement, HOME.id, HOME, replace(HOME, name="Hjemme")),
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


@pytest.mark.parametrize("change", [CHANGES["absent"], CHANGES["renamed"]], ids=("absent", "renamed"))
def test_whoever_an_absence_is_not_about_holds_the_very_same_shifts_and_all_do_where_the_arrangement_changes(
    change: Change,
) -> None:
    held = KEPT.roster.shifts_by_holder
    now = KEPT.changed((change,)).roster.shifts_by_holder
    assert [who for who, shifts in held.items() if now.get(who) is not shifts] == (
        ["kari", None] if change.kind is Absence else []
    )


def test_without_an_arrangement_there_is_no_roster_also_where_there_was_one() -> None:
    assert KEPT.roster
    without = KEPT.changed((Change(Arrangement, HOME.id, HOME, None),))
    with pytest.raises(NoArrangementError):
        assert without.roster


def test_requests_and_absences_that_are_the_same_are_not_gone_through_again() -> None:
    before = KEPT.roster
    assert before.shifts_by_holder is not None and before.absences_of("kari") == ()
    after = KEPT.changed((CHANGES["moved"],)).roster
    assert after.substitutes is before.substitutes
    assert after._absences_by_assistant is before._absences_by_assistant
    assert KEPT.changed((CHANGES["chosen"],)).roster.substitutes != before.substitutes


SIZE = 4
DEEDS = {
    "moved": lambda one: (replace(one, span=one.span.moved(timedelta(hours=3))),),
    "given": lambda one: (replace(one, assistant="per"),),
    "removed": lambda one: (None,),
    "asked": lambda one: (SubstituteRequest("r", one.id, RequestState.FILLED, chosen="per"),),
    "absent": lambda one: (Absence("a", one.assistant or "", one.span, AbsenceKind.OTHER),),
}
Deed = Callable[[Shift], tuple[Record | None]]


@pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS)
@pytest.mark.parametrize("weeks", [10, 40])
def test_a_step_and_its_undo_share_all_but_a_few_blocks_with_the_roster_before_however_many_shifts_there_are(
    weeks: int, deed: Deed, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (kept, held):
        monkeypatch.setattr(module, "BLOCK", SIZE)
    history, _ = history_of(plan_of(weeks, 4))
    assert history.roster.shifts_by_holder
    before, one = history.roster, history.roster.shifts[SIZE * weeks // 2]
    (after,) = deed(one)
    with history.step("edit_shift") as record:
        record.remove(one) if after is None else record.put(after)
    done = history.roster
    history.undo()
    for now, then in ((done, before), (history.roster, done)):
        assert len(blocks_of(now).keys() - blocks_of(then).keys()) <= 3
        assert now == replace(now, shifts=tuple(now.shifts))


def blocks_of(plan: Roster) -> dict[int, object]:
    """Return everything in which a roster keeps its shifts, by what makes it the very same."""
    in_time = (block for each in plan._held.values() for block in each.blocks)
    return {id(block): block for block in (*plan.shifts_by_id._blocks, *in_time)}


def test_a_note_on_a_day_makes_no_other_roster() -> None:
    noted = KEPT.changed((CHANGES["noted"],))
    assert noted.roster is KEPT.roster
    assert noted.all(DayNote) == (NOTE,)
