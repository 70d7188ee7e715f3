"""The list of what can be undone and done again, newest first: go back, or forth, to any of it."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QListWidgetItem, QVBoxLayout, QWidget

from bpa_desktop.domain.roster import Roster
from bpa_desktop.i18n import Language
from bpa_desktop.services.history import HandedOutError, History
from bpa_desktop.services.records import NoArrangementError
from bpa_desktop.services.step import Step
from bpa_desktop.texts import error_text, step_phrase
from bpa_desktop.ui import a11y
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.lines import Lines
from bpa_desktop.ui.widgets.room import open_at
from bpa_desktop.ui.widgets.words import Words

MOST = 200
"""How many deeds each way are listed; undoing them lists those before."""
_UTC = ZoneInfo("UTC")


class HistoryList(QDialog):
    """What was undone stands above the line that says now, what was done below it. Esc closes."""

    def __init__(self, history: History, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._history = history
        self._language = language
        self._undone: tuple[Step, ...] = ()
        self.setWindowTitle(language.text("Undo history"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = Lines()
        self.list.setAccessibleName(language.text("Steps, the newest first"))
        self.list.currentRowChanged.connect(self._name_button)
        self.list.chosen.connect(self.go)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.button = buttons.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        self.button.setProperty("main", True)
        self.button.clicked.connect(self.go)
        for button in buttons.buttons():
            button.setAutoDefault(False)  # type: ignore[attr-defined]  # they are push buttons
        line = buttons.layout()
        assert isinstance(line, QHBoxLayout)  # of Qt's own, as its buttons lie beside each other
        spaced(line, GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        spaced(column, 2 * GAP)
        lead = language.text(
            "Undo takes back the chosen step and all that was done after it. "
            "What was undone stands above Now, to be done again."
        )
        self.refusal = Words(bold=True)
        self.refusal.hide()
        for part in (Words(lead), self.list, self.refusal, buttons):
            column.addWidget(part)
        open_at(self, letters=100, lines=26)
        self._fill()
        self.list.setFocus()

    def _fill(self) -> None:
        """List everything anew, with the choice on the latest deed that can be undone."""
        self._undone = self._history.deeds.undone(MOST)
        done = self._history.deeds.done(MOST)
        text = self._language.text
        self.list.clear()
        for step in reversed(self._undone):
            self.list.addItem(text("Undone: {phrase}", phrase=self._line(step)))
        now = QListWidgetItem(text("Now"))
        font = self.list.font()
        font.setBold(True)
        now.setFont(font)
        self.list.addItem(now)
        for step in done:
            self.list.addItem(self._line(step))
        self.list.setCurrentRow(len(self._undone) + bool(done))

    def _line(self, step: Step) -> str:
        roster = self._roster()
        at = step.line.at.astimezone(roster.arrangement.zone if roster is not None else _UTC)
        when = f"{self._language.date(at.date(), 'short')} {self._language.clock(at)}"
        parts = (when, step_phrase(self._language, step, roster=roster), step.line.author)
        return "\N{NO-BREAK SPACE}· ".join(part for part in parts if part)  # the window's user has no name

    def _roster(self) -> Roster | None:
        try:
            return self._history.roster
        except NoArrangementError:
            return None

    def _chosen(self) -> int:
        """Return how many deeds lie from now to the chosen one: below nought those to do again."""
        return max(self.list.currentRow(), 0) - len(self._undone)

    def _name_button(self) -> None:
        count = self._chosen()
        plural = self._language.plural
        if count < 0:
            self.button.setText(plural("&Do {n} step again", "&Do {n} steps again", n=-count))
        else:
            self.button.setText(plural("&Undo {n} step", "&Undo {n} steps", n=count))
        self.button.setEnabled(count != 0)

    def go(self) -> None:
        """Go back or forth to what is chosen, and stay open."""
        count = self._chosen()
        self.refusal.put("")
        try:
            if count > 0:
                self._history.undo(count)
            elif count < 0:
                self._history.redo(-count)
        except HandedOutError as error:
            self.refusal.put(error_text(self._language, error) or "")
            a11y.announce(self, self.refusal.text(), assertive=True)
        self._fill()
        self.list.setFocus()
