"""The help is offline, in every language, and its list of keys is the declared one."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from bpa_desktop.data.resources import resources_folder
from bpa_desktop.i18n import Language
from bpa_desktop.interchange.arriving.headings import people_columns, shift_columns
from bpa_desktop.rules.catalogue import ALL_RULES
from bpa_desktop.services.roster import records_of
from bpa_desktop.store.memory_store import MemoryStore
from bpa_desktop.ui import help_pages
from bpa_desktop.ui.actions import ACTIONS, MENUS, plain
from bpa_desktop.ui.help_viewer import HelpViewer
from bpa_desktop.ui.keymap import declared_keys, native
from bpa_desktop.ui.roster.go_to import GoToDialog
from bpa_desktop.ui.shell import Shell
from bpa_desktop.ui.start.stage import Opening
from tests.ui.a11y_walk import settle
from tests.ui.accessibility import nameless
from tests.ui.conftest import ShellMaker
from tests.ui.desks import week_49
from tests.ui.doors import FakeDoors
from tests.ui.found import found
from tests.ui.windows import WAYS

CODES = ("en", "nb", "nn")
KEEPING = ("backups", "damaged", "locking", "log")
STARTS = re.compile(r"(?:#+ (?:[a-z_0-9, ]+:)?|- |\d\. )?")
"""How a line begins: as a heading, that of a rule with the rule's name, or as an entry of a list."""
NAMED = re.compile(r"\]\(\w+\)|\b(?:Ctrl|Alt|Shift)\+[\w+-]+|Page (?:Up|Down)|\bF\d\b|§+ [\d, -]+\d|\d+(?:,\d+)?")
"""What stands in a line in any language: links, keys, paragraphs and figures."""


@pytest.fixture
def shell(shell_of: ShellMaker) -> Shell:
    """A window with week 49 open."""
    shell = shell_of(FakeDoors())
    shell._opened(Opening(MemoryStore(records_of(week_49())), None, False))
    return shell


def viewer(qtbot: QtBot, code: str) -> HelpViewer:
    parent = QWidget()
    qtbot.addWidget(parent)
    shown = HelpViewer(parent, Language(code))
    shown.show_page("start")
    shown.show()
    qtbot.addWidget(shown)
    shown.keep = parent  # type: ignore[attr-defined]  # the parent must outlive the test's body
    return shown


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", help_pages.PAGES)
def test_every_page_is_there_with_a_heading(code: str, name: str) -> None:
    text = help_pages.page(Language(code), name)
    assert text.startswith("# ")
    assert help_pages.title(text)


@pytest.mark.parametrize("name", help_pages.PAGES)
def test_the_pages_of_the_languages_differ(name: str) -> None:
    assert len({help_pages.page(Language(code), name) for code in CODES}) == len(CODES)


@pytest.mark.parametrize("code", CODES)
def test_no_page_is_shipped_that_the_help_does_not_list(code: str) -> None:
    shipped = {path.stem for path in (resources_folder() / "help" / code).iterdir()}
    assert shipped == set(help_pages.PAGES)


@pytest.mark.parametrize("name", help_pages.PAGES)
def test_a_page_in_nynorsk_is_built_like_the_one_in_bokmal(name: str) -> None:
    def build(code: str) -> list[tuple[str, list[str]]]:
        lines = help_pages.page(Language(code), name).splitlines()
        return [(STARTS.match(line)[0], NAMED.findall(line)) for line in lines]  # type: ignore[index]

    assert build("nn") == build("nb")


@pytest.mark.parametrize("code", CODES)
def test_the_keys_page_lists_every_action_with_its_keys(qtbot: QtBot, code: str) -> None:
    language = Language(code)
    page = help_pages.keys_page(language)
    for spec in ACTIONS:
        assert f": {plain(language.text(spec.text))}" in page
        assert native(declared_keys(spec)) in page


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", help_pages.PAGES)
def test_no_page_names_a_key_that_does_nothing(qtbot: QtBot, code: str, name: str) -> None:
    known = {key for spec in ACTIONS for key in native(declared_keys(spec)).split(" / ")}
    named = set(re.findall(r"\b(?:Ctrl|Alt|Shift)\+[\w+]*\w|\bF\d+\b", help_pages.page(Language(code), name)))
    aliases = {"Ctrl+comma", "Ctrl+komma"}
    assert named - known - aliases == set()


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", help_pages.PAGES)
def test_no_page_names_a_command_that_is_not_in_the_menus(code: str, name: str) -> None:
    language = Language(code)
    menus = {plain(language.text(title)): menu for menu, title in MENUS}
    commands = {menu: {plain(language.text(spec.text)) for spec in ACTIONS if spec.menu == menu} for menu, _ in MENUS}
    named = re.findall(r"\*(\w+), ([^*]+)\*", help_pages.page(language, name))
    ways = [(menus[menu], command) for menu, command in named if menu in menus]
    assert [way for way in ways if way[1] not in commands[way[0]]] == []
    assert ways or name not in KEEPING


