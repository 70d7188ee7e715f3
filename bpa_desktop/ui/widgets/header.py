"""ScreenHeader: title, period and main action in the same place on every screen, the leading sentence below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.words import Title, Words


class ScreenHeader(QWidget):
    """The top of a screen. The period and the main action are left out where a screen has none."""

    earlier = Signal()
    later = Signal()
    main_pressed = Signal()

    def __init__(self, *, has_period: bool = False, has_main: bool = True) -> None:
        super().__init__()
        self.title = Title()
        self.lead = Words()
        self.period = Words()
        self.period.setWordWrap(False)
        self.main = QPushButton()
        self.main.setProperty("main", True)
        self.main.clicked.connect(self.main_pressed)
        self._earlier, self._later = QPushButton(), QPushButton()
        for button, sign, signal in ((self._earlier, "‹", self.earlier), (self._later, "›", self.later)):
            button.setText(sign)
            button.clicked.connect(signal)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        spaced(column, GAP // 2)
        self._line = self._first_line()
        column.addLayout(self._line)
        column.addWidget(self.lead)
        # Hidden once they have a parent: a widget that is told to be visible before would flash as a window of its own.
        absent: list[QWidget] = [] if has_main else [self.main]
        absent += [] if has_period else [self._earlier, self.period, self._later]
        for widget in absent:
            widget.hide()

    def _first_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        spaced(line, GAP)
        line.addWidget(self.title, 1)
        for widget in (self._earlier, self.period, self._later):
            line.addWidget(widget)
        line.addSpacing(GAP)
        line.addWidget(self.main)
        return line

    def put_before_main(self, widget: QWidget) -> None:
        """Take what chooses between views of the same, left of the main action."""
        self._line.insertWidget(self._line.indexOf(self.main), widget)
        self._line.insertSpacing(self._line.indexOf(self.main), GAP)

    def name_steps(self, earlier: str, later: str) -> None:
        """Say what the two arrows do."""
        for button, text in ((self._earlier, earlier), (self._later, later)):
            button.setAccessibleName(text)
            button.setToolTip(text)

    def show_period(self, text: str) -> None:
        """Show the period between the arrows."""
        self.period.setText(text)
        self.period.setMinimumWidth(QFontMetrics(self.period.font()).horizontalAdvance(text))

    def focus_later(self) -> None:
        """Put the focus on the arrow to the next period."""
        self._later.setFocus()

    def answer_page_keys(self, screen: QWidget) -> None:
        """Turn the period by PgUp and PgDown wherever the focus is on the screen."""
        for key, signal in ((Qt.Key.Key_PageUp, self.earlier), (Qt.Key.Key_PageDown, self.later)):
            shortcut = QShortcut(QKeySequence(key), screen)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(signal)
