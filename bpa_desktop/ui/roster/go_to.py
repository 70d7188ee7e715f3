"""The small dialog that asks for a week or a day to go to: typed, or chosen in a month."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from bpa_desktop.domain.span import Week
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.roster.day_picker import DayPicker
from bpa_desktop.ui.roster.week_entry import NoSuchDayError, parse_week
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.form import Form
from bpa_desktop.ui.widgets.scroll import ScrollColumn

_SHARE = 0.9
"""Of the screen's height; the rest is for the window's frame."""


class GoToDialog(QDialog):
    """Takes 31, u31, 2026-31, a date, +2u, or a day of the month below; Enter goes there, Esc closes."""

    def __init__(self, desk: Desk, parent: QWidget, *, shown: date, go: Callable[[date], None]) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown = Week.of(shown)
        self._go = go
        text = desk.language.text
        self.setWindowTitle(text("Go to week"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = Form(save=self.go, leave=self.reject)
        self.form.add("week")
        self.form.label("week", text("&Week or day, such as 31, 2026-31, 4.12 or +2"))
        self._button = QPushButton(text("Go"))
        self._button.setProperty("main", True)
        self._button.setAutoDefault(False)
        self._button.clicked.connect(self.go)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GAP, 2 * GAP, GAP, 2 * GAP)  # seven large days need the width
        whole.setSpacing(2 * GAP)
        self.picker = DayPicker(desk, shown)
        self.picker.chosen.connect(self._leave_for)
        self._scroll = ScrollColumn()
        self._scroll.setAccessibleName(self.windowTitle())
        self._scroll.column.setContentsMargins(0, 0, 0, 0)
        self._scroll.column.addWidget(self.form)
        self._scroll.column.addWidget(self.picker)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self._button, 0, Qt.AlignmentFlag.AlignRight)
        self._fit()

    def _fit(self) -> None:
        """Be as large as the texts and the month need, unless the screen is smaller: then one scrolls."""
        inside, bar = self._scroll.column, self._scroll.verticalScrollBar().sizeHint().width()
        inside.activate()
        wide = max(self.fontMetrics().averageCharWidth() * 52, inside.minimumSize().width() + bar + 2 * GAP)
        high = inside.totalHeightForWidth(wide - bar - 2 * GAP) + self._button.sizeHint().height() + 6 * GAP
        room = self.screen().availableGeometry()
        self.setMinimumSize(min(wide, room.width()), min(high, round(room.height() * _SHARE)))

    def go(self) -> None:
        """Go there and close; or say what is wrong."""
        if not self.isVisible():
            return
        typed = self.form.values()["week"]
        try:
            day = parse_week(typed, shown=self._shown, today=self._desk.today)
        except NoSuchDayError:
            said = self._desk.language.text(
                "“{typed}” is no week and no day. Write a week like 31 or 2026-31, or a day like 4.12.", typed=typed
            )
            self.form.complain({"week": said})
            self._fit()
            self._desk.bulletin.refused.emit(said)
            return
        self._leave_for(day)

    def _leave_for(self, day: date) -> None:
        self.accept()
        self._go(day)
