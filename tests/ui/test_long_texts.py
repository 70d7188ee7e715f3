"""No text is cut where each is twice as long as in English or in Norwegian, nor where letters are twice as large."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from bpa_desktop.i18n import Language
from bpa_desktop.services.roster import records_of
from bpa_desktop.services.settings import Settings
from bpa_desktop.store.memory_store import MemoryStore
from bpa_desktop.ui import a11y, look, theme
from bpa_desktop.ui.look import Look
from bpa_desktop.ui.problem_list import ProblemList
from bpa_desktop.ui.shell import Shell
from bpa_desktop.ui.start.create import CreatePage
from bpa_desktop.ui.start.page import StartPage
from bpa_desktop.ui.start.recovery import RecoveryPage
from bpa_desktop.ui.start.stage import Opening
from bpa_desktop.ui.start.unlock import UnlockPage
from bpa_desktop.ui.start.welcome import NothingOpenPage, WelcomePage
from tests.ui.a11y_walk import settle
from tests.ui.conftest import ShellMaker
from tests.ui.cut_texts import cuts
from tests.ui.desks import week_49
from tests.ui.doors import ASKER, CODE, FakeDoors
from tests.ui.long_language import LongLanguage
from tests.ui.windows import WAYS

WIDTH, HEIGHT = 1280, 800
VARIANTS = ("en long", "nb long", "nn long", "en large", "nb large", "nn large")


@pytest.fixture(params=VARIANTS)
def variant(request: pytest.FixtureRequest) -> str:
    """A language, and what is doubled: its texts, or the size of its letters."""
    return str(request.param)


@pytest.fixture(name="look")
def _look(qapp: QApplication, monkeypatch: pytest.MonkeyPatch, variant: str) -> Iterator[Look]:
    code, doubled = variant.split()
    if doubled == "long":
        monkeypatch.setattr(look, "Language", LongLanguage)
    a11y.install()
    made = Look(qapp, Settings(text_percent=200 if doubled == "large" else 100), fixed_language=code)
    yield made
    made.withdraw()
    theme.apply(qapp, theme.LIGHT)


@pytest.fixture
def shell(shell_of: ShellMaker) -> Shell:
    """A window with week 49 open."""
    shell = shell_of(FakeDoors())
    shell.window.resize(WIDTH, HEIGHT)
    shell._opened(Opening(MemoryStore(records_of(week_49())), None, False))
    return shell


def cut(widget: QWidget) -> list[str]:
    settle()
    return cuts(widget, width=WIDTH, height=HEIGHT)


def dialog_of(shell: Shell) -> QDialog:
    """Return the dialog that was opened last."""
    return [one for one in shell.window.findChildren(QDialog) if one.isVisible()][-1]


def press(parent: QWidget, *, main: bool) -> None:
    """Press the button that carries the accent, or the first other that is shown."""
    for button in parent.findChildren(QPushButton):
        if button.isVisible() and bool(button.property("main")) is main:
            button.click()
            return
    raise LookupError(main)


@pytest.mark.parametrize("name", ["roster", "team", "absence", "cost"])
def test_no_text_of_a_view_is_cut(shell: Shell, name: str) -> None:
    shell.window.show_screen(name)
    assert cut(shell.window) == []


@pytest.mark.parametrize("action", ["agenda", "day_grid", "week_hours", "month", "four_weeks"])
def test_no_text_of_the_roster_s_other_views_is_cut(shell: Shell, action: str) -> None:
    shell.window.show_screen("roster")
    shell.window.run(action)
    assert cut(shell.window) == []


@pytest.mark.parametrize("action", ["new_assistant", "edit_assistant"])
def test_no_text_of_the_form_for_an_assistant_is_cut(shell: Shell, action: str) -> None:
    shell.window.show_screen("team")
    shell.window.run(action)
    assert cut(shell.window) == []


def test_no_text_of_a_search_for_a_substitute_is_cut_from_the_first_question_to_the_booking(shell: Shell) -> None:
    window = shell.window
    window.show_screen("absence", "w49-fri-eve")
    stages = {"searching": cut(window)}
    for action in ("ask_assistant", "answer_yes", "confirm_substitute"):
        window.run(action)
        stages[action] = cut(window)
    assert stages == {action: [] for action in stages}


def test_no_text_of_the_form_for_an_absence_is_cut(shell: Shell) -> None:
    shell.window.show_screen("absence", "w49-mon-day")
    assert cut(shell.window) == []
    shell.window.run("register_absence")
    assert cut(shell.window) == []


@pytest.mark.parametrize("drawer", ["income", "tariff", "services", "g"])
def test_no_text_of_the_household_form_is_cut(shell: Shell, drawer: str) -> None:
    shell.window.show_screen("cost")
    screen = shell.window.current_screen()
    assert screen is not None
    screen._panel.begin(drawer)  # type: ignore[attr-defined]  # of the cost screen
    assert cut(shell.window) == []


DIALOGS = (
    "new_shift",
    "edit_shift",
    "go_to_week",
    "filter",
    "appearance",
    "change_keys",
    "substitute_weights",
    "change_passphrase",
    "palette",
    "help",
    "keys",
    "about",
    "edit_arrangement",
)


@pytest.mark.parametrize("action", DIALOGS)
def test_no_text_of_a_dialog_is_cut(shell: Shell, action: str) -> None:
    shell.window.show_screen("roster", "w49-mon-day")
    shell.window.run(action)
    dialog = dialog_of(shell)
    assert cut(dialog) == []
    dialog.close()
    QApplication.processEvents()


KEEPING = (
    *("backups", "older backups", "erase", "change log", "health", "new recovery code"),
    *("bring back", "bring back from nowhere", "rescue", "rescue without a backup"),
)


@pytest.mark.parametrize("name", KEEPING)
def test_no_text_of_what_keeps_and_forgets_is_cut(shell: Shell, name: str) -> None:
    WAYS[name].open(shell)
    settle()
    kind = WAYS[name].shows
    shown = next(one for one in QApplication.allWidgets() if type(one) is kind and one.isVisible())
    assert cut(shown.window()) == []
    while shell.worker.is_busy:
        settle()


def test_no_text_of_the_problem_list_is_cut(shell: Shell) -> None:
    language = shell.window.language
    lines = [language.text("The file is no roster file."), language.text("Write a name.")]
    problems = ProblemList(lines, language.text("Nothing was brought in."), language, shell.window)
    problems.open()
    assert cut(problems) == []
    problems.close()


PAGES: dict[str, Callable[[Language], StartPage]] = {
    "welcome": WelcomePage,
    "nothing open": NothingOpenPage,
    "create": lambda language: CreatePage(language, (ASKER,)),
    "create for a file": lambda language: CreatePage(language, (), for_file=True),
    "unlock": UnlockPage,
    "recovery": lambda language: RecoveryPage(language, CODE),
}


@pytest.mark.parametrize("name", PAGES)
def test_no_text_of_a_first_page_is_cut_nor_its_error(shell_of: ShellMaker, name: str) -> None:
    shell = shell_of(FakeDoors())
    shell.window.resize(WIDTH, HEIGHT)
    page = PAGES[name](shell.window.language)
    shell._stage.show(page)
    assert cut(shell.window) == []
    page.refuse(shell.window.language.text("The arrangement needs a name."))
    assert cut(shell.window) == []
