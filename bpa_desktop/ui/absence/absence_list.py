"""AbsenceList: who is or will be away, and taking one of these away again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bpa_desktop.domain.absence import Absence
from bpa_desktop.domain.roster import Roster
from bpa_desktop.ui.absence.wording import Wording, absence_texts
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.rows import Row, RowGroup
from bpa_desktop.ui.widgets.words import Subtitle, Words


class _AbsenceRow(Row):
    """Who, when, which kind."""

    def __init__(self) -> None:
        super().__init__()
        self._name, self._when = Words(bold=True), Words(quiet=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, GAP, GAP, GAP)
        column.setSpacing(0)
        column.addWidget(self._name)
        column.addWidget(self._when)

    def put(self, name: str, when: str) -> None:
        """Show an absence."""
        self._name.setText(name)
        self._when.setText(when)
        self.name = f"{name}, {when}"


class AbsenceList(QWidget):
    """A line an absence; the button below is about the chosen one."""

    remove_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._absences: tuple[Absence, ...] = ()
        self._heading, self._none = Subtitle(), Words(quiet=True)
        self._rows: RowGroup[_AbsenceRow] = RowGroup(_AbsenceRow)
        self._remove = QPushButton()
        self._remove.clicked.connect(self.remove_wanted)
        self._rows.pressed.connect(lambda _place: self._remove.setFocus())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        spaced(column, GAP)
        for part in (self._heading, self._none, self._rows):
            column.addWidget(part)
        line = QHBoxLayout()
        line.addWidget(self._remove)
        line.addStretch()
        column.addLayout(line)

    @property
    def chosen(self) -> Absence | None:
        """The absence that the button is about, or None where there is none."""
        return self._absences[self._rows.current] if self._absences else None

    def show_absences(self, absences: tuple[Absence, ...], roster: Roster, *, wording: Wording) -> None:
        """Show these."""
        text = wording.language.text
        self._absences = absences
        self._heading.setText(text("Away now and ahead"))
        self._none.put("" if absences else text("Nobody is registered as away."))
        self._rows.setAccessibleName(text("Away now and ahead"))
        for row, absence in zip(self._rows.set_count(len(absences)), absences, strict=True):
            row.put(*absence_texts(wording, roster, absence=absence))
        self._remove.setText(text("Not away after all"))
        self._remove.setVisible(bool(absences))
