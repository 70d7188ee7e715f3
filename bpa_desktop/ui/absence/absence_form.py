"""AbsenceForm: who is away, when, and by what kind; never why."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bpa_desktop.domain.absence import AbsenceKind
from bpa_desktop.i18n import mark
from bpa_desktop.services.absence import register_absence
from bpa_desktop.texts import span_text, word
from bpa_desktop.ui.absence.entry import WHOLE_DAYS, Problem, entry_for, read_entry, shifts_ahead
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.form import Form
from bpa_desktop.ui.widgets.words import Subtitle

_LABELS = {
    "assistant": mark("Who is away"),
    "what": mark("From what"),
    "from": mark("First day"),
    "to": mark("Last day"),
    "kind": mark("Kind"),
}
_DAYS = ("from", "to")
_PROBLEMS = {
    Problem.NOBODY: mark("Choose who is away."),
    Problem.NO_DAY: mark("Write a day like 4.12.2026."),
    Problem.ENDS_BEFORE: mark("The last day is before the first. Write a later day."),
}


class AbsenceForm(QWidget):
    """Registers an absence in one step, which opens the shifts it covers."""

    registered = Signal(object)
    """The shifts that were opened, in time order."""
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._heading = Subtitle()
        self._form = Form(save=self._register, leave=self.left.emit)
        for key in _LABELS:
            self._form.add(key, "line" if key in _DAYS else "choice")
        for key in ("assistant", "what"):
            box = self._form.findChild(QComboBox, key)
            assert isinstance(box, QComboBox)
            box.currentIndexChanged.connect(lambda _index, changed=key: self._follow(changed))
        self._save, self._leave = QPushButton(), QPushButton()
        self._save.setProperty("main", True)
        self._save.clicked.connect(self._register)
        self._leave.clicked.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 2 * GAP)
        column.setSpacing(2 * GAP)
        column.addWidget(self._heading)
        column.addWidget(self._form)
        buttons = QHBoxLayout()
        buttons.addWidget(self._save)
        buttons.addWidget(self._leave)
        buttons.addStretch()
        column.addLayout(buttons)

    def begin(self, assistant: str = "", shift: str = WHOLE_DAYS) -> None:
        """Start afresh, with an assistant and one of their shifts where they are known."""
        self.retranslate()
        self._form.fill(entry_for(assistant, self._desk.today, shift=WHOLE_DAYS))
        self._follow("assistant")
        self._form.fill({"what": shift})
        self._form.focus("kind" if assistant else "assistant")

    def retranslate(self) -> None:
        """Make every text again."""
        language = self._desk.language
        self._heading.setText(language.text("Register an absence"))
        for key, label in _LABELS.items():
            self._form.label(key, language.text(label))
        people = [(one.id, one.name) for one in self._desk.roster.assistants]
        self._form.offer("assistant", [("", language.text("Choose…")), *people])
        self._form.offer("kind", [(kind.value, word(language, kind)) for kind in AbsenceKind])
        self._save.setText(language.text("Register"))
        self._leave.setText(language.text("Cancel"))
        self._follow("assistant")

    def _follow(self, changed: str) -> None:
        """Offer the shifts of who is chosen, and ask for days only where whole days are meant."""
        values = self._form.values()
        if changed == "assistant":
            language, zone = self._desk.language, self._desk.zone
            ahead = shifts_ahead(self._desk.roster, values["assistant"], now=self._desk.history.clock.now())
            shifts = [(shift.id, span_text(language, shift.span, zone=zone)) for shift in ahead]
            self._form.offer("what", [(WHOLE_DAYS, language.text("whole days")), *shifts])
        for key in _DAYS:
            self._form.show_field(key, self._form.values()["what"] == WHOLE_DAYS)

    def _register(self) -> None:
        entry = read_entry(self._form.values(), self._desk.roster, today=self._desk.today)
        if isinstance(entry, dict):
            texts = {key: self._desk.language.text(_PROBLEMS[problem]) for key, problem in entry.items()}
            self._form.complain(texts)
            self._desk.bulletin.refused.emit(next(iter(texts.values())))
        else:
            self.registered.emit(register_absence(self._desk.history, entry))
