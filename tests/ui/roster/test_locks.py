"""A lock is seen and said, set and taken away by a key, and whatever it forbids is refused in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.shift_lock import ShiftLock
from bpa_desktop.domain.span import ONE_DAY, Week
from bpa_desktop.rules.repair import Repair
from bpa_desktop.rules.rule import Finding, Weight
from bpa_desktop.services.shift_lock import lock_shifts
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.roster import moves
from bpa_desktop.ui.roster.findings import Findings
from bpa_desktop.ui.roster.gesture import Drop
from bpa_desktop.ui.roster.landing import short_words, spoken_words, verdict
from bpa_desktop.ui.roster.locks import with_locks
from bpa_desktop.ui.roster.shift_editor import ShiftEditor
from bpa_desktop.ui.roster.week_builder import build_week
from bpa_desktop.ui.widgets.words import Words
from tests.ui.desks import make_desk, week_49
from tests.ui.roster.conftest import StageMaker
from tests.ui.roster.stage import ALT, SHIFT, Key, Stage, settle
from tests.ui.roster.test_sentences import read

WEEK = Week(2026, 49)
HELD = "w49-mon-day"
REFUSED = "The shift Monday 30 November 08:00–15:00 is locked. Unlock it first."


@pytest.fixture
def locked(stage: Stage) -> Stage:
    """The example week with Kari's Monday locked and focused, and nothing done or heard yet but that."""
    lock_shifts(stage.desk.history, (HELD,))
    stage.focus(HELD)
    return stage


def locks(stage: Stage) -> list[str]:
    return [lock.id for lock in stage.desk.history.records.all(ShiftLock)]


def was_refused(stage: Stage, said: str = REFUSED) -> None:
    """Check that it was refused in words, that nothing was changed, and that the focus is where it was."""
    assert stage.heard.refused == [said]
    assert stage.verbs == ["lock_shift"]
    assert stage.roster == week_49()
    assert stage.current is stage.card(HELD)


def test_a_key_locks_and_unlocks(stage: Stage) -> None:
    stage.focus(HELD)
    assert stage.desk.actions["lock_shift"].shortcut().toString() == "Ctrl+U"
    stage.act("lock_shift")
    assert locks(stage) == [HELD]
    assert ", published, locked" in stage.current.name
    stage.act("lock_shift")
    assert locks(stage) == []
    assert "locked" not in stage.current.name
    assert stage.verbs == ["lock_shift", "unlock_shift"]


def test_of_several_those_that_are_open_are_locked_first_and_all_unlocked_then(locked: Stage) -> None:
    locked.screen.grid.selected = frozenset((HELD, "w49-mon-eve"))
    locked.act("lock_shift")
    assert sorted(locks(locked)) == [HELD, "w49-mon-eve"]
    locked.act("lock_shift")
    assert locks(locked) == []


def test_there_is_nothing_to_lock_on_a_free_day(stage: Stage) -> None:
    stage.screen.grid.roving.move_to(stage.cell("jonas", 2), focus=True)
    stage.act("lock_shift")
    assert stage.heard.refused == ["There is no shift here: choose one first"]


def test_the_lock_is_on_the_card_in_grid_list_day_and_panel(locked: Stage) -> None:
    for view in ("week_grid", "agenda", "day_grid"):
        locked.act(view)
        face = locked.card(HELD).face
        assert face is not None
        assert face.is_locked
        assert ", published, locked" in locked.card(HELD).name
        others = [card.face for card in locked.cards() if card is not locked.card(HELD)]
        assert not any(face.is_locked for face in others if face is not None)
    texts = [words.text() for words in locked.screen.details.findChildren(Words)]
    assert "published, locked" in texts


def test_an_absent_person_s_card_has_no_lock_and_the_open_one_has(stage: Stage) -> None:
    lock_shifts(stage.desk.history, ("w49-fri-day",))
    ghost, opened = stage.card("w49-fri-day", ghost=True).face, stage.card("w49-fri-day").face
    assert ghost is not None
    assert opened is not None
    assert (ghost.is_locked, opened.is_locked) == (False, True)


@given(st.frozensets(st.sampled_from([shift.id for shift in week_49().shifts])))
def test_exactly_the_locked_shifts_are_marked(chosen: frozenset[str]) -> None:
    model = with_locks(build_week(week_49(), WEEK, today=WEEK.monday), map(ShiftLock, chosen))
    cards = [card for row in model.rows for cell in row.cells for card in cell]
    assert {card.shift.id for card in cards if card.shift is not None and card.locked} == chosen
    assert not any(card.locked for card in cards if card.shift is None or card.shift.id not in chosen)


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Key.Key_Right, ALT),
        (Key.Key_PageDown, ALT),
        (Key.Key_Down, ALT),
        (Key.Key_Right, ALT | SHIFT),
        (Key.Key_Up, ALT | SHIFT),
    ],
)
def test_no_key_moves_or_stretches_what_is_locked(locked: Stage, key: Key, held: object) -> None:
    locked.key(key, held)  # type: ignore[arg-type]  # modifiers, from the table above
    was_refused(locked)


def test_what_is_locked_is_not_deleted_and_stays_selected(locked: Stage) -> None:
    locked.key(Key.Key_Space)
    locked.act("remove_shift")
    was_refused(locked)
    assert locked.screen.grid.selected == {HELD}


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_what_is_locked_is_not_given_away(locked: Stage) -> None:
    locked.act("assign_shift")
    next(action for action in locked.menu().actions() if action.text().startswith("Jonas")).trigger()
    was_refused(locked)


def test_what_is_locked_is_not_swapped(locked: Stage) -> None:
    locked.screen.grid.selected = frozenset((HELD, "w49-thu-eve"))
    locked.act("swap_shifts")
    was_refused(locked)


