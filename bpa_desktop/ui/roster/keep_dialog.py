"""The small dialog that asks why a finding is left as it is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from bpa_desktop.domain.kept_finding import KeptFinding
from bpa_desktop.services.finding import Grounds
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.form import Form
from bpa_desktop.ui.widgets.room import open_at
from bpa_desktop.ui.widgets.scroll import ScrollColumn
from bpa_desktop.ui.widgets.tab_order import tab_as_laid_out
from bpa_desktop.ui.widgets.words import Words


class KeepDialog(QDialog):
    """Takes a reason, who decided, and the agreement if there is one; Enter keeps, Esc leaves.

    Who decided last, and the agreement in force, stand there already.
    """

    def __init__(self, desk: Desk, parent: QWidget, *, told: str, keep: Callable[[Grounds], object]) -> None:
        super().__init__(parent)
        self._desk = desk
        self._keep = keep
        text = desk.language.text
        self.setWindowTitle(text("Keep as it is"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = Form(save=self.keep, leave=self.reject)
        self.form.add("reason")
        self.form.label("reason", text("&Why it is all right"))
        self.form.add("author")
        self.form.label("author", text("Who &decides it"))
        self.form.add("agreement")
        self.form.label("agreement", text("Which &agreement says so, if one does"))
        self.form.fill({"author": self._last_author(), "agreement": desk.roster.arrangement.agreement.reference})
        button = QPushButton(text("Keep as it is"))
        button.setProperty("main", True)
        button.setAutoDefault(False)
        button.clicked.connect(self.keep)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        whole.setSpacing(2 * GAP)
        scroll = ScrollColumn()
        scroll.setAccessibleName(self.windowTitle())
        for part in (Words(told), Words(text("Write nothing about anybody's health."), quiet=True), self.form):
            scroll.column.addWidget(part)
        scroll.column.addStretch(1)
        whole.addWidget(scroll, 1)
        whole.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
        open_at(self, letters=60, lines=24)
        tab_as_laid_out(self)
        self.form.focus("reason")

    def keep(self) -> None:
        """Keep and close; or say that a reason is missing."""
        if not self.isVisible():
            return
        typed = self.form.values()
        if not typed["reason"].strip():
            said = self._desk.language.text("Write why it is all right: the reason stays with it.")
            self.form.complain({"reason": said})
            self._desk.bulletin.refused.emit(said)
            return
        self.accept()
        self._keep(Grounds(typed["reason"], author=typed["author"], agreement=typed["agreement"]))

    def _last_author(self) -> str:
        last = max(self._desk.history.records.all(KeptFinding), key=lambda one: one.at, default=None)
        return last.author if last is not None else ""
