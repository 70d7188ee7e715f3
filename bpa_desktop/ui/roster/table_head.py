"""What stands above the rows: a heading a day, or the hours of the one day; it stays in sight while rows pass below."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from bpa_desktop.i18n import Language
from bpa_desktop.ui.roster.clock_head import ClockScale, NowMark
from bpa_desktop.ui.roster.day_rows import HOURS
from bpa_desktop.ui.roster.grid_row import GridHeading, HeadingFace
from bpa_desktop.ui.roster.shape import Shape

_DAYS = 7


class TableHead(QWidget):
    """The headings of the days, the hours, the time it is now, and the corner over the headings of the rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.corner = QWidget(self)
        self.corner.setAutoFillBackground(True)
        self._headings = [GridHeading(self) for _ in range(_DAYS)]
        self._scale = ClockScale(self)
        self.now = NowMark(self)
        self._shape = Shape.GRID

    def show_days(self, faces: Sequence[HeadingFace], *, shape: Shape, day: date, language: Language) -> None:
        """Take what the days are called, and which of them is shown by the hour where one is."""
        self._shape = shape
        by_hour = shape is Shape.DAY
        for heading, face in zip(self._headings, faces, strict=True):
            heading.show_face(face)
            heading.setVisible(not by_hour)
        self._scale.setVisible(by_hour)
        self._scale.show_name(language)
        self.now.show_on(day if by_hour else None, language=language)
        self.setVisible(shape is not Shape.LIST)

    @property
    def least_column(self) -> int:
        """The width a column must have for what stands above it."""
        return self._scale.least_width() if self._shape is Shape.DAY else 0

    def height_over(self, column: int) -> int:
        """Return the height that is needed over columns of a width."""
        if self._shape is Shape.DAY:
            return self._scale.height_needed()
        return 0 if self._shape is Shape.LIST else max(one.needs(column).height() for one in self._headings)

    def place(self, *, heading: int, column: int, columns: int) -> None:
        """Put everything over the columns, right of the headings of the rows."""
        high = self.height_over(column)
        self.resize(heading + columns * column, high)
        self.corner.resize(heading, high)
        for place, one in enumerate(self._headings):
            one.setGeometry(heading + place * column, 0, column, high)
        self._scale.setGeometry(heading, 0, column, high)
        self.now.place(left=heading, hour=column / HOURS)
        self.raise_()

    def scrolled(self, offset: QPoint) -> None:
        """Stay where one looks; the corner stays over the headings of the rows."""
        self.move(0, offset.y())
        self.corner.move(offset.x(), 0)
        self.corner.raise_()
