"""The roster screen: who comes when, and is it all right?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout

from bpa_desktop.domain.day_note import DayNote
from bpa_desktop.domain.kept_finding import KeptFinding
from bpa_desktop.domain.shift_lock import ShiftLock
from bpa_desktop.domain.span import Week
from bpa_desktop.texts import account_line
from bpa_desktop.ui.desk import Desk, Handlers
from bpa_desktop.ui.roster.beside import Beside
from bpa_desktop.ui.roster.card_menu import open_card_menu
from bpa_desktop.ui.roster.card_wording import CardWording
from bpa_desktop.ui.roster.clipboard import Clipboard
from bpa_desktop.ui.roster.day_note_commands import DayNoteCommands
from bpa_desktop.ui.roster.day_notes import with_notes
from bpa_desktop.ui.roster.details import Details
from bpa_desktop.ui.roster.exchange import ShiftExchange
from bpa_desktop.ui.roster.filter_commands import FilterCommands
from bpa_desktop.ui.roster.findings import Findings, Kept, in_few_words, parted
from bpa_desktop.ui.roster.gesture_answers import GestureAnswers
from bpa_desktop.ui.roster.grid_cursor import Anchor
from bpa_desktop.ui.roster.hand_out import HandOut
from bpa_desktop.ui.roster.landing_answers import LandingAnswers
from bpa_desktop.ui.roster.lock_commands import LockCommands
from bpa_desktop.ui.roster.locks import with_locks
from bpa_desktop.ui.roster.month_commands import MonthCommands
from bpa_desktop.ui.roster.months import Months
from bpa_desktop.ui.roster.problem_commands import ProblemCommands
from bpa_desktop.ui.roster.roster_filter import RosterFilter, filtered
from bpa_desktop.ui.roster.sentences import Sentences
from bpa_desktop.ui.roster.shape import Shape
from bpa_desktop.ui.roster.shift_commands import ShiftCommands
from bpa_desktop.ui.roster.shift_handover import ShiftHandover
from bpa_desktop.ui.roster.telling import Telling
from bpa_desktop.ui.roster.uncovered import with_uncovered
from bpa_desktop.ui.roster.view_model import WeekModel, build_week, first_week
from bpa_desktop.ui.roster.views import Views
from bpa_desktop.ui.roster.week_commands import WeekCommands
from bpa_desktop.ui.roster.week_grid import WeekGrid
from bpa_desktop.ui.roster.week_header import WeekHeader
from bpa_desktop.ui.screen import Screen
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP

if TYPE_CHECKING:
    from bpa_desktop.rules.rule import Finding


class RosterScreen(Screen):
    """Header, grid and panel. The week is drawn first; what the rules find follows when the window is idle."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.week = first_week(desk.roster, desk.today)
        self.header = WeekHeader()
        self.grid = WeekGrid()
        self.details = Details(desk, self.grid)
        self.model: WeekModel = build_week(desk.roster, self.week, today=desk.today)
        self._scroll = QScrollArea()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._scroll)
        self.beside = Beside(self._stack, self.details)
        self._commands = ShiftCommands(desk, self.grid, frame=self)
        self._answers = GestureAnswers(desk, self.grid, frame=self, commands=self._commands)
        self._handover = ShiftHandover(desk, self.grid, frame=self, commands=self._commands)
        self._exchange = ShiftExchange(desk, self.grid, frame=self, commands=self._commands)
        self._clipboard = Clipboard(desk, self.grid, commands=self._commands)
        self._locks = LockCommands(desk, self._commands)
        self._week_commands = WeekCommands(desk, self)
        self._hand_out = HandOut(desk, self)
        self.findings = Findings(desk.limits)
        self.check_soon = QTimer(self)
        self.filter = RosterFilter()
        self.telling = Telling(desk, self)
        self._filter_commands = FilterCommands(desk, self)
        self.months = Months(desk, self, stack=self._stack)
        self._month_commands = MonthCommands(desk, self)
        self._day_notes = DayNoteCommands(desk, self)
        self._views = Views(desk, self)
        self.reader = Sentences(desk, self, follow=self._commands.follow, go_to=self._views.go_to)
        self._landing = LandingAnswers(desk, self.grid, findings=self.findings)
        self._problems = ProblemCommands(desk, self.grid, frame=self, commands=self._commands)
        self._build()
        self.retranslate()
        if self.week == Week.of(desk.today):  # begin where one is in time
            self.show_week(self.week, wanted=Anchor(None, None, desk.today, column=desk.today.weekday()))

    def _build(self) -> None:
        self.check_soon.setSingleShot(True)
        self.check_soon.setInterval(0)
        self.check_soon.timeout.connect(self.check)
        self.grid.head.now.clock = lambda: self.desk.history.clock.now().astimezone(self.desk.zone)
        self._scroll.setWidget(self.grid)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for bar in (self._scroll.verticalScrollBar(), self._scroll.horizontalScrollBar()):
            bar.valueChanged.connect(lambda _value: self.grid.scrolled(-self.grid.pos()))
        self.grid.menu_wanted.connect(lambda card: open_card_menu(self.desk, card))
        for part in (self.header, self.details):
            part.wanted.connect(lambda action_id: self.desk.actions[action_id].trigger())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        spaced(whole, GAP)
        whole.addWidget(self.header)
        whole.addWidget(self.beside, 1)

    def handlers(self) -> Handlers:
        """Return what this screen does for which action id."""
        answers: list[Handlers] = [self._views.handlers(), self._filter_commands.handlers(), self._hand_out.handlers()]
        if self.months.is_shown:
            answers.append(self._month_commands.handlers())
        else:
            who = (self._handover, self._exchange)
            parts = (self._week_commands, self._commands, self._clipboard, *who, self._problems, self._locks)
            answers += [part.handlers() for part in parts]
        answers.append(self._day_notes.handlers())
        return {action: handler for part in answers for action, handler in part.items()}

    def show_target(self, target: str) -> None:
        """Show a shift by its id or a day as 2026-12-04; "" is the week as it stands, with the focus in it."""
        if target in self.desk.roster.shifts_by_id:
            self._views.leave_month()
            self._commands.follow(target)
            return
        try:
            day = date.fromisoformat(target)
        except ValueError:
            self._views.focus_current()
            return
        self.show_day(day, row=None)

    def show_day(self, day: date, *, row: str | None) -> None:
        """Show a day's week with the focus on the day, in the row of an assistant or of open shifts."""
        self.show_week(Week.of(day), wanted=Anchor(None, row, day, column=day.weekday()))
        self.grid.focus_current()

    def show_week(self, week: Week, *, wanted: Anchor | None = None) -> None:
        """Show a week, with the focus where it is wanted, else where it was in the week; say which week it is."""
        by_hour = self.grid.shape is Shape.DAY
        turned = week != self.week or (by_hour and wanted is not None and wanted.day != self.grid.day)
        self.week = week
        self._views.leave_month()
        # What was found last stays on the cards until the rules have looked again, so that nothing flickers.
        known = (self.model.findings, self.model.kept) if self.model.week == week else ((), ())
        self.model = _week_model(self.desk, week, findings=known[0], kept=known[1])
        self._show(wanted)
        self.check_soon.start()
        if turned:
            self.desk.bulletin.said.emit(self.telling.summary())

    def refresh(self) -> None:
        """Draw what is shown anew; a shift keeps the focus wherever it is now."""
        if self.months.is_shown:
            self.months.refresh()
        else:
            self.show_week(self.week)

    def check(self) -> None:
        """Let the rules look at what is shown, and show what they find."""
        if self.months.is_shown:
            self.months.check()
            return
        found = self.findings.of_week(self.desk.roster, self.week)
        still_open, kept = parted(found, self.desk.history.records.all(KeptFinding))
        account = account_line(self.desk.language, self.desk.roster, today=self.desk.today, shown=self.week.monday)
        self.header.show_account(account)
        if (still_open, kept) != (self.model.findings, self.model.kept):
            self.model = _week_model(self.desk, self.week, findings=still_open, kept=kept)
            self._show()

    def _show(self, wanted: Anchor | None = None) -> None:
        language = self.desk.language
        words = CardWording(language, self.desk.zone, finding_words=lambda finding: in_few_words(language, finding))
        self._filter_commands.tell()
        self.grid.load(filtered(self.model, self.filter), language=language, wording=words, wanted=wanted)
        self.telling.show_week()
        self.details.show_current()
        self._landing.answer()

    def retranslate(self) -> None:
        """Make every text again."""
        self.grid.takes_digits = self.desk.keymap.single_letters
        self.header.retranslate(self.desk.language)
        self.telling.name_ways()
        self.details.retranslate()
        self._scroll.setAccessibleName(self.desk.language.text("Week"))
        self.refresh()


def _week_model(desk: Desk, week: Week, *, findings: tuple[Finding, ...], kept: tuple[Kept, ...]) -> WeekModel:
    model = build_week(desk.roster, week, today=desk.today, findings=findings)
    records = desk.history.records
    model = replace(with_uncovered(model, desk.zone), kept=kept)
    return with_notes(with_locks(model, records.all(ShiftLock)), records.all(DayNote))
