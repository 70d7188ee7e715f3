"""The dialog in which a note on a day is written, changed or taken away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bpa_desktop.domain.day_note import LONGEST, DayNote, DayNoteKind, NoteLengthError
from bpa_desktop.domain.span import EmptySpanError
from bpa_desktop.services.day_note import keep_day_note, remove_day_note
from bpa_desktop.texts import capital, word
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.roster.day_note_wording import note_seen
from bpa_desktop.ui.roster.week_entry import NoSuchDayError, parse_day, typed_day
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.form import Form
from bpa_desktop.ui.widgets.room import open_at
from bpa_desktop.ui.widgets.scroll import ScrollColumn
from bpa_desktop.ui.widgets.tab_order import tab_as_laid_out
from bpa_desktop.ui.widgets.words import Words

_NEW = ""


class _FieldError(Exception):
    """Something typed makes no sense: in which field, and the words to say."""

    def __init__(self, field: str, said: str) -> None:
        super().__init__(field)
        self.field = field
        self.said = said


class DayNoteDialog(QDialog):
    """Takes a text, its days and what it is; Enter saves, Esc leaves. Where the day has notes, one of them is chosen.

    It opens on a new one.
    """

    def __init__(self, desk: Desk, parent: QWidget, *, day: date, notes: Sequence[DayNote]) -> None:
        super().__init__(parent)
        self._desk = desk
        self._day = day
        self._notes = {note.id: note for note in notes}
        text = desk.language.text
        self.setWindowTitle(text("Note on the day"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = Form(save=self.save, leave=self.reject)
        self._build_form()
        self.warning = Words(text("Write nothing about anybody's health. The note is never printed, sent or exported."))
        self.remove_button = QPushButton(text("Take the note away"))
        self.remove_button.clicked.connect(self.remove)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        whole.setSpacing(2 * GAP)
        scroll = ScrollColumn()
        scroll.setAccessibleName(self.windowTitle())
        scroll.column.addWidget(self.warning)
        scroll.column.addWidget(self.form)
        scroll.column.addStretch(1)
        whole.addWidget(scroll, 1)
        whole.addLayout(self._buttons())
        open_at(self, letters=60, lines=27 if notes else 23)
        tab_as_laid_out(self)
        self.form.changed.connect(self._follow_choice)
        self.choose(_NEW)

    def _build_form(self) -> None:
        language = self._desk.language
        text = language.text
        for key, kind, label in (
            ("note", "choice", text("&Which note")),
            ("text", "line", text("&Text, at most {n} characters", n=LONGEST)),
            ("first", "line", text("&First day, such as 4.12")),
            ("last", "line", text("&Last day")),
            ("kind", "choice", text("What it &is")),
        ):
            self.form.add(key, kind)  # type: ignore[arg-type]  # the kinds of the form, from the table above
            self.form.label(key, label)
        known = [(note.id, note_seen(note)) for note in self._notes.values()]
        self.form.offer("note", [(_NEW, text("A new note")), *known])
        self.form.offer("kind", [(kind.value, capital(word(language, kind))) for kind in DayNoteKind])
        self.form.show_field("note", bool(self._notes))

    def _buttons(self) -> QHBoxLayout:
        save, leave = QPushButton(self._desk.language.text("Save")), QPushButton(self._desk.language.text("Cancel"))
        save.setProperty("main", True)
        save.clicked.connect(self.save)
        leave.clicked.connect(self.reject)
        line = QHBoxLayout()
        spaced(line, GAP)
        line.addWidget(self.remove_button)
        line.addStretch()
        for button in (self.remove_button, leave, save):
            button.setAutoDefault(False)  # Enter saves from every field; on a button it presses that button
        line.addWidget(leave)
        line.addWidget(save)
        return line

    def choose(self, note_id: str) -> None:
        """Show a note of the day by its id, or an empty one."""
        self._chosen = note_id
        note = self._notes.get(note_id)
        first, last = (note.first, note.last) if note is not None else (self._day, self._day)
        kind = note.kind if note is not None else DayNoteKind.NOTE
        self.form.blockSignals(True)
        self.form.fill(
            {
                "note": note_id,
                "text": note.text if note is not None else "",
                "first": typed_day(first),
                "last": typed_day(last),
                "kind": kind.value,
            }
        )
        self.form.blockSignals(False)
        self.remove_button.setVisible(note is not None)
        self.form.focus("text")

    def _follow_choice(self) -> None:
        chosen = self.form.values()["note"]
        if chosen != self._chosen:
            self.choose(chosen)

    def save(self) -> None:
        """Keep the note and close; or say beside the field what is wrong."""
        if not self.isVisible():
            return  # Enter reaches the field and then the dialog: the second one finds it closed
        try:
            note = self._typed()
        except _FieldError as error:
            self.form.complain({error.field: error.said})
            self._desk.bulletin.refused.emit(error.said)
            return
        self.accept()
        keep_day_note(self._desk.history, note)

    def _typed(self) -> DayNote:
        """Return the note as it is typed. Raises _FieldError."""
        typed, text = self.form.values(), self._desk.language.text
        first = self._typed_day("first", near=self._day)
        last = self._typed_day("last", near=first)
        try:
            return DayNote(self._chosen, first, last, typed["text"].strip(), DayNoteKind(typed["kind"]))
        except EmptySpanError as error:
            raise _FieldError("last", text("The last day is before the first. Write a later day.")) from error
        except NoteLengthError as error:
            raise _FieldError("text", self._length_words(error)) from error

    def _typed_day(self, field: str, *, near: date) -> date:
        typed = self.form.values()[field]
        try:
            return parse_day(typed, near=near)
        except NoSuchDayError as error:
            said = self._desk.language.text("“{typed}” is no day. Write it like 4.12 or 4.12.2026.", typed=typed)
            raise _FieldError(field, said) from error

    def _length_words(self, error: NoteLengthError) -> str:
        if not error.length:
            return self._desk.language.text("Write a few words, or press Esc to leave.")
        return self._desk.language.text(
            "{n} characters are too many. A note has at most {most}.", n=error.length, most=LONGEST
        )

    def remove(self) -> None:
        """Take the chosen note away and close: undo is offered below."""
        self.accept()
        remove_day_note(self._desk.history, self._chosen)
