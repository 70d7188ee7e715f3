"""The recovery code, shown once: copy it, save it, print it, and go on when it is kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication, QTextDocument
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit

from bpa_desktop.i18n import Language, mark
from bpa_desktop.ui import a11y
from bpa_desktop.ui.start.page import StartPage


class RecoveryPage(StartPage):
    """The code is in no file and no log; it is forgotten when the page goes."""

    kept = Signal()

    def __init__(self, language: Language, code: str) -> None:
        super().__init__(language, mark("Keep your recovery code"))
        self.words(
            mark(
                "This code opens the file when the passphrase is forgotten. It is shown this one time. Without the "
                "passphrase and the code, what you write here can never be read again, by you or by anybody."
            )
        )
        label = QLabel()
        self.put(label.setText, mark("Recovery code"))
        self.column.addWidget(label)
        self._code = QLineEdit(code)
        self._code.setReadOnly(True)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF() * 1.25)
        self._code.setFont(font)
        self._code.setMinimumWidth(self._code.fontMetrics().horizontalAdvance(f"{code}WW"))
        label.setBuddy(self._code)
        self.put(self._code.setAccessibleName, mark("Recovery code"))
        self.column.addWidget(self._code)
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
                self._code.text(),
                self.language.text(
                    "Opens your arrangement when the passphrase is forgotten: choose “use the recovery code” where the "
                    "passphrase is asked for. Keep this sheet apart from the computer."
                ),
            )
        )

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._code.text())
        a11y.announce(self.window(), self.language.text("The code is copied."))

    def _save(self) -> None:
        title = self.language.text("Save the recovery code")
        no_native = QFileDialog.Option.DontUseNativeDialog
        name, _ = QFileDialog.getSaveFileName(self, title, "bpa-desktop-recovery.txt", "", options=no_native)
        if name:
            self.write(Path(name))

    def write(self, path: Path) -> None:
        """Write the sheet to a file, or say why not."""
        try:
            path.write_text(self.sheet() + "\n", encoding="utf-8")
        except OSError as error:
            self.refuse(self.language.text("The file could not be written: {reason}", reason=error.strerror or ""))
            return
        self.clear_error()
        a11y.announce(self.window(), self.language.text("Saved: {name}", name=path.name))

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # only the few who print wait for it

        printer = QPrinter()
        if QPrintDialog(printer, self).exec():
            document = QTextDocument(self.sheet())
            document.print_(printer)
