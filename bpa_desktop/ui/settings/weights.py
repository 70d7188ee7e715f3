"""What counts among substitutes who are otherwise alike: a word for each thing; every choice takes effect at once."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from bpa_desktop.i18n import Language, mark
from bpa_desktop.ranking.weights import FACTORS, USUAL, Importance
from bpa_desktop.services.settings import Settings
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.choice import Choice
from bpa_desktop.ui.widgets.room import open_at
from bpa_desktop.ui.widgets.scroll import ScrollColumn
from bpa_desktop.ui.widgets.words import Words

_LABELS = {
    "hours_balance": mark("Has few hours against the contract"),
    "cost": mark("Costs little extra"),
    "knows_shift": mark("Knows the shift"),
    "travel": mark("Has a short way"),
    "recent_load": mark("Is rested: few days in a row, few nights"),
    "fair_asking": mark("Was asked little this year"),
    "weekend_share": mark("Has worked few weekends"),
    "disruption": mark("Is not needed elsewhere"),
}
_WORDS = (
    (Importance.IMPORTANT, mark("important")),
    (Importance.A_LITTLE, mark("a little")),
    (Importance.NOT, mark("does not count")),
)


class WeightsDialog(QDialog):
    """Says what was chosen by `changed`; whoever listens puts it in force and keeps it."""

    changed = Signal(object)
    """The new Settings."""

    def __init__(self, settings: Settings, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._language = language
        self._choices: dict[str, Choice] = {}
        self._area = ScrollColumn()
        self._build()
        open_at(self, letters=60, lines=42)

    def _build(self) -> None:
        text = self._language.text
        self.setWindowTitle(text("What counts among substitutes"))
        self._area.setAccessibleName(text("What counts among substitutes"))
        teaching = Words()
        teaching.setText(
            text(
                "Always first: the free backup, no overtime, how somebody is employed, when they can, and whom you "
                "prefer. Among those who are alike in that:"
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GAP, 3 * GAP, 3 * GAP, 3 * GAP)
        column.setSpacing(2 * GAP)
        self._area.column.addWidget(teaching)
        for name in FACTORS:
            self._add(name, text(_LABELS[name]))
        self._area.column.addStretch(1)
        column.addWidget(self._area)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        usual = QPushButton(text("As &usual"))
        buttons.addButton(usual, QDialogButtonBox.ButtonRole.ResetRole)
        usual.clicked.connect(self._back_to_usual)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    def _add(self, name: str, label: str) -> None:
        box, caption, pair = Choice(), Words(), QVBoxLayout()
        caption.setText(label)
        box.setObjectName(name)
        box.setAccessibleName(label)
        for importance, source in _WORDS:
            box.addItem(self._language.text(source), importance)
        box.setCurrentIndex(box.findData(getattr(self._settings.weights, name)))
        box.currentIndexChanged.connect(lambda _index: self._change(name, box.currentData()))
        caption.setBuddy(box)
        self._choices[name] = box
        pair.setSpacing(GAP // 2)
        pair.addWidget(caption)
        pair.addWidget(box)
        self._area.column.addLayout(pair)

    def _change(self, name: str, importance: int) -> None:
        changed = {name: Importance(importance)}
        self._settings = replace(self._settings, weights=replace(self._settings.weights, **changed))
        self.changed.emit(self._settings)

    def _back_to_usual(self) -> None:
        for name, box in self._choices.items():
            box.setCurrentIndex(box.findData(getattr(USUAL, name)))
