"""The list holds everything the grid holds, and everything is done in it by the same keys."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.shift_lock import ShiftLock
from bpa_desktop.domain.span import Span, Week, clock_span
from bpa_desktop.services.history import NothingToUndoError
from bpa_desktop.services.records import Records
from bpa_desktop.ui.roster.agenda import agenda_rows
from bpa_desktop.ui.roster.shift_card import ShiftCard
from bpa_desktop.ui.roster.split_dialog import SplitDialog
from bpa_desktop.ui.roster.view_model import CardModel, WeekModel
from bpa_desktop.ui.roster.week_builder import build_week
from tests.ui.desks import HOME, week_49
from tests.ui.roster.conftest import StageMaker
from tests.ui.roster.stage import ALT, Key, Stage, settle

WEEK = Week(2026, 49)
TODAY = date(2026, 11, 30)


def hours(day: int, start: int, end: int) -> Span:
    return clock_span(date(2026, 12, day), time(start), end=time(end), zone=HOME.zone)


@pytest.fixture
def listed(stage: Stage) -> Stage:
    """The example week as a list."""
    stage.act("agenda")
    return stage


_SHIFTS = st.lists(
    st.tuples(
        st.integers(-1, 7), st.integers(0, 23), st.integers(1, 40), st.sampled_from([None, "kari", "ola", "amina"])
    ),
    max_size=12,
)


def _planned(lines: list[tuple[int, int, int, str | None]]) -> Roster:
    start = datetime.combine(WEEK.monday, time(0), HOME.zone)
    spans = [
        Span(start + timedelta(days=day, hours=at), start + timedelta(days=day, hours=at + long))
        for day, at, long, _ in lines
    ]
    shifts = (Shift(f"s{place}", span, line[3]) for place, (span, line) in enumerate(zip(spans, lines, strict=True)))
    return replace(week_49(), shifts=tuple(shifts))


def _cards(model: WeekModel) -> Counter[CardModel]:
    return Counter(card for row in model.rows for cell in row.cells for card in cell if card.shift is not None)


@given(_SHIFTS)
def test_the_list_holds_every_card_of_the_grid_on_its_day_in_the_order_of_time(
    lines: list[tuple[int, int, int, str | None]],
) -> None:
    model = build_week(_planned(lines), WEEK, today=TODAY)
    rows = agenda_rows(model)
    assert [row.day for row in rows] == list(WEEK.days)
    shown = [card for row in rows for card in row.cells[0] if card.shift is not None]
    assert Counter(replace(card, in_list=False) for card in shown) == _cards(model)
    for row in rows:
        starts = [card.shift.span for card in row.cells[0] if card.shift is not None]
        assert starts == sorted(starts)
        assert row.cells[0][-1] == CardModel(row.day or TODAY, None, in_list=True)
        assert {card.day for card in row.cells[0]} == {row.day}


def names(stage: Stage) -> Counter[str]:
    """Return what every card with a shift is called."""
    return Counter(card.name for card in stage.cards() if card.model is not None and card.model.shift is not None)


def test_every_card_is_called_the_same_in_both(stage: Stage) -> None:
    in_grid = names(stage)
    stage.act("agenda")
    assert names(stage) == in_grid
    assert len(stage.screen.grid.rows()) == 7
    stage.act("week_grid")
    assert names(stage) == in_grid


def test_the_focus_stays_on_its_shift(stage: Stage) -> None:
    stage.focus("w49-thu-eve")
    stage.act("agenda")
    assert stage.current is stage.card("w49-thu-eve")
    assert stage.current.hasFocus()
    stage.act("week_grid")
    assert stage.current is stage.card("w49-thu-eve")
    assert stage.current.hasFocus()


def test_who_it_is_stands_on_the_card(listed: Stage) -> None:
    face = listed.card("w49-fri-day").face
    assert face is not None
    assert face.lines == ("Open shift · home", "for Ola")
    face = listed.card("w49-mon-day").face
    assert face is not None
    assert face.lines == ("Kari Lunde · morning routine",)


def test_a_day_s_heading_says_what_the_grid_s_says(listed: Stage) -> None:
    headings = [row.heading.accessible_text() for row in listed.screen.grid.rows()]
    assert headings[4] == "Friday 4 December, 2 shifts, 2 of them open"


def test_the_arrows_go_through_the_whole_list(listed: Stage) -> None:
    listed.key(Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    seen = [listed.current.name]
    for _ in range(len(listed.cards()) - 1):
        listed.key(Key.Key_Down)
        seen.append(listed.current.name)
    assert seen == [card.name for card in listed.cards()]


def test_enter_on_a_day_s_last_line_begins_a_shift_on_that_day(listed: Stage) -> None:
    listed.screen.grid.roving.move_to(listed.screen.grid.rows()[2].cell(0)[-1], focus=True)
    assert listed.current.name == "Wednesday 2 December, New shift"
    listed.key(Key.Key_8)
    listed.write("-12")
    listed.key(Key.Key_Return)
    assert listed.verbs == ["add_shift"]
    assert listed.roster.shifts[-1].span == hours(2, 8, 12)
    assert listed.current is listed.card(listed.roster.shifts[-1].id)


def test_a_shift_is_moved_given_away_copied_and_deleted_by_the_same_keys(listed: Stage) -> None:
    listed.focus("w49-mon-day")
    listed.key(Key.Key_Right, ALT)
    assert listed.roster.shifts_by_id["w49-mon-day"].span == hours(1, 8, 15)
    listed.key(Key.Key_Down, ALT)
    assert listed.roster.shifts_by_id["w49-mon-day"].assistant == "ola"
    listed.key(Key.Key_N)
    assert listed.roster.shifts[-1].span == hours(2, 8, 15)
    listed.key(Key.Key_Delete)
    assert listed.verbs == ["move_shift", "assign_shift", "add_shift", "remove_shift"]


def test_a_shift_picked_up_goes_to_another_day_and_stays_with_its_person(listed: Stage) -> None:
    listed.focus("w49-mon-day")
    listed.act("move_shift")
    for _ in range(10):
        settle()
    monday, tuesday, *_, sunday = (row.heading.accessible_text() for row in listed.screen.grid.rows())
    assert monday == "Monday 30 November, 2 shifts"
    assert tuesday.startswith("Tuesday 1 December, 2 shifts, breaks a rule: ")
    listed.screen.grid.roving.move_to(listed.screen.grid.rows()[6].cell(0)[0], focus=True)
    assert listed.heard.said[-1].startswith("△ Kari Lunde, Sunday 6 December: ") or listed.heard.said[-1].startswith(
        "✓ Kari Lunde, Sunday 6 December: "
    )
    listed.key(Key.Key_Return)
    moved = listed.roster.shifts_by_id["w49-mon-day"]
    assert (moved.span, moved.assistant) == (hours(6, 8, 15), "kari")
    assert sunday != monday


def test_what_was_cut_is_pasted_with_its_person(listed: Stage) -> None:
    listed.focus("w49-mon-day")
    listed.act("cut_shift")
    listed.screen.grid.roving.move_to(listed.screen.grid.rows()[5].cell(0)[-1], focus=True)
    listed.act("paste_shift")
    moved = listed.roster.shifts_by_id["w49-mon-day"]
    assert (moved.span, moved.assistant) == (hours(5, 8, 15), "kari")


def test_the_list_follows_to_another_week(listed: Stage) -> None:
    listed.key(Key.Key_PageDown)
    assert [row.model.day for row in listed.screen.grid.rows() if row.model is not None] == list(Week(2026, 50).days)
    assert listed.current.model is not None
    assert listed.current.model.day in Week(2026, 50).days


@pytest.mark.parametrize(
    ("code", "said", "first"),
    [
        ("nb", "Uka som liste", "mandag 30. november, Ny vakt"),
        ("nn", "Veka som liste", "måndag 30. november, Ny vakt"),
    ],
)
def test_every_text_is_in_the_language(make_stage: StageMaker, code: str, said: str, first: str) -> None:
    stage = make_stage(code=code)
    stage.act("agenda")
    assert stage.heard.said[-1] == said
    assert stage.screen.grid.rows()[0].cell(0)[-1].name == first


_KEYS = {
    "left": (Key.Key_Left, ALT),
    "right": (Key.Key_Right, ALT),
    "up": (Key.Key_Up, ALT),
    "down": (Key.Key_Down, ALT),
    "longer": (Key.Key_Right, ALT | Qt.KeyboardModifier.ShiftModifier),
    "earlier": (Key.Key_Up, ALT | Qt.KeyboardModifier.ShiftModifier),
    "copy": (Key.Key_N, Qt.KeyboardModifier.NoModifier),
    "remove": (Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
}
_GESTURES = st.lists(
    st.tuples(
        st.sampled_from([*_KEYS, "hold", "swap", "split", "lock", "undo", "turn", "edge"]),
        st.integers(0, 30),
    ),
    min_size=5,
    max_size=25,
)


def test_after_any_gestures_grid_list_and_store_say_the_same(stage: Stage) -> None:
    walk(stage)


def walk(stage: Stage) -> None:
    @given(_GESTURES)
    def gestures(done: list[tuple[str, int]]) -> None:
        while stage.desk.history.undoable is not None:  # begin with the example week
            stage.desk.history.undo()
        stage.screen.show_week(WEEK)
        for gesture, which in done:
            before = locked_plans(stage)
            do(stage, gesture, which)
            after = locked_plans(stage)
            assert gesture == "undo" or before.items() <= after.items() or (gesture == "lock" and not after)
        stage.screen.show_week(WEEK)
        stored = build_week(stage.roster, WEEK, today=stage.desk.today)
        for view in ("agenda", "week_grid"):
            stage.act(view)
            shown = Counter(
                replace(card.model, in_list=False, findings=(), locked=False)
                for card in stage.cards()
                if card.model is not None and card.model.shift is not None
            )
            assert shown == _cards(stored)
        assert Records.of(stage.store.slots()).all(Shift) == stage.roster.shifts

    gestures()


def locked_plans(stage: Stage) -> dict[str, tuple[Span, str | None]]:
    """Return when each locked shift is, and with whom."""
    locks = stage.desk.history.records.all(ShiftLock)
    known = stage.roster.shifts_by_id
    return {lock.id: (known[lock.id].span, known[lock.id].assistant) for lock in locks}


def do(stage: Stage, gesture: str, which: int) -> None:
    """Do one gesture on some card, as keys do."""
    if gesture == "turn":
        stage.act("week_grid" if stage.screen.grid.as_list else "agenda")
    elif gesture == "undo":
        try:
            stage.desk.history.undo()
        except NothingToUndoError:
            return
    else:
        cards = [card for card in stage.cards() if card.model is not None and card.model.shift is not None]
        if cards:
            stage.screen.grid.roving.move_to(cards[which % len(cards)], focus=True)
            with_another(stage, gesture, cards[which // 2 % len(cards)])


def with_another(stage: Stage, gesture: str, other: ShiftCard) -> None:
    """Do one gesture on the current card, where it takes two with another."""
    if gesture == "swap":
        chosen = [card.model.shift.id for card in (stage.current, other) if card.model and card.model.shift]
        stage.screen.grid.selected = frozenset(chosen)
        if len(set(chosen)) == 2:
            stage.act("swap_shifts")
        stage.screen.grid.selected = frozenset()
    elif gesture == "split":
        stage.act("split_shift")
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, SplitDialog):
            dialog.split()
            dialog.reject()
    elif gesture in _ALONE:
        _ALONE[gesture](stage)
    elif gesture == "hold":
        for repeated in (False, True, True):
            held = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Right, ALT, "", repeated)
            QApplication.sendEvent(stage.current, held)
            settle()
    else:
        QTest.keyClick(stage.current, *_KEYS[gesture])


def drag_edge(stage: Stage) -> None:
    """Take hold of an end of the current card among the hours, drag it down, and come back to the view one was in."""
    model, as_list = stage.current.model, stage.screen.grid.as_list
    stage.act("week_hours")
    cards = [card for card in stage.cards() if model is not None and card.model is not None]
    same = next((card for card in cards if model and card.model and card.model.shift == model.shift), None)
    if same is not None:
        end = QPoint(same.width() // 2, same.height() - 2)
        QTest.mousePress(same, Qt.MouseButton.LeftButton, pos=end)
        for down in (QApplication.startDragDistance() + 1, stage.screen.grid.hours.scale.hour):
            QTest.mouseMove(same, end + QPoint(0, down))
        QTest.mouseRelease(same, Qt.MouseButton.LeftButton, pos=end + QPoint(0, down))
    stage.act("agenda" if as_list else "week_grid")


_ALONE: dict[str, Callable[[Stage], None]] = {"lock": lambda stage: stage.act("lock_shift"), "edge": drag_edge}
