"""The column of views at the left edge, with how much waits in each."""

from __future__ import annotations

from collections.abc import Container

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bpa_desktop.i18n import Language, mark
from bpa_desktop.ui import a11y
from bpa_desktop.ui.actions import plain
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP

SCREENS = (
    ("roster", mark("&Roster")),
    ("team", mark("&Team")),
    ("absence", mark("&Absence and substitutes")),
    ("cost", mark("&Cost")),
    ("account", mark("&Hour account")),
)
SHORT = {"absence": mark("Absence"), "account": mark("Hours")}
"""What stands on the button where the view's name is long."""
VIEWS_OF = {"rotation": "roster"}
"""Screens without a button of their own: another way to look at what a button stands for."""
HOMES = {
    "new_shift": "roster",
    "go_to_week": "roster",
    "new_assistant": "team",
    "register_absence": "absence",
    "new_award": "account",
    "new_rotation": "rotation",
    "new_need": "rotation",
}
"""Commands that are there in every view, and the view that is brought to the front for them."""


class Navigation(a11y.Accessible, QWidget):
    """One button a view; the one shown is pressed. Greyed until there is something to show."""

    accessible_role = a11y.Role.Grouping
    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._texts: dict[str, str] = {}
        self._buttons = {name: QPushButton() for name, _ in SCREENS}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        spaced(column, GAP)
        for name, button in self._buttons.items():
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setStyleSheet("text-align: left;")
            button.clicked.connect(lambda _checked=False, wanted=name: self.chosen.emit(wanted))
            column.addWidget(button)
        column.addStretch(1)
        self.offer(())

    def offer(self, names: Container[str]) -> None:
        """Let these views be chosen."""
        for name, button in self._buttons.items():
            button.setEnabled(name in names)

    def mark_shown(self, name: str) -> None:
        """Show which view stands in front."""
        self._buttons[VIEWS_OF.get(name, name)].setChecked(True)

    def count(self, name: str, waiting: int, *, spoken: str) -> None:
        """Show how many things wait in a view, none for 0; spoken is the same as a phrase."""
        button, text = self._buttons[name], self._texts[name]
        button.setText(f"{text} {waiting}" if waiting else text)
        whole = button.toolTip() if name in SHORT else ""  # a description takes the tooltip's place
        button.setAccessibleDescription(". ".join(part for part in (whole, spoken) if part) if waiting else "")

    def retranslate(self, language: Language) -> None:
        """Make the texts again. The numbers follow with `count`."""
        self.setAccessibleName(language.text("Views"))
        for name, title in SCREENS:
            # No mnemonic here: the menus have the letters, and Alt+1 to Alt+5 are the views' own keys.
            self._texts[name] = plain(language.text(SHORT.get(name, title)))
            self._buttons[name].setText(self._texts[name])
            self._buttons[name].setToolTip(plain(language.text(title)))
        self._keep_room()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._keep_room()

    def _keep_room(self) -> None:
        """Be wide enough for a number beside every name: nothing beside the column moves when one comes or goes."""
        widest = max((self.fontMetrics().horizontalAdvance(f"{text} 99") for text in self._texts.values()), default=0)
        self.setMinimumWidth(widest + 4 * GAP)
