"""FieldRow: fields beside each other in one line, labels above them, what is wrong or odd below."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from bpa_desktop.i18n import Language
from bpa_desktop.ui.cost.list_draft import Texts
from bpa_desktop.ui.cost.list_words import CHOSEN, SHORT_LABELS, choices, label
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.choice import Choice
from bpa_desktop.ui.widgets.flow import FlowLayout
from bpa_desktop.ui.widgets.words import Words

_LETTERS = {
    "municipality": 18,
    "title": 40,
    "label": 36,
    "source[0].ref": 40,
    "source[0].quote": 40,
    "tiers": 40,
    "adopted_ref": 16,
    "district": 14,
    "valid_from": 11,
    "valid_to": 11,
    "source[0].retrieved": 11,
    "printed_kr[0]": 9,
    "printed_kr[1]": 9,
    "g.amount": 9,
}
_LETTERS_OF_A_FIGURE = 7
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_MOST_LETTERS_CHOSEN = 24
_AROUND_LETTERS = 3 * GAP


class _Field(QWidget):
    """A label above a line or a choice; the label can be left out where the line above has it."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key
        self._language: Language | None = None
        self.label = QLabel()
        self.editor: QLineEdit | QComboBox = Choice() if key in CHOSEN else QLineEdit()
        self.editor.setObjectName(key)
        self.label.setBuddy(self.editor)
        if isinstance(self.editor, QComboBox):
            self.editor.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        spaced(column, 0)
        column.addWidget(self.label)
        column.addWidget(self.editor)

    def name(self, language: Language, full_name: str) -> None:
        """Give the field its label, and the name it has for who does not see where it stands."""
        if self.editor.accessibleName() != full_name:
            self.editor.setAccessibleName(full_name)
        if self._language is language:
            return
        self._language = language
        above = SHORT_LABELS.get(self.key)
        self.label.setText(language.text(above) if above is not None else label(language, self.key))
        if isinstance(self.editor, QComboBox):
            self._offer(language)
        elif self.key == "to_g":
            self.editor.setPlaceholderText(language.text("no limit"))
            self.editor.setToolTip(self.editor.placeholderText())
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """Be as wide as the label even without it, so that lines below each other stay in columns."""
        metrics = self.fontMetrics()
        wide = metrics.horizontalAdvance(self.label.text())
        if isinstance(self.editor, QLineEdit):
            typed = metrics.averageCharWidth() * _LETTERS.get(self.key, _LETTERS_OF_A_FIGURE)
            instead = metrics.horizontalAdvance(self.editor.placeholderText())
            wide = max(wide, max(typed, instead) + _AROUND_LETTERS)
            self.editor.setMaximumWidth(wide)
        self.editor.setMinimumWidth(wide)

    def _offer(self, language: Language) -> None:
        assert isinstance(self.editor, QComboBox)
        before = self.editor.currentData()
        with QSignalBlocker(self.editor):
            self.editor.clear()
            for value, text in choices(language, self.key):
                self.editor.addItem(text, value)
            longest = max(len(text) for _, text in choices(language, self.key))
            self.editor.setMinimumContentsLength(min(longest, _MOST_LETTERS_CHOSEN))
            self.editor.setCurrentIndex(max(0, self.editor.findData(before)))

    def put(self, text: str) -> None:
        """Show a text without telling anyone; the place of the cursor stays where nothing changes."""
        with QSignalBlocker(self.editor):
            if isinstance(self.editor, QComboBox):
                self.editor.setCurrentIndex(max(0, self.editor.findData(text)))
                self.editor.setToolTip(self.editor.currentText())
            elif self.editor.text() != text:
                self.editor.setText(text)
                self.editor.setCursorPosition(0)


class FieldRow(QWidget):
    """Fields by key in the order they are typed. Nothing is kept here: what is typed is told, what stands is put in."""

    typed = Signal(str, str)
    """A field's key, and what stands in it now."""
    entered = Signal()
    """Enter was pressed in a line."""
    stepped = Signal(str, int)
    """An arrow was pressed in a field that is typed: its key; up is -1, down 1."""

    def __init__(self, keys: Sequence[str]) -> None:
        super().__init__()
        self.fields = {key: _Field(key) for key in keys}
        self.note = Words()
        self.note.hide()
        flow = FlowLayout()
        for field in self.fields.values():
            flow.addWidget(field)
            self._listen(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        spaced(column, GAP // 2)
        column.addLayout(flow)
        column.addWidget(self.note)

    def _listen(self, field: _Field) -> None:
        editor, key = field.editor, field.key
        if isinstance(editor, QComboBox):
            editor.currentIndexChanged.connect(lambda _index: self.typed.emit(key, str(editor.currentData() or "")))
        else:
            editor.textEdited.connect(lambda text: self.typed.emit(key, text))
            editor.returnPressed.connect(self.entered)

    def name(self, language: Language, names: Mapping[str, str]) -> None:
        """Give every field its label, and its full name."""
        for key, field in self.fields.items():
            field.name(language, names[key])

    def show_texts(self, texts: Texts, *, visible: Collection[str], labelled: bool = True) -> None:
        """Put in what stands in the fields, and show those that belong here; the one with the focus stays."""
        for key, field in self.fields.items():
            field.put(texts[key])
            field.setVisible(key in visible or field.editor.hasFocus())
            field.label.setVisible(labelled)

    def tell(self, notes: Mapping[str, tuple[str, ...]]) -> None:
        """Show what is wrong or odd, and let each field say its own."""
        self.note.put("\n".join(line for lines in notes.values() for line in lines))
        for key, field in self.fields.items():
            said = "\n".join(notes.get(key, ()))
            if field.editor.accessibleDescription() != said:
                field.editor.setAccessibleDescription(said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass on the arrows that a line has no use for."""
        by = _STEPS.get(Qt.Key(event.key()))
        key = next((key for key, field in self.fields.items() if field.editor.hasFocus()), None)
        if by is None or key is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(key, by)

    def focus(self, key: str) -> None:
        """Put the focus into a field, with what stands in it marked so that typing takes its place."""
        field = self.fields.get(key) or next(iter(self.fields.values()))
        field.editor.setFocus(Qt.FocusReason.TabFocusReason)  # marks the text, as Tab does
