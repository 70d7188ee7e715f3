"""AssistantForm: taking somebody into the team, and changing what is known of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bpa_desktop.domain.team import Assistant, EmploymentKind
from bpa_desktop.i18n import mark
from bpa_desktop.services.team import add_assistant, edit_assistant
from bpa_desktop.texts import word
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.team.apart import NoSuchPersonError, apart_entry, read_apart, with_apart
from bpa_desktop.ui.team.entry import NotYet, Problem, entry_of, read_entry
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.form import Form, Kind

_LABELS = {
    "name": mark("Name"),
    "phone": mark("Telephone"),
    "email": mark("E-mail"),
    "kind": mark("How employed"),
    "percent": mark("Share of full time, in percent"),
    "from": mark("Employed from, for example 1.3.2026"),
    "to": mark("Employed to (leave empty while it goes on)"),
    "skills": mark("Skills, with commas between"),
    "languages": mark("Languages, with commas between: nb, en"),
    "preference": mark("Your preference, seen by nobody else"),
    "wage": mark("Wage an hour, in kroner"),
    "employee_no": mark("Employee number"),
    "child_days": mark("Days a year with a sick child; empty as the law has it"),
    "address": mark("Address"),
    "travel": mark("Way to work, in minutes"),
    "apart": mark("Never at work together with: names, with commas between"),
    "notes": mark("Notes"),
}
_KINDS: dict[str, Kind] = {"kind": "choice", "preference": "choice", "notes": "notes"}
_PREFERENCES = (
    ("5", mark("5: first of all")),
    ("4", mark("4: gladly")),
    ("3", mark("3: no preference")),
    ("2", mark("2: rather not")),
    ("1", mark("1: last of all")),
)
_PROBLEMS = {
    Problem.NO_NAME: mark("Write a name."),
    Problem.NO_DAY: mark("Write a day like 4.12.2026."),
    Problem.NO_AMOUNT: mark("Write a number like 37,5."),
    Problem.NO_SHARE: mark("Write a share between 0 and 100."),
    Problem.NO_DAYS: mark("Write a whole number of days from 0 to 366."),
    Problem.NO_EMAIL: mark("An e-mail address has an @ in it."),
    Problem.NO_MINUTES: mark("Write whole minutes, like 25."),
    Problem.NO_PERSON: mark("Write names of others in the team."),
    Problem.ENDS_BEFORE: mark("The last day is before the first. Write a later day."),
}


class AssistantForm(QWidget):
    """Nothing is kept until it is saved."""

    kept = Signal(str)
    """The id of the assistant that was added or changed."""
    left = Signal()
    """The form was left without keeping it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._edited: str | None = None
        self._form = Form(save=self._keep, leave=self.left.emit)
        for key in _LABELS:
            self._form.add(key, _KINDS.get(key, "line"))
        self._save, self._leave = QPushButton(), QPushButton()
        self._save.setProperty("main", True)
        self._save.clicked.connect(self._keep)
        self._leave.clicked.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GAP)
        column.addWidget(self._form)
        buttons = QHBoxLayout()
        spaced(buttons, GAP)
        buttons.addWidget(self._save)
        buttons.addWidget(self._leave)
        buttons.addStretch()
        column.addLayout(buttons)

    def begin(self, assistant: Assistant | None) -> None:
        """Show an assistant to be changed, or an empty form, with the focus in its first field."""
        self._edited = assistant.id if assistant is not None else None
        apart = apart_entry(self._desk.roster, assistant)
        self._form.fill({**entry_of(assistant, self._desk.today), "apart": apart})
        self._form.focus("name")

    def retranslate(self) -> None:
        """Make every text again."""
        language = self._desk.language
        for key, label in _LABELS.items():
            self._form.label(key, language.text(label))
        self._form.offer("kind", [(kind, word(language, kind)) for kind in EmploymentKind])
        self._form.offer("preference", [(value, language.text(text)) for value, text in _PREFERENCES])
        self._save.setText(language.text("Save"))
        self._leave.setText(language.text("Cancel"))

    def _keep(self) -> None:
        known = self._desk.roster.assistants_by_id.get(self._edited or "")
        entry = read_entry(self._form.values(), known, today=self._desk.today)
        problems = dict(entry.problems) if isinstance(entry, NotYet) else {}
        apart = self._read_apart(known, problems)
        if problems or isinstance(entry, NotYet):
            self._complain(problems)
            return
        entry = with_apart(self._desk.roster, entry, apart=apart)
        if known is not None:
            edit_assistant(self._desk.history, entry, apart=apart)
            self.kept.emit(entry.id)
        else:
            self.kept.emit(add_assistant(self._desk.history, entry).id)

    def _read_apart(self, known: Assistant | None, problems: dict[str, Problem]) -> tuple[str, ...]:
        try:
            return read_apart(self._desk.roster, self._form.values()["apart"], assistant=known)
        except NoSuchPersonError:
            problems["apart"] = Problem.NO_PERSON
            return ()

    def _complain(self, problems: dict[str, Problem]) -> None:
        texts = {key: self._desk.language.text(_PROBLEMS[problem]) for key, problem in problems.items()}
        self._form.complain(texts)
        self._desk.bulletin.refused.emit(next(texts[key] for key in _LABELS if key in texts))
