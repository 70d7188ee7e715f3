"""Larger and smaller text by one key: the steps of the appearance, kept as any setting."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from bpa_desktop.services.settings import TEXT_PERCENTS, steps
from bpa_desktop.ui.desk import Handlers
from bpa_desktop.ui.look import Look
from bpa_desktop.ui.main_window import MainWindow

_USUAL = TEXT_PERCENTS[0]


class Zoom:
    """Offers only what there is: the largest text has no larger one."""

    def __init__(self, window: MainWindow, look: Look) -> None:
        self._window = window
        self._look = look

    def handlers(self) -> Handlers:
        """Return what is answered just now."""
        found = steps(self._look.settings.text_percent, TEXT_PERCENTS, usual=_USUAL)
        ways = zip(("zoom_in", "zoom_out", "zoom_usual"), found, strict=True)
        return {way: partial(self._show, percent) for way, percent in ways if percent is not None}

    def _show(self, percent: int) -> None:
        self._look.change(replace(self._look.settings, text_percent=percent))
        self._window.update_enabled()
        self._window.status.say(self._look.language.text("Text size {percent} %", percent=percent))
