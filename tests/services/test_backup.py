"""When a backup is due, what asks for one first, and bringing everything to what a backup has."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.roster import Record
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.substitute import SubstituteRequest
from bpa_desktop.domain.team import Assistant
from bpa_desktop.services.arrival import Arrival, bring_in
from bpa_desktop.services.backup import (
    MANY_RECORDS,
    Backup,
    Count,
    Reason,
    SecondPlace,
    Shelved,
    changes_to,
    counted,
    is_due,
    reason_before,
    wants_elsewhere,
    wants_look,
)
from bpa_desktop.services.history import History
from bpa_desktop.services.locked import LockedError
from bpa_desktop.services.records import Records
from bpa_desktop.services.restoring import restore_backup
from bpa_desktop.services.roster import import_roster
from bpa_desktop.services.shift import edit_shift, remove_shifts
from bpa_desktop.services.shift_lock import lock_shifts
from bpa_desktop.services.step import Change, Slot, Step, StepLine
from bpa_desktop.services.team import add_assistant
from bpa_desktop.store.memory_store import MemoryStore
from tests.memory import FakeClock
from tests.store.strategies import ANY, SAMPLES, hours

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)


def backup_of(step: str, *, age: timedelta, checked: bool = True) -> Backup:
    return Backup("one", NOON - age, 1, checked, Reason.ROUTINE, Path("one"), step=step)


@pytest.mark.parametrize(
    ("minutes", "kept", "due"),
    [(29, "later", False), (30, "later", True), (300, "same", False), (-5, "later", True), (300, "", False)],
)
def test_a_backup_is_due_half_an_hour_after_the_last_one_where_something_was_done_since(
    minutes: int, kept: str, due: bool
) -> None:
    newest = backup_of("same", age=timedelta(minutes=minutes))
    assert is_due(newest, step=kept, now=NOON) is due


def test_the_first_backup_is_due_with_the_first_step() -> None:
    assert is_due(None, step="first", now=NOON)
    assert not is_due(None, step="", now=NOON)


def test_only_a_checked_backup_counts_as_the_newest() -> None:
    new, old = backup_of("b", age=timedelta(1), checked=False), backup_of("a", age=timedelta(2))
    assert Shelved((new, old)).newest == old
    assert Shelved((new,)).newest is None


@pytest.mark.parametrize(
    ("backup", "looked", "wants"),
    [
        (None, None, True),
        (6, None, False),
        (7, None, True),
        (9, 6, False),
        (6, 9, False),
        (9, 9, True),
        (-1, None, True),
    ],
)
def test_every_page_is_looked_at_a_week_after_the_last_time_or_the_last_backup(
    backup: int | None, looked: int | None, wants: bool
) -> None:
    backups = (backup_of("a", age=timedelta(backup)),) if backup is not None else ()
    shelved = Shelved(backups, looked=NOON - timedelta(looked) if looked is not None else None)
    assert wants_look(shelved, NOON) is wants


def test_the_second_place_is_reminded_of_after_a_week_without_a_copy() -> None:
    def wants(age: timedelta | None) -> bool:
        return wants_elsewhere(SecondPlace(Path("stick"), NOON - age if age is not None else None), NOON)

    assert [wants(age) for age in (None, timedelta(7), timedelta(7, 1))] == [True, False, True]
    assert not wants_elsewhere(None, NOON)


def step_of(verb: str, records: int) -> Step:
    changes = tuple(Change(Assistant, str(i), None, Assistant(str(i), "x")) for i in range(records))
    return Step(StepLine("id", verb, "", NOON), changes)


def test_imports_restores_and_steps_over_many_records_ask_for_a_backup_first() -> None:
    asked = [
        reason_before(step_of(verb, records))
        for verb, records in (
            ("import_roster", 1),
            ("bring_in", 1),
            ("restore_backup", 1),
            ("roll_out", MANY_RECORDS),
            ("roll_out", MANY_RECORDS - 1),
        )
    ]
    assert asked == [Reason.IMPORT, Reason.IMPORT, Reason.RESTORE, Reason.BULK, None]


def history_with(*records: Record) -> History:
    return History(MemoryStore(records), FakeClock(), author="")


def slots_of(*records: Record) -> list[Slot]:
    return [Slot(type(record), record.id, record) for record in records]


def test_everything_is_as_in_the_backup_in_one_step_that_undo_takes_back() -> None:
    history = history_with(*SAMPLES)
    then = slots_of(*SAMPLES)
    before = history.roster
    remove_shifts(history, ("evening",))
    add_assistant(history, Assistant("nina", "Nina"))
    edit_shift(history, Shift("day", hours(8, 14), "kari"))
    since, undoable = history.roster, len(history.deeds.done(99))
    changes = restore_backup(history, then)
    assert history.roster == before
    assert counted(changes) == {
        Shift: Count(come=1, change=1),
        SubstituteRequest: Count(come=1),
        Assistant: Count(go=1),
    }
    assert len(history.deeds.done(99)) == undoable + 1
    history.undo()
    assert history.roster == since


@given(st.data())
def test_whatever_was_kept_and_whatever_the_backup_has_that_is_what_is_kept_afterwards(data: st.DataObject) -> None:
    kinds = st.lists(st.sampled_from(list(ANY)), max_size=4)
    now = {(type(one), one.id): one for one in (data.draw(ANY[kind]) for kind in data.draw(kinds))}
    then = {(type(one), one.id): one for one in (data.draw(ANY[kind]) for kind in data.draw(kinds))}
    records = Records.of(slots_of(*now.values()))
    changes = changes_to(records, slots_of(*then.values()))
    after = records.changed(changes)
    assert {(type(one), one.id): one for kind in ANY for one in after.all(kind)} == then
    assert changes_to(after, slots_of(*then.values())) == ()
    assert sum(count.come + count.change + count.go for count in counted(changes).values()) == len(changes)


def test_a_backup_that_is_as_everything_is_makes_no_step() -> None:
    history = history_with(*SAMPLES)
    assert restore_backup(history, slots_of(*SAMPLES)) == ()
    assert history.undoable is None


def test_a_shift_that_was_locked_since_is_not_changed_behind_its_lock() -> None:
    history = history_with(*(one for one in SAMPLES if one.id != "evening"))
    then = slots_of(*SAMPLES)
    edit_shift(history, Shift("day", hours(8, 14), "kari"))
    restore_backup(history, then)
    edit_shift(history, Shift("day", hours(8, 14), "kari"))
    lock_shifts(history, ("day",))
    restore_backup(history, then)  # the lock goes with it
    assert history.roster.shifts_by_id["day"].span == hours(7, 14)
    edit_shift(history, Shift("day", hours(8, 14), "kari"))
    lock_shifts(history, ("day",))
    locked = [slot for slot in _now(history) if not (isinstance(slot.record, Shift) and slot.id == "day")]
    with pytest.raises(LockedError):
        restore_backup(history, locked)


def _now(history: History) -> list[Slot]:
    return slots_of(*(record for kind in ANY for record in history.records.all(kind)))


def test_an_import_is_named_as_the_verb_that_asks_for_a_backup() -> None:
    history = history_with(*SAMPLES)
    seen: list[Step] = []
    history.subscribe(seen.append)
    remove_shifts(history, ("evening",))
    import_roster(history, history_with(*SAMPLES).roster)
    bring_in(history, (Arrival(1, Assistant("", "Nina")),))
    restore_backup(history, slots_of(*SAMPLES[:3]))
    assert [reason_before(step) for step in seen] == [None, Reason.IMPORT, Reason.IMPORT, Reason.RESTORE]
