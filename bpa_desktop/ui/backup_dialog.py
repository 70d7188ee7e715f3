"""The backups: made now, kept in a second place too, and brought back once it is clear what that changes."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from bpa_desktop.services.backup import Backup, changes_to
from bpa_desktop.services.locked import LockedError
from bpa_desktop.services.restoring import restore_backup
from bpa_desktop.services.step import Slot
from bpa_desktop.services.trouble import OtherStoreError, WrongKeyError
from bpa_desktop.texts import error_text
from bpa_desktop.texts.backup import difference_text, second_place_text, whole_text
from bpa_desktop.ui import a11y
from bpa_desktop.ui.backup_keeper import Keeper, backup_line
from bpa_desktop.ui.file_save import choose_folder
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.flow import FlowLayout
from bpa_desktop.ui.widgets.lines import Lines
from bpa_desktop.ui.widgets.room import open_at
from bpa_desktop.ui.widgets.scroll import ScrollColumn
from bpa_desktop.ui.widgets.words import Words
from bpa_desktop.ui.worker import is_gone


class BackupsDialog(QDialog):
    """A line a backup or a copy set aside, newest first; Enter shows what bringing it back changes. Esc closes."""

    help_page = "backups"

    def __init__(self, keeper: Keeper, parent: QWidget) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._desk = keeper.desk
        self._backups: tuple[Backup, ...] = ()
        self._content: tuple[Slot, ...] | None = None
        text = self._desk.language.text
        self.setWindowTitle(text("Backups"))
        self.list = Lines(least=6)
        self.list.setAccessibleName(text("Backups, the newest first"))
        self.list.currentRowChanged.connect(lambda _row: self._forget())
        self.list.chosen.connect(self.look)
        self.difference = a11y.Notification()
        self.difference.setWordWrap(True)
        self.then, self._then_label = QLineEdit(), Words(text("Passphrase of the backup"))
        self.then.setEchoMode(QLineEdit.EchoMode.Password)
        self.then.setAccessibleName(self._then_label.text())
        self.then.returnPressed.connect(self.look)
        self._then_label.setBuddy(self.then)
        self.second, self.whole = Words(), Words(quiet=True)
        self._choose = QPushButton(text("Choose a second &place…"))
        self._choose.clicked.connect(self._choose_place)
        self._drop = QPushButton(text("&No second place"))
        self._drop.clicked.connect(lambda: self._keeper.choose_second_place(None))
        self._lay_out()
        keeper.changed.connect(self._fill)
        self._fill()
        self.list.setFocus()

    def _lay_out(self) -> None:
        text = self._desk.language.text
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.see = QPushButton(text("&See what would change"))
        self.see.clicked.connect(self.look)
        self.restore = QPushButton(text("&Bring it back"))
        self.restore.setProperty("main", True)
        self.restore.clicked.connect(self.bring_back)
        self.make = QPushButton(text("&Make a backup now"))
        self.make.clicked.connect(lambda: self._keeper.make())
        places, ways = FlowLayout(), FlowLayout()
        for line, parts in ((ways, (self.see, self.restore, self.make)), (places, (self._choose, self._drop))):
            for button in parts:
                button.setAutoDefault(False)
                line.addWidget(button)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        scroll, column = ScrollColumn(), QVBoxLayout(self)
        scroll.setAccessibleName(self.windowTitle())
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        for one in (column, scroll.column):
            spaced(one, 2 * GAP)
        lead = text(
            "While you work, a copy is made every half hour, opened and checked. Bringing one back can be undone."
        )
        for part in (Words(lead), self.list, self.difference, self._then_label, self.then):
            scroll.column.addWidget(part)
        scroll.column.addLayout(ways)
        scroll.column.addWidget(self.whole)
        scroll.column.addWidget(self.second)
        scroll.column.addLayout(places)
        column.addWidget(scroll)
        column.addWidget(buttons)
        open_at(self, letters=100, lines=30)

    @property
    def _chosen(self) -> Backup | None:
        row = self.list.currentRow()
        return self._backups[row] if 0 <= row < len(self._backups) else None

    def _fill(self) -> None:
        """List everything anew, with the choice where it was."""
        chosen, shelved = self._chosen, self._keeper.shelved
        with QSignalBlocker(self.list):
            self.list.clear()
            self.list.addItems([backup_line(self._keeper, backup) for backup in shelved.copies])
            ids = [backup.id for backup in shelved.copies]
            is_there = chosen is not None and chosen.id in ids
            self.list.setCurrentRow(ids.index(chosen.id) if chosen is not None and is_there else 0)
        self._backups = shelved.copies
        if not is_there:
            self._forget()
        now = self._desk.history.clock.now()
        self.second.put(second_place_text(self._desk.language, shelved.second, now=now, zone=self._keeper.zone))
        self.whole.put(whole_text(self._desk.language, shelved, now=now, zone=self._keeper.zone))
        self._drop.setVisible(shelved.second is not None)
        self.see.setEnabled(bool(ids))

    def _forget(self) -> None:
        """Take what was said of another backup away."""
        self._content = None
        self.restore.setEnabled(False)
        self.then.clear()
        for part in (self.difference, self._then_label, self.then):
            part.hide()

    def look(self) -> None:
        """Read the chosen backup, and say what bringing it back changes."""
        backup = self._chosen
        if backup is not None:
            self._keeper.content(
                backup,
                self.then.text() if self.then.isVisible() else None,
                done=lambda content: self._show_difference(backup, content),
                failed=lambda error: self._refuse(backup, error),
            )

    def _show_difference(self, backup: Backup, content: tuple[Slot, ...]) -> None:
        if is_gone(self) or backup != self._chosen:
            return  # closed, or another was chosen meanwhile
        changes = changes_to(self._desk.history.records, content)
        self._content = content if changes else None
        self.restore.setEnabled(bool(changes))
        self._tell(difference_text(self._desk.language, changes))

    def bring_back(self) -> None:
        """Make everything as it was then, in one step, and close."""
        if self._content is None:
            return
        try:
            restore_backup(self._desk.history, self._content)
        except LockedError as error:
            self._refuse(self._chosen, error)
        else:
            self.accept()

    def _refuse(self, backup: Backup | None, error: Exception) -> None:
        """Say why it cannot be, and ask for a backup's own passphrase where it is under a key of before."""
        text = error_text(self._desk.language, error)
        if text is None:
            raise error
        if is_gone(self) or backup != self._chosen:
            return  # closed, or another was chosen meanwhile
        self._tell(f"▲ {text}", assertive=True)
        if isinstance(error, WrongKeyError) and not isinstance(error, OtherStoreError):
            for part in (self._then_label, self.then):
                part.show()
            self.then.setFocus()
            self.then.selectAll()

    def _tell(self, text: str, *, assertive: bool = False) -> None:
        self.difference.setText(text)
        self.difference.show()
        a11y.announce(self, text, assertive=assertive)

    def _choose_place(self) -> None:
        chosen = choose_folder(self, self._desk.language.text("A stick or a share for a second copy"))
        if chosen is not None:
            self._keeper.choose_second_place(chosen)
