"""FlowLayout: items in a line, going on in the next where they do not fit; for buttons when text is large."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem

from bpa_desktop.ui.spacing import least_gap
from bpa_desktop.ui.theme import GAP


class FlowLayout(QLayout):
    """Keeps the order of its items; its height follows its width."""

    def __init__(self, gap: int = GAP) -> None:
        super().__init__()
        self._gap = gap
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item at the end; Qt calls this for addWidget."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how high the lines are together."""
        return _arrange(self._items, QRect(0, 0, width, 0), gap=max(self._gap, least_gap()), moving=False)

    def setGeometry(self, area: QRect) -> None:
        """Put the items in their places."""
        super().setGeometry(area)
        _arrange(self._items, area, gap=max(self._gap, least_gap()), moving=True)

    def minimumSize(self) -> QSize:
        """Return the largest item's size."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    sizeHint = minimumSize  # noqa: N815  # Qt's own name: no more is asked for than the least

    def expandingDirections(self) -> Qt.Orientation:
        """Take no more room than is needed."""
        return Qt.Orientation(0)


def _arrange(items: list[QLayoutItem], area: QRect, *, gap: int, moving: bool) -> int:
    """Go through the lines, moving the items or not; return how high the lines are together."""
    x, y, height = area.x(), area.y(), 0
    for item in items:
        if item.isEmpty():
            continue
        size = item.sizeHint()
        if x > area.x() and x + size.width() > area.right() + 1:
            x, y, height = area.x(), y + height + gap, 0
        if moving:
            item.setGeometry(QRect(QPoint(x, y), size.boundedTo(QSize(max(area.width(), 1), size.height()))))
        x += size.width() + gap
        height = max(height, size.height())
    return y + height - area.y()
