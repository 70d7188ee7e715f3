"""AbsencePanel: who is away, and the forms that register, change and end an absence."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bpa_desktop.domain.absence import Absence
from bpa_desktop.domain.shift import Shift
from bpa_desktop.services.absence import given_away, remove_absence
from bpa_desktop.ui.absence.absence_form import AbsenceForm
from bpa_desktop.ui.absence.absence_list import AbsenceList
from bpa_desktop.ui.absence.back_drawer import BackDrawer
from bpa_desktop.ui.absence.preview import Telling
from bpa_desktop.ui.absence.statistics_dialog import StatisticsDialog
from bpa_desktop.ui.absence.wording import Wording
from bpa_desktop.ui.desk import Desk, Handlers
from bpa_desktop.ui.widgets.scroll import ScrollColumn


class AbsencePanel(ScrollColumn):
    """One form at a time, above the list."""

    finished = Signal(str)
    """A form was saved or left: the shift to go to, "" for none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._form, self._back, self.absences = AbsenceForm(desk), BackDrawer(desk), AbsenceList()
        self._form.registered.connect(self._after_registering)
        for signal in (self._form.changed, self._form.left, self._back.closed):
            signal.connect(self._leave)
        self.absences.change_wanted.connect(self.change)
        self.absences.back_wanted.connect(self.end)
        self.absences.remove_wanted.connect(partial(self.end, removing=True))
        self._form.hide()
        for part in (self._form, self._back, self.absences):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def handlers(self) -> Handlers:
        """Return what is done for which action id, about the absence that is chosen."""
        found: Handlers = {
            "register_absence": self.register,
            "absence_statistics": partial(_show_statistics, self._desk, self),
        }
        if self.absences.chosen is not None:
            found |= {
                "change_absence": self.change,
                "end_absence": self.end,
                "remove_absence": partial(self.end, removing=True),
            }
        return found

    def register(self, assistant: str = "", shift: str = "") -> None:
        """Open the form, with an assistant and one of their shifts where they are known."""
        self._open(self._form)
        self._form.begin(assistant, shift)

    def change(self) -> None:
        """Open the form about the chosen absence."""
        absence = self.absences.chosen
        if absence is not None:
            self._open(self._form)
            self._form.change(absence)

    def end(self, *, removing: bool = False) -> None:
        """End the chosen absence on a day, or take it away; where a substitute has a shift of it, ask first."""
        absence = self.absences.chosen
        if absence is None:
            return
        if removing and not given_away(self._desk.roster, absence, span=None):
            remove_absence(self._desk.history, absence.id)
            self._leave()
        else:
            self._open(self._back)
            self._back.begin_with(absence, removing=removing)

    def show_absences(self, absences: tuple[Absence, ...], wording: Wording) -> None:
        """Show who is away; a form that is open stays as it is."""
        desk = self._desk
        telling = Telling(desk.language, desk.roster, desk.limits, desk.today, desk.hides_kinds)
        self.absences.show_absences(absences, desk.roster, wording=wording, tell=telling)

    def retranslate(self) -> None:
        """Make every text again."""
        self.setAccessibleName(self._desk.language.text("Details"))
        self._form.retranslate()
        self._back.retranslate()

    def _open(self, form: QWidget) -> None:
        self.setVisible(True)
        for one in (self._form, self._back):
            one.setVisible(one is form)

    def _after_registering(self, opened: tuple[Shift, ...]) -> None:
        self._form.hide()
        self.absences.choose(self._desk.roster.absences[-1].id)
        self.finished.emit(opened[0].id if opened else "")
        if not opened:
            self._desk.bulletin.said.emit(self._desk.language.text("Registered. No shift is touched by it."))

    def _leave(self) -> None:
        self._form.hide()
        self._back.hide()
        self.finished.emit("")


def _show_statistics(desk: Desk, parent: QWidget) -> None:
    """Show how much was lost by which kind, unless kinds are hidden."""
    if desk.hides_kinds:
        text = desk.language.text("The numbers tell kinds. Show the kinds first, in the View menu.")
        desk.bulletin.refused.emit(text)
    else:
        StatisticsDialog(desk, parent).open()
