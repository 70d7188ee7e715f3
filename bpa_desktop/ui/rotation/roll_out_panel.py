"""RollOutPanel: from when to when, and line by line what the pattern would change in the plan."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bpa_desktop.domain.roll_out import RollOut
from bpa_desktop.domain.rotation import Rotation
from bpa_desktop.i18n import mark
from bpa_desktop.services.locked import LockedError
from bpa_desktop.services.overdraw import OverdrawnError
from bpa_desktop.services.rotation import difference, roll_out
from bpa_desktop.texts import error_text
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.rotation.difference_list import DifferenceList
from bpa_desktop.ui.rotation.difference_wording import DifferenceWording
from bpa_desktop.ui.rotation.entry import read_roll_out, roll_out_entry
from bpa_desktop.ui.rotation.pattern_drawer import problem_texts
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.flow import FlowLayout
from bpa_desktop.ui.widgets.form import Form
from bpa_desktop.ui.widgets.words import Subtitle, Words

_LABELS = {"from": mark("From"), "to": mark("To, that day too")}
_LETTERS_WIDE = 60


class RollOutPanel(QWidget):
    """Space ticks a line, Enter does what is ticked, Esc leaves. Nothing is done before that."""

    closed = Signal()
    """It was done, or left."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rotation = ""
        self._plan: RollOut | None = None
        self._heading, self._teaching = Subtitle(), Words(quiet=True)
        self._form = Form(save=self._to_lines, leave=self.closed.emit, beside=True)
        self._form.setMaximumWidth(self.fontMetrics().averageCharWidth() * _LETTERS_WIDE)
        for key in _LABELS:
            self._form.add(key)
        self._form.changed.connect(self._read)
        self._list = DifferenceList(desk.language)
        self._list.accepted.connect(self.accept)
        self._do, self._leave = QPushButton(), QPushButton()
        self._do.setProperty("main", True)
        self._do.clicked.connect(self.accept)
        self._leave.clicked.connect(self.closed)
        self._build()
        self.hide()

    def _build(self) -> None:
        buttons = FlowLayout()
        buttons.addWidget(self._do)
        buttons.addWidget(self._leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        spaced(column, GAP)
        for part in (self._heading, self._teaching, self._form):
            column.addWidget(part)
        column.addWidget(self._list, 1)
        column.addLayout(buttons)

    def open_on(self, rotation: Rotation) -> None:
        """Open on a rotation, with the days it is likely to be rolled out on, and the focus on the first of them."""
        self._rotation = rotation.id
        self._heading.setText(self._desk.language.text("Roll out {name}", name=rotation.name))
        self._form.fill(roll_out_entry(rotation, self._desk.today))
        self._read()
        self.show()
        self._form.focus("from")

    def refresh(self) -> None:
        """Look at the plan anew; where the rotation is gone, there is nothing to roll out."""
        if self.isHidden():
            return
        if self._desk.history.records.get(Rotation, self._rotation) is not None:
            self._read()
        else:
            self.closed.emit()

    def retranslate(self) -> None:
        """Make every fixed text again."""
        text = self._desk.language.text
        for key, label in _LABELS.items():
            self._form.label(key, text(label))
        self._teaching.put(text("Space ticks a line, Enter does what is ticked. What was done by hand stays unticked."))
        self._do.setText(text("Do what is ticked"))
        self._leave.setText(text("Cancel"))
        self._list.retranslate(self._desk.language)

    def accept(self) -> None:
        """Do the ticked lines in one step, and close."""
        plan, ticked = self._plan, self._list.ticked
        if plan is None or not ticked:
            self._desk.bulletin.refused.emit(self._desk.language.text("No line is ticked. Space ticks one."))
            return
        try:
            roll_out(self._desk.history, plan, accepted=ticked)
        except (OverdrawnError, LockedError) as error:
            self._desk.bulletin.refused.emit(error_text(self._desk.language, error) or "")
        else:
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _to_lines(self) -> None:
        """Go from the days to the lines; say it where there are none, or what is wrong with the days."""
        problems = self._read()
        if problems:
            self._form.complain(problems)
            self._desk.bulletin.refused.emit(next(iter(problems.values())))
        elif not self._list.focus_first():
            self._desk.bulletin.said.emit(self._list.sum)

    def _read(self) -> dict[str, str]:
        """Work the lines out for the days that are typed; return what is wrong with the days, by field."""
        desk = self._desk
        found = read_roll_out(self._form.values(), self._rotation, today=desk.today)
        if isinstance(found, RollOut):
            self._plan, problems = found, {}
            wording = DifferenceWording(desk.language, desk.roster)
            self._list.show_lines(difference(desk.history, found), wording=wording)
        else:
            self._plan, problems = None, problem_texts(desk.language, found)
            self._list.clear()
        self._form.complain(problems, focus=False)
        return problems
