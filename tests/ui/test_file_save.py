"""A file is written whole or not at all, and what came of it is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from bpa_desktop.i18n import Language
from bpa_desktop.store.folder import STORE_NAME
from bpa_desktop.ui.export_dialog import ExportDialog
from bpa_desktop.ui.file_save import Saved, Wish, choose_place, save_file
from tests.ui.a11y_walk import settle
from tests.ui.asked import same_in_norwegian

EN = Language("en")
WISH = Wish("Save the letter", "Text files (*.txt)", "letter.txt")


def test_a_file_is_written_in_the_place_of_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("before")
    assert save_file(path, b"after", language=EN) == Saved(True, "Exported: letter.txt")
    assert path.read_bytes() == b"after"
    assert list(tmp_path.iterdir()) == [path]


def test_what_was_there_stays_where_the_new_one_cannot_be_put(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("before")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    said = Saved(False, "Could not write letter.txt: No space left on device")
    assert save_file(path, b"after", language=EN) == said
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_no_file_takes_the_place_of_the_stores_own(tmp_path: Path) -> None:
    path = tmp_path / STORE_NAME
    path.write_text("kept")
    said = Saved(False, f"{path} belongs to the arrangement itself. Choose another name.")
    assert save_file(path, b"after", language=EN) == said
    assert path.read_text() == "kept"


@pytest.mark.parametrize(
    ("chosen", "path"), [("/x/brev", Path("/x/brev.txt")), ("/x/brev.md", Path("/x/brev.md")), ("", None)]
)
def test_a_name_without_an_ending_gets_the_proposed_one(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, chosen: str, path: Path | None
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (chosen, ""))
    assert choose_place(window, WISH) == path


def test_the_choice_of_a_place_speaks_the_language(qtbot: QtBot, qapp: QApplication) -> None:
    def make() -> None:
        dialog = ExportDialog(EN, holder)
        dialog.show()
        settle()

    holder = QWidget()
    qtbot.addWidget(holder)
    left = same_in_norwegian(qapp, "QFileDialog", make=make)
    assert left == {"Alt+Left", "Alt+Right", "Alt+Up"}  # keys
