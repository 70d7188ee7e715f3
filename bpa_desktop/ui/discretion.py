"""Absences without their kind, by one key: for when others look on; kept as any setting."""

from __future__ import annotations

from dataclasses import replace

from bpa_desktop.services.settings import Settings
from bpa_desktop.ui.desk import Handlers
from bpa_desktop.ui.look import Look
from bpa_desktop.ui.main_window import MainWindow


class Discretion:
    """Hides and shows the kinds, and has the menu tell which."""

    def __init__(self, window: MainWindow, look: Look) -> None:
        self._window = window
        self._look = look
        look.on_change(self._tick)
        self._tick(look.settings)

    def handlers(self) -> Handlers:
        """Return what is answered."""
        return {"hide_kinds": self._turn}

    def _turn(self) -> None:
        hide, text = not self._look.settings.hide_kinds, self._look.language.text
        self._look.change(replace(self._look.settings, hide_kinds=hide))
        self._window.status.say(text("Absences show no kind.") if hide else text("Absences show their kind again."))

    def _tick(self, settings: Settings) -> None:
        self._window.actions_by_id["hide_kinds"].setChecked(settings.hide_kinds)
