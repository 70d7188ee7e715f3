"""What is carried is landed from the panel too: by a click, a number or a switch, without Enter and Esc."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from tests.ui.roster.stage import Key, Stage, settle


def landing_buttons(stage: Stage) -> dict[str, QPushButton]:
    buttons = stage.screen.details.findChildren(QPushButton)
    return {button.text(): button for button in buttons if button.isVisible()}


def test_what_is_carried_is_put_down_by_a_click_beside_the_grid(stage: Stage) -> None:
    stage.focus("w49-mon-day")
    stage.act("move_shift")
    stage.key(Key.Key_Down)
    stage.key(Key.Key_Right)
    assert list(landing_buttons(stage)) == ["Put down here", "Put back"]
    landing_buttons(stage)["Put down here"].click()
    settle()
    assert stage.verbs == ["move_shift"]
    assert stage.current.hasFocus()
    assert stage.current.name == "Ola Berg, Tuesday 1 December, 08:00 to 15:00, offered"
    assert "Put back" not in landing_buttons(stage)
    assert "Edit" in landing_buttons(stage)


def test_what_is_carried_is_put_back_by_a_click_beside_the_grid(stage: Stage) -> None:
    stage.focus("w49-mon-day")
    stage.act("move_shift")
    stage.key(Key.Key_Right)
    landing_buttons(stage)["Put back"].click()
    settle()
    assert stage.verbs == []
    assert stage.current is stage.card("w49-mon-day")
    assert stage.current.hasFocus()
    assert "Put back" not in landing_buttons(stage)
