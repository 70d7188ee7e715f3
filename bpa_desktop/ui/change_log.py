"""The change log: every step, newest first, read a page at a time; searched by words, person, kind and period."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bpa_desktop.i18n import mark
from bpa_desktop.services.audit import PAGE, Wanted
from bpa_desktop.services.records import NoArrangementError
from bpa_desktop.texts.audit import Logged, LogWords
from bpa_desktop.texts.audit_words import KIND_WORDS
from bpa_desktop.ui import a11y
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.file_save import Wish, choose_place, save_and_say
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.choice import Choice
from bpa_desktop.ui.widgets.flow import FlowLayout
from bpa_desktop.ui.widgets.form import Notes
from bpa_desktop.ui.widgets.lines import Lines
from bpa_desktop.ui.widgets.room import open_at
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

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._listed: list[Logged] = []
        self._last: str | None = None
        text = desk.language.text
        self.setWindowTitle(text("Change log"))
        self.words, self.person, self.kind, self.period = QLineEdit(), Choice(), Choice(), Choice()
        self.kinds = Tick()
        self.kinds.setText(text("Tell the kinds of a&bsences too"))
        self.list = Lines()
        self.list.setAccessibleName(text("Steps, the newest first"))
        self.details = Notes()
        self.details.setReadOnly(True)
        self.details.setAccessibleName(text("What the step changed"))
        self.told = a11y.Notification()
        self.more = QPushButton(text("Show &more"))
        self.save = QPushButton(text("&Save what is listed…"))
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
            form.addRow(label, field)
            field.setAccessibleName(label.replace("&", ""))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        ways = FlowLayout()
        for button in (self.more, self.save):
            button.setAutoDefault(False)
            ways.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        spaced(column, GAP)
        column.addLayout(form)
        for part in (self.kinds, self.told, self.list, self.details):
            column.addWidget(part)
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
        self._listed, self._last = [], None
        self.list.clear()
        self.details.setPlainText("")
        self.read_on()
        self.list.setCurrentRow(0)

    def read_on(self) -> None:
        """List some steps more, from where the list ends; what lies further back is not read yet."""
        words = LogWords(
            self._desk.language,
            self._desk.roster if self._has_roster else None,
            with_absence_kinds=self.kinds.isChecked(),
        )
        before, is_end = len(self._listed), False
        for _ in range(PAGES):
            is_end = self._read_page(words)
            if is_end or len(self._listed) - before >= ENOUGH:
                break
        self.list.addItems([one.line for one in self._listed[before:]])
        self.more.setEnabled(not is_end)
        self.save.setEnabled(bool(self._listed))
        self._tell(is_end)

    def _read_page(self, words: LogWords) -> bool:
        """Read a page; return whether it was the last."""
        wanted, typed = self._wanted, self.words.text()
        page = self._desk.history.entries(self._last, PAGE)
        self._last = page[-1].line.id if page else self._last
        told = (words.logged(entry) for entry in page if wanted.takes(entry))
        self._listed += [one for one in told if one.has(typed)]
        is_before = bool(page) and wanted.since is not None and page[-1].line.at < wanted.since
        return len(page) < PAGE or is_before

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

    def _tell(self, is_end: bool) -> None:
        """Say how many are listed, and whether there may be more."""
        plural = self._desk.language.plural
        text = plural("{n} step", "{n} steps", n=len(self._listed))
        if not is_end:
            text = plural("{n} step so far", "{n} steps so far", n=len(self._listed))
        self.told.setText(text)
        a11y.announce(self, text)

    def _show_details(self, row: int) -> None:
        self.details.setPlainText("\n".join(self._listed[row].details) if 0 <= row < len(self._listed) else "")

    def _save(self) -> None:
        from bpa_desktop.interchange.table_file import write_table

        text = self._desk.language.text
        wish = Wish(text("Save the change log"), text("Tables (*.csv)"), text("change-log.csv"))
        path = choose_place(self, wish)
        if path is not None:
            listing = LogWords(self._desk.language, None).listing(tuple(self._listed))
            save_and_say(self._desk, path, content=write_table(self._desk.language, listing))
