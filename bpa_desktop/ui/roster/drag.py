"""A drag over the cards: of a shift, or of one of its ends; and a click that puts down what was picked up before."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from bpa_desktop.domain.span import days_span
from bpa_desktop.ui.roster.card_grid import CardGrid
from bpa_desktop.ui.roster.gesture import Edge
from bpa_desktop.ui.roster.grid_row import GridRow
from bpa_desktop.ui.roster.in_sight import reveal
from bpa_desktop.ui.roster.shift_card import ShiftCard
from bpa_desktop.ui.spacing import least_gap

_REACH = 8
"""Pixels from an end of a card within which that end is taken hold of; more with large targets."""
_SHARE = 3
"""An end reaches over at most one part of so many of a card: in its middle a low one can still be carried."""


class Drag:
    """Things happen on release."""

    def __init__(self, grid: CardGrid) -> None:
        self._grid = grid
        self._from: QPointF | None = None
        self._pressed_at = 0.0
        self._edge: Edge | None = None
        self._dragging = False

    def forget(self) -> None:
        """Begin nothing from the latest press."""
        self._from = None
        self._dragging = False

    def mouse(self, card: ShiftCard, event: QMouseEvent) -> None:
        """Answer a press, a move or a release over a card."""
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._from = event.globalPosition()
            self._pressed_at = self._grid.mapFromGlobal(self._from).y()
            self._edge = edge_at(card, event.position().y())
        elif event.type() == QEvent.Type.MouseMove and self._from is not None:
            self._move(card, event)
        elif event.type() == QEvent.Type.MouseMove:
            is_edge = edge_at(card, event.position().y()) is not None
            card.setCursor(Qt.CursorShape.SizeVerCursor if is_edge else Qt.CursorShape.ArrowCursor)
        elif event.type() == QEvent.Type.MouseButtonRelease and self._from is not None:
            self._release(event)

    def _move(self, card: ShiftCard, event: QMouseEvent) -> None:
        far = (event.globalPosition() - self._from).manhattanLength() if self._from is not None else 0
        if not self._dragging and self._grid.carry.shift is None and far >= QApplication.startDragDistance():
            self._dragging = self._grid.pick_up(card, self._edge)
        under = self._under(event)
        if self._dragging and under is not None:
            self._hold_over(under, event)

    def _under(self, event: QMouseEvent) -> ShiftCard | None:
        """Return the card that is pointed at; of an end that is dragged its own, wherever the pointer has strayed."""
        carry = self._grid.carry
        return self._grid.card_at(event.globalPosition()) if carry.edge is None else carry.over_card

    def _hold_over(self, under: ShiftCard, event: QMouseEvent) -> None:
        self._grid.carry.over(under)
        if self._grid.shape.is_by_hour:
            down = self._grid.mapFromGlobal(event.globalPosition()).y() - self._pressed_at
            self._grid.carry.hold_later(self._grid.hours.scale.minutes(down))
        else:
            reveal(self._grid, under)

    def _release(self, event: QMouseEvent) -> None:
        dragged = self._dragging
        self.forget()
        if self._grid.carry.shift is None:
            return
        under = self._under(event)
        if under is not None and dragged:
            self._hold_over(under, event)
            self._grid.put_down()
        elif under is not None:
            self.put_down_at(under, event)
        elif dragged:
            self._grid.put_back()

    def put_down_at(self, under: ShiftCard, event: QMouseEvent) -> None:
        """Put down what was picked up before on what was clicked; by the hour it begins where that was."""
        carry, row = self._grid.carry, self._grid.roving.row_of(under)
        carry.over(under)
        if row.scale is not None and row.on is not None and self._grid.wording is not None:
            pointed = row.scale.moment(row.mapFromGlobal(event.globalPosition()).y(), row.on)
            held = carry.landing_span(self._grid.wording.zone) or carry.span
            if held is not None:
                carry.hold_later(carry.later + round((pointed - held.start) / timedelta(minutes=1)))
        self._grid.put_down()


def edge_at(card: ShiftCard, y: float) -> Edge | None:
    """Return which end of its shift a place on a card is at, so many pixels down; None where it can only be carried.

    An end that lies on another day is not here.
    """
    model, row = card.model, card.parentWidget()
    if not isinstance(row, GridRow) or row.scale is None or row.on is None or model is None or model.shift is None:
        return None
    day = days_span(row.on, row.on, zone=row.scale.axis.zone)
    reach = min(max(_REACH, least_gap()), card.height() / _SHARE)
    if y < reach and model.shift.span.start >= day.start:
        return Edge.START
    return Edge.END if y >= card.height() - reach and model.shift.span.end <= day.end else None
