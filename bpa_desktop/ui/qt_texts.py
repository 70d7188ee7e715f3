"""Qt's own texts, buttons and menus among them, from the program's one catalogue: Qt ships no Norwegian."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from bpa_desktop.i18n import Language


class CatalogueTranslator(QTranslator):
    """Answers Qt from the catalogue; a text's context (msgctxt) is the Qt class that asks."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def isEmpty(self) -> bool:
        """Say that there are texts: Qt leaves out a translator that is empty."""
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """Return Qt's text in the language; None, and never "", where the catalogue has none: Qt then asks on."""
        return self._language.foreign(context, source)


class QtTexts:
    """The translator in force, and Qt's locale with it."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._translator: CatalogueTranslator | None = None

    def speak(self, language: Language) -> None:
        """Have Qt speak the language; every widget hears LanguageChange, open message boxes too."""
        old = self._translator
        locale = QLocale(language.locale)
        QLocale.setDefault(locale)
        self._translator = CatalogueTranslator(language)
        self._app.installTranslator(self._translator)
        if old is not None:
            self._app.removeTranslator(old)
        for window in self._app.topLevelWidgets():
            window.setLocale(locale)

    def withdraw(self) -> None:
        """Leave Qt to its own texts."""
        if self._translator is not None:
            self._app.removeTranslator(self._translator)
            self._translator = None
