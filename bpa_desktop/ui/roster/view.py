"""The roster screen: who comes when, and is it all right?"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout

from bpa_desktop.domain.account import Ledger
from bpa_desktop.domain.kept_finding import KeptFinding
from bpa_desktop.domain.span import Week
from bpa_desktop.i18n import Language
from bpa_desktop.texts import account_line
from bpa_desktop.ui.desk import Desk, Handlers
from bpa_desktop.ui.roster import week_wording
from bpa_desktop.ui.roster.beside import Beside
from bpa_desktop.ui.roster.card_menu import open_card_menu
from bpa_desktop.ui.roster.card_wording import CardWording
from bpa_desktop.ui.roster.clipboard import Clipboard
from bpa_desktop.ui.roster.details import Details
from bpa_desktop.ui.roster.exchange import ShiftExchange
from bpa_desktop.ui.roster.findings import Findings, Kept, in_few_words, parted
from bpa_desktop.ui.roster.gesture_answers import GestureAnswers
from bpa_desktop.ui.roster.grid_cursor import Anchor
from bpa_desktop.ui.roster.hand_out import HandOut
from bpa_desktop.ui.roster.landing_answers import LandingAnswers
from bpa_desktop.ui.roster.problem_commands import ProblemCommands
from bpa_desktop.ui.roster.sentences import Sentences
from bpa_desktop.ui.roster.shift_commands import ShiftCommands
from bpa_desktop.ui.roster.shift_handover import ShiftHandover
from bpa_desktop.ui.roster.view_model import WeekModel, build_week, first_week, with_findings
from bpa_desktop.ui.roster.week_commands import WeekCommands
from bpa_desktop.ui.roster.week_grid import WeekGrid
from bpa_desktop.ui.roster.week_header import WeekHeader
from bpa_desktop.ui.screen import Screen
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
        self.beside = Beside(self._scroll, self.details)
        self._commands = ShiftCommands(desk, self.grid, frame=self)
        self._answers = GestureAnswers(desk, self.grid, frame=self, commands=self._commands)
        self._handover = ShiftHandover(desk, self.grid, frame=self, commands=self._commands)
        self._exchange = ShiftExchange(desk, self.grid, frame=self, commands=self._commands)
        self._clipboard = Clipboard(desk, self.grid, commands=self._commands)
        self._weeks = WeekCommands(desk, self)
        self._hand_out = HandOut(desk, self)
        self.reader = Sentences(desk, self, follow=self._commands.follow, go_to=self._weeks.go_to)
        self.findings = Findings(desk.limits)
        self._ledger = Ledger()
        self._landing = LandingAnswers(desk, self.grid, findings=self.findings)
        self._problems = ProblemCommands(desk, self.grid, frame=self, commands=self._commands)
        self._check_soon = QTimer(self)
        self._build()
        _translate(self, self._scroll)
        is_now = self.week == Week.of(desk.today)  # begin where one is in time
        now = Anchor(None, None, desk.today, column=desk.today.weekday())
        self.show_week(self.week, wanted=now if is_now else None)

    def _build(self) -> None:
        self._check_soon.setSingleShot(True)
        self._check_soon.setInterval(0)
        self._check_soon.timeout.connect(self.check)
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
        whole.setSpacing(GAP)
        whole.addWidget(self.header)
        whole.addWidget(self.beside, 1)

    @property
    def is_waiting(self) -> bool:
        """Tell whether the rules have not looked yet at what is shown."""
        return self._check_soon.isActive()

    def handlers(self) -> Handlers:
        """Return what this screen does for which action id."""
        who = (self._handover, self._exchange)
        parts = (self._weeks, self._commands, self._clipboard, *who, self._problems, self._hand_out)
        return {action: handler for part in parts for action, handler in part.handlers().items()}

    def show_target(self, target: str) -> None:
        """Show a shift by its id or a day as 2026-12-04; "" is the week as it stands, with the focus in it."""
        if target in self.desk.roster.shifts_by_id:
            self._commands.follow(target)
            return
        try:
            day = date.fromisoformat(target)
        except ValueError:
            self.grid.focus_current()
            return
        self.show_day(day, row=None)

    def show_day(self, day: date, *, row: str | None) -> None:
        """Show a day's week with the focus on the day, in the row of an assistant or of open shifts."""
        self.show_week(Week.of(day), wanted=Anchor(None, row, day, column=day.weekday()))
        self.grid.focus_current()

    def show_week(self, week: Week, *, wanted: Anchor | None = None) -> None:
        """Show a week, with the focus where it is wanted, else where it was in the week; say which week it is."""
        turned = week != self.week
        self.week = week
        if self.findings.have_seen(self.desk.roster):
            known = _found(self.desk, self.findings, week=week)
        else:  # what was found last stays on the cards until the rules have looked again, so that nothing flickers
            known = (self.model.findings, self.model.kept) if self.model.week == week else ((), ())
        bare = build_week(self.desk.roster, week, today=self.desk.today)
        self.model = with_findings(bare, known[0], kept=known[1])
        self._show(wanted)
        self._check_soon.start()
        if turned:
            self.desk.bulletin.said.emit(week_wording.summary(self.desk.language, self.model))

    def refresh(self) -> None:
        """Draw the week anew; a shift keeps the focus wherever it is now."""
        self.show_week(self.week)

    def check(self) -> None:
        """Let the rules look at the week, and show what they find."""
        still_open, kept = _found(self.desk, self.findings, week=self.week)
        self.header.show_account(_account(self.desk, self._ledger, shown=self.week.monday))
        model = with_findings(self.model, still_open, kept=kept)
        if model != self.model:
            self.model = model
            self._show()

    def _show(self, wanted: Anchor | None = None) -> None:
        language = self.desk.language
        words = _card_words(language, self.desk.zone)
        self.header.show_week(week_wording.title(language, self.model), week_wording.sentence(language, self.model))
        self.grid.load(self.model, language=language, wording=words, wanted=wanted)
        self.details.show_current()
        self._landing.answer()

    def retranslate(self) -> None:
        """Make every text again."""
        _translate(self, self._scroll)
        self.refresh()


def _translate(screen: RosterScreen, scroll: QScrollArea) -> None:
    language = screen.desk.language
    screen.header.retranslate(language)
    screen.details.retranslate()
    scroll.setAccessibleName(language.text("Week"))


def _found(desk: Desk, findings: Findings, *, week: Week) -> tuple[tuple[Finding, ...], tuple[Kept, ...]]:
    """Return what the rules find in a week: what is open, and what was left as it is."""
    return parted(findings.of_week(desk.roster, week), desk.history.records.all(KeptFinding))


def _account(desk: Desk, ledger: Ledger, *, shown: date) -> str:
    found = ledger.accounts(desk.roster, desk.today, shown=shown)
    return account_line(desk.language, desk.roster, found=found, shown=shown)


@lru_cache(maxsize=1)
def _card_words(language: Language, zone: ZoneInfo) -> CardWording:
    """Return the words of cards: the same ones until the language changes, so that what says the same is kept."""
    return CardWording(language, zone, finding_words=in_few_words)
