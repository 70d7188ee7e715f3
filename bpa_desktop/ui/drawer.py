"""Drawer: a form that opens below a button and changes one thing, in one step."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bpa_desktop.texts import error_text
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.flow import FlowLayout
from bpa_desktop.ui.widgets.form import Form
from bpa_desktop.ui.widgets.tab_order import tab_as_laid_out
from bpa_desktop.ui.widgets.words import Words


class Drawer(QWidget):
    """Enter saves, Esc leaves. Subclasses fill the form, and keep what stands in it or complain."""

    closed = Signal()
    """What was typed was saved, or left."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.form = Form(save=self._save_once, leave=self.closed.emit)
        self.teaching = Words(quiet=True)
        self.save, self.leave = QPushButton(), QPushButton()
        self.save.setProperty("main", True)
        self.save.clicked.connect(self._save_once)
        self.leave.clicked.connect(self.closed)
        self.buttons = FlowLayout()
        self.buttons.addWidget(self.save)
        self.buttons.addWidget(self.leave)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        spaced(self.column, GAP)
        self.column.addWidget(self.teaching)
        self.column.addWidget(self.form)
        self.column.addLayout(self.buttons)
        self.hide()

    def begin(self) -> None:
        """Open with what is kept, and the focus in the first field."""

    def keep(self) -> Mapping[str, str]:
        """Keep what stands in the form; return what is wrong by field, nothing when it was kept."""
        return {}

    def retranslate(self) -> None:
        """Make every fixed text again."""
        self.save.setText(self.desk.language.text("Save"))
        self.leave.setText(self.desk.language.text("Cancel"))

    def showEvent(self, event: QShowEvent) -> None:
        """Let Tab go from the last field on to the buttons, though fields are added after them."""
        super().showEvent(event)
        tab_as_laid_out(self)

    def why_refused(self, error: Exception) -> str:
        """Return why a verb refused, in words."""
        return error_text(self.desk.language, error) or str(error)

    def _save_once(self) -> None:
        problems = self.keep()
        self.form.complain(problems)
        if problems:
            self.desk.bulletin.refused.emit(next(iter(problems.values())))
        else:
            self.closed.emit()
