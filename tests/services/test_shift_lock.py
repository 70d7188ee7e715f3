"""A locked shift stays when it is and with whom, whatever verb is called, until it is unlocked; people may fall ill."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, time
from decimal import Decimal

import pytest

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.domain.roll_out import Hold, RollOut
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.rotation import Rotation, RotationLine
from bpa_desktop.domain.shift import Shift, ShiftKind, ShiftState
from bpa_desktop.domain.shift_lock import ShiftLock
from bpa_desktop.domain.span import DayRange
from bpa_desktop.i18n import Language
from bpa_desktop.rules.repair import Repair
from bpa_desktop.services import shift as verbs
from bpa_desktop.services.absence import register_absence, remove_absence
from bpa_desktop.services.finding import mend_finding
from bpa_desktop.services.history import History, UnknownRecordError
from bpa_desktop.services.locked import LockedError
from bpa_desktop.services.publication import publish_roster
from bpa_desktop.services.roster import import_roster
from bpa_desktop.services.rotation import difference, keep_rotation, remove_rotation, roll_out
from bpa_desktop.services.shift_lock import is_locked, lock_shifts, unlock_shifts
from bpa_desktop.services.substitute import confirm_substitute, open_requests
from bpa_desktop.texts import error_text
from tests.memory import MemoryStore, history_of
from tests.rosters import MONDAY, assistant, at, roster, shift, span
from tests.texts.test_step import DEEDS, WHOLE

HELD, OTHER, OPEN = shift("mon 08:00", "15:00"), shift("tue 08:00", "15:00", "ola"), shift("wed 08:00", "15:00", None)
LATER = span("thu 08:00", "15:00")
PLAN = roster(HELD, OTHER, OPEN, team=(assistant("Kari"), assistant("Ola"), assistant("Per")))
ILL = Absence("", "kari", span("mon 00:00", "23:59"), AbsenceKind.SELF_CERTIFIED, Decimal(100))

FORBIDDEN: dict[str, Callable[[History], object]] = {
    "moved": lambda h: verbs.place_shifts(h, [verbs.Place(HELD.id, LATER, "kari")]),
    "moved to another's row": lambda h: verbs.place_shifts(h, [verbs.Place(HELD.id, HELD.span, "ola")]),
    "moved with others": lambda h: verbs.place_shifts(
        h, [verbs.Place(OTHER.id, LATER, "ola"), verbs.Place(HELD.id, LATER, "kari")]
    ),
    "made longer": lambda h: verbs.edit_shift(h, replace(HELD, span=span("mon 08:00", "16:00"))),
    "made another kind": lambda h: verbs.edit_shift(h, replace(HELD, kind=ShiftKind.TRAINING)),
    "edited to somebody else": lambda h: verbs.edit_shift(h, replace(HELD, assistant="per")),
    "given away": lambda h: verbs.assign_shifts(h, {HELD.id: "per"}),
    "opened": lambda h: verbs.assign_shifts(h, {HELD.id: None}),
    "swapped": lambda h: verbs.swap_shifts(h, HELD.id, second=OTHER.id),
    "swapped as the second": lambda h: verbs.swap_shifts(h, OTHER.id, second=HELD.id),
    "split": lambda h: verbs.split_shift(h, HELD.id, at=at("mon 12:00")),
    "deleted": lambda h: verbs.remove_shifts(h, (HELD.id,)),
    "deleted with others": lambda h: verbs.remove_shifts(h, (OTHER.id, HELD.id)),
    "mended": lambda h: mend_finding(h, Repair(HELD, replace(HELD, span=span("mon 09:00", "15:00")))),
    "mended by giving it away": lambda h: mend_finding(h, Repair(HELD, replace(HELD, assistant="per"))),
    "left out of what is brought in": lambda h: import_roster(h, replace(PLAN, shifts=(OTHER, OPEN))),
    "brought in otherwise": lambda h: import_roster(h, replace(PLAN, shifts=(replace(HELD, span=LATER), OTHER, OPEN))),
}


@pytest.fixture
def kept() -> tuple[History, MemoryStore]:
    """Three shifts, and Kari's on Monday is locked."""
    history, store = history_of(PLAN)
    lock_shifts(history, (HELD.id,))
    return history, store


@pytest.fixture
def history(kept: tuple[History, MemoryStore]) -> History:
    return kept[0]


@pytest.mark.parametrize("deed", FORBIDDEN)
def test_what_is_locked_is_not(kept: tuple[History, MemoryStore], deed: str) -> None:
    history, store = kept
    with pytest.raises(LockedError) as refused:
        FORBIDDEN[deed](history)
    assert refused.value.shift == HELD
    assert history.roster == PLAN
    assert len(store.kept) == 1


@pytest.mark.parametrize("deed", FORBIDDEN)
def test_what_is_unlocked_again_can_be(history: History, deed: str) -> None:
    unlock_shifts(history, (HELD.id,))
    FORBIDDEN[deed](history)
    assert history.roster != PLAN


def test_the_refusal_names_the_shift(history: History) -> None:
    with pytest.raises(LockedError) as refused:
        verbs.remove_shifts(history, (HELD.id,))
    said = error_text(Language("en"), refused.value)
    assert said == "The shift Monday 30 November 08:00–15:00 is locked. Unlock it first."


