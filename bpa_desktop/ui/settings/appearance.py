"""Appearance and language: every choice takes effect, and is kept, at once; nothing to confirm."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from bpa_desktop.i18n import Language, mark
from bpa_desktop.services.settings import TEXT_PERCENTS, Settings, with_setting
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.choice import Choice
from bpa_desktop.ui.widgets.room import open_at
from bpa_desktop.ui.widgets.scroll import ScrollColumn
from bpa_desktop.ui.widgets.words import Words
from bpa_desktop.ui.widgets.wrapping import Tick

_LANGUAGES = (("", mark("As the desktop")), ("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "English"))
_THEMES = (
    ("system", mark("As the desktop")),
    ("light", mark("Light")),
    ("dark", mark("Dark")),
    ("high_contrast", mark("High contrast")),
)

_LOCKS = (
    (0, mark("Never")),
    (5, mark("After 5 minutes")),
    (10, mark("After 10 minutes")),
    (15, mark("After 15 minutes")),
    (30, mark("After 30 minutes")),
    (60, mark("After an hour")),
)

_CLIPBOARD = (
    (0, mark("Never")),
    (1, mark("After a minute")),
    (5, mark("After 5 minutes")),
    (10, mark("After 10 minutes")),
    (30, mark("After 30 minutes")),
)


class AppearanceDialog(QDialog):
    """Says what was chosen by `changed`; whoever listens puts it in force and keeps it."""

    changed = Signal(object)
    """The new Settings."""

    def __init__(self, settings: Settings, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._texts: list[tuple[Callable[[str], object], str]] = []
        inside, whole = ScrollColumn(), QVBoxLayout(self)
        whole.setContentsMargins(3 * GAP, 3 * GAP, 3 * GAP, 3 * GAP)
        whole.setSpacing(2 * GAP)
        whole.addWidget(inside)
        self._column = inside.column
        self._choice("language", mark("&Language"), choices=_LANGUAGES)
        self._choice("theme", mark("&Theme"), choices=_THEMES)
        self._choice(
            "text_percent", mark("Text &size"), choices=tuple((percent, f"{percent} %") for percent in TEXT_PERCENTS)
        )
        self._tick("large_targets", mark("Large &buttons and cards"))
        self._tick("notification", mark("Also show results as a &notification, for older screen readers"))
        self._choice("lock_minutes", mark("Lock when left alone, and after s&leep"), choices=_LOCKS)
        self._choice("clipboard_minutes", mark("Take messages off the &clipboard"), choices=_CLIPBOARD)
        self._tick("emergency_when_locked", mark("While locked, show who comes next and telephone n&umbers"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self._column.addStretch(1)
        whole.addWidget(buttons)
        for setter in (self.setWindowTitle, inside.setAccessibleName):
            self._put(setter, mark("Appearance and language"))
        self.retranslate(language)
        open_at(self, letters=84, lines=38)

    def _put(self, setter: Callable[[str], object], source: str) -> None:
        self._texts.append((setter, source))

    def _choice(self, field: str, source: str, *, choices: tuple[tuple[object, str], ...]) -> None:
        box = Choice()
        box.setObjectName(field)
        for value, _ in choices:
            box.addItem("", value)
        for i, (_, text) in enumerate(choices):
            self._put(partial(box.setItemText, i), text)
        box.setCurrentIndex(max(0, box.findData(getattr(self._settings, field))))
        box.currentIndexChanged.connect(lambda _index: self._change(field, box.currentData()))
        label = Words()
        label.setBuddy(box)
        self._put(label.setText, source)
        self._put(lambda text: box.setAccessibleName(text.replace("&", "")), source)
        group = QVBoxLayout()
        group.setSpacing(GAP // 2)
        group.addWidget(label)
        group.addWidget(box)
        self._column.addLayout(group)

    def _tick(self, field: str, source: str) -> None:
        tick = Tick()
        tick.setObjectName(field)
        tick.setChecked(getattr(self._settings, field))
        tick.toggled.connect(lambda on: self._change(field, on))
        self._put(tick.setText, source)
        self._column.addWidget(tick)

    def _change(self, field: str, value: object) -> None:
        self._settings = with_setting(self._settings, field, value=value)
        self.changed.emit(self._settings)

    def retranslate(self, language: Language) -> None:
        """Make every text again; the languages' own names stay as they are."""
        for setter, source in self._texts:
            setter(language.text(source))
