"""The top of the roster: which week it is, how it stands, back and forth, and the new shift."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bpa_desktop.i18n import Language
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.view_choice import ViewChoice
from bpa_desktop.ui.widgets.words import Title, Words


class WeekHeader(QWidget):
    """Title and sentence at the left, the week's buttons and the main action at the right."""

    wanted = Signal(str)
    """The id of an action."""

    def __init__(self) -> None:
        super().__init__()
        self.title = Title()
        self.lead, self.account = Words(), Words()
        self._buttons = {name: QPushButton() for name in ("previous_week", "today", "next_week", "new_shift")}
        self._buttons["new_shift"].setProperty("main", True)
        self.choice = ViewChoice()
        self.choice.wanted.connect(self.wanted)
        self._row, self._line = QHBoxLayout(), QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for part in (self._row, self._line):
            spaced(part, GAP)
        self._line.addWidget(self.title, 1)
        self._line.addLayout(self._row)
        for name, button in self._buttons.items():
            if name == "new_shift":
                self._row.addWidget(self.choice)
                self._row.addStretch(1)
                self._row.addSpacing(GAP)
            button.clicked.connect(lambda _checked=False, wanted=name: self.wanted.emit(wanted))
            self._row.addWidget(button)
        self.show_all = QPushButton()
        self.show_all.clicked.connect(lambda: self.wanted.emit("show_all"))
        self.filtered = Words(bold=True)
        filter_line = QHBoxLayout()
        spaced(filter_line, GAP)
        filter_line.addWidget(self.filtered, 1)
        filter_line.addWidget(self.show_all)
        self.show_filter("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        spaced(column, GAP // 2)
        column.addLayout(self._line)
        column.addWidget(self.lead)
        column.addWidget(self.account)
        column.addLayout(filter_line)

    def retranslate(self, language: Language) -> None:
        """Make the texts of the buttons again."""
        for name, text in (("today", language.text("Today")), ("new_shift", language.text("New shift"))):
            self._buttons[name].setText(text)
            self._buttons[name].setAccessibleName(text)

        self.show_all.setText(language.text("Show all"))

    def show_filter(self, text: str) -> None:
        """Show how much of the whole is shown, with the way to all of it; nothing where that is all."""
        self.filtered.put(text)
        self.show_all.setVisible(bool(text))

    def name_turns(self, previous: str, following: str) -> None:
        """Say what the two arrows lead to."""
        for name, text, spoken in (("previous_week", "‹", previous), ("next_week", "›", following)):
            self._buttons[name].setText(text)
            self._buttons[name].setAccessibleName(spoken)
            self._buttons[name].setToolTip(spoken)

    def show_week(self, title: str, sentence: str) -> None:
        """Show which week it is and how it stands."""
        self.title.setText(title)
        self.lead.setText(sentence)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the title a line of its own where it would be broken beside the buttons."""
        beside = self.title.fontMetrics().horizontalAdvance(self.title.text()) + self._row.minimumSize().width() + GAP
        ways = QBoxLayout.Direction
        self._line.setDirection(ways.TopToBottom if beside > self.width() else ways.LeftToRight)

    def show_account(self, text: str) -> None:
        """Show what is left of the award."""
        self.account.put(text)
