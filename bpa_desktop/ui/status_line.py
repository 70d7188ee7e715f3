"""The status line: what just happened, spoken too, with undo beside it, and how old the last backup is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from bpa_desktop.i18n import Language
from bpa_desktop.texts import capital
from bpa_desktop.ui import a11y
from bpa_desktop.ui.said import SaidLog, Saying
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.room import turn
from bpa_desktop.ui.widgets.wrapping import Button

_LETTERS_ON_ONE_LINE = 90


class StatusLine(QWidget):
    """Says results and refusals in one place, and keeps them for reading."""

    def __init__(self, undo: QAction, backups: QAction) -> None:
        super().__init__()
        self._text = a11y.Notification()
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._undo = QPushButton()
        self._undo.clicked.connect(undo.trigger)
        undo.changed.connect(self._follow)
        self._action = undo
        self._language: Language | None = None
        self.backup = Button()
        """How old the last backup is; pressed, it shows the backups."""
        self.backup.clicked.connect(backups.trigger)
        self.backup.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * GAP)
        buttons.addWidget(self._undo)
        buttons.addWidget(self.backup)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(2 * GAP)
        self._line.addWidget(self._text, 1)
        self._line.addLayout(buttons)
        self.log = SaidLog()
        self.now: Callable[[], datetime] = lambda: datetime.now(UTC)
        """What tells when something is said."""
        self.as_notification = True
        """Whether a result also appears as a notification, for readers that know no announcements."""
        self._follow()

    @property
    def text(self) -> str:
        """What stands in the line."""
        return self._text.text()

    def say(self, text: str) -> None:
        """Show and speak a result."""
        self._put(text, assertive=False)

    def refuse(self, text: str) -> None:
        """Show and speak a refusal; it interrupts."""
        self._put(text, assertive=True)

    def forget(self) -> None:
        """Show nothing, and keep nothing that was said."""
        self.log = SaidLog()
        self._text.setText("")
        self._follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the text where they would leave it no room."""
        super().resizeEvent(event)
        self._line.setSpacing(GAP if turn(self._line, self, letters=_LETTERS_ON_ONE_LINE) else 2 * GAP)

    def show_backup(self, text: str, spoken: str) -> None:
        """Show how old the last backup is, or nothing at all where nothing is kept; it is not announced."""
        self.backup.setText(text)
        self.backup.setAccessibleName(spoken)
        self.backup.setVisible(bool(text))

    def _put(self, text: str, *, assertive: bool) -> None:
        text = capital(text)
        self.log.add(Saying(self.now(), text, is_refusal=assertive))
        # Hidden and shown again: readers that know no announcements speak a notification that appears.
        self._text.setHidden(self.as_notification)
        self._text.setText(text)
        self._text.show()
        self._follow()
        a11y.announce(self.window(), text, assertive=assertive)

    def _follow(self) -> None:
        """Be there beside what was said, when there is something to undo; named after it in full, as the menu is."""
        self._undo.setVisible(self._action.isEnabled() and bool(self.text))
        self._undo.setAccessibleName(self._action.toolTip())
        key = self._action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        undo = self._language.text("Undo") if self._language is not None else ""
        self._undo.setText(f"{undo} ({key})" if key else undo)

    def retranslate(self, language: Language) -> None:
        """Make the texts again."""
        self._language = language
        self._follow()