@pytest.mark.parametrize("code", CODES)
def test_the_headings_of_tables_that_the_help_names_are_understood(code: str) -> None:
    (line,) = [line for line in help_pages.page(Language(code), "start").splitlines() if "CSV" in line]
    named = re.findall(r"(?<!\*)\*([\w-]+)\*(?!\*)", line)
    of_shifts, of_people = named[:4], named[4:]
    assert sorted((shift_columns(of_shifts) or {}).values()) == [0, 1, 2, 3]
    assert sorted((people_columns(of_people) or {}).values()) == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", help_pages.PAGES)
def test_every_link_in_a_page_leads_to_another(code: str, name: str) -> None:
    links = re.findall(r"\]\((\w+)\)", help_pages.page(Language(code), name))
    assert set(links) <= set(help_pages.PAGES) - {name}
    assert links or name != "start"


def test_a_link_in_a_page_is_followed(qtbot: QtBot) -> None:
    shown = viewer(qtbot, "en")
    shown.show_page("start")
    browser = found(shown, QTextBrowser)
    browser.anchorClicked.emit(QUrl("damaged"))
    assert "When the file is damaged" in shown.text


ABOUT = {
    "backups": ("backups", "health", "bring back"),
    "damaged": ("rescue", "rescue without a backup"),
    "locking": ("unlock", "locked", "recovery code", "change passphrase", "new recovery code", "create"),
    "log": ("change log", "erase", "older backups"),
}


@pytest.mark.parametrize(("page", "way"), [(page, way) for page, ways in ABOUT.items() for way in ways])
@pytest.mark.parametrize("spoken", CODES)
def test_f1_leads_to_the_page_about_what_has_the_focus(shell: Shell, page: str, way: str, spoken: str) -> None:
    WAYS[way].open(shell)
    settle()
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, Qt.Key.Key_F1)
    settle()
    viewers = [one for one in QApplication.allWidgets() if isinstance(one, HelpViewer) and one.isVisible()]
    assert [one.windowTitle().partition(": ")[2] for one in viewers] == [
        help_pages.title(help_pages.page(Language(spoken), page))
    ]
    modal = QApplication.activeModalWidget()
    assert modal is None or viewers[0].parentWidget() is modal  # else it could not be used beside the dialog


def test_f1_in_any_other_dialog_shows_the_page_of_the_screen_once(shell: Shell) -> None:
    WAYS["go to week"].open(shell)
    for _ in range(2):
        QTest.keyClick(found(shell.window, GoToDialog).focusWidget(), Qt.Key.Key_F1)
        settle()
    (shown,) = [one for one in QApplication.allWidgets() if isinstance(one, HelpViewer) and one.isVisible()]
    assert help_pages.title(help_pages.page(Language("en"), "roster")) in shown.text
    shown.close()
    assert found(shell.window, GoToDialog).isVisible()


def test_links_lead_to_the_other_pages(qtbot: QtBot) -> None:
    shown = viewer(qtbot, "en")
    shown.show_page("cost")
    assert "national insurance base amount" in shown.text
    shown.retranslate(Language("nb"))
    assert "grunnbeløpet" in shown.text


@pytest.mark.parametrize("code", CODES)
def test_the_viewer_has_a_name_and_an_unknown_page_is_the_first(qtbot: QtBot, code: str) -> None:
    shown = viewer(qtbot, code)
    shown.show_page("no such page")
    assert help_pages.title(help_pages.page(Language(code), "start")) in shown.text
    assert nameless(shown) == []


@pytest.mark.parametrize("code", ["en", "nb", "nn"])
def test_every_rule_has_its_own_part_of_the_page_on_rules(code: str) -> None:
    headings = [line for line in help_pages.page(Language(code), "rules").splitlines() if line.startswith("## ")]
    named = [name for line in headings for name in line.removeprefix("## ").partition(":")[0].split(", ")]
    assert sorted(named) == sorted(rule.name for rule in ALL_RULES)
