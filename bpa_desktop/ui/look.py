"""Look: theme, size and language in force, by the settings; changed while running."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from bpa_desktop.i18n import CODES, Language
from bpa_desktop.services.handout import Contents
from bpa_desktop.services.settings import Settings
from bpa_desktop.ui import theme
from bpa_desktop.ui.qt_texts import QtTexts


def desktop_language() -> str:
    """Return the desktop's language where the program speaks it, else English."""
    code = QLocale.system().name().split("_")[0]
    code = {"no": "nb"}.get(code, code)
    return code if code in CODES else "en"


class Look:
    """The one place that turns settings into what is seen and read."""

    def __init__(self, app: QApplication, settings: Settings, *, fixed_language: str = "") -> None:
        """Put the settings in force. A fixed language, of the command line, holds until another is chosen."""
        self._app = app
        self._qt_texts = QtTexts(app)
        self._listeners: list[Callable[[Language], None]] = []
        self._keepers: list[Callable[[Settings], None]] = []
        self.settings = settings
        self.language = Language(fixed_language or settings.language or desktop_language())
        self._qt_texts.speak(self.language)
        self._dress()
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._follow_desktop)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow_desktop)

    def on_language(self, listener: Callable[[Language], None]) -> None:
        """Have a change of language told."""
        self._listeners.append(listener)

    def on_change(self, keeper: Callable[[Settings], None]) -> None:
        """Have changed settings told, to be kept."""
        self._keepers.append(keeper)

    def change(self, settings: Settings) -> None:
        """Put other settings in force at once, and have them kept."""
        before, self.settings = self.settings, settings
        if settings.language != before.language:
            self._speak(Language(settings.language or desktop_language()))
        self._dress()
        for keep in self._keepers:
            keep(settings)

    def withdraw(self) -> None:
        """Have Qt speak its own language again."""
        self._qt_texts.withdraw()

    def _speak(self, language: Language) -> None:
        self.language = language
        self._qt_texts.speak(language)
        for listener in self._listeners:
            listener(language)

    def _dress(self) -> None:
        theme.apply(
            self._app,
            theme.wanted(self.settings.theme),
            text_percent=self.settings.text_percent,
            large_targets=self.settings.large_targets,
        )

    def _follow_desktop(self) -> None:
        if self.settings.theme == "system":
            self._dress()


class Choices:
    """Keeps what is chosen in the screens; signals are tied to its methods, which hold nothing of the window."""

    def __init__(self, look: Look) -> None:
        self._look = look

    def contents(self, contents: Contents) -> None:
        """Keep what is to be told of shifts that are handed out."""
        self._look.change(self._look.settings.telling(contents))

    def hours(self, percent: int) -> None:
        """Keep how high an hour is drawn."""
        self._look.change(replace(self._look.settings, hour_percent=percent))

    def silence(self, is_no: bool) -> None:
        """Keep whether silence counts as a no."""
        self._look.change(replace(self._look.settings, silence_is_no=is_no))
