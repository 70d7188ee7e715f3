"""AbsenceForm: who is away, when, and by what kind; never why."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bpa_desktop.domain.absence import WHOLE, Absence, AbsenceKind
from bpa_desktop.domain.roster import held_ahead
from bpa_desktop.domain.substitute import Channel
from bpa_desktop.i18n import mark
from bpa_desktop.services.absence import OverlapError, change_absence, given_away, register_absence
from bpa_desktop.services.history import UnknownRecordError
from bpa_desktop.texts import error_text, name_of, span_text, word
from bpa_desktop.ui.absence.entry import (
    HOURS,
    ONGOING,
    SOMETIMES_HIDDEN,
    UNSAID,
    USUAL,
    WHOLE_DAYS,
    Problem,
    Values,
    ahead_entry,
    entry_for,
    entry_of,
    read_entry,
    shown_fields,
)
from bpa_desktop.ui.absence.hand_back import HandBack
from bpa_desktop.ui.absence.preview import Telling, Told
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.form import Form
from bpa_desktop.ui.widgets.paragraphs import Paragraphs
from bpa_desktop.ui.widgets.words import Subtitle

_LABELS = {
    "assistant": mark("Who is away"),
    "what": mark("From what"),
    "from": mark("First day"),
    "to": mark("Last day"),
    "times": mark("From and to, for example 12-15"),
    "kind": mark("Kind"),
    "grade": mark("How much of the post, in percent"),
    "reported": mark("Reported when, for example 6:10; empty is now"),
    "how": mark("Reported how"),
}
_CHOICES = ("assistant", "what", "kind", "how")
_PROBLEMS = {
    Problem.NOBODY: mark("Choose who is away."),
    Problem.NO_DAY: mark("Write a day like 4.12.2026."),
    Problem.NO_TIMES: mark("Write two times, like 12-15."),
    Problem.NO_GRADE: mark("Write a number from 1 to 100."),
    Problem.NO_MOMENT: mark("Write a time like 6:10, or a day and a time."),
    Problem.NOT_YET: mark("That is later than now."),
    Problem.ENDS_BEFORE: mark("The last day is before the first. Write a later day."),
}


class AbsenceForm(QWidget):
    """Registers an absence, or changes one, in one step; tells before what that opens and gives back."""

    registered = Signal(object)
    """The shifts that were opened, in time order."""
    changed = Signal()
    """An absence was changed."""
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._edited: Absence | None = None
        self._heading, self._preview = Subtitle(), Paragraphs(leading=True)
        self._form = Form(save=self._keep, leave=self.left.emit)
        for key in _LABELS:
            self._form.add(key, "choice" if key in _CHOICES else "line")
        for key in ("assistant", "what"):
            box = self._form.findChild(QComboBox, key)
            assert isinstance(box, QComboBox)
            box.currentIndexChanged.connect(partial(self._follow, key))
        self._hand_back = HandBack(desk, save=self._keep, leave=self.left.emit)
        self._save, self._leave = QPushButton(), QPushButton()
        self._form.changed.connect(self._tell)
        self._save.setProperty("main", True)
        self._save.clicked.connect(self._keep)
        desk.bulletin.settings_changed.connect(self._follow_kinds)
        self._leave.clicked.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 2 * GAP)
        column.setSpacing(2 * GAP)
        for part in (self._heading, self._form, self._hand_back, self._preview):
            column.addWidget(part)
        buttons = QHBoxLayout()
        buttons.addWidget(self._save)
        buttons.addWidget(self._leave)
        buttons.addStretch()
        column.addLayout(buttons)

    def begin(self, assistant: str = "", shift: str = WHOLE_DAYS) -> None:
        """Start afresh, with an assistant and one of their shifts where they are known."""
        self._edited = None
        self.retranslate()
        self._form.fill(_begun(self._desk, entry_for(assistant, self._desk.today, shift=WHOLE_DAYS)))
        self._follow("assistant")
        self._form.fill({"what": shift})
        self._tell()
        self._form.focus("kind" if assistant else "assistant")

    def change(self, absence: Absence) -> None:
        """Start with an absence that is to be changed."""
        self._edited = absence
        self.retranslate()
        values = _begun(self._desk, entry_of(absence, self._desk.roster))
        self._form.fill(values)
        self._follow("assistant")
        self._form.fill(values)
        self._tell()
        self._form.focus("what")

    def retranslate(self) -> None:
        """Make every text again."""
        language, edited = self._desk.language, self._edited
        name = name_of(language, self._desk.roster, assistant=edited.assistant) if edited is not None else ""
        changing = language.text("Change the absence of {name}", name=name)
        self._heading.setText(changing if edited is not None else language.text("Register an absence"))
        for key, label in _LABELS.items():
            self._form.label(key, language.text(label))
        people = [(one.id, one.name) for one in self._desk.roster.assistants]
        self._form.offer("assistant", [("", language.text("Choose…")), *people])
        self._form.show_field("assistant", edited is None)
        if edited is not None:
            self._form.label("reported", language.text("Reported when"))
        unsaid = language.text("as usual") if edited is None else language.text("as registered")
        hidden = [(UNSAID, unsaid)] if self._desk.hides_kinds else []
        self._form.offer("kind", [*hidden, *((kind.value, word(language, kind)) for kind in AbsenceKind)])
        self._form.offer(
            "how", [("", language.text("not said")), *((one.value, word(language, one)) for one in Channel)]
        )
        self._save.setText(language.text("Register") if edited is None else language.text("Save"))
        self._leave.setText(language.text("Cancel"))
        self._follow("assistant")

    def _follow(self, changed: str, _index: int = 0) -> None:
        """Offer the shifts of who is chosen; shifts are opened some way ahead for who is away until further notice."""
        values, language = self._form.values(), self._desk.language
        if changed == "assistant":
            ahead = held_ahead(self._desk.roster, values["assistant"], now=self._desk.history.clock.now())
            shifts = [(one.id, span_text(language, one.span, zone=self._desk.zone)) for one in ahead]
            stretches = [
                (WHOLE_DAYS, language.text("whole days")),
                (HOURS, language.text("some hours")),
                (ONGOING, language.text("until further notice")),
            ]
            self._form.offer("what", [*stretches, *(shifts if self._edited is None else ())])
        elif values["what"] == ONGOING and self._edited is None:
            self._form.fill({"to": ahead_entry(values, self._desk.today)})
        self._tell()

    def _follow_kinds(self) -> None:
        """Leave the kind that is kept, or usual, unsaid while kinds are hidden; one that was chosen anew stays."""
        begun, chosen = self._edited.kind if self._edited is not None else USUAL, self._form.values()["kind"]
        self.retranslate()
        if chosen in (UNSAID, begun):
            self._form.fill(_begun(self._desk, {"kind": begun}))
        self._tell()

    def _tell(self) -> None:
        """Show the fields that mean something, what keeping would do, and who has the shifts given away."""
        values, text = self._form.values(), self._desk.language.text
        shown = shown_fields(values)
        for key in SOMETIMES_HIDDEN:
            self._form.show_field(key, key in shown)
        last = mark("Open shifts to and with") if values["what"] == ONGOING else _LABELS["to"]
        self._form.label("to", text(last))
        entry, desk, edited = self._read(), self._desk, self._edited
        told: Told = ()
        if not isinstance(entry, dict):
            telling = Telling(desk.language, desk.roster, desk.limits, desk.today, desk.hides_kinds)
            told = telling.before_keeping(entry, kept=edited)
            free = entry.span if entry.grade == WHOLE else None
            self._hand_back.ask(given_away(desk.roster, edited, span=free) if edited is not None else ())
        self._preview.show_lines(told)
        self._save.setAccessibleDescription("\n".join(told))

    def _read(self) -> Absence | dict[str, Problem]:
        now = self._desk.history.clock.now()
        return read_entry(self._form.values(), self._desk.roster, now=now, before=self._edited)

    def _keep(self) -> None:
        entry, language = self._read(), self._desk.language
        if isinstance(entry, dict):
            wrong = {key: language.text(_PROBLEMS[problem]) for key, problem in entry.items()}
        else:
            wrong = self._kept(entry)
        self._form.complain(wrong)
        if wrong:
            self._desk.bulletin.refused.emit(next(iter(wrong.values())))

    def _kept(self, absence: Absence) -> dict[str, str]:
        """Register or change; return what is wrong by field, nothing when it was kept."""
        history = self._desk.history
        try:
            if self._edited is None:
                self.registered.emit(register_absence(history, absence))
            else:
                change_absence(history, absence, back=self._hand_back.back)
                self.changed.emit()
        except OverlapError as error:
            return {"what": error_text(self._desk.language, error) or ""}
        except UnknownRecordError:
            return {"what": self._desk.language.text("That is not there any more.")}
        return {}


def _begun(desk: Desk, values: Values) -> Values:
    """Return values that a form begins with: their kind is not said while kinds are hidden."""
    return {**values, "kind": UNSAID} if desk.hides_kinds else values
