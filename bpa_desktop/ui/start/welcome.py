"""Welcome: the first time there is nothing to open. A page, no dialog: nothing has to be answered."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

from bpa_desktop.i18n import Language, mark
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.start.page import StartPage
from bpa_desktop.ui.theme import GAP

_DEMO = mark("A made-up arrangement with its team. Try everything; nothing there is kept.")
_BEGIN = mark("You give it a name and a passphrase. That takes a minute.")
_BACKUP = mark("From a stick, a share or another folder, to a new computer. The backup stays as it is.")
_IMPORT = mark("A file that was exported from BPA Desktop, with a whole arrangement in it.")


class WelcomePage(StartPage):
    """Four ways in."""

    demo_wanted = Signal()
    begin_wanted = Signal()
    backup_wanted = Signal()
    import_wanted = Signal()
    left = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__(language, mark("Welcome to BPA Desktop"))
        self.ways: list[QPushButton] = []
        self.column.addSpacing(GAP)
        self.words(
            mark(
                "Here you plan who assists you and when, find a substitute when somebody falls ill, and see what the "
                "municipality charges. Everything stays on this computer, in one encrypted file; nothing is sent."
            )
        )
        spaced(self.column, GAP // 2)  # each way's words stand by its button
        for source, words, wanted in (
            (mark("See the demo"), _DEMO, self.demo_wanted),
            (mark("Begin my own arrangement"), _BEGIN, self.begin_wanted),
            (mark("Bring back a backup…"), _BACKUP, self.backup_wanted),
            (mark("Bring in a roster file…"), _IMPORT, self.import_wanted),
        ):
            self.column.addSpacing(2 * GAP)
            self.ways.append(self.button(source, wanted.emit, is_main=not self.ways))
            self.words(words)
        self.column.addStretch(1)

    def begin(self) -> None:
        """Put the focus on the first way in."""
        self.ways[0].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class NothingOpenPage(StartPage):
    """What stands in the window when the welcome was left: how to come back."""

    back_wanted = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__(language, mark("No arrangement is open"))
        self.words(
            mark(
                "Begin from the welcome page, or bring in a roster file by the menu File, which also ends the program."
            )
        )
        self._back = self.button(mark("Back to the welcome page"), self.back_wanted.emit, is_main=True)
        self.column.addStretch(1)

    def begin(self) -> None:
        """Put the focus on the way back."""
        self._back.setFocus()
