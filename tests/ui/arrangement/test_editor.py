"""The arrangement's editor: one step to save, nothing kept by Esc, errors beside their fields."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from bpa_desktop.ui import a11y
from bpa_desktop.ui.arrangement.editor import ArrangementEditor
from bpa_desktop.ui.arrangement.entry import Problem, entry_of, read_entry
from bpa_desktop.ui.desk import Desk
from tests.ui.a11y_walk import cut_labels, nameless, settle
from tests.ui.desks import HOME, listen, make_desk


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    a11y.install()
    return make_desk()[0]


@pytest.fixture
def editor(qtbot: QtBot, desk: Desk) -> ArrangementEditor:
    editor = ArrangementEditor(desk)
    qtbot.addWidget(editor)
    editor.show()
    settle()
    return editor


def line(editor: ArrangementEditor, key: str) -> QLineEdit:
    found = editor.findChild(QLineEdit, key)
    assert isinstance(found, QLineEdit)
    return found


def test_saving_is_one_step_that_undo_takes_back(editor: ArrangementEditor, desk: Desk) -> None:
    line(editor, "municipality_no").setText("0301")
    line(editor, "name").setText("Home")
    QTest.keyClick(line(editor, "name"), Qt.Key.Key_Return)
    assert not editor.isVisible()
    assert desk.roster.arrangement == replace(HOME, name="Home", municipality_no="0301")
    desk.history.undo()
    assert desk.roster.arrangement == HOME


def test_esc_keeps_nothing(editor: ArrangementEditor, desk: Desk) -> None:
    line(editor, "name").setText("Home")
    QTest.keyClick(line(editor, "name"), Qt.Key.Key_Escape)
    assert not editor.isVisible()
    assert desk.history.undoable is None


def test_an_error_is_spoken_and_stands_beside_its_field(editor: ArrangementEditor, desk: Desk) -> None:
    heard = listen(desk.bulletin)
    line(editor, "municipality_no").setText("Asker")
    QTest.keyClick(line(editor, "municipality_no"), Qt.Key.Key_Return)
    assert editor.isVisible()
    assert heard.refused == ["Write the four figures, for example 3203 for Asker."]
    assert line(editor, "municipality_no").accessibleDescription() == heard.refused[0]


def test_everything_has_a_name_and_nothing_is_cut(editor: ArrangementEditor) -> None:
    assert nameless(editor) == []
    assert cut_labels(editor) == []


@pytest.mark.parametrize(
    ("field", "typed", "problem"),
    [
        ("name", " ", Problem.NO_NAME),
        ("municipality_no", "320", Problem.NO_MUNICIPALITY),
    ],
)
def test_each_error_is_told_with_its_field(field: str, typed: str, problem: Problem) -> None:
    assert read_entry({**entry_of(HOME), field: typed}, HOME) == {field: problem}


def test_what_is_not_shown_stays() -> None:
    assert read_entry(entry_of(HOME), HOME) == HOME
