"""TeamPanel: what is known of one assistant, and in its place the form to change it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from bpa_desktop.domain.team import Assistant
from bpa_desktop.ranking.calls import calls_of, weekends_before
from bpa_desktop.rules.extra_hours import extra_hours_of
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.team.assistant_form import AssistantForm
from bpa_desktop.ui.team.view_model import Line
from bpa_desktop.ui.team.wording import Past, facts
from bpa_desktop.ui.widgets.fact_list import FactList
from bpa_desktop.ui.widgets.scroll import ScrollColumn
from bpa_desktop.ui.widgets.words import Subtitle, Words


class TeamPanel(ScrollColumn):
    """Facts with a button to edit them, or the form."""

    edit_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._heading = Subtitle()
        self._teaching = Words()
        self._facts = FactList()
        self._edit = QPushButton()
        self._edit.clicked.connect(self.edit_wanted)
        self.form = AssistantForm(desk)
        self.form.hide()
        self.column.addWidget(self._heading)
        self.column.addWidget(self._teaching)
        self.column.addWidget(self._facts)
        line = QHBoxLayout()
        line.addWidget(self._edit)
        line.addStretch()
        self.column.addLayout(line)
        self.column.addWidget(self.form)
        self.column.addStretch(1)

    @property
    def is_editing(self) -> bool:
        """Tell whether the form is open."""
        return not self.form.isHidden()

    def show_line(self, line: Line | None) -> None:
        """Show what is known of an assistant, or what the team is for while there is nobody."""
        text = self._desk.language.text
        self.form.hide()
        self._edit.setVisible(line is not None)
        self._facts.setVisible(line is not None)
        self._heading.setText(line.assistant.name if line is not None else text("Who belongs here"))
        teaching = text("Everybody who assists you. Who is here can be given shifts, and be asked to step in.")
        self._teaching.put("" if line is not None else teaching)
        if line is not None:
            desk = self._desk
            extra = extra_hours_of(desk.roster, line.assistant, limits=desk.limits, on=desk.today)
            if extra is not None and desk.hides_kinds:
                extra = replace(extra, causes=())
            now = desk.history.clock.now()
            weekends = weekends_before(desk.roster, now)
            worked = weekends.worked(line.assistant.id), len(weekends.spans)
            past = Past(calls_of(desk.roster, now)[line.assistant.id], worked, extra)
            self._facts.show_facts(facts(desk.language, desk.roster, line=line, past=past))

    def begin(self, assistant: Assistant | None) -> None:
        """Open the form on an assistant, or on a new one."""
        for part in (self._edit, self._facts, self._teaching):
            part.hide()
        self._heading.setText(assistant.name if assistant is not None else self._desk.language.text("New assistant"))
        self.form.show()
        self.form.begin(assistant)

    def retranslate(self) -> None:
        """Make every fixed text again."""
        self.setAccessibleName(self._desk.language.text("Details"))
        self._edit.setText(self._desk.language.text("Edit"))
        self.form.retranslate()
