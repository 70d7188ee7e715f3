"""What still holds, or opens with, what is not to be known any more; deleted once there is a newer backup."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from bpa_desktop.ui import a11y
from bpa_desktop.ui.backup_keeper import Keeper, backup_line
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.lines import Lines
from bpa_desktop.ui.widgets.room import open_at
from bpa_desktop.ui.widgets.words import Words


class HoldingDialog(QDialog):
    """A line a backup, or a copy set aside, of until a moment; one button deletes them all. Esc leaves them."""

    help_page = "log"

    def __init__(self, keeper: Keeper, moment: datetime, *, lead: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._moment = moment
        text = keeper.desk.language.text
        self.setWindowTitle(text("Older backups"))
        self.list = Lines()
        self.list.setAccessibleName(text("Backups made before, the newest first"))
        self.told = a11y.Notification()
        self.told.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        self.delete = QPushButton(text("&Delete these backups"))
        self.delete.setAutoDefault(False)
        self.delete.clicked.connect(self._delete)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        spaced(column, 2 * GAP)
        safe = text("A new backup is made and checked first. Deleted ones cannot be brought back.")
        for part in (Words(lead), self.list, Words(safe, quiet=True), self.told, self.delete, buttons):
            column.addWidget(part)
        open_at(self, letters=80, lines=24)
        keeper.changed.connect(self._fill)
        self._fill()
        keeper.look()

    def _fill(self) -> None:
        """List what is there still."""
        keeper, text = self._keeper, self._keeper.desk.language.text
        older = [backup for backup in keeper.shelved.copies if backup.at <= self._moment]
        self.list.clear()
        self.list.addItems([backup_line(keeper, backup) for backup in older])
        self.list.setCurrentRow(0)
        self.delete.setEnabled(bool(older))
        second = keeper.shelved.second
        if second is not None and not second.folder.is_dir():
            self._tell(text("The second place is not there. Connect it, and open this again."))
        else:
            self._tell("" if older else text("No older backup is left."))

    def _delete(self) -> None:
        self.delete.setEnabled(False)
        self._keeper.delete_until(self._moment)

    def _tell(self, text: str) -> None:
        self.told.setText(text)
        self.told.setVisible(bool(text))
        if text:
            a11y.announce(self, text)
