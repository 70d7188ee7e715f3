"""A choice from a list that opens: its lines as large as all that is pressed, its whole text had where it is cut."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QStyledItemDelegate


def new_choice() -> QComboBox:
    """Return a choice whose lines follow the style sheet, and so the size of targets: by Qt's own they do not."""
    box = QComboBox()
    box.setItemDelegate(QStyledItemDelegate(box))
    return box


def say_whole(box: QComboBox) -> None:
    """Keep what is chosen as the tooltip, which is its description too."""
    box.currentTextChanged.connect(box.setToolTip)
    box.setToolTip(box.currentText())
