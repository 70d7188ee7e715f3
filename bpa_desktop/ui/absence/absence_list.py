"""AbsenceList: who is or will be away, and taking one of these away again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bpa_desktop.domain.absence import Absence
from bpa_desktop.domain.roster import Roster
from bpa_desktop.ui.absence.preview import Telling, Told
from bpa_desktop.ui.absence.wording import Wording, absence_texts
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.flow import FlowLayout
from bpa_desktop.ui.widgets.paragraphs import Paragraphs
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
    """A line an absence; what is known of the chosen one and the buttons about it below."""

    change_wanted = Signal()
    back_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._absences: tuple[Absence, ...] = ()
        self._tell: Callable[[Absence], Told] = lambda _absence: ()
        self._heading, self._none, self._details = Subtitle(), Words(quiet=True), Paragraphs()
        self._rows: RowGroup[_AbsenceRow] = RowGroup(_AbsenceRow)
        self._buttons = tuple(QPushButton() for _ in range(3))
        self._rows.pressed.connect(lambda _place: self._buttons[0].setFocus())
        self._rows.chosen.connect(lambda _place: self._show_details())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        spaced(column, GAP)
        for part in (self._heading, self._none, self._rows, self._details):
            column.addWidget(part)
        line = FlowLayout()
        wanted = (self.change_wanted, self.back_wanted, self.remove_wanted)
        for button, signal in zip(self._buttons, wanted, strict=True):
            button.clicked.connect(signal)
            line.addWidget(button)
        column.addLayout(line)

    @property
    def chosen(self) -> Absence | None:
        """The absence that the buttons are about, or None where there is none."""
        return self._absences[self._rows.current] if self._absences else None

    def choose(self, absence_id: str) -> None:
        """Choose an absence, without moving the focus."""
        place = next((place for place, one in enumerate(self._absences) if one.id == absence_id), None)
        if place is not None:
            self._rows.choose(place)
            self._show_details()

    def show_absences(self, absences: tuple[Absence, ...], roster: Roster, *, wording: Wording, tell: Telling) -> None:
        """Show these, and what is told of the chosen one."""
        text = wording.language.text
        chosen = self.chosen
        self._absences, self._tell = absences, tell.of_kept
        self._heading.setText(text("Away now and ahead"))
        self._none.put("" if absences else text("Nobody is registered as away."))
        self._rows.setAccessibleName(text("Away now and ahead"))
        for row, absence in zip(self._rows.set_count(len(absences)), absences, strict=True):
            row.put(*absence_texts(wording, roster, absence=absence, hide_kind=tell.hides_kinds))
        names = (text("Change…"), text("Back at work…"), text("Not away after all"))
        for button, name in zip(self._buttons, names, strict=True):
            button.setText(name)
            button.setVisible(bool(absences))
        if chosen is not None:
            self.choose(chosen.id)
        self._show_details()

    def _show_details(self) -> None:
        absence = self.chosen
        self._details.show_lines(self._tell(absence) if absence is not None else ())
