"""Which view of the roster is shown: a button that says it, with a menu of all of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton

from bpa_desktop.i18n import Language
from bpa_desktop.ui.actions import plain
from bpa_desktop.ui.keymap import SPECS

VIEWS = ("day_grid", "week_grid", "week_hours", "agenda", "month", "four_weeks", "rotation")
"""The actions that show a view; each view is called as its action is."""


class ViewChoice(QPushButton):
    """Opens by Space, Enter, a click or the down arrow; the entry of the view that is shown is ticked."""

    wanted = Signal(str)
    """The id of an action."""

    def __init__(self) -> None:
        super().__init__()
        self._menu = QMenu(self)
        self._group = QActionGroup(self)
        self._entries = {name: self._entry(name) for name in VIEWS}
        self._shown = VIEWS[0]
        self.setMenu(self._menu)

    def _entry(self, name: str) -> QAction:
        entry = self._menu.addAction("")
        entry.setCheckable(True)
        entry.triggered.connect(lambda: self._choose(name))
        self._group.addAction(entry)
        return entry

    def _choose(self, name: str) -> None:
        self._entries[self._shown].setChecked(True)  # the roster tells when another is shown
        self.wanted.emit(name)

    def show_view(self, name: str, language: Language) -> None:
        """Say which view is shown."""
        self._shown = name
        for one, entry in self._entries.items():
            entry.setText(plain(language.text(SPECS[one].text)))
        self._entries[name].setChecked(True)
        self.setText(self._entries[name].text())
        self.setAccessibleName(language.text("View: {view}", view=self.text()))
        self._menu.setAccessibleName(self.accessibleName())
