"""StartPage: a calm column in the middle of the window, with a heading, words, fields, and errors beside them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from bpa_desktop.i18n import Language
from bpa_desktop.ui import a11y
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.words import Title, Words
from bpa_desktop.ui.widgets.wrapping import Button

_WIDTH_IN_LETTERS = 64


class StartPage(QScrollArea):
    """Scrolls when text is large. Every text is declared once with `put`, and made again in another language."""

    def __init__(self, language: Language, heading: str) -> None:
        super().__init__()
        self.language = language
        self._texts: list[tuple[Callable[[str], object], str]] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.put(self.setAccessibleName, heading)
        self._inside = QWidget()
        self._inside.setMaximumWidth(self.fontMetrics().averageCharWidth() * _WIDTH_IN_LETTERS)
        self.column = QVBoxLayout(self._inside)
        self.column.setSpacing(2 * GAP)
        outer = QWidget()
        line = QHBoxLayout(outer)
        line.addStretch(1)
        line.addWidget(self._inside, 8)
        line.addStretch(1)
        self.setWidget(outer)
        self.heading = Title()
        self.put(self.heading.setText, heading)
        self.column.addWidget(self.heading)
        self.error = a11y.Notification()
        self.error.setWordWrap(True)
        self.error.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._inside.setMaximumWidth(self.fontMetrics().averageCharWidth() * _WIDTH_IN_LETTERS)

    def labelled(self, source: str, field: QWidget) -> QLabel:
        """Add a field with its label right above it, which is its name too; return the label."""
        label, group = Words(), QVBoxLayout()
        label.setBuddy(field)
        self.put(label.setText, source)
        self.put(field.setAccessibleName, source)
        spaced(group, GAP // 2)
        group.addWidget(label)
        group.addWidget(field)
        self.column.addLayout(group)
        return label

    def put(self, setter: Callable[[str], object], source: str) -> None:
        """Set a text marked for translation, now and whenever the language changes."""
        self._texts.append((setter, source))
        setter(self.language.text(source))

    def words(self, source: str) -> QLabel:
        """Add a paragraph."""
        label = QLabel()
        label.setWordWrap(True)
        self.put(label.setText, source)
        self.column.addWidget(label)
        return label

    def button(self, source: str, pressed: Callable[[], None], *, is_main: bool = False) -> QPushButton:
        """Add a button; the main one carries the accent, and Enter presses it."""
        button = Button()
        button.setProperty("main", is_main)
        self.put(button.setText, source)
        button.clicked.connect(lambda _checked=False: pressed())
        button.setAutoDefault(True)
        self.column.addWidget(button)
        return button

    def refuse(self, text: str, field: QWidget | None = None) -> None:
        """Say what is wrong beside the field, speak it, and put the focus where it can be mended."""
        self.error.hide()
        self.error.setText(f"▲ {text}")
        self.error.show()
        a11y.announce(self.window(), text, assertive=True)
        if field is not None:
            field.setAccessibleDescription(text)
            field.setFocus()

    def clear_error(self, *fields: QWidget) -> None:
        """Take the error away before another try."""
        self.error.hide()
        for field in fields:
            field.setAccessibleDescription("")

    def retranslate(self, language: Language) -> None:
        """Make every text again."""
        self.language = language
        for setter, source in self._texts:
            setter(language.text(source))

    def begin(self) -> None:
        """Put the focus where one begins; called when the page is shown."""
