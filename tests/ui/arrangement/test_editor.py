"""The arrangement's editor: one step to save, nothing kept by Esc, errors beside their fields."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from bpa_desktop.domain.arrangement import Agreement, AgreementLevel, Arrangement, SelfCertification
from bpa_desktop.domain.span import DayRange
from bpa_desktop.ui import a11y
from bpa_desktop.ui.arrangement.editor import ArrangementEditor
from bpa_desktop.ui.arrangement.entry import Problem, entry_of, read_entry
from bpa_desktop.ui.arrangement.wording import LABELS
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.widgets.scroll import ScrollColumn
from tests.interchange.strategies import arrangements
from tests.ui.a11y_walk import cut_labels, nameless, settle
from tests.ui.desks import HOME, listen, make_desk, week_49

TODAY = date(2026, 11, 27)


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


def test_the_scheme_of_self_certification_is_chosen_with_its_figures(editor: ArrangementEditor, desk: Desk) -> None:
    box = editor.findChild(QComboBox, "self_certification")
    assert isinstance(box, QComboBox)
    assert [box.itemText(place) for place in range(box.count())] == [
        "by the law: 3 days at a time, 4 times a year",
        "by the employer's longer scheme: 8 days at a time, 24 a year",
    ]
    choose(editor, "self_certification", "extended")
    QTest.keyClick(line(editor, "name"), Qt.Key.Key_Return)
    assert desk.roster.arrangement == replace(HOME, self_certification=SelfCertification.EXTENDED)


def choose(editor: ArrangementEditor, key: str, value: str) -> None:
    """Choose a value in a field."""
    box = editor.findChild(QComboBox, key)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(value))


def shown_keys(editor: ArrangementEditor) -> set[str]:
    """Return the fields that can be seen."""
    fields = [*editor.findChildren(QLineEdit), *editor.findChildren(QComboBox)]
    return {field.objectName() for field in fields if field.isVisible() and field.objectName() in LABELS}


def test_an_agreement_with_the_union_is_entered_in_one_step(editor: ArrangementEditor, desk: Desk) -> None:
    choose(editor, "level", "union")
    line(editor, "averaging_weeks").setText("26")
    choose(editor, "reduced_rest", "yes")
    line(editor, "reference").setText("Avtale 7")
    line(editor, "from").setText("1.1.2027")
    line(editor, "to").setText("31.12.2027")
    choose(editor, "collective", "virke-bpa")
    choose(editor, "advice", "yes")
    choose(editor, "weekly_norm", "35.5")
    QTest.keyClick(line(editor, "reference"), Qt.Key.Key_Return)
    assert desk.roster.arrangement == replace(
        HOME,
        weekly_norm=Decimal("35.5"),
        advice=True,
        agreement=Agreement(
            AgreementLevel.UNION,
            26,
            sunday_averaging=True,
            reduced_rest=True,
            reference="Avtale 7",
            days=DayRange(date(2027, 1, 1), date(2027, 12, 31)),
            collective="virke-bpa",
        ),
    )
    desk.history.undo()
    assert desk.roster.arrangement == HOME


def test_only_what_means_something_is_shown(editor: ArrangementEditor) -> None:
    always = set(LABELS) - {"averaging_weeks", "sunday_averaging", "reduced_rest", "reference", "from", "to"}
    choose(editor, "level", "none")
    assert shown_keys(editor) == always
    assert "the law's own limits" in editor._teaching.text()
    choose(editor, "collective", "virke-bpa")
    assert shown_keys(editor) == always | {"from", "to"}
    choose(editor, "collective", "")
    choose(editor, "level", "individual")
    assert shown_keys(editor) == set(LABELS) - {"reduced_rest"}
    assert "only the union's" in editor._teaching.text()
    choose(editor, "level", "union")
    assert shown_keys(editor) == set(LABELS)


def test_looking_at_another_choice_loses_nothing(editor: ArrangementEditor, desk: Desk) -> None:
    choose(editor, "level", "none")
    choose(editor, "level", "individual")
    QTest.keyClick(line(editor, "name"), Qt.Key.Key_Return)
    assert desk.roster.arrangement == HOME
    assert desk.history.undoable is None


@pytest.mark.parametrize(
    ("field", "typed", "problem"),
    [
        ("name", " ", Problem.NO_NAME),
        ("municipality_no", "320", Problem.NO_MUNICIPALITY),
        ("averaging_weeks", "0", Problem.NO_WEEKS),
        ("averaging_weeks", "53", Problem.NO_WEEKS),
        ("averaging_weeks", "8.5", Problem.NO_WEEKS),
        ("averaging_weeks", "9" * 5000, Problem.NO_WEEKS),
        ("from", "soon", Problem.NO_DAY),
        ("to", "32.1.2027", Problem.NO_DAY),
    ],
)
def test_each_error_is_told_with_its_field(field: str, typed: str, problem: Problem) -> None:
    assert read_entry({**entry_of(HOME), field: typed}, HOME, today=TODAY) == {field: problem}


def test_an_agreement_does_not_end_before_it_begins() -> None:
    typed = {**entry_of(HOME), "from": "2.1.2027", "to": "1.1.2027"}
    assert read_entry(typed, HOME, today=TODAY) == {"to": Problem.ENDS_BEFORE}


@pytest.mark.parametrize("weeks", ["1", "52", ""])
def test_hours_are_averaged_over_a_week_to_a_year_or_not_at_all(weeks: str) -> None:
    read = read_entry({**entry_of(HOME), "averaging_weeks": weeks}, HOME, today=TODAY)
    assert isinstance(read, Arrangement)
    assert read.agreement.averaging_weeks == (int(weeks) if weeks else None)


@given(arrangements("home"))
def test_what_is_not_touched_stays(plan: Arrangement) -> None:
    plan = replace(plan, name=plan.name.strip() or "x", municipality_no="3203")
    days = plan.agreement.days
    if any(day is not None and day.year < 1000 for day in (days.first, days.last)):
        days = DayRange()
    plan = replace(plan, agreement=replace(plan.agreement, days=days, reference=plan.agreement.reference.strip()))
    assert read_entry(entry_of(plan), plan, today=TODAY) == plan


def test_a_collective_agreement_that_is_not_known_can_be_kept(qtbot: QtBot) -> None:
    odd = replace(HOME, agreement=replace(HOME.agreement, collective="ours"), weekly_norm=Decimal("37.50"))
    desk, _ = make_desk(replace(week_49(), arrangement=odd))
    editor = ArrangementEditor(desk)
    qtbot.addWidget(editor)
    editor.show()
    settle()
    QTest.keyClick(line(editor, "name"), Qt.Key.Key_Return)
    assert desk.roster.arrangement == odd


def test_on_a_low_screen_it_scrolls_and_the_buttons_stay(editor: ArrangementEditor) -> None:
    editor.resize(editor.width(), 320)
    settle()
    save = next(one for one in editor.findChildren(QPushButton) if one.text() == "Save")
    assert save.mapTo(editor, save.rect().bottomRight()).y() < editor.height()
    line(editor, "to").setFocus()
    settle()
    scroll = editor.findChild(ScrollColumn)
    assert scroll is not None
    spot = line(editor, "to").mapTo(scroll.viewport(), line(editor, "to").rect().center())
    assert scroll.viewport().rect().contains(spot)
