"""A choice whose whole text can be had where it is cut: as its tooltip, and so as its description."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox


def say_whole(box: QComboBox) -> None:
    """Keep what is chosen as the tooltip."""
    box.currentTextChanged.connect(box.setToolTip)
    box.setToolTip(box.currentText())
