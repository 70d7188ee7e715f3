"""Form: labels above fields, each error beside its field with how to mend it. Nothing is kept while one types."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Literal

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.choice import Choice
from bpa_desktop.ui.widgets.words import Words

_LINES_OF_NOTES = 4
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
Kind = Literal["line", "choice", "notes"]
Choices = list[tuple[str, str]]
"""What is kept, and what it is called."""


class _Line(QLineEdit):
    """One line. Undo and redo are the program's while there is nothing typed to undo: Qt's own line keeps the keys."""

    def event(self, event: QEvent) -> bool:
        """Leave a key to the program's action."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._has_none_for(event):
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter: it has saved, and is not to press what has the focus after that."""
        super().keyPressEvent(event)
        if event.key() in _ENTERS:
            event.accept()

    def _has_none_for(self, event: QKeyEvent) -> bool:
        undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
        if event.matches(undo):
            return not self.isUndoAvailable()
        return event.matches(redo) and not self.isRedoAvailable()


class Notes(QPlainTextEdit):
    """Several lines; Tab leaves the field."""

    def __init__(self, lines: int = _LINES_OF_NOTES) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 3 * GAP)


_MAKERS: dict[Kind, Callable[[], QLineEdit | QComboBox | QPlainTextEdit]] = {
    "line": _Line,
    "choice": partial(Choice, letters=8),
    "notes": Notes,
}


class _Field(QWidget):
    """A label, its field, and the place for an error."""

    def __init__(self, editor: QLineEdit | QComboBox | QPlainTextEdit) -> None:
        super().__init__()
        self.editor = editor
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.label.setBuddy(editor)
        self.error = Words(bold=True)
        self.error.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        spaced(column, GAP // 2)
        column.addWidget(self.label)
        column.addWidget(editor)
        column.addWidget(self.error)

    def name(self, text: str) -> None:
        """Give the field its label."""
        self.label.setText(text)
        self.editor.setAccessibleName(text.replace("&", ""))

    def complain(self, text: str) -> None:
        """Say what is wrong, or nothing."""
        self.error.put(f"▲ {text}" if text else "")
        self.editor.setAccessibleDescription(text)


class Form(QWidget):
    """Fields by key. Enter in a line saves, Esc leaves; what happens then is the owner's."""

    changed = Signal()
    """Something else stands in a field."""

    def __init__(self, *, save: Callable[[], None], leave: Callable[[], None], beside: bool = False) -> None:
        """Put the fields below each other, or beside each other where they are few and short."""
        super().__init__()
        self._save, self._leave = save, leave
        self._fields: dict[str, _Field] = {}
        ways = QBoxLayout.Direction
        self.column = QBoxLayout(ways.LeftToRight if beside else ways.TopToBottom, self)
        self.column.setContentsMargins(0, 0, 0, 0)
        spaced(self.column, 2 * GAP if beside else GAP)

    def add(self, key: str, kind: Kind = "line") -> None:
        """Add a field: one line, a choice (what can be chosen comes with `offer`), or notes of several lines."""
        editor = _MAKERS[kind]()
        editor.setObjectName(key)
        if isinstance(editor, QLineEdit):
            editor.returnPressed.connect(lambda: self._save())
        change = editor.currentIndexChanged if isinstance(editor, QComboBox) else editor.textChanged
        change.connect(lambda *_: self.changed.emit())
        self._fields[key] = _Field(editor)
        self.column.addWidget(self._fields[key])

    def label(self, key: str, text: str) -> None:
        """Give a field its label, which is its name too."""
        self._fields[key].name(text)

    def offer(self, key: str, choices: Choices) -> None:
        """Put in what can be chosen, and keep what was chosen before where it is still there."""
        box = self._fields[key].editor
        assert isinstance(box, QComboBox)
        before = box.currentData()
        box.blockSignals(True)
        box.clear()
        for value, text in choices:
            box.addItem(text, value)
        box.setCurrentIndex(max(0, box.findData(before)))
        box.blockSignals(False)
        box.setToolTip(box.currentText())  # what was offered silently can be had whole too

    def show_field(self, key: str, visible: bool) -> None:
        """Show or hide a field with its label."""
        self._fields[key].setVisible(visible)

    def fill(self, values: Mapping[str, str]) -> None:
        """Put values into their fields and take the errors away."""
        for key, value in values.items():
            editor = self._fields[key].editor
            if isinstance(editor, QComboBox):
                editor.setCurrentIndex(max(0, editor.findData(value)))
            elif isinstance(editor, QLineEdit):
                editor.setText(value)
            else:
                editor.setPlainText(value)
        self.complain({})

    def values(self) -> dict[str, str]:
        """Return what stands in the fields."""
        return {key: _value(field.editor) for key, field in self._fields.items()}

    def complain(self, problems: Mapping[str, str], *, focus: bool = True) -> None:
        """Put each error beside its field, and the focus into the first unless one is still typing."""
        for key, field in self._fields.items():
            field.complain(problems.get(key, ""))
        first = next((key for key in self._fields if key in problems), None)
        if first is not None and focus:
            self.focus(first)

    def focus(self, key: str) -> None:
        """Put the focus into a field."""
        self._fields[key].editor.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc; save with Ctrl+Enter from several lines too."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() == Qt.Key.Key_Return and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._save()
        else:
            super().keyPressEvent(event)


def _value(editor: QWidget) -> str:
    if isinstance(editor, QComboBox):
        return str(editor.currentData() or "")
    return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()  # type: ignore[attr-defined]
