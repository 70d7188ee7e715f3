"""The team: who have I got? A line a person, details beside."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from bpa_desktop.domain.roster import first_week
from bpa_desktop.domain.span import Week
from bpa_desktop.ranking.calls import calls_of
from bpa_desktop.rules.memory import Memory
from bpa_desktop.texts import week_text
from bpa_desktop.ui.desk import Desk, Handlers
from bpa_desktop.ui.screen import Screen
from bpa_desktop.ui.team.calls_table import CallsTable
from bpa_desktop.ui.team.export import export_team
from bpa_desktop.ui.team.panel import TeamPanel
from bpa_desktop.ui.team.sharing import Sharing
from bpa_desktop.ui.team.sharing_model import build_sharing
from bpa_desktop.ui.team.team_row import TeamRow
from bpa_desktop.ui.team.view_model import TeamModel, build_team
from bpa_desktop.ui.team.wording import sentence
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.header import ScreenHeader
from bpa_desktop.ui.widgets.rows import RowGroup
from bpa_desktop.ui.widgets.scroll import ScrollColumn

_LIST_TO_PANEL = (7, 4)


class TeamScreen(Screen):
    """The list, and the panel where an assistant is seen and changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._week = first_week(desk.roster, desk.today)
        self._model: TeamModel = build_team(desk.roster, self._week)
        self._header = ScreenHeader(has_period=True)
        self._rows = RowGroup(TeamRow)
        self._list = ScrollColumn()
        self._sharing, self._turns = Sharing(), Memory()
        self._calls = CallsTable()
        self._panel = TeamPanel(desk)
        self._build()
        self.retranslate()

    def _build(self) -> None:
        self._header.answer_page_keys(self)
        self._header.earlier.connect(lambda: self._show_week(self._week.later(-1)))
        self._header.later.connect(lambda: self._show_week(self._week.later(1)))
        self._header.main_pressed.connect(lambda: self._open_form(None))
        self._rows.chosen.connect(lambda _place: self._show_details())
        self._rows.pressed.connect(self._open_form)
        self._panel.edit_wanted.connect(lambda: self._open_form(self._rows.current))
        self._panel.form.kept.connect(self._close_form)
        self._panel.form.left.connect(self._close_form)
        for table in (self._calls.table, self._sharing.table):
            table.rows.pressed.connect(self._open_form)
        self._list.column.addWidget(self._rows)
        self._list.column.addWidget(self._calls)
        self._list.column.addWidget(self._sharing)
        self._list.column.addStretch(1)
        beside = QHBoxLayout()
        beside.setSpacing(3 * GAP)
        beside.addWidget(self._list, _LIST_TO_PANEL[0])
        beside.addWidget(self._panel, _LIST_TO_PANEL[1])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2 * GAP)
        whole.addWidget(self._header)
        whole.addLayout(beside, 1)

    def handlers(self) -> Handlers:
        """Return what this screen does for which action id."""
        mine: Handlers = {
            "new_assistant": lambda: self._open_form(None),
            "previous_week": lambda: self._show_week(self._week.later(-1)),
            "next_week": lambda: self._show_week(self._week.later(1)),
            "today": lambda: self._show_week(first_week(self.desk.roster, self.desk.today)),
            "side_panel": lambda: self._panel.setVisible(self._panel.isHidden()),
        }
        if self._model.lines:
            mine |= {
                "edit_assistant": lambda: self._open_form(self._rows.current),
                "export_team": lambda: export_team(self.desk, self),
            }
        return mine

    def show_target(self, target: str) -> None:
        """Put the focus on an assistant's line, or on the one that had it."""
        for place, line in enumerate(self._model.lines):
            if line.assistant.id == target:
                self._rows.choose(place)
                self._show_details()
        if self._model.lines:
            self._rows.focus_current()
        else:
            self._header.main.setFocus()

    def refresh(self) -> None:
        """Draw the team anew; a form that is open stays as it is."""
        text = self.desk.language.text
        self._model = build_team(self.desk.roster, self._week)
        self._header.title.setText(text("Team"))
        self._header.lead.setText(sentence(self.desk.language, self._model))
        self._header.show_period(week_text(self.desk.language, self._week))
        self._rows.setAccessibleName(text("Team, {people}", people=len(self._model.lines)))
        rows = self._rows.set_count(len(self._model.lines))
        for row, line in zip(rows, self._model.lines, strict=True):
            row.show_line(self.desk.language, line, model=self._model)
        team = [line.assistant for line in self._model.lines]
        self._calls.show_calls(
            self.desk.language, team, calls=calls_of(self.desk.roster, self.desk.history.clock.now())
        )
        sharing = build_sharing(self.desk.roster, self._model, limits=self.desk.limits, memory=self._turns)
        self._sharing.show_sharing(self.desk.language, sharing)
        if not self._panel.is_editing:
            self._show_details()

    def retranslate(self) -> None:
        """Make every text again."""
        text = self.desk.language.text
        self._list.setAccessibleName(text("Team"))
        self._header.name_steps(text("Previous week"), text("Next week"))
        self._header.main.setText(text("New assistant"))
        self._panel.retranslate()
        self.refresh()

    def _show_week(self, week: Week) -> None:
        self._week = week
        self.refresh()
        self.desk.bulletin.said.emit(week_text(self.desk.language, week))

    def _show_details(self) -> None:
        self._panel.show_line(self._model.lines[self._rows.current] if self._model.lines else None)

    def _open_form(self, place: int | None) -> None:
        """Open the form on the assistant at a place in the list, or on a new one."""
        self._panel.setVisible(True)
        self._panel.begin(self._model.lines[place].assistant if place is not None else None)

    def _close_form(self, assistant_id: str = "") -> None:
        self._show_details()
        self.show_target(assistant_id)
