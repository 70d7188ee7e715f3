"""A day in a month: a real, focusable widget, so that everybody's tools see and press it; large, or only its number."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from bpa_desktop.ui import a11y
from bpa_desktop.ui.roster.card_measure import MARGIN, PADDING
from bpa_desktop.ui.roster.day_painter import Lines, bold, day_lines, paint_day, paint_ring
from bpa_desktop.ui.roster.month_wording import DayFace
from bpa_desktop.ui.theme import card_height, least_target
from bpa_desktop.ui.widgets.cell import Cell

_SMALL_SHARE = 0.75
"""The least height of a small cell, as a part of a card's."""


class DayInput(Protocol):
    """Who answers what is done to a day."""

    def pressed(self, cell: DayCell) -> None:
        """Enter, a double click, or assistive technology's press."""
        ...

    def focused(self, cell: DayCell) -> None:
        """The day got the focus."""
        ...

    def key(self, cell: DayCell, event: QKeyEvent) -> bool:
        """Answer a key; tell whether it was one of the grid's."""
        ...


class DayCell(a11y.Accessible, Cell):
    """Shows one DayFace; kept and used again for another."""

    accessible_role = a11y.Role.Button

    def __init__(self, parent: QWidget, answers: DayInput, *, small: bool) -> None:
        super().__init__(parent)
        self._answers = answers
        self._small = small
        self.day: date = date.min
        self.face = DayFace("", "")

    def show_face(self, day: date, face: DayFace) -> None:
        """Take what to show."""
        self.day = day
        if face == self.face:
            return
        renamed = face.name != self.face.name
        self.face = face
        if renamed and self.hasFocus():
            a11y.notify_name(self)
        self.setToolTip(face.name if face.notes else "")
        self.setAccessibleIdentifier(f"day-{day}")
        self.update()

    def needs(self, width: int) -> QSize:
        """Return the least width, and the height the whole needs at a width."""
        heavy = QFontMetrics(bold(self.font()))
        if self._small:
            return QSize(max(heavy.horizontalAdvance("00") + 4 * PADDING, least_target()), self._least())
        high = heavy.lineSpacing() + len(self.lines(width)) * self.fontMetrics().lineSpacing()
        return QSize(0, max(self._least(), high + 2 * (MARGIN + PADDING)))

    def _least(self) -> int:
        least = max(round(card_height() * _SMALL_SHARE), least_target()) if self._small else card_height()
        return max(least, self.fontMetrics().height() + 4)

    def lines(self, width: int) -> Lines:
        """Return what stands below the number, in lines that fit a width."""
        return day_lines(self.face, self.fontMetrics(), width=width)

    def accessible_text(self) -> str | None:
        """Return the day with all that it holds."""
        return self.face.name

    def accessible_actions(self) -> a11y.Actions:
        """Return what Enter does."""
        return {"Press": (lambda: self._answers.pressed(self), ["Return"])}

    def given(self, event: QEvent) -> bool:
        """Pass keys, clicks and the focus on."""
        if isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._answers.key(self, event)
        if isinstance(event, QMouseEvent):
            kind = event.type()
            opens = QEvent.Type.MouseButtonRelease if self._small else QEvent.Type.MouseButtonDblClick
            if kind == opens and event.button() == Qt.MouseButton.LeftButton:
                self._answers.pressed(self)
        elif event.type() == QEvent.Type.FocusIn:
            self._answers.focused(self)
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        lines = () if self._small else self.lines(self.width())
        paint_day(painter, QRectF(self.rect()), face=self.face, lines=lines)
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()))
