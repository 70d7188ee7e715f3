"""The dialog in which a shift is made or changed: times typed freely, Enter saves, Esc closes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from bpa_desktop.domain.shift import Shift, ShiftKind
from bpa_desktop.services.locked import LockedError
from bpa_desktop.services.overdraw import OverdrawnError
from bpa_desktop.texts import error_text, word
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.roster.clock_lines import clock_lines
from bpa_desktop.ui.roster.shift_form import FieldError, FieldName, Typed, field_text, shift_from, typed_from
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.form import Form
from bpa_desktop.ui.widgets.scroll import ScrollColumn
from bpa_desktop.ui.widgets.words import Words

_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ShiftEditor(QDialog):
    """A form over one shift; `keep` takes the shift once what was typed makes sense, and returns its id."""

    kept = Signal(str)
    """The id of the shift, once the dialog is closed."""

    def __init__(self, desk: Desk, parent: QWidget, *, shift: Shift, keep: Callable[[Shift], str]) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shift = shift
        self._keep = keep
        self._near: date = shift.span.first_day(desk.zone)
        self.form = Form(save=self.save, leave=self.reject)
        self.clocks = Words(quiet=True)
        self._build()
        self._fill(typed_from(shift, desk.zone))
        self._show_clocks()
        self.form.changed.connect(self._show_clocks)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def _build(self) -> None:
        text = self._desk.language.text
        title = text("Edit shift") if self._shift.id else text("New shift")
        self.setWindowTitle(title)
        for key, kind, label in (
            ("times", "line", text("&Times, such as 8-15 or 22-8")),
            ("day", "line", text("&Day, such as 4.12")),
            ("assistant", "choice", text("&Assistant")),
            ("kind", "choice", text("&Kind")),
            ("place", "line", text("&Place")),
            ("skills", "line", text("&Requirements, with commas between")),
            ("note", "notes", text("&Note")),
        ):
            self.form.add(key, kind)  # type: ignore[arg-type]  # the kinds of the form, from the table above
            self.form.label(key, label)
        people = [(one.id, one.name) for one in self._desk.roster.assistants]
        self.form.offer("assistant", [("", text("Nobody: an open shift")), *people])
        self.form.offer("kind", [(kind.value, word(self._desk.language, kind)) for kind in ShiftKind])
        scroll = ScrollColumn()
        scroll.setAccessibleName(title)
        scroll.column.addWidget(self.form)
        scroll.column.addWidget(self.clocks)
        scroll.column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        whole.setSpacing(2 * GAP)
        whole.addWidget(scroll, 1)
        whole.addLayout(self._buttons())
        wide = self.fontMetrics().averageCharWidth() * 52
        self.resize(
            wide,
            min(
                self.form.sizeHint().height() + 14 * GAP + 3 * self.fontMetrics().lineSpacing(),
                round(self.screen().availableGeometry().height() * 0.9),
            ),
        )

    def _buttons(self) -> QHBoxLayout:
        save = QPushButton(self._desk.language.text("Save"))
        leave = QPushButton(self._desk.language.text("Cancel"))
        save.setProperty("main", True)
        save.clicked.connect(self.save)
        leave.clicked.connect(self.reject)
        line = QHBoxLayout()
        spaced(line, GAP)
        line.addStretch()
        for button in (leave, save):
            button.setAutoDefault(False)  # Enter saves from every field; on a button it presses that button
            line.addWidget(button)
        return line

    def _fill(self, typed: Typed) -> None:
        self.form.fill(
            {
                "day": typed.day,
                "times": typed.times if self._shift.id else "",
                "assistant": typed.assistant or "",
                "kind": typed.kind.value,
                "place": typed.place,
                "skills": typed.skills,
                "note": typed.note,
            }
        )
        self.form.focus("times")

    def type_times(self, text: str) -> None:
        """Put in what was typed before the dialog was there."""
        self.form.fill({"times": text})

    def _typed(self) -> Typed:
        values = self.form.values()
        return Typed(
            day=values["day"],
            times=values["times"],
            assistant=values["assistant"] or None,
            kind=ShiftKind(values["kind"]),
            place=values["place"],
            skills=values["skills"],
            note=values["note"],
        )

    def _show_clocks(self) -> None:
        """Say how long the shift is on its three clocks, as it is typed; nothing while it makes no sense."""
        try:
            shift = shift_from(self._typed(), shift=self._shift, near=self._near, zone=self._desk.zone)
        except FieldError:
            self.clocks.put("")
        else:
            self.clocks.put(clock_lines(self._desk, shift))

    def save(self) -> None:
        """Hand the shift over and close; or say beside the field what is wrong, and go there."""
        if not self.isVisible():
            return  # Enter reaches the field and then the dialog: the second one finds it closed
        try:
            shift = shift_from(self._typed(), shift=self._shift, near=self._near, zone=self._desk.zone)
            kept = self._keep(shift)
        except FieldError as error:
            self._complain(error.field, field_text(self._desk.language, error))
        except (OverdrawnError, LockedError) as error:
            self._complain(FieldName.TIMES, error_text(self._desk.language, error) or "")
        else:
            self.accept()
            self.kept.emit(kept)

    def _complain(self, field: FieldName, said: str) -> None:
        self.form.complain({field.value: said})
        self._desk.bulletin.refused.emit(said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _ENTERS or isinstance(self.focusWidget(), QPushButton):
            super().keyPressEvent(event)
        elif not isinstance(self.focusWidget(), QLineEdit):  # a line has told the form already
            self.save()
