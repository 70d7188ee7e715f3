"""The roster by mouse: clicks, drags, and a click that puts down. Things happen on release."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bpa_desktop.ui.roster.shift_card import ShiftCard
from tests.ui.roster.stage import Key, Stage, centre, settle

LEFT = Qt.MouseButton.LeftButton


def press(card: ShiftCard) -> None:
    QTest.mousePress(card, LEFT, pos=centre(card))


def drag_over(source: ShiftCard, target: ShiftCard) -> QPoint:
    """Move with the button held; return the place of the target as the source sees it."""
    QTest.mouseMove(source, centre(source) + QPoint(QApplication.startDragDistance() + 1, 0))
    place = source.mapFromGlobal(target.mapToGlobal(centre(target)))
    QTest.mouseMove(source, place)
    settle()
    return place


def test_a_drag_shows_where_the_shift_would_land_and_lands_it_there(stage: Stage) -> None:
    source, target = stage.card("w49-mon-day"), stage.cell("per", 3)
    press(source)
    place = drag_over(source, target)
    assert target.marks.landing == "08–15"
    assert source.marks.lifted
    assert stage.verbs == []
    QTest.mouseRelease(source, LEFT, pos=place)
    settle()
    assert stage.verbs == ["move_shift"]
    assert stage.current.name == "Per Ødegård, Thursday 3 December, 08:00 to 15:00, offered"
    assert not any(card.marks.landing or card.marks.lifted for card in stage.cards())


def test_a_drag_to_another_person_on_the_same_day_gives_the_shift_away(stage: Stage) -> None:
    source, target = stage.card("w49-fri-eve"), stage.cell("jonas", 4)
    press(source)
    QTest.mouseRelease(source, LEFT, pos=drag_over(source, target))
    assert stage.roster.shifts_by_id["w49-fri-eve"].assistant == "jonas"
    assert stage.verbs == ["assign_shift"]


def test_a_drag_that_ends_at_home_or_outside_changes_nothing(stage: Stage) -> None:
    source = stage.card("w49-mon-day")
    for end in (centre(source), QPoint(-5000, -5000)):
        press(source)
        drag_over(source, stage.cell("per", 3))
        QTest.mouseMove(source, end)
        QTest.mouseRelease(source, LEFT, pos=end)
        settle()
        assert stage.verbs == []
        assert stage.heard.said[-1] == "Put back where it was."
        assert stage.current is source


def test_escape_ends_a_drag(stage: Stage) -> None:
    source, target = stage.card("w49-mon-day"), stage.cell("per", 3)
    press(source)
    place = drag_over(source, target)
    stage.key(Key.Key_Escape)
    QTest.mouseRelease(source, LEFT, pos=place)
    assert stage.verbs == []
    assert not source.marks.lifted


def test_a_click_puts_down_what_was_picked_up_before(stage: Stage) -> None:
    stage.focus("w49-mon-day")
    stage.act("move_shift")
    QTest.mouseClick(stage.cell("ingrid", 6), LEFT)
    settle()
    assert stage.current.name == "Ingrid Sæther, Sunday 6 December, 08:00 to 15:00, offered"


def test_a_click_only_chooses(stage: Stage) -> None:
    QTest.mouseClick(stage.card("w49-wed-eve"), LEFT)
    assert stage.current is stage.card("w49-wed-eve")
    assert stage.current.hasFocus()
    assert stage.verbs == []
    assert QApplication.activeModalWidget() is None


def test_a_double_click_opens(stage: Stage) -> None:
    QTest.mouseDClick(stage.card("w49-wed-eve"), LEFT)
    QTest.mouseRelease(stage.card("w49-wed-eve"), LEFT)
    settle()
    assert stage.dialog().windowTitle() == "Edit shift"
    stage.key(Key.Key_Escape)


def test_a_free_day_cannot_be_dragged(stage: Stage) -> None:
    source = stage.cell("jonas", 0)
    press(source)
    QTest.mouseRelease(source, LEFT, pos=drag_over(source, stage.cell("per", 3)))
    assert stage.verbs == []


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_right_button_opens_the_menu_of_what_is_under_it(stage: Stage) -> None:
    card = stage.card("w49-sat-long")
    card.accessible_actions()["ShowMenu"][0]()
    settle()
    assert stage.current is card
    assert stage.menu().accessibleName() == f"Actions for {card.name}"
    stage.key(Key.Key_Escape)
