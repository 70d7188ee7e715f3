"""StepTeller: says what a kept step did, and names undo and redo after theirs."""

from __future__ import annotations

from PySide6.QtGui import QAction

from bpa_desktop.domain.roster import Roster
from bpa_desktop.i18n import Language
from bpa_desktop.services.history import History
from bpa_desktop.services.records import NoArrangementError
from bpa_desktop.services.step import Step
from bpa_desktop.texts.step import step_phrase, step_text
from bpa_desktop.ui.actions import plain
from bpa_desktop.ui.status_line import StatusLine


class StepTeller:
    """The words about steps in one window."""

    def __init__(self, history: History, status: StatusLine, *, actions: dict[str, QAction]) -> None:
        self._history = history
        self._status = status
        self._actions = actions

    def tell(self, step: Step, language: Language) -> None:
        """Say what happened; undone and done again are said as such."""
        self._status.say(step_text(language, step, roster=self._roster()))

    def name_actions(self, language: Language) -> None:
        """Put into undo and redo what they would take back or do again."""
        self._name("undo", language.text("&Undo: {phrase}"), step=self._history.undoable, language=language)
        self._name("redo", language.text("&Redo: {phrase}"), step=self._history.redoable, language=language)

    def _name(self, action_id: str, text: str, *, step: Step | None, language: Language) -> None:
        if step is None:
            return
        phrase = step_phrase(language, step, roster=self._roster()).replace("&", "&&")
        action = self._actions[action_id]
        action.setText(text.replace("{phrase}", phrase))
        action.setToolTip(plain(action.text()))

    def _roster(self) -> Roster | None:
        try:
            return self._history.roster
        except NoArrangementError:
            return None
