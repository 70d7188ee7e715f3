"""HandBack: shifts that a substitute took, and for each whether it goes back to who was planned."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bpa_desktop.domain.shift import Shift
from bpa_desktop.texts import name_of, span_text
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.form import Form
from bpa_desktop.ui.widgets.words import Words

_STAYS = ""


class HandBack(QWidget):
    """A choice a shift; it stays with the substitute until the user says otherwise."""

    def __init__(self, desk: Desk, *, save: Callable[[], None], leave: Callable[[], None]) -> None:
        super().__init__()
        self._desk = desk
        self._shifts: tuple[Shift, ...] = ()
        self._count = 0
        self._heading = Words(bold=True)
        self._form = Form(save=save, leave=leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        spaced(column, GAP)
        column.addWidget(self._heading)
        column.addWidget(self._form)
        self.hide()

    @property
    def back(self) -> tuple[str, ...]:
        """The shifts that go back, by id."""
        chosen = self._form.values()
        return tuple(one for place in range(len(self._shifts)) if (one := chosen[str(place)]) != _STAYS)

    def ask(self, shifts: tuple[Shift, ...]) -> None:
        """Ask about these; what was chosen for the same ones before stays chosen."""
        text = self._desk.language.text
        same = shifts == self._shifts
        self._shifts = shifts
        self._heading.setText(text("A substitute has these shifts. Who has them now?"))
        while self._count < len(shifts):
            self._form.add(str(self._count), "choice")
            self._count += 1
        for place in range(self._count):
            self._form.show_field(str(place), place < len(shifts))
        for place, shift in enumerate(shifts):
            self._offer(str(place), shift)
            if not same:
                self._form.fill({str(place): _STAYS})
        self.setVisible(bool(shifts))

    def focus(self) -> None:
        """Put the focus on the first choice."""
        self._form.focus("0")

    def _offer(self, key: str, shift: Shift) -> None:
        language, roster = self._desk.language, self._desk.roster
        self._form.label(key, span_text(language, shift.span, zone=self._desk.zone))
        substitute = name_of(language, roster, assistant=roster.expected(shift))
        planned = name_of(language, roster, assistant=shift.assistant)
        self._form.offer(
            key,
            [
                (_STAYS, language.text("stays with {name}", name=substitute)),
                (shift.id, language.text("back to {name}", name=planned)),
            ],
        )
