"""The roster screen: who comes when, and is it all right?"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout

from bpa_desktop.domain.account import Ledger
from bpa_desktop.domain.day_note import DayNote
from bpa_desktop.domain.kept_finding import KeptFinding
from bpa_desktop.domain.roster import first_week
from bpa_desktop.domain.shift_lock import ShiftLock
from bpa_desktop.domain.span import Week
from bpa_desktop.i18n import Language
from bpa_desktop.rules.memory import Memory
from bpa_desktop.texts import account_line
from bpa_desktop.ui.desk import Desk, Handlers
from bpa_desktop.ui.roster.backup_commands import BackupCommands
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
from bpa_desktop.ui.roster.hour_zoom import HourZoom
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
from bpa_desktop.ui.roster.undone_place import UndonePlace
from bpa_desktop.ui.roster.view_model import WeekModel, with_findings
from bpa_desktop.ui.roster.views import Views
from bpa_desktop.ui.roster.week_builder import build_week
from bpa_desktop.ui.roster.week_commands import WeekCommands
from bpa_desktop.ui.roster.week_grid import WeekGrid
from bpa_desktop.ui.roster.week_header import WeekHeader
from bpa_desktop.ui.screen import Screen
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.scroll import ScrollArea

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
        self._memory = Memory()
        self._bare = self.model = _without_findings(desk, self.week, memory=self._memory)
        self._scroll = ScrollArea()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._scroll)
        self.beside = Beside(self._stack, self.details)
        self._commands = ShiftCommands(desk, self.grid, frame=self)
        self._answers = GestureAnswers(desk, self.grid, frame=self, commands=self._commands)
        self._handover = ShiftHandover(desk, self.grid, frame=self, commands=self._commands)
        self._exchange = ShiftExchange(desk, self.grid, frame=self, commands=self._commands)
        self._clipboard = Clipboard(desk, self.grid, commands=self._commands)
        self._locks = LockCommands(desk, self._commands)
        self._backups = BackupCommands(desk, self.grid, commands=self._commands)
        self._week_commands = WeekCommands(desk, self)
        self._hand_out = HandOut(desk, self)
        self.findings = Findings(desk.limits)
        self.ledger = Ledger()
        self.check_soon = QTimer(self)
        self.filter = RosterFilter()
        self.telling = Telling(desk, self)
        self._filter_commands = FilterCommands(desk, self)
        self.months = Months(desk, self, stack=self._stack)
        self._month_commands = MonthCommands(desk, self)
        self._day_notes = DayNoteCommands(desk, self)
        self._views = Views(desk, self)
        self.reader = Sentences(desk, self, follow=self._commands.follow, go_to=self._views.go_to)
        self._hour_zoom = HourZoom(desk, self)
        self._undone = UndonePlace(desk, self)
        self._landing = LandingAnswers(desk, self.grid, findings=self.findings)
        self._problems = ProblemCommands(desk, self.grid, frame=self, commands=self._commands)
        self._build()
        _translate(self, self._scroll)
        is_now = self.week == Week.of(desk.today)  # begin where one is in time
        now = Anchor(None, None, desk.today, column=desk.today.weekday())
        self.show_week(self.week, wanted=now if is_now else None)

    def _build(self) -> None:
        self.check_soon.setSingleShot(True)
        self.check_soon.setInterval(0)
        self.check_soon.timeout.connect(self.check)
        self.grid.hours.now.clock = lambda: self.desk.history.clock.now().astimezone(self.desk.zone)
        self._scroll.setWidget(self.grid)
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

    @property
    def is_waiting(self) -> bool:
        """Tell whether the rules have not looked yet at what is shown."""
        return self.check_soon.isActive()

    def handlers(self) -> Handlers:
        """Return what this screen does for which action id."""
        answers: list[Handlers] = [self._views.handlers(), self._filter_commands.handlers(), self._hand_out.handlers()]
        if self.months.is_shown:
            answers.append(self._month_commands.handlers())
        else:
            who = (self._handover, self._exchange, self._backups)
            parts = (self._week_commands, self._commands, self._clipboard, *who, self._problems, self._locks)
            answers += [part.handlers() for part in (*parts, self._hour_zoom)]
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

    def show_week(self, week: Week, *, wanted: Anchor | None = None, told: bool = True) -> None:
        """Show a week, with the focus where it is wanted, else where it was in the week; say which week it is."""
        by_hour = self.grid.shape is Shape.DAY
        turned = week != self.week or (by_hour and wanted is not None and wanted.day != self.grid.day)
        self.week = week
        self._views.leave_month()
        if self.findings.have_seen(self.desk.roster):
            known = _found(self.desk, self.findings, week=week)
        else:  # what was found last stays on the cards until the rules have looked again, so that nothing flickers
            known = (self.model.findings, self.model.kept) if self.model.week == week else ((), ())
        self._bare = _without_findings(self.desk, week, memory=self._memory)
        self.model = _with(known, self._bare, desk=self.desk, memory=self._memory)
        self._show(wanted)
        self.check_soon.start()
        if turned and told:
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
        found = _found(self.desk, self.findings, week=self.week)
        self.header.show_account(_account(self.desk, self.ledger, shown=self.week.monday))
        model = _with(found, self._bare, desk=self.desk, memory=self._memory)
        if model != self.model or self.grid.is_begun_only:
            self.model = model
            self._show()

    def _show(self, wanted: Anchor | None = None) -> None:
        language = self.desk.language
        words = _card_words(language, self.desk.zone)
        self._filter_commands.tell()
        self.grid.load(filtered(self.model, self.filter), language=language, wording=words, wanted=wanted)
        self.telling.show_week()
        self.details.show_current()
        self._landing.answer()

    def retranslate(self) -> None:
        """Make every text again."""
        _translate(self, self._scroll)
        self.refresh()


def _translate(screen: RosterScreen, scroll: QScrollArea) -> None:
    language = screen.desk.language
    screen.grid.takes_digits = screen.desk.keymap.single_letters
    screen.header.retranslate(language)
    screen.telling.name_ways()
    screen.details.retranslate()
    scroll.setAccessibleName(language.text("Week"))


_Found = tuple[tuple["Finding", ...], tuple[Kept, ...]]


def _found(desk: Desk, findings: Findings, *, week: Week) -> _Found:
    """Return what the rules find in a week: what is open, and what was left as it is."""
    return parted(findings.of_week(desk.roster, week), desk.history.records.all(KeptFinding))


def _without_findings(desk: Desk, week: Week, *, memory: Memory) -> WeekModel:
    """Return a week before the rules have looked at it; the very same one where it is asked for again."""
    locks = desk.history.records.all(ShiftLock)

    def built() -> WeekModel:
        return with_locks(build_week(desk.roster, week, today=desk.today, memory=memory), locks)

    return memory.recall("week", (desk.roster, week, desk.today, locks), work_out=built)


def _with(found: _Found, model: WeekModel, *, desk: Desk, memory: Memory) -> WeekModel:
    """Return a week with what the rules have found on its cards, uncovered needs as a row, and the notes above all."""
    told = with_uncovered(with_findings(model, found[0], kept=found[1], memory=memory), desk.zone)
    return with_notes(told, desk.history.records.all(DayNote))


def _account(desk: Desk, ledger: Ledger, *, shown: date) -> str:
    found = ledger.accounts(desk.roster, desk.today, shown=shown)
    return account_line(desk.language, desk.roster, found=found, shown=shown)


@lru_cache(maxsize=1)
def _card_words(language: Language, zone: ZoneInfo) -> CardWording:
    """Return the words of cards: the same ones until the language changes, so that what says the same is kept."""
    return CardWording(language, zone, finding_words=in_few_words)
