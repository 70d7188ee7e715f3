"""The palette finds commands and tells what a sentence would do; says why one can't be done, does one by Enter."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from bpa_desktop.i18n import Language
from bpa_desktop.ui import a11y
from bpa_desktop.ui.actions import ACTIONS
from bpa_desktop.ui.main_window import MainWindow
from bpa_desktop.ui.palette import Palette, commands, matching
from bpa_desktop.ui.reading import Reader, Reading
from tests.ui.accessibility import Recorder, nameless, showing
from tests.ui.found import found

ENGLISH = Language("en")


class ReadsFeed:
    """A reader that knows one sentence, feed cat or feed dog, and wants to know which."""

    def read(self, typed: str) -> Reading | None:
        """Return what is known."""
        if not typed.startswith("feed"):
            return None
        animal = typed.removeprefix("feed").strip()
        known = animal in ("cat", "dog")
        return Reading(f"Feed the {animal} & go") if known else Reading("Feed which animal?", refused=True)


def opened(qtbot: QtBot, window: MainWindow, language: Language = ENGLISH, *, reader: Reader | None = None) -> Palette:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    a11y.install()
    qtbot.addWidget(window)
    window.show()
    palette = Palette(window, window.actions_by_id, language, reader=reader)
    palette.open()
    palette.activateWindow()
    qtbot.waitUntil(palette.isActiveWindow)
    return palette


def test_it_lists_every_action_of_the_registry_but_its_own(qtbot: QtBot) -> None:
    window = MainWindow(ENGLISH)
    palette = opened(qtbot, window)
    assert {command.id for command in palette.found()} == {spec.id for spec in ACTIONS} - {"palette"}


def test_a_command_is_found_by_parts_of_its_name_in_any_order(qtbot: QtBot) -> None:
    window = MainWindow(ENGLISH)
    qtbot.addWidget(window)
    found = matching(commands(window.actions_by_id, ENGLISH), "sub find")
    assert [command.id for command in found] == ["find_substitute"]


def test_the_number_found_is_announced(qtbot: QtBot) -> None:
    palette = opened(qtbot, MainWindow(ENGLISH))
    with Recorder() as recorder:
        QTest.keyClicks(found(palette, QLineEdit), "Find a substitute")
    assert recorder.announcements[-1] == "1 command"


def test_a_command_is_pressed_by_assistive_technology(qtbot: QtBot) -> None:
    window = MainWindow(ENGLISH)
    window.set_handlers(lambda: {"about": lambda: None})
    palette = opened(qtbot, window)
    QTest.keyClicks(found(palette, QLineEdit), "about")
    line = next(one for one in palette.findChildren(QPushButton) if one.isVisible())
    interface = QAccessible.queryAccessibleInterface(line)
    assert interface is not None
    interface.actionInterface().doAction("Press")
    assert palette.chosen == "about"


def test_enter_runs_the_first_command_that_can_be_done(qtbot: QtBot) -> None:
    window = MainWindow(ENGLISH)
    window.set_handlers(lambda: {"about": lambda: None})
    palette = opened(qtbot, window)
    QTest.keyClicks(found(palette, QLineEdit), "about")
    QTest.keyClick(found(palette, QLineEdit), Qt.Key.Key_Return)
    assert palette.chosen == "about"
    assert palette.isHidden()


def test_a_command_that_no_view_answers_says_so_and_does_not_run(qtbot: QtBot) -> None:
    palette = opened(qtbot, MainWindow(ENGLISH))
    QTest.keyClicks(found(palette, QLineEdit), "new shift")
    with Recorder() as recorder:
        QTest.keyClick(found(palette, QLineEdit), Qt.Key.Key_Return)
    assert "not in this view" in recorder.announcements[0]
    assert palette.chosen == ""
    assert palette.isVisible()


def test_arrows_go_through_the_lines_and_letters_back_to_the_field(qtbot: QtBot) -> None:
    palette = opened(qtbot, MainWindow(ENGLISH))
    field = found(palette, QLineEdit)
    field.setFocus()
    with Recorder() as recorder:
        QTest.keyClick(field, Qt.Key.Key_Down)
        QTest.keyClick(palette.focusWidget(), Qt.Key.Key_Down)
        QTest.keyClick(palette.focusWidget(), Qt.Key.Key_Up)
        QTest.keyClick(palette.focusWidget(), Qt.Key.Key_X)
    assert recorder.focused[0] == recorder.focused[2] != recorder.focused[1]
    assert field.text() == "x"
    assert palette.focusWidget() is field


def test_escape_closes_it_and_chooses_nothing(qtbot: QtBot) -> None:
    palette = opened(qtbot, MainWindow(ENGLISH))
    QTest.keyClick(palette, Qt.Key.Key_Escape)
    assert palette.isHidden()
    assert palette.chosen == ""


def lines(palette: Palette) -> list[str]:
    """Return the texts of the lines that are shown."""
    return [button.text() for button in palette.findChildren(QPushButton) if button.isVisible()]


def heading(palette: Palette) -> str:
    return found(palette, QLabel).text()


def test_a_sentence_is_told_in_the_first_line_and_chosen_by_enter(qtbot: QtBot) -> None:
    palette = opened(qtbot, MainWindow(ENGLISH), reader=ReadsFeed())
    QTest.keyClicks(found(palette, QLineEdit), "feed cat")
    assert (heading(palette), lines(palette)) == ("Enter does this:", ["Feed the cat && go"])
    assert palette.sentence is None
    QTest.keyClick(found(palette, QLineEdit), Qt.Key.Key_Return)
    assert palette.isHidden()
    assert palette.chosen == ""
    assert palette.sentence == Reading("Feed the cat & go")


def test_a_sentence_that_lacks_something_says_so_and_enter_says_it_again(qtbot: QtBot) -> None:
    palette = opened(qtbot, MainWindow(ENGLISH), reader=ReadsFeed())
    QTest.keyClicks(found(palette, QLineEdit), "feed cow")
    assert (heading(palette), lines(palette)) == ("Enter does nothing yet:", ["Feed which animal?"])
    with Recorder() as recorder:
        QTest.keyClick(found(palette, QLineEdit), Qt.Key.Key_Return)
    assert [(event.message, event.assertive) for event in recorder.events if event.message] == [
        ("Feed which animal?", True)
    ]
    assert palette.isVisible()
    assert palette.sentence is None
    line = next(node for node in showing(palette) if node.name == "Feed which animal?")
    assert line.disabled
    assert line.focusable


def test_what_a_sentence_is_told_as_is_announced_politely_and_once(qtbot: QtBot) -> None:
    palette = opened(qtbot, MainWindow(ENGLISH), reader=ReadsFeed())
    with Recorder() as recorder:
        QTest.keyClicks(found(palette, QLineEdit), "feed dog")
    told = [(event.message, event.assertive) for event in recorder.events if event.message]
    assert told[-2:] == [("Feed which animal?", False), ("Feed the dog & go", False)]
    assert told.count(("Feed which animal?", False)) == 1


def test_commands_are_found_and_run_as_ever_where_a_reader_is(qtbot: QtBot) -> None:
    window = MainWindow(ENGLISH)
    window.set_handlers(lambda: {"about": lambda: None})
    palette = opened(qtbot, window, reader=ReadsFeed())
    assert {command.id for command in palette.found()} == {spec.id for spec in ACTIONS} - {"palette"}
    QTest.keyClicks(found(palette, QLineEdit), "about")
    assert heading(palette) == "1 command"
    QTest.keyClick(found(palette, QLineEdit), Qt.Key.Key_Return)
    assert palette.chosen == "about"


def test_the_beginning_of_a_sentence_gives_way_to_the_commands_it_names(qtbot: QtBot) -> None:
    class WantsMore:
        def read(self, typed: str) -> Reading | None:
            return Reading("When?", refused=True) if typed else None

    palette = opened(qtbot, MainWindow(ENGLISH), reader=WantsMore())
    QTest.keyClicks(found(palette, QLineEdit), "new shift")
    assert [line.split(" (")[0] for line in lines(palette)] == ["New shift"]
    QTest.keyClicks(found(palette, QLineEdit), " fri")
    assert lines(palette) == ["When?"]


def test_arrows_reach_a_sentence_and_the_commands_below_it(qtbot: QtBot) -> None:
    class ReadsAll:
        def read(self, typed: str) -> Reading | None:
            return Reading(f"Do {typed}") if typed else None

    palette = opened(qtbot, MainWindow(ENGLISH), reader=ReadsAll())
    field = found(palette, QLineEdit)
    QTest.keyClicks(field, "new")
    with Recorder() as recorder:
        QTest.keyClick(field, Qt.Key.Key_Down)
        QTest.keyClick(palette.focusWidget(), Qt.Key.Key_Down)
        QTest.keyClick(palette.focusWidget(), Qt.Key.Key_Up)
        QTest.keyClick(palette.focusWidget(), Qt.Key.Key_Up)
    assert [recorder.focused[place] for place in (0, 2)] == ["Do new", "Do new"]
    assert recorder.focused[1].startswith("New ")
    assert palette.focusWidget() is field


def test_everything_in_it_has_a_name_in_every_language(qtbot: QtBot) -> None:
    for code in ("en", "nb", "nn"):
        assert nameless(opened(qtbot, MainWindow(Language(code)), Language(code))) == []
