"""The change log: every step, newest first, read a page at a time; searched by words, person, kind and period."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bpa_desktop.i18n import mark
from bpa_desktop.services.audit import PAGE, Wanted
from bpa_desktop.services.records import NoArrangementError
from bpa_desktop.texts.audit import LogWords
from bpa_desktop.texts.audit_words import KIND_WORDS
from bpa_desktop.ui import a11y
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.file_save import Wish, choose_place, save_and_say
from bpa_desktop.ui.log_reading import LogReading
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.choice import Choice
from bpa_desktop.ui.widgets.flow import FlowLayout
from bpa_desktop.ui.widgets.form import Notes
from bpa_desktop.ui.widgets.lines import Lines
from bpa_desktop.ui.widgets.room import open_at
from bpa_desktop.ui.widgets.scroll import ScrollColumn
from bpa_desktop.ui.widgets.wrapping import Tick

ENOUGH = 50
"""So many steps more are listed at once."""
PAGES = 10
"""So many pages are read at once at most, however little in them is looked for."""
_PERIODS = (
    (0, mark("All the time")),
    (7, mark("The last 7 days")),
    (30, mark("The last 30 days")),
    (365, mark("The last 12 months")),
)


class ChangeLog(QDialog):
    """A line a step; what it changed stands below. Esc closes."""

    help_page = "log"

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        text = desk.language.text
        self.setWindowTitle(text("Change log"))
        self.words = QLineEdit()
        self.person, self.kind, self.period = (Choice(letters=8) for _ in range(3))
        self.kinds = Tick()
        self.kinds.setText(text("Tell the kinds of a&bsences too"))
        self.list = Lines(least=6)
        self.list.setAccessibleName(text("Steps, the newest first"))
        self.details = Notes()
        self.details.setReadOnly(True)
        self.details.setAccessibleName(text("What the step changed"))
        self.told = a11y.Notification()
        self.more = QPushButton(text("Show &more"))
        self.save = QPushButton(text("&Save all that is found…"))
        self._fill_choices()
        self._lay_out()
        self._listen()
        self.search()
        self.list.setFocus()

    def _fill_choices(self) -> None:
        text = self._desk.language.text
        self.person.addItem(text("Everybody"), None)
        for assistant in self._desk.roster.assistants if self._has_roster else ():
            self.person.addItem(assistant.name, assistant.id)
        self.kind.addItem(text("Everything"), None)
        for kind, source in KIND_WORDS.items():
            self.kind.addItem(text(source), kind)
        for days, source in _PERIODS:
            self.period.addItem(text(source), days)

    def _lay_out(self) -> None:
        text, form = self._desk.language.text, QFormLayout()
        for label, field in (
            (text("&Words"), self.words),
            (text("&Person"), self.person),
            (text("&Kind"), self.kind),
            (text("Perio&d"), self.period),
        ):
            words = QLabel(label)
            words.setBuddy(field)
            words.setMinimumWidth(words.sizeHint().width() + GAP)  # by its mark a letter stands apart from the next
            form.addRow(words, field)
            field.setAccessibleName(label.replace("&", ""))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        ways = FlowLayout()
        for button in (self.more, self.save):
            button.setAutoDefault(False)
            ways.addWidget(button)
        scroll, column = ScrollColumn(), QVBoxLayout(self)
        scroll.setAccessibleName(self.windowTitle())
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        for one in (column, scroll.column):
            spaced(one, GAP)
        scroll.column.addLayout(form)
        for part in (self.kinds, self.told, self.list, self.details):
            scroll.column.addWidget(part)
        column.addWidget(scroll)
        column.addLayout(ways)
        column.addWidget(buttons)
        open_at(self, letters=100, lines=34)

    def _listen(self) -> None:
        self.words.returnPressed.connect(self.search)
        for choice in (self.person, self.kind, self.period):
            choice.currentIndexChanged.connect(lambda _index: self.search())
        self.kinds.toggled.connect(lambda _on: self.search())
        self.list.currentRowChanged.connect(self._show_details)
        self.more.clicked.connect(self.read_on)
        self.save.clicked.connect(self._save)

    def search(self) -> None:
        """List anew what is looked for, the newest first."""
        roster = self._desk.roster if self._has_roster else None
        words = LogWords(self._desk.language, roster, with_absence_kinds=self.kinds.isChecked())
        self._reading = LogReading(self._desk.history, words, self._wanted, self.words.text())
        self.list.clear()
        self.details.setPlainText("")
        self.read_on()
        self.list.setCurrentRow(0)

    def read_on(self) -> None:
        """List some steps more, from where the list ends."""
        reading, listed = self._reading, self.list.count()
        for _ in range(PAGES):
            if reading.is_end or len(reading.found) - listed >= ENOUGH:
                break
            reading.read(PAGE)
        self.list.addItems([one.line for one in reading.found[listed : listed + ENOUGH]])
        self._tell()

    @property
    def _has_roster(self) -> bool:
        try:
            return self._desk.roster is not None
        except NoArrangementError:
            return False

    @property
    def _wanted(self) -> Wanted:
        days, now = self.period.currentData(), self._desk.history.clock.now()
        since = now - timedelta(days=days) if days else None
        return Wanted(self.person.currentData(), self.kind.currentData(), since)

    def _tell(self) -> None:
        """Say how many are listed, and whether there may be more."""
        plural, listed = self._desk.language.plural, self.list.count()
        is_all = self._reading.is_end and listed == len(self._reading.found)
        text = plural("{n} step", "{n} steps", n=listed)
        if not is_all:
            text = plural("{n} step so far", "{n} steps so far", n=listed)
        self.more.setEnabled(not is_all)
        self.save.setEnabled(bool(listed) or not is_all)
        self.told.setText(text)
        a11y.announce(self, text)

    def _show_details(self, row: int) -> None:
        found = self._reading.found
        self.details.setPlainText("\n".join(found[row].details) if 0 <= row < len(found) else "")

    def _save(self) -> None:
        text = self._desk.language.text
        wish = Wish(text("Save the change log"), text("Tables (*.csv)"), text("change-log.csv"))
        path = choose_place(self, wish)
        if path is not None:
            self._save_all(self._reading, path)

    def _save_all(self, reading: LogReading, path: Path) -> None:
        """Read what is looked for to the end of the log, a page at a time so that keys are answered, and save it."""
        if not self.isVisible():
            return
        if not reading.is_end:
            reading.read(PAGE)
            plural = self._desk.language.plural
            self.told.setText(plural("Reading: {n} step so far", "Reading: {n} steps so far", n=len(reading.found)))
            QTimer.singleShot(0, self, lambda: self._save_all(reading, path))
            return
        from bpa_desktop.interchange.table_file import write_table

        self._tell()
        content = write_table(self._desk.language, reading.words.listing(tuple(reading.found)))
        save_and_say(self._desk, path, content=content)
