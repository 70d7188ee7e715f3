"""Publishing by keys: the review by person, then who got it and who confirmed; undo until somebody has got it."""

from __future__ import annotations

from datetime import time

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from bpa_desktop.domain.publication import Publication
from bpa_desktop.domain.shift import Shift, ShiftState
from bpa_desktop.domain.span import Week, clock_span
from bpa_desktop.domain.substitute import Channel
from bpa_desktop.services.shift import add_shift
from bpa_desktop.ui import theme
from bpa_desktop.ui.roster.publish_dialog import PublishDialog
from tests.ui.a11y_walk import nameless
from tests.ui.cut_texts import cuts
from tests.ui.long_language import LongLanguage
from tests.ui.roster.conftest import StageMaker
from tests.ui.roster.stage import ALT, Key, Stage, focused, settle


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    theme.apply(qapp, theme.LIGHT)


def opened(stage: Stage) -> PublishDialog:
    stage.act("publish_week")
    dialog = stage.dialog()
    assert isinstance(dialog, PublishDialog)
    return dialog


def changed(stage: Stage) -> PublishDialog:
    """Move Kari's Monday to Tuesday, copy Amina's Tuesday to Wednesday, and open the review."""
    stage.focus("w49-mon-day")
    stage.key(Key.Key_Right, ALT)
    stage.focus("w49-tue-day")
    stage.key(Key.Key_N)
    return opened(stage)


def press(button: QPushButton) -> None:
    button.setFocus()
    assert focused() is button
    QTest.keyClick(button, Key.Key_Space)
    settle()


def copies(stage: Stage) -> tuple[Publication, ...]:
    return stage.desk.history.records.all(Publication)


def states(stage: Stage) -> set[ShiftState]:
    return {shift.state for shift in stage.roster.shifts if shift.id == "w49-mon-day"}


def seen(dialog: PublishDialog) -> list[str]:
    return [block.title.text() for block in dialog.blocks if not block.isHidden()]


def test_the_review_says_by_person_what_is_new_before_anything_is_published(stage: Stage) -> None:
    dialog = changed(stage)
    assert seen(dialog) == ["Kari Lunde", "Amina Yusuf"]
    kari, amina = dialog.blocks
    assert amina.lines.text() == "New: Wed 2 Dec 08:00–15:00"
    assert kari.lines.text() == "New: Tue 1 Dec 08:00–15:00"
    assert "must agree: it begins in 8 days, less than 14 ahead." in amina.must_agree.text()
    assert dialog.lead.text() == "2 people have news. The week begins less than 14 days ahead."
    assert amina.got.isHidden() and amina.confirmed.isHidden() and amina.not_got.isHidden()
    assert focused() is dialog.publish
    assert nameless(dialog) == []
    assert copies(stage) == ()


def test_publishing_keeps_a_frozen_copy_and_the_blocks_go_on_with_who_got_it(stage: Stage) -> None:
    dialog = changed(stage)
    press(dialog.publish)
    (copy,) = copies(stage)
    assert copy.is_whole
    assert dialog.lead.text() == "Published 24 Nov 19:00. 0 of 2 have got it, 0 have confirmed."
    assert seen(dialog) == ["Kari Lunde", "Amina Yusuf"]
    assert not dialog.publish.isEnabled()
    assert focused() is dialog.blocks[0].copy
    assert dialog._copies.text() == f"24 Nov 19:00 · 11 shifts · {copy.hash[:12]} · unchanged since"


def test_a_message_is_copied_in_the_receiver_s_language_with_what_is_asked(stage: Stage) -> None:
    dialog = changed(stage)
    press(dialog.blocks[1].copy)
    assert QGuiApplication.clipboard().text().splitlines() == [
        "Hei, Amina! Nytt i vaktplanen:",
        "Ny: ons. 2. des. 08:00–15:00",
        "Passer det for deg? Gi beskjed.",
    ]
    assert stage.heard.said[-1] == "The message to Amina Yusuf is copied."


