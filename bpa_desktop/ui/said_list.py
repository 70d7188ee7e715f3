"""The list of what was said, newest first with the time: to read, to step through, to select and copy."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from bpa_desktop.i18n import Language
from bpa_desktop.ui import a11y, clipboard
from bpa_desktop.ui.said import Saying
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.room import open_at
from bpa_desktop.ui.widgets.words import Words


class _Lines(QListWidget):
    """Lines of which several can be selected; the key that copies asks for all of those."""

    copied = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        else:
            super().keyPressEvent(event)


class SaidList(QDialog):
    """One line a saying, with a sign where something was refused. Esc closes."""

    def __init__(self, sayings: Sequence[Saying], language: Language, parent: QWidget, *, zone: tzinfo | None) -> None:
        """Show times in a zone, None for the computer's own."""
        super().__init__(parent)
        self._language = language
        self.setWindowTitle(language.text("What was said"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = _Lines()
        self.list.setWordWrap(True)
        self.list.setSpacing(GAP // 4)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setAccessibleName(language.text("What was said, the newest first"))
        self.list.copied.connect(self.copy)
        for saying in sayings:
            self.list.addItem(self._line(saying, zone))
        self.list.setCurrentRow(0)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.copy_button = buttons.addButton(language.text("&Copy what is selected"), buttons.ButtonRole.ActionRole)
        self.copy_button.clicked.connect(self.copy)
        self.copy_button.setEnabled(bool(sayings))
        for button in buttons.buttons():
            button.setAutoDefault(False)  # type: ignore[attr-defined]  # they are push buttons
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(2 * GAP)
        lead = language.text(
            "All of this is forgotten when the program ends. Shift and the arrows select several lines."
        )
        for part in (Words(lead if sayings else language.text("Nothing has been said yet.")), self.list, buttons):
            column.addWidget(part)
        open_at(self, letters=100, lines=26)
        self.list.setFocus()

    def _line(self, saying: Saying, zone: tzinfo | None) -> QListWidgetItem:
        clock = self._language.clock(saying.at.astimezone(zone))
        sign = "✗ " if saying.is_refusal else ""
        item = QListWidgetItem(f"{clock}\N{NO-BREAK SPACE}· {sign}{saying.text}")
        refused = self._language.text("refused") if saying.is_refusal else ""
        spoken = ", ".join(part for part in (clock, refused, saying.text) if part)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        return item

    def copy(self) -> None:
        """Put the selected lines into the clipboard, in their order, and say how many."""
        rows = sorted(self.list.row(item) for item in self.list.selectedItems())
        if not rows:
            a11y.announce(self, self._language.text("No line is selected."), assertive=True)
            return
        clipboard.copy("\n".join(self.list.item(row).text() for row in rows))
        a11y.announce(self, self._language.plural("{n} line copied", "{n} lines copied", n=len(rows)))
