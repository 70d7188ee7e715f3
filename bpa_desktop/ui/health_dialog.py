"""The health of the open store: what was looked at, and what was found, once it was looked at beside the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from bpa_desktop.i18n import Language
from bpa_desktop.services.health import Check, Health
from bpa_desktop.services.job import CancelledError, Job, Progress
from bpa_desktop.texts import error_text
from bpa_desktop.texts.health import check_text, checked_lines, health_text, spoken_check
from bpa_desktop.ui import a11y
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.flow import FlowLayout
from bpa_desktop.ui.widgets.lines import Lines
from bpa_desktop.ui.widgets.room import open_at
from bpa_desktop.ui.widgets.words import Words
from bpa_desktop.ui.worker import Worker


class HealthDialog(QDialog):
    """A line a check. It begins to look when it is made, and looks again when asked; Esc stops it and closes."""

    help_page = "backups"

    def __init__(self, look: Job[Health], language: Language, parent: QWidget, *, worker: Worker) -> None:
        super().__init__(parent)
        self._look = look
        self._language = language
        self._worker = worker
        self._progress: Progress | None = None
        self._is_closed = False
        text = language.text
        self.setWindowTitle(text("Check of the file and its backups"))
        self.told = a11y.Notification()
        self.told.setWordWrap(True)
        self.list = Lines()
        self.list.setAccessibleName(text("What was looked at"))
        self.stop = QPushButton(text("&Stop"))
        self.again = QPushButton(text("Check &again"))
        self.stop.clicked.connect(self._stop)
        self.again.clicked.connect(self.begin)
        self.finished.connect(self._close)
        self._lay_out()
        self.begin()

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        ways = FlowLayout()
        for button in (self.stop, self.again):
            ways.addWidget(button)
        for button in (self.stop, self.again, close):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        spaced(column, 2 * GAP)
        lead = self._language.text("Everything is read and compared. Nothing is changed, and nothing is sent.")
        for part in (Words(lead), self.told, self.list):
            column.addWidget(part)
        column.addLayout(ways)
        column.addWidget(buttons)
        open_at(self, letters=90, lines=26)

    def begin(self) -> None:
        """Look at everything."""
        self.list.clear()
        self._show_busy(True)
        self.told.setText(self._language.text("Looking…"))
        a11y.announce(self, self.told.text())
        self._progress = self._worker.run(self._look, done=self._show, failed=self._refuse, moved=self._reached)

    def _reached(self, done: int, _of: int) -> None:
        if not self._is_closed:
            now = check_text(self._language, tuple(Check)[done])
            self.told.setText(self._language.text("Looking: {check}", check=now))

    def _show(self, health: Health) -> None:
        """List what was looked at, with the first thing that is wrong chosen."""
        if self._is_closed:
            return
        for one in health.checked:
            item = QListWidgetItem("\n".join(checked_lines(self._language, one)))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken_check(self._language, one))
            self.list.addItem(item)
        wrong = [row for row, one in enumerate(health.checked) if one.problems]
        self._end(health_text(self._language, health))
        self.list.setCurrentRow(wrong[0] if wrong else 0)
        self.list.setFocus()

    def _refuse(self, error: BaseException) -> None:
        if self._is_closed:
            return
        if isinstance(error, CancelledError):
            self._end(self._language.text("Stopped. Not everything was looked at."))
            return
        text = error_text(self._language, error) if isinstance(error, Exception) else None
        self._end(f"▲ {text}" if text is not None else "")
        if text is None:
            raise error

    def _end(self, text: str) -> None:
        self._show_busy(False)
        self.told.setText(text)
        a11y.announce(self, text)

    def _show_busy(self, busy: bool) -> None:
        """Show the one button that does something, with the focus on it where the other had it."""
        shown, other = (self.stop, self.again) if busy else (self.again, self.stop)
        shown.show()
        if other.hasFocus():
            shown.setFocus()
        other.hide()

    def _stop(self) -> None:
        if self._progress is not None:
            self._progress.cancel()

    def _close(self) -> None:
        self._is_closed = True
        self._stop()