def test_what_is_locked_is_not_split_and_no_dialog_asks_where(locked: Stage) -> None:
    locked.act("split_shift")
    was_refused(locked)


def test_what_is_locked_is_not_pasted_elsewhere_and_is_copied(locked: Stage) -> None:
    locked.act("cut_shift")
    locked.screen.grid.roving.move_to(locked.cell("jonas", 2), focus=True)
    locked.act("paste_shift")
    assert locked.heard.refused == [REFUSED]
    assert locked.verbs == ["lock_shift"]
    locked.focus(HELD)
    locked.act("copy_shift")
    assert locked.verbs == ["lock_shift", "add_shift"]
    assert len(locks(locked)) == 1


def test_in_the_editor_times_are_refused_beside_their_field_and_a_note_is_kept(locked: Stage) -> None:
    locked.act("edit_shift")
    editor = locked.dialog()
    assert isinstance(editor, ShiftEditor)
    editor.form.fill({"times": "9-15"})
    editor.save()
    assert locked.heard.refused == [REFUSED]
    editor.form.fill({"times": "8-15", "note": "key"})
    editor.save()
    assert locked.roster.shifts_by_id[HELD].note == "key"


def test_a_problem_of_what_is_locked_is_not_mended(locked: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    shift = locked.roster.shifts_by_id[HELD]
    locked.found.append(Finding("notice", Weight.SHOULD, "kari", (HELD,), shift.span))
    locked.screen.check()
    repair = Repair(shift, replace(shift, assistant="jonas"))
    monkeypatch.setattr(Findings, "repair", lambda *_args: repair)
    locked.act("mend_problem")
    was_refused(locked)


@pytest.mark.parametrize("typed", ["delete Kari mon 8-15", "move Kari mon 8-15 to tue", "give mon 8-15 to Jonas"])
def test_a_sentence_about_what_is_locked_is_refused_as_it_is_typed(locked: Stage, typed: str) -> None:
    reading = read(locked, typed)
    assert (reading.text, reading.refused) == (REFUSED, True)


def test_a_shift_that_is_locked_after_the_sentence_was_read_is_not_deleted_by_it(stage: Stage) -> None:
    reading = read(stage, "delete Kari mon 8-15")
    assert not reading.refused
    lock_shifts(stage.desk.history, (HELD,))
    reading.do()
    assert stage.heard.refused == [REFUSED]
    assert HELD in stage.roster.shifts_by_id


def test_every_row_says_no_while_what_is_locked_is_carried_and_it_is_refused_where_it_lands(locked: Stage) -> None:
    locked.act("move_shift")
    locked.key(Key.Key_Right)
    for _ in range(12):
        settle()
    assert locked.heard.said[-1] == "✗ Kari Lunde, Tuesday 1 December: not possible: locked"
    spoken = [row.heading.accessible_text() for row in locked.screen.grid.rows()]
    assert all(text.endswith("not possible: locked") for text in spoken)
    locked.key(Key.Key_Return)
    was_refused(locked)


def told(desk: Desk, shift: str, day: date, row: str | None) -> tuple[str, str]:
    found = verdict(desk, Findings(desk.limits), drop=Drop(shift, day, row))
    shown = next(one for one in build_week(desk.roster, WEEK, today=desk.today).rows if one.id == row)
    return short_words(desk.language, found, row=shown), spoken_words(desk.language, found)


def test_the_answer_about_a_landing_has_its_sign_and_its_reason(qapp: object) -> None:
    desk, _ = make_desk()
    lock_shifts(desk.history, (HELD,))
    assert told(desk, HELD, WEEK.days[1], "jonas") == ("✗ locked", "not possible: locked")


_WHO = st.sampled_from([None, "kari", "ola", "amina", "jonas"])


@given(st.sampled_from([shift.id for shift in week_49().shifts]), st.integers(-1, 5), _WHO)
def test_a_landing_is_said_to_be_locked_exactly_where_the_verb_refuses_it(
    shift_id: str, days: int, row: str | None
) -> None:
    desk, store = make_desk()
    lock_shifts(desk.history, (shift_id,))
    shift: Shift = desk.roster.shifts_by_id[shift_id]
    place = moves.in_cell(desk, shift, day=WEEK.monday + days * ONE_DAY, row=row)
    foreseen = moves.refused_place(desk, place)
    assert moves.to_place(desk, place) == foreseen
    assert len(store.kept) == (1 if foreseen is not None else 2)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_substitute_may_be_given_a_locked_shift_whose_person_is_absent(stage: Stage) -> None:
    lock_shifts(stage.desk.history, ("w49-fri-day",))
    assert told(stage.desk, "w49-fri-day", WEEK.days[4], "jonas")[0] != "✗ locked"
    stage.focus("w49-fri-day")
    stage.act("assign_shift")
    next(action for action in stage.menu().actions() if action.text().startswith("Jonas")).trigger()
    settle()
    assert stage.heard.refused == []
    assert stage.roster.holder(stage.roster.shifts_by_id["w49-fri-day"]) == "jonas"


def test_undo_takes_back_the_lock_and_then_what_was_done_before_it(stage: Stage) -> None:
    stage.focus(HELD)
    stage.key(Key.Key_Right, ALT)
    stage.act("lock_shift")
    stage.desk.history.undo(2)
    assert stage.roster == week_49()
    assert "locked" not in stage.card(HELD).name


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_of_a_card_offers_the_lock(make_stage: StageMaker) -> None:
    stage = make_stage()
    stage.focus(HELD)
    stage.key(Key.Key_F10, SHIFT)
    assert "lock_shift" in [action.objectName() for action in stage.menu().actions()]
