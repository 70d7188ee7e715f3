"""ArrangementEditor: the arrangement's name and its municipality; what it costs is changed where it is shown."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bpa_desktop.i18n import mark
from bpa_desktop.services.arrangement import edit_arrangement
from bpa_desktop.ui.arrangement.entry import Problem, entry_of, read_entry
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.form import Form
from bpa_desktop.ui.widgets.words import Subtitle

_LABELS = {
    "name": mark("What the arrangement is called"),
    "municipality_no": mark("Municipality number, four figures"),
}
_PROBLEMS = {
    Problem.NO_NAME: mark("Write a name."),
    Problem.NO_MUNICIPALITY: mark("Write the four figures, for example 3203 for Asker."),
}
_LETTERS_WIDE = 56


class ArrangementEditor(QDialog):
    """Opened by the menu; Esc leaves it, saving is one step that undo takes back."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        text = desk.language.text
        self.setWindowTitle(text("Arrangement"))
        self.form = Form(save=self._keep, leave=self.reject)
        for key, label in _LABELS.items():
            self.form.add(key)
            self.form.label(key, text(label))
        self.form.fill(entry_of(desk.roster.arrangement))
        save, leave = QPushButton(text("Save")), QPushButton(text("Cancel"))
        save.setProperty("main", True)
        save.setAutoDefault(False)
        leave.setAutoDefault(False)
        save.clicked.connect(self._keep)
        leave.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GAP, 3 * GAP, 3 * GAP, 3 * GAP)
        column.setSpacing(2 * GAP)
        column.addWidget(Subtitle(text("Arrangement")))
        column.addWidget(self.form)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        for button in (save, leave):
            buttons.addWidget(button)
        buttons.addStretch()
        column.addLayout(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS_WIDE)
        self.form.focus("name")

    def _keep(self) -> None:
        entry = read_entry(self.form.values(), self._desk.roster.arrangement)
        if isinstance(entry, dict):
            texts = {key: self._desk.language.text(_PROBLEMS[problem]) for key, problem in entry.items()}
            self.form.complain(texts)
            self._desk.bulletin.refused.emit(next(iter(texts.values())))
        else:
            edit_arrangement(self._desk.history, entry)
            self.accept()


def open_editor(desk: Desk, parent: QWidget) -> ArrangementEditor:
    """Open the editor over a window, without stopping the program; return it."""
    editor = ArrangementEditor(desk, parent)
    editor.finished.connect(editor.deleteLater)
    editor.open()
    return editor
