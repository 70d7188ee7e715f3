"""Expander: a button that shows more, and fewer when it is pressed again; its words say which."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton


class Expander(QPushButton):
    """Not a checkable button: the accent that marks what is chosen would say too much."""

    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.is_open = False
        self.clicked.connect(self._turn)

    def _turn(self) -> None:
        self.is_open = not self.is_open
        self.turned.emit()
