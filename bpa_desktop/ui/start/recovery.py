"""The recovery code, shown once: copy it, save it, print it, and go on when it is kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase, QTextDocument
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit

from bpa_desktop.i18n import Language, mark
from bpa_desktop.ui import a11y, clipboard
from bpa_desktop.ui.file_save import save_file
from bpa_desktop.ui.start.page import StartPage
from bpa_desktop.ui.theme import GAP

_LINES = 3
_BY_MOUSE_AND_KEY = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class RecoveryPage(StartPage):
    """The code is in no file and no log; it is forgotten when the page goes."""

    help_page = "locking"

    kept = Signal()

    def __init__(self, language: Language, code: str) -> None:
        super().__init__(language, mark("Keep your recovery code"))
        self.words(
            mark(
                "This code opens the file when the passphrase is forgotten. It is shown this one time. Without the "
                "passphrase and the code, what you write here can never be read again, by you or by anybody."
            )
        )
        self._code = QPlainTextEdit(code)  # several lines: a code that is cut at the edge is no code
        self._code.setReadOnly(True)
        self._code.setTabChangesFocus(True)
        self._code.setTextInteractionFlags(_BY_MOUSE_AND_KEY)
        self._code.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF() * 1.25)
        self._code.setFont(font)
        self._code.setFixedHeight(self._code.fontMetrics().lineSpacing() * _LINES + 3 * GAP)
        self.labelled(mark("Recovery code"), self._code)
        self.button(mark("Copy the code"), self._copy)
        self.button(mark("Save as a text file…"), self._save)
        self.button(mark("Print…"), self._print)
        self.column.addWidget(self.error)
        self.button(mark("I have kept it"), self.kept.emit, is_main=True)
        self.column.addStretch(1)

    def begin(self) -> None:
        """Put the focus on the code, so that it is read."""
        self._code.setFocus()

    def refused(self, text: str) -> None:
        """Say that the file was made, but not all that was wished."""
        self.refuse(text)

    def sheet(self) -> str:
        """Return what is saved or printed."""
        return "\n\n".join(
            (
                self.language.text("BPA Desktop: recovery code"),
                self._code.toPlainText(),
                self.language.text(
                    "Opens your arrangement when the passphrase is forgotten: choose “use the recovery code” where the "
                    "passphrase is asked for. Keep this sheet apart from the computer."
                ),
            )
        )

    def _copy(self) -> None:
        clipboard.copy(self._code.toPlainText())
        a11y.announce(self.window(), self.language.text("The code is copied."))

    def _save(self) -> None:
        title = self.language.text("Save the recovery code")
        no_native = QFileDialog.Option.DontUseNativeDialog
        name, _ = QFileDialog.getSaveFileName(self, title, "bpa-desktop-recovery.txt", "", options=no_native)
        if name:
            self.write(Path(name))

    def write(self, path: Path) -> None:
        """Write the sheet to a file that nobody else may read, or say why not."""
        saved = save_file(path, f"{self.sheet()}\n".encode(), language=self.language)
        if not saved.done:
            self.refuse(saved.text)
            return
        self.clear_error()
        a11y.announce(self.window(), self.language.text("Saved: {name}", name=path.name))

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # only the few who print wait for it

        printer = QPrinter()
        if QPrintDialog(printer, self).exec():
            document = QTextDocument(self.sheet())
            document.print_(printer)
