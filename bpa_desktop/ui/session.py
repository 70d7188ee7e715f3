"""Session: an arrangement that is open in the window, from its store to its screens."""

from __future__ import annotations

from collections.abc import Callable

from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.domain.roster import held_ahead
from bpa_desktop.i18n import Language
from bpa_desktop.services.step import Step
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.main_window import PROGRAM_NAME, MainWindow
from bpa_desktop.ui.screen import Screen
from bpa_desktop.ui.start.doors import OpenStore
from bpa_desktop.ui.step_teller import StepTeller


def _roster(desk: Desk) -> Screen:
    from bpa_desktop.ui.roster.view import RosterScreen

    return RosterScreen(desk)


def _rotation(desk: Desk) -> Screen:
    from bpa_desktop.ui.rotation.view import RotationScreen

    return RotationScreen(desk)


def _team(desk: Desk) -> Screen:
    from bpa_desktop.ui.team.view import TeamScreen

    return TeamScreen(desk)


def _absence(desk: Desk) -> Screen:
    from bpa_desktop.ui.absence.view import AbsenceScreen

    return AbsenceScreen(desk)


def _account(desk: Desk) -> Screen:
    from bpa_desktop.ui.account.view import AccountScreen

    return AccountScreen(desk)


def _cost(desk: Desk) -> Screen:
    from bpa_desktop.ui.cost.view import CostScreen

    return CostScreen(desk)


# Imported when first shown: the first frame, and the first week, wait for none but their own.
MAKERS: dict[str, Callable[[Desk], Screen]] = {
    "roster": _roster,
    "team": _team,
    "absence": _absence,
    "cost": _cost,
    "account": _account,
    "rotation": _rotation,
}


class Session:
    """The desk of one open store, and what the frame says about it: title, counts, steps, undo's name.

    Undo may take back the arrangement itself. Screens have nothing to show then: they go, and `emptied` puts a page in
    their place; redo brings them back.
    """

    def __init__(self, store: OpenStore, desk: Desk, *, window: MainWindow, emptied: Callable[[Session], None]) -> None:
        self.store = store
        self.history = desk.history
        self.desk = desk
        self._window = window
        self._emptied = emptied
        self._has_screens = False
        self._teller = StepTeller(desk.history, window.status, actions=window.actions_by_id)
        desk.bulletin.wanted.connect(window.show_screen)
        desk.bulletin.said.connect(window.status.say)
        desk.bulletin.refused.connect(window.status.refuse)
        self.history.subscribe(self._announce)
        self._place_screens()
        self._show_frame()

    def _announce(self, step: Step) -> None:
        if self._has_screens and not self._is_empty():
            self.desk.bulletin.announce(step)
        self._place_screens()
        self._show_frame()
        if step.line.continues is None:  # a held key tells at its end where that is
            self._teller.tell(step, self.desk.language)

    def _place_screens(self) -> None:
        if self._is_empty():
            self._window.open(self.desk, {})
            self._has_screens = False
            self._emptied(self)
        elif not self._has_screens:
            self._window.open(self.desk, MAKERS)
            self._has_screens = True

    def _is_empty(self) -> bool:
        return not self.history.records.all(Arrangement)

    def _show_frame(self) -> None:
        self._teller.name_actions(self.desk.language)
        self._window.setWindowTitle(self._title())
        waiting = self._waiting()
        spoken = self.desk.language.plural("{n} shift needs somebody", "{n} shifts need somebody", n=waiting)
        self._window.navigation.count("absence", waiting, spoken=spoken)
        self._window.update_enabled()

    def _waiting(self) -> int:
        """Return how many shifts ahead nobody holds: as many as the view of absences tells."""
        now = self.history.clock.now()
        return 0 if self._is_empty() else len(held_ahead(self.history.roster, None, now=now))

    def _title(self) -> str:
        if self.desk.is_rescued:
            return " · ".join((PROGRAM_NAME, self.desk.language.text("Damaged file: for reading only")))
        if self.desk.reads_only:
            return " · ".join((PROGRAM_NAME, self.desk.language.text("Safe mode: for reading only")))
        if self.desk.is_demo:
            return " · ".join((PROGRAM_NAME, self.desk.language.text("Demo: nothing here is kept")))
        return PROGRAM_NAME if self._is_empty() else f"{PROGRAM_NAME} · {self.history.roster.arrangement.name}"

    def end(self) -> None:
        """Close the store; nothing of it stays in the frame."""
        self._window.open(None, {})
        self._window.status.forget()
        self._window.navigation.count("absence", 0, spoken="")
        self._window.setWindowTitle(PROGRAM_NAME)
        self.store.close()

    def retranslate(self, language: Language) -> None:
        """Have every screen make its texts again."""
        self.desk.language = language
        self.desk.bulletin.language_changed.emit()
        self._show_frame()