@pytest.mark.parametrize("deed", DEEDS)
def test_no_verb_there_is_changes_a_locked_shift_but_those_about_substitutes(deed: str) -> None:
    history, _ = history_of(WHOLE)
    lock_shifts(history, ("s", "open"))
    with suppress(LockedError, UnknownRecordError):  # the second step of a deed may be about what the first would do
        DEEDS[deed][0](history)
    now = history.roster.shifts_by_id
    if deed in ("lock_shift", "unlock_shift", "restore_backup"):  # a backup brings the locks of its own time
        return
    assert (now["s"].span, now["s"].assistant, now["s"].kind) == (
        WHOLE.shifts[0].span,
        WHOLE.shifts[0].assistant,
        WHOLE.shifts[0].kind,
    )
    filled = "kari" if deed in ("confirm_substitute", "call_backup") else None
    assert (now["open"].span, now["open"].assistant) == (WHOLE.shifts[1].span, filled)


def test_a_locked_shift_can_have_a_note_a_place_and_what_really_happened(history: History) -> None:
    told = replace(HELD, note="key", place="home", actual=span("mon 08:00", "15:30"), tasks=("walk",))
    verbs.edit_shift(history, told)
    assert history.roster.shifts_by_id[HELD.id] == told


def test_a_locked_shift_is_published_and_the_others_are_worked_with(history: History) -> None:
    assert publish_roster(history, span("mon 00:00", "fri 00:00")) is not None
    assert history.roster.shifts_by_id[HELD.id].state is ShiftState.PUBLISHED
    verbs.place_shifts(history, [verbs.Place(OTHER.id, LATER, "ola")])
    verbs.assign_shifts(history, {OPEN.id: "per"})
    verbs.remove_shifts(history, (OPEN.id,))


def test_who_has_a_locked_shift_may_fall_ill_and_somebody_steps_in(history: History) -> None:
    assert register_absence(history, ILL) == (HELD,)
    confirm_substitute(history, history.roster.requests[0].id, assistant="per")
    now = history.roster.shifts_by_id[HELD.id]
    assert (now.assistant, history.roster.holder(now)) == ("kari", "per")
    verbs.assign_shifts(history, {HELD.id: "ola"})  # the substitute may be another
    assert history.roster.holder(now) == "ola"
    with pytest.raises(LockedError):
        verbs.assign_shifts(history, {HELD.id: None})
    remove_absence(history, history.roster.absences[0].id)
    assert is_locked(history, HELD.id)


def test_a_locked_open_shift_is_filled_by_a_substitute_and_by_nothing_else(history: History) -> None:
    lock_shifts(history, (OPEN.id,))
    with pytest.raises(LockedError):
        verbs.assign_shifts(history, {OPEN.id: "per"})
    confirm_substitute(history, open_requests(history, (OPEN.id,))[0].id, assistant="per")
    assert history.roster.shifts_by_id[OPEN.id].assistant == "per"


def test_locking_again_is_no_step_and_what_is_not_locked_or_not_there_is_no_lock(
    kept: tuple[History, MemoryStore],
) -> None:
    history, store = kept
    lock_shifts(history, (HELD.id,))
    assert len(store.kept) == 1
    with pytest.raises(UnknownRecordError):
        unlock_shifts(history, (OTHER.id,))
    with pytest.raises(UnknownRecordError):
        lock_shifts(history, ("nowhere",))


def test_earlier_steps_on_a_locked_shift_are_undone_and_done_again() -> None:
    history, _ = history_of(PLAN)
    verbs.place_shifts(history, [verbs.Place(HELD.id, LATER, "kari")])
    lock_shifts(history, (HELD.id,))
    history.undo(2)
    assert (history.roster, is_locked(history, HELD.id)) == (PLAN, False)
    history.redo(2)
    assert (history.roster.shifts_by_id[HELD.id].span, is_locked(history, HELD.id)) == (LATER, True)


def test_a_whole_other_arrangement_takes_the_locks_away_with_the_shifts(history: History) -> None:
    import_roster(history, Roster(Arrangement("other", "Cabin", "3203")), replacing=True)
    assert history.records.all(ShiftLock) == ()


def test_the_same_roster_brought_in_once_more_keeps_the_lock(history: History) -> None:
    import_roster(history, PLAN)
    assert is_locked(history, HELD.id)


def rolled_out() -> tuple[History, RollOut, str]:
    """Return a history in which a rotation made a shift for Kari, which is locked, and the pattern changed since."""
    line = RotationLine(1, 1, time(8), time(15), "kari")
    week = RollOut("turnus", MONDAY, date(2026, 12, 6))
    history, _ = history_of(replace(PLAN, shifts=()))
    turnus = keep_rotation(history, Rotation("turnus", "Turnus", 1, DayRange(MONDAY), (line,)))
    roll_out(history, week)
    made = history.roster.shifts[0].id
    lock_shifts(history, (made,))
    keep_rotation(history, replace(turnus, lines=(replace(line, start=time(9)), replace(line, weekday=2))))
    return history, week, made


def test_a_roll_out_leaves_a_locked_shift_alone_and_does_the_rest() -> None:
    history, week, made = rolled_out()
    assert [(one.id == made, one.hold) for one in difference(history, week)] == [(True, Hold.LOCKED), (False, None)]
    before: Shift = history.roster.shifts_by_id[made]
    roll_out(history, week)
    assert history.roster.shifts_by_id[made] == before
    assert len(history.roster.shifts) == 2
    remove_rotation(history, "turnus")  # the shift is not touched by that but for where it came from
    assert history.roster.shifts_by_id[made].span == before.span


def test_a_line_about_a_locked_shift_is_refused_however_it_is_asked_for() -> None:
    history, week, made = rolled_out()
    with pytest.raises(LockedError):
        roll_out(history, week, accepted=(made,))
    assert [one.hold for one in difference(history, week)] == [Hold.LOCKED, None]
