"""The hour account: how many hours are left, and will they do?"""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.domain.award import Award
from bpa_desktop.domain.shift import Shift
from bpa_desktop.services.step import Step
from bpa_desktop.texts import account_sentence
from bpa_desktop.ui.account.column import AccountColumn
from bpa_desktop.ui.account.view_model import AccountModel, build_accounts, neighbour
from bpa_desktop.ui.account.wording import period_text
from bpa_desktop.ui.desk import Desk, Handlers
from bpa_desktop.ui.screen import Screen
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.header import ScreenHeader


class AccountScreen(Screen):
    """The awards in force, each with its account; back and forth by period."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._shown = desk.today
        self._models: tuple[AccountModel, ...] = ()
        self._header = ScreenHeader(has_period=True)
        self._column = AccountColumn(desk, self._header.main)
        self._header.answer_page_keys(self)
        self._header.earlier.connect(lambda: self._turn(-1))
        self._header.later.connect(lambda: self._turn(1))
        self._header.main_pressed.connect(self._column.enter_award)
        self._column.award_kept.connect(self._show_award)
        self._column.week_wanted.connect(lambda monday: desk.bulletin.wanted.emit("roster", monday))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2 * GAP)
        whole.addWidget(self._header)
        whole.addWidget(self._column, 1)
        self.retranslate()

    def handlers(self) -> Handlers:
        """Return what this screen does for which action id."""
        mine: Handlers = {"today": self._to_today, "new_award": self._column.enter_award}
        return {**mine, "edit_award": self._column.edit_award} if self._models else mine

    def show_target(self, target: str) -> None:
        """Begin at the top, with the whole in sight; the weeks are the next stop."""
        self._header.focus_later()

    def concerns(self, step: Step) -> bool:
        """Tell whether a step changes what is granted or drawn."""
        return step.touches(Shift, Award, Arrangement)

    def retranslate(self) -> None:
        """Make every text again."""
        text = self.desk.language.text
        self._header.title.setText(text("Hour account"))
        self._header.name_steps(text("Previous period"), text("Next period"))
        self._header.main.setText(text("New award"))
        self._column.retranslate()
        super().retranslate()

    def refresh(self) -> None:
        """Count anew."""
        language = self.desk.language
        self._models = build_accounts(self.desk.roster, self._shown, today=self.desk.today)
        self._column.show_accounts(self._models)
        self._header.show_period(period_text(language, self._models[0].account) if self._models else "")
        self._header.lead.put(account_sentence(language, self._models[0].account) if len(self._models) == 1 else "")

    def _show_award(self, award: Award) -> None:
        """Go to where an award is in force, if it is not just now."""
        self._shown = self.desk.today if self.desk.today in award.days else award.days.first or self.desk.today
        self.refresh()

    def _turn(self, by: int) -> None:
        if self._models:
            self._shown = neighbour(self._models[0], by)
            self.refresh()
            self._say_period()

    def _to_today(self) -> None:
        self._shown = self.desk.today
        self.refresh()
        self._say_period()

    def _say_period(self) -> None:
        if self._models:
            self.desk.bulletin.said.emit(period_text(self.desk.language, self._models[0].account))
