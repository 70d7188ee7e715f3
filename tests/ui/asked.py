"""What Qt's own dialogs want to have translated, and what the Bokmål catalogue has no other word for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from bpa_desktop.i18n import Language


class _Asked(QTranslator):
    """Writes down what Qt asks for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[tuple[str, str]] = set()

    def translate(self, context: str, source: str, _remark: str | None = None, _n: int = -1) -> str:
        """Answer nothing."""
        self.asked.add((context, source))
        return ""

    def isEmpty(self) -> bool:
        """Be asked."""
        return False


def same_in_norwegian(app: QApplication, contexts: str, *, make: Callable[[], object]) -> set[str]:
    """Return what Qt asks for in contexts that begin so, while something is made, and Bokmål has no other word for."""
    asked = _Asked()
    app.installTranslator(asked)
    make()
    app.removeTranslator(asked)
    wanted = {one for one in asked.asked if one[0].startswith(contexts)}
    assert wanted
    norwegian = Language("nb")
    return {source for context, source in wanted if norwegian.foreign(context, source) is None}
