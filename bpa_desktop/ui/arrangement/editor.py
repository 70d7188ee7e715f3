"""ArrangementEditor: name, municipality and working time; what it costs is changed where it is shown."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bpa_desktop.services.arrangement import edit_arrangement
from bpa_desktop.ui.arrangement.entry import OF_AGREEMENT, OF_DAYS, entry_of, read_entry, shown_fields
from bpa_desktop.ui.arrangement.wording import KINDS, LABELS, PROBLEMS, choices_of, teaching_text
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.form import Form
from bpa_desktop.ui.widgets.scroll import ScrollColumn
from bpa_desktop.ui.widgets.words import Subtitle, Words

_LETTERS_WIDE = 62
_OF_SCREEN = 0.9
_SOMETIMES_HIDDEN = (*OF_AGREEMENT, "reduced_rest", *OF_DAYS)


class ArrangementEditor(QDialog):
    """Opened by the menu; Esc leaves it, saving is one step that undo takes back."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        text = desk.language.text
        self.setWindowTitle(text("Arrangement"))
        self.form = Form(save=self._keep, leave=self.reject)
        self._teaching = Words(quiet=True)
        self._fill()
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GAP, 3 * GAP, 3 * GAP, 3 * GAP)
        column.setSpacing(2 * GAP)
        scroll = ScrollColumn()
        scroll.setAccessibleName(text("Arrangement"))
        scroll.column.addWidget(Subtitle(text("Arrangement")))
        scroll.column.addWidget(self.form)
        scroll.column.addStretch(1)
        column.addWidget(scroll, 1)
        column.addLayout(self._buttons())
        wide = self.fontMetrics().averageCharWidth() * _LETTERS_WIDE
        high = self.form.sizeHint().height() + self.fontMetrics().lineSpacing() * 8
        self.setMinimumWidth(wide)
        self.resize(wide, min(high, round(self.screen().availableGeometry().height() * _OF_SCREEN)))
        self.form.changed.connect(self._show_fields)
        self.form.focus("name")

    def _fill(self) -> None:
        language, arrangement = self._desk.language, self._desk.roster.arrangement
        for key, label in LABELS.items():
            if key == "regime":
                self.form.column.addSpacing(GAP)
                self.form.column.addWidget(Subtitle(language.text("Working time")))
            self.form.add(key, KINDS.get(key, "line"))
            self.form.label(key, language.text(label))
            if key == "level":
                self.form.column.addWidget(self._teaching)
        limits, today = self._desk.limits, self._desk.today
        for key, choices in choices_of(language, limits, arrangement=arrangement, today=today).items():
            self.form.offer(key, choices)
        self.form.fill(entry_of(arrangement))
        self._show_fields()

    def _buttons(self) -> QHBoxLayout:
        save, leave = QPushButton(self._desk.language.text("Save")), QPushButton(self._desk.language.text("Cancel"))
        save.setProperty("main", True)
        save.clicked.connect(self._keep)
        leave.clicked.connect(self.reject)
        line = QHBoxLayout()
        spaced(line, GAP)
        for button in (save, leave):
            button.setAutoDefault(False)
            line.addWidget(button)
        line.addStretch()
        return line

    def _show_fields(self) -> None:
        """Show the fields that mean something, and what the agreement can do."""
        values = self.form.values()
        shown = shown_fields(values)
        for key in _SOMETIMES_HIDDEN:
            self.form.show_field(key, key in shown)
        self._teaching.put(teaching_text(self._desk.language, values))

    def _keep(self) -> None:
        entry = read_entry(self.form.values(), self._desk.roster.arrangement, today=self._desk.today)
        if isinstance(entry, dict):
            texts = {key: self._desk.language.text(PROBLEMS[problem]) for key, problem in entry.items()}
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
