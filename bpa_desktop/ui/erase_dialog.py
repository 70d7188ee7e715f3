"""Erasing for good: absences long over, or who somebody was once their employment is over; told before it is done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from bpa_desktop.domain.span import midnight
from bpa_desktop.services.erasure import (
    absences_over,
    employment_over,
    forget_absences,
    forget_assistant,
    usual_day,
)
from bpa_desktop.ui import a11y
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.choice import Choice
from bpa_desktop.ui.widgets.entry import NoDayError, day_entry, parse_day
from bpa_desktop.ui.widgets.room import open_at
from bpa_desktop.ui.widgets.scroll import ScrollColumn
from bpa_desktop.ui.widgets.words import Subtitle, Words
from bpa_desktop.ui.widgets.wrapping import Tick


class EraseDialog(QDialog):
    """Nothing is erased until it is ticked that it cannot be undone. Esc leaves everything."""

    help_page = "log"

    erased = Signal()
    """Something is gone from the log; backups made before hold it still."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        text = desk.language.text
        self.setWindowTitle(text("Erase for good"))
        self.day = QLineEdit(day_entry(usual_day(desk.today)))
        self.person = Choice(letters=8)
        for assistant in employment_over(desk.roster, desk.today):
            if assistant.name != text("Former assistant"):  # that one is erased already
                self.person.addItem(assistant.name, assistant.id)
        self.absences, self.details = a11y.Notification(), Words()
        self.absences.setWordWrap(True)
        self.sure = Tick()
        self.sure.setText(text("I know that this &cannot be undone, nor anything done before it"))
        self.erase_absences = QPushButton(text("Erase these &absences"))
        self.erase_details = QPushButton(text("Erase these &details"))
        self._lay_out()
        self.day.textChanged.connect(lambda _text: self._preview())
        self.person.currentIndexChanged.connect(lambda _index: self._preview())
        self.sure.toggled.connect(lambda _on: self._preview())
        self.erase_absences.clicked.connect(self._forget_absences)
        self.erase_details.clicked.connect(self._forget_details)
        self._preview()
        self.day.setFocus()

    def _lay_out(self) -> None:
        text = self._desk.language.text
        lead = text(
            "What is erased is gone from the arrangement and from the change log. The shifts stay. "
            "Backups hold it still: you are shown them afterwards."
        )
        scroll = ScrollColumn()
        scroll.setAccessibleName(self.windowTitle())
        column = scroll.column
        spaced(column, GAP)
        column.addWidget(Words(lead))
        column.addWidget(self.sure)
        column.addWidget(Subtitle(text("Absences that are over")))
        self._add(column, text("Those over &before"), field=self.day)
        column.addWidget(self.absences)
        column.addWidget(self.erase_absences)
        column.addWidget(Subtitle(text("Somebody who works here no more")))
        self._add(column, text("&Who"), field=self.person)
        column.addWidget(self.details)
        column.addWidget(self.erase_details)
        column.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        spaced(whole, GAP)
        whole.addWidget(scroll)
        whole.addWidget(buttons)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        for button in (self.erase_absences, self.erase_details, close):
            button.setAutoDefault(False)
        open_at(self, letters=80, lines=30)

    @staticmethod
    def _add(column: QVBoxLayout, label: str, *, field: QWidget) -> None:
        words = QLabel(label)
        words.setBuddy(field)
        field.setAccessibleName(label.replace("&", ""))
        column.addWidget(words)
        column.addWidget(field)

    @property
    def _before(self) -> date | None:
        """The day that is typed; none where it is no day, or not over yet."""
        try:
            day = parse_day(self.day.text(), near=self._desk.today)
        except NoDayError:
            return None
        return day if day <= self._desk.today else None

    def _preview(self) -> None:
        """Say what each button would erase, and let those be pressed that would erase something."""
        language, before = self._desk.language, self._before
        count = len(absences_over(self._desk.roster, midnight(before, self._desk.zone))) if before is not None else 0
        if before is None:
            told = language.text("Write a day that is over, such as 1.1.2024.")
        else:
            told = language.plural(
                "{n} absence is erased, with what was taken away before.",
                "{n} absences are erased, with what was taken away before.",
                n=count,
            )
        if told != self.absences.text():
            self.absences.setText(told)
            a11y.announce(self, told)
        self.details.setText(self._told_of_details())
        self.erase_absences.setEnabled(self.sure.isChecked() and before is not None)
        self.erase_details.setEnabled(self.sure.isChecked() and self.person.count() > 0)

    def _told_of_details(self) -> str:
        language, assistant = self._desk.language, self.person.currentData()
        if assistant is None:
            return language.text("Nobody's employment is over.")
        return language.plural(
            "Name, telephone, address, notes and {n} absence are erased. The shifts stay, under “Former assistant”.",
            "Name, telephone, address, notes and {n} absences are erased. The shifts stay, under “Former assistant”.",
            n=len(self._desk.roster.absences_of(assistant)),
        )

    def _forget_absences(self) -> None:
        before = self._before
        if before is not None:
            self._erase(lambda: forget_absences(self._desk.history, midnight(before, self._desk.zone)))

    def _forget_details(self) -> None:
        name = self._desk.language.text("Former assistant")
        self._erase(lambda: forget_assistant(self._desk.history, self.person.currentData(), name=name))

    def _erase(self, erase: Callable[[], object]) -> None:
        erase()
        self.accept()
        self.erased.emit()
