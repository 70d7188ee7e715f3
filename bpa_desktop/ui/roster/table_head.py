"""What stands above the rows: a heading a day; it stays in sight while rows pass below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from bpa_desktop.ui.roster.grid_row import GridHeading, HeadingFace

_DAYS = 7


class TableHead(QWidget):
    """The headings of the days, and the corner over the headings of the rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.corner = QWidget(self)
        self.corner.setAutoFillBackground(True)
        self._headings = [GridHeading(self) for _ in range(_DAYS)]

    def show_days(self, faces: Sequence[HeadingFace]) -> None:
        """Take what the days are called."""
        for heading, face in zip(self._headings, faces, strict=True):
            heading.show_face(face)

    def height_over(self, column: int) -> int:
        """Return the height that is needed over columns of a width; 0 where no days stand beside each other."""
        return 0 if self.isHidden() else max(one.needs(column).height() for one in self._headings)

    def place(self, *, heading: int, column: int, columns: int) -> None:
        """Put everything over the columns, right of the headings of the rows."""
        high = self.height_over(column)
        self.resize(heading + columns * column, high)
        self.corner.resize(heading, high)
        for place, one in enumerate(self._headings):
            one.setGeometry(heading + place * column, 0, column, high)
        self.raise_()

    def scrolled(self, offset: QPoint) -> None:
        """Stay where one looks; the corner stays over the headings of the rows."""
        self.move(0, offset.y())
        self.corner.move(offset.x(), 0)
        self.corner.raise_()
