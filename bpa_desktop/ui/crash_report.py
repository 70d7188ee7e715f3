"""What went wrong in the program itself: the report, shown in full, kept only if the user wants, sent nowhere."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from pathlib import Path
from traceback import walk_tb

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

import bpa_desktop
from bpa_desktop.i18n import Language
from bpa_desktop.store.files import hand_out
from bpa_desktop.ui import clipboard
from bpa_desktop.ui.a11y import Heading

_ROOT = Path(bpa_desktop.__file__).resolve().parent.parent


def report_of(error: BaseException) -> str:
    """Return the kinds of error and where they arose. No messages and no values: those may name people."""
    system = f"{platform.system()} {platform.release()}"
    head = f"BPA Desktop {bpa_desktop.__version__}, Python {platform.python_version()}, Qt {qVersion()}, {system}"
    return "\n".join([head, "", *_told(error)])


def _told(error: BaseException) -> Iterator[str]:
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause is not None:
        yield from _told(cause)
        yield "then"
    yield f"{type(error).__module__}.{type(error).__qualname__}"
    for frame, line in walk_tb(error.__traceback__):
        yield f"  {_place(Path(frame.f_code.co_filename))}:{line} {frame.f_code.co_qualname}"


def _place(path: Path) -> str:
    """Return a file's place without the folders of this computer, which may name its user."""
    if path.is_relative_to(_ROOT):
        return path.relative_to(_ROOT).as_posix()
    return "/".join(path.parts[-2:])


class CrashDialog(QDialog):
    """Says what to do, and shows the whole report."""

    def __init__(self, report: str, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._language = language
        self.setWindowTitle(language.text("A fault in the program"))
        heading = Heading(language.text("Something went wrong in the program"))
        words = QLabel(
            language.text(
                "What you did last may not have been kept; everything before it is. You can go on. The report below "
                "holds no names and no content. It stays on this computer unless you save it and send it yourself."
            )
        )
        words.setWordWrap(True)
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setAccessibleName(language.text("Report"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        roles = QDialogButtonBox.ButtonRole
        copy = buttons.addButton(language.text("&Copy the report"), roles.ActionRole)
        copy.clicked.connect(lambda: clipboard.copy(self.report.toPlainText()))
        save = buttons.addButton(language.text("&Save the report…"), roles.ActionRole)
        save.clicked.connect(self._save)
        column = QVBoxLayout(self)
        for part in (heading, words, self.report, buttons):
            column.addWidget(part)
        self.resize(720, 480)

    def add(self, report: str) -> None:
        """Put another report below: one dialog, however many faults."""
        self.report.appendPlainText(f"\n{report}")

    def _save(self) -> None:
        no_native = QFileDialog.Option.DontUseNativeDialog
        title = self._language.text("Save the report")
        name, _ = QFileDialog.getSaveFileName(self, title, "bpa-desktop-report.txt", "", options=no_native)
        if name:
            self.write(Path(name))

    def write(self, path: Path) -> None:
        """Write the report to a file; a failure is said in the report's own place."""
        try:
            hand_out(path, f"{self.report.toPlainText()}\n".encode())
        except OSError as error:
            self.add(self._language.text("The file could not be written: {reason}", reason=error.strerror or ""))
