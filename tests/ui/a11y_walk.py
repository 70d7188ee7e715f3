"""Walks a window as assistive technology does, and finds what has no name or is cut."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QScrollArea, QWidget

_INSIDE = ("qt_spinbox_lineedit", "qt_scrollarea_viewport")


def name_of(widget: QWidget) -> str:
    """Return the name a screen reader says."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def nameless(root: QWidget) -> list[str]:
    """Return what is visible below, can hold the focus or scrolls, and has no name of its own."""
    found = []
    for widget in root.findChildren(QWidget):
        if widget.objectName() in _INSIDE or not widget.isVisibleTo(root):
            continue
        own = widget.accessibleName() if isinstance(widget, QScrollArea) else name_of(widget)
        asks = widget.focusPolicy() != Qt.FocusPolicy.NoFocus or isinstance(widget, QComboBox | QScrollArea)
        if asks and not own.strip():
            found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found


def cut_labels(root: QWidget) -> list[str]:
    """Return the texts of visible labels that need more room than they have."""
    found = []
    for label in root.findChildren(QLabel):
        if not label.isVisibleTo(root) or not label.text():
            continue
        need = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        widest = max(
            (label.fontMetrics().horizontalAdvance(part) for part in label.text().split()),
            default=0,
        )
        if need > label.height() + 1 or (label.wordWrap() and widest > label.width() + 1):
            found.append(label.text())
    return found


def settle() -> None:
    """Let layouts come to rest."""
    for _ in range(4):
        QApplication.processEvents()
