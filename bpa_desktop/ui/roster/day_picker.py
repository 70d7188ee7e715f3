"""A small month to choose a day in: week numbers, a button a day, arrows within, and the ways to the months beside."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bpa_desktop.domain.span import month_end
from bpa_desktop.texts import capital
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.roster.day_grid import DayGrid
from bpa_desktop.ui.roster.month_model import Stretch, build_month
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.words import Subtitle


class DayPicker(QWidget):
    """Shows the month of a day; what is pressed is `chosen`."""

    chosen = Signal(object)
    """A date was pressed."""

    def __init__(self, desk: Desk, day: date) -> None:
        super().__init__()
        self._desk = desk
        self.day = day
        self.grid = DayGrid(small=True)
        self._title = Subtitle()
        self._arrows = {-1: QPushButton("‹"), 1: QPushButton("›")}
        text = desk.language.text
        line = QHBoxLayout()
        spaced(line, GAP)
        line.addWidget(self._title, 1)
        for step, name in ((-1, text("Previous month")), (1, text("Next month"))):
            arrow = self._arrows[step]
            arrow.setAccessibleName(name)
            arrow.setToolTip(name)
            arrow.setAutoDefault(False)
            arrow.clicked.connect(lambda _checked=False, by=step: self._turn(by))
            line.addWidget(arrow)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        spaced(whole, GAP)
        whole.addLayout(line)
        whole.addWidget(self.grid)
        self.grid.moved.connect(self._follow)
        self.grid.chosen.connect(self.chosen)
        self.grid.beyond.connect(self._show)
        self.grid.turned.connect(self._turn)
        self._show(day)

    def _follow(self) -> None:
        if self.grid.current is not None:
            self.day = self.grid.current.day

    def _turn(self, step: int) -> None:
        """Show the month so many later; the day keeps its number where the month has it."""
        first = Stretch.of_month(self.day).later(step).month or self.day
        self._show(first.replace(day=min(self.day.day, month_end(first.year, first.month).day)))

    def _show(self, day: date) -> None:
        language = self._desk.language
        self.day = day
        stretch = Stretch.of_month(day)
        self._title.setText(capital(language.date(day, "month")))
        model = build_month(self._desk.roster, stretch, today=self._desk.today)
        self.grid.show_days(model, language=language, wanted=day)
