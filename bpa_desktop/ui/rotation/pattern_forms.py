"""PatternForms: the forms of a line, a need and the rotation, in one place; one is open at most."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bpa_desktop.domain.need import Need
from bpa_desktop.domain.rotation import Rotation, RotationLine
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.rotation.line_drawer import LineDrawer
from bpa_desktop.ui.rotation.need_drawer import NeedDrawer
from bpa_desktop.ui.rotation.pattern_drawer import PatternDrawer
from bpa_desktop.ui.rotation.rotation_drawer import RotationDrawer

_LETTERS_WIDE = 72


class PatternForms(QWidget):
    """Hidden while none is open."""

    opening = Signal()
    """One is about to open."""
    closed = Signal()
    kept = Signal(object)
    """What was kept, as it is now: an Item of the grid, or a Rotation."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._line, self._need, self._rotation = LineDrawer(desk), NeedDrawer(desk), RotationDrawer(desk)
        self._drawers: tuple[PatternDrawer, ...] = (self._line, self._need, self._rotation)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for drawer in self._drawers:
            drawer.setMaximumWidth(self.fontMetrics().averageCharWidth() * _LETTERS_WIDE)
            drawer.closed.connect(self.closed)
            drawer.kept.connect(self.kept)
            column.addWidget(drawer)

    def open_line(self, rotation: Rotation, line: RotationLine, *, is_new: bool) -> None:
        """Open the form of a line of a rotation."""
        self._make_way()
        self._line.open_on(rotation, line, is_new=is_new)

    def open_need(self, need: Need) -> None:
        """Open the form of a need; one without an id is new."""
        self._make_way()
        self._need.open_on(need)

    def open_rotation(self, rotation: Rotation | None) -> None:
        """Open the form of a rotation, or of a new one."""
        self._make_way()
        self._rotation.open_on(rotation)

    def close_all(self) -> None:
        """Leave what is open, without keeping it."""
        for drawer in self._drawers:
            drawer.hide()
        self.hide()

    def close_orphan(self) -> None:
        """Close the form of what undo, or an import, has taken away."""
        if any(drawer.is_orphan for drawer in self._drawers):
            self.closed.emit()

    def retranslate(self) -> None:
        """Make every fixed text again."""
        for drawer in self._drawers:
            drawer.retranslate()

    def _make_way(self) -> None:
        self.opening.emit()
        self.close_all()
        self.show()
