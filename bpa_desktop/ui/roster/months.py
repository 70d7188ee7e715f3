"""The month and the four weeks of the roster: shown in the place of the week, until a day is opened."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget

from bpa_desktop.domain.account import Ledger
from bpa_desktop.domain.day_note import DayNote
from bpa_desktop.domain.kept_finding import KeptFinding
from bpa_desktop.domain.span import DayRange
from bpa_desktop.texts import account_line
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.roster import month_wording
from bpa_desktop.ui.roster.beside import Beside
from bpa_desktop.ui.roster.day_cell import DayCell
from bpa_desktop.ui.roster.day_grid import DayGrid
from bpa_desktop.ui.roster.day_notes import month_with_notes
from bpa_desktop.ui.roster.findings import Findings, parted
from bpa_desktop.ui.roster.month_model import MonthModel, Stretch, build_month
from bpa_desktop.ui.roster.roster_filter import RosterFilter, filter_words, filtered_month
from bpa_desktop.ui.roster.week_header import WeekHeader
from bpa_desktop.ui.widgets.scroll import ScrollArea


class MonthFrame(Protocol):
    """The screen, as the month needs it."""

    header: WeekHeader
    beside: Beside
    findings: Findings
    ledger: Ledger
    filter: RosterFilter
    check_soon: QTimer


class Months:
    """Shows a stretch of weeks; `area` is what is seen of it."""

    def __init__(self, desk: Desk, frame: MonthFrame, *, stack: QStackedWidget) -> None:
        self._desk = desk
        self._frame = frame
        self._stack = stack
        self._stretch = Stretch.of_month(desk.today)
        self.model: MonthModel | None = None
        self.day = desk.today
        """The day with the tab stop."""
        self.grid = DayGrid()
        self.area = ScrollArea()
        self.area.setWidget(self.grid)
        stack.addWidget(self.area)
        self.grid.moved.connect(self._follow)
        self.grid.chosen.connect(self._open)
        self.grid.beyond.connect(self.go_to)
        self.grid.turned.connect(lambda step: desk.actions["next_week" if step > 0 else "previous_week"].trigger())

    @property
    def is_shown(self) -> bool:
        """Whether it stands in the place of the week."""
        return self._stack.currentWidget() is self.area

    @property
    def is_month(self) -> bool:
        """Whether it is a month; else four weeks."""
        return self._stretch.month is not None

    def show(self, stretch: Stretch, *, day: date) -> None:
        """Show a stretch in the place of the week, with the focus on a day; say which it is."""
        turned = not self.is_shown or stretch != self._stretch
        if stretch != self._stretch:
            self.model = None
        self._stretch, self.day = stretch, day
        self._stack.setCurrentWidget(self.area)
        self._frame.beside.stand_alone(True)
        self.refresh()
        self.grid.move_to(day, focus=True)
        if turned and self.model is not None:
            self._desk.bulletin.said.emit(month_wording.spoken(self._desk.language, self.model))

    def leave(self) -> None:
        """Give the week its place back."""
        self._stack.setCurrentIndex(0)
        self._frame.beside.stand_alone(False)

    def go_to(self, day: date) -> None:
        """Show the stretch that holds a day, with the focus on it."""
        self.show(self._stretch.holding(day), day=day)

    def turn(self, step: int) -> None:
        """Show the stretch so many steps later, with the focus as far from its beginning."""
        stretch = self._stretch.later(step)
        first, last = stretch.own_days.first, stretch.own_days.last
        begin = self._stretch.own_days.first
        assert first is not None and last is not None and begin is not None  # a stretch has both ends
        self.show(stretch, day=min(max(first, first + (self.day - begin)), last))

    def refresh(self) -> None:
        """Draw anew from what is kept; what was found last stays until the rules have looked again."""
        language = self._desk.language
        self.area.setAccessibleName(language.text("Month") if self.is_month else language.text("Four weeks"))
        known = self.model.findings if self.model is not None else ()
        self._draw(build_month(self._desk.roster, self._stretch, today=self._desk.today, findings=known))
        self._frame.check_soon.start()

    def check(self) -> None:
        """Let the rules look at the days, and show what they find."""
        language, roster, today = self._desk.language, self._desk.roster, self._desk.today
        days = DayRange(self._stretch.days[0], self._stretch.days[-1])
        found = self._frame.findings.of_days(roster, days)
        still_open, _ = parted(found, self._desk.history.records.all(KeptFinding))
        if self.model is None or still_open != self.model.findings:
            self._draw(build_month(roster, self._stretch, today=today, findings=still_open))
        accounts = self._frame.ledger.accounts(roster, today, shown=self.day)
        self._frame.header.show_account(account_line(language, roster, found=accounts, shown=self.day))

    def _draw(self, model: MonthModel) -> None:
        language, roster = self._desk.language, self._desk.roster
        self.model = model = month_with_notes(model, self._desk.history.records.all(DayNote))
        self._frame.header.show_week(month_wording.title(language, model), month_wording.sentence(language, model))
        self._frame.header.show_filter(filter_words(language, self._frame.filter, people=roster.assistants_by_id))
        shown = filtered_month(roster, model, by=self._frame.filter, today=self._desk.today)
        self.grid.show_days(shown, language=language, wanted=self.day)

    def _open(self, day: date) -> None:
        self.day = day
        self._desk.actions["open_day"].trigger()

    def _follow(self, cell: DayCell) -> None:
        self.day = cell.day
