"""A readable list of what is wrong with a file: every problem with its place, to read, to step through, to copy."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QVBoxLayout, QWidget

from bpa_desktop.i18n import Language
from bpa_desktop.ui import clipboard
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.room import open_at


class ProblemList(QDialog):
    """One line a problem; nothing of the file was brought in."""

    def __init__(self, problems: Sequence[str], heading: str, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(language.text("The file can't be brought in"))
        self.setAccessibleDescription(heading)
        words = QLabel(heading)
        words.setWordWrap(True)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setAccessibleName(language.text("Problems of the file"))
        self.list.addItems(list(problems))
        self.list.setCurrentRow(0)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        copy = buttons.addButton(language.text("&Copy the list"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: clipboard.copy("\n".join(problems)))
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        for part in (words, self.list, buttons):
            column.addWidget(part)
        open_at(self, letters=80, lines=20)
        self.list.setFocus()
