"""The dialog of ticks: who is shown, and which kinds of shifts. Every tick takes effect at once; nothing to confirm."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bpa_desktop.domain.shift import ShiftKind
from bpa_desktop.domain.team import Assistant
from bpa_desktop.i18n import Language
from bpa_desktop.texts import capital, word
from bpa_desktop.ui.roster.roster_filter import RosterFilter
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.room import open_at
from bpa_desktop.ui.widgets.scroll import ScrollColumn
from bpa_desktop.ui.widgets.words import Subtitle, Words
from bpa_desktop.ui.widgets.wrapping import Tick

_LETTERS, _LINES = 40, 32


class FilterDialog(QDialog):
    """Says what is wanted by `changed`; whoever listens puts it in force."""

    changed = Signal(object)
    """The new RosterFilter."""

    def __init__(self, language: Language, parent: QWidget, *, team: Iterable[Assistant], now: RosterFilter) -> None:
        super().__init__(parent)
        self._language = language
        self._people: dict[str, Tick] = {}
        self._kinds: dict[ShiftKind, Tick] = {}
        self._column = ScrollColumn()
        spaced(self._column.column, GAP)
        self._column.setAccessibleName(language.text("Filter"))
        self.setWindowTitle(language.text("Filter"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._column.column.addWidget(Words(language.text("Open shifts and problems are always shown."), quiet=True))
        self._column.column.addWidget(Subtitle(language.text("Assistants")))
        for who in team:
            self._people[who.id] = self._tick(who.name.replace("&", "&&"), on=who.id not in now.people)
        self._column.column.addWidget(Subtitle(language.text("Kinds of shifts")))
        for kind in ShiftKind:
            self._kinds[kind] = self._tick(capital(word(language, kind)), on=kind not in now.kinds)
        self._column.column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        spaced(whole, 2 * GAP)
        whole.addWidget(self._column, 1)
        whole.addLayout(self._buttons())
        open_at(self, letters=_LETTERS, lines=_LINES)

    def _tick(self, text: str, *, on: bool) -> Tick:
        tick = Tick()
        tick.setText(text)
        tick.setChecked(on)
        tick.toggled.connect(lambda _on: self.changed.emit(self.wanted()))
        self._column.column.addWidget(tick)
        return tick

    def _buttons(self) -> QHBoxLayout:
        show_all, close = QPushButton(self._language.text("Show all")), QPushButton(self._language.text("Close"))
        show_all.clicked.connect(self._show_all)
        close.clicked.connect(self.accept)
        line = QHBoxLayout()
        spaced(line, GAP)
        line.addWidget(show_all)
        line.addStretch()
        line.addWidget(close)
        return line

    def wanted(self) -> RosterFilter:
        """Return what the ticks say."""
        return RosterFilter(
            frozenset(who for who, tick in self._people.items() if not tick.isChecked()),
            frozenset(kind for kind, tick in self._kinds.items() if not tick.isChecked()),
        )

    def _show_all(self) -> None:
        ticks = (*self._people.values(), *self._kinds.values())
        for tick in ticks:
            tick.blockSignals(True)
            tick.setChecked(True)
            tick.blockSignals(False)
        self.changed.emit(self.wanted())
