"""Cards from a telephone and a table of shifts come in by keys alone, are looked at first, and go again with undo."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from bpa_desktop.domain.team import Assistant
from bpa_desktop.i18n import Language
from bpa_desktop.texts.arrival_step import things_text
from bpa_desktop.ui.actions import plain
from tests.stories.hands import Hands
from tests.ui.conftest import ShellMaker

CARDS = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Nina Berg\r\nTEL;TYPE=CELL:900 00 000\r\nNOTE:diagnose\r\nEND:VCARD\r\n"
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Kari Lunde\r\nEND:VCARD\r\n"
)
TABLE = "Dato;Start;Slutt;Assistent\n14.12.2026;8;15;Nina Berg\n15.12.2026;15;22;Kari Lunde\nsnart;8;15;Kari Lunde\n"


@pytest.mark.parametrize("spoken", ["en", "nb"])
def test_a_card_and_a_table_come_in_by_keys_are_seen_first_and_taken_back(
    qtbot: QtBot, shell_of: ShellMaker, folder: Path, monkeypatch: pytest.MonkeyPatch, spoken: str
) -> None:
    hands = Hands(qtbot, shell_of, folder)
    before = hands.kept

    def look_at(content: str) -> None:
        """Choose the command by its name, and a file; wait until it is read."""
        (folder / "file").write_text(content, encoding="utf-8", newline="")
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args, **_options: (str(folder / "file"), ""))
        hands.press("Ctrl+K")
        hands.write(plain(Language(spoken).text("Bring in &from another program…")))
        hands.press("Return")
        hands.wait()

    look_at(CARDS)
    hands.press("Escape")
    assert hands.kept == before

    look_at(CARDS)
    assert hands.kept == before
    hands.press("Return")  # Kari is here already, and not ticked
    language = Language(spoken)
    person = things_text(language, [Assistant])
    assert hands.heard == language.text("{phrase}.", phrase=language.text("{things} brought in", things=person))
    nina = hands.kept.assistants[len(before.assistants) :]
    assert [(one.name, one.phone, one.notes, one.employments) for one in nina] == [("Nina Berg", "900 00 000", "", ())]

    look_at(TABLE)
    hands.press("Down", "Space", "Return")  # the second stays out
    shifts = hands.kept.shifts[len(before.shifts) :]
    assert [shift.assistant for shift in shifts] == [nina[0].id]

    hands.press("Ctrl+Z", "Ctrl+Z")
    assert hands.kept == before
    hands.wait()  # for the backups made before each
    hands.close()
