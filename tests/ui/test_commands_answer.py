"""Every command answers: what it did, or why not, is announced in one short sentence; else the focus shows it."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from bpa_desktop.services.roster import records_of
from bpa_desktop.store.memory_store import MemoryStore
from bpa_desktop.texts import capital
from bpa_desktop.ui.actions import ACTIONS, ActionSpec
from bpa_desktop.ui.shell import Shell
from bpa_desktop.ui.start.stage import Opening
from tests.ui.a11y_walk import settle
from tests.ui.accessibility import Recorder
from tests.ui.conftest import ShellMaker
from tests.ui.desks import week_49
from tests.ui.doors import FakeDoors

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LIMIT = 12
"""So many words a listener holds; a number, a name or a time is one."""
SHIFT, GAP = "w49-mon-day", "w49-fri-eve"
PLACES: dict[str, tuple[str, str, str]] = {
    "a shift": ("roster", SHIFT, "week_grid"),
    "an open shift": ("roster", GAP, "week_grid"),
    "an empty day": ("roster", "", "week_grid"),
    "the day": ("roster", SHIFT, "day_grid"),
    "the month": ("roster", SHIFT, "month"),
    "the rotation": ("rotation", "", ""),
    "the team": ("team", "", ""),
    "the absence": ("absence", GAP, ""),
    "the cost": ("cost", "", ""),
    "the account": ("account", "", ""),
}
_SYSTEM = frozenset({"quit", "lock_now", "import_file", "bring_in", "export_file", "export_team"})
"""They end the program or close what is open, or open a dialog of Qt's own."""
_WHERE = frozenset(
    {"previous_week", "next_week", "today", "month", "four_weeks", "where_am_i", "next_problem", "previous_problem"}
)
"""They are asked where one is, and answer at more length."""
_SHOWS = frozenset({"show_roster", "show_team", "show_absence", "show_cost", "show_account", "cost_month"})
_SEEN = _SHOWS | {"side_panel", "numbers", "week_grid", "day_grid", "agenda", "month", "rotation"}
"""What they show tells of itself; a view that is shown already is asked for in vain."""
_ONCE = frozenset({"zoom_in", "zoom_out", "zoom_usual", "appearance", "change_keys", "history_list", "what_was_said"})
"""The same in every view: done in the first place only, and so is what stands in no menu of a place's own."""
_OF_A_WEEK = re.compile(r"(Week|Uke) \d+,.*")
"""What another week says of itself, after what was done there."""


@dataclass(frozen=True)
class Answer:
    """What came of a command: what was announced, whether something was kept, whether the focus or a window moved."""

    command: str
    said: tuple[str, ...]
    kept: bool
    moved: bool


def answers(shell: Shell, place: str) -> list[Answer]:
    """Do every command that can be done in a place, and return what came of each; what it kept is undone."""
    found: list[Answer] = []
    _stand(shell, place)
    for spec in ACTIONS:
        if _is_asked(spec, place) and shell.window.actions_by_id[spec.id].isEnabled():
            found.append(_answer(shell, spec.id))
            _stand(shell, place)
    return found


def _is_asked(spec: ActionSpec, place: str) -> bool:
    is_first, screen = place == next(iter(PLACES)), PLACES[place][0]
    of_the_place = spec.menu in ("edit", "view", screen) or (spec.menu == "shift" and screen in ("roster", "rotation"))
    return spec.id not in _SYSTEM and (is_first or (of_the_place and spec.id not in _ONCE))


def _stand(shell: Shell, place: str) -> None:
    screen, target, form = PLACES[place]
    for open_window in (QApplication.activePopupWidget(), *_dialogs(shell)):
        if open_window is not None:
            open_window.close()
    shell.window.activateWindow()
    QTest.keyClick(QApplication.focusWidget() or shell.window, Qt.Key.Key_Escape)  # put back what is carried
    shell.window.show_screen(screen, target)
    if form:
        shell.window.run(form)
    settle()


def _dialogs(shell: Shell) -> list[QDialog]:
    return [one for one in shell.window.findChildren(QDialog) if one.isVisible()]


def _answer(shell: Shell, command: str) -> Answer:
    assert shell.session is not None
    history = shell.session.desk.history
    before, focus, shown = history.undoable, QApplication.focusWidget(), shell.window.shown
    with Recorder() as recorder:
        shell.window.actions_by_id[command].trigger()
        settle()
    moved = QApplication.focusWidget() is not focus or shell.window.shown != shown or bool(_dialogs(shell))
    kept = history.undoable is not before
    if kept and command != "undo":
        history.undo()
    moved = moved or QApplication.activePopupWidget() is not None
    return Answer(command, tuple(recorder.announcements), kept, moved)


_KNOWN: dict[tuple[str, str], list[Answer]] = {}


@pytest.fixture
def told(shell_of: ShellMaker, spoken: str, place: str) -> list[Answer]:
    """What came of every command in a place; done once for all that is asked about it."""
    if (place, spoken) not in _KNOWN:
        shell = shell_of(FakeDoors())
        shell.window.resize(1240, 800)
        shell._opened(Opening(MemoryStore(records_of(week_49())), None, False))
        _KNOWN[place, spoken] = answers(shell, place)
    return _KNOWN[place, spoken]


_IN_BOKMAL = ("a shift", "the month", "the absence")
everywhere = pytest.mark.parametrize(
    ("place", "spoken"), [*((place, "en") for place in PLACES), *((place, "nb") for place in _IN_BOKMAL)]
)


@everywhere
def test_every_sentence_begins_with_a_capital(told: list[Answer]) -> None:
    parts = [part for answer in told for said in answer.said for part in re.split(r"(?<=[^\d][.!?]) ", said)]
    assert [part for part in parts if part != capital(part)] == []


@everywhere
def test_what_was_done_or_refused_is_said_in_a_dozen_words(told: list[Answer]) -> None:
    results = [said for answer in told for said in answer.said if answer.command not in _WHERE]
    assert [one for one in results if len(words(one)) > LIMIT and not _OF_A_WEEK.fullmatch(one)] == []


def words(said: str) -> list[str]:
    """Return what is spoken as words: no signs."""
    return [word for word in said.split() if any(letter.isalnum() for letter in word)]


@everywhere
def test_whatever_is_kept_is_announced(told: list[Answer]) -> None:
    assert [answer.command for answer in told if answer.kept and not answer.said] == []


@everywhere
def test_no_command_ends_in_silence(told: list[Answer]) -> None:
    silent = [answer.command for answer in told if not answer.said and not answer.moved]
    assert [command for command in silent if command not in _SEEN] == []