def test_who_got_it_and_who_confirmed_is_noted_and_a_waiting_shift_is_published_then(stage: Stage) -> None:
    dialog = changed(stage)
    press(dialog.publish)
    kari = dialog.blocks[0]
    kari.way.setCurrentIndex(kari.way.findData(Channel.SMS))
    press(kari.got)
    assert kari.progress.text() == "Got it by text message 24 Nov 19:00"
    assert kari.got.isHidden()
    assert states(stage) == {ShiftState.OFFERED}
    press(kari.confirmed)
    assert states(stage) == {ShiftState.PUBLISHED}
    assert kari.progress.text().endswith("Confirmed 24 Nov 19:00")
    assert dialog.lead.text().endswith("1 of 2 have got it, 1 have confirmed.")


def test_what_was_noted_by_mistake_is_taken_back(stage: Stage) -> None:
    dialog = changed(stage)
    press(dialog.publish)
    press(dialog.blocks[0].got)
    press(dialog.blocks[0].not_got)
    assert dialog.blocks[0].progress.text() == "Has not got it yet"


def test_opened_again_the_review_shows_what_was_published_and_what_is_new_since(stage: Stage) -> None:
    dialog = changed(stage)
    press(dialog.publish)
    dialog.reject()
    dialog = opened(stage)
    assert seen(dialog) == ["Kari Lunde", "Amina Yusuf"]
    assert dialog.blocks[1].lines.text() == "New: Wed 2 Dec 08:00–15:00"
    dialog.reject()
    stage.window.activateWindow()
    settle()
    stage.focus("w49-tue-eve")
    stage.key(Key.Key_Right, ALT)
    dialog = opened(stage)
    assert seen(dialog) == ["Kari Lunde"]
    assert dialog.blocks[0].lines.text() == "Changed: Wed 2 Dec 15:00–22:00, was Tue 1 Dec 15:00–22:00"


def test_a_week_without_news_says_so(make_stage: StageMaker) -> None:
    stage = make_stage()
    stage.act("publish_week")
    assert stage.heard.refused == ["Nothing new to publish in week 49"]


def test_an_offered_shift_is_confirmed_from_its_menu_and_another_says_that_nobody_is_to(stage: Stage) -> None:
    stage.focus("w49-mon-day")
    stage.act("confirm_shift")
    assert stage.heard.refused == ["Nobody is to confirm this shift"]
    stage.key(Key.Key_Right, ALT)
    assert stage.current.name.endswith("offered")
    stage.act("confirm_shift")
    assert stage.current.name.endswith("published")
    assert stage.verbs[-1] == "confirm_shift"


def test_undo_while_the_review_is_open_is_followed(stage: Stage) -> None:
    dialog = changed(stage)
    press(dialog.publish)
    stage.desk.history.undo()
    assert dialog.publish.isEnabled()
    for _ in range(2):
        stage.desk.history.undo()
    assert not dialog.isVisible()


def test_nothing_is_cut_at_twice_its_length(stage: Stage) -> None:
    stage.desk.language = LongLanguage("en")
    dialog = changed(stage)
    press(dialog.publish)
    screen = QApplication.primaryScreen().availableGeometry()
    assert cuts(dialog, width=screen.width(), height=screen.height()) == []


def test_what_begins_in_good_time_needs_nobody_s_yes_and_the_days_left_are_counted(stage: Stage) -> None:
    stage.screen.show_week(Week(2026, 51))
    days = clock_span(stage.screen.week.monday, time(8), end=time(15), zone=stage.desk.zone)
    add_shift(stage.desk.history, Shift("", days, "kari"))
    dialog = opened(stage)
    assert dialog.blocks[0].must_agree.text() == ""
    assert dialog.lead.text() == "1 person has news. 6 days left to tell it 14 days ahead."
    press(dialog.blocks[0].copy)
    assert QGuiApplication.clipboard().text().endswith("Gi beskjed når du har sett dette.")
