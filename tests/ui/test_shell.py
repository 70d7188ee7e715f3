"""The whole window: commands by key, undo by name, another language while running, and its end."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from bpa_desktop.domain.invoice import Invoice
from bpa_desktop.domain.team import Assistant
from bpa_desktop.i18n import Language
from bpa_desktop.services.settings import with_setting
from bpa_desktop.services.shift import assign_shifts, remove_shifts
from bpa_desktop.services.shift_lock import lock_shifts
from bpa_desktop.services.team import add_assistant
from bpa_desktop.ui.export_dialog import ExportDialog
from bpa_desktop.ui.help_viewer import HelpViewer
from bpa_desktop.ui.look import Look
from bpa_desktop.ui.navigation import SCREENS
from bpa_desktop.ui.palette import Palette
from bpa_desktop.ui.problem_list import ProblemList
from bpa_desktop.ui.roster.day_cell import DayCell
from bpa_desktop.ui.roster.shape import Shape
from bpa_desktop.ui.roster.view import RosterScreen
from bpa_desktop.ui.rotation.view import RotationScreen
from bpa_desktop.ui.shell import Shell
from bpa_desktop.ui.start.demo import demo_store
from bpa_desktop.ui.start.stage import Opening
from bpa_desktop.ui.status_line import StatusLine
from bpa_desktop.ui.view_choice import VIEWS, ViewChoice
from tests.ui.a11y_walk import settle
from tests.ui.accessibility import Recorder, nameless
from tests.ui.conftest import ShellMaker
from tests.ui.doors import FakeDoors
from tests.ui.found import found, there


@pytest.fixture
def shell(shell_of: ShellMaker) -> Shell:
    """A window with the demo open."""
    shell = shell_of(FakeDoors())
    shell._opened(Opening(demo_store(date(2026, 11, 24)), None, True))
    return shell


def speak(look: Look, code: str) -> None:
    look.change(with_setting(look.settings, "language", value=code))


def test_the_demo_says_that_nothing_is_kept(shell: Shell) -> None:
    assert shell.window.windowTitle() == "BPA Desktop · Demo: nothing here is kept"


def test_the_demo_is_opened_where_it_is_asked_for(qtbot: QtBot, shell_of: ShellMaker) -> None:
    doors = FakeDoors(exists=True)
    shell = shell_of(doors)
    shell.begin(demo=True)
    qtbot.waitUntil(lambda: shell.session is not None)
    assert doors.asked == [("demo",)]
    assert shell.session is not None
    assert shell.session.desk.is_demo


@pytest.mark.parametrize(("key", "name"), [(Qt.Key.Key_2, "team"), (Qt.Key.Key_3, "absence"), (Qt.Key.Key_4, "cost")])
def test_alt_and_a_number_show_a_view(qtbot: QtBot, shell: Shell, key: Qt.Key, name: str) -> None:
    QTest.keyClick(shell.window, key, Qt.KeyboardModifier.AltModifier)
    assert shell.window.shown == name
    QTest.keyClick(shell.window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert shell.window.shown == "roster"


def test_a_key_of_two_views_does_what_the_shown_view_says(qtbot: QtBot, shell: Shell) -> None:
    for name, _ in SCREENS:
        shell.window.show_screen(name)
        enabled = [action for action in shell.window.actions_by_id.values() if action.isEnabled()]
        keys = Counter(key.toString() for action in enabled for key in action.shortcuts())
        assert [key for key, times in keys.items() if times > 1] == []
    shell.window.show_screen("roster")
    QTest.keyClick(shell.window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    screen = shell.window.current_screen()
    assert isinstance(screen, RosterScreen)
    assert screen.grid.as_list
    assert nameless(shell.window) == []
    QTest.keyClick(shell.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert not screen.grid.as_list


def test_the_roster_s_views_are_reached_by_keys_and_what_can_be_done_follows(qtbot: QtBot, shell: Shell) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    actions = shell.window.actions_by_id
    shell.window.show_screen("roster")
    screen = shell.window.current_screen()
    assert isinstance(screen, RosterScreen)
    for key, month in ((Qt.Key.Key_3, True), (Qt.Key.Key_1, False), (Qt.Key.Key_3, True)):
        QTest.keyClick(shell.window, key, control)
        assert screen.months.is_shown is month
        assert (actions["open_day"].isEnabled(), actions["remove_shift"].isEnabled()) == (month, not month)
        assert nameless(shell.window) == []
    focused = QApplication.focusWidget()
    assert isinstance(focused, DayCell)
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert not screen.months.is_shown
    assert screen.grid.shape is Shape.GRID  # the whole week, though the day was shown by the hour before
    assert (actions["open_day"].isEnabled(), actions["remove_shift"].isEnabled()) == (False, True)


@pytest.mark.parametrize("action", [*VIEWS, "today", "go_to_week"])
def test_from_the_rotation_every_view_and_day_of_the_roster_is_reached(shell: Shell, action: str) -> None:
    actions = shell.window.actions_by_id
    actions["rotation"].trigger()
    assert (shell.window.shown, shell.window.status.text) == ("rotation", "The rotation pattern")
    screen = shell.window.current_screen()
    assert isinstance(screen, RotationScreen)
    assert screen.findChildren(ViewChoice)[0].accessibleName() == "View: Rotation pattern"
    assert actions[action].isEnabled()
    actions[action].trigger()
    assert shell.window.shown == ("rotation" if action == "rotation" else "roster")
    if (dialog := QApplication.activeModalWidget()) is not None:
        dialog.close()


def test_the_view_that_one_comes_back_to_is_said_also_where_it_was_shown_before(shell: Shell) -> None:
    actions = shell.window.actions_by_id
    for way in ("rotation", "week_grid"):
        actions[way].trigger()
    assert shell.window.status.text == "The week as a grid"


def test_the_rotation_is_another_view_of_the_roster_by_the_rosters_own_keys(qtbot: QtBot, shell: Shell) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(shell.window, Qt.Key.Key_4, control)
    assert shell.window.shown == "rotation"
    assert shell.window.navigation.findChildren(QPushButton)[0].isChecked()
    enabled = [action for action in shell.window.actions_by_id.values() if action.isEnabled()]
    keys = Counter(key.toString() for action in enabled for key in action.shortcuts())
    assert [key for key, times in keys.items() if times > 1] == []
    assert nameless(shell.window) == []
    QTest.keyClick(shell.window, Qt.Key.Key_5, control)
    screen = shell.window.current_screen()
    assert isinstance(screen, RosterScreen)
    assert screen.grid.as_list
    QTest.keyClick(shell.window, Qt.Key.Key_4, control)
    QTest.keyClick(shell.window, Qt.Key.Key_2, control)
    assert shell.window.shown == "roster"
    assert not screen.grid.as_list


@pytest.mark.parametrize(
    ("screen", "key", "command"),
    [
        ("roster", Qt.Key.Key_V, "Paste"),
        ("roster", Qt.Key.Key_Z, "Undo"),
        ("team", Qt.Key.Key_6, "Week by the hour"),
        ("rotation", Qt.Key.Key_B, "Give to"),
    ],
)
def test_the_key_of_a_greyed_command_is_answered_in_words(shell: Shell, screen: str, key: Qt.Key, command: str) -> None:
    shell.window.show_screen(screen)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, Qt.KeyboardModifier.ControlModifier)
    assert shell.window.status.text == f"“{command}” can't be used just now"
    assert shell.window.status.log.newest_first[0].is_refusal


def test_a_key_that_no_command_has_is_answered_by_nothing(shell: Shell) -> None:
    before = shell.window.status.log.newest_first
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_F12)
    QTest.keyClick(focused, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert shell.window.status.log.newest_first == before


def test_a_rotation_can_be_begun_from_any_view(qtbot: QtBot, shell: Shell) -> None:
    shell.window.show_screen("cost")
    shell.window.actions_by_id["new_rotation"].trigger()
    assert shell.window.shown == "rotation"


def test_undo_and_redo_are_named_after_their_step_and_said(qtbot: QtBot, shell: Shell) -> None:
    actions = shell.window.actions_by_id
    assert shell.session is not None
    assert not actions["undo"].isEnabled()
    with Recorder() as recorder:
        add_assistant(shell.session.history, Assistant("nina", "Nina & Co"))
    assert recorder.announcements[-1] == "Nina & Co joined the team."
    assert actions["undo"].text() == "&Undo: Nina && Co joined the team"
    QTest.keyClick(shell.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shell.window.status.text == "Undone: Nina & Co joined the team."
    assert not actions["undo"].isEnabled()
    assert actions["redo"].text() == "&Redo: Nina && Co joined the team"
    QTest.keyClick(shell.window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert shell.window.status.text == "Done again: Nina & Co joined the team."


def test_the_status_line_has_an_undo_button_while_there_is_something_to_undo(shell: Shell) -> None:
    assert shell.session is not None
    button = found(shell.window.status, QPushButton)
    assert not button.isVisible()
    add_assistant(shell.session.history, Assistant("nina", "Nina"))
    assert button.isVisible()
    assert button.accessibleName() == "Undo: Nina joined the team"
    button.click()
    assert shell.window.status.text == "Undone: Nina joined the team."


def test_a_command_chosen_in_the_palette_is_run(qtbot: QtBot, shell: Shell) -> None:
    QTest.keyClick(shell.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = found(shell.window, Palette)
    field = found(palette, QLineEdit)
    QTest.keyClicks(field, "team")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shell.window.shown == "team")


def test_f1_shows_the_page_of_the_view_and_ctrl_f1_the_keys(qtbot: QtBot, shell: Shell) -> None:
    shell.window.show_screen("cost")
    QTest.keyClick(shell.window, Qt.Key.Key_F1)
    viewer = found(shell.window, HelpViewer)
    assert "national insurance" in viewer.text
    QTest.keyClick(shell.window, Qt.Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
    assert "Ctrl+K" in viewer.text
    viewer.close()


def test_another_language_reaches_menus_title_views_and_qts_own_buttons(qtbot: QtBot, look: Look, shell: Shell) -> None:
    box = QMessageBox(QMessageBox.Icon.Question, "", "?", QMessageBox.StandardButton.Cancel, shell.window)
    box.show()
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    qtbot.addWidget(buttons)
    cancel = box.button(QMessageBox.StandardButton.Cancel)
    seen = {}
    for code in ("en", "nb", "nn", "en", "nb"):
        speak(look, code)
        QApplication.processEvents()  # Qt posts the change to its windows
        seen[code] = (
            cancel.text().replace("&", ""),
            buttons.buttons()[0].text().replace("&", ""),
            shell.window.menuBar().actions()[0].text(),
            shell.window.navigation.findChildren(QPushButton)[0].text(),
            QLocale().name(),
        )
    assert seen["en"] == ("Cancel", "Close", "&File", "Roster", "en_GB")
    assert seen["nb"] == ("Avbryt", "Lukk", "&Fil", "Vaktplan", "nb_NO")
    assert seen["nn"] == ("Avbryt", "Lukk", "&Fil", "Vaktplan", "nn_NO")
    box.close()


@pytest.mark.parametrize("code", ["en", "nb", "nn"])
@pytest.mark.parametrize("name", [name for name, _ in SCREENS])
def test_everything_in_every_view_has_a_name(look: Look, shell: Shell, name: str, code: str) -> None:
    speak(look, code)
    shell.window.show_screen(name)
    assert nameless(shell.window) == []


def test_a_file_with_faults_lists_them_all_with_their_places_and_brings_nothing_in(
    qtbot: QtBot, tmp_path: Path, shell: Shell
) -> None:
    assert shell.session is not None
    before = shell.session.history.roster
    file = tmp_path / "roster.json"
    arrangement = {"id": "a", "name": "A", "municipality_no": "3203", "colour": "red"}
    file.write_text(json.dumps({"format": "bpa-roster/1", "arrangement": arrangement, "shifts": [{"id": "s"}]}))
    shell.files.import_path(file)
    qtbot.waitUntil(lambda: there(shell.window, ProblemList))
    problems = found(shell.window, ProblemList)
    lines = [problems.list.item(row).text() for row in range(problems.list.count())]
    assert any("arrangement" in line and "colour" in line for line in lines)
    assert any("shifts[0]" in line for line in lines)
    assert shell.session.history.roster == before
    assert nameless(problems) == []
    assert found(problems, QListWidget).hasFocus() or not problems.isActiveWindow()
    QTest.keyClick(problems, Qt.Key.Key_Escape)
    assert problems.isHidden()


def test_what_was_exported_comes_in_again_with_undo(qtbot: QtBot, tmp_path: Path, shell: Shell) -> None:
    assert shell.session is not None
    history = shell.session.history
    file = tmp_path / "roster.json"
    shell.files.export_path(file)
    assert "roster.json" in shell.window.status.text
    exported = history.roster
    add_assistant(history, Assistant("nina", "Nina"))
    shell.files.import_path(file)
    qtbot.waitUntil(lambda: history.roster == exported)


def test_a_file_that_has_a_locked_shift_otherwise_is_refused_in_words(
    qtbot: QtBot, tmp_path: Path, shell: Shell
) -> None:
    assert shell.session is not None
    history = shell.session.history
    file = tmp_path / "roster.json"
    held = history.roster.shifts[0]
    remove_shifts(history, (held.id,))
    shell.files.export_path(file)
    history.undo()
    lock_shifts(history, (held.id,))
    before = history.roster
    shell.files.import_path(file)
    qtbot.waitUntil(lambda: shell.window.status.text.endswith("is locked. Unlock it first."))
    assert history.roster == before


def test_undo_is_the_programs_in_a_field_where_nothing_is_typed_and_the_fields_own_where_something_is(
    qtbot: QtBot, shell: Shell
) -> None:
    assert shell.session is not None
    history, control = shell.session.history, Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(shell.window, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    shell.window.run("cost_invoice")
    settle()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "1995")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()
    assert len(history.records.all(Invoice)) == 1
    assert QApplication.focusWidget() is field
    QTest.keyClicks(field, "7")
    QTest.keyClick(field, Qt.Key.Key_Z, control)
    assert field.text() == "1995"
    assert len(history.records.all(Invoice)) == 1
    QTest.keyClick(field, Qt.Key.Key_Z, control)
    settle()
    assert history.records.all(Invoice) == ()
    QTest.keyClick(field, Qt.Key.Key_Z, control | Qt.KeyboardModifier.ShiftModifier)
    settle()
    assert len(history.records.all(Invoice)) == 1


def test_the_income_goes_into_a_file_only_where_it_is_ticked_each_time_anew(
    qtbot: QtBot, tmp_path: Path, shell: Shell
) -> None:
    def export(name: str, *, tick: bool) -> dict[str, object]:
        shell.window.run("export_file")
        dialog = next(one for one in shell.window.findChildren(ExportDialog) if one.isVisible())
        assert nameless(dialog) == []
        assert not dialog.with_income.isChecked()
        dialog.with_income.setChecked(tick)
        dialog.selectFile(str(tmp_path / name))
        dialog.accept()
        settle()
        return dict(json.loads((tmp_path / f"{name}.json").read_text(encoding="utf-8"))["arrangement"])

    assert "household_income" not in export("first", tick=False)
    assert export("second", tick=True)["household_income"] == "480000"
    assert "household_income" not in export("third", tick=False)


def test_a_file_that_cannot_be_read_or_written_is_said(qtbot: QtBot, tmp_path: Path, shell: Shell) -> None:
    shell.files.import_path(tmp_path / "none.json")
    qtbot.waitUntil(lambda: "Could not read none.json" in shell.window.status.text)
    shell.files.export_path(tmp_path / "no such folder" / "out.json")
    assert "Could not write out.json" in shell.window.status.text


def test_ctrl_q_closes_the_window(qtbot: QtBot, shell: Shell) -> None:
    QTest.keyClick(shell.window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert not shell.window.isVisible()


def test_a_wrong_passphrase_is_not_changed_and_the_right_one_is(qtbot: QtBot, shell_of: ShellMaker) -> None:
    from bpa_desktop.services.trouble import WrongKeyError
    from bpa_desktop.ui.start.change_passphrase import ChangePassphraseDialog

    doors = FakeDoors(exists=True)
    shell = shell_of(doors)
    shell._opened(Opening(doors.store, None, False))
    shell.window.run("change_passphrase")
    dialog = found(shell.window, ChangePassphraseDialog)
    fields = [field for field in dialog.findChildren(QLineEdit) if field.isVisible()]
    for field, text in zip(fields, ("old words", "new words", "new words"), strict=True):
        field.setText(text)
    doors.refusal = WrongKeyError()
    dialog.page._submit()
    qtbot.waitUntil(lambda: "does not open" in dialog.page.error.text())
    dialog.page._submit()
    qtbot.waitUntil(lambda: shell.window.status.text == "The passphrase is changed.")
    assert doors.asked[-1] == ("change", "passphrase", "old words", "new words")


def test_the_recovery_code_serves_for_a_forgotten_passphrase(qtbot: QtBot, shell_of: ShellMaker) -> None:
    from bpa_desktop.ui.start.change_passphrase import ChangePassphraseDialog

    doors = FakeDoors(exists=True)
    shell = shell_of(doors)
    shell._opened(Opening(doors.store, None, False))
    shell.window.run("change_passphrase")
    dialog = found(shell.window, ChangePassphraseDialog)
    dialog.page._submit()
    assert "Nothing is typed yet." in dialog.page.error.text()
    next(tick for tick in dialog.findChildren(QCheckBox) if "recovery code" in tick.text()).click()
    for text in ("ABCD-EFGH", "new words", "new words"):
        field = dialog.focusWidget()
        assert isinstance(field, QLineEdit)
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shell.window.status.text == "The passphrase is changed.")
    assert doors.asked[-1] == ("change", "code", "ABCD-EFGH", "new words")


def test_the_application_speaks_the_language_of_the_command_line(qapp: QApplication, look: Look) -> None:
    assert look.language.code == "en"
    assert Language("nb").text("&File") == "&Fil"


@pytest.mark.parametrize(
    ("action", "view"), [("new_shift", "roster"), ("new_assistant", "team"), ("register_absence", "absence")]
)
def test_what_begins_something_can_be_done_from_every_view(shell: Shell, action: str, view: str) -> None:
    for other in ("cost", "roster", "team", "absence"):
        shell.window.show_screen(other)
        assert shell.window.actions_by_id[action].isEnabled()
        shell.window.actions_by_id[action].trigger()
        assert shell.window.shown == view
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            dialog.close()


def test_enter_presses_the_button_that_has_the_focus(shell: Shell) -> None:
    button = next(one for one in shell.window.navigation.findChildren(QPushButton) if one.text() == "Team")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert shell.window.shown == "team"


def test_the_number_beside_absence_is_that_of_the_view_and_moves_nothing(shell: Shell) -> None:
    assert shell.session is not None
    navigation, roster = shell.window.navigation, shell.session.history.roster
    unheld = roster.shifts_by_holder[None]
    assert f"Absence {len(unheld)}" in [button.text() for button in navigation.findChildren(QPushButton)]
    width = navigation.minimumWidth()
    assert width > max(button.sizeHint().width() for button in navigation.findChildren(QPushButton))
    for shift in unheld:
        assign_shifts(shell.session.history, {shift.id: roster.assistants[0].id})
    assert "Absence" in [button.text() for button in navigation.findChildren(QPushButton)]
    assert navigation.minimumWidth() == width


def test_a_step_that_continues_another_is_not_told_and_undo_is_named_after_where_it_ends(shell: Shell) -> None:
    assert shell.session is not None
    history = shell.session.history
    shift = next(one for one in history.roster.shifts if history.roster.request_for(one.id) is None)
    others = [one for one in history.roster.assistants if one.id != shift.assistant][:3]
    for assistant in others:
        latest = history.undoable
        with history.continuing(latest.line.id if latest is not None else None):
            assign_shifts(history, {shift.id: assistant.id})
    assert len([one for one in shell.window.status.log.newest_first if " given to " in one.text]) == 1
    assert others[-1].name in shell.window.actions_by_id["undo"].text()


def test_undo_stands_beside_what_it_takes_back_and_not_beside_nothing(qtbot: QtBot) -> None:
    action = QAction()
    status = StatusLine(action, QAction())
    qtbot.addWidget(status)
    status.show()
    button = found(status, QPushButton)
    assert not button.isVisible()
    status.say("Kari joined the team.")
    assert button.isVisible()
