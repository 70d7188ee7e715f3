"""The help is offline, in every language, and its list of keys is the declared one."""

from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bpa_desktop.i18n import Language
from bpa_desktop.rules.catalogue import ALL_RULES
from bpa_desktop.ui import help_pages
from bpa_desktop.ui.actions import ACTIONS, plain
from bpa_desktop.ui.help_viewer import HelpViewer
from bpa_desktop.ui.keymap import declared_keys, native
from tests.ui.accessibility import nameless

CODES = ("en", "nb", "nn")


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


def test_the_pages_of_the_languages_differ() -> None:
    for name in help_pages.PAGES:
        assert help_pages.page(Language("en"), name) != help_pages.page(Language("nb"), name)


def test_who_reads_nynorsk_gets_the_pages_in_bokmal() -> None:
    for name in help_pages.PAGES:
        assert help_pages.page(Language("nn"), name) == help_pages.page(Language("nb"), name)


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
