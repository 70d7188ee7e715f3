"""Welcome: the first time there is nothing to open. A page, no dialog: nothing has to be answered."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from bpa_desktop.i18n import Language, mark
from bpa_desktop.ui.start.page import StartPage


class WelcomePage(StartPage):
    """Three ways in."""

    demo_wanted = Signal()
    begin_wanted = Signal()
    import_wanted = Signal()
    left = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__(language, mark("Welcome to BPA Desktop"))
        self.words(
            mark(
                "Here you plan who assists you and when, find a substitute when somebody falls ill, and see what the "
                "municipality charges. Everything stays on this computer, in one encrypted file; nothing is sent."
            )
        )
        self._demo = self.button(mark("See the demo"), self.demo_wanted.emit, is_main=True)
        self.words(mark("A made-up arrangement with its team. Try everything; nothing there is kept."))
        self.button(mark("Begin my own arrangement"), self.begin_wanted.emit)
        self.words(mark("You give it a name and a passphrase. That takes a minute."))
        self.button(mark("Bring in a roster file…"), self.import_wanted.emit)
        self.words(mark("A file that was exported from BPA Desktop, with a whole arrangement in it."))
        self.column.addStretch(1)

    def begin(self) -> None:
        """Put the focus on the first way in."""
        self._demo.setFocus()

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
        self.words(mark("Begin from the welcome page, or bring in a roster file with Ctrl+O. Ctrl+Q ends the program."))
        self._back = self.button(mark("Back to the welcome page"), self.back_wanted.emit, is_main=True)
        self.column.addStretch(1)

    def begin(self) -> None:
        """Put the focus on the way back."""
        self._back.setFocus()
