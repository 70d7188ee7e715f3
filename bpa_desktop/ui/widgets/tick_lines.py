"""TickLines: lines each of which is ticked or not; Space or a press anywhere on a line turns its tick over."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem

from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.lines import Lines

_AT_ONCE = 200
"""So many lines are laid out before the next key is heard: there may be thousands."""
_EDGES = 4 * GAP
_TICKED, _UNTICKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class _Roomy(QStyledItemDelegate):
    """Breaks lines where they are short enough beside the box: Qt counts neither its edge nor the gap around a line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        option.rect = option.rect.adjusted(0, 0, -_EDGES, 0)
        return super().sizeHint(option, index)


class TickLines(Lines):
    """A list of lines, their ticks by place."""

    ticks_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ticks", True)
        self.setItemDelegate(_Roomy(self))
        self.setSpacing(GAP // 2)
        self.setLayoutMode(Lines.LayoutMode.Batched)
        self.setBatchSize(_AT_ONCE)
        self.itemChanged.connect(lambda _item: self.ticks_changed.emit())

    def fill(self, lines: Iterable[tuple[str, str, bool]]) -> None:
        """Show lines: each as it is shown, as it is spoken, and whether it is ticked."""
        with QSignalBlocker(self):
            self.clear()
            for shown, spoken, ticked in lines:
                item = QListWidgetItem(shown)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(_TICKED if ticked else _UNTICKED)
                self.addItem(item)
        self.setCurrentRow(0)
        self.ticks_changed.emit()

    @property
    def ticked(self) -> list[int]:
        """The places of the lines that are ticked."""
        return [place for place in range(self.count()) if self.item(place).checkState() == _TICKED]

    def tick_all(self, ticked: bool) -> None:
        """Tick every line, or none."""
        with QSignalBlocker(self):
            for place in range(self.count()):
                self.item(place).setCheckState(_TICKED if ticked else _UNTICKED)
        self.ticks_changed.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Turn the tick over wherever on its line it was pressed: Qt does so in the box only."""
        item = self.itemAt(event.position().toPoint())
        wanted = _UNTICKED if item is not None and item.checkState() == _TICKED else _TICKED
        super().mouseReleaseEvent(event)
        if item is not None:
            item.setCheckState(wanted)
